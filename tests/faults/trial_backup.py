"""T17 to T19, and T11 as far as backups go: restored whole, verified before they count, never thinned to nothing."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import IO, Any
from zoneinfo import ZoneInfo

from laborqa_desktop.errors import UnreadableInput, UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import backup, database_copy, restore
from laborqa_desktop.store.backup import Source
from laborqa_desktop.store.comparing import unequal_tables
from laborqa_desktop.store.database_copy import Contents
from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.keys import Costs, Keys
from laborqa_desktop.store.library import create
from laborqa_desktop.store.thinning import DAYS, MONTHS, WEEKS, YEARS, Kept, to_thin
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from tests.faults.trial import Outcome, Trial

_PASSWORD = "trial password"
_NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
_ZONE = ZoneInfo("Asia/Shanghai")


def _library(folder: Path, chance: Random, rows: int = 300, pictures: int = 6) -> Store:
    store, _ = create(folder, _PASSWORD, costs=Costs(64, 1, 1), clock=lambda: _NOW)
    for part in range(4):
        with store.write(N_("Trial", "Part {part}").of(part=part), person="trial") as work:
            work.add_all_fast(OrgUnit, [{"name": f"单位 {part}-{number}"} for number in range(rows // 4)])
            for _ in range(pictures // 2):
                Files(store).put(work.session, chance.randbytes(chance.randrange(10, 40_000)))
    return store


def _damage(path: Path, chance: Random) -> str:
    """One bit, 512 zero bytes, or a cut, anywhere in the file; says what was done."""
    data, kind = bytearray(path.read_bytes()), chance.choice("bbbzc")
    place = chance.randrange(len(data))
    if kind == "b":
        data[place] ^= 1 << chance.randrange(8)
    elif kind == "z":
        if not any(data[place:place + 512]):
            data[place] ^= 1
        data[place:place + 512] = bytes(len(data[place:place + 512]))
    else:
        del data[place:]
    path.write_bytes(data)
    return f"{kind} at {place} of {len(data)}"


def _state(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


# ------------------------------------------------------------------ T17

def drill(count: int, seed: int, folder: Path, *, spoil: bool = False) -> Outcome:
    """Makes a backup, wrecks the library, restores, compares every table and every attachment."""
    failures: list[str] = []
    tables = 0
    for number in range(count):
        chance = Random(f"{seed} drill {number}")
        own = folder / str(number)
        own.mkdir()
        store = _library(own / "library", chance)
        keys, blobs = store.keys, [path.name for path in Files(store).on_disk()]
        source = Source(store.layout, keys, store.library_id)
        full = number % 2 == 0
        made = backup.make(source, own / "usb" if full else store.layout.backups, "trial", _NOW, full=full)
        store.close()
        pristine = (own / "pristine.db")
        pristine.write_bytes(store.layout.database.read_bytes())
        kept = {one: Files(store).path(one).read_bytes() for one in blobs}
        _damage(store.layout.database, chance)
        for one in blobs if full else ():
            with suppress(OSError):
                Files(store).path(one).unlink()
        placed = restore.place(made.path, own / "again", _PASSWORD)
        if spoil:
            with closing(connect(placed.folder / "laborqa.db", keys)) as raw:
                raw.execute("UPDATE org_unit SET name = 'x' WHERE id = 7")
        tables = _compare(number, pristine, placed.folder, keys, kept, failures)
        if placed.missing:
            failures.append(f"{number}: {placed.missing} attachments missing")
    return Outcome(count, tuple(failures), {"tables compared": tables * count})


def _compare(number: int, pristine: Path, folder: Path, keys: Keys, kept: dict[str, bytes],
             failures: list[str]) -> int:
    with closing(connect(pristine, keys, Mode.IMMUTABLE)) as before, \
            closing(connect(folder / "laborqa.db", keys)) as after:
        unequal = unequal_tables(before, after)
        tables = len(database_copy.contents(before).rows)
    if unequal:
        failures.append(f"{number}: {', '.join(unequal)} differ")
    there = {path.name: path.read_bytes() for path in (folder / "attachments").glob("??/*")}
    if there != kept:
        failures.append(f"{number}: attachments differ")
    return tables


# ------------------------------------------------------------------ T18

@contextmanager
def _patched(name: str, value: Any) -> Iterator[None]:
    before = getattr(backup, name)
    setattr(backup, name, value)
    try:
        yield
    finally:
        setattr(backup, name, before)


def verified(count: int, seed: int, folder: Path, *, trusting: bool = False) -> Outcome:
    """Damages the temporary database between writing and verifying, or the packed file; each must be thrown away.

    Args:
        trusting: the control: nothing is verified.
    """
    chance = Random(f"{seed} verified")
    store = _library(folder / "library", chance)
    source = Source(store.layout, store.keys, store.library_id)
    old = backup.make(source, store.layout.backups, "old", _NOW)
    before, failures = _state(store.layout.backups), list[str]()
    real_copy, real_flush, done = backup.copy_database, backup.flush, ""

    def copy(*given: Any) -> Contents:
        nonlocal done
        wanted = real_copy(*given)
        done = _damage(given[1], chance)
        return wanted

    def flush(out: IO[bytes]) -> None:
        nonlocal done
        real_flush(out)
        done = _damage(Path(out.name), chance)

    for number in range(count):
        spoil = _patched("copy_database", copy) if trusting or number % 2 else _patched("flush", flush)
        trust = _patched("is_whole", lambda *_: True) if trusting else nullcontext()
        with spoil, trust, suppress(UserError):
            backup.make(source, store.layout.backups, "trial", _NOW)
            failures.append(f"{number}: accepted with {done}")
        if _state(store.layout.backups) != before and not trusting:
            failures.append(f"{number}: the folder of backups is another one after {done}")
    with backup.proven(old.path, store.keys):
        pass
    store.close()
    return Outcome(count, tuple(failures), {"in the database": count // 2, "in the packed file": count - count // 2})


def found_later(count: int, seed: int, folder: Path) -> Outcome:
    """Damages a finished backup: proving it says so, or everything in it can still be restored as it was."""
    chance = Random(f"{seed} later")
    store = _library(folder / "library", chance, rows=80, pictures=2)
    made = backup.make(Source(store.layout, store.keys, store.library_id), folder / "usb", "trial", _NOW, full=True)
    whole, store_keys = made.path.read_bytes(), store.keys
    store.close()
    failures, harmless = list[str](), 0
    for number in range(count):
        done = _damage(made.path, chance)
        try:
            with backup.proven(made.path, store_keys):
                harmless += 1       # between the parts, where nothing is read
        except UnreadableInput:
            pass
        except Exception as error:
            failures.append(f"{number}: {type(error).__name__} after {done}")
        made.path.write_bytes(whole)
    return Outcome(count, tuple(failures), {"harmless": harmless})


# ------------------------------------------------------------------ T19 and T11

def _habits(chance: Random) -> Iterator[timedelta]:
    """Gaps between backups of an office over years: half hours of a day, nights, weekends, holidays, sickness."""
    while True:
        yield from [timedelta(minutes=chance.randrange(30, 90)) for _ in range(chance.randrange(1, 12))]
        yield timedelta(hours=chance.choice((12, 14, 16, 64, 24 * 9, 24 * chance.randrange(1, 60))))


def thinned(count: int, seed: int, folder: Path, *, years: int = 5) -> Outcome:
    """Five years of a random office, thinned after every backup, some of which are damaged later."""
    failures, most = list[str](), 0
    for number in range(count):
        chance = Random(f"{seed} thinned {number}")
        now = datetime(2021, 11, 20, 1, tzinfo=UTC)
        end, there = now + timedelta(days=365 * years), list[Kept]()
        made: set[tuple[int, int]] = set()
        for gap in _habits(chance):
            now += gap
            if now > end:
                break
            good = chance.random() > 0.05
            there.append(Kept(now, good))
            if good:
                made.add((now.astimezone(_ZONE).year, now.astimezone(_ZONE).month))
            before = any(one.verified for one in there)
            gone = to_thin(there, now, now, _ZONE)
            there = [one for place, one in enumerate(there) if place not in gone]
            if before and not any(one.verified for one in there):
                failures.append(f"{number}: no verified backup is left at {now}")
            most = max(most, len(there))
        _counts(number, there, now, made, failures)
    return Outcome(count, tuple(failures), {"most kept at a time": most})


def _counts(number: int, there: list[Kept], now: datetime, made: set[tuple[int, int]], failures: list[str]) -> None:
    local = [one.moment.astimezone(_ZONE) for one in there if one.verified]
    months = {(one.year, one.month) for one in local}
    if not set(sorted(made)[-MONTHS:]) <= months:
        failures.append(f"{number}: a month of the last {MONTHS} lost its backup")
    if not {year for year, _ in sorted(made)} & {now.year, now.year - 1, now.year - 2} <= {one.year for one in local}:
        failures.append(f"{number}: a year of the last {YEARS} lost its backup")
    last_days = sorted({one.date() for one in local})[-2:]
    old = [one for one in local if one < now - timedelta(days=2) and one.date() not in last_days]
    if len(old) > DAYS + WEEKS + MONTHS + YEARS:
        failures.append(f"{number}: {len(old)} old backups are kept")


def wrong_clock(count: int, seed: int, folder: Path) -> Outcome:
    """The clock jumps back by up to two years: nothing may go; it jumps forward: no day of those kept may go."""
    failures = list[str]()
    for number in range(count):
        chance = Random(f"{seed} clock {number}")
        there, now = list[Kept](), datetime(2026, 11, 20, 1, tzinfo=UTC)
        for gap in _habits(chance):
            if len(there) > 200:
                break
            there.append(Kept(now, True))
            now += gap
        newest = there[-1].moment
        back = newest - timedelta(minutes=chance.randrange(6, 2 * 365 * 1440))
        if to_thin(there, back, newest, _ZONE) or to_thin(there, back, None, _ZONE):
            failures.append(f"{number}: thinned by a clock that went back to {back}")
        days = sorted({one.moment.astimezone(_ZONE).date() for one in there})
        forward = newest + timedelta(days=chance.choice((1, 30, 365, 3650)))
        gone = to_thin([*there, Kept(forward, True)], forward, newest, _ZONE)
        left = {one.moment.astimezone(_ZONE).date() for place, one in enumerate(there) if place not in gone}
        if not set(days[-(DAYS - 1):]) <= left:
            failures.append(f"{number}: thinned by a clock that went forward to {forward}")
    return Outcome(count, tuple(failures))


_run: Callable[..., partial[Outcome]] = partial
TRIALS = (
    Trial("T17", "backup restored after the library was wrecked", "every table and attachment equal", 4, 300, drill),
    Trial("T17", "one row changed after a restore", "found each time", 1, 20, _run(drill, spoil=True), control=True),
    Trial("T18", "backup damaged before it is verified", "thrown away, older ones kept", 30, 2000, verified),
    Trial("T18", "backup damaged and nothing verified", "accepted, so the trial bites", 6, 100,
          _run(verified, trusting=True), control=True),
    Trial("T18", "finished backup damaged later", "told, or harmless; no other error", 100, 5000, found_later),
    Trial("T19", "five years of backups thinned", "never without a verified one; counts as in S7", 2, 100, thinned),
    Trial("T11", "backups and a wrong clock", "nothing goes by a clock that is behind", 20, 2000, wrong_clock),
)
