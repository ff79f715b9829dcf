// @ts-check
/** Titles of entries are offered while they are typed; all questions of a group are ticked or not at once. */
import { later, latest } from "./later.js";

const PAUSE = 200;
const titles = document.getElementById("entry-titles");

for (const field of document.querySelectorAll("input[data-titles]")) {
  if (field instanceof HTMLInputElement && titles) offer(field, titles);
}
for (const form of document.querySelectorAll("form[data-taking]")) tickAll(form);

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement} list
 */
function offer(field, list) {
  const get = latest((html) => (list.innerHTML = html));
  const refresh = later(PAUSE, () => get(`${field.dataset.titles}?${new URLSearchParams({ q: field.value })}`));
  field.addEventListener("input", refresh);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // which button is meant, only a click says
  });
}

/** @param {Element} form */
function tickAll(form) {
  const boxes = [...form.querySelectorAll("input[name=question][type=checkbox]")].filter(
    (box) => box instanceof HTMLInputElement,
  );
  if (boxes.length < 2) return;
  const label = document.createElement("label");
  const all = document.createElement("input");
  label.className = "all";
  all.type = "checkbox";
  all.checked = true;
  label.append(all, "すべて選ぶ");
  form.querySelector(".asked-list")?.before(label);
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const ticked = boxes.filter((other) => other.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    });
  }
}
