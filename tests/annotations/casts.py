"""Casts of short texts, for the tests of this folder."""

from __future__ import annotations

from dragoman.annotations.cast import cast
from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.mentions import Cast, Mention
from dragoman.annotations.places import find_places


def cast_of(text: str, publisher: str | None = None, dateline: str | None = None) -> Cast:
    names = find_names(text)
    places = find_places(text, [(n.start, n.end) for n in names], None, {i for n in names for i in n.ids})
    return cast(text, publisher=publisher, dateline_country=dateline, places=places, names=names)


def told(text: str, publisher: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """Every mention's words with its actors."""
    return [(text[m.start : m.end], m.actors) for m in cast_of(text, publisher).mentions]


def mention(text: str, words: str, publisher: str | None = None) -> Mention:
    """The last mention whose words these are."""
    found = [m for m in cast_of(text, publisher).mentions if text[m.start : m.end] == words]
    assert found, [text[m.start : m.end] for m in cast_of(text, publisher).mentions]
    return found[-1]


def actors(text: str, words: str, publisher: str | None = None) -> tuple[str, ...]:
    """Whom the last mention of these words means."""
    return mention(text, words, publisher).actors
