// @ts-check
/** The panel: builds the DOM and shows what it is told to. Decides nothing about the conversation. */
import { answerCard } from "./card.js";
import { Composer } from "./composer.js";
import { element } from "./dom.js";
import { texts } from "./texts.js";

/** @import { Answer, Button, Message } from "./client.js" */

const SLOW_MS = 3000;
const MARGIN = 12;

export class View {
  /** Ids of the messages on show: none is shown twice. @type {Set<string>} */
  #shown = new Set();
  /** Quick replies of the current turn. @type {HTMLButtonElement[]} */
  #choices = [];
  /** The last error line. @type {HTMLElement | null} */
  #error = null;
  /** Its retry button. @type {HTMLButtonElement | null} */
  #retry = null;
  /** Where the current turn begins. @type {HTMLElement | null} */
  #turn = null;
  #locked = false;
  #slow = 0;

  /** @param {{onSend: (text: string) => void, onChoose: (button: Button) => void, onErase: () => void}} handlers */
  constructor({ onSend, onChoose, onErase }) {
    this.onChoose = onChoose;
    this.composer = new Composer(onSend);
    this.launcher = element(
      "button",
      { type: "button", class: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", "data-testid": "launcher" },
      texts.launcher,
    );
    this.closer = element("button", { type: "button", class: "close", "aria-label": texts.close, "data-testid": "close" });
    const eraser = element("button", { type: "button", class: "erase", "data-testid": "erase" }, texts.erase);
    eraser.addEventListener("click", onErase);
    this.slowText = element("span", { class: "slow" });
    this.typing = element(
      "div",
      { class: "typing", hidden: true, "data-testid": "typing" },
      element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
      this.slowText,
    );
    this.log = element(
      "div",
      { class: "log", role: "log", "aria-live": "polite", "aria-label": texts.logLabel, tabindex: "0", "data-testid": "log" },
      this.typing,
    );
    const heading = element(
      "div",
      {},
      element("h2", { id: "title" }, texts.title),
      element("p", { class: "subtitle" }, texts.subtitle),
    );
    this.panel = element(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, "data-testid": "panel" },
      element("header", { class: "header" }, heading, eraser, this.closer),
      this.log,
      this.composer.node,
    );
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {boolean} modal whether the panel hides the page */
  open(modal) {
    this.panel.hidden = false;
    this.panel.setAttribute("aria-modal", String(modal));
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    this.reveal();
    this.composer.input.focus({ preventScroll: true });
  }

  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus({ preventScroll: true });
  }

  /**
   * @param {Message} message
   * @param {Answer | null} [answer]
   * @returns {boolean} whether it was not on show yet
   */
  addMessage(message, answer = message.answer) {
    if (this.#shown.has(message.id)) return false;
    this.#shown.add(message.id);
    const visitor = message.from === "visitor";
    const card = visitor ? null : answerCard(answer);
    // The text says everything in words; beside a card, which shows conditions and reservation, the summary is enough.
    const words = (card && answer?.card?.summary) || message.text;
    const row = element(
      "div",
      { class: visitor ? "row visitor" : "row bot" },
      element("span", { class: "unseen" }, visitor ? texts.fromVisitor : texts.fromBot),
      element("div", { class: "bubble", "data-testid": "message", "data-from": message.from }, words),
      card,
      !visitor && message.buttons?.length ? this.#quickReplies(message.buttons) : null,
    );
    if (visitor) this.#turn = row;
    this.#append(row);
    return true;
  }

  /** @param {string} text a line that neither side said */
  addNotice(text) {
    this.#append(element("p", { class: "notice" }, text));
  }

  /**
   * @param {string} text
   * @param {{note?: string, retry?: {label: string, run: () => void} | null}} [more]
   */
  addError(text, { note, retry } = {}) {
    const words = element("p", { "data-testid": "error" }, text);
    const line = element("div", { class: "error" }, words, note && element("p", {}, note));
    if (retry) {
      const button = element("button", { type: "button", class: "retry", "data-testid": "retry" }, retry.label);
      button.disabled = this.#locked;
      button.addEventListener("click", () => {
        this.log.focus({ preventScroll: true }); // The button goes away and would take the focus with it.
        retry.run();
      });
      this.#retry = button;
      line.append(button);
    }
    this.#error = line;
    this.#append(line);
  }

  /** The thing that failed is tried again: its error line goes. */
  dropError() {
    this.#error?.remove();
    this.#error = null;
    this.#retry = null;
  }

  /** The conversation moved on: the error line stays as a fact, without its button. */
  dropRetry() {
    this.#retry?.remove();
    this.#error = null;
    this.#retry = null;
  }

  /** Nothing of the conversation stays on show. */
  clear() {
    this.#shown.clear();
    this.#choices = [];
    this.#turn = null;
    this.dropError();
    this.log.replaceChildren(this.typing);
  }

  /** The current turn is over: its quick replies stay disabled. */
  retire() {
    for (const button of this.#choices) button.disabled = true;
    this.#choices = [];
  }

  /** @param {boolean} locked whether nothing can be sent; typing goes on */
  set locked(locked) {
    this.#locked = locked;
    this.composer.locked = locked;
    for (const button of this.#choices) button.disabled = locked;
    if (this.#retry) this.#retry.disabled = locked;
  }

  /** @param {boolean} waiting for the bot */
  set waiting(waiting) {
    clearTimeout(this.#slow);
    this.typing.hidden = !waiting;
    this.slowText.textContent = "";
    if (!waiting) return;
    this.#slow = window.setTimeout(() => (this.slowText.textContent = texts.wait), SLOW_MS);
    this.reveal();
  }

  /** Scrolls to the end, but not past the visitor's last message: a long answer is read from its top. */
  reveal() {
    this.log.scrollTop = this.#turn ? this.#turn.offsetTop - MARGIN : this.log.scrollHeight;
  }

  /** @param {Node} node */
  #append(node) {
    this.typing.before(node);
    this.reveal();
  }

  /** @param {Button[]} buttons */
  #quickReplies(buttons) {
    const made = buttons.map((button) => {
      const node = element("button", { type: "button", class: "choice", "data-testid": "quick-reply" }, button.title);
      node.disabled = this.#locked;
      node.addEventListener("click", () => {
        this.log.focus({ preventScroll: true }); // A disabled button would lose the focus.
        this.onChoose(button);
      });
      return node;
    });
    this.#choices.push(...made);
    return element("div", { class: "choices", role: "group", "aria-label": texts.quickReplies }, ...made);
  }
}
