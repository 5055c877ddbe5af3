"""What alembic runs: the migrations, on the connection handed over, in its transaction."""

from __future__ import annotations

from alembic import context

from dragoman.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
