// @ts-check
/** The field, its counter and the send button. Enter sends, but never while Japanese is being composed. */
import { button, element } from "./dom.js";
import { Field } from "./field.js";
import { MAX_CHARACTERS, texts } from "./texts.js";

const COUNTER_FROM = MAX_CHARACTERS * 0.8;

/** @typedef {{onSend: (text: string) => void, onBlocked: (why: string) => void}} ComposerWatcher */

export class Composer {
  #locked = false;
  #why = "";
  /** The field the form asks for, until it can be put in. */
  #wanted = "";
  #watcher;
  #sender = button({ class: "send", "data-testid": "send" }, texts.send(), () => {
    this.#send();
    this.focus();
  });
  #hint = element("span", { id: "hint", class: "hint" });
  #counter = element("span", { id: "counter", class: "counter" });
  #field = this.#made("");

  /** @param {ComposerWatcher} watcher */
  constructor(watcher) {
    this.#watcher = watcher;
    this.node = element(
      "form",
      { class: "composer", novalidate: true },
      element("div", { class: "line" }, this.#field.node, this.#sender),
      element("div", { class: "below quiet" }, this.#hint, this.#counter),
    );
    // A line in a form submits it on some Enter of an input method, too: what sends is decided in Field.
    this.node.addEventListener("submit", (event) => event.preventDefault());
    this.#refresh();
  }

  focus() {
    this.#field.node.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event whether it belongs to the input method */
  composing(event) {
    return this.#field.ime.owns(event);
  }

  /** @param {string} text given back to the visitor, unless something is typed already */
  offer(text) {
    if (this.#field.node.value.trim() === "") this.#field.node.value = text;
    this.#refresh();
  }

  /**
   * @param {boolean} locked whether nothing can be sent; typing goes on
   * @param {string} [why]
   */
  lock(locked, why = "") {
    this.#locked = locked;
    this.#why = why;
    this.#refresh();
  }

  /** @param {string | null} asks the form's field */
  ask(asks) {
    this.#wanted = Field.kindOf(asks);
    this.#putField();
  }

  /** Not while something is being composed, or a text of several lines is written. */
  #putField() {
    const { kind, node, ime } = this.#field;
    if (kind === this.#wanted || ime.composing || node.value.includes("\n")) return;
    const focused = node.matches(":focus");
    this.#field = this.#made(this.#wanted);
    this.#field.node.value = node.value;
    node.replaceWith(this.#field.node);
    if (focused) this.focus();
    this.#refresh();
  }

  /** @param {string} kind */
  #made(kind) {
    return new Field(kind, {
      onInput: () => this.#refresh(), onEnter: () => this.#send(), onRest: () => this.#putField(),
    });
  }

  #send() {
    const text = this.#field.node.value.trim();
    if (!text || length(text) > MAX_CHARACTERS) return;
    if (this.#locked) {
      if (this.#why) this.#watcher.onBlocked(this.#why);
      return;
    }
    this.#field.node.value = "";
    this.#refresh();
    this.#watcher.onSend(text);
  }

  #refresh() {
    const count = length(this.#field.node.value.trim());
    const over = count > MAX_CHARACTERS;
    this.#hint.textContent = this.#why || (this.#field.isLine ? "" : texts.keyHint());
    this.#hint.classList.toggle("why", this.#why !== "");
    this.#counter.textContent = count >= COUNTER_FROM ? texts.counter(count) + (over ? texts.tooMany(count - MAX_CHARACTERS) : "") : "";
    this.#counter.classList.toggle("over", over);
    this.#field.node.setAttribute("aria-invalid", String(over));
    this.#sender.disabled = this.#locked || over || count === 0;
  }
}

/** @param {string} text */
function length(text) {
  return [...text].length; // Characters as the server counts them, not UTF-16 units.
}
