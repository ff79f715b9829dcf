// @ts-check
/** What a form would send, a line a field, each with a button to change it. */
import { button, element } from "./dom.js";
import { texts } from "./texts.js";

/** @import { ReviewLine } from "./client.js" */

/**
 * @param {ReviewLine[]} lines
 * @param {(edit: string) => void} onEdit
 * @returns {{node: HTMLElement, buttons: HTMLButtonElement[]}}
 */
export function reviewCard(lines, onEdit) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  const rows = lines.map(({ label, value, edit }) => {
    const attributes = { class: "small-button", "aria-label": texts.editLine(label), "data-testid": "edit" };
    const change = button(attributes, texts.edit(), () => onEdit(edit));
    buttons.push(change);
    return element(
      "div",
      {},
      element("dt", {}, label),
      element("dd", {}, element("span", { class: "value", dir: "auto" }, value), change),
    );
  });
  const attributes = { class: "card", role: "group", "aria-label": texts.review(), lang: "ja", "data-testid": "review" };
  return { node: element("div", attributes, element("dl", { class: "review" }, ...rows)), buttons };
}

/** @param {string} text of the review's message, whose list the card replaces */
export function withoutList(text) {
  return text.split("\n").filter((line) => !line.startsWith("・")).join("\n");
}
