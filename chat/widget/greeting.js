// @ts-check

/** @import { Message } from "./client.js" */

/**
 * @param {Message[]} messages of a whole transcript
 * @param {string} greeting the page's own words for the first; empty: as it is
 */
export function greeted(messages, greeting) {
  const [first, ...others] = messages;
  return first?.from === "bot" && greeting ? [{ ...first, text: greeting }, ...others] : messages;
}
