// @ts-check
/** Does one thing until it is done: after growing waits, as long as the server asks to wait, or when told to. */
import { ApiError } from "./errors.js";

const WAITS = [2, 5, 15, 30];

/**
 * @typedef {object} Watcher
 * @property {() => void} onStart
 * @property {(error: ApiError, seconds: number) => void} onWait every second; 0 when only `again` goes on
 * @property {(error: ApiError | null) => void} onEnd done, or failed in a way that no other try mends
 */

export class Attempts {
  #task;
  #watcher;
  #failed = 0;
  #timer = 0;
  #running = false;
  #over = false;
  #toldToWait = false;
  #paused = false;

  /**
   * @param {() => Promise<void>} task
   * @param {Watcher} watcher
   */
  constructor(task, watcher) {
    this.#task = task;
    this.#watcher = watcher;
  }

  /** Tries now, unless it is being tried or the server asked for a pause. */
  again() {
    if (this.#toldToWait) return;
    this.#failed = 0;
    this.#try();
  }

  /** Nothing happens until `goOn`. */
  pause() {
    clearTimeout(this.#timer);
    this.#paused = true;
  }

  goOn() {
    this.#paused = false;
    this.#toldToWait = false;
    this.again();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#over = true;
  }

  async #try() {
    if (this.#running || this.#over || this.#paused) return;
    clearTimeout(this.#timer);
    this.#running = true;
    this.#toldToWait = false;
    this.#watcher.onStart();
    const error = await this.#task().then(() => null, asApiError);
    this.#running = false;
    if (this.#over) return;
    if (error?.retryable) {
      if (this.#paused) return;
      this.#toldToWait = error.asksToWait;
      this.#count(error, error.asksToWait ? error.retryAfter : (WAITS[this.#failed++] ?? 0));
    } else {
      this.#over = true;
      this.#watcher.onEnd(error);
    }
  }

  /**
   * @param {ApiError} error
   * @param {number} seconds
   */
  #count(error, seconds) {
    this.#watcher.onWait(error, seconds);
    if (seconds === 0) return;
    this.#timer = window.setTimeout(() => (seconds > 1 ? this.#count(error, seconds - 1) : this.#try()), 1000);
  }
}

/** @param {unknown} error */
function asApiError(error) {
  if (error instanceof ApiError) return error;
  console.error(error);
  return new ApiError(400);
}
