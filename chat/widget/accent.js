// @ts-check
/** The page's own colour: what is written on it, and where it can be read itself. */
import { warn } from "./options.js";

const READABLE = 4.5;
/** Luminance of the hardest ground a link stands on: --tint in style_base.js, light and dark. */
const TINTS = [0.86, 0.035];
const PROPERTIES = ["--accent", "--on-accent", "--off-accent", "--link-light", "--link-dark"];

/**
 * @param {HTMLElement} root
 * @param {string} colour any CSS colour; empty: the usual one
 */
export function setAccent(root, colour) {
  const light = luminance(colour);
  if (colour && light === null) warn("accent", "is not a colour that hides what is behind it");
  const values = light === null ? [] : palette(colour, light);
  PROPERTIES.forEach((name, index) => root.style.setProperty(name, values[index] ?? ""));
}

/**
 * One of black and white is always readable on a colour.
 * @param {string} colour
 * @param {number} light
 */
function palette(colour, light) {
  const written = contrast(light, 1) >= READABLE ? ["#fff", "#000"] : ["#000", "#fff"];
  return [colour, ...written, ...TINTS.map((tint) => (contrast(light, tint) >= READABLE ? colour : "var(--text)"))];
}

/**
 * @param {number} one luminance
 * @param {number} other
 */
function contrast(one, other) {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * @param {string} colour
 * @returns {number | null} null when it is none, or can be seen through
 */
function luminance(colour) {
  const context = document.createElement("canvas").getContext("2d");
  if (!context || !CSS.supports("color", colour)) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = Array.from(context.getImageData(0, 0, 1, 1).data, linear);
  return alpha === 1 ? 0.2126 * red + 0.7152 * green + 0.0722 * blue : null;
}

/** @param {number} part of a colour, 0 to 255 */
function linear(part) {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
