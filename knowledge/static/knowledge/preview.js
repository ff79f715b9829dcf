// @ts-check
/** The visitor's answer beside the form, a moment after the typing pauses. */
import { later, latest } from "./later.js";

const PAUSE = 400;

/** @param {HTMLFormElement} form */
export function startPreview(form) {
  const shown = document.getElementById("preview");
  const address = form.dataset.preview;
  if (!shown || !address || !form.querySelector("[name=_save]")) return;
  const get = latest();
  const refresh = later(PAUSE, async () => {
    shown.setAttribute("aria-busy", "true");
    const html = await get(address, { method: "POST", body: new FormData(form) });
    if (html === null) return;
    shown.innerHTML = html;
    shown.removeAttribute("aria-busy");
    propose(form, shown);
  });
  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  // Enter in a line of text would send the form: it must not save what is half written.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.getAttribute("name") !== "_look") return;
    event.preventDefault();
    refresh();
  });
}

/**
 * The name that the entry gets when none is typed.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} shown
 */
function propose(form, shown) {
  const proposed = shown.querySelector("[data-entry-id]")?.textContent ?? "";
  const field = form.querySelector("input[name=name]:not([type=hidden])");
  if (field instanceof HTMLInputElement) field.placeholder = proposed.split(".")[1] ?? "";
}
