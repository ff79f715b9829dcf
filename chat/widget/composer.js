// @ts-check
/** The text area, its counter and the send button. Enter sends, but never while Japanese is being composed. */
import { element } from "./dom.js";
import { MAX_CHARACTERS, texts } from "./texts.js";

const COUNTER_FROM = MAX_CHARACTERS * 0.8;
const KEY_CODE_OF_IME = 229;

export class Composer {
  #locked = false;
  #composing = false;

  /** @param {(text: string) => void} onSend gets a text that may be sent */
  constructor(onSend) {
    this.input = element("textarea", {
      class: "input", rows: "2", autocomplete: "off", enterkeyhint: "send", placeholder: texts.placeholder,
      "aria-label": texts.inputLabel, "aria-describedby": "hint counter", "data-testid": "input",
    });
    this.sender = element("button", { type: "submit", class: "send", "data-testid": "send" }, texts.send);
    this.counter = element("span", { id: "counter", class: "counter" });
    this.node = element(
      "form",
      { class: "composer", novalidate: true },
      element("div", { class: "line" }, this.input, this.sender),
      element("div", { class: "below" }, element("span", { id: "hint", class: "hint" }, texts.keyHint), this.counter),
    );
    this.input.addEventListener("input", () => this.#refresh());
    this.input.addEventListener("compositionstart", () => (this.#composing = true));
    this.input.addEventListener("compositionend", () => (this.#composing = false));
    this.input.addEventListener("blur", () => (this.#composing = false));
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || this.composing(event)) return;
      event.preventDefault();
      this.#send(onSend);
    });
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(onSend);
      this.input.focus({ preventScroll: true });
    });
  }

  /**
   * Whether a key belongs to the input method. No one sign is enough: Safari ends the composition before the
   * Enter that confirms it (only keyCode tells), other browsers report 229 for some keys only.
   * @param {KeyboardEvent} event
   */
  composing(event) {
    return event.isComposing || this.#composing || event.keyCode === KEY_CODE_OF_IME;
  }

  get isEmpty() {
    return this.input.value.trim() === "";
  }

  /** @param {string} text */
  set text(text) {
    this.input.value = text;
    this.#refresh();
  }

  /** @param {boolean} locked whether nothing can be sent; typing goes on */
  set locked(locked) {
    this.#locked = locked;
    this.#refresh();
  }

  /** @param {(text: string) => void} onSend */
  #send(onSend) {
    const text = this.input.value.trim();
    if (!text || this.#locked || length(text) > MAX_CHARACTERS) return;
    this.text = "";
    onSend(text);
  }

  #refresh() {
    const count = length(this.input.value.trim());
    const over = count > MAX_CHARACTERS;
    this.counter.textContent = count >= COUNTER_FROM ? texts.counter(count) : "";
    this.counter.classList.toggle("over", over);
    this.input.setAttribute("aria-invalid", String(over));
    this.sender.disabled = this.#locked || over;
  }
}

/** @param {string} text */
function length(text) {
  return [...text].length; // Characters as the server counts them, not UTF-16 units.
}
