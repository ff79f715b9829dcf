// @ts-check
/** The page of an entry: the preview as it is typed, entries picked by title, fields shown where they are used. */
import { startPicking } from "./picking.js";
import { startPreview } from "./preview.js";
import { startFitting } from "./fitting.js";

const form = document.getElementById("entry-form");
if (form instanceof HTMLFormElement) {
  startFitting(form);
  startPicking(form);
  startPreview(form);
}
