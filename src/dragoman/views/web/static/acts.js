// An act of the list from which it was opened: `n` and `p` lead to the next and the previous one, and a link back to the list.
"use strict";

const frame = document.querySelector("[data-acts]");
const kept = JSON.parse(sessionStorage.getItem("acts") ?? "null");
const here = kept?.acts.indexOf(location.pathname) ?? -1;

if (frame && here >= 0) {
  const lead = (link, address) => {
    link.hidden = !address;
    if (address) link.href = address;
  };
  const [previous, next] = [frame.querySelector("[rel=prev]"), frame.querySelector("[rel=next]")];
  lead(previous, kept.acts[here - 1]);
  lead(next, kept.acts[here + 1] ?? kept.more);
  frame.querySelector("[data-list]").href = kept.list;
  frame.querySelector("[data-place]").textContent = `${here + 1} / ${kept.acts.length}`;
  frame.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    const link = { n: next, p: previous }[event.key];
    if (link && !link.hidden) link.click();
  });
}
