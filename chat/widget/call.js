// @ts-check
/** One call of the API. */
import { ApiError } from "./errors.js";
import { texts } from "./texts.js";

/** The server answers within 5.5 s, if only by an apology; what is sent again gets the same reply. */
const TIMEOUT_MS = 6_000;

/**
 * @param {string} url
 * @param {"GET" | "POST" | "DELETE"} method
 * @param {string | null} token
 * @param {object} [body]
 * @returns {Promise<any>} the JSON body; an empty object when the reply has none
 */
export async function call(url, method, token, body) {
  /** @type {Record<string, string>} */
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let response, payload;
  try {
    response = await fetch(url, {
      method, headers, signal, body: body && JSON.stringify(body), credentials: "omit", cache: "no-store",
    });
    if (response.status === 204) return {};
    payload = await response.json().catch((error) => {
      if (error instanceof SyntaxError) return null; // A proxy's page: the status alone tells.
      throw error;
    });
  } catch {
    throw new ApiError(0, signal.aborted ? "" : texts.network());
  }
  if (response.ok && payload) return payload;
  throw new ApiError(response.ok ? 502 : response.status, payload?.detail, response.headers.get("Retry-After"));
}
