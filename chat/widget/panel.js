// @ts-check
/** The panel: its parts in their places. */
import { button, element } from "./dom.js";
import { EraseDialog } from "./erase_dialog.js";
import { keepFocus } from "./focus.js";
import { holdPage } from "./page_behind.js";
import { texts } from "./texts.js";

/**
 * @typedef {object} Parts
 * @property {HTMLElement} progress
 * @property {HTMLElement} log
 * @property {HTMLElement} composer
 * @property {HTMLElement} announcer
 */
/** @typedef {{onClose: () => void, onPerson: () => void, onErase: () => void}} PanelWatcher */

export class Panel {
  #title = element("h2", { id: "title" }, texts.title());
  #person;
  #eraser;
  #dialog;
  node;

  /**
   * @param {Parts} parts
   * @param {boolean} inline whether it is a part of the page, and not opened and closed
   * @param {PanelWatcher} watcher
   */
  constructor(parts, inline, { onClose, onPerson, onErase }) {
    this.#person = button({ class: "small-button", "data-testid": "person" }, texts.person(), onPerson);
    this.#eraser = button({ class: "small-button plain", "data-testid": "erase" }, texts.erase(), () =>
      this.#dialog.open(() => this.#eraser.focus()),
    );
    const closer = button({ class: "close", "aria-label": texts.close(), "data-testid": "close" }, null, onClose);
    const body = element(
      "div",
      { class: "body" },
      element(
        "header",
        { class: "header" },
        element("div", { class: "heading" }, this.#title, element("p", { class: "subtitle" }, texts.subtitle())),
        !inline && closer,
      ),
      parts.progress,
      parts.log,
      element("div", { class: "always" }, this.#person, this.#eraser),
      parts.composer,
    );
    this.#dialog = new EraseDialog(body, onErase);
    this.node = element(
      "section",
      { class: "panel", role: inline ? "region" : "dialog", "aria-labelledby": "title", hidden: !inline, "data-testid": "panel" },
      body,
      this.#dialog.node,
      parts.announcer,
    );
    if (!inline) holdPage(this.node);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** @param {string} title empty: the usual one */
  set title(title) {
    this.#title.textContent = title || texts.title();
  }

  /** @param {boolean} modal whether the panel hides the page: the focus then goes round inside */
  set modal(modal) {
    if (modal) this.node.setAttribute("aria-modal", "true");
    else this.node.removeAttribute("aria-modal");
  }

  /** @param {{person: boolean, erase: boolean}} locked */
  lock({ person, erase }) {
    this.#person.disabled = person;
    this.#eraser.disabled = erase;
  }

  /** @param {boolean} open */
  set open(open) {
    this.#dialog.close();
    this.node.hidden = !open;
  }

  /** @param {KeyboardEvent} event a Tab */
  keepFocus(event) {
    if (this.node.hasAttribute("aria-modal")) keepFocus(event, this.node);
  }
}
