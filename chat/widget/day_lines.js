// @ts-check
/** A line with the date above the first message of each day. */
import { element } from "./dom.js";
import { dayInWords } from "./times.js";

/** @param {Element | null} row gets its line, or loses it, by what stands before it */
export function putDayLine(row) {
  if (!(row instanceof HTMLElement) || !row.dataset.day) return;
  const line = row.querySelector(":scope > .day");
  const wanted = dayBefore(row) !== row.dataset.day;
  if (wanted && !line) row.prepend(element("p", { class: "day quiet" }, dayInWords(row.dataset.day)));
  if (!wanted) line?.remove();
}

/** @param {Element} row */
function dayBefore(row) {
  for (let other = row.previousElementSibling; other; other = other.previousElementSibling) {
    const day = other.getAttribute("data-day");
    if (day) return day;
  }
  return null;
}
