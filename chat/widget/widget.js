// @ts-check
/**
 * The entry: one line, <script type="module" src="https://HOST/widget.js"></script>, puts the chat on a page.
 * The server serves this file at /widget.js and its siblings at /widget/NAME.js.
 */
import { Conversation } from "./widget/conversation.js";
import { COMPACT, styleSheet } from "./widget/style.js";

const TAG = "hosho-chat";
const FOCUSABLE = "button:enabled, textarea, summary, [tabindex='0']";

export class HoshoChat extends HTMLElement {
  #conversation = new Conversation(new URL(import.meta.url).origin);
  #view = this.#conversation.view;
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
    window.visualViewport?.addEventListener("resize", this.#onResize);
    window.visualViewport?.addEventListener("scroll", this.#onScroll);
    this.#conversation.resume();
  }

  disconnectedCallback() {
    window.visualViewport?.removeEventListener("resize", this.#onResize);
    window.visualViewport?.removeEventListener("scroll", this.#onScroll);
  }

  open() {
    if (this.#view.isOpen) return;
    this.#onScroll();
    this.#view.open(matchMedia(COMPACT).matches);
    this.#conversation.begin();
  }

  close() {
    if (this.#view.isOpen) this.#view.close();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation(); // The page's own shortcuts are not meant.
    if (event.key === "Escape" && !this.#view.composer.composing(event)) this.close();
    else if (event.key === "Tab" && matchMedia(COMPACT).matches) this.#keepFocus(event);
  }

  /**
   * Over the full screen the page behind cannot be seen, so the focus goes round inside the panel.
   * @param {KeyboardEvent} event
   */
  #keepFocus(event) {
    /** @type {HTMLElement[]} */
    const stops = [...this.#view.panel.querySelectorAll(/** @type {"button"} */ (FOCUSABLE))];
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (this.shadowRoot?.activeElement !== from) return;
    event.preventDefault();
    to?.focus();
  }

  #onScroll = () => {
    const { height = 0, offsetTop = 0, scale = 0 } = window.visualViewport ?? {};
    this.#fit.replaceSync(scale === 1 ? `:host { --free-height: ${height}px; --free-top: ${offsetTop}px }` : "");
  };

  #onResize = () => {
    this.#onScroll();
    if (this.#view.isOpen) this.#view.reveal();
  };
}

if (!customElements.get(TAG)) customElements.define(TAG, HoshoChat);

function addToPage() {
  if (!document.querySelector(TAG)) document.body.append(document.createElement(TAG));
}

if (document.body) addToPage();
else document.addEventListener("DOMContentLoaded", addToPage, { once: true });
