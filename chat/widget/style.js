// @ts-check
/** The look. A constructable stylesheet: it needs no inline style, so a strict CSP of the page allows it. */
import { baseStyle } from "./style_base.js";
import { cardStyle } from "./style_cards.js";
import { composerStyle } from "./style_composer.js";
import { logStyle } from "./style_log.js";
import { modeStyle } from "./style_modes.js";
import { panelStyle } from "./style_panel.js";

/** @type {CSSStyleSheet | null} */
let sheet = null;

/** One sheet, shared by every panel of the page. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync([baseStyle, panelStyle, logStyle, cardStyle, composerStyle, modeStyle].join(""));
  }
  return sheet;
}
