// @ts-check
import { element } from "./dom.js";

const TOGETHER_MS = 1000;

/** The one live region: what happens is said here once, and nowhere else. */
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
