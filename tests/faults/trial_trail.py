"""T34: an insider with the password and an SQL tool changes the history; one printed anchor tells every time.

Attacks run inside a transaction of one keyed connection that is rolled back; those on whole files put an older copy of
the database in place. Without an anchor a cut-off end and an older copy go unseen: that is the control.
"""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import History, ImportRun, Purge
from laborqa_desktop.store import chain, history
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from tests.faults.trial import Outcome, Trial

_PASSWORD = "trial password"
_STAGES, _ACTS = 4, 10
_PURGED = ("org_unit", 3)


class _Ground:
    """The library under attack, its anchor, and older copies of its database."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder = folder / "library"
        self.older: list[Path] = []
        self._moment = datetime(2026, 11, 1, 8, tzinfo=UTC)
        store, _ = create(self.folder, _PASSWORD, costs=Costs(64, 1, 1), clock=self._clock)
        for stage in range(_STAGES):
            with store:
                _work(store, chance, f"stage {stage}")
                if stage == 1:
                    self.deleted = _raw_rows(store, 'SELECT "values", salt, id FROM history WHERE row_id = ? AND '
                                                    "table_name = 'org_unit'", _PURGED[1])
                    _purge(store)
                with store.read() as session:
                    self.anchor, self.count = chain.head(session).short, chain.head(session).count
            if stage < _STAGES - 1:
                self._keep(folder / f"older {stage}.db")
                store = self.open()
        fork = folder / "fork"
        shutil.copytree(self.folder, fork)
        shutil.copy(self.older[1], fork / "laborqa.db")
        with open_store(fork, _PASSWORD, clock=self._clock) as store:
            for part in range(_STAGES):
                _work(store, chance, f"another story {part}")
        self.older.append(fork / "laborqa.db")
        self._newest = folder / "newest.db"
        shutil.copy(self.folder / "laborqa.db", self._newest)

    def open(self) -> Store:
        """The library as it lies on disk now."""
        return open_store(self.folder, _PASSWORD, clock=self._clock)

    def put(self, database: Path | None) -> None:
        """Puts another database in place; None brings the newest back."""
        shutil.copy(database or self._newest, self.folder / "laborqa.db")

    def _keep(self, to: Path) -> None:
        shutil.copy(self.folder / "laborqa.db", to)
        self.older.append(to)

    def _clock(self) -> datetime:
        self._moment += timedelta(minutes=7)
        return self._moment


def _work(store: Store, chance: Random, sign: str) -> None:
    for no in range(_ACTS):
        with store.write(N_("Test", "Change {name}").of(name=f"{sign} {no}"), person=f"person {no % 3}",
                         reason="asked for" if no % 2 else "") as work:
            if no == 5:
                run = ImportRun(at=work.now, kind="org_unit")
                work.session.add(run)
                work.session.flush()
                work.import_id = run.id
            if no % 4 == 3:
                last = work.session.scalars(select(OrgUnit).order_by(OrgUnit.id.desc()).limit(1)).one()
                last.name = f"{sign} {no} renamed"
            work.session.add_all([OrgUnit(name=f"{sign} {no} {part}") for part in range(chance.randint(1, 3))])


def _purge(store: Store) -> None:
    with store.write(N_("FinalAct", "Delete by law"), person="person 1") as work:
        work.session.get_one(OrgUnit, _PURGED[1]).name = "pseudonym"
        work.session.add(Purge(id=1, table_name=_PURGED[0], row_id=_PURGED[1], at=work.now, reason="period over"))
        rows = history.blank(work.session, work.session.scalars(select(History.id).where(
            History.table_name == _PURGED[0], History.row_id == _PURGED[1])))
        acts = {**history.digests_of(work.session, rows), 2: history.reword(work.session, 2, "pseudonym", {}, "")}
        work.enter(history.PURGES, 1, {"table_name": [None, _PURGED[0]], "row_id": [None, _PURGED[1]],
                                       **history.vouch(rows, acts)})


def _raw_rows(store: Store, statement: str, *values: Any) -> list[Any]:
    with store.read() as session:
        found: list[Any] = driver(session.connection()).execute(statement, values).fetchall()
    return found


class _Tool:
    """The insider's SQL tool; every attack changes something that the history says."""

    def __init__(self, raw: Any, chance: Random, ground: _Ground) -> None:
        self.raw, self.chance, self.ground = raw, chance, ground
        self.last = ground.count
        self.acts = raw.execute("SELECT max(id) FROM act").fetchone()[0]
        self.row, self.act = chance.randint(1, self.last), chance.randint(1, self.acts)

    def set_row(self, column: str, value: Any, row: int = 0) -> None:
        """Overwrites a value of a history row."""
        done = self.raw.execute(f'UPDATE history SET "{column}" = ? WHERE id = ? AND "{column}" IS NOT ?',
                                (value, row or self.row, value))
        assert done.rowcount == 1, (column, value, row)

    def set_act(self, column: str, value: Any) -> None:
        """Overwrites a value of an act."""
        done = self.raw.execute(f'UPDATE act SET "{column}" = ? WHERE id = ? AND "{column}" IS NOT ?',
                                (value, self.act, value))
        assert done.rowcount == 1, (column, value)

    def bytes(self) -> bytes:
        """As long as a digest."""
        return self.chance.randbytes(32)

    def with_values(self) -> None:
        """Takes a row that has values."""
        self.row = self.chance.choice([one[0] for one in self.raw.execute(
            'SELECT id FROM history WHERE "values" IS NOT NULL')])

    def one_letter(self) -> None:
        """Another letter in the values of a row."""
        self.with_values()
        words = self.raw.execute('SELECT "values" FROM history WHERE id = ?', (self.row,)).fetchone()[0]
        at = self.chance.randrange(len(words))
        self.set_row("values", words[:at] + chr(ord(words[at]) ^ 1) + words[at + 1:])

    def new_values(self) -> None:
        """Other values, and a digest that fits them: only the key is missing."""
        self.with_values()
        values = json.dumps({"name": [None, f"forged {self.chance.random()}"]})
        found = self.raw.execute("SELECT h.salt, a.digest, table_name, row_id, kind FROM history h JOIN act a "
                                 "ON a.id = act_id WHERE h.id = ?", (self.row,)).fetchone()
        self.set_row("values", values)
        self.set_row("digest", chain.row_digest(*found, values))

    def forged_chain(self) -> None:
        """Other values, and every link from there on made anew with a wrong key."""
        self.new_values()
        key, link = self.bytes(), self.raw.execute(
            "SELECT coalesce((SELECT chain FROM history WHERE id = ? - 1), zeroblob(32))", (self.row,)).fetchone()[0]
        for number, digest in self.raw.execute("SELECT id, digest FROM history WHERE id >= ? ORDER BY id",
                                               (self.row,)).fetchall():
            link = chain.next_link(key, link, digest)
            self.set_row("chain", link, number)

    def forged_act(self) -> None:
        """Another person, and digests of act and rows that fit."""
        self.act = self.chance.randint(3, self.acts)
        salt = self.bytes()[:20]
        content = self.raw.execute('SELECT id, at, context, source, "values", reason, import_id, undo_of FROM act '
                                   "WHERE id = ?", (self.act,)).fetchone()
        at = datetime.fromisoformat(content[1]).replace(tzinfo=UTC)
        digest = chain.act_digest(salt, content[0], at, "somebody", content[2], content[3], json.loads(content[4]),
                                  *content[5:])
        self.set_act("person", "somebody")
        self.set_act("salt", salt)
        self.set_act("digest", digest)

    def swapped_ids(self) -> None:
        """Two rows change places."""
        one, other = self.chance.sample(range(1, self.last + 1), 2)
        for old, new in ((one, -1), (other, one), (-1, other)):
            self.raw.execute("UPDATE history SET id = ? WHERE id = ?", (new, old))

    def swapped_contents(self) -> None:
        """Two rows change what they say and keep their links."""
        one, other = self.chance.sample(range(1, self.last + 1), 2)
        columns = 'act_id, table_name, row_id, kind, "values", salt, digest'
        found = [self.raw.execute(f"SELECT {columns} FROM history WHERE id = ?", (at,)).fetchone()
                 for at in (one, other)]
        for at, content in ((other, found[0]), (one, found[1])):
            self.raw.execute(f"UPDATE history SET ({columns}) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ?", (*content, at))

    def taken_out(self) -> None:
        """A row is deleted, and at times the others close ranks."""
        self.raw.execute("DELETE FROM history WHERE id = ?", (self.row,))
        if self.chance.random() < 0.6:
            self._close_ranks(1)

    def put_in(self) -> None:
        """A row is copied to another place."""
        at = self.chance.randint(1, self.last + 1)
        self.raw.execute("UPDATE history SET id = -id - 1 WHERE id >= ?", (at,))
        self.raw.execute("UPDATE history SET id = -id WHERE id < 0")
        other = self.chance.choice([n for n in range(1, self.last + 2) if n != at])
        self.raw.execute('INSERT INTO history SELECT ?, act_id, table_name, row_id, kind, "values", salt, digest, '
                         "chain FROM history WHERE id = ?", (at, other))

    def cut_tail(self) -> None:
        """The newest acts disappear without a trace."""
        self.act = self.chance.randint(2, self.acts)
        for table, column in (("history", "act_id"), ("act", "id")):
            self.raw.execute(f"DELETE FROM {table} WHERE {column} >= ?", (self.act,))
        left = self.raw.execute("SELECT count(*) FROM history WHERE table_name = 'purge'").fetchone()[0]
        if not left:
            self.raw.execute("DELETE FROM purge")

    def cut_head(self) -> None:
        """The oldest rows disappear; the others are numbered anew."""
        self.raw.execute("DELETE FROM history WHERE id <= ?", (self.row,))
        self._close_ranks(self.row)

    def _close_ranks(self, by: int) -> None:
        for (number,) in self.raw.execute("SELECT id FROM history WHERE id > ? ORDER BY id", (self.row,)).fetchall():
            self.raw.execute("UPDATE history SET id = ? WHERE id = ?", (number - by, number))

    def blanked(self) -> None:
        """Values are taken away as if by law, at times with their salt."""
        self.with_values()
        self.set_row("values", None)
        if self.chance.random() < 0.5:
            self.set_row("salt", b"")

    def brought_back(self) -> None:
        """What was deleted by law comes back from an old copy."""
        self.raw.executemany('UPDATE history SET "values" = ?, salt = ? WHERE id = ?', self.ground.deleted)

    def purge_gone(self) -> None:
        """The deletion by law is denied, so that a restored copy would not repeat it."""
        self.raw.execute(self.chance.choice(("DELETE FROM purge", "UPDATE purge SET row_id = row_id + 1")))

    def blank_elsewhere(self) -> None:
        """What was deleted by law is said to have been of another record, or another sort of change."""
        self.row = self.raw.execute('SELECT id FROM history WHERE "values" IS NULL').fetchone()[0]
        sort = self.chance.randrange(3)
        self.set_row(("row_id", "table_name", "kind")[sort], (self.chance.randint(100, 900), "person", "delete")[sort])

    def vouched_wider(self) -> None:
        """The purge is made to cover other rows too, and these are blanked."""
        self.with_values()
        number, words = self.raw.execute("SELECT id, \"values\" FROM history WHERE table_name = 'purge'").fetchone()
        said = json.loads(words)
        said["rows"][1].append([self.row, self.row])
        self.set_row("values", json.dumps(said), number)
        if self.row != number:
            self.set_row("values", None)

    def act_without_rows(self) -> None:
        """An act that nobody did."""
        self.raw.execute("INSERT INTO act SELECT ?, at, person, context, source, \"values\", reason, import_id, "
                         "undo_of, salt, digest FROM act WHERE id = ?", (self.acts + 1, self.act))

    def other_act(self) -> None:
        """A row is said to be of another act."""
        of = self.raw.execute("SELECT act_id FROM history WHERE id = ?", (self.row,)).fetchone()[0]
        self.set_row("act_id", self.chance.choice([n for n in range(1, self.acts + 1) if n != of]))


_INSIDE: tuple[Callable[[_Tool], None], ...] = (
    _Tool.one_letter, _Tool.new_values, _Tool.forged_chain, _Tool.forged_act, _Tool.swapped_ids,
    _Tool.swapped_contents, _Tool.taken_out, _Tool.put_in, _Tool.cut_tail, _Tool.cut_head, _Tool.blanked,
    _Tool.brought_back, _Tool.purge_gone, _Tool.blank_elsewhere, _Tool.vouched_wider,
    _Tool.act_without_rows, _Tool.other_act,
    lambda tool: tool.set_row("salt", tool.bytes()), lambda tool: tool.set_row("digest", tool.bytes()),
    lambda tool: tool.set_row("chain", tool.bytes()), lambda tool: tool.set_row("values", "no JSON"),
    lambda tool: tool.set_row("kind", "view"), lambda tool: tool.set_row("table_name", "person"),
    lambda tool: tool.set_row("row_id", 1000 + tool.chance.randrange(99)),
    lambda tool: tool.set_act("at", f"2025-{tool.chance.randint(1, 12):02}-01 08:00:00.000000"),
    lambda tool: tool.set_act("person", "somebody else"), lambda tool: tool.set_act("source", "Looked at {name}"),
    lambda tool: tool.set_act("context", "FinalAct2"), lambda tool: tool.set_act("values", '{"name":"x"}'),
    lambda tool: tool.set_act("values", "no JSON"), lambda tool: tool.set_act("reason", "made up"),
    lambda tool: tool.set_act("import_id", 1000), lambda tool: tool.set_act("undo_of", 1),
    lambda tool: tool.set_act("salt", tool.bytes()[:16]), lambda tool: tool.set_act("digest", tool.bytes()),
)
_FILES = 12     # every so many attacks, one on the whole file


def _trial(count: int, seed: int, folder: Path, *, anchored: bool = True) -> Outcome:
    chance = Random(seed)
    ground = _Ground(folder, chance)
    anchor = ground.anchor if anchored else ""
    missed: list[str] = []
    faults: dict[str, int] = {}
    swaps = count // _FILES
    with ground.open() as store, store.connect() as connection:
        raw, key = driver(connection), store.keys.chain()
        raw.execute("PRAGMA foreign_keys = OFF")
        for no in range(count - swaps):
            with Session(connection) as session:
                session.connection()
                if no % 50 == 0 and history.verify(session, key, anchor) is not None:
                    missed.append("an alarm without an attack")
                tool, attack = _Tool(raw, chance, ground), _INSIDE[no % len(_INSIDE)]
                attack(tool)
                _judge(history.verify(session, key, anchor), f"attack {no} of seed {seed}: {attack.__name__}", missed,
                       faults)
                session.rollback()
    for no in range(swaps):
        ground.put(ground.older[no % len(ground.older)])
        with ground.open() as store, store.read() as session:
            _judge(history.verify(session, store.keys.chain(), anchor), f"older copy {no % len(ground.older)}", missed,
                   faults)
    ground.put(None)
    return Outcome(count, tuple(missed), {f"found as {name}": found for name, found in sorted(faults.items())})


def _judge(broken: history.Broken | None, name: str, missed: list[str], faults: dict[str, int]) -> None:
    if broken is None:
        missed.append(name)
    else:
        faults[broken.fault.value] = faults.get(broken.fault.value, 0) + 1


def _without_anchor(count: int, seed: int, folder: Path) -> Outcome:
    return _trial(count, seed, folder, anchored=False)


TRIALS = (
    Trial("T34", "the history is tampered with", "100 % found given one printed anchor", 120, 2000, _trial),
    Trial("T34", "the history is tampered with, no anchor", "cut ends and older copies are missed", 40, 200,
          _without_anchor, control=True),
)
