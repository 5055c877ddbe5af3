"""Told twice is one act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_drafts import made, roles, side

from dragoman.model.vocabulary import ActType, Role, Status
from dragoman.reading.drafts import Draft
from dragoman.reading.merging import merge, same_act

HOST, GUEST, OTHER = "per:diarra@MLI", "per:mori@JPN", "per:sato@JPN"


def audience(**options: object) -> Draft:
    return made("meeting", ("agent", HOST), ("counterpart", GUEST), **options)  # type: ignore[arg-type]


def test_the_same_audience_told_twice_is_one() -> None:
    (act,) = merge([audience(at=0, form="audience"), audience(at=50)], side)
    assert [t.order for t in act.tellings] == [0, 50]
    assert act.form == "audience"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(made("meeting", ("agent", HOST), ("counterpart", OTHER)), id="another person of the same side"),
        pytest.param(made("meeting", ("agent", GUEST), ("counterpart", HOST)), id="the other way round"),
        pytest.param(made("meeting", ("agent", HOST), ("counterpart", "per:kamau@KEN")), id="another side"),
        pytest.param(made("visit", ("agent", HOST), ("counterpart", GUEST)), id="another type"),
        pytest.param(audience(status="announced"), id="another status"),
        pytest.param(audience(day="2024-05-20"), id="another day"),
    ],
)
def test_what_keeps_two_acts_apart(other: Draft) -> None:
    assert not same_act(audience(day="2024-05-14"), other, side)


def test_forms_keep_messages_apart_but_not_meetings() -> None:
    def message(form: str) -> Draft:
        return made("message", ("agent", HOST), ("counterpart", GUEST), form=form)

    assert not same_act(message("letter"), message("greetings"), side)
    assert same_act(audience(form="audience"), audience(form="talks"), side)


def test_a_noun_that_presupposes_an_act_takes_its_status() -> None:
    assert same_act(audience(status="announced"), audience(status="done", presupposed=True), side)


def test_a_person_takes_the_place_of_the_bare_side() -> None:
    (act,) = merge([made("meeting", ("agent", HOST), ("counterpart", "JPN")), audience(at=20)], side)
    assert roles(act) == {f"agent={HOST}", f"counterpart={GUEST}"}


def test_a_bare_side_adds_nothing_to_its_person() -> None:
    (act,) = merge([audience(), made("meeting", ("agent", "MLI"), ("counterpart", "JPN"), at=20)], side)
    assert roles(act) == {f"agent={HOST}", f"counterpart={GUEST}"}


def test_what_is_told_of_the_date_stands_against_what_is_inferred() -> None:
    (act,) = merge([audience(day="2024-05", basis="report"), audience(at=20, day="2024-05-14")], side)
    assert act.date is not None and (act.date.edtf, act.date.basis) == ("2024-05-14", "told")


def test_the_named_form_stands_against_the_general_one() -> None:
    (act,) = merge([audience(form="talks"), audience(at=20, form="audience")], side)
    assert act.form == "audience"


ACTORS = (HOST, GUEST, OTHER, "MLI", "JPN", "KEN", "per:kamau@KEN")


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    def one(at: int) -> Draft:
        kind: ActType = draw(st.sampled_from(("meeting", "visit", "message")))
        chosen: list[Role] = draw(st.lists(st.sampled_from(("agent", "counterpart", "party")), min_size=1, max_size=3))
        who = [(role, draw(st.sampled_from(ACTORS))) for role in chosen]
        status: Status = draw(st.sampled_from(("done", "announced")))
        day = draw(st.sampled_from((None, "2024-05-14", "2024-05")))
        return made(kind, *who, status=status, at=at, weak=draw(st.booleans()), presupposed=draw(st.booleans()), day=day)

    return [one(at) for at in range(draw(st.integers(0, 6)))]


@given(drafts())
def test_no_telling_is_lost_and_the_order_is_the_text_s(found: list[Draft]) -> None:
    tellings = sorted(t.order for d in found for t in d.tellings)
    acts = merge(found, side)
    assert sorted(t.order for a in acts for t in a.tellings) == tellings
    assert [a.order for a in acts] == sorted(a.order for a in acts)


@given(drafts())
def test_each_actor_plays_one_role_once(found: list[Draft]) -> None:
    for act in merge(found, side):
        whole = [(p.actor, p.role) for p in act.participants]
        told = {(p.actor, p.role) for d in found for p in d.participants}
        assert len(whole) == len(set(whole)) or not set(whole) - told


def test_setting_out_is_no_act_beside_the_visits_that_it_leads_to() -> None:
    from dragoman.flow import read

    text = "Le ministre chilien des Affaires étrangères entame une tournée africaine. Il se rendra au Togo et au Bénin."
    visits = [a for a in read(text, published="2024-05-16").acts if a.type == "visit"]
    assert len(visits) == 2 and all(any(p.role == "counterpart" for p in a.participants) for a in visits)
