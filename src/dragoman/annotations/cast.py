"""The actors of a document: who is named or meant where, with which office, for which state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotations.casting import Casting
from dragoman.annotations.disambiguation import disambiguate
from dragoman.annotations.freeze import freeze
from dragoman.annotations.gazetteer import NameMatch
from dragoman.annotations.home import find_home
from dragoman.annotations.mentions import Cast, PlaceMention
from dragoman.annotations.page import read_page
from dragoman.annotations.publishers import find_publisher
from dragoman.annotations.registry import Registry, join_counterparts, split_loose
from dragoman.annotations.sections import find_sections
from dragoman.annotations.surnames import bare_surnames, speakers_names
from dragoman.annotations.walk import walk


def cast(
    text: str,
    *,
    publisher: str | None = None,
    dateline_country: str | None = None,
    places: Sequence[PlaceMention] = (),
    names: Sequence[NameMatch] = (),
    ranges: Sequence[tuple[int, int]] = (),
) -> Cast:
    """The cast of a document.

    `text` is the repaired text; all offsets count in it. `names` and `places` are what the gazetteer and the town finder found in it.
    `ranges` are the stretches to be read (paragraphs, as a rule): no mention crosses their ends; empty, the whole text is read.
    `publisher` is the publisher's name, `dateline_country` the alpha-3 of the town that the text was filed from, None where unknown.
    """
    source = find_publisher(publisher)
    names = disambiguate(names, places, source.country if source is not None else dateline_country)
    page = read_page(text, names, places, ranges)
    found = walk(page)
    found.replace_phrases(join_counterparts(page, split_loose(found.phrases)))
    registry = Registry(page, found.phrases)
    home = replace(
        find_home(page, found.phrases, found.institutions, publisher, dateline_country), sections=find_sections(text, names, places)
    )
    registry.enter()
    alone = speakers_names(page, found.items)
    alone = [*alone, *bare_surnames(page, [*found.items, *alone], registry.surnames())]
    registry.enter_surnames(alone)
    found.replace_phrases([*found.phrases, *alone])
    registry.settle(home)
    casting = Casting(page, registry, home, publisher)
    drafts = casting.drafts(found.items)
    return freeze(page, drafts, registry.roster, home.state, casting.author)
