from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from dragoman.views.command_line import main

GOOD = "Le président du Cap-Vert, Adérito Fontainhas, a reçu mardi à Praia l'ambassadeur du Viêt Nam, Quoc Lam."


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


class Standard(io.TextIOWrapper):
    """A standard input of bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


def run(capfd: pytest.CaptureFixture[str], *arguments: str, stdin: bytes = b"") -> Ran:
    """Run a command in this process."""
    before, sys.stdin = sys.stdin, Standard(stdin)
    try:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
    finally:
        sys.stdin = before
    sys.stdout.flush()
    captured = capfd.readouterr()
    code = ended.value.code
    return Ran(code if isinstance(code, int) else 0, captured.out, captured.err)
