// @ts-check
/** What the page has set: data-* of the element, or else of the script's tag. */

const tag = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
const script = tag instanceof HTMLScriptElement ? tag : null;
const USUAL_HEIGHT = "600px";

/** Where the server is. */
export const serverOrigin = new URL(script?.src ?? location.href, location.href).origin;

export class Options {
  static observed = ["data-title", "data-accent", "data-position"];
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  get title() {
    return this.#value("title");
  }

  get accent() {
    return this.#value("accent");
  }

  get onTheLeft() {
    const position = this.#value("position") || "right";
    if (position !== "right" && position !== "left") warn("position", "is neither left nor right");
    return position === "left";
  }

  get greeting() {
    return this.#value("greeting");
  }

  /** The entry a new conversation opens on. */
  get scenario() {
    return this.#value("scenario");
  }

  get startsOpen() {
    return this.#has("open");
  }

  get inline() {
    return this.#has("inline");
  }

  get height() {
    const height = this.#value("height");
    const length = /^\d+$/.test(height) ? `${height}px` : height;
    if (!length || CSS.supports("height", length)) return length || USUAL_HEIGHT;
    warn("height", "is not a height");
    return USUAL_HEIGHT;
  }

  /** @returns {"ja" | "en"} */
  get language() {
    const wanted = this.#value("lang") || document.documentElement.lang;
    return /^en\b/i.test(wanted) ? "en" : "ja";
  }

  /** @param {string} name */
  #value(name) {
    return (this.#element.dataset[name] ?? script?.dataset[name] ?? "").trim();
  }

  /** @param {string} name */
  #has(name) {
    const value = this.#element.dataset[name] ?? script?.dataset[name];
    return value !== undefined && value !== "false";
  }
}

/**
 * @param {string} name of the attribute, without data-
 * @param {string} trouble
 */
export function warn(name, trouble) {
  console.warn(`hosho-chat: data-${name} ${trouble}.`);
}
