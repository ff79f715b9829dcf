// @ts-check
/** The answer card: what a reply says in words, once more at a glance. */
import { element } from "./dom.js";
import { texts, verdicts } from "./texts.js";

/** @import { Answer, Card } from "./client.js" */

/** @typedef {Answer & {card: Card}} Carded */

/**
 * @param {Answer | null | undefined} answer
 * @returns {answer is Carded}
 */
export function hasCard(answer) {
  return Boolean(answer?.card && Object.hasOwn(verdicts, answer.verdict));
}

/** @param {Carded} answer */
export function answerCard(answer) {
  const { card } = answer;
  const { sign, label } = verdicts[answer.verdict];
  const paysFor = card.pays_for ?? [];
  const conditions = card.conditions ?? [];
  return element(
    "div",
    {
      class: "card",
      role: "group",
      "aria-label": texts.card(),
      "data-testid": "card",
      "data-verdict": answer.verdict,
      "data-entry": answer.entries?.[0]?.id ?? "",
    },
    element(
      "p",
      { class: "badge" },
      element("span", { class: "sign", "aria-hidden": "true" }, sign),
      element("span", {}, label(card.label ?? "")),
    ),
    card.title && element("p", { class: "card-title", lang: "ja", dir: "auto" }, card.title),
    paysFor.length > 0 && costs(paysFor),
    conditions.length > 0 &&
      element(
        "div",
        { class: "conditions" },
        element("p", { class: "card-label" }, texts.conditions()),
        element("ul", { lang: "ja" }, ...conditions.map(({ text, title }) => element("li", { dir: "auto" }, text || title))),
      ),
    card.source &&
      element("p", { class: "source" }, element("span", { class: "card-label" }, texts.source()), sourceOf(card)),
    reservation(card),
  );
}

/** @param {Card | null | undefined} card */
export function reservation(card) {
  const attributes = { class: "reservation quiet", lang: "ja", dir: "auto", "data-testid": "reservation" };
  return card?.reservation && element("p", attributes, card.reservation);
}

/** @param {{title: string}[]} items */
function costs(items) {
  return element(
    "details",
    { class: "costs" },
    element("summary", {}, texts.paysFor(), element("span", { class: "count quiet" }, texts.items(items.length))),
    element("ul", { class: "chips", lang: "ja" }, ...items.map(({ title }) => element("li", { dir: "auto" }, title))),
  );
}

/** @param {Card} card whose source is a link when the server names an address for it */
function sourceOf({ source, source_url: url }) {
  if (!url?.startsWith("https://")) return element("span", { lang: "ja", dir: "auto" }, source);
  const elsewhere = element("span", { class: "unseen" }, texts.newTab());
  const attributes = { href: url, target: "_blank", rel: "noopener noreferrer", lang: "ja", dir: "auto" };
  return element("a", attributes, source, elsewhere);
}
