// Read: a file dropped on the text is sent as the file; Ctrl+Enter reads.
"use strict";

const text = document.querySelector("[data-drop]");
const input = document.querySelector('input[type="file"][name="file"]');

if (text && input) {
  for (const kind of ["dragenter", "dragover"]) {
    text.addEventListener(kind, (event) => {
      event.preventDefault();
      text.classList.add("over");
    });
  }
  text.addEventListener("dragleave", () => text.classList.remove("over"));
  text.addEventListener("drop", (event) => {
    text.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    text.form.requestSubmit(text.form.querySelector('button[value="read"]'));
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) text.form.requestSubmit(text.form.querySelector('button[value="read"]'));
  });
}
