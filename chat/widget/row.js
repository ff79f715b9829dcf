// @ts-check
/** One message with all that belongs to it. */
import { answerCard, hasCard, reservation } from "./card.js";
import { quickReplies } from "./choices.js";
import { element } from "./dom.js";
import { ratingButtons } from "./rating.js";
import { receiptCard } from "./receipt.js";
import { reviewCard, withoutList } from "./review.js";
import { texts } from "./texts.js";
import { clockTime, dayOf } from "./times.js";
import { wordsOf } from "./words.js";

/** @import { Button, Form, Message } from "./client.js" */
/** Characters of a reply from which finding its phrases would hold the page up, for seconds in the end. */
const LONG = 5000;

/**
 * What a row asks for.
 * @typedef {object} Hands
 * @property {(chosen: Button) => void} onChoose
 * @property {(text: string) => void} onSend
 * @property {(id: string, helpful: boolean) => Promise<void>} onRate
 * @property {(words: string) => void} say
 */
/** @typedef {{node: HTMLElement, buttons: HTMLButtonElement[]}} Row */

/**
 * @param {Message} message
 * @returns {Row} without buttons
 */
export function visitorRow(message) {
  const bubble = { class: "bubble", dir: "auto", "data-testid": "message", "data-from": "visitor" };
  const node = element(
    "div",
    { class: "row visitor", "data-day": dayOf(message.at) },
    element("span", { class: "unseen" }, texts.fromVisitor()),
    element("div", bubble, message.text),
    element("p", { class: "meta quiet" }, element("span", { class: "mark" }), time(message.at)),
  );
  return { node, buttons: [] };
}

/**
 * @param {Message} message
 * @param {Form | null} form whose review is to be shown with it
 * @param {Hands} hands
 * @returns {Row}
 */
export function botRow(message, form, { onChoose, onSend, onRate, say }) {
  const card = hasCard(message.answer) ? answerCard(message.answer) : null;
  const review = form?.review?.length ? reviewCard(form.review, onSend) : null;
  const edits = new Set(form?.review?.map(({ edit }) => edit));
  const offered = (message.buttons ?? []).filter(({ title }) => !edits.has(title));
  const choices = offered.length > 0 ? quickReplies(offered, onChoose) : null;
  const words = wordsOf(message);
  const bubble = { class: "bubble", dir: "auto", lang: "ja", "data-testid": "message", "data-from": "bot" };
  const node = element(
    "div",
    { class: isLong(message, form) ? "row bot long" : "row bot", "data-day": dayOf(message.at) },
    element("span", { class: "unseen" }, texts.fromBot()),
    element("div", bubble, ...inOnePiece(review ? withoutList(words) : words, message.receipt)),
    card,
    review?.node,
    message.receipt ? receiptCard(message.receipt, say) : null,
    element("div", { class: "meta quiet" }, time(message.at), card && rating(message, onRate, say)),
    choices?.node,
    !card && reservation(message.answer?.card),
  );
  return { node, buttons: [...(review?.buttons ?? []), ...(choices?.buttons ?? [])] };
}

/**
 * @param {string} words
 * @param {string} [receipt] not to be broken at its hyphen
 */
function inOnePiece(words, receipt) {
  const [before, ...after] = receipt ? words.split(receipt) : [words];
  return after.length > 0 ? [before, element("span", {}, receipt), after.join(receipt)] : [before];
}

/**
 * @param {Message} message
 * @param {Hands["onRate"]} onRate
 * @param {Hands["say"]} say
 */
function rating({ id, helpful }, onRate, say) {
  return ratingButtons(helpful ?? null, (yes) => onRate(id, yes), say);
}

/**
 * @param {Element} row of a visitor's message
 * @param {"" | "waiting" | "refused"} state
 */
export function markRow(row, state) {
  const mark = row.querySelector(".mark");
  if (mark) mark.textContent = state === "waiting" ? texts.waiting() : state === "refused" ? texts.refused() : "";
  row.classList.toggle("waiting", state === "waiting");
  if (state === "waiting") row.setAttribute("data-testid", "waiting");
  else row.removeAttribute("data-testid");
}

/**
 * @param {Message} message
 * @param {Form | null} form
 */
function isLong(message, form) {
  return JSON.stringify([message, form]).length > LONG;
}

/** @param {string | undefined} at */
function time(at) {
  return element("time", { datetime: at }, clockTime(at));
}
