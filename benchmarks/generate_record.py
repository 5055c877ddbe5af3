"""A large made-up record, whose tables are written straight away, without merging: for measuring questions and filing at a size.

    generate_record.py RECORD [--acts 1000000] [--copies 4] [--seed 1]

RECORD is a file's path or a PostgreSQL URL. With `--copies` (SQLite only) the acts of a shorter time are laid end to end, which is faster.
Truth (texts, readings) and derived tables agree as far as questions and filing look at them: acts carry their reports, sides, blocs,
follow-ups; counts are those that filing would keep.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from datetime import date
from typing import Any

import msgspec
from copied_days import count_all, lay_end_to_end, mark_kept
from made_acts import ACTS_A_DAY, MadeAct, MadeDocument, days, documents, let_go
from made_texts import READER, make_reading
from made_world import Holder, State, World, make_world
from sqlalchemy import Connection, text

from dragoman.annotations.folding import fold_text
from dragoman.model.reading import Reading
from dragoman.record import Record, full_text, schema
from dragoman.record.act_rows import source_of
from dragoman.record.blocks import block_keys
from dragoman.record.bodies import deflate_json, deflate_reading, deflate_text
from dragoman.record.bulk import insert_rows
from dragoman.record.cards import Card, Held, card_keys
from dragoman.record.folding import folded_words
from dragoman.record.follow_up import is_promise, promise_keys
from dragoman.record.merged import merge
from dragoman.record.report import Report, reports_of
from dragoman.record.truth import reader_key

BATCH_DAYS = 8
FEATURES = '[{"name":"days","value":"day_same","score":0.4,"words":"2020-01-01 / 2020-01-01"}]'
_ENCODE = msgspec.json.Encoder().encode


COLUMNS = {
    "text": "id document body",
    "reading": "seq document reader body",
    "sighting": "seq document uri publisher title published",
    "document": "id ident seq in_force reader uri title publisher language published day forgotten fiction",
    "actor": "id ident kind name country folded seq",
    "card": "id country folded name document_ident actor_id seq stem body",
    "card_key": "key card_id",
    "named": "document_id local card_id actor_id by name",
    "held": "document_id local card_id office of first_day last_day former title start stop",
    "tenure": "id actor_id office of title first_day last_day former_day documents words",
    "act": "id ident type status form edtf first_day last_day day place country latitude longitude hedged plover cameo quad_class reports"
    " publishers disagree topics words source body follow_up seq",
    "report": "id ident document_id act_id body",
    "block": "key day seq report_id",
    "link": "a b verdict score features",
    "side": "act_id actor_id role behalf_id day",
    "bloc": "act_id ident day type",
    "pledge": "ident follow_up last_day act_id",
    "theme": "topic day act_id",
    "follow": "promise_id act_id kind days score features",
    "statement": "id document_id local mode day content body",
    "speaker": "statement_id actor_id day",
    "relation": "id document_id type subject object words",
    "question": "ident kind subject object score features state",
    "awaited": "key promise day act_id",
}
"""The columns of the rows below, in their order."""


class Rows:
    """Rows that wait to be written, table by table."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, table: str, *row: Any) -> None:
        """Keep a row."""
        self.rows.setdefault(table, []).append(row)

    def write(self, connection: Connection) -> None:
        """Write what waits, tables that others refer to first."""
        for table in schema.metadata.sorted_tables:
            rows = self.rows.get(table.name)
            if rows:
                insert_rows(connection, table, COLUMNS[table.name].split(), rows)
        self.rows.clear()


class Generated:
    """Turns made-up days into rows."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.rng = world, random.Random(seed + 7)
        self.rows = Rows()
        self.texts: list[tuple[int, str, str]] = []
        self.actors: dict[str, int] = {}
        self.cards: dict[str, int] = {}
        self.named: dict[tuple[str, str], int] = {}
        self.ids: Counter[str] = Counter()
        self.act_rows: dict[int, int] = {}
        """By its number, the row of an act: that of its first report, as filing has it."""
        self.told: dict[int, list[tuple[int, Report]]] = {}

    def enter_actors(self) -> None:
        """Every state and every holder of an office, with tenures."""
        for state in self.world.states:
            kind = "organisation" if state.ident.startswith("org:") else "country"
            self.enter(state.ident, kind, state.name, state.ident if kind == "country" else None)
            for holder in state.holders:
                self.enter_holder(holder, state)

    def enter(self, ident: str, kind: str, name: str, country: str | None) -> None:
        """One actor."""
        if ident not in self.actors:
            self.actors[ident] = self.next("actor")
            self.rows.add("actor", self.actors[ident], ident, kind, name, country, fold_text(name), 1)

    def enter_holder(self, holder: Holder, state: State) -> None:
        """One person, named in one way."""
        country = state.ident if not state.ident.startswith("org:") else None
        self.enter(holder.ident, "person", holder.name, country)
        row = self.actors[holder.ident]
        first, last = (f"{2013 + int(max(y, 0)):04}-{1 + int(max(y, 0) % 1 * 12):02}-01" for y in (holder.first_year, holder.last_year))
        if holder.ident not in self.cards:
            self.enter_card(holder, state, Held(holder.office, state.ident, first, last))
        words = "[]"
        self.rows.add("tenure", self.next("tenure"), row, holder.office, state.ident, holder.title, first, last, "", 20, words)

    def enter_card(self, holder: Holder, state: State, held: Held) -> None:
        """The way in which all documents name a person."""
        country = state.ident if not state.ident.startswith("org:") else ""
        folded = " ".join(folded_words(holder.name)) + ("" if country else f"@{state.ident}")
        known = self.named.get((country, folded))
        self.cards[holder.ident] = row = known or self.next("card")
        if known:
            return
        self.named[country, folded] = row
        card, stem = Card(country, folded, holder.name, (held,)), holder.ident[4:].partition("@")[0]
        self.rows.add("card", row, country, folded, holder.name, "", self.actors[holder.ident], 1, stem, _ENCODE(card).decode())
        for key in card_keys(card):
            self.rows.add("card_key", key, row)

    def next(self, table: str) -> int:
        """The next row number of a table."""
        self.ids[table] += 1
        return self.ids[table]

    def day(self, day: str, acts: list[MadeAct]) -> None:
        """All rows of a day."""
        told = documents(self.world, self.rng, day, acts, self.ids["document"] + 1)
        for document in told:
            self.document(document)
        for act in acts:
            self.act(act)
        let_go(acts, told)

    def document(self, made: MadeDocument) -> None:
        """A document, with its reading."""
        reading = make_reading(made, self.world, self.rng)
        document, number = reading.document, self.next("document")
        self.rows.add("text", number, document.id, deflate_text(document.text))
        self.rows.add("reading", number, document.id, reader_key(READER), deflate_reading(reading))
        self.rows.add("sighting", number, document.id, document.uri, document.publisher, document.title, document.published)
        self.rows.add(
            "document",
            *(number, document.id, number, number, reader_key(READER), document.uri, document.title, document.publisher),
            *("fr", made.day, made.day, False, True),
        )
        self.texts.append((number, document.title or "", document.text))
        for actor in reading.actors:
            card = self.cards.get(actor.id)
            self.rows.add("named", number, actor.id, card, self.actors[actor.id], "name", actor.name if card else None)
            for office in actor.offices:
                span = actor.mentions[0]
                words = (made.day, made.day, False, office.title, span.start, span.end)
                self.rows.add("held", number, actor.id, card, office.office, office.of or "", *words)
        self.statements(number, reading, made.day)
        for act, report in zip(made.acts, reports_of(reading, number)):
            self.report(number, act, report)

    def statements(self, number: int, reading: Reading, day: str) -> None:
        """What is said in a document, and its relations."""
        for statement in reading.statements:
            row = self.next("statement")
            body = _ENCODE(statement).decode()
            self.rows.add("statement", row, number, statement.id, statement.mode, day, statement.content[0].text, body)
            for speaker in statement.speakers:
                self.rows.add("speaker", row, self.actors[speaker], day)
        for relation in reading.relations:
            words = _ENCODE(relation.evidence).decode()
            self.rows.add("relation", self.next("relation"), number, relation.type, relation.subject, relation.object, words)

    def report(self, document: int, act: MadeAct, report: Report) -> None:
        """A report of an act, and where it is looked for."""
        row = self.next("report")
        act_row = self.act_rows.setdefault(act.number, row)
        self.rows.add("report", row, report.ident, document, act_row, deflate_json(_ENCODE(report)))
        for key in block_keys(report):
            self.rows.add("block", key, date.fromisoformat(report.first_day or report.day).toordinal(), document, row)
        told = self.told.setdefault(act.number, [])
        for other, _ in told[:2]:
            self.rows.add("link", other, row, "same", 0.97, FEATURES)
        told.append((row, report))

    def act(self, act: MadeAct) -> None:
        """An act with all that hangs on it."""
        row = self.act_rows[act.number]
        told = [report for _, report in self.told.pop(act.number)]
        merged = merge(told)
        day, seq = merged.day, act.tellings[-1][0].number
        self.rows.add(
            "act",
            *(row, merged.ident, merged.type, merged.status, merged.form, merged.edtf, merged.first_day, merged.last_day, day),
            *(merged.place, merged.country, merged.latitude, merged.longitude, merged.hedged, merged.plover, merged.cameo),
            *(merged.quad_class, len(merged.reports), len(merged.publishers), ",".join(merged.disagree), ",".join(merged.topics)),
            *(merged.words, source_of(next(r for r in told if r.ident == merged.shown)), deflate_json(_ENCODE(merged)), act.follow_up, seq),
        )
        blocs = sorted({side.state.ident for side in act.sides})
        for actor, role in {(side.ident, side.role) for side in act.sides}:
            self.rows.add("side", row, self.actors[actor], role, None, day)
        for bloc in blocs:
            self.rows.add("bloc", row, bloc, day, act.type)
            if act.follow_up:
                self.rows.add("pledge", bloc, act.follow_up, merged.last_day, row)
        for topic in act.topics:
            self.rows.add("theme", topic, day, row)
        later = merged.first_day or merged.first_published
        for key in promise_keys(merged):
            self.rows.add("awaited", key, is_promise(merged), date.fromisoformat(later).toordinal(), row)
        self.ask(act, merged.ident)
        if act.keeps:
            self.rows.add("follow", self.act_rows[act.keeps.number], row, act.keeps.follow_up, 40, 0.95, FEATURES)

    def ask(self, act: MadeAct, ident: str) -> None:
        """Some acts are in question."""
        if self.rng.random() < 0.01:
            kind = self.rng.choice(("act", "act", "weak", "follow_up"))
            other = ident if kind == "weak" else f"{act.tellings[-1][0].ident[7:23]}.{act.tellings[-1][1]}"
            score = round(self.rng.random(), 3)
            self.rows.add("question", f"{kind}:{ident}", kind, ident, other, score, FEATURES, "open")


def generate(record: str, acts: int, seed: int = 1, progress: bool = False, a_day: int = ACTS_A_DAY, copies: int = 1) -> None:
    """Fill an empty record with so many acts, so many a day; in SQLite, they may be copies, laid end to end, of a part."""
    world = make_world(seed)
    made = Generated(world, seed)
    made.enter_actors()
    with Record.open(record) as opened, opened.engine.connect() as connection:
        quick(connection)
        started = time.monotonic()
        for number, (day, todays) in enumerate(days(world, acts // copies, seed + 1, a_day=a_day)):
            made.day(day, todays)
            if number % BATCH_DAYS == BATCH_DAYS - 1:
                write(connection, made)
                if progress and number % 200 == BATCH_DAYS - 1:
                    print(f"{day} {made.ids['report']:,} reports, {time.monotonic() - started:.0f} s", file=sys.stderr)
        write(connection, made)
        with connection.begin():
            mark_kept(connection)
        if copies > 1:
            lay_end_to_end(connection, copies)
        settle(connection)


def quick(connection: Connection) -> None:
    """A record that can be made again need not survive a crash while it is made."""
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        for setting in ("synchronous = OFF", "cache_size = -1500000", "foreign_keys = OFF"):
            driver.execute(f"PRAGMA {setting}")


def write(connection: Connection, made: Generated) -> None:
    """Write all rows that wait, in one transaction."""
    with connection.begin():
        made.rows.write(connection)
        full_text.add(connection, made.texts)
        made.texts.clear()


def settle(connection: Connection) -> None:
    """Count what is kept counted, and let the database look at what it holds."""
    with connection.begin():
        count_all(connection)
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        with connection.begin():
            connection.execute(text("ANALYZE"))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--acts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=1)
    asked = parser.parse_args()
    generate(asked.record, asked.acts, asked.seed, progress=True, copies=asked.copies)


if __name__ == "__main__":
    main()
