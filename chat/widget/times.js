// @ts-check
/** When something was said, in the visitor's own time zone. */
import { texts } from "./texts.js";

const clock = new Intl.DateTimeFormat("ja-JP", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** @param {string | undefined} at ISO 8601; now when there is none */
function moment(at) {
  const date = new Date(at ?? Date.now());
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

/** @param {string | undefined} at */
export function clockTime(at) {
  return clock.format(moment(at));
}

/**
 * @param {string | undefined} at
 * @returns {string} the day, as 2026-11-29
 */
export function dayOf(at) {
  const date = moment(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {string} day as dayOf gives it */
export function dayInWords(day) {
  const date = new Date(`${day}T00:00`);
  const year = date.getFullYear();
  return texts.day(date, year === new Date().getFullYear() ? "" : String(year));
}
