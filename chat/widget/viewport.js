// @ts-check

/**
 * Follows the part of a phone's screen that its keyboard leaves free.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal ends it
 * @param {() => void} onResize
 */
export function followViewport(root, signal, onResize) {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = () => {
    const zoomed = viewport.scale !== 1;
    root.style.setProperty("--free-height", zoomed ? "" : `${viewport.height}px`);
    root.style.setProperty("--free-top", zoomed ? "" : `${viewport.offsetTop}px`);
  };
  viewport.addEventListener("scroll", fit, { signal });
  viewport.addEventListener("resize", () => (fit(), onResize()), { signal });
  fit();
}
