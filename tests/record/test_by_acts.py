"""Persons told by an office only, whom another report of the same act calls by name."""

from __future__ import annotations

from dumped import differences, dump
from told_readings import Told, Who, reading

from dragoman.model.reading import Reading
from dragoman.record import Record
from dragoman.record.decisions import Forget, make_decision
from dragoman.record.ruling import decide

HOST = Who("DZA", "Karim Lamine", "foreign_minister")
UNNAMED, NAMED = Who("AZE", "", "ambassador"), Who("AZE", "Elchin Guliyev", "ambassador")


def _meeting(guest: Who, day: str = "2023-03-14", publisher: str = "La Gazette", head: str = "") -> Reading:
    return reading(Told("meeting", (HOST, guest), day=day), published=day, publisher=publisher, head=head)


def _who(record: Record) -> list[tuple[str, str]]:
    with record.engine.connect() as connection:
        joined = 'SELECT a.ident, n."by" FROM named n JOIN actor a ON a.id = n.actor_id'
        told = f"{joined} WHERE n.local = 'per:ambassador@AZE' ORDER BY n.document_id"
        return [(row[0], row[1]) for row in connection.exec_driver_sql(told)]


def _rebuilt_the_same(record: Record) -> bool:
    assert record.check() == ()
    before = dump(record)
    record.rebuild()
    return differences(before, dump(record)) == {} and record.check() == ()


def test_another_report_tells_the_name(record: Record) -> None:
    record.file([_meeting(UNNAMED)])
    assert _who(record) == [("per:ambassador@AZE", "name")]
    record.file([_meeting(NAMED, publisher="Le Courrier")])
    assert _who(record) == [("per:guliyev@AZE", "act")]
    assert _rebuilt_the_same(record)


def test_the_office_keeps_its_name_by_the_first_document_that_tells_it(record: Record) -> None:
    elsewhere = _meeting(UNNAMED, day="2024-02-01", head="À la une\n")
    record.file([_meeting(UNNAMED), _meeting(NAMED, publisher="Le Courrier")])
    record.file([elsewhere])
    record.file([reading(published="2024-02-01", head="À la une\n")])
    decide(record.engine, make_decision(Forget(elsewhere.document.id), by="A", at="2024-03-01T00:00:00Z"))
    assert _rebuilt_the_same(record)


def test_without_the_other_report_the_office_is_all_that_is_known(record: Record) -> None:
    named, elsewhere = _meeting(NAMED, publisher="Le Courrier"), _meeting(UNNAMED, day="2024-02-01", head="À la une\n")
    record.file([elsewhere, _meeting(UNNAMED), named])
    for second, gone in enumerate((elsewhere, named)):
        decide(record.engine, make_decision(Forget(gone.document.id), by="A", at=f"2024-03-01T00:00:0{second}Z"))
    assert _who(record) == [("per:ambassador@AZE", "name")]
    assert _rebuilt_the_same(record)


def test_a_tenure_comes_before_the_acts(record: Record) -> None:
    minister, named = Who("AZE", "", "foreign_minister"), Who("AZE", "Elchin Guliyev", "foreign_minister")
    record.file([_meeting(minister), _meeting(Who("AZE", "Elchin Guliyev"), publisher="Le Courrier")])
    record.file([_meeting(named, day="2023-03-20", head="À la une\n")])
    assert _rebuilt_the_same(record)
