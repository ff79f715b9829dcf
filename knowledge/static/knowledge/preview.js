// @ts-check
/** The visitor's answer beside the form, a moment after the typing pauses. */
import { later, latest } from "./later.js";

const PAUSE = 400;
const FAILED =
  "プレビューを更新できませんでした。通信の状態と、ログインが切れていないかをご確認ください。入力した内容は残っています。";

/** @param {HTMLFormElement} form */
export function startPreview(form) {
  const shown = document.getElementById("preview");
  const address = form.dataset.preview;
  if (!shown || !address || !form.querySelector("[name=_save]")) return;
  const get = latest(
    (html) => {
      shown.innerHTML = html;
      shown.removeAttribute("aria-busy");
      propose(form, shown);
    },
    () => {
      shown.textContent = FAILED;
      shown.removeAttribute("aria-busy");
    },
  );
  const refresh = later(PAUSE, () => {
    shown.setAttribute("aria-busy", "true");
    get(address, { method: "POST", body: new FormData(form) });
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
