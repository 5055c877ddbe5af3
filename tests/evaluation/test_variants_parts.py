"""The parts that make variants: edits, elision, states, dates, order, voice."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.variants.days import choose_shift, day_edits
from dragoman.evaluation.variants.edits import Anchored, Edit, apply
from dragoman.evaluation.variants.elision import fitted, same_case
from dragoman.evaluation.variants.folded import FoldedText, fold
from dragoman.evaluation.variants.moving import CannotMoveError, Moves, move_edits
from dragoman.evaluation.variants.order import order_edits
from dragoman.evaluation.variants.rules import people, rules
from dragoman.evaluation.variants.shifting import Shift
from dragoman.evaluation.variants.states import Country, country
from dragoman.evaluation.variants.voice import voice_edits


class Always(random.Random):
    """Chance that always says yes."""

    def random(self) -> float:
        return 0.0


def changed(text: str, edits: list[Edit]) -> str:
    return apply(Anchored(text), edits).text


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(max_size=5)), max_size=4), st.integers(0, 40)
)
def test_anchors_stay_at_their_words(text: str, raw: list[tuple[int, int, str]], at: int) -> None:
    edits = [Edit(min(s, len(text)), min(s + n, len(text)), new) for s, n, new in raw]
    at = min(at, len(text))
    done = apply(Anchored(text, (at,)), edits)
    (moved,) = done.anchors
    assert 0 <= moved <= len(done.text)
    if not any((e.start < at and at <= e.end) or e.start == at for e in edits):
        assert done.text[moved:] == changed(text[at:], [Edit(e.start - at, e.end - at, e.text) for e in edits if e.start > at])


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("le roi d'Accra", "Accra", "Dakar", "le roi de Dakar"),
        ("le roi de Dakar", "Dakar", "Accra", "le roi d'Accra"),
        ("plus qu'Accra", "Accra", "Dakar", "plus que Dakar"),
        ("D'Accra", "Accra", "Dakar", "De Dakar"),
        ("prévu de réunir", "réunir", "organiser", "prévu d'organiser"),
        ("de Paris", "Paris", "Hanoï", "de Hanoï"),
        ("de Paris", "Paris", "Haïti", "d'Haïti"),
    ],
)
def test_elision(text: str, old: str, new: str, wanted: str) -> None:
    at = text.index(old)
    assert changed(text, [fitted(text, at, at + len(old), new)]) == wanted


def test_case_follows_the_model() -> None:
    assert same_case("ALGER", "Tunis") == "TUNIS"
    assert same_case("Pour", "de son côté") == "De son côté"


@given(st.text(max_size=60))
def test_folded_offsets_lead_back(text: str) -> None:
    folded = FoldedText.of(text)
    assert len(folded.offsets) == len(folded.folded) + 1
    assert folded.folded == fold(text)
    assert all(0 <= o <= len(text) for o in folded.offsets)


def pair(source: str, target: str) -> Moves:
    one, other = country(source), country(target)
    assert one is not None and other is not None
    return Moves({source: (one, other)}, {})


@pytest.mark.parametrize(
    ("source", "target", "text", "wanted"),
    [
        ("MLI", "TCD", "Le Mali et l'ambassadeur du Mali au Mali", "Le Tchad et l'ambassadeur du Tchad au Tchad"),
        (
            "DZA",
            "TUN",
            "L'Algérie, d'Algérie, de l'Algérie, à l'Algérie, en Algérie",
            "La Tunisie, de Tunisie, de la Tunisie, à la Tunisie, en Tunisie",
        ),
        ("TUN", "DZA", "la Tunisie, de Tunisie, de la Tunisie", "l'Algérie, d'Algérie, de l'Algérie"),
        ("AZE", "GHA", "l'Azerbaïdjan, en Azerbaïdjan, d'Azerbaïdjan", "le Ghana, au Ghana, du Ghana"),
        ("AZE", "MLI", "la République d'Azerbaïdjan", "la République du Mali"),
        ("DZA", "TUN", "les autorités algériennes et les Algériens d'Alger", "les autorités tunisiennes et les Tunisiens de Tunis"),
        ("DZA", "TUN", "ALGER, ALGÉRIE", "TUNIS, TUNISIE"),
        ("DZA", "TUN", "la commission algéro-malienne", "la commission tuniso-malienne"),
        ("SVK", "TUN", "la ministre slovaque et le président slovaque", "la ministre tunisienne et le président tunisien"),
        ("SEN", "MLI", "les ministres sénégalais, le ministre sénégalais", "les ministres maliens, le ministre malien"),
        ("MAR", "ESP", "le Royaume du Maroc", "le Royaume d'Espagne"),
    ],
)
def test_moving_to_another_state(source: str, target: str, text: str, wanted: str) -> None:
    assert changed(text, move_edits(text, pair(source, target))) == wanted


def test_what_cannot_be_told_is_not_moved() -> None:
    with pytest.raises(CannotMoveError):
        move_edits("l'ambassadeur slovaque", pair("SVK", "TUN"))


def shift(days: int, before: str = "2022-08-24") -> Shift:
    day = date.fromisoformat(before)
    return Shift(days, day, date.fromordinal(day.toordinal() + days))


@pytest.mark.parametrize(
    ("old", "days", "new"),
    [
        ("2022-08-24", 10, "2022-09-03"),
        ("2022-08", 10, "2022-09"),
        ("2022", 140, "2023"),
        ("1993", 140, "1993"),
        ("2022-08-24~", 1, "2022-08-25~"),
        ("2022-08-24/2022-08-25", 10, "2022-09-03/2022-09-04"),
        ("../2022-12-31", 140, "../2023-12-31"),
        ("../2022-08-31", 10, "../2022-09-30"),
        ("2022-08-01/2022-08-31", 10, "2022-09-01/2022-09-30"),
        ("2022-08-29/2022-09-04", 10, "2022-09-05/2022-09-11"),
        ("[2022-08-03,2022-08-10,2022-08-17,2022-08-24,2022-08-31]", 14, "[2022-09-07,2022-09-14,2022-09-21,2022-09-28]"),
        ("2022-23", 3, "2022-23"),
    ],
)
def test_shifted_dates(old: str, days: int, new: str) -> None:
    assert shift(days).edtf(old) == new


@pytest.mark.parametrize(
    ("text", "days", "wanted"),
    [
        ("reçu mercredi 24 août 2022 à Dakar", 14, "reçu mercredi 7 septembre 2022 à Dakar"),
        ("reçu mercredi à Dakar", 1, "reçu jeudi à Dakar"),
        ("du 22 au 24 août 2022", 31, "du 22 au 24 septembre 2022"),
        ("le mois d'août 2022", 10, "le mois de septembre 2022"),
        ("le 31 août 2022", 1, "le 1er septembre 2022"),
        ("publié le 24/08/2022", 10, "publié le 03/09/2022"),
        ("en 1993, les deux pays", 140, "en 1993, les deux pays"),
    ],
)
def test_dates_in_words(text: str, days: int, wanted: str) -> None:
    assert changed(text, day_edits(text, "2022-08-24", shift(days))) == wanted


def test_shift_needs_a_publication() -> None:
    assert choose_shift(("mercredi",), None, random.Random(1)) is None
    assert choose_shift(("mercredi",), "2022-08-24", random.Random(1)) is not None


def test_adjuncts_move() -> None:
    text = "Les deux ministres ont signé, lors de cette rencontre, un accord. Lundi, la commission se réunira à Dili."
    assert changed(text, order_edits(text, (), Always())) == (
        "Lors de cette rencontre, les deux ministres ont signé un accord. La commission se réunira à Dili lundi."
    )
    assert order_edits(text, (30,), Always())[0].start > 30


def test_voice_turns() -> None:
    text = (
        "Le ministre malien, M. Moussa Sidibé, a été reçu, lundi, par le président togolais. La ministre a convoqué le chargé de mission."
    )
    assert changed(text, voice_edits(text, (), Always())) == (
        "Le président togolais a reçu, lundi, le ministre malien, M. Moussa Sidibé. Le chargé de mission a été convoqué par la ministre."
    )


def test_tables_hold_together() -> None:
    assert {home.names for homes in people().states.values() for home in homes.values()} == set(people().names)
    for code in (c for homes in people().states.values() for c in homes):
        assert isinstance(country(code), Country), code
    assert all(len(s.phrases) > 1 and len(set(s.phrases)) == len(s.phrases) for s in rules().synonyms)
    tildes = [{p.count("~") for p in s.phrases} for s in rules().synonyms]
    assert all(len(counts) == 1 for counts in tildes)
