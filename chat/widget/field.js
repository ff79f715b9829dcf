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

/** @typedef {{onInput: () => void, onEnter: () => void, onRest: () => void}} FieldWatcher */

export class Field {
  /** @param {string | null} asks the form's field; null or one without a line of its own: free text */
  static kindOf(asks) {
    return asks && Object.hasOwn(LINES, asks) ? asks : "";
  }

  /**
   * @param {string} kind from kindOf
   * @param {FieldWatcher} watcher onRest: nothing is being composed any more
   */
  constructor(kind, { onInput, onEnter, onRest }) {
    this.kind = kind;
    this.node = kind ? line(kind) : area();
    this.ime = new Ime(this.node, onRest);
    this.node.addEventListener("input", onInput);
    this.node.addEventListener("keydown", (event) => {
      const key = /** @type {KeyboardEvent} */ (event);
      if (key.key !== "Enter" || (key.shiftKey && !kind) || this.ime.owns(key)) return;
      key.preventDefault();
      onEnter();
    });
  }
}

const SHARED = {
  class: "input", autocomplete: "off", enterkeyhint: "send", "aria-describedby": "hint counter", "data-testid": "input",
};

function area() {
  return element("textarea", {
    ...SHARED, rows: "2", placeholder: texts.placeholder(), "aria-label": texts.inputLabel(),
  });
}

/** @param {string} kind */
function line(kind) {
  const label = fieldLabels[kind]();
  return element("input", { ...SHARED, type: "text", ...LINES[kind], name: kind, placeholder: label, "aria-label": label });
}
