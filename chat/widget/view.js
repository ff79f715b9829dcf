// @ts-check
/** All that is on show, and what the visitor does with it. Decides nothing about the conversation. */
import { setAccent } from "./accent.js";
import { Announcer } from "./announcer.js";
import { Composer } from "./composer.js";
import { element } from "./dom.js";
import { Launcher } from "./launcher.js";
import { Log } from "./log.js";
import { Panel } from "./panel.js";
import { Progress } from "./progress.js";
import { texts } from "./texts.js";

/** @import { Options } from "./options.js" */
/** @import { Button } from "./client.js" */
/**
 * @typedef {object} Visitor
 * @property {(text: string) => void} onSend
 * @property {(chosen: Button) => void} onChoose
 * @property {(id: string, helpful: boolean) => Promise<void>} onRate
 * @property {() => void} onErase
 */

export class View {
  announcer = new Announcer();
  progress = new Progress();

  /**
   * @param {Options} options
   * @param {Visitor} visitor
   */
  constructor(options, { onSend, onChoose, onRate, onErase }) {
    const { announcer, progress } = this;
    /** @param {string} words */
    const say = (words) => announcer.say(words);
    this.inline = options.inline;
    /** @type {() => void} */
    this.onOpen = () => {};
    this.composer = new Composer({ onSend, onBlocked: say });
    this.log = new Log({
      say,
      onRate,
      onSend: (text) => this.#fromLog(() => onSend(text)),
      onChoose: (chosen) => this.#fromLog(() => onChoose(chosen)),
    });
    this.launcher = new Launcher(() => this.onOpen());
    this.panel = new Panel(
      { announcer: announcer.node, progress: progress.node, log: this.log.node, composer: this.composer.node },
      this.inline,
      {
        onErase,
        onClose: () => this.close(),
        onPerson: () => this.#fromLog(() => onSend(texts.personAsked())),
      },
    );
    this.root = element(
      "div",
      { class: this.inline ? "root inline" : "root floating", "data-testid": this.inline && "inline" },
      !this.inline && this.launcher.node,
      this.panel.node,
    );
    // Not on the root: there `all: initial` would take the language back.
    this.launcher.node.lang = this.panel.node.lang = options.language;
    if (this.inline) this.root.style.setProperty("--height", options.height);
    for (const name of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
      this.panel.node.addEventListener(name, (event) => this.#onKey(event));
    }
    this.dress(options);
  }

  /** @param {Options} options those that may change at any time */
  dress(options) {
    this.panel.title = options.title;
    this.root.classList.toggle("left", options.onTheLeft);
    setAccent(this.root, options.accent);
  }

  get isOpen() {
    return this.panel.isOpen;
  }

  /**
   * @param {boolean} modal whether the panel hides the page
   * @param {boolean} focus
   */
  open(modal, focus) {
    this.panel.open = true;
    this.panel.modal = modal;
    this.launcher.open = true;
    this.log.reveal();
    requestAnimationFrame(() => this.log.reveal()); // Rows get their true heights only once they are near.
    if (focus) this.focus();
  }

  /** Ready to type, unless a keyboard on the screen would come up and hide what is said. */
  focus() {
    (matchMedia("(hover: none)").matches ? this.log : this.composer).focus();
  }

  close() {
    if (this.inline || !this.isOpen) return;
    this.panel.open = false;
    this.launcher.open = false;
    this.launcher.node.focus({ preventScroll: true });
  }

  /**
   * @param {{sending: boolean, busy: boolean, why: string}} state sending: nothing else can be sent;
   *   busy: the server is at work; why: in words, when it is not plain to see
   */
  lock({ sending, busy, why }) {
    this.composer.lock(sending, why);
    this.log.locked = sending;
    this.log.trouble.locked = busy;
    this.log.typing.shown = busy;
    this.panel.lock({ person: sending, erase: busy });
  }

  /** @param {() => void} act a pressed button gets disabled and would lose the focus */
  #fromLog(act) {
    this.focus();
    act();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation(); // The page's own shortcuts are not meant.
    if (event.type !== "keydown") return;
    if (event.key === "Escape" && !this.composer.composing(event)) this.close();
    else this.panel.keepFocus(event);
  }
}
