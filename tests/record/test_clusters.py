"""Which reports are one act."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.clusters import clusters

IDENTS = [f"{doc}.a{n}" for doc in "abcd" for n in (1, 2)]
links = st.lists(st.tuples(st.sampled_from(IDENTS), st.sampled_from(IDENTS), st.sampled_from([5.0, 6.5, 9.0, math.inf])), max_size=14)
aparts = st.lists(st.tuples(st.sampled_from(IDENTS), st.sampled_from(IDENTS)).filter(lambda p: p[0] != p[1]), max_size=4)


@settings(max_examples=300)
@given(links, aparts, st.randoms(use_true_random=False), aparts)
def test_order_makes_no_difference(joined, apart, random, different) -> None:  # type: ignore[no-untyped-def]
    def differs(a: str, b: str) -> bool:
        return (a, b) in different or (b, a) in different

    one = clusters(IDENTS, joined, apart, differs)
    idents, shuffled, kept = list(IDENTS), list(joined), [(b, a) for a, b in apart]
    for items in (idents, shuffled, kept):
        random.shuffle(items)
    assert clusters(idents, [(b, a, s) for a, b, s in shuffled], kept, differs) == one
    assert sorted(i for group in one for i in group) == sorted(IDENTS)
    for group in one:
        assert not any({a, b} <= set(group) for a, b in apart)


def test_what_one_document_tells_apart_stays_apart() -> None:
    joined = [("a.a1", "b.a1", 9.0), ("a.a2", "b.a1", 6.0)]
    assert clusters(["a.a1", "a.a2", "b.a1"], joined) == (("a.a1", "b.a1"), ("a.a2",))


def test_a_decision_joins_what_one_document_tells_apart() -> None:
    assert clusters(["a.a1", "a.a2"], [("a.a1", "a.a2", math.inf)]) == (("a.a1", "a.a2"),)


def test_a_decision_keeps_apart_what_is_joined_through_others() -> None:
    joined = [("a.a1", "b.a1", 9.0), ("b.a1", "c.a1", 8.0)]
    assert clusters(["a.a1", "b.a1", "c.a1"], joined, [("c.a1", "a.a1")]) == (("a.a1", "b.a1"), ("c.a1",))


def test_two_that_differ_are_not_joined_through_a_third() -> None:
    joined = [("a.a1", "b.a1", 9.0), ("b.a1", "c.a1", 8.0)]
    assert clusters(["a.a1", "b.a1", "c.a1"], joined, (), lambda a, b: {a, b} == {"a.a1", "c.a1"}) == (("a.a1", "b.a1"), ("c.a1",))


def test_links_to_what_is_gone_are_left_out() -> None:
    assert clusters(["a.a1"], [("a.a1", "z.a9", 9.0)]) == (("a.a1",),)
