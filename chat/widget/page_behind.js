// @ts-check

/**
 * Whoever wheels or swipes over a part that does not scroll means the panel, not the page behind it.
 * @param {HTMLElement} panel
 */
export function holdPage(panel) {
  for (const name of ["wheel", "touchmove"]) panel.addEventListener(name, hold, { passive: false });
}

/** @param {Event} event */
function hold(event) {
  const zooms = event instanceof WheelEvent ? event.ctrlKey : /** @type {TouchEvent} */ (event).touches.length > 1;
  const part = event.target instanceof Element ? event.target.closest(".log, .input, .veil") : null;
  const scrolls = part && (part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth);
  if (!zooms && !scrolls && event.cancelable) event.preventDefault();
}
