// @ts-check
/**
 * The entry: one line, <script type="module" src="https://HOST/widget.js"></script>, puts the chat on a page.
 * The server serves this file at /widget.js and its siblings at /widget/NAME.js.
 */
import { ApiError, Client, newId } from "./widget/client.js";
import { COMPACT, styleSheet } from "./widget/style.js";
import { failures, texts } from "./widget/texts.js";
import { View } from "./widget/view.js";

/** @import { Answer, Button, Form, Message, Outgoing, Reply } from "./widget/client.js" */

const TAG = "hosho-chat";
const FOCUSABLE = "button:enabled, textarea, summary, [tabindex='0']";

export class HoshoChat extends HTMLElement {
  #client = new Client(new URL(import.meta.url).origin);
  #view = new View({
    onSend: (text) => this.#send({ id: newId(), text }, text),
    onChoose: ({ id, title }) => this.#send({ id: newId(), button: id }, title),
  });
  /** The session being opened, or open. @type {Promise<void> | null} */
  #session = null;
  /** The form the bot is filling in with the visitor. @type {Form | null} */
  #form = null;
  #busy = false;
  /** Timer of a pause the server asked for. */
  #pause = 0;
  /** Follows the part of a phone's screen that its keyboard leaves free. */
  #fit = new CSSStyleSheet();

  constructor() {
    super();
    const { launcher, panel, closer } = this.#view;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet(), this.#fit];
    const root = document.createElement("div");
    root.lang = "ja";
    root.append(launcher, panel);
    shadow.append(root);
    launcher.addEventListener("click", () => this.open());
    closer.addEventListener("click", () => this.close());
    panel.addEventListener("keydown", (event) => this.#onKey(event));
  }

  connectedCallback() {
    window.visualViewport?.addEventListener("resize", this.#onViewport);
    window.visualViewport?.addEventListener("scroll", this.#onViewport);
    if (this.#client.hasSession && !this.#session) this.#begin();
  }

  disconnectedCallback() {
    window.visualViewport?.removeEventListener("resize", this.#onViewport);
    window.visualViewport?.removeEventListener("scroll", this.#onViewport);
  }

  open() {
    this.#view.panel.ariaModal = matchMedia(COMPACT).matches ? "true" : null;
    this.#onViewport();
    this.#view.open();
    if (!this.#session && !this.#pause) this.#begin();
  }

  close() {
    this.#view.close();
  }

  #begin() {
    this.#view.dropError();
    this.#attempt(() => this.#ready(), { label: texts.reconnect, run: () => this.#begin() });
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

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation(); // The page's own shortcuts are not meant.
    if (event.key === "Escape" && !this.#view.composer.composing(event)) this.close();
    if (event.key !== "Tab" || !matchMedia(COMPACT).matches) return;
    // Over the full screen the page behind cannot be seen, so the focus stays inside.
    const stops = [...this.#view.panel.querySelectorAll(FOCUSABLE)];
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (this.shadowRoot?.activeElement !== edge) return;
    event.preventDefault();
    const next = event.shiftKey ? stops[stops.length - 1] : stops[0];
    if (next instanceof HTMLElement) next.focus();
  }

  #onViewport = () => {
    const { height = 0, offsetTop = 0, scale = 0 } = window.visualViewport ?? {};
    this.#fit.replaceSync(scale === 1 ? `:host { --free-height: ${height}px; --free-top: ${offsetTop}px }` : "");
    if (this.#view.isOpen) this.#view.reveal();
  };
}

if (!customElements.get(TAG)) customElements.define(TAG, HoshoChat);

function addToPage() {
  if (!document.querySelector(TAG)) document.body.append(document.createElement(TAG));
}

if (document.body) addToPage();
else document.addEventListener("DOMContentLoaded", addToPage, { once: true });
