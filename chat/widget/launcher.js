// @ts-check
/** The button on the page that opens the panel, with the number of replies not yet seen. */
import { button, element } from "./dom.js";
import { texts } from "./texts.js";

export class Launcher {
  #count = 0;
  #badge = element("span", { class: "unread", "aria-hidden": "true", hidden: true, "data-testid": "unread" });
  #words = element("span", { class: "unseen" });
  node;

  /** @param {() => void} onClick */
  constructor(onClick) {
    const attributes = { class: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", "data-testid": "launcher" };
    this.node = button(attributes, texts.launcher(), onClick);
    this.node.append(this.#words, this.#badge);
  }

  /** @param {number} count */
  addUnread(count) {
    this.#show(this.#count + count);
  }

  seen() {
    this.#show(0);
  }

  /** @param {boolean} open the panel, which stands in place of this button */
  set open(open) {
    this.node.hidden = open;
    this.node.setAttribute("aria-expanded", String(open));
    if (open) this.seen();
  }

  /** @param {number} count */
  #show(count) {
    this.#count = count;
    this.#badge.hidden = count === 0;
    this.#badge.textContent = count > 99 ? "99+" : String(count);
    this.#words.textContent = count > 0 ? texts.unread(count) : "";
  }
}
