// @ts-check
/** How far the form has come. */
import { element } from "./dom.js";
import { texts } from "./texts.js";

/** @import { Form } from "./client.js" */

export class Progress {
  #count = element("span", { "aria-hidden": "true" });
  #done = element("div", { class: "bar-done" });
  #bar = element(
    "div",
    { class: "bar", role: "progressbar", "aria-label": texts.progress(), "aria-valuemin": "0" },
    this.#done,
  );
  node = element("div", { class: "progress", hidden: true, "data-testid": "progress" }, this.#count, this.#bar);

  /** @param {Form | null} form shown while it asks something */
  show(form) {
    this.node.hidden = !form?.asks;
    if (!form?.asks) return;
    const { step, of } = form;
    this.#count.textContent = `${step}/${of}`;
    this.#done.style.setProperty("width", `${(100 * step) / Math.max(of, 1)}%`);
    this.#bar.setAttribute("aria-valuenow", String(step));
    this.#bar.setAttribute("aria-valuemax", String(of));
    this.#bar.setAttribute("aria-valuetext", texts.step(step, of));
  }
}
