// @ts-check
/** The session: opened once, resumed where there is one, and what it opens on. */
import { greeted } from "./greeting.js";
import { warn } from "./options.js";

/** @import { Button, Client, Message, Session } from "./client.js" */
/** @import { Options } from "./options.js" */
/** @typedef {(messages: Message[], session: Session) => void} OnOpened */

export class SessionKeeper {
  /** The session being opened, or open. @type {Promise<void> | null} */
  #session = null;
  /** The last message that came with a transcript. @type {string | null} */
  syncedTo = null;
  /** What a new conversation opens on, until the visitor sees it. @type {Button | null} */
  topic = null;
  #client;
  #options;
  #onOpened;

  /**
   * @param {Client} client
   * @param {Options} options
   * @param {OnOpened} onOpened
   */
  constructor(client, options, onOpened) {
    this.#client = client;
    this.#options = options;
    this.#onOpened = onOpened;
  }

  get isThere() {
    return this.#session !== null;
  }

  /**
   * @param {string} [about] the entry a new session opens on
   * @returns {Promise<void>} once there is a session
   */
  ready(about = "") {
    this.#session ??= this.#client.start(about).then(
      (session) => this.#opened(session, about),
      (error) => {
        this.#session = null;
        throw error;
      },
    );
    return this.#session;
  }

  /** It is known no more. */
  leave() {
    this.#client.forget();
    this.#session = null;
    this.syncedTo = null;
    this.topic = null;
  }

  /**
   * @param {Session} session
   * @param {string} about
   */
  #opened(session, about) {
    const { messages, resumed } = session;
    this.syncedTo = messages.at(-1)?.id ?? null;
    if (about && session.about) this.topic = messages[0]?.buttons?.[0] ?? null;
    else if (about && !resumed) warn("scenario", "names no entry that is known");
    this.#onOpened(greeted(messages, this.#options.greeting), session);
  }
}
