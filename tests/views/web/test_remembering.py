from __future__ import annotations

import threading
from typing import Any

from dragoman.record.act_filter import ActFilter
from dragoman.views.web.remembering import KEPT, Remembering


class Counting:
    def __init__(self) -> None:
        self.asked = 0
        self.gate = threading.Event()

    def acts(self, asked: ActFilter, *, more: int = 0) -> int:
        self.asked += 1
        self.gate.wait(5)
        return self.asked


def room(counting: Counting, state: list[int]) -> Any:
    return Remembering(counting, lambda: tuple(state))  # type: ignore[arg-type]


def test_an_answer_holds_until_the_record_changes() -> None:
    counting, state = Counting(), [1]
    counting.gate.set()
    asked = room(counting, state)
    assert [asked.acts(ActFilter(types=("visit",))) for _ in range(3)] == [1, 1, 1]
    assert asked.acts(ActFilter(types=("call",))) == 2
    assert asked.acts(ActFilter(types=("call",)), more=1) == 3
    state[0] = 2
    assert asked.acts(ActFilter(types=("visit",))) == 4


def test_long_lists_are_not_kept_and_no_more_than_so_many_answers() -> None:
    counting = Counting()
    counting.gate.set()
    asked = room(counting, [1])
    assert [asked.acts(ActFilter(limit=1000)) for _ in range(2)] == [1, 2]
    for n in range(KEPT + 1):
        asked.acts(ActFilter(), more=n)
    assert asked.acts(ActFilter(), more=0) == KEPT + 4


def test_who_asks_the_same_at_once_waits_for_one_answer() -> None:
    counting = Counting()
    asked = room(counting, [1])
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(asked.acts(ActFilter()))) for _ in range(5)]
    for thread in threads:
        thread.start()
    counting.gate.set()
    for thread in threads:
        thread.join()
    assert found == [1] * 5


def test_the_questions_of_one_moment_are_asked_of_one_state() -> None:
    counting, state = Counting(), [1]
    counting.gate.set()
    asked = room(counting, state)
    moment = asked.moment()
    assert moment.acts(ActFilter()) == 1
    state[0] = 2
    assert moment.acts(ActFilter()) == 1
    assert moment.acts(ActFilter(types=("call",))) == 2
    assert asked.moment().acts(ActFilter()) == 3
