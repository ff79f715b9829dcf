// @ts-check
/** Tells the site's other tabs that something changed; what it was, each asks the server. */

export class Tabs {
  #channel = new BroadcastChannel("hosho-chat");
  #signal;

  /**
   * @param {() => void} onChange
   * @param {AbortSignal} signal ends it
   */
  constructor(onChange, signal) {
    this.#signal = signal;
    this.#channel.onmessage = onChange;
    signal.addEventListener("abort", () => this.#channel.close());
  }

  tell() {
    if (!this.#signal.aborted) this.#channel.postMessage("changed");
  }
}
