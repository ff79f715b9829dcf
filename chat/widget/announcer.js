// @ts-check
import { element } from "./dom.js";

const TOGETHER_MS = 1000;

/** What is new, for a screen reader: said here once. An error or a notice is an alert by itself. */
export class Announcer {
  #last = 0;
  // Not atomic: of several things said together, each is read when it is added.
  node = element("div", { class: "unseen", role: "status", "aria-atomic": "false", "data-testid": "announcer" });

  /**
   * @param {string} words
   * @param {string} [lang] when it is not that of the panel
   */
  say(words, lang) {
    const now = performance.now();
    if (now - this.#last > TOGETHER_MS) this.node.replaceChildren();
    this.#last = now;
    this.node.append(element("p", { lang, dir: "auto" }, words));
  }
}
