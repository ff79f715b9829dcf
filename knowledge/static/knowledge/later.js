// @ts-check
/**
 * A function that runs once things have been quiet for a while; each call begins the wait anew.
 * @param {number} milliseconds
 * @param {() => void} run
 */
export function later(milliseconds, run) {
  let waiting = 0;
  return () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(run, milliseconds);
  };
}

/**
 * A function that fetches a fragment of a page and hands it on, unless a newer request has overtaken it.
 * @param {(html: string) => void} show
 * @param {() => void} [fail] when no answer comes, or the login has ended
 * @returns {(address: string, options?: RequestInit) => Promise<void>}
 */
export function latest(show, fail = () => {}) {
  let current = new AbortController();
  return async (address, options = {}) => {
    current.abort();
    const mine = (current = new AbortController());
    try {
      const response = await fetch(address, { ...options, signal: mine.signal, redirect: "error" });
      if (!response.ok) throw new Error(response.statusText);
      const html = await response.text();
      if (!mine.signal.aborted) show(html);
    } catch {
      if (!mine.signal.aborted) fail();
    }
  };
}
