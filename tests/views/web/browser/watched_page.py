"""A page of the browser that is watched for what it should not do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

HERE = re.compile(r"https?://127\.0\.0\.1[:/]|data:|blob:|about:|file:")


@dataclass
class Watched:
    """A page and what it did that it should not: errors of its scripts and console, and requests that left this machine."""

    page: Page
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to watch."""
        self.page.on(
            "console", lambda said: self.errors.append(f"{said.text} {said.location.get('url', '')}") if said.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.context.on("request", lambda asked: None if HERE.match(asked.url) else self.outside.append(asked.url))

    def _dialog(self, dialog: Dialog) -> None:
        self.errors.append(f"a dialog: {dialog.message}")
        dialog.dismiss()
