// @ts-check
/** The answer card: what a reply says in words, once more at a glance. */
import { element } from "./dom.js";
import { texts, verdicts } from "./texts.js";

/** @import { Answer } from "./client.js" */

/**
 * @param {Answer | null | undefined} answer
 * @returns {HTMLElement | null} null when this answer has no card
 */
export function answerCard(answer) {
  const card = answer?.card;
  if (!card || !Object.hasOwn(verdicts, answer.verdict)) return null;
  const { sign, label } = verdicts[answer.verdict];
  const paysFor = card.pays_for ?? [];
  const conditions = card.conditions ?? [];
  return element(
    "div",
    {
      class: "card",
      role: "group",
      "aria-label": texts.card,
      "data-testid": "card",
      "data-verdict": answer.verdict,
      "data-entry": answer.entries?.[0]?.id ?? "",
    },
    element(
      "p",
      { class: "badge" },
      element("span", { class: "sign", "aria-hidden": "true" }, sign),
      element("span", {}, card.label || label),
    ),
    card.title && element("p", { class: "card-title" }, card.title),
    paysFor.length > 0 && costs(paysFor),
    conditions.length > 0 &&
      element(
        "div",
        { class: "conditions" },
        element("p", { class: "card-label" }, texts.conditions),
        element("ul", {}, ...conditions.map(({ text, title }) => element("li", {}, text || title))),
      ),
    card.source &&
      element(
        "p",
        { class: "source" },
        element("span", { class: "card-label" }, texts.source),
        element("span", {}, card.source),
      ),
    card.reservation && element("p", { class: "reservation", "data-testid": "reservation" }, card.reservation),
  );
}

/** @param {{title: string}[]} items */
function costs(items) {
  return element(
    "details",
    { class: "costs" },
    element("summary", {}, texts.paysFor, element("span", { class: "count" }, texts.items(items.length))),
    element("ul", { class: "chips" }, ...items.map(({ title }) => element("li", {}, title))),
  );
}
