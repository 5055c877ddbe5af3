// What every page can do by keyboard: `/` search, `?` help, `j` `k` step through what is marked data-step, Enter opens; and form tokens
// for what htmx sends.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

/** The rows that `j` and `k` step through. */
export const steps = () => [...document.querySelectorAll("[data-step]")];

/** Step by so many rows, from the one marked `here`; the row's first link gets the focus. */
export function step(by) {
  const rows = steps();
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.classList.contains("here") || row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now === -1 ? (by > 0 ? 0 : rows.length - 1) : now + by))];
  for (const row of rows) row.classList.toggle("here", row === next);
  const link = next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, [tabindex]");
  (link ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  next.dispatchEvent(new CustomEvent("room:step", { bubbles: true }));
}

let afterG = false;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const { key } = event;
  if (afterG) {
    afterG = false;
    if (key === "h") location.assign("/");
    return;
  }
  if (key === "/") document.querySelector('[data-key="/"]')?.focus();
  else if (key === "?") document.getElementById("keys")?.showModal();
  else if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "g") afterG = true;
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
});

/** The acts of a list stay in mind when one of them is opened: its page leads to the next. */
document.addEventListener("click", (event) => {
  const opened = event.target.closest('.acts a[href^="/act/"]');
  if (!opened || document.querySelector("[data-acts]")) return;
  const rows = [...opened.closest(".acts").querySelectorAll(':scope > li a[href^="/act/"]')];
  const more = document.querySelector(".pager [rel=next]")?.href;
  sessionStorage.setItem("acts", JSON.stringify({ list: location.href, acts: rows.map((row) => new URL(row.href).pathname), more }));
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Form-Token"] = document.body.dataset.formToken;
});

// What is open where there is room for it and folded on a phone.
const narrow = matchMedia("(max-width: 52rem)");
const fold = () => document.querySelectorAll("details[data-wide-open]").forEach((part) => (part.open = !narrow.matches));
narrow.addEventListener("change", fold);
document.addEventListener("htmx:afterSwap", fold);
fold();
