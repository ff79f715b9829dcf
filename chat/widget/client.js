// @ts-check
/** The public chat API: calls, errors and the session token. Knows nothing of the page. */
import { failures } from "./texts.js";

/** @typedef {{id: string, title: string}} Button */
/** @typedef {{id: string, title: string, source?: string}} Entry */
/**
 * @typedef {object} Card
 * @property {string} [label]
 * @property {string | null} [title]
 * @property {string | null} [source]
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
 * @property {string} [at]
 * @property {Answer | null} [answer]
 */
/** @typedef {{name: string, asks: string | null}} Form */
/** @typedef {{messages: Message[], answer?: Answer | null, form?: Form | null}} Reply */
/** @typedef {{token: string, messages: Message[], form?: Form | null, expired: boolean}} Session */
/** @typedef {{id: string, text: string} | {id: string, button: string}} Outgoing */

const TOKEN_KEY = "hosho-chat-token";
const TIMEOUT_MS = 30_000;
const DEFAULT_WAIT_SECONDS = 5;
const MAX_WAIT_SECONDS = 3600;

export class ApiError extends Error {
  /**
   * @param {number} status HTTP status; 0 when no answer arrived
   * @param {string} detail a sentence for the visitor
   * @param {{messages?: Message[], retryAfter?: number}} [more]
   */
  constructor(status, detail, { messages = [], retryAfter = 0 } = {}) {
    super(detail);
    this.status = status;
    this.messages = messages;
    /** Seconds to wait before anything is sent again. */
    this.retryAfter = retryAfter;
  }

  /** Whether sending the same thing again can succeed. */
  get retryable() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** A message id. `crypto.randomUUID` is missing on pages served over plain http. */
export function newId() {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class Client {
  #base;
  /** @type {string | null} */
  #token = null;

  /** @param {string} base origin of the API */
  constructor(base) {
    this.#base = base;
  }

  /** Whether an earlier visit left a session to resume. */
  get hasSession() {
    return this.#stored() !== null;
  }

  /**
   * Resumes the stored session, or opens a new one when there is none or it is no longer known.
   * @returns {Promise<Session>}
   */
  async start() {
    const stored = this.#stored();
    if (!stored) return { ...(await this.#open({})), expired: false };
    try {
      return { ...(await this.#open({ resume: stored })), expired: false };
    } catch (error) {
      if (!(error instanceof ApiError) || error.retryable) throw error;
    }
    this.forget(stored);
    return { ...(await this.#open({})), expired: true };
  }

  /**
   * The same `id` sent again returns the same reply and changes nothing.
   * @param {Outgoing} message
   * @returns {Promise<Reply>}
   */
  async send(message) {
    const reply = await this.#call("/api/chat/messages", message, this.#token);
    return { ...reply, messages: reply.messages ?? [] };
  }

  /** Erases the conversation on the server, everywhere. */
  async erase() {
    await this.#call("/api/chat/session", null, this.#token, "DELETE");
    this.forget();
  }

  /**
   * Drops a token, unless another tab has already stored a newer one.
   * @param {string | null} [token]
   */
  forget(token = this.#token) {
    if (this.#token === token) this.#token = null;
    try {
      if (localStorage.getItem(TOKEN_KEY) === token) localStorage.removeItem(TOKEN_KEY);
    } catch {
      // No storage: the token lived in this page only.
    }
  }

  /**
   * @param {{resume?: string}} body
   * @returns {Promise<Omit<Session, "expired">>}
   */
  async #open(body) {
    const session = await this.#call("/api/chat/sessions", body, null);
    if (typeof session.token !== "string") throw new ApiError(502, failures.server);
    this.#token = session.token;
    try {
      localStorage.setItem(TOKEN_KEY, session.token);
    } catch {
      // Storage may be blocked or full: the conversation then ends with the page.
    }
    return { ...session, messages: session.messages ?? [] };
  }

  /** @returns {string | null} */
  #stored() {
    try {
      return localStorage.getItem(TOKEN_KEY) ?? this.#token;
    } catch {
      return this.#token;
    }
  }

  /**
   * @param {string} path
   * @param {object | null} body
   * @param {string | null} token
   * @param {"POST" | "DELETE"} [method]
   * @returns {Promise<any>} the JSON body; an empty object when the reply has none
   */
  async #call(path, body, token, method = "POST") {
    /** @type {Record<string, string>} */
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let response, payload;
    try {
      response = await fetch(this.#base + path, {
        method, headers, signal, body: body && JSON.stringify(body), credentials: "omit", cache: "no-store",
      });
      if (response.status === 204) return {};
      payload = await response.json().catch((error) => {
        if (error instanceof SyntaxError) return null; // A proxy's page: the status alone tells.
        throw error;
      });
    } catch {
      throw new ApiError(0, signal.aborted ? failures.timeout : failures.network);
    }
    if (response.ok && payload && typeof payload === "object") return payload;
    const status = response.ok ? 502 : response.status;
    const detail = typeof payload?.detail === "string" ? payload.detail : "";
    throw new ApiError(status, detail || wordsFor(status), {
      messages: Array.isArray(payload?.messages) ? payload.messages : [],
      retryAfter: status === 429 ? secondsToWait(response.headers.get("Retry-After")) : 0,
    });
  }
}

/** @param {number} status */
function wordsFor(status) {
  if (status === 413) return failures.tooLong;
  if (status === 429) return failures.tooMany;
  return status < 500 ? failures.refused : failures.server;
}

/**
 * `Retry-After` is a number of seconds or a date.
 * @param {string | null} value
 */
function secondsToWait(value) {
  if (!value) return DEFAULT_WAIT_SECONDS;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return DEFAULT_WAIT_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 0), MAX_WAIT_SECONDS);
}
