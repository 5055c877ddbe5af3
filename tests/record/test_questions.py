"""Lists, counts, facets and timelines against the same acts looked at one by one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from made_record import PlainAct, fill, fits, plain_acts
from sqlalchemy import event

from dragoman.errors import CursorError, FilterError, UnknownError
from dragoman.model.vocabulary import ACT_TYPES, STATUSES, TOPICS
from dragoman.record import Record
from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import ActPage
from dragoman.record.questions import Questions
from dragoman.record.selecting import selecting

Filled = tuple[Record, list[PlainAct]]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """A made-up record, in each database."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("made") / "made.record")
    else:
        url = request.getfixturevalue("postgresql_module_url")
    fill(url)
    with Record.open(url) as record:
        yield record, plain_acts(record.engine)


@pytest.fixture
def ask(filled: Filled) -> Questions:
    return filled[0].questions


def drawn_filters(acts: list[PlainAct], count: int, seed: int = 1) -> list[ActFilter]:
    """Filters of one to three conditions, most of which some act fits."""
    rng = random.Random(seed)

    def one(act: PlainAct) -> dict[str, Callable[[], Any]]:
        blocs, persons = sorted(act.blocs), sorted(a for a in act.actors if a.startswith("per:"))
        return {
            "countries": lambda: tuple(rng.sample(blocs, min(len(blocs), rng.randint(1, 2)))),
            "persons": lambda: tuple(persons[:1]),
            "types": lambda: tuple({act.type, rng.choice(ACT_TYPES)}) if rng.random() < 0.5 else (act.type,),
            "statuses": lambda: (act.status, rng.choice(STATUSES)),
            "topics": lambda: tuple({*sorted(act.topics)[:1], rng.choice(TOPICS)}),
            "publishers": lambda: (rng.choice(sorted(act.publishers)),),
            "first_day": lambda: act.day[: rng.choice((7, 10))],
            "last_day": lambda: act.day,
            "place_country": lambda: act.country,
            "text": lambda: " ".join(rng.sample(act.texts[0], 2)),
            "follow_up": lambda: (act.follow_up,) if act.follow_up else (),
        }

    made = []
    for _ in range(count):
        ways = one(rng.choice(acts))
        made.append(ActFilter(**{name: ways[name]() for name in rng.sample(sorted(ways), rng.randint(1, 3))}))
    return made


def expected(acts: list[PlainAct], asked: ActFilter) -> list[str]:
    day = asked.first_day + "-01" if asked.first_day and len(asked.first_day) == 7 else asked.first_day
    return [act.ident for act in acts if fits(act, msgspec.structs.replace(asked, first_day=day))]


def all_pages(ask: Questions, asked: ActFilter) -> list[str]:
    idents: list[str] = []
    cursor: str | None = None
    while True:
        page = ask.acts(msgspec.structs.replace(asked, cursor=cursor))
        idents += [act.ident for act in page.acts]
        cursor = page.next
        if cursor is None:
            return idents


def test_pages_hold_what_fits_in_order(filled: Filled) -> None:
    record, acts = filled
    for asked in [ActFilter(), *drawn_filters(acts, 60)]:
        wanted = expected(acts, asked)
        assert all_pages(record.questions, msgspec.structs.replace(asked, limit=37)) == wanted, asked
        assert all_pages(record.questions, msgspec.structs.replace(asked, limit=100, newest_first=False)) == wanted[::-1], asked


def test_counts_and_timelines_agree_with_the_list(filled: Filled) -> None:
    record, acts = filled
    by_ident = {act.ident: act for act in acts}
    for asked in [ActFilter(), *drawn_filters(acts, 40, seed=2)]:
        wanted = expected(acts, asked)
        assert record.questions.count(asked).acts == len(wanted), asked
        for by, length in (("day", 10), ("month", 7), ("year", 4)):
            told = record.questions.timeline(asked, by=by)  # type: ignore[arg-type]
            counted = Counter((by_ident[i].day[:length], by_ident[i].type) for i in wanted)
            assert {(p.period, p.type): p.acts for p in told.points} == counted, asked
            assert told.exact


def test_facets_agree_with_the_list(filled: Filled) -> None:
    record, acts = filled
    by_ident = {act.ident: act for act in acts}
    for asked in [ActFilter(), ActFilter(countries=(sorted(acts[0].blocs)[0],)), *drawn_filters(acts, 30, seed=3)]:
        found = [by_ident[ident] for ident in expected(acts, asked)]
        told = {facet.name: {v.value: v.acts for v in facet.values} for facet in record.questions.facets(asked).facets}
        countries = Counter(b for act in found for b in act.blocs if not b.startswith("org:"))
        assert told["type"] == Counter(act.type for act in found), asked
        assert told["status"] == Counter(act.status for act in found), asked
        assert told["topic"] == Counter(t for act in found for t in act.topics), asked
        assert told["country"] == dict(sorted(countries.items(), key=lambda item: (-item[1], item[0]))[:40]), asked
        assert sum(told["publisher"].values()) >= len(found), asked
        assert set(told["person"].values()) <= set(range(1, len(found) + 1)), asked


def test_a_common_word_is_found_on_every_page(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many match, the newest are looked at for facets, and lists stay whole."""
    for module in ("leads", "selecting"):
        monkeypatch.setattr(f"dragoman.record.{module}.MANY", 20)
    monkeypatch.setattr("dragoman.record.samples.NEWEST", 15)
    monkeypatch.setattr("dragoman.record.samples.CANDIDATES", 25)
    record, acts = filled
    for asked in [ActFilter(text="communique numero"), *drawn_filters(acts, 40, seed=4)]:
        assert all_pages(record.questions, msgspec.structs.replace(asked, limit=60)) == expected(acts, asked), asked
        assert record.questions.count(asked).acts <= len(expected(acts, asked)), asked
    facets = record.questions.facets(ActFilter(text="communique numero"))
    assert not next(facet for facet in facets.facets if facet.name == "topic").exact


def test_words_that_do_not_lead_are_looked_up_in_one_document_at_a_time(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing all documents that hold common words, again for every act, takes minutes."""
    record, _ = filled
    if record.engine.dialect.name != "sqlite":
        pytest.skip("the plan is SQLite's")
    monkeypatch.setattr("dragoman.record.selecting.MANY", 3)
    monkeypatch.setattr("dragoman.record.leads.MANY", 3)
    with record.engine.connect() as connection:
        chosen = selecting(connection, ActFilter(text="communique"))
        question = chosen.question(50).compile(record.engine, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + str(question))]
    assert chosen.costly
    assert any("full_text" in line and ":=" in line for line in plan), plan
    assert not any("LIST SUBQUERY" in line for line in plan), plan


def test_idents_that_are_unknown_and_words_that_are_none(ask: Questions) -> None:
    assert ask.acts(ActFilter(countries=("XXX",))).acts == ()
    for question in (ask.country, ask.person, ask.organisation, ask.act, ask.document, ask.counterparts):
        with pytest.raises(UnknownError):
            question("no-such")
    for wrong in (
        {"types": ("party",)},
        {"first_day": "hier"},
        {"limit": 0},
        {"limit": 10_000},
        {"topics": ("x",)},
        {"last_day": "2022-13"},
    ):
        with pytest.raises(FilterError):
            ask.acts(ActFilter(**wrong))  # type: ignore[arg-type]
    for cursor in ("x", "!!", "WzFd", "WyIyMDIyIiwgIm5vbmUiXQ", "W1tdLDFd", "a" * 5000):
        with pytest.raises(CursorError):
            ask.acts(ActFilter(cursor=cursor))
    for cursor in ("WzFd", "WyJuYW4iLCJ4Il0", "%"):
        with pytest.raises(CursorError):
            ask.review(cursor=cursor)


@pytest.mark.parametrize("words", ['"', "-", '"a', "AND", "*", "a OR b NOT", "NEAR(", "x:y", "'", "\x00", "-a", '-"a b"', "é" * 400, "()"])
def test_any_text_is_a_question(ask: Questions, words: str) -> None:
    ask.find(words)
    ask.acts(ActFilter(text=words))


def test_every_answer_is_json(filled: Filled) -> None:
    record, acts = filled
    ask = record.questions
    bloc = next(b for act in acts for b in sorted(act.blocs) if not b.startswith("org:"))
    person = next(a for act in acts for a in sorted(act.actors) if a.startswith("per:"))
    organisation = next(b for act in acts for b in sorted(act.blocs) if b.startswith("org:"))
    answers = [ask.country(bloc), ask.person(person), ask.organisation(organisation), ask.network(), ask.network(of="person"), ask.places()]
    answers += [ask.who(bloc), ask.promises(), ask.promise_counts(), ask.counterparts(bloc), ask.counterparts(person), ask.new_since(3)]
    answers += [ask.coverage(), ask.review(), ask.act(acts[7].ident), ask.find("communique"), ask.acts(), ask.facets(), ask.timeline()]
    for answer in answers:
        assert msgspec.json.decode(msgspec.json.encode(answer)) is not None


def test_dossiers_add_up(filled: Filled) -> None:
    record, acts = filled
    pair = next(sorted(act.blocs)[:2] for act in acts if len(act.blocs) == 2 and act.follow_up)
    both = [act for act in acts if set(pair) <= act.blocs]
    told = record.questions.pair(*pair)
    assert told.total.acts == len(both) == sum(p.acts for p in told.timeline.points) == sum(v.acts for v in told.types)
    assert [act.ident for act in told.acts] == [act.ident for act in both[:30]]
    assert {act.ident for act in told.agreements} == {act.ident for act in [a for a in both if a.type == "agreement"][:10]}
    assert (told.first_day, told.last_day) == (both[-1].day, both[0].day)
    assert {p.act.ident for p in told.promises.promises} <= {act.ident for act in both if act.follow_up}
    assert record.questions.pair(*reversed(pair)).total == told.total
    with pytest.raises(FilterError):
        record.questions.pair(pair[0], pair[0])


def test_promises_come_by_when_they_fall_due(filled: Filled) -> None:
    record, acts = filled
    promised = {act.ident: act for act in acts if act.follow_up}
    as_of = record.questions.as_of()
    found, cursor = [], None
    while True:
        page = record.questions.promises(ActFilter(cursor=cursor, limit=23))
        found += page.promises
        cursor = page.next
        if cursor is None:
            break
    assert [p.act.ident for p in found] != [] and {p.act.ident for p in found} == promised.keys() and len(found) == len(promised)
    counts = Counter(p.state for p in found)
    assert record.questions.promise_counts().states == {**dict.fromkeys(record.questions.promise_counts().states, 0), **counts}
    for promise in found:
        if promise.state == "overdue":
            assert promise.due < as_of and promise.days is not None and promise.days < 0
        if promise.state in ("fulfilled", "called_off"):
            assert promise.follow
    soon = [p.due for p in found if p.state == "due_soon"]
    assert soon == sorted(soon)
    country = sorted(next(iter(promised.values())).blocs)[0]
    own = record.questions.promises(ActFilter(countries=(country,), limit=1000)).promises
    assert {p.act.ident for p in own} == {ident for ident, act in promised.items() if country in act.blocs}


def test_documents_and_their_words(filled: Filled) -> None:
    ask = filled[0].questions
    hits = ask.find("communique numero", limit=5)
    ident = hits.hits[0].document.ident
    page = ask.document(ident)
    assert ask.document(ident[7:23]) == page
    assert set(page.acts) == {act.id for act in page.reading.acts}
    act = page.reading.acts[0]
    span = act.evidence[0]
    excerpt = ask.words(ident, span.start, span.end, around=10)
    assert (
        excerpt.text == span.text
        and page.reading.document.text[span.start - 10 : span.end + 10] == excerpt.before + excerpt.text + excerpt.after
    )
    assert any(piece.hit and piece.text == "Communiqué" for piece in hits.hits[0].snippet)
    assert ask.find("communique numero", limit=5, cursor=hits.next).hits[0].document.ident not in {h.document.ident for h in hits.hits}
    assert ask.act(page.acts[act.id]).reports[0].words
    with pytest.raises(FilterError):
        ask.words(ident, 5, 10**9)


def test_an_act_shows_what_its_reports_tell(filled: Filled) -> None:
    record, acts = filled
    several = next(act for act in acts if len(act.texts) > 1)
    told = record.questions.act(several.ident)
    assert len(told.reports) == told.line.reports == len(several.texts)
    for report in told.reports:
        assert record.questions.act(report.ident).line == told.line
        document = record.questions.document(report.document.ident).reading.document.text
        assert all(document[w.start : w.end] == w.text for w in report.words)
    date = next(field for field in told.fields if field.name == "date")
    assert date.value == told.line.edtf and all(one.words for one in date.told)
    assert {side.side.actor.ident for side in told.sides} == {side.actor.ident for side in told.line.sides}


def test_who_finds_other_spellings(filled: Filled) -> None:
    ask = filled[0].questions
    person = ask.network(of="person").nodes[0].actor
    assert ask.who(person.name)[0].actor == person
    assert person in [match.actor for match in ask.who(person.name.upper().replace("OU", "u").replace("K", "c"))]
    assert ask.who("  ") == () and ask.who("\x00*%") == ()


def test_what_came_in_lately(filled: Filled) -> None:
    ask = filled[0].questions
    coverage = ask.coverage()
    news = ask.new_since(coverage.seq - 5, limit=3)
    assert len(news.documents) == 3 and news.more_documents == 2 and news.seq == coverage.seq
    assert ask.new_since(coverage.seq).documents == () == ask.new_since(coverage.seq).acts
    assert coverage.reports == sum(tally.reports for tally in coverage.tallies)


def test_lists_look_up_by_an_index(filled: Filled) -> None:
    """No question goes through a large table: what it scans is an index in order, or what another part has found."""
    record, acts = filled
    if record.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by what it knows of the data, and scans small tables")
    statements: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        statements.append((statement, parameters))

    event.listen(record.engine, "before_cursor_execute", note)
    try:
        ask = record.questions
        bloc, other = next(sorted(act.blocs)[:2] for act in acts if len(act.blocs) == 2)
        for asked in [ActFilter(), ActFilter(countries=(bloc, other)), *drawn_filters(acts, 30, seed=6)]:
            page: ActPage = ask.acts(asked)
            ask.acts(msgspec.structs.replace(asked, cursor=page.next, newest_first=True))
            ask.promises(asked)
        ask.pair(bloc, other)
        ask.review(), ask.find("communique"), ask.new_since(10), ask.act(acts[3].ident)
    finally:
        event.remove(record.engine, "before_cursor_execute", note)
    large = {"act", "report", "side", "bloc", "document", "statement", "speaker", "named", "pledge", "theme", "link", "reading", "text"}
    with record.engine.connect() as connection:
        for statement, parameters in statements:
            for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, parameters):
                words = row[3].split()
                assert not (words[0] == "SCAN" and words[1] in large and "INDEX" not in words), (row[3], statement)
