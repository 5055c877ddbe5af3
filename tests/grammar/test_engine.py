"""The acts that a clause tells."""

from __future__ import annotations

import pytest
from clauses import Sentence, sentence

from dragoman.grammar.engine import Telling


def told(found: Sentence) -> list[tuple[str, str, str]]:
    return [(t.frame.act, t.form or "", t.status) for t in found.tellings()]


def parts(found: Sentence, telling: Telling) -> set[str]:
    """The parts of a telling as `role=actor`."""
    mentions = found.item.annotations.mentions
    return {f"{p.role}={a}" for p in telling.parts if p.reference.index is not None for a in mentions[p.reference.index].actors}


@pytest.mark.parametrize(
    ("text", "act", "roles"),
    [
        ("Le Mali a reçu l'ambassadeur du Japon.", "meeting", {"agent=MLI", "counterpart=per:ambassador@JPN"}),
        ("L'ambassadeur du Japon a été reçu par le Mali.", "meeting", {"agent=MLI", "counterpart=per:ambassador@JPN"}),
        ("Le Mali a condamné l'attaque du Japon contre le Kenya.", "condemnation", {"agent=MLI"}),
    ],
)
def test_roles_are_the_same_in_every_voice(text: str, act: str, roles: set[str]) -> None:
    found = sentence(text)
    (telling,) = (t for t in found.tellings() if t.frame.act == act)
    assert roles <= parts(found, telling)


def test_several_acts_of_one_sentence_come_in_text_order() -> None:
    found = sentence("Le président du Mali a reçu l'ambassadeur du Japon et a remercié le Kenya pour son soutien.")
    tellings = found.tellings()
    assert [t.order for t in tellings] == sorted(t.order for t in tellings)
    assert {"meeting", "appreciation"} <= {t.frame.act for t in tellings}


def test_the_cue_is_the_text_s_own_words() -> None:
    found = sentence("L'ambassadeur du Japon, Kenji Mori, a été reçu mardi par le président du Mali.")
    (telling,) = found.tellings()
    words = found.item.text.repaired.text
    assert [words[a:b] for a, b in telling.cue] == ["a été reçu"]
    assert words[telling.order :].startswith("reçu")


def test_who_says_so_is_a_source() -> None:
    found = sentence("Le Kenya a indiqué que le Mali a reçu l'ambassadeur du Japon.")
    (telling,) = (t for t in found.tellings() if t.frame.act == "meeting")
    (source,) = telling.sources
    mentions = found.item.annotations.mentions
    assert [a for s in source.speakers if s.index is not None for a in mentions[s.index].actors] == ["KEN"]


def test_what_no_frame_knows_tells_nothing() -> None:
    assert told(sentence("Le Mali et le Japon sont loin l'un de l'autre.")) == []


def test_a_fallback_gives_way_to_what_is_told_below_it() -> None:
    found = told(sentence("Le Mali et le Japon ont convenu de renforcer leur coopération."))
    assert ("cooperation", "agreed") in {(act, status) for act, _, status in found}
    assert "agreement" not in {act for act, _, _ in found}
