"""The schema of a library: making it, telling its revision, bringing an older one up to date."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

import laborqa_desktop
from laborqa_desktop import paths
from laborqa_desktop.errors import UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.store import search
from laborqa_desktop.store.backup import verified_copy
from laborqa_desktop.store.engine import BEGIN, driver, make_engine
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.text import N_

REVISIONS: tuple[str, ...] = ("0001", "0002", "0003")
"""Every step there is, oldest first; a test compares it with the files in migrations/."""


VERSION_TABLE = ("CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
                 "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)")
"""As Alembic writes it."""


def scripts() -> Path:
    """The folder of the migration scripts, from source and packed."""
    return paths.shipped_folder() / "migrations"


def create_schema(connection: Connection) -> None:
    """Makes all tables, indexes and the search index in an empty database, at the newest revision."""
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(search.DDL)
    connection.exec_driver_sql(VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))


def revision(connection: Any) -> str:
    """The revision of an open database, "" when there is none. connection: the driver's own."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def upgrade(layout: Layout, keys: Keys, engine: Engine, now: datetime) -> None:
    """Brings an older library up to date: a verified copy first, then all steps in one transaction.

    Raises:
        UserError: the copy could not be made, or the new state is not whole; the library is as it was.
    """
    verified_copy(layout, keys, "before-upgrade", now)
    with engine.connect() as connection:
        driver(connection).execute("PRAGMA foreign_keys = OFF")
        connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            run_steps(connection, REVISIONS[-1])
            if driver(connection).execute("PRAGMA foreign_key_check").fetchone():
                raise UserError(N_("Library", "The library could not be brought up to date and was left as it was. "
                                              "Send the newest log to support."))
            connection.exec_driver_sql("UPDATE setting SET value = ? WHERE key = ?",
                                       (json.dumps(laborqa_desktop.__version__), "library.program_version"))


def take_back(layout: Layout, keys: Keys, target: str) -> None:
    """Makes a closed library one of an older revision, as the self-test and tests want it. Nothing else does this: what
    newer revisions alone can hold is lost.
    """
    engine = make_engine(layout.database, keys)
    try:
        with engine.connect() as connection:
            driver(connection).execute("PRAGMA foreign_keys = OFF")
            connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
            with connection.begin():
                run_steps(connection, target, back=True)
    finally:
        engine.dispose()


def run_steps(connection: Connection, target: str, *, back: bool = False) -> None:
    """Runs the steps up to a revision, or back to it, inside the caller's transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(scripts()))

    def steps(current: Any, _: Any) -> Any:
        return script._downgrade_revs(target, current) if back else script._upgrade_revs(target, current)

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()
