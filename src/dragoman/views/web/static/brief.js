// The brief's button that prints.
"use strict";

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
