"""T23: mutated spreadsheets. Only sentences may come out, soon, and never half an import.

Starting a process per workbook takes a second here, so that most workbooks are read by the child's own function in a
process that lives through 400 of them, under the same limits; one in FULL_ROAD goes the whole way of the program.
"""

import multiprocessing
import random
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from laborqa_desktop.errors import UnreadableInput, UserError
from laborqa_desktop.exchange import sheets
from laborqa_desktop.exchange.cells import Book, Sheet
from laborqa_desktop.models.base import Base
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.importing import Choice, Done, Imports
from tests.factory import Factory
from tests.faults import hostile, import_worker
from tests.faults.trial import Outcome, Trial

FULL_ROAD = 50
FILES_A_PROCESS = 400
FILES_A_LIBRARY = 1000
LONGEST_S = 10.0
NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)


class Reader:
    """Reads workbooks in one guarded process, a new one when it died or is worn."""

    def __init__(self) -> None:
        self.deaths = self._read = 0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=import_worker.loop, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def stop(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def read(self, path: Path) -> Book:
        """As exchange.sheets.read_book does.

        Raises:
            TimeoutError: after LONGEST_S.
        """
        if path.read_bytes()[:4] not in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
            return sheets.read_book(path)
        self._read += 1
        if self._read % FILES_A_PROCESS == 0:
            self.stop()
            self._start()
        self._pipe.send(str(path))
        try:
            if not self._pipe.poll(LONGEST_S):
                raise TimeoutError
            reason, found = self._pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            self._start()
            if isinstance(error, TimeoutError):
                raise
            self.deaths += 1
            reason, found = "died", []
        if reason != "sheets":
            raise UnreadableInput(sheets.REASONS[reason].of(file=path.name))
        return Book(path.name, tuple(
            Sheet(name, rows, range(1, len(rows) + 1), merged) for name, rows, merged in found))


class Fed(Imports):
    """Imports that read through the long-lived process."""

    def __init__(self, store: Store, person: str, reader: Reader | None) -> None:
        super().__init__(store, person)
        self._reader = reader

    def read(self, path: Path, encoding: str = "", delimiter: str = "") -> Book:
        """The sheets of a file."""
        assert self._reader is not None
        return self._reader.read(path)


def counts(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with store.read() as session:
        return {table.name: session.scalar(select(func.count()).select_from(table)) or 0
                for table in Base.metadata.tables.values()}


@contextmanager
def library(folder: Path) -> Iterator[Store]:
    """A new library with cheap keys and one post, P1."""
    store, _ = create(folder, "correct horse", costs=CHEAP, clock=lambda: NOW)
    Factory(store).post(code="P1")
    try:
        yield store
    finally:
        store.close()


@dataclass
class Tally:
    """What came of the files so far."""

    facts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(
        ("read", "refused", "imported", "whole road", "reader killed", "slowest ms"), 0))
    failures: list[str] = field(default_factory=list)

    def one(self, imports: Imports, store: Store, kind: str, file: Path, choice: Choice) -> str:
        """Imports a file; gives what went wrong, or ""."""
        rejects = file.with_name("rejects.xlsx")
        rejects.unlink(missing_ok=True)
        before, began = counts(store), time.monotonic()
        done, wrong = None, ""
        try:
            done = imports.run(kind, file, choice=choice, rejects=rejects)
            self.facts["read"] += 1
            self.facts["imported"] += done.import_id is not None
        except UserError as error:
            self.facts["refused"] += 1
            wrong = "" if str(error).endswith(".") else f"no sentence: {error}"
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            wrong = f"{type(error).__name__}: {str(error)[:120]} ({Path(last.filename).name}, line {last.lineno})"
        took = time.monotonic() - began
        self.facts["slowest ms"] = max(self.facts["slowest ms"], int(took * 1000))
        return wrong or (f"took {took:.1f} s" if took > LONGEST_S else _left_behind(store, done, kind, before))


def _left_behind(store: Store, done: Done | None, kind: str, before: dict[str, int]) -> str:
    """What does not fit between the tables and what the import says of itself, or ""."""
    after = counts(store)
    if done is None or done.import_id is None:
        return "" if after == before else "something was left behind"
    told = done.counts
    if told["read"] != told["added"] + told["updated"] + told["skipped"] + told["rejected"]:
        return f"the counts do not add up: {told}"
    table = "person" if kind in ("staff", "outsider") else kind
    more = after[table] - before[table]
    return "" if more == told["added"] else f"{told}, but {more} rows more"


def run_files(count: int, seed: int, folder: Path, ending: str, seeds: Sequence[tuple[str, bytes]],
              mutate: hostile.Mutate) -> Outcome:
    """Imports that many mutated files."""
    chance = random.Random(seed)
    reader = Reader() if ending == "xlsx" else None
    tally, file = Tally(), folder / f"a.{ending}"
    try:
        for start in range(0, count, FILES_A_LIBRARY):
            with library(folder / f"library {start}") as store:
                plain, fed = Imports(store, "测试"), Fed(store, "测试", reader)
                for number in range(start, min(count, start + FILES_A_LIBRARY)):
                    kind, data = chance.choice(seeds)
                    file.write_bytes(mutate(data, chance))
                    whole = reader is None or number % FULL_ROAD == FULL_ROAD - 1
                    tally.facts["whole road"] += whole
                    choice = chance.choice((Choice.DRY, Choice.DRY, Choice.ALL, Choice.GOOD_ROWS))
                    wrong = tally.one(plain if whole else fed, store, kind, file, choice)
                    if wrong:
                        tally.failures.append(f"file {number} of seed {seed}, {kind}, {choice.value}: {wrong}")
    finally:
        if reader is not None:
            tally.facts["reader killed"] = reader.deaths
            reader.stop()
    return Outcome(count, tuple(tally.failures), tally.facts)


def _workbooks(count: int, seed: int, folder: Path) -> Outcome:
    return run_files(count, seed, folder, "xlsx", hostile.workbooks(), hostile.workbook_mutated)


def _tables(count: int, seed: int, folder: Path) -> Outcome:
    return run_files(count, seed, folder, "csv", hostile.tables(), hostile.table_mutated)


TARGET = "0 crashes, 0 hangs over 10 s, 0 partial imports"
TRIALS = (Trial("T23", "mutated workbooks imported", TARGET, 60, 10_000, _workbooks),
          Trial("T23", "mutated csv files imported", TARGET, 60, 10_000, _tables))
