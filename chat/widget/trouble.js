// @ts-check
/** The line that says what went wrong, what happens next, and what the visitor can do. */
import { button, element } from "./dom.js";

/** @typedef {{label: string, run: () => void}} Way */

export class Trouble {
  #words = element("p", { role: "alert", "data-testid": "error" });
  #note = element("p");
  #retry = button({ class: "choice", "data-testid": "retry" }, "", () => this.#go(this.#onRetry));
  #withdraw = button({ class: "choice", "data-testid": "withdraw" }, "", () => this.#go(this.#onWithdraw));
  #ways = element("div", { class: "choices" }, this.#retry, this.#withdraw);
  /** @type {Way | null} */
  #onRetry = null;
  /** @type {Way | null} */
  #onWithdraw = null;
  #beforeGoing;
  node = element(
    "div",
    { class: "error", hidden: true },
    this.#words,
    this.#note,
    this.#ways,
  );

  /** @param {() => void} beforeGoing a pressed button goes away and would take the focus with it */
  constructor(beforeGoing) {
    this.#beforeGoing = beforeGoing;
  }

  /**
   * @param {string} words
   * @param {{note?: string, retry?: Way | null, withdraw?: Way | null}} [more]
   * @returns {boolean} whether this was not on show yet
   */
  show(words, { note = "", retry = null, withdraw = null } = {}) {
    const isNew = this.node.hidden || this.#words.textContent !== words;
    this.node.hidden = false;
    this.#words.textContent = words;
    this.#note.textContent = note;
    this.#note.hidden = !note;
    this.#ways.hidden = !retry && !withdraw;
    this.#onRetry = retry;
    this.#onWithdraw = withdraw;
    this.#retry.hidden = !retry;
    this.#retry.textContent = retry?.label ?? "";
    this.#withdraw.hidden = !withdraw;
    this.#withdraw.textContent = withdraw?.label ?? "";
    return isNew;
  }

  drop() {
    this.node.hidden = true;
  }

  /** @param {boolean} busy */
  set locked(busy) {
    this.#retry.disabled = busy;
    this.#withdraw.disabled = busy;
  }

  /** @param {Way | null} way */
  #go(way) {
    this.#beforeGoing();
    way?.run();
  }
}
