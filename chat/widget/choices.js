// @ts-check
/** The buttons a visitor may press next. Those of an earlier turn stay as a record, disabled. */
import { button, element } from "./dom.js";
import { texts } from "./texts.js";

/** @import { Button } from "./client.js" */

export class Choices {
  /** Of the current turn. @type {HTMLButtonElement[]} */
  #current = [];
  #locked = false;

  /** @param {HTMLButtonElement[]} buttons */
  add(buttons) {
    this.#current.push(...buttons);
    this.locked = this.#locked;
  }

  /** @param {boolean} locked whether nothing can be sent for now */
  set locked(locked) {
    this.#locked = locked;
    for (const choice of this.#current) choice.disabled = locked;
  }

  /** The current turn is over. */
  retire() {
    for (const choice of this.#current) choice.disabled = true;
    this.#current = [];
  }
}

/**
 * @param {Button[]} offered
 * @param {(chosen: Button) => void} onChoose
 * @returns {{node: HTMLElement, buttons: HTMLButtonElement[]}}
 */
export function quickReplies(offered, onChoose) {
  const buttons = offered.map((one) =>
    button({ class: "choice", lang: "ja", dir: "auto", "data-testid": "quick-reply" }, one.title, () => onChoose(one)),
  );
  const attributes = { class: "choices", role: "group", "aria-label": texts.quickReplies() };
  return { node: element("div", attributes, ...buttons), buttons };
}
