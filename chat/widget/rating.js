// @ts-check
/** Whether an answer helped: two buttons, changed at will. */
import { button, element, icon } from "./dom.js";
import { texts } from "./texts.js";

const THUMB = "M3 11h3v10H3zM8 11l4-8c1.8 0 2.7 1.3 2.4 3L13.6 9.5H19c1.3 0 2.2 1.2 1.9 2.5l-1.6 7.2a2.3 2.3 0 0 1-2.2 1.8H8z";

/**
 * @param {boolean | null} kept how it was rated before
 * @param {(helpful: boolean) => Promise<void>} rate
 * @param {(words: string) => void} say to a screen reader
 */
export function ratingButtons(kept, rate, say) {
  let sending = Promise.resolve();
  const trouble = element("span", { class: "quiet" });
  const yes = button({ class: "rate", "data-testid": "helpful" }, icon(THUMB), () => choose(true));
  const no = button({ class: "rate down", "data-testid": "unhelpful" }, icon(THUMB), () => choose(false));
  yes.append(texts.helpful());
  no.append(texts.unhelpful());
  show(kept);

  /** @param {boolean | null} helpful */
  function show(helpful) {
    yes.setAttribute("aria-pressed", String(helpful === true));
    no.setAttribute("aria-pressed", String(helpful === false));
  }

  /** @param {boolean} helpful */
  async function send(helpful) {
    try {
      await rate(helpful);
      kept = helpful;
    } catch {
      show(kept);
      trouble.textContent = texts.notRated();
      say(texts.notRated());
    }
  }

  /** @param {boolean} helpful sent after what was chosen before, so that the last choice is the one kept */
  function choose(helpful) {
    show(helpful);
    trouble.textContent = "";
    sending = sending.then(() => send(helpful));
  }

  return element("div", { class: "rating", role: "group", "aria-label": texts.rating() }, yes, no, trouble);
}
