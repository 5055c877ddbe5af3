from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.grammar.engine import Telling
from dragoman.grammar.frames import ActFrame
from dragoman.model.vocabulary import ACT_TYPES, FORMS, ROLES, STATUSES, TOPICS
from dragoman.reading.codes import CodeRow, code_table, codes_of
from dragoman.reading.drafts import Draft, DraftParticipant, DraftPlace

CASES = list(csv.DictReader(Path(__file__).with_name("codes.csv").read_text(encoding="utf-8").splitlines()))
OWN_EXTENSIONS = ("message", "condolence", "credentials", "appointment")


def draft(case: dict[str, str]) -> Draft:
    frame = ActFrame(id=case.get("frame") or f"{case['type']}.test", act=case["type"], roles={})  # type: ignore[arg-type]
    telling = Telling(frame, 0, ((0, 1),), (), case["status"])  # type: ignore[arg-type]
    people = [pair.split("=") for pair in case["who"].split()]
    place = DraftPlace(case["place"], case["place"], None, None, None, [], "told") if case["place"] else None
    return Draft(
        case["type"],  # type: ignore[arg-type]
        case["status"],  # type: ignore[arg-type]
        [telling],
        [DraftParticipant(actor, role) for role, actor in people],  # type: ignore[arg-type]
        form=case["form"] or None,
        place=place,
        topics=tuple(case["topics"].split()),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['type']}-{c['form']}-{c['status']}-{c['topics']}-{c['place']}".strip("-"))
def test_codes_of_the_hand_written_cases(case: dict[str, str]) -> None:
    codes = codes_of(draft(case))
    told = (codes.plover, codes.plover_mode, " ".join(codes.plover_contexts), codes.cameo, codes.quad_class)
    wanted = (
        case["plover"] or None,
        case["mode"] or None,
        case["contexts"],
        case["cameo"] or None,
        int(case["quad"]) if case["quad"] else None,
    )
    assert told == wanted


def test_there_are_a_hundred_cases_over_all_types() -> None:
    assert len(CASES) >= 100
    assert {c["type"] for c in CASES} == set(ACT_TYPES)


def rows() -> list[tuple[str, CodeRow]]:
    return [(kind, row) for kind, found in code_table().acts.items() for row in found]


def test_the_table_covers_all_types_and_topics() -> None:
    assert tuple(code_table().acts) == ACT_TYPES
    assert tuple(code_table().topics) == TOPICS


@pytest.mark.parametrize(("kind", "row"), rows())
def test_every_row_speaks_the_vocabulary(kind: str, row: CodeRow) -> None:
    table = code_table()
    assert set(row.form) <= {*FORMS.get(kind, ()), "none"}
    assert set(row.status) <= set(STATUSES)
    assert set(row.topics) <= set(TOPICS)
    assert set(row.venue) <= {"home", "third", "unknown"}
    assert set(row.who) <= set(ROLES)
    assert set(row.contexts) <= set(table.contexts)
    assert row.source
    assert row.mode is None or row.mode in table.events[row.plover or ""].modes
    assert row.cameo is None or row.cameo in table.cameo


@pytest.mark.parametrize("topic", TOPICS)
def test_the_contexts_of_topics_are_plovers(topic: str) -> None:
    found = code_table().topics[topic]
    assert set(found.contexts) <= set(code_table().contexts)
    assert found.why


def test_every_listed_cameo_code_is_used() -> None:
    assert {row.cameo for _, row in rows()} - {None} == set(code_table().cameo)


def test_plover_has_16_events_and_37_contexts() -> None:
    assert len(code_table().events) == 16
    assert len(set(code_table().contexts)) == 37


@pytest.mark.parametrize("kind", OWN_EXTENSIONS)
def test_types_beyond_plover_have_no_event(kind: str) -> None:
    assert all(row.plover is None for row in code_table().acts[kind])  # type: ignore[index]


@pytest.mark.parametrize("kind", ["meeting", "visit", "conference", "call"])
@pytest.mark.parametrize("form", ["", "x"])
@pytest.mark.parametrize("status", ["announced", "intended", "agreed"])
def test_gatherings_to_come_are_agreements_to_meet(kind: str, form: str, status: str) -> None:
    codes = codes_of(
        draft({"type": kind, "form": FORMS[kind][0] if form else "", "status": status, "topics": "", "who": "agent=DZA", "place": ""})
    )
    assert (codes.plover, codes.cameo, codes.quad_class) == ("AGREE", "036", 1)


@pytest.mark.parametrize("kind", ACT_TYPES)
def test_what_is_denied_has_no_codes(kind: str) -> None:
    codes = codes_of(draft({"type": kind, "form": "", "status": "denied", "topics": "trade", "who": "agent=DZA", "place": ""}))
    assert codes.plover is codes.cameo is codes.quad_class is None
