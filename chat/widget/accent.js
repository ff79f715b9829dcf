// @ts-check
/** The page's own colour: what is written on it, and where it can be read itself. */
import { warn } from "./options.js";

/** @typedef {[red: number, green: number, blue: number]} Rgb */

const READABLE = 4.5;
/** What lies behind links, as in style_base.js. @type {Rgb[]} */
const LIGHT = [[255, 255, 255], [244, 246, 249], [232, 240, 249]];
/** @type {Rgb[]} */
const DARK = [[27, 34, 43], [18, 23, 29], [34, 53, 75]];
const PROPERTIES = ["--accent", "--on-accent", "--off-accent", "--link-light", "--link-dark"];

/**
 * @param {HTMLElement} root
 * @param {string} colour any CSS colour; empty: the usual one
 */
export function setAccent(root, colour) {
  const rgb = colour ? rgbOf(colour) : null;
  if (colour && !rgb) warn("accent", "is not a colour that hides what is behind it");
  const values = rgb ? palette(colour, rgb) : [];
  PROPERTIES.forEach((name, index) => root.style.setProperty(name, values[index] ?? ""));
}

/**
 * One of black and white is always readable on a colour.
 * @param {string} colour
 * @param {Rgb} rgb
 */
function palette(colour, rgb) {
  const [on, off] = contrast(rgb, [255, 255, 255]) >= READABLE ? ["#fff", "#000"] : ["#000", "#fff"];
  /** @param {Rgb[]} backs */
  const isReadableOn = (backs) => backs.every((back) => contrast(rgb, back) >= READABLE);
  return [colour, on, off, isReadableOn(LIGHT) ? colour : "var(--text)", isReadableOn(DARK) ? colour : "var(--text)"];
}

/**
 * @param {string} colour
 * @returns {Rgb | null} null when it is none, or can be seen through
 */
function rgbOf(colour) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d");
  if (!context || !CSS.supports("color", colour)) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [red, green, blue] : null;
}

/**
 * @param {Rgb} one
 * @param {Rgb} other
 */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Rgb} rgb */
function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
