// @ts-check
/** The page of an entry: its preview, entries picked by title, fields where they are used, nothing typed lost. */
import { startPicking } from "./picking.js";
import { startPreview } from "./preview.js";
import { startFitting } from "./fitting.js";
import { startKeeping } from "./keeping.js";

const form = document.getElementById("entry-form");
if (form instanceof HTMLFormElement) {
  startFitting(form);
  startKeeping(form);
  startPicking(form);
  startPreview(form);
}
