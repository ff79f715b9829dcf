// @ts-check
/** The conversation: what is sent when, and what follows from the answer. */
import { Client } from "./client.js";
import { ApiError, knowsNoSession } from "./errors.js";
import { Exchange } from "./exchange.js";
import { newId } from "./message_id.js";
import { Presenter } from "./presenter.js";
import { SessionKeeper } from "./session.js";
import { Tabs } from "./tabs.js";
import { texts } from "./texts.js";
import { View } from "./view.js";

/** @import { Button, Message, Outgoing, Reply, Session } from "./client.js" */
/** @import { Options } from "./options.js" */

export class Conversation {
  #client;
  #scenario;
  #session;
  #exchange;
  #presenter;
  /** @type {Tabs | null} */
  #tabs = null;
  /** Whether another tab may know more. */
  #stale = false;

  /**
   * @param {string} origin of the API
   * @param {Options} options
   */
  constructor(origin, options) {
    this.#client = new Client(origin);
    this.view = new View(options, {
      onSend: (text) => this.#send({ id: newId(), text }, text),
      onChoose: (chosen) => this.#choose(chosen),
      onRate: (id, helpful) => this.#client.rate(id, helpful),
      onErase: () => this.#erase(),
    });
    this.#presenter = new Presenter(this.view);
    this.#session = new SessionKeeper(this.#client, options, (...opened) => this.#opened(...opened));
    this.#scenario = options.scenario;
    this.#exchange = new Exchange(this.view, { onFree: () => this.#next(), onReconnect: () => this.begin() });
  }

  /**
   * A returning visitor's conversation is fetched at once; a new one waits for `begin`.
   * @param {AbortSignal} signal the widget has left the page
   */
  connect(signal) {
    this.#tabs = new Tabs(() => this.#catchUp(), signal);
    window.addEventListener("online", () => (this.#exchange.again(), this.#catchUp()), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.#catchUp(), { signal });
    signal.addEventListener("abort", () => this.#exchange.pause());
    this.#exchange.goOn();
    if (this.#client.hasSession) this.begin();
  }

  /** Opens the session, or resumes the stored one; nothing happens when that is done. */
  begin() {
    if (this.#session.isThere) this.#openTopic();
    else if (!this.#exchange.isFree) this.#exchange.again();
    else this.#exchange.run(() => this.#session.ready(this.#scenario));
  }

  /**
   * @param {Message[]} messages
   * @param {Session} session
   */
  #opened(messages, { form, resumed, expired }) {
    if (expired && this.view.log.isEmpty) this.view.log.notice(texts.expired());
    this.#presenter.open(messages, form, !resumed);
    if (!resumed) this.#tabs?.tell();
  }

  /** Nothing is under way any more. */
  #next() {
    this.#openTopic();
    if (this.#stale) this.#catchUp();
  }

  /** The topic the page has set, once the visitor looks at it. */
  #openTopic() {
    const { topic } = this.#session;
    if (topic && this.view.isOpen && this.#exchange.isFree) this.#choose(topic);
  }

  /** @param {Button} chosen */
  #choose({ id, title }) {
    this.#send({ id: newId(), button: id }, title);
  }

  /**
   * @param {Outgoing} outgoing
   * @param {string} text what the visitor's bubble shows
   */
  #send(outgoing, text) {
    this.#session.topic = null;
    this.view.log.add({ id: outgoing.id, from: "visitor", text, at: new Date().toISOString() });
    this.#exchange.run(() => this.#deliver(outgoing), outgoing);
    this.view.log.reveal();
  }

  /** @param {Outgoing} outgoing */
  async #deliver(outgoing) {
    await this.#session.ready();
    const reply = await this.#reply(outgoing);
    if (!reply) return;
    this.view.log.retire();
    this.#presenter.show(reply.messages, reply.form);
    this.#tabs?.tell();
  }

  /**
   * When the session is no longer known, opens a new one and asks a question again by itself; a button or an answer
   * to a form means nothing there, so it is left to the visitor.
   * @param {Outgoing} outgoing
   * @returns {Promise<Reply | null>}
   */
  async #reply(outgoing) {
    try {
      return await this.#client.send(outgoing);
    } catch (error) {
      if (!knowsNoSession(error)) throw error;
    }
    const isQuestion = "text" in outgoing && !this.#presenter.form;
    this.#session.leave();
    this.view.log.retire();
    this.view.log.notice(texts.expired() + (isQuestion ? "" : texts.chooseAgain()));
    await this.#session.ready();
    return isQuestion ? this.#client.send(outgoing) : null;
  }

  /** Shows what was said in another tab; what is under way here comes first. */
  async #catchUp() {
    this.#stale = !this.#exchange.isFree;
    if (!this.#session.isThere || this.#stale) return;
    try {
      const { messages, form } = await this.#client.after(this.#session.syncedTo);
      this.#stale = !this.#exchange.isFree;
      if (this.#stale || messages.length === 0) return;
      this.#session.syncedTo = messages.at(-1)?.id ?? null;
      if (messages.some(({ id }) => !this.view.log.has(id))) this.#presenter.show(messages, form);
    } catch (error) {
      if (knowsNoSession(error)) this.#startOver();
    }
  }

  /** The conversation was erased in another tab, which may have begun a new one. */
  #startOver() {
    this.#leave();
    if (this.view.isOpen || this.#client.hasSession) this.begin();
  }

  /** Erases the conversation here and on the server, then begins anew; what fails leaves everything as it is. */
  async #erase() {
    this.view.focus();
    this.#exchange.pause();
    this.view.lock({ sending: true, busy: true, why: "" });
    try {
      await this.#client.erase();
    } catch (error) {
      this.view.lock({ sending: false, busy: false, why: "" });
      this.view.log.notice(texts.notErased() + (error instanceof ApiError ? error.message : texts.unavailable()));
      this.#exchange.goOn();
      return;
    }
    this.#leave();
    this.view.log.notice(texts.erased());
    this.#exchange.run(() => this.#session.ready().finally(() => this.#tabs?.tell()));
  }

  /** Nothing of the conversation stays here. */
  #leave() {
    this.#exchange.stop();
    this.#session.leave();
    this.#presenter.clear();
  }
}
