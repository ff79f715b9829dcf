// @ts-check
/** Watches the preparation of a release and shows the page anew when it has ended. */

const EVERY = 1000;

/** @param {HTMLElement} box */
async function watch(box) {
  const url = box.dataset.stateUrl;
  if (!url) return;
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (response.ok) {
      const { state, step, progress } = await response.json();
      if (state !== "working") {
        location.reload();
        return;
      }
      const words = box.querySelector("[data-step]");
      if (words && words.textContent !== step) words.textContent = step;
      const bar = box.querySelector("progress");
      if (bar) bar.value = progress;
    }
  } catch {
    // the line may be back in a second
  }
  setTimeout(() => watch(box), EVERY);
}

const box = document.querySelector("[data-state-url]");
if (box instanceof HTMLElement && box.dataset.state === "working") setTimeout(() => watch(box), EVERY);
