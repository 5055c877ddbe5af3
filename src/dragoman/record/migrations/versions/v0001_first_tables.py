"""The first tables of a record."""

from __future__ import annotations

from alembic import op

from dragoman.record.full_text import make_tables
from dragoman.record.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    connection = op.get_bind()
    metadata.create_all(connection)
    make_tables(connection)


def downgrade() -> None:
    """There is nothing before the first tables."""
    raise NotImplementedError
