"""The first tables of a record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.record.full_text import make_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables of a record."""
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("plover", sa.Text(), nullable=True),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("quad_class", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("publishers", sa.Integer(), nullable=False),
        sa.Column("disagree", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("follow_up", sa.String(length=12), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ident"),
    )
    op.create_index("act_day", "act", ["day", "id"], unique=False)
    op.create_index("act_follow_up", "act", ["follow_up", "last_day", "id"], unique=False)
    op.create_index("act_place", "act", ["country", "place", "day"], unique=False)
    op.create_index("act_seq", "act", ["seq", "id"], unique=False)
    op.create_index("act_type_day", "act", ["type", "day", "id"], unique=False)
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ident"),
    )
    op.create_index(op.f("ix_actor_country"), "actor", ["country"], unique=False)
    op.create_index(op.f("ix_actor_folded"), "actor", ["folded"], unique=False)
    op.create_table(
        "anchor",
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("document", sa.String(length=71), nullable=False),
        sa.PrimaryKeyConstraint("document", "decision"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("ident", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("ident"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decision_kind"), "decision", ["kind"], unique=False)
    op.create_index(op.f("ix_decision_undoes"), "decision", ["undoes"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.String(length=71), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("in_force", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("forgotten", sa.Boolean(), nullable=False),
        sa.Column("fiction", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ident"),
    )
    op.create_index("document_day", "document", ["day", "id"], unique=False)
    op.create_index("document_publisher", "document", ["publisher", "id"], unique=False)
    op.create_index(op.f("ix_document_seq"), "document", ["seq"], unique=False)
    op.create_table(
        "pair_tally",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("acts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "month", "type", "status"),
        sqlite_with_rowid=False,
    )
    op.create_index("pair_tally_b", "pair_tally", ["b", "a"], unique=False)
    op.create_table(
        "question",
        sa.Column("ident", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("ident"),
    )
    op.create_index("question_object", "question", ["object"], unique=False)
    op.create_index("question_queue", "question", ["state", "kind", "score", "ident"], unique=False)
    op.create_index("question_subject", "question", ["subject"], unique=False)
    op.create_table(
        "reading",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", sa.String(length=71), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("document", "reader"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sighting",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", sa.String(length=71), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("document", "uri", "publisher"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sighting_document"), "sighting", ["document"], unique=False)
    op.create_table(
        "tally",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "publisher", "type"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=71), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document"),
    )
    op.create_table(
        "tie",
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("acts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ident", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("tie_acts", "tie", ["ident", "acts"], unique=False)
    op.create_table(
        "awaited",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("promise", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("key", "promise", "day", "act_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_awaited_act_id"), "awaited", ["act_id"], unique=False)
    op.create_table(
        "bloc",
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("act_id", "ident"),
        sqlite_with_rowid=False,
    )
    op.create_index("bloc_ident", "bloc", ["ident", "day", "act_id"], unique=False)
    op.create_index("bloc_type", "bloc", ["ident", "type", "day", "act_id"], unique=False)
    op.create_table(
        "card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document_ident", sa.String(length=71), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("country", "folded", "document_ident"),
    )
    op.create_index("card_stem", "card", ["country", "stem"], unique=False)
    op.create_index(op.f("ix_card_actor_id"), "card", ["actor_id"], unique=False)
    op.create_table(
        "follow",
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.ForeignKeyConstraint(
            ["promise_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("promise_id", "act_id"),
    )
    op.create_index(op.f("ix_follow_act_id"), "follow", ["act_id"], unique=False)
    op.create_table(
        "follow_found",
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.ForeignKeyConstraint(
            ["promise_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("promise_id", "act_id"),
    )
    op.create_index(op.f("ix_follow_found_act_id"), "follow_found", ["act_id"], unique=False)
    op.create_table(
        "pledge",
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("follow_up", sa.String(length=12), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("ident", "follow_up", "last_day", "act_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_pledge_act_id"), "pledge", ["act_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_relation_document_id"), "relation", ["document_id"], unique=False)
    op.create_index("relation_object", "relation", ["object", "document_id"], unique=False)
    op.create_index("relation_subject", "relation", ["subject", "document_id"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ident"),
    )
    op.create_index(op.f("ix_report_document_id"), "report", ["document_id"], unique=False)
    op.create_index("report_act", "report", ["act_id", "document_id"], unique=False)
    op.create_table(
        "side",
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("behalf_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
        ),
        sa.ForeignKeyConstraint(
            ["behalf_id"],
            ["actor.id"],
        ),
        sa.PrimaryKeyConstraint("act_id", "actor_id", "role"),
        sqlite_with_rowid=False,
    )
    op.create_index("side_actor", "side", ["actor_id", "day", "act_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document_id", "local"),
    )
    op.create_index(op.f("ix_statement_document_id"), "statement", ["document_id"], unique=False)
    op.create_table(
        "tenure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=32), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("former_day", sa.String(length=10), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_tenure_actor_id"), "tenure", ["actor_id"], unique=False)
    op.create_index("tenure_of", "tenure", ["of", "last_day"], unique=False)
    op.create_index("tenure_office", "tenure", ["office", "of", "first_day"], unique=False)
    op.create_table(
        "theme",
        sa.Column("topic", sa.String(length=24), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"],
            ["act.id"],
        ),
        sa.PrimaryKeyConstraint("topic", "day", "act_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_theme_act_id"), "theme", ["act_id"], unique=False)
    op.create_table(
        "block",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
        ),
        sa.PrimaryKeyConstraint("key", "day", "seq", "report_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_block_report_id"), "block", ["report_id"], unique=False)
    op.create_table(
        "card_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["card.id"],
        ),
        sa.PrimaryKeyConstraint("key", "card_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_card_key_card_id"), "card_key", ["card_id"], unique=False)
    op.create_table(
        "card_link",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["a"],
            ["card.id"],
        ),
        sa.ForeignKeyConstraint(
            ["b"],
            ["card.id"],
        ),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_card_link_b"), "card_link", ["b"], unique=False)
    op.create_table(
        "held",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=True),
        sa.Column("office", sa.String(length=32), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["card.id"],
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
    )
    op.create_index("held_card", "held", ["card_id", "office", "of"], unique=False)
    op.create_index("held_office", "held", ["office", "of", "first_day"], unique=False)
    op.create_index(op.f("ix_held_document_id"), "held", ["document_id"], unique=False)
    op.create_table(
        "link",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["a"],
            ["report.id"],
        ),
        sa.ForeignKeyConstraint(
            ["b"],
            ["report.id"],
        ),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_link_b"), "link", ["b"], unique=False)
    op.create_table(
        "named",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
        ),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["card.id"],
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.PrimaryKeyConstraint("document_id", "local"),
    )
    op.create_index(op.f("ix_named_actor_id"), "named", ["actor_id"], unique=False)
    op.create_index(op.f("ix_named_card_id"), "named", ["card_id"], unique=False)
    op.create_table(
        "speaker",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
        ),
        sa.PrimaryKeyConstraint("statement_id", "actor_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("speaker_actor", "speaker", ["actor_id", "day", "statement_id"], unique=False)
    make_tables(op.get_bind())


def downgrade() -> None:
    """Records only go forward."""
    raise NotImplementedError
