// @ts-check
/** The reference number of what was sent, to be copied. */
import { button, element } from "./dom.js";
import { texts } from "./texts.js";

/**
 * @param {string} reference
 * @param {(words: string) => void} say to a screen reader
 */
export function receiptCard(reference, say) {
  const number = element("span", { class: "reference" }, reference);
  const outcome = element("span", { class: "quiet" });
  const copier = button({ class: "small-button", "data-testid": "copy" }, texts.copy(), async () => {
    outcome.textContent = (await copied(reference)) ? texts.copied() : selected(number);
    say(outcome.textContent);
  });
  return element(
    "div",
    { class: "card receipt", role: "group", "aria-label": texts.receipt(), "data-testid": "receipt" },
    element("p", { class: "card-label" }, texts.receipt()),
    element("p", { class: "reference-line" }, number, copier),
    outcome,
  );
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // The page has no clipboard, or the browser does not allow it here.
  }
}

/** @param {HTMLElement} node */
function selected(node) {
  getSelection()?.selectAllChildren(node);
  return texts.copyByHand();
}
