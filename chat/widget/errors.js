// @ts-check
/** What can go wrong between the widget and the server, in words for the visitor. */
import { failures } from "./texts.js";

const DEFAULT_WAIT_SECONDS = 5;
const MAX_WAIT_SECONDS = 3600;

export class ApiError extends Error {
  /**
   * @param {number} status HTTP status; 0 when no answer arrived
   * @param {string} detail a sentence for the visitor
   * @param {number} [retryAfter] seconds the server asks to wait
   */
  constructor(status, detail, retryAfter = 0) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether sending the same thing again can succeed. */
  get retryable() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  get asksToWait() {
    return this.status === 429;
  }
}

/** @param {unknown} error */
export function knowsNoSession(error) {
  return error instanceof ApiError && error.status === 401;
}

/**
 * @param {Response} response
 * @param {any} payload its JSON body, or null
 */
export function errorOf(response, payload) {
  const status = response.ok ? 502 : response.status;
  const detail = typeof payload?.detail === "string" ? payload.detail : "";
  const wait = status === 429 ? secondsToWait(response.headers.get("Retry-After")) : 0;
  return new ApiError(status, detail || wordsFor(status), wait);
}

/** @param {number} status */
function wordsFor(status) {
  if (status === 413) return failures.tooLong();
  if (status === 429) return failures.tooMany();
  return status < 500 ? failures.refused() : failures.server();
}

/**
 * `Retry-After` is a number of seconds or a date.
 * @param {string | null} value
 */
function secondsToWait(value) {
  if (!value) return DEFAULT_WAIT_SECONDS;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return DEFAULT_WAIT_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), MAX_WAIT_SECONDS);
}
