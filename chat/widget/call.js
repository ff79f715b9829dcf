// @ts-check
/** One call of the API. */
import { ApiError, errorOf } from "./errors.js";
import { failures } from "./texts.js";

const TIMEOUT_MS = 30_000;

/**
 * @param {string} url
 * @param {{method: "GET" | "POST" | "DELETE", token?: string | null, body?: object}} request
 * @returns {Promise<any>} the JSON body; an empty object when the reply has none
 */
export async function call(url, { method, token, body }) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (body) headers["Content-Type"] = "application/json";
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
    throw new ApiError(0, signal.aborted ? failures.timeout() : failures.network());
  }
  if (response.ok && payload && typeof payload === "object") return payload;
  throw errorOf(response, payload);
}
