// @ts-check
/** Entries picked by title: the search finds them on the server; what is ticked stays when the search goes on. */
import { later, latest } from "./later.js";

const PAUSE = 250;

/** @param {HTMLFormElement} form */
export function startPicking(form) {
  for (const search of form.querySelectorAll("input[type=search]")) {
    if (search instanceof HTMLInputElement) watch(search, form.dataset.pick ?? "");
  }
}

/**
 * @param {HTMLInputElement} search
 * @param {string} address
 */
function watch(search, address) {
  const field = search.closest("[data-field]");
  const picked = field?.querySelector("[data-picked]");
  const found = field?.querySelector("[data-found]");
  if (!(field instanceof HTMLElement) || !picked || !found) return;
  const get = latest((html) => {
    for (const box of found.querySelectorAll("input:checked")) picked.append(box.closest("li") ?? box);
    found.innerHTML = html;
  });
  const refresh = later(PAUSE, () => {
    const query = new URLSearchParams({ field: field.dataset.field ?? "", term: search.value });
    for (const box of field.querySelectorAll("input[type=checkbox]:checked")) {
      if (box instanceof HTMLInputElement) query.append("but", box.value);
    }
    get(`${address}?${query}`);
  });
  search.addEventListener("input", (event) => {
    event.stopPropagation(); // a search changes nothing of the entry
    refresh();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) event.preventDefault();
  });
}
