"""The migrations lead to exactly what the models say, and a broken step leaves the old library whole."""

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import migrate
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.engine import Mode, driver, make_engine
from laborqa_desktop.store.keys import Costs, new_keys
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from tests.migrations import stored

PASSWORD = "pass"

NEXT = f"{int(migrate.REVISIONS[-1]) + 1:04d}"
STEP = f'''
from alembic import op
import sqlalchemy as sa
revision = "{NEXT}"
down_revision = "{migrate.REVISIONS[-1]}"

def upgrade():
    with op.batch_alter_table("org_unit") as batch:
        batch.add_column(sa.Column("colour", sa.String(20), nullable=False, server_default=""))
    {{then}}
'''


def schema(connection: Connection) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")}


def shape(connection: Connection) -> dict[str, Any]:
    """What a schema means, however its statements are written: ALTER TABLE appends, CREATE TABLE does not."""
    found: dict[str, Any] = {}
    for name, kind, sql in connection.exec_driver_sql("SELECT name, type, sql FROM sqlite_master").all():
        if kind != "table":
            found[name] = sql
            continue
        columns = {row[1]: tuple(row[2:6]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")')}
        aims = {tuple(row[2:]) for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")')}
        found[name] = columns, aims, set(re.findall(r"CONSTRAINT (\w+) CHECK (\(.*\))", sql))
    return found


def built(folder: Path, build: Callable[[Connection], Any]) -> dict[str, Any]:
    engine = make_engine(folder, new_keys(), Mode.CREATE)
    with engine.begin() as connection:
        build(connection)
        return shape(connection)


def test_the_steps_give_what_a_new_library_has(tmp_path: Path) -> None:
    stepped = built(tmp_path / "a.db", lambda connection: migrate.run_steps(connection, migrate.REVISIONS[-1]))
    assert stepped == built(tmp_path / "b.db", migrate.create_schema)
    assert set(Base.metadata.tables) < stepped.keys()


@pytest.mark.filterwarnings("ignore:Cannot correctly sort tables")
def test_the_models_ask_for_nothing_more(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = make_engine(tmp_path / "a.db", new_keys(), Mode.CREATE)
    with engine.begin() as connection:
        migrate.run_steps(connection, migrate.REVISIONS[-1])
        context = MigrationContext.configure(connection, opts={
            "include_name": lambda name, kind, _: kind != "table" or not (name or "").startswith("search")})
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_is_known_to_the_program() -> None:
    files = sorted((migrate.scripts() / "versions").glob("[0-9]*.py"))
    assert tuple(path.name[:4] for path in files) == migrate.REVISIONS


def test_a_library_at_the_newest_step_is_opened_without_alembic(old: Store) -> None:
    import subprocess
    import sys

    probe = ("import sys; from pathlib import Path; from laborqa_desktop.store.library import open_store\n"
             "open_store(Path(sys.argv[1]), sys.argv[2]).close(); print('alembic' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", probe, str(old.folder), PASSWORD], capture_output=True, text=True,
                          check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "False"


@pytest.fixture
def old(tmp_path: Path, now: datetime) -> Store:
    """A closed library with a row in it."""
    store, _ = create(tmp_path / "lib", PASSWORD, costs=Costs(64, 1, 1), clock=lambda: now)
    with store.write(N_("Test", "Act")) as work:
        work.session.add(OrgUnit(name="保洁一部"))
    store.close()
    return store


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Adds a second step to the program, with something to happen at its end."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.scripts(), scripts, ignore=shutil.ignore_patterns("__pycache__"))

    def add(then: str) -> None:
        (scripts / "versions" / f"{NEXT}_test.py").write_text(STEP.format(then=then))
        monkeypatch.setattr(migrate, "scripts", lambda: scripts)
        monkeypatch.setattr(migrate, "REVISIONS", (*migrate.REVISIONS, NEXT))

    return add


def colours(store: Store) -> list[Any]:
    with store.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql("SELECT name, colour FROM org_unit")]


def test_an_older_library_is_copied_and_brought_up_to_date(old: Store, step: Callable[[str], None]) -> None:
    step("pass")
    with open_store(old.folder, PASSWORD) as store:
        assert colours(store) == [("保洁一部", "")]
        with store.connect() as connection:
            assert migrate.revision(driver(connection)) == NEXT
            assert driver(connection).execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert len(list(old.layout.backups.glob("*-before-upgrade.labqbackup"))) == 1


@pytest.mark.parametrize("then", [
    "raise ValueError('broken step')",
    "op.execute('UPDATE org_unit SET parent_id = 99')",
])
def test_a_step_that_fails_leaves_the_old_library_whole(
        old: Store, step: Callable[[str], None], then: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step(then)
    with pytest.raises((ValueError, UserError)):
        open_store(old.folder, PASSWORD)
    monkeypatch.undo()
    with open_store(old.folder, PASSWORD) as store, store.read() as session:
        assert session.scalars(select(OrgUnit.name)).all() == ["保洁一部"]
        assert not any("alembic_tmp" in name for name in schema(session.connection()))
        assert "colour" not in schema(session.connection())["org_unit"]


def test_a_kill_in_the_middle_leaves_the_old_library_whole(old: Store) -> None:
    import subprocess
    import sys

    probe = """
import os, sys
from pathlib import Path
from laborqa_desktop.store import migrate
from laborqa_desktop.store.library import open_store

def run_steps(connection, target):
    connection.exec_driver_sql("ALTER TABLE org_unit ADD COLUMN colour TEXT")
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'next'")
    os._exit(9)

migrate.run_steps = run_steps
migrate.REVISIONS = (*migrate.REVISIONS, "next")
open_store(Path(sys.argv[1]), sys.argv[2])
"""
    done = subprocess.run([sys.executable, "-c", probe, str(old.folder), PASSWORD], check=False,
                          cwd=Path(__file__).parents[2])
    assert done.returncode == 9
    with open_store(old.folder, PASSWORD) as store, store.read() as session:
        assert session.scalars(select(OrgUnit.name)).all() == ["保洁一部"]
        assert "colour" not in schema(session.connection())["org_unit"]


def test_an_older_library_that_may_not_be_written_says_so(old: Store, step: Callable[[str], None]) -> None:
    step("pass")
    with pytest.raises(UserError, match="older version"):
        open_store(old.folder, PASSWORD, writable=False)


@pytest.mark.parametrize("revision", migrate.REVISIONS[:-1])
def test_a_library_of_every_revision_opens_with_all_its_rows(revision: str, tmp_path: Path) -> None:
    folder, wanted = stored.unpack(revision, tmp_path / "library"), stored.expected(revision)
    with open_store(folder, stored.PASSWORD) as store, store.connect() as connection:
        found = stored.contents(connection, {table: told["columns"] for table, told in wanted.items()})
        assert migrate.revision(driver(connection)) == migrate.REVISIONS[-1]
        assert shape(connection) == built(tmp_path / "new.db", migrate.create_schema)
    assert found == wanted
    assert check_folder(folder, stored.PASSWORD) == []


def test_the_one_date_of_consent_becomes_a_row(tmp_path: Path) -> None:
    folder = stored.unpack("0001", tmp_path / "library")
    with open_store(folder, stored.PASSWORD) as store, store.connect() as connection:
        wanted = "SELECT id, 'general', consent_on FROM person WHERE consent_on IS NOT NULL"
        rows = connection.exec_driver_sql("SELECT person_id, category, given_on FROM consent").all()
        assert len(rows) == 1
        assert rows == connection.exec_driver_sql(wanted).all()


def test_files_attached_before_names_were_kept_are_called_as_their_content(tmp_path: Path) -> None:
    from laborqa_desktop.models.history import AttachmentLink
    from laborqa_desktop.usecases.attachments import Attachments

    folder = stored.unpack("0002", tmp_path / "library")
    with open_store(folder, stored.PASSWORD) as store:
        files = Attachments(store)
        with store.read() as session:
            [(link, person)] = session.execute(select(AttachmentLink.id, AttachmentLink.record_id)).all()
        assert files.name_of(link) == "证件 䶮.txt"
        files.add("staff", person, "副本.txt", "附件内容".encode())
        assert [one.name for one in files.of("staff", person)] == ["证件 䶮.txt", "副本.txt"]


def test_every_step_goes_back(tmp_path: Path) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(migrate.scripts()))
    engine = make_engine(tmp_path / "a.db", new_keys(), Mode.CREATE)
    for older, newer in pairwise(migrate.REVISIONS):
        stand = built(tmp_path / f"{older}.db", lambda connection, to=older: migrate.run_steps(connection, to))
        with engine.begin() as connection:
            migrate.run_steps(connection, newer)
            with EnvironmentContext(Config(), script, fn=lambda now, _, to=older: script._downgrade_revs(to, now),
                                    destination_rev=older) as environment:
                environment.configure(connection=connection)
                environment.run_migrations()
            assert shape(connection) == stand
            migrate.run_steps(connection, newer)
