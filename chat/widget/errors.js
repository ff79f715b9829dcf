// @ts-check
/** What can go wrong between the widget and the server, in words for the visitor. */
import { texts } from "./texts.js";

const DEFAULT_WAIT_SECONDS = 5;

export class ApiError extends Error {
  /**
   * @param {number} status HTTP status; 0 when no answer arrived
   * @param {string} [detail] a sentence for the visitor
   * @param {string | null} [retryAfter] the server's header
   */
  constructor(status, detail, retryAfter) {
    super(detail || (status > 0 && status < 500 ? texts.refusal() : texts.unavailable()));
    this.status = status;
    this.asksToWait = status === 429;
    /** Seconds. */
    this.retryAfter = Math.ceil(Number(retryAfter)) || DEFAULT_WAIT_SECONDS;
  }

  /** Whether sending the same thing again can succeed. */
  get retryable() {
    return this.status === 0 || this.status === 408 || this.asksToWait || this.status >= 500;
  }
}

/** @param {unknown} error */
export function knowsNoSession(error) {
  return error instanceof ApiError && error.status === 401;
}
