"""The statements of a document."""

from __future__ import annotations

import pytest

from dragoman.flow import read
from dragoman.model.reading import Reading


def reading(text: str) -> Reading:
    return read(text, published="2024-05-16", language="fr")


LEAD = "Le président du Mali, Oumar Sangaré, a reçu mardi l'ambassadeur du Japon, Kenji Mori. "


@pytest.mark.parametrize(
    ("rest", "mode"),
    [
        ("M. Mori a déclaré : « Nos deux pays veulent une paix durable. »", "direct"),
        ("M. Mori a souligné que « nos deux pays veulent une paix durable ».", "mixed"),
        ("M. Mori a indiqué que le Japon soutient le Mali dans ses efforts.", "indirect"),
    ],
)
def test_the_mode(rest: str, mode: str) -> None:
    assert [s.mode for s in reading(LEAD + rest).statements if s.speakers == ("per:mori@JPN",)] == [mode]


@pytest.mark.parametrize("words", ["Le Devoir", "ligne rouge", "pays frère du Japon"])
def test_a_few_words_in_quotation_marks_are_no_statement(words: str) -> None:
    found = reading(f"{LEAD}M. Mori a parlé de « {words} » pendant une heure.").statements
    assert not [s for s in found if s.content[0].text == words]


def test_a_quotation_within_a_quotation_is_not_counted_twice() -> None:
    text = LEAD + "M. Mori a déclaré : « Le président m'a dit “ nous voulons une paix durable ” et je le crois. »"
    assert len([s for s in reading(text).statements if s.mode == "direct"]) == 1


def test_the_cue_and_the_words_are_cited() -> None:
    text = LEAD + "« Nos deux pays veulent une paix durable », a souligné M. Mori."
    (statement,) = reading(text).statements
    assert statement.content[0].text == "Nos deux pays veulent une paix durable"
    assert statement.cue is not None and "souligné" in statement.cue.text


def test_an_act_told_within_a_statement_leads_to_it() -> None:
    text = LEAD + "M. Mori a déclaré : « Le Japon condamne fermement l'attaque du Kenya contre le Ghana. »"
    found = reading(text)
    (act,) = (a for a in found.acts if a.type == "condemnation")
    statement = next(s for s in found.statements if s.id == act.statement)
    assert statement.speakers == ("per:mori@JPN",) == act.sources


@pytest.mark.parametrize(
    ("rest", "addressee"),
    [
        ("« Nos deux pays veulent une paix durable », a dit M. Mori au président Sangaré.", "per:sangare@MLI"),
        ("« Nos deux pays veulent une paix durable », a dit M. Mori.", None),
        ("« Nos deux pays veulent une paix durable », a-t-il confié à M. Mori.", "per:mori@JPN"),
        ("M. Mori a indiqué au président Sangaré que le Japon soutient le Mali dans ses efforts.", "per:sangare@MLI"),
    ],
)
def test_to_whom_it_was_said(rest: str, addressee: str | None) -> None:
    assert [s.addressee for s in reading(LEAD + rest).statements] == [addressee]
