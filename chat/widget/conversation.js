// @ts-check
/** The conversation: what is sent when, and what is shown of its outcome. Joins the client and the view. */
import { ApiError, Client, newId } from "./client.js";
import { failures, texts } from "./texts.js";
import { View } from "./view.js";

/** @import { Answer, Form, Message, Outgoing, Reply } from "./client.js" */

export class Conversation {
  #client;
  /** The session being opened, or open. @type {Promise<void> | null} */
  #session = null;
  /** The form the bot is filling in with the visitor. @type {Form | null} */
  #form = null;
  #busy = false;
  /** Timer of a pause the server asked for. */
  #pause = 0;
  #view;

  /** @param {string} base origin of the API */
  constructor(base) {
    this.#client = new Client(base);
    this.#view = new View({
      onSend: (text) => this.#send({ id: newId(), text }, text),
      onChoose: ({ id, title }) => this.#send({ id: newId(), button: id }, title),
      onErase: () => this.#erase(),
    });
  }

  get view() {
    return this.#view;
  }

  /** A returning visitor's conversation is fetched at once; a new one waits until the panel is opened. */
  resume() {
    if (this.#client.hasSession) this.begin();
  }

  /** Opens the session, or resumes the stored one; nothing happens when that is done or under way. */
  begin() {
    if (this.#session || this.#pause) return;
    this.#view.dropError();
    this.#attempt(() => this.#ready(), { label: texts.reconnect, run: () => this.begin() });
  }

  /** Opens or resumes the session, once. */
  #ready() {
    this.#session ??= this.#client.start().then(
      (session) => {
        if (session.expired) this.#view.addNotice(texts.expired);
        for (const message of session.messages) {
          if (message.from === "visitor") this.#view.retire();
          this.#view.addMessage(message);
        }
        this.#form = session.form ?? null;
      },
      (error) => {
        this.#session = null;
        throw error;
      },
    );
    return this.#session;
  }

  /**
   * @param {Outgoing} outgoing
   * @param {string} text what the visitor's bubble shows
   */
  #send(outgoing, text) {
    this.#view.dropRetry();
    this.#view.addMessage({ id: outgoing.id, from: "visitor", text });
    this.#deliver(outgoing);
  }

  /** Erases the conversation here and on the server, then begins anew; what fails leaves everything as it is. */
  #erase() {
    if (this.#busy || !this.#session || !confirm(texts.eraseReally)) return;
    const erase = async () => {
      await this.#client.erase();
      this.#view.clear();
      this.#view.addNotice(texts.erased);
      this.#session = null;
      this.#form = null;
      await this.#ready();
    };
    this.#attempt(erase, { label: texts.retry, run: () => this.#erase() });
  }

  /** @param {Outgoing} outgoing sent again under the same id when the visitor retries */
  #deliver(outgoing) {
    const retry = () => {
      this.#view.dropError();
      this.#deliver(outgoing);
    };
    const send = async () => {
      await this.#ready();
      const reply = await this.#exchange(outgoing);
      if (!reply) return;
      this.#view.retire();
      this.#show(reply.messages, reply.answer);
      this.#form = reply.form ?? null;
    };
    this.#attempt(send, { label: texts.retry, run: retry }, "text" in outgoing ? outgoing.text : "");
  }

  /**
   * Sends. When the session is no longer known, opens a new one and asks a question again by itself; a button or
   * an answer to a form means nothing there, so it is left to the visitor.
   * @param {Outgoing} outgoing
   * @returns {Promise<Reply | null>}
   */
  async #exchange(outgoing) {
    try {
      return await this.#client.send(outgoing);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
    }
    const question = "text" in outgoing && !this.#form;
    this.#client.forget();
    this.#session = null;
    this.#view.retire();
    this.#view.addNotice(question ? texts.expired : texts.expiredChooseAgain);
    await this.#ready();
    return question ? this.#client.send(outgoing) : null;
  }

  /**
   * @param {Message[]} messages
   * @param {Answer | null} [answer] belongs to the first of them, unless they carry their own
   */
  #show(messages, answer) {
    const fromBot = messages.filter(({ from }) => from === "bot");
    const carried = fromBot.some((message) => message.answer);
    fromBot.forEach((message, index) => {
      this.#view.addMessage(message, carried ? message.answer : index === 0 ? answer : null);
    });
  }

  /**
   * Runs one exchange with the server; nothing else can be sent meanwhile.
   * @param {() => Promise<void>} exchange
   * @param {{label: string, run: () => void}} retry
   * @param {string} [text] given back to the visitor to change when the server refuses it
   */
  async #attempt(exchange, retry, text = "") {
    this.#busy = true;
    this.#lock();
    this.#view.waiting = true;
    try {
      await exchange();
    } catch (error) {
      this.#fail(error, retry, text);
    }
    this.#view.waiting = false;
    this.#busy = false;
    this.#lock();
  }

  /**
   * @param {unknown} error
   * @param {{label: string, run: () => void}} retry
   * @param {string} text
   */
  #fail(error, retry, text) {
    if (!(error instanceof ApiError)) console.error(error);
    const failure = error instanceof ApiError ? error : new ApiError(0, failures.server);
    const { message, messages, retryable, retryAfter } = failure;
    if (messages.length > 0) this.#view.retire();
    this.#show(messages);
    const note = retryAfter > 0 ? texts.waitSeconds(retryAfter) : "";
    this.#view.addError(message, { note, retry: retryable ? retry : null });
    if (!retryable && this.#view.composer.isEmpty) this.#view.composer.text = text;
    if (retryAfter === 0) return;
    this.#pause = window.setTimeout(() => {
      this.#pause = 0;
      this.#lock();
    }, retryAfter * 1000);
  }

  #lock() {
    this.#view.locked = this.#busy || this.#pause !== 0;
  }
}
