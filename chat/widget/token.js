// @ts-check
/** The session's token between visits: the one thing kept in the browser. */

const TOKEN_KEY = "hosho-chat-token";

/** @returns {string | null} */
export function storedToken() {
  try {
    return localStorage.getItem(TOKEN_KEY);
  } catch {
    return null;
  }
}

/** @param {string} token */
export function storeToken(token) {
  try {
    localStorage.setItem(TOKEN_KEY, token);
  } catch {
    // Storage may be blocked or full: the conversation then ends with the page.
  }
}

/** @param {string | null} token dropped, unless another tab has already stored a newer one */
export function dropToken(token) {
  try {
    if (localStorage.getItem(TOKEN_KEY) === token) localStorage.removeItem(TOKEN_KEY);
  } catch {
    // No storage: the token lived in this page only.
  }
}
