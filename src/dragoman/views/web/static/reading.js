// A reading: facts light up their words and words their facts, by hovering, clicking and stepping (`j` `k`, Escape). One script for the
// room's pages and for a page that is read alone.
(() => {
  "use strict";

  const idents = (element) => (element.dataset.m ?? "").split(" ").filter(Boolean);
  const number = (ident) => Number(ident.slice(ident.lastIndexOf("m") + 1));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const into = (element, block) => element?.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });

  for (const root of document.querySelectorAll("[data-reading]")) {
    const pieces = new Map();
    const fields = new Map();
    const lengths = new Map();
    let pinned = [];
    let turn = { piece: null, at: -1 };

    const enter = (map, element) => {
      for (const ident of idents(element)) map.set(ident, [...(map.get(ident) ?? []), element]);
    };
    for (const piece of root.querySelectorAll(".evidenced [data-m]")) {
      enter(pieces, piece);
      for (const ident of idents(piece)) lengths.set(ident, (lengths.get(ident) ?? 0) + piece.textContent.length);
    }
    for (const field of root.querySelectorAll(".evidence[data-m]")) enter(fields, field);

    const light = (wanted) => {
      for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
      for (const ident of wanted) {
        for (const element of [...(pieces.get(ident) ?? []), ...(fields.get(ident) ?? [])]) element.classList.add("lit");
      }
    };
    const pin = (wanted, fact) => {
      pinned = wanted;
      for (const other of root.querySelectorAll(".fact.pinned")) other.classList.toggle("pinned", false);
      fact?.classList.add("pinned");
      light(wanted);
    };
    /** The marks of a piece that a fact is told by: the shortest first, of equals the one of the fact that stands first. */
    const meant = (piece) =>
      idents(piece)
        .filter((ident) => fields.has(ident))
        .sort((a, b) => lengths.get(a) - lengths.get(b) || number(a) - number(b));

    root.addEventListener("pointerover", (event) => {
      const over = event.target.closest("[data-m]");
      if (!over || !root.contains(over)) light(pinned);
      else if (over.matches(".evidenced [data-m]")) light(meant(over).slice(0, 1));
      else light(idents(over));
    });
    root.addEventListener("pointerleave", () => light(pinned));

    root.addEventListener("click", (event) => {
      const link = event.target.closest(".evidence[data-m]");
      if (link) {
        const words = pieces.get(link.dataset.m)?.[0];
        if (!words || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        pin([link.dataset.m], link.closest(".fact"));
        into(words, "center");
        return;
      }
      const piece = event.target.closest(".evidenced [data-m]");
      if (piece && getSelection()?.isCollapsed !== false) {
        const all = meant(piece);
        if (all.length === 0) return;
        turn = { piece, at: turn.piece === piece ? (turn.at + 1) % all.length : 0 };
        const field = fields.get(all[turn.at])[0];
        const hidden = field.closest("details:not([open])");
        if (hidden) hidden.open = true;
        pin([all[turn.at]], field.closest(".fact"));
        field.focus({ preventScroll: true });
        into(field, "nearest");
        return;
      }
      const fact = event.target.closest(".fact");
      if (fact && !event.target.closest("a, button, summary, input")) show(fact);
    });

    root.addEventListener("focusin", (event) => {
      const link = event.target.closest(".evidence[data-m]");
      if (link) light([link.dataset.m]);
    });

    const show = (fact) => {
      const wanted = idents(fact);
      pin(wanted, fact);
      into(pieces.get(wanted.find((ident) => pieces.has(ident)))?.[0], "center");
    };
    root.addEventListener("room:step", (event) => {
      if (event.target.matches(".fact")) show(event.target);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") pin([], null);
    });

    const layers = root.querySelector("[data-layers]");
    if (layers) {
      layers.hidden = false;
      layers.addEventListener("change", (event) => {
        root.querySelector(".evidenced").classList.toggle(`no-${event.target.value}`, !event.target.checked);
      });
    }
  }

  // What the room does on its own pages: stepping by keyboard.
  if (document.body.dataset.alone === undefined) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key) || event.target.closest("input")) return;
    const facts = [...document.querySelectorAll(".fact")];
    const now = facts.findIndex((fact) => fact.classList.contains("here"));
    const next = facts[Math.min(facts.length - 1, Math.max(0, now + (event.key === "j" ? 1 : -1)))];
    if (!next) return;
    for (const fact of facts) fact.classList.toggle("here", fact === next);
    next.querySelector("a")?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    next.dispatchEvent(new CustomEvent("room:step", { bubbles: true }));
    event.preventDefault();
  });
})();
