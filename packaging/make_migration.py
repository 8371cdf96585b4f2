"""Writes a migration step: `first` states the whole schema, `next SLUG` what has changed since the newest step.

Run by a developer in the project's folder with PYTHONPATH=.; the written file is read, mended and committed. The first
step is written anew only until a release has been made with it. New steps are added to REVISIONS in store/migrate.py.
"""

import argparse
import tempfile
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from laborqa_desktop import models
from laborqa_desktop.models.base import Base
from laborqa_desktop.store import migrate, search
from laborqa_desktop.store.engine import Mode, make_engine
from laborqa_desktop.store.keys import new_keys

HEAD = '''"""{title}"""

{imports}
revision = "{revision}"
down_revision = {down}
branch_labels = None
depends_on = None
'''


def first() -> str:
    """The step that makes everything, statement for statement as a new library is made."""
    tables = [Base.metadata.tables[name] for name in sorted(Base.metadata.tables)]
    statements = []
    for table in tables:
        statements.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip())
        statements += [str(CreateIndex(index).compile(dialect=sqlite.dialect())).strip()
                       for index in sorted(table.indexes, key=lambda one: str(one.name))]
    statements.append(search.DDL)
    listed = "".join(f'    """{statement}""",\n' for statement in statements)
    names = "".join(f'    "{table.name}",\n' for table in tables)
    head = HEAD.format(title="The first schema.", imports="from alembic import op\n", revision="0001", down=None)
    return (f"{head}\nSTATEMENTS = (\n{listed})\nTABLES = (\n    \"search\",\n{names})\n\n\n"
            "def upgrade() -> None:\n    for statement in STATEMENTS:\n"
            "        op.get_bind().exec_driver_sql(statement)\n\n\n"
            "def downgrade() -> None:\n    for table in TABLES:\n        op.drop_table(table)\n")


def following(revision: str, down: str, slug: str) -> str:
    """The step from the newest written one to the models, as Alembic guesses it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(Path(folder) / "old.db", new_keys(), Mode.CREATE)
        steps = _guess(engine, down)
        engine.dispose()
    head = HEAD.format(title=slug.replace("-", " ").capitalize() + ".", revision=revision, down=f'"{down}"',
                       imports="import sqlalchemy as sa\nfrom alembic import op\n")
    return f"{head}\n\ndef upgrade() -> None:\n    {steps[0]}\n\n\ndef downgrade() -> None:\n    {steps[1]}\n"


def _guess(engine: Engine, down: str) -> tuple[str, str]:
    from alembic.autogenerate import produce_migrations, render_python_code
    from alembic.migration import MigrationContext

    with engine.begin() as connection:
        migrate.run_steps(connection, down)
        context = MigrationContext.configure(connection, opts={
            "target_metadata": Base.metadata, "render_as_batch": True, "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or not (name or "").startswith("search")})
        guessed = produce_migrations(context, Base.metadata)
        assert guessed.upgrade_ops is not None
        assert guessed.downgrade_ops is not None
        return (render_python_code(guessed.upgrade_ops, render_as_batch=True),
                render_python_code(guessed.downgrade_ops, render_as_batch=True))


def main() -> None:
    """Writes the file that was asked for and prints its name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("first", "next"))
    parser.add_argument("slug", nargs="?", default="first-schema")
    given = parser.parse_args()
    assert models.__all__
    if given.what == "first":
        path, text = migrate.scripts() / "versions" / "0001_first_schema.py", first()
    else:
        down = migrate.REVISIONS[-1]
        revision = f"{int(down) + 1:04d}"
        path = migrate.scripts() / "versions" / f"{revision}_{given.slug.replace('-', '_')}.py"
        text = following(revision, down, given.slug)
    path.write_text(text, encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
