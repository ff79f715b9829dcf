// @ts-check
/** The entry: one line, <script src="https://HOST/widget.js"></script>, puts the chat on a page. */
import { HoshoChat } from "./chat_element.js";

const TAG = "hosho-chat";

if (!customElements.get(TAG)) customElements.define(TAG, HoshoChat);

function addToPage() {
  if (!document.querySelector(TAG)) document.body.append(document.createElement(TAG));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", addToPage, { once: true });
else addToPage();
