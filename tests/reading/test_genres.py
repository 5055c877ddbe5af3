"""Texts that tell of diplomacy without reporting it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.mentions import DateMention
from dragoman.flow import read
from dragoman.reading.genres import genres, is_history, is_no_report

NOVEL = (
    "« Le Consul de Bamako », premier roman d'Odile Fabre\n\nL'intrigue se noue quand le président du Mali reçoit "
    "l'ambassadeur du Japon et "
    "l'expulse. Les personnages mentent, le lecteur s'amuse ; l'auteur signe là trois cents pages drôles."
)
SERIES = (
    "« Immunité », saison 2 : l'ambassadrice revient\n\nDans le premier épisode, le Mali rompt ses relations avec "
    "le Japon. La réalisatrice a "
    "tourné huit dialogues sans scénario, et le feuilleton garde son mordant."
)
SIMULATION = (
    "Les élèves du lycée jouent à l'Assemblée générale\n\nPendant la simulation, le Mali condamne le Japon, et le "
    "Brésil propose sa médiation. "
    "Le jury des professeurs a remis un prix aux lycéens."
)
MEMOIR = (
    "« Valise », les mémoires d'un ancien ambassadeur\n\nIl raconte ses souvenirs en trois cents pages : le "
    "ministre malien le convoque, le Japon "
    "rappelle son envoyé. Le lecteur tourne les chapitres sans bâiller."
)
EXHIBITION = (
    "Traités et sceaux au musée\n\nL'exposition montre l'accord que le Mali a signé avec le Japon. Vitrines, "
    "manuscrits et vernissage jeudi ; "
    "entrée libre, du mardi au dimanche."
)
NEWS = (
    "Le président du Mali a reçu mardi à Bamako l'ambassadeur du Japon, qui lui a remis un message. Ils ont visité "
    "le musée national, où une "
    "exposition montre les œuvres rendues par la France, et parlé du tournage d'un film."
)


@pytest.mark.parametrize("text", [NOVEL, SERIES, SIMULATION, MEMOIR, EXHIBITION])
def test_what_is_invented_remembered_or_shown_is_no_news(text: str) -> None:
    assert is_no_report(text, "fr")
    assert read(text, published="2024-05-16", language="fr").acts == ()


def test_an_envoy_in_a_museum_is_news() -> None:
    assert not is_no_report(NEWS, "fr")
    assert read(NEWS, published="2024-05-16", language="fr").acts


@pytest.mark.parametrize(
    ("days", "history"),
    [
        (("1815-06-09", "1815-03", "2024-05"), True),
        (("1648-10-24", "2023-01-09"), True),
        (("1951", "2024-05-14"), False),
        (("2024-05-14", "1960", "1961", "1975"), False),
        (("2019", "2024-05-14"), False),
        ((), False),
    ],
)
def test_a_text_that_begins_long_ago_and_stays_there_is_history(days: tuple[str, ...], history: bool) -> None:
    assert is_history([DateMention(i, i + 1, day, day) for i, day in enumerate(days)], "2024-05-16") is history


def test_without_a_publication_the_latest_day_stands_for_it() -> None:
    days = ("1815-06-09", "1815-03", "1816", "[2024-05-01,2024-05-08]")
    assert is_history([DateMention(i, i + 1, day, day) for i, day in enumerate(days)], None)


@given(st.text(max_size=300))
def test_noise_is_of_no_genre(text: str) -> None:
    assert not is_no_report(text, "fr")


def test_every_genre_has_words_of_both_weights() -> None:
    assert all(g.strong.pattern and g.plain.pattern for g in genres("fr").values())
