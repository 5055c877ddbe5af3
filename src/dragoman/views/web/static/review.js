// Review by single keys: what carries data-answer is clicked by its key. A key held down answers once.
"use strict";

let answered = false;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || answered) return;
  if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const chosen = /^[a-z]$/.test(key) ? document.querySelector(`[data-answer="${key}"]`) : null;
  if (!chosen) return;
  event.preventDefault();
  answered = true;
  chosen.click();
});

addEventListener("pageshow", () => {
  answered = false;
});
