// @ts-check
/** The conversation on show. Of a long one only the end is in the page; the visitor asks for what came before. */
import { Choices } from "./choices.js";
import { putDayLine } from "./day_lines.js";
import { button, element } from "./dom.js";
import { botRow, markRow, visitorRow } from "./row.js";
import { isAbove, isAtTheEnd, keepPlace, scrollToTurn } from "./scrolling.js";
import { texts } from "./texts.js";
import { Trouble } from "./trouble.js";
import { Typing } from "./typing.js";

/** @import { Form, Message } from "./client.js" */
/** @import { Hands, Row } from "./row.js" */

const AT_A_TIME = 100;
const AT_MOST = 300;

export class Log {
  /** Everything said so far, in order. @type {Message[]} */
  #messages = [];
  /** @type {Set<string>} */
  #ids = new Set();
  /** Which of them is the first in the page. */
  #first = 0;
  /** Where the current turn begins. @type {HTMLElement | null} */
  #turn = null;
  /** Rows of messages not settled yet. @type {Map<string, HTMLElement>} */
  #open = new Map();
  #choices = new Choices();
  #hands;
  #older = button({ class: "small-button older", hidden: true, "data-testid": "older" }, texts.older(), () => this.#showOlder());
  #list = element("div", { class: "list" });
  /** What came below, out of sight. */
  #news = button({ class: "small-button news", hidden: true, "data-testid": "news" }, texts.news(), () => {
    this.reveal();
    this.focus();
  });

  /** @param {Hands} hands */
  constructor(hands) {
    this.#hands = hands;
    this.typing = new Typing(hands.say);
    this.trouble = new Trouble(() => this.focus());
    this.node = element(
      "div",
      { class: "log", role: "log", "aria-live": "off", "aria-label": texts.logLabel(), tabindex: "0", "data-testid": "log" },
      this.#older,
      this.#list,
      this.trouble.node,
      this.typing.node,
      this.#news,
    );
    this.node.addEventListener("scroll", () => (this.#news.hidden ||= !isAbove(this.node, this.#turn)));
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  get isEmpty() {
    return this.#messages.length === 0;
  }

  focus() {
    this.node.focus({ preventScroll: true });
  }

  /**
   * The end of a transcript, in an empty log.
   * @param {Message[]} messages
   * @param {Form | null} form under way: its review stands at the end
   */
  load(messages, form) {
    this.#messages = [...messages];
    for (const { id } of messages) this.#ids.add(id);
    this.#first = Math.max(0, messages.length - AT_A_TIME);
    const asked = messages.findLastIndex(({ from }) => from === "visitor");
    const rows = messages.slice(this.#first).map((message, index) => {
      const place = this.#first + index;
      const row = this.#row(place > asked ? message : ended(message), place === messages.length - 1 ? form : null);
      this.#choices.add(row.buttons);
      if (place === asked) this.#turn = row.node;
      return row.node;
    });
    this.#list.append(...rows);
    for (const row of rows) putDayLine(row);
    this.#older.hidden = this.#first === 0;
    this.reveal();
  }

  /**
   * @param {Message} message
   * @param {Form | null} [form] whose review goes with it
   */
  add(message, form = null) {
    const row = this.#row(message, form);
    this.#messages.push(message);
    this.#ids.add(message.id);
    this.#choices.add(row.buttons);
    if (message.from === "visitor") {
      this.#turn = row.node;
      this.#open.set(message.id, row.node);
    }
    this.#append(row.node);
    putDayLine(row.node);
    this.#prune();
  }

  /** @param {string} text a line that neither side said */
  notice(text) {
    this.#append(element("p", { class: "notice quiet", role: "alert", "data-testid": "notice" }, text));
  }

  /**
   * @param {string} id of a message of the visitor
   * @param {"" | "waiting" | "refused"} state
   */
  mark(id, state) {
    const row = this.#open.get(id);
    if (row) markRow(row, state);
    if (state !== "waiting") this.#open.delete(id);
  }

  /** @param {string} id of the last message, which was not sent after all */
  takeBack(id) {
    this.#open.get(id)?.remove();
    this.#open.delete(id);
    this.#ids.delete(id);
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  /** The current turn is over: its buttons stay disabled. */
  retire() {
    this.#choices.retire();
  }

  /** @param {boolean} locked */
  set locked(locked) {
    this.#choices.locked = locked;
  }

  /** Nothing of the conversation stays on show. */
  clear() {
    this.#messages = [];
    this.#ids.clear();
    this.#open.clear();
    this.#first = 0;
    this.#turn = null;
    this.#choices.retire();
    this.trouble.drop();
    this.#older.hidden = true;
    this.#list.replaceChildren();
  }

  reveal() {
    scrollToTurn(this.node, this.#turn);
  }

  /**
   * @param {Message} message
   * @param {Form | null} form
   * @returns {Row}
   */
  #row(message, form) {
    return message.from === "visitor" ? visitorRow(message) : botRow(message, form, this.#hands);
  }

  /** @param {HTMLElement} node follows the conversation, unless the visitor has scrolled up to read */
  #append(node) {
    const follows = node === this.#turn || isAtTheEnd(this.node);
    this.#list.append(node);
    if (follows) this.reveal();
    else this.#news.hidden = !isAbove(this.node, this.#turn);
  }

  #showOlder() {
    const from = Math.max(0, this.#first - AT_A_TIME);
    const rows = this.#messages.slice(from, this.#first).map((message) => this.#row(ended(message), null).node);
    const anchor = this.#list.firstElementChild;
    const bubble = anchor?.querySelector(".bubble") ?? anchor; // Its row may lose the day line above it.
    this.#first = from;
    keepPlace(this.node, bubble, () => {
      this.#list.prepend(...rows);
      for (const row of [...rows, anchor]) putDayLine(row);
      this.#older.hidden = from === 0;
    });
    if (from === 0) this.focus();
  }

  #prune() {
    while (this.#list.childElementCount > AT_MOST) {
      const row = this.#list.firstElementChild;
      if (row?.hasAttribute("data-day")) this.#first += 1;
      row?.remove();
      this.#older.hidden = this.#first === 0;
      putDayLine(this.#list.firstElementChild);
    }
  }
}

/**
 * @param {Message} message of an earlier turn, in which nothing is to be chosen any more
 * @returns {Message}
 */
function ended(message) {
  return { ...message, buttons: [] };
}
