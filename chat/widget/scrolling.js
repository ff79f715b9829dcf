// @ts-check

const MARGIN = 12;
const NEAR_THE_END = 80;

/**
 * Scrolls to the end, but not past the end of the visitor's last message: a long answer is read from its top.
 * @param {HTMLElement} log
 * @param {HTMLElement | null} turn the row of that message; null: the greeting is read from its top
 */
export function scrollToTurn(log, turn) {
  log.scrollTop = placeOf(log, turn);
}

/**
 * @param {HTMLElement} log
 * @param {HTMLElement | null} turn
 */
function placeOf(log, turn) {
  return turn ? turn.offsetTop + Math.max(0, turn.offsetHeight - log.clientHeight / 3) - MARGIN : 0;
}

/**
 * @param {HTMLElement} log
 * @param {HTMLElement | null} turn
 * @returns {boolean} whether the visitor has scrolled up from it
 */
export function isAbove(log, turn) {
  return placeOf(log, turn) - log.scrollTop > NEAR_THE_END && !isAtTheEnd(log);
}

/** @param {HTMLElement} log whether the visitor reads its end, and has not scrolled up */
export function isAtTheEnd({ scrollHeight, scrollTop, clientHeight }) {
  return scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
}

/**
 * Changes what stands above a part, which stays in its place.
 * @param {HTMLElement} log
 * @param {Element | undefined | null} part
 * @param {() => void} change
 */
export function keepPlace(log, part, change) {
  const before = part?.getBoundingClientRect().top ?? 0;
  change();
  log.scrollTop += (part?.getBoundingClientRect().top ?? 0) - before;
}
