// @ts-check

const FOCUSABLE = "button:enabled, textarea, input, summary, a[href], [tabindex='0']";

/**
 * A Tab out of the part goes round inside it.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} part
 */
export function keepFocus(event, part) {
  if (event.key !== "Tab") return;
  /** @type {HTMLElement[]} */
  const all = [...part.querySelectorAll(/** @type {"button"} */ (FOCUSABLE))];
  const first = all.find(isShown);
  const last = all.findLast(isShown);
  const root = part.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (active !== from) return;
  event.preventDefault();
  to?.focus();
}

/** @param {HTMLElement} node */
function isShown(node) {
  return node.getClientRects().length > 0 && !node.closest("[inert]");
}
