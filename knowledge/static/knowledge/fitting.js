// @ts-check
/** Of the fields, only those that the chosen kind of entry uses are shown, and those that hold something. */

/** @param {HTMLFormElement} form */
export function startFitting(form) {
  const kind = form.querySelector("[name=kind]");
  if (!(kind instanceof HTMLSelectElement || kind instanceof HTMLInputElement)) return;
  const fit = () => {
    for (const field of form.querySelectorAll("[data-used-by]")) {
      if (!(field instanceof HTMLElement)) continue;
      const users = (field.dataset.usedBy ?? "").split(" ").filter(Boolean);
      field.hidden = kind.value !== "" && users.length > 0 && !users.includes(kind.value) && !isFilled(field);
    }
  };
  kind.addEventListener("change", fit);
  fit();
}

/**
 * Whether something is typed or picked in it, or a fault is shown. A box that is ticked from the start says nothing.
 * @param {HTMLElement} field
 */
function isFilled(field) {
  if (field.querySelector(".errorlist, [data-picked] input:checked, [data-found] input:checked")) return true;
  return [...field.querySelectorAll("textarea, input[type=text]")].some(
    (input) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (input).value.trim() !== "",
  );
}
