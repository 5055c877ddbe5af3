"""The tables of a record. `reading`, `text`, `sighting` and `decision` are the truth; every other table can be built again from them.

Days are ISO 8601 (`2022-08-24`), months `2022-08`; identifiers ending in `_id` are row numbers that never leave the record, `ident` is
the public identifier. A report is one document's telling of an act; an act is what the reports that tell of the same thing are merged into.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
# Tables of short rows that are found by their whole key have no row numbers in SQLite: one tree in the file for each instead of two.

# --- truth -----------------------------------------------------------------------------------------------------------------------------

text = Table(
    "text",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", String(71), nullable=False, unique=True, comment="sha256: and the digest of the text"),
    Column("body", LargeBinary, nullable=False, comment="the text as handed in, UTF-8 (surrogates passed), deflated"),
)

reading = Table(
    "reading",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="the order of filing"),
    Column("document", String(71), nullable=False),
    Column("reader", Text, nullable=False, comment="name and version"),
    Column("body", LargeBinary, nullable=False, comment="the reading's JSON without the text, deflated"),
    UniqueConstraint("document", "reader"),
    sqlite_autoincrement=True,
)

sighting = Table(
    "sighting",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", String(71), nullable=False, index=True),
    Column("uri", Text, nullable=False, default=""),
    Column("publisher", Text, nullable=False, default=""),
    Column("title", Text, nullable=True),
    Column("published", Text, nullable=True, comment="EDTF"),
    UniqueConstraint("document", "uri", "publisher"),
    sqlite_autoincrement=True,
)

decision = Table(
    "decision",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("ident", String(40), nullable=False, unique=True),
    Column("kind", String(24), nullable=False, index=True),
    Column("made_by", Text, nullable=False),
    Column("made_at", String(32), nullable=False, comment="ISO 8601, as the one who decides says"),
    Column("why", Text, nullable=False, default=""),
    Column("body", Text, nullable=False, comment="JSON; its anchors cite documents and words, never rows"),
    Column("undoes", String(40), nullable=True, index=True, comment="the ident of the decision that this one takes back"),
    sqlite_autoincrement=True,
)

TRUTH = (text, reading, sighting, decision)
"""The tables that nothing can build again."""

# --- derived: documents and who is named in them ---------------------------------------------------------------------------------------

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ident", String(71), nullable=False, unique=True),
    Column("seq", Integer, nullable=False, index=True, comment="the filing of its first reading"),
    Column("in_force", Integer, nullable=False, comment="seq of the reading in force: the one filed last"),
    Column("reader", Text, nullable=False, comment="whose reading is in force"),
    Column("uri", Text),
    Column("title", Text),
    Column("publisher", Text, nullable=False, default=""),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("day", String(10), nullable=False, default="", comment="first day that `published` allows, or empty"),
    Column("forgotten", Boolean, nullable=False, default=False),
    Column("fiction", Boolean),
    Index("document_day", "day", "id"),
    Index("document_publisher", "publisher", "id"),
)

actor = Table(
    "actor",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ident", Text, nullable=False, unique=True, comment="DZA, org:UN, inst:foreign_ministry@DZA, per:lamamra@DZA"),
    Column("kind", String(12), nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text, index=True),
    Column("folded", Text, nullable=False, index=True, comment="the name in lower case without accents, for looking it up"),
    Column("seq", Integer, nullable=False, comment="filing of the first document that names it"),
)

card = Table(
    "card",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("country", Text, nullable=False, default="", comment="alpha-3, or the ident of the organisation served, or empty"),
    Column("folded", Text, nullable=False, comment="one way in which a person of that country (or organisation) is named"),
    Column("name", Text, nullable=False),
    Column(
        "document_ident",
        String(71),
        nullable=False,
        default="",
        comment="set where decisions keep its bearer of the name apart",
    ),
    Column("actor_id", ForeignKey("actor.id"), index=True, nullable=True),
    Column("seq", Integer, nullable=False, comment="filing of the first document that names so"),
    Column("stem", Text, nullable=False, comment="the surname in the person's ident, as that document's reading has it"),
    Column("body", Text, nullable=False, comment="JSON of record.cards.Card: what all documents tell of its bearer"),
    UniqueConstraint("country", "folded", "document_ident"),
    Index("card_stem", "country", "stem"),
)

card_key = Table(
    "card_key",
    metadata,
    Column("key", Text, nullable=False, comment="what ways of naming one person have in common: country, sounds"),
    Column("card_id", ForeignKey("card.id"), nullable=False, index=True),
    PrimaryKeyConstraint("key", "card_id"),
    sqlite_with_rowid=False,
)

card_link = Table(
    "card_link",
    metadata,
    Column("a", ForeignKey("card.id"), nullable=False),
    Column("b", ForeignKey("card.id"), nullable=False, index=True),
    Column("verdict", String(10), nullable=False, comment="same, doubtful or different; names that clash leave no row"),
    Column("score", Float, nullable=False),
    Column("features", Text, nullable=False, comment="JSON"),
    PrimaryKeyConstraint("a", "b"),
)

named = Table(
    "named",
    metadata,
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("local", Text, nullable=False, comment="the actor's id in the reading"),
    Column("card_id", ForeignKey("card.id"), nullable=True, index=True),
    Column("actor_id", ForeignKey("actor.id"), nullable=False, index=True),
    Column("by", String(10), nullable=False, default="name", comment="name; of an office without a name: tenure or act"),
    Column("name", Text, nullable=True, comment="a person's name as this document has it"),
    PrimaryKeyConstraint("document_id", "local"),
)

held = Table(
    "held",
    metadata,
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("local", Text, nullable=False, comment="the person's id in the reading"),
    Column("card_id", ForeignKey("card.id"), nullable=True, comment="empty: a person told by the office only"),
    Column("office", String(32), nullable=False),
    Column("of", Text, nullable=False, comment="an actor's ident, or empty"),
    Column("first_day", String(10), nullable=False, comment="the document's day, or empty; of a roster, from and to"),
    Column("last_day", String(10), nullable=False),
    Column("former", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("start", Integer, nullable=False, comment="the words, in the document's text"),
    Column("stop", Integer, nullable=False),
    Index("held_card", "card_id", "office", "of"),
    Index("held_office", "office", "of", "first_day"),
)
"""One document's word that somebody holds, or held, an office; tenures are what these come to."""

tenure = Table(
    "tenure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("actor_id", ForeignKey("actor.id"), nullable=False, index=True),
    Column("office", String(32), nullable=False),
    Column("of", Text, nullable=False, comment="an actor's ident, or empty"),
    Column("title", Text, nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("former_day", String(10), nullable=False, default="", comment="first day on which a document calls it a former office"),
    Column("documents", Integer, nullable=False, default=1),
    Column("words", Text, nullable=False, comment="JSON: first and last document with the span read from"),
    Index("tenure_office", "office", "of", "first_day"),
    Index("tenure_of", "of", "last_day"),
)

# --- derived: acts ---------------------------------------------------------------------------------------------------------------------

act = Table(
    "act",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ident", Text, nullable=False, unique=True, comment="the report filed first: digest of its document and its number"),
    Column("type", String(16), nullable=False),
    Column("status", String(12), nullable=False),
    Column("form", Text),
    Column("edtf", Text),
    Column("first_day", String(10), nullable=False, default="", comment="first and last day that the date allows; empty: unknown"),
    Column("last_day", String(10), nullable=False, default=""),
    Column("day", String(10), nullable=False, comment="to sort by: first_day, else the first publication, else empty"),
    Column("place", Text),
    Column("country", Text, comment="of the place"),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("hedged", Boolean, nullable=False, default=False),
    Column("plover", Text),
    Column("cameo", Text),
    Column("quad_class", Integer),
    Column("reports", Integer, nullable=False),
    Column("publishers", Integer, nullable=False),
    Column("disagree", Text, nullable=False, default="", comment="fields on which the reports disagree, by commas"),
    Column("topics", Text, nullable=False, default="", comment="by commas"),
    Column("words", Text, nullable=False, comment="the sentence that tells of it, of the report shown first"),
    Column("source", Text, nullable=True, comment="JSON of record.answers.Words: the first words of evidence of that report"),
    Column("body", LargeBinary, nullable=False, comment="JSON of record.merged.MergedAct, deflated"),
    Column("follow_up", String(12), nullable=False, default="", comment="open, fulfilled, renewed, called_off; empty: no promise"),
    Column("seq", Integer, nullable=False, comment="the filing that changed it last"),
    Index("act_day", "day", "id"),
    Index("act_type_day", "type", "day", "id"),
    Index("act_follow_up", "follow_up", "last_day", "id"),
    Index("act_place", "country", "place", "day"),
    Index("act_seq", "seq", "id"),
)

report = Table(
    "report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ident", Text, nullable=False, unique=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("act_id", ForeignKey("act.id"), nullable=True),
    Column("body", LargeBinary, nullable=False, comment="JSON of record.report.Report, deflated"),
    Index("report_act", "act_id", "document_id"),
)

block = Table(
    "block",
    metadata,
    Column("key", Text, nullable=False, comment="what reports of the same act have in common: type, sides, days"),
    Column("day", Integer, nullable=False, comment="the report's first day counted from 0001-01-01, else its publication's, else 0"),
    Column("seq", Integer, nullable=False, comment="the document's filing"),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    PrimaryKeyConstraint("key", "day", "seq", "report_id"),
    sqlite_with_rowid=False,
)

awaited = Table(
    "awaited",
    metadata,
    Column("key", Text, nullable=False, comment="what a promise and the act that keeps it have in common"),
    Column("promise", Boolean, nullable=False),
    Column("day", Integer, nullable=False, comment="the promise's publication, the later act's day"),
    Column("act_id", ForeignKey("act.id"), nullable=False, index=True),
    PrimaryKeyConstraint("key", "promise", "day", "act_id"),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("a", ForeignKey("report.id"), nullable=False),
    Column("b", ForeignKey("report.id"), nullable=False, index=True),
    Column(
        "verdict",
        String(10),
        nullable=False,
        comment="same or doubtful; decided, apart, unsure: by decision. What is different leaves no row",
    ),
    Column("score", Float, nullable=False),
    Column("features", Text, nullable=False, comment="JSON"),
    PrimaryKeyConstraint("a", "b"),
)

side = Table(
    "side",
    metadata,
    Column("act_id", ForeignKey("act.id"), nullable=False),
    Column("actor_id", ForeignKey("actor.id"), nullable=False),
    Column("role", String(12), nullable=False),
    Column("behalf_id", ForeignKey("actor.id"), nullable=True),
    Column("day", String(10), nullable=False),
    PrimaryKeyConstraint("act_id", "actor_id", "role"),
    Index("side_actor", "actor_id", "day", "act_id"),
    sqlite_with_rowid=False,
)

bloc = Table(
    "bloc",
    metadata,
    Column("act_id", ForeignKey("act.id"), nullable=False),
    Column("ident", Text, nullable=False, comment="the country, or organisation, that a participant stands for"),
    Column("day", String(10), nullable=False),
    Column("type", String(16), nullable=False),
    PrimaryKeyConstraint("act_id", "ident"),
    Index("bloc_ident", "ident", "day", "act_id"),
    Index("bloc_type", "ident", "type", "day", "act_id"),
    sqlite_with_rowid=False,
)

pledge = Table(
    "pledge",
    metadata,
    Column("ident", Text, nullable=False, comment="a bloc that takes part in the promise"),
    Column("follow_up", String(12), nullable=False, comment="as the act's: open, fulfilled, renewed, called_off"),
    Column("last_day", String(10), nullable=False, comment="as the act's: when it falls due, or empty"),
    Column("act_id", ForeignKey("act.id"), nullable=False, index=True),
    PrimaryKeyConstraint("ident", "follow_up", "last_day", "act_id"),
    sqlite_with_rowid=False,
)

theme = Table(
    "theme",
    metadata,
    Column("topic", String(24), nullable=False, comment="one of the act's topics"),
    Column("day", String(10), nullable=False),
    Column("act_id", ForeignKey("act.id"), nullable=False, index=True),
    PrimaryKeyConstraint("topic", "day", "act_id"),
    sqlite_with_rowid=False,
)

follow = Table(
    "follow",
    metadata,
    Column("promise_id", ForeignKey("act.id"), nullable=False),
    Column("act_id", ForeignKey("act.id"), nullable=False, index=True),
    Column("kind", String(12), nullable=False, comment="fulfilled, renewed, called_off"),
    Column("days", Integer, nullable=True, comment="from the promise's first publication to the act"),
    Column("score", Float, nullable=False),
    Column("features", Text, nullable=False, comment="JSON"),
    PrimaryKeyConstraint("promise_id", "act_id"),
)

follow_found = Table(
    "follow_found",
    metadata,
    Column("promise_id", ForeignKey("act.id"), nullable=False),
    Column("act_id", ForeignKey("act.id"), nullable=False, index=True),
    Column("body", Text, nullable=False, comment="JSON of record.follow_up.FollowUp"),
    PrimaryKeyConstraint("promise_id", "act_id"),
)
"""All that later acts could be to a promise; `follow` has what holds of it."""

statement = Table(
    "statement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("local", Text, nullable=False),
    Column("mode", String(8), nullable=False),
    Column("day", String(10), nullable=False),
    Column("content", Text, nullable=False),
    Column("body", Text, nullable=False, comment="JSON of the reading's statement"),
    UniqueConstraint("document_id", "local"),
)

speaker = Table(
    "speaker",
    metadata,
    Column("statement_id", ForeignKey("statement.id"), nullable=False),
    Column("actor_id", ForeignKey("actor.id"), nullable=False),
    Column("day", String(10), nullable=False),
    PrimaryKeyConstraint("statement_id", "actor_id"),
    Index("speaker_actor", "actor_id", "day", "statement_id"),
    sqlite_with_rowid=False,
)

relation = Table(
    "relation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("type", String(16), nullable=False),
    Column("subject", Text, nullable=False, comment="an actor's ident"),
    Column("object", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("relation_subject", "subject", "document_id"),
    Index("relation_object", "object", "document_id"),
)

question = Table(
    "question",
    metadata,
    Column("ident", String(60), primary_key=True),
    Column("kind", String(16), nullable=False, comment="act, person, follow_up, weak, unanchored"),
    Column("subject", Text, nullable=False, comment="idents of what is asked about"),
    Column("object", Text, nullable=False, default=""),
    Column("score", Float, nullable=False),
    Column("features", Text, nullable=False, comment="JSON"),
    Column("state", String(8), nullable=False, default="open", comment="open, answered, unsure"),
    Index("question_queue", "state", "kind", "score", "ident"),
    Index("question_subject", "subject"),
    Index("question_object", "object"),
)

anchor = Table(
    "anchor",
    metadata,
    Column("decision", String(40), nullable=False),
    Column("document", String(71), nullable=False, comment="the document that the decision cites; for persons also country:DZA"),
    PrimaryKeyConstraint("document", "decision"),
    sqlite_with_rowid=False,
)
"""Which decisions in force cite which documents."""

# --- derived: what views count often ---------------------------------------------------------------------------------------------------

tally = Table(
    "tally",
    metadata,
    Column("month", String(7), nullable=False),
    Column("publisher", Text, nullable=False),
    Column("type", String(16), nullable=False),
    Column("reports", Integer, nullable=False),
    PrimaryKeyConstraint("month", "publisher", "type"),
    sqlite_with_rowid=False,
)

pair_tally = Table(
    "pair_tally",
    metadata,
    Column("a", Text, nullable=False, comment="idents of two blocs, a before b; one bloc and an empty b; both empty: all acts"),
    Column("b", Text, nullable=False),
    Column("month", String(7), nullable=False),
    Column("type", String(16), nullable=False),
    Column("status", String(12), nullable=False),
    Column("acts", Integer, nullable=False),
    PrimaryKeyConstraint("a", "b", "month", "type", "status"),
    Index("pair_tally_b", "b", "a"),
    sqlite_with_rowid=False,
)

tie = Table(
    "tie",
    metadata,
    Column("ident", Text, nullable=False, comment="a bloc, or empty: any"),
    Column("other", Text, nullable=False, comment="another bloc in the same acts (each pair stands here both ways), or empty: any"),
    Column("acts", Integer, nullable=False),
    PrimaryKeyConstraint("ident", "other"),
    Index("tie_acts", "ident", "acts"),
    sqlite_with_rowid=False,
)
