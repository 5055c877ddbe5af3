"""Readings as one page of HTML that needs nothing else: no file beside it, no network; it can be mailed to a colleague."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman import __version__
from dragoman.model.reading import Reading
from dragoman.views.highlight import steady
from dragoman.views.reading_view import LONGEST, ReadingView, excerpt
from dragoman.views.web.days import day
from dragoman.views.web.glyphs import glyph
from dragoman.views.web.languages import Language, language
from dragoman.views.web.links import safe_link
from dragoman.views.web.local_names import actor_name, place_name

_SHEETS = ("tokens.css", "base.css", "parts.css", "reading.css")


class ReadingPage:
    """A page of readings, part by part: `head`, an `article` for each reading, `tail`."""

    def __init__(self, code: str = "en") -> None:
        self.t: Language = language(code)
        self.readings = 0

    def head(self, title: str) -> str:
        """What stands before the first reading."""
        style, script = _style(), _script()
        policy = f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)}; base-uri 'none'; form-action 'none'"
        signs = (_static() / "glyphs.svg").read_text(encoding="utf-8")
        return self._render("alone_head.html", title=title, policy=policy, style=Markup(style), signs=Markup(signs))

    def article(self, reading: Reading) -> str:
        """One reading: its text with the evidence marked, its facts beside it."""
        self.readings += 1
        view = ReadingView(reading, prefix=f"d{self.readings}", longest=max(LONGEST, len(reading.document.text)))
        return self._render("alone_reading.html", title=self.title(reading), view=view, glyphs="")

    def tail(self) -> str:
        """What stands behind the last reading."""
        return self._render("alone_tail.html", script=Markup(_script()))

    def title(self, reading: Reading) -> str:
        """What a document is called at the head of its page."""
        document = reading.document
        return " ".join((document.title or document.uri or self.t("reading.untitled")).split())

    def _render(self, template: str, **values: Any) -> str:
        shared = {
            "t": self.t,
            "day": lambda edtf: day(self.t, edtf),
            "called": lambda ident, name=None: actor_name(self.t, ident, name),
            "place_called": lambda name, country=None: place_name(self.t, name, country),
            "version": __version__,
        }
        return _environment().get_template(template).render(**shared, **values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=steady,
    )
    made.globals.update(glyph=glyph, safe_link=safe_link, excerpt=excerpt)
    return made


def _static() -> Any:
    return files("dragoman.views.web") / "static"


@cache
def _style() -> str:
    sheets = [(_static() / name).read_text(encoding="utf-8") for name in _SHEETS]
    printed = (_static() / "print.css").read_text(encoding="utf-8").replace("@page { margin: 16mm 14mm; }", "")
    return "\n".join((*sheets, "@media print {", printed, "}"))


@cache
def _script() -> str:
    return str((_static() / "reading.js").read_text(encoding="utf-8"))


def _allowed(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
