// @ts-check
/** How far the form has come. */
import { element } from "./dom.js";
import { texts } from "./texts.js";

/** @import { Form } from "./client.js" */

export class Progress {
  #count = element("span", { class: "count-of" });
  #bar = element("span", { class: "bar-done" });
  node = element(
    "div",
    {
      class: "progress", role: "progressbar", "aria-label": texts.progress(), "aria-valuemin": "0", hidden: true,
      "data-testid": "progress",
    },
    this.#count,
    element("span", { class: "bar" }, this.#bar),
  );

  /** @param {Form | null} form shown while it asks something */
  show(form) {
    this.node.hidden = !form?.asks;
    if (!form?.asks) return;
    const { step, of } = form;
    this.#count.textContent = `${step}/${of}`;
    this.#bar.style.setProperty("width", `${(100 * step) / Math.max(of, 1)}%`);
    this.node.setAttribute("aria-valuenow", String(step));
    this.node.setAttribute("aria-valuemax", String(of));
    this.node.setAttribute("aria-valuetext", texts.step(step, of));
  }
}
