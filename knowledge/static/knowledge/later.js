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
 * A function that fetches a fragment of a page; an answer that a newer request has overtaken is null, and so is one
 * that did not come.
 * @returns {(address: string, options?: RequestInit) => Promise<string | null>}
 */
export function latest() {
  let current = new AbortController();
  return async (address, options = {}) => {
    current.abort();
    current = new AbortController();
    try {
      const response = await fetch(address, { ...options, signal: current.signal, redirect: "error" });
      return response.ok ? await response.text() : null;
    } catch {
      return null;
    }
  };
}
