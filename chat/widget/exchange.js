// @ts-check
/** One exchange with the server at a time, and how it stands on show. */
import { Attempts } from "./attempts.js";
import { texts } from "./texts.js";
import { guardUnload } from "./unload.js";

/** @import { ApiError } from "./errors.js" */
/** @import { Outgoing } from "./client.js" */
/** @import { View } from "./view.js" */
/** @typedef {{onFree: () => void, onReconnect: () => void}} ExchangeWatcher */

export class Exchange {
  /** @type {Attempts | null} */
  #attempts = null;
  #view;
  #watcher;

  /**
   * @param {View} view
   * @param {ExchangeWatcher} watcher
   */
  constructor(view, watcher) {
    this.#view = view;
    this.#watcher = watcher;
  }

  get isFree() {
    return !this.#attempts;
  }

  /**
   * In place of what is under way.
   * @param {() => Promise<void>} task
   * @param {Outgoing | null} [outgoing] the message it sends, if it sends one
   */
  run(task, outgoing = null) {
    this.#attempts?.stop();
    this.#view.log.trouble.drop();
    this.#attempts = new Attempts(task, {
      onStart: () => this.#view.lock({ sending: true, busy: true, why: "" }),
      onWait: (error, seconds) => this.#wait(error, seconds, outgoing),
      onEnd: (error) => this.#end(error, outgoing),
    });
    this.#attempts.again();
  }

  again() {
    this.#attempts?.again();
  }

  pause() {
    this.#attempts?.pause();
    guardUnload(false);
  }

  goOn() {
    this.#attempts?.goOn();
  }

  /** Gives up what is under way. */
  stop() {
    this.#attempts?.stop();
    this.#attempts = null;
    guardUnload(false);
    this.#view.log.trouble.drop();
    this.#view.lock({ sending: false, busy: false, why: "" });
  }

  /**
   * @param {ApiError} error
   * @param {number} seconds
   * @param {Outgoing | null} outgoing
   */
  #wait(error, seconds, outgoing) {
    const { log } = this.#view;
    this.#view.lock({ sending: outgoing !== null, busy: false, why: outgoing ? texts.blocked() : "" });
    if (outgoing) log.mark(outgoing.id, "waiting");
    guardUnload(outgoing !== null);
    const retry = { label: outgoing ? texts.retry() : texts.reconnect(), run: () => this.again() };
    const isNews = log.trouble.show(error.message, {
      note: seconds > 0 ? texts.again(seconds) : "",
      retry: error.asksToWait ? null : retry,
      withdraw: outgoing && seconds === 0 ? { label: texts.withdraw(), run: () => this.#withdraw(outgoing) } : null,
    });
    if (isNews) log.reveal();
  }

  /**
   * @param {ApiError | null} error
   * @param {Outgoing | null} outgoing
   */
  #end(error, outgoing) {
    const { log, composer } = this.#view;
    this.stop();
    if (outgoing) log.mark(outgoing.id, error ? "refused" : "");
    if (error) {
      const reconnect = { label: texts.reconnect(), run: () => this.#watcher.onReconnect() };
      log.trouble.show(error.message, { retry: outgoing ? null : reconnect });
      log.reveal();
      if (outgoing && "text" in outgoing) composer.offer(outgoing.text);
    }
    this.#watcher.onFree();
  }

  /** @param {Outgoing} outgoing */
  #withdraw(outgoing) {
    this.stop();
    this.#view.log.takeBack(outgoing.id);
    if ("text" in outgoing) this.#view.composer.offer(outgoing.text);
    this.#watcher.onFree();
  }
}
