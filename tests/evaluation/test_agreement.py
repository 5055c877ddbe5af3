from __future__ import annotations

import math

import pytest

from dragoman.evaluation.agreement import agreement
from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldParticipant, GoldRelation, GoldStatement
from dragoman.evaluation.krippendorff import alpha, share


def units(*coders: str) -> list[tuple[str | None, ...]]:
    return [tuple(None if v == "." else v for v in unit) for unit in zip(*coders, strict=True)]


def test_alpha_of_worked_examples() -> None:
    # Krippendorff's own: two coders with two values, two with five, four with values missing
    assert alpha(units("0100000010", "1110010000")) == pytest.approx(0.095, abs=0.0006)
    assert alpha(units("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=0.0006)
    assert alpha(units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")) == pytest.approx(0.743, abs=0.0006)


def test_alpha_by_hand() -> None:
    # values a a / a b / b b / b b: coincidences aa 2, ab 1, ba 1, bb 4, n = 8, n_a = 3, n_b = 5
    # alpha = 1 - 7 * 2 / (64 - 9 - 25) = 1 - 14 / 30
    assert alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(1 - 14 / 30)
    assert share([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("c", None)]) == 0.75


def test_alpha_without_variation_is_no_number() -> None:
    assert math.isnan(alpha([("a", "a"), ("a", "a")]))
    assert math.isnan(alpha([("a", None)]))
    assert math.isnan(alpha([]))


def act(kind: str, status: str, *who: str, **more: object) -> GoldAct:
    people = tuple(GoldParticipant(key=key, role=role) for role, key in (w.split("=") for w in who))  # type: ignore[arg-type]
    return GoldAct(type=kind, status=status, who=people, **more)  # type: ignore[arg-type]


ONE = GoldDocument(
    id="d",
    acts=(
        act("meeting", "done", "agent=rossi@ITA", "counterpart=diallo@SEN", date="2020-05-06", place="Rome@ITA"),
        act("visit", "announced", "agent=rossi@ITA", "counterpart=SEN"),
        act("support", "done", "agent=ITA", "counterpart=SEN"),
    ),
    statements=(GoldStatement(starts="Nous avons parlé de", speakers=("rossi@ITA",)),),
    relations=(GoldRelation(type="member_of", subject="SEN", object="org:AU"),),
)
OTHER = GoldDocument(
    id="d",
    acts=(
        act("meeting", "done", "agent=rossi@ITA", "counterpart=diallo@SEN", date="2020-05-07", place="Rome@ITA"),
        act("visit", "intended", "agent=rossi@ITA", "counterpart=SEN"),
        act("appreciation", "done", "agent=ITA", "counterpart=SEN"),
        act("aid", "done", "agent=FRA", "counterpart=MLI"),
    ),
    statements=ONE.statements,
    relations=ONE.relations,
)


def test_coder_agrees_with_itself() -> None:
    figures = agreement([ONE], [ONE])
    assert figures["status_alpha"] == figures["type_alpha"] == figures["role_alpha"] == 1.0
    assert figures["fact_f1"] == figures["quotation_f1"] == figures["relation_f1"] == 1.0
    assert figures["acts_both"] == 3


def test_two_coders() -> None:
    figures = agreement([ONE], [OTHER])
    assert (figures["acts_both"], figures["acts_a_only"], figures["acts_b_only"]) == (2, 1, 2)
    # status: done done / announced intended: n = 4, observed 2, expected 16 - 4 - 1 - 1
    assert figures["status_alpha"] == pytest.approx(1 - 3 * 2 / 10)
    assert figures["status_agreement"] == 0.5
    # type: meeting meeting / visit visit / support appreciation: n = 6, observed 2, expected 36 - 4 - 4 - 1 - 1
    assert figures["type_alpha"] == pytest.approx(1 - 5 * 2 / 26)
    assert figures["role_alpha"] == 1.0 and figures["place_agreement"] == 1.0 and figures["date_agreement"] == 0.5


def test_agreement_is_symmetric() -> None:
    there, back = agreement([ONE], [OTHER]), agreement([OTHER], [ONE])
    for name, value in there.items():
        if not name.endswith("only"):
            assert back[name] == pytest.approx(value, nan_ok=True), name


def test_documents_of_one_coder_are_left_out() -> None:
    figures = agreement([ONE], [GoldDocument(id="elsewhere", acts=())])
    assert figures["documents"] == 0 and math.isnan(figures["status_alpha"])
