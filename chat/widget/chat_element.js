// @ts-check
/** <hosho-chat>: the chat as an element of a page. */
import { Conversation } from "./conversation.js";
import { Options, serverOrigin } from "./options.js";
import { styleSheet } from "./style.js";
import { COMPACT } from "./style_modes.js";
import { speak } from "./texts.js";
import { followViewport } from "./viewport.js";

export class HoshoChat extends HTMLElement {
  static observedAttributes = Options.observed;
  #options = new Options(this);
  /** @type {Conversation | null} */
  #conversation = null;
  #life = new AbortController();

  connectedCallback() {
    const isNew = !this.#conversation;
    const conversation = (this.#conversation ??= this.#build());
    const { view } = conversation;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const screen = matchMedia(COMPACT);
    screen.addEventListener("change", () => (view.panel.modal = this.#isModal(screen)), { signal });
    followViewport(view.root, signal, () => view.isOpen && view.log.reveal());
    conversation.connect(signal);
    if (view.inline) this.#beginInSight(signal);
    else if (isNew && this.#options.startsOpen && !screen.matches) this.#open(false);
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  attributeChangedCallback() {
    this.#conversation?.view.dress(this.#options);
  }

  open() {
    this.#open(true);
  }

  close() {
    this.#conversation?.view.close();
  }

  #build() {
    speak(this.#options.language);
    const conversation = new Conversation(serverOrigin, this.#options);
    conversation.view.onOpen = () => this.open();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    shadow.append(conversation.view.root);
    return conversation;
  }

  /** @param {boolean} focus goes into the panel */
  #open(focus) {
    const view = this.#conversation?.view;
    if (!view || view.inline || view.isOpen) return;
    view.open(this.#isModal(matchMedia(COMPACT)), focus);
    this.#conversation?.begin();
  }

  /** @param {MediaQueryList} screen */
  #isModal(screen) {
    return screen.matches && !this.#options.inline;
  }

  /** @param {AbortSignal} signal */
  #beginInSight(signal) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      this.#conversation?.begin();
    });
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}
