// @ts-check
/** What a message says, on show and read out. */
import { texts } from "./texts.js";

/** @import { Message } from "./client.js" */

/** @param {Message} message */
export function wordsOf(message) {
  // The text says everything; conditions and reservation stand apart, so the summary is enough.
  return message.answer?.card?.summary || message.text;
}

/** @param {Message[]} messages of the bot, as a screen reader says them at once */
export function spoken(messages) {
  const count = messages.reduce((sum, { buttons }) => sum + (buttons?.length ?? 0), 0);
  return [...messages.map(wordsOf), count > 0 && texts.choices(count)].filter(Boolean).join("\n");
}
