// @ts-check
/** The sign that an answer is being made; after a while it says so in words. */
import { element } from "./dom.js";
import { texts } from "./texts.js";

const SLOW_MS = 3000;

export class Typing {
  #slow = 0;
  #words = element("span");
  #onSlow;
  node = element(
    "div",
    { class: "typing quiet", hidden: true, "data-testid": "typing" },
    element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
    this.#words,
  );

  /** @param {(words: string) => void} onSlow */
  constructor(onSlow) {
    this.#onSlow = onSlow;
  }

  /** @param {boolean} shown */
  set shown(shown) {
    clearTimeout(this.#slow);
    this.node.hidden = !shown;
    this.#words.textContent = "";
    if (!shown) return;
    this.#slow = window.setTimeout(() => {
      this.#words.textContent = texts.wait();
      this.#onSlow(texts.wait());
    }, SLOW_MS);
  }
}
