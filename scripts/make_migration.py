"""Write the migration that brings records up to the tables of `dragoman.record.schema`: `make_migration.py "Words for what changes"`.

It compares the schema with what the migrations so far make. Read what it wrote, then raise `HEAD` in `dragoman.record.migrations` to its
number.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import make_url

from dragoman.record.connection import connect
from dragoman.record.migrations import HEAD, bring_up
from dragoman.record.schema import metadata

FOLDER = Path(__file__).parents[1] / "src" / "dragoman" / "record" / "migrations" / "versions"
_TEMPLATE = '''"""{words}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {before}


def upgrade() -> None:
    """{words}."""
{up}


def downgrade() -> None:
    """Records only go forward."""
    raise NotImplementedError
'''


def main(words: str) -> Path:
    """Write the next migration; the file written."""
    engine = connect(make_url("sqlite://"))
    bring_up(engine)
    with engine.connect() as connection:
        options = {"include_object": lambda _, name, kind, *__: not (name or "").startswith("full_text"), "compare_type": True}
        script = produce_migrations(MigrationContext.configure(connection, opts=options), metadata)
    assert script.upgrade_ops is not None
    code = render_python_code(script.upgrade_ops, user_module_prefix="")
    lines = [line for line in code.splitlines() if not line.strip().startswith("# ###")]
    body = re.sub(r", comment=('[^']*'|\"[^\"]*\")", "", "\n".join(lines))
    number = f"{int(HEAD) + 1:04}"
    name = re.sub(r"\W+", "_", words.lower()).strip("_")
    path = FOLDER / f"v{number}_{name}.py"
    up = body if body.startswith("    ") else "\n".join(f"    {line}" for line in body.splitlines())
    path.write_text(_TEMPLATE.format(words=words, number=number, before=repr(HEAD), up=up))
    return path


if __name__ == "__main__":
    print(main(sys.argv[1]))
