// @ts-check
/**
 * What is typed is kept in this tab until it is saved, so that a login that ended or a closed page loses nothing.
 * It is offered when the page is opened again, and put back by the server, as if the form had been sent.
 */
const FOUND = "保存していない入力が残っています。";
/** Of the page rather than of the entry: they differ although nothing was typed. */
const NOT_TYPED = /^(csrfmiddlewaretoken|version|began-with|take-.*|find-.*)$/;

/** @typedef {[string, string][]} Typed */

/** @param {HTMLFormElement} form */
export function startKeeping(form) {
  const place = `entry:${form.dataset.place}`;
  if (document.querySelector(".messagelist .entry-saved")) {
    sessionStorage.removeItem(place);
    sessionStorage.removeItem(`entry:${form.dataset.add}`);
  }
  const kept = /** @type {Typed} */ (JSON.parse(sessionStorage.getItem(place) ?? "[]"));
  if (kept.length > 0 && typedOnly(kept) !== typedOnly(all(form))) offer(form, place, kept);
  const keep = () => sessionStorage.setItem(place, JSON.stringify(all(form)));
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Typed}
 */
function all(form) {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

/** @param {Typed} typed */
function typedOnly(typed) {
  return JSON.stringify(typed.filter(([name]) => !NOT_TYPED.test(name)));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} place
 * @param {Typed} kept
 */
function offer(form, place, kept) {
  const notice = document.createElement("p");
  notice.className = "notice actions-row";
  notice.setAttribute("role", "status");
  notice.append(
    FOUND,
    button("入力を戻す", () => putBack(form, kept)),
    button("捨てる", () => {
      sessionStorage.removeItem(place);
      notice.remove();
    }),
  );
  form.before(notice);
}

/**
 * @param {string} text
 * @param {() => void} press
 */
function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

/**
 * With the version that the typing began with: if somebody else has saved since, the page says so.
 * @param {HTMLFormElement} form
 * @param {Typed} kept
 */
function putBack(form, kept) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.hidden = true;
  const token = String(new FormData(form).get("csrfmiddlewaretoken") ?? "");
  const fresh = kept.filter(([name]) => name !== "csrfmiddlewaretoken");
  for (const [name, value] of [...fresh, ["csrfmiddlewaretoken", token]]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
}
