"""The lexicon of what stands around a page's prose, loaded once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.text.lexicons import load_yaml


@dataclass(frozen=True, slots=True)
class PageLexicon:
    """Phrases in lower case; see `lexicon/fr/boilerplate.yaml` for what each group means."""

    lines: frozenset[str]
    line_starts: tuple[str, ...]
    tails: tuple[str, ...]
    inline: re.Pattern[str]
    bylines: tuple[str, ...]
    agencies: frozenset[str]
    months: Mapping[str, int]
    weekdays: tuple[str, ...]
    particles: tuple[str, ...]
    date_words: frozenset[str]
    published: tuple[str, ...]
    changed: tuple[str, ...]


@cache
def page_lexicon() -> PageLexicon:
    """The lexicon of front matter and boilerplate."""
    data = load_yaml("boilerplate.yaml")
    inline = "|".join(re.escape(phrase) for phrase in sorted(data["inline"], key=len, reverse=True))
    return PageLexicon(
        lines=frozenset(data["lines"]),
        line_starts=tuple(data["line_starts"]),
        tails=tuple(data["tails"]),
        inline=re.compile(inline, re.IGNORECASE),
        bylines=tuple(sorted(data["bylines"], key=len, reverse=True)),
        agencies=frozenset(data["agencies"]),
        months=data["months"],
        weekdays=tuple(data["weekdays"]),
        particles=tuple(data["particles"]),
        date_words=frozenset(data["date_words"]),
        published=tuple(sorted(data["published"], key=len, reverse=True)),
        changed=tuple(sorted(data["changed"], key=len, reverse=True)),
    )
