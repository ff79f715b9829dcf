// @ts-check
/** Where the visitor types: a text area, or a line of the type that fits what the form asks. */
import { element } from "./dom.js";
import { Ime } from "./ime.js";
import { fieldLabels, texts } from "./texts.js";

/** @type {Record<string, Record<string, string>>} */
const LINES = {
  company: { autocomplete: "organization" },
  annual_sales: { inputmode: "text" },
  contact_name: { autocomplete: "name" },
  email: { type: "email", inputmode: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
};

/** What the form asks that has no line of its own. */
const ANSWER = "answer";

/** @typedef {{onInput: () => void, onEnter: () => void, onRest: () => void}} FieldWatcher */

export class Field {
  /** @param {string | null} asks the form's field; null: a question is welcome */
  static kindOf(asks) {
    if (!asks) return "";
    return Object.hasOwn(LINES, asks) ? asks : ANSWER;
  }

  /**
   * @param {string} kind from kindOf
   * @param {FieldWatcher} watcher onRest: nothing is being composed any more
   */
  constructor(kind, { onInput, onEnter, onRest }) {
    this.kind = kind;
    this.isLine = Object.hasOwn(LINES, kind);
    this.node = this.isLine ? line(kind) : area(kind);
    this.ime = new Ime(this.node, onRest);
    this.node.addEventListener("input", onInput);
    this.node.addEventListener("keydown", (event) => {
      const key = /** @type {KeyboardEvent} */ (event);
      if (key.key !== "Enter" || (key.shiftKey && !this.isLine) || this.ime.owns(key)) return;
      key.preventDefault();
      onEnter();
    });
  }
}

const SHARED = {
  class: "input", autocomplete: "off", enterkeyhint: "send", "aria-describedby": "hint counter", "data-testid": "input",
};

/** @param {string} kind */
function area(kind) {
  const [placeholder, label] = kind
    ? [texts.answerPlaceholder(), texts.answerLabel()]
    : [texts.placeholder(), texts.inputLabel()];
  return element("textarea", { ...SHARED, rows: "2", placeholder, "aria-label": label });
}

/** @param {string} kind */
function line(kind) {
  const label = fieldLabels[kind]();
  return element("input", { ...SHARED, type: "text", ...LINES[kind], name: kind, placeholder: label, "aria-label": label });
}
