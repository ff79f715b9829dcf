// @ts-check
/** Asks inside the panel whether the conversation is really to be erased. */
import { button, element } from "./dom.js";
import { keepFocus } from "./focus.js";
import { texts } from "./texts.js";

export class EraseDialog {
  #behind;
  /** @type {() => void} */
  #back = () => {};
  #no = button({ class: "choice", "data-testid": "erase-no" }, texts.eraseNo(), () => this.close());
  node;

  /**
   * @param {HTMLElement} behind what cannot be reached meanwhile
   * @param {() => void} onYes
   */
  constructor(behind, onYes) {
    this.#behind = behind;
    const yes = button({ class: "choice danger", "data-testid": "erase-yes" }, texts.eraseYes(), () => {
      this.close();
      onYes();
    });
    const dialog = element(
      "div",
      {
        class: "dialog", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "erase-title",
        "aria-describedby": "erase-words", "data-testid": "confirm-erase",
      },
      element("h2", { id: "erase-title" }, texts.erase()),
      element("p", { id: "erase-words" }, texts.eraseReally()),
      element("div", { class: "choices" }, this.#no, yes),
    );
    this.node = element("div", { class: "veil", hidden: true }, dialog);
    this.node.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @param {() => void} back gives the focus back */
  open(back) {
    this.#back = back;
    this.node.hidden = false;
    this.#behind.inert = true;
    this.#no.focus();
  }

  close() {
    if (this.node.hidden) return;
    this.node.hidden = true;
    this.#behind.inert = false;
    this.#back();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation();
    if (event.key === "Escape") this.close();
    else keepFocus(event, this.node);
  }
}
