"""Which ways of naming mean one person."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.model.actor import Actor, Office
from dragoman.model.span import Span
from dragoman.record.cards import Card, card_keys, card_of, combined
from dragoman.record.persons_alike import people, same_person

SPAN = (Span(0, 1, "M"),)


def card(name: str, country: str = "DZA", office: str = "", day: str = "2023-03-14", former: bool = False) -> Card:
    offices = (Office(office=office, title=office, of=country, former=former),) if office else ()  # type: ignore[arg-type]
    made = card_of(Actor(id=f"per:x@{country}", kind="person", name=name, country=country, offices=offices, mentions=SPAN), day)
    assert made is not None
    return made


NAMES = [
    "Abdelhak Zeghdoudi",
    "A. Zegdoudi",
    "Zeghdoudi",
    "Salim Zeghdoudi",
    "Mourad Bencherif",
    "Ben Cherif",
    "Mourad Ben Cherif",
    "Kerrar",
]
OFFICES = ["", "head_of_state", "foreign_minister", "ambassador"]
cards = st.builds(
    card, st.sampled_from(NAMES), st.sampled_from(["DZA", "AZE"]), st.sampled_from(OFFICES), st.sampled_from(["2022-01-05", "2023-03-14"])
)


@settings(max_examples=300)
@given(cards, cards)
def test_symmetric_and_found_by_keys(a: Card, b: Card) -> None:
    assume(a.key != b.key)
    like = same_person(a, b)
    assert like == same_person(b, a)
    if like.verdict != "different":
        assert a.country == b.country
        assert set(card_keys(a)) & set(card_keys(b))


@settings(max_examples=150)
@given(st.lists(cards, max_size=7, unique_by=lambda c: c.key), st.randoms(use_true_random=False))
def test_order_makes_no_difference(told: list[Card], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(told)
    random.shuffle(shuffled)
    one, other = people(told), people(shuffled)
    assert one.groups == other.groups and one.questions == other.questions
    assert sorted(key for group in one.groups for key in group) == sorted(c.key for c in told)


def test_spellings_are_one_person() -> None:
    a, b = card("Abdelhak Zeghdoudi", office="foreign_minister"), card("Abdelhaq Zegdoudi")
    assert same_person(a, b).verdict == "same"


def test_never_across_countries() -> None:
    assert same_person(card("Mariam Diarra", "MLI"), card("Mariam Diarra", "CIV")).verdict == "different"


def test_contrary_offices_at_the_same_time_are_a_question() -> None:
    a, b = card("Salim Zeghdoudi", office="ambassador"), card("Salim Zeghdoudi", office="head_of_state", day="2023-04-01")
    assert same_person(a, b).verdict == "doubtful"
    later = card("Salim Zeghdoudi", office="foreign_minister", day="2024-11-01")
    assert same_person(a, later).verdict == "same"


def test_names_that_only_look_alike_are_a_question() -> None:
    a, b = card("Abdelhak Zeghdoudi", office="minister"), card("Abdelhak Zedhgoudi", office="minister")
    assert same_person(a, b).verdict == "doubtful"
    assert len(people([a, b]).groups) == 2 and len(people([a, b]).questions) == 1


def test_an_office_of_one_holder_settles_names_that_look_alike() -> None:
    a, b = card("Abdelhak Zeghdoudi", office="foreign_minister"), card("Abdelhak Zedhgoudi", office="foreign_minister")
    assert same_person(a, b).verdict == "same"
    later = card("Abdelhak Zedhgoudi", office="foreign_minister", day="2024-11-01")
    assert same_person(a, later).verdict == "doubtful"
    assert same_person(card("Ivan Petrov", "RUS", "head_of_state"), card("Ivan Petrenko", "RUS", "head_of_state")).verdict == "different"


def test_given_names_that_clash_are_two_persons() -> None:
    assert same_person(card("Salim Zeghdoudi"), card("Abdelhak Zeghdoudi")).verdict == "different"


def test_a_family_name_goes_to_the_one_who_fits() -> None:
    minister, envoy = card("Abdelhak Zeghdoudi", office="foreign_minister"), card("Salim Zeghdoudi", office="ambassador")
    short = card("Zeghdoudi", office="ambassador")
    assert {envoy.key, short.key} in [set(g) for g in people([minister, envoy, short]).groups]
    nobody = card("Zeghdoudi")
    found = people([minister, envoy, nobody])
    assert (nobody.key,) in found.groups
    assert len(found.questions) == 2
    assert {minister.key, nobody.key} in [set(g) for g in people([minister, nobody]).groups]


def test_decisions_on_persons() -> None:
    a, b = card("Salim Zeghdoudi"), card("Abdelhak Zeghdoudi")
    c = card("Abdelhak Zegdoudi")
    assert len(people([a, b], same=[(a.key, b.key)]).groups) == 1
    assert len(people([b, c]).groups) == 1
    assert len(people([b, c], apart=[(c.key, b.key)]).groups) == 2


def test_a_name_alone_carries_its_office() -> None:
    assert card("Ndoye", "SEN", "ambassador").folded == "ndoye#ambassador"
    assert card("Babacar Ndoye", "SEN", "ambassador").folded == "babacar ndoye"


def test_cards_are_combined() -> None:
    names = {"MOURAD BENCHERIF": "2023-03-14", "Mourad Bencherif": "2022-01-05"}
    one = combined([card(name, office="head_of_state", day=day) for name, day in names.items()])
    assert one.name == "Mourad Bencherif"
    assert [(h.first_day, h.last_day) for h in one.held] == [("2022-01-05", "2023-03-14")]


def test_no_card_for_the_unnamed_and_for_states() -> None:
    assert card_of(Actor(id="per:ambassador-2@CHN", kind="person", name="ambassadeur", country="CHN", mentions=SPAN)) is None
    assert card_of(Actor(id="DZA", kind="country", name="Algérie", mentions=SPAN)) is None
