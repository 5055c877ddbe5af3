from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from dragoman.views.command_line import command_line

README = Path(__file__).parents[2] / "README.md"
pytestmark = pytest.mark.skipif(not README.exists(), reason="the README is not beside the tests")


def test_the_python_of_the_readme_prints_what_it_says() -> None:
    text = README.read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})
    (said,) = re.findall(r"This prints `(.*?)`", text)
    assert out.getvalue().strip() == said


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [c for c in command_line.commands if f"dragoman {c}" not in text] == []
