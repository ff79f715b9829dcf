// @ts-check

/** @param {Event} event */
function askFirst(event) {
  event.preventDefault();
}

/** @param {boolean} needed whether the browser asks before the page is left; no listener stays otherwise */
export function guardUnload(needed) {
  if (needed) window.addEventListener("beforeunload", askFirst);
  else window.removeEventListener("beforeunload", askFirst);
}
