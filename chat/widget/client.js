// @ts-check
/** The public chat API and the session token. Knows nothing of the page. */
import { call } from "./call.js";
import { ApiError, knowsNoSession } from "./errors.js";
import { dropToken, storedToken, storeToken } from "./token.js";

/** @typedef {{id: string, title: string}} Button */
/** @typedef {{id: string, title: string, source?: string}} Entry */
/**
 * @typedef {object} Card
 * @property {string} [label]
 * @property {string | null} [title]
 * @property {string} [summary]
 * @property {string | null} [source]
 * @property {string | null} [source_url]
 * @property {{id: string, title: string}[]} [pays_for]
 * @property {{id: string, title: string, text: string}[]} [conditions]
 * @property {string | null} [reservation]
 */
/** @typedef {{verdict: string, entries?: Entry[], card?: Card | null}} Answer */
/**
 * @typedef {object} Message
 * @property {string} id
 * @property {"bot" | "visitor"} from
 * @property {string} text
 * @property {Button[]} [buttons]
 * @property {boolean} [helpful] how the visitor rated it, in a transcript
 * @property {string} [receipt] the reference of what was sent
 * @property {string} [at]
 * @property {Answer | null} [answer]
 */
/** @typedef {{field: string, label: string, value: string, edit: string}} ReviewLine */
/**
 * @typedef {object} Form
 * @property {string} name
 * @property {string | null} asks
 * @property {number} step
 * @property {number} of
 * @property {string | null} receipt
 * @property {ReviewLine[] | null} [review]
 */
/** @typedef {{messages: Message[], form: Form | null}} Reply */
/** @typedef {Reply & {about?: boolean, resumed: boolean, expired: boolean}} Session */
/** @typedef {{id: string, text: string} | {id: string, button: string}} Outgoing */

export class Client {
  #base;
  /** @type {string | null} */
  #token = null;

  /** @param {string} base origin of the API */
  constructor(base) {
    this.#base = `${base}/api/chat/`;
  }

  /** Whether there is a session to resume. */
  get hasSession() {
    return this.#known() !== null;
  }

  /**
   * Resumes the stored session, or opens a new one when there is none or it is no longer known.
   * @param {string} [about] the entry a new session opens on
   * @returns {Promise<Session>}
   */
  async start(about) {
    const stored = this.#known();
    const opening = about ? { about } : {};
    if (!stored) return { ...(await this.#open(opening)), resumed: false, expired: false };
    try {
      return { ...(await this.#open({ resume: stored })), resumed: true, expired: false };
    } catch (error) {
      if (!(error instanceof ApiError) || error.retryable) throw error;
    }
    this.forget(stored);
    return { ...(await this.#open(opening)), resumed: false, expired: true };
  }

  /**
   * The same `id` sent again returns the same reply and changes nothing.
   * @param {Outgoing} message
   * @returns {Promise<Reply>}
   */
  async send(message) {
    return replyOf(await call(`${this.#base}messages`, "POST", this.#token, message));
  }

  /**
   * @param {string | null} id of a message
   * @returns {Promise<Reply>} what came after it; everything when it is not known
   */
  async after(id) {
    const url = `${this.#base}messages`;
    try {
      return replyOf(await call(id ? `${url}?after=${encodeURIComponent(id)}` : url, "GET", this.#token));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 400)) throw error;
    }
    return replyOf(await call(url, "GET", this.#token));
  }

  /**
   * @param {string} id of a message
   * @param {boolean} helpful
   */
  async rate(id, helpful) {
    await call(`${this.#base}messages/${encodeURIComponent(id)}/feedback`, "POST", this.#token, { helpful });
  }

  /** Erases the conversation on the server, everywhere; what is not known there is erased already. */
  async erase() {
    const token = this.#token ?? this.#known();
    try {
      if (token) await call(`${this.#base}session`, "DELETE", token);
    } catch (error) {
      if (!knowsNoSession(error)) throw error;
    }
    this.forget(token);
    dropToken(storedToken()); // Each tab that resumed it has got a token of its own.
  }

  /** @param {string | null} [token] that is not valid any more */
  forget(token = this.#token) {
    if (this.#token === token) this.#token = null;
    dropToken(token);
  }

  /**
   * @param {{resume?: string, about?: string}} body
   * @returns {Promise<Reply & {about?: boolean}>}
   */
  async #open(body) {
    const session = await call(`${this.#base}sessions`, "POST", null, body);
    if (typeof session.token !== "string") throw new ApiError(502);
    this.#token = session.token;
    storeToken(session.token);
    return { ...replyOf(session), about: session.about };
  }

  /** The token of the last tab that opened a session. */
  #known() {
    return storedToken() ?? this.#token;
  }
}

/**
 * @param {any} payload
 * @returns {Reply}
 */
function replyOf(payload) {
  return { messages: Array.isArray(payload.messages) ? payload.messages : [], form: payload.form ?? null };
}
