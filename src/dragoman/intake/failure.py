"""What could not be brought in, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeFailure:
    """A document that could not be brought in: it costs that document, never the run.

    `where` is the path as given, with `:` and the line's number behind it for a line of JSONL; `reason` says what is wrong and what to do.
    """

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"
