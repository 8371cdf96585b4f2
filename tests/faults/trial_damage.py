"""T14 and T15: whatever a disk does to a library's files is noticed or healed, and never read as if it were true.

After each piece of damage the library is checked as it lies there, then opened as a user would, and every row and
attachment is compared with the truth. Found means: the check says so, or opening refuses. Silent means: neither did,
and something read is other than it was. A piece of damage that changes nothing readable and is not told is counted as
unfound too, unless the bytes were put back by opening.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from laborqa_desktop.errors import UserError
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.faults.spoiling import (
    PASSWORD,
    Copies,
    Damage,
    Rows,
    content,
    first_bytes,
    flip,
    later_acts,
    small_library,
    truncate,
    zero,
)
from tests.faults.trial import Outcome, Trial

OWN = {"setting", "act", "history"}
"""What opening itself may write when it finds that something is missing."""


@contextmanager
def prepared(folder: Path) -> Iterator[tuple[Copies, Rows, dict[str, bytes]]]:
    """A closed library with acts left in its log, its rows and its attachments."""
    made = small_library(folder / "made")
    made.checkpoint()
    later_acts(made)
    truth = content(made)
    still = folder / "still"
    Copies(made.folder, folder).fresh().rename(still)       # with the log, as after a crash
    blobs = {str(row[0]): Files(made).get(str(row[0])) for row in truth["blob"]}
    made.close()
    (still / ".lock").unlink(missing_ok=True)
    (still / "laborqa.db-shm").unlink(missing_ok=True)
    yield Copies(still, folder), truth, blobs


def targets(library: Path) -> list[Path]:
    """What may be damaged, the big ones as often as the small ones."""
    layout = Layout(library)
    attachments = [path for path in layout.attachments.rglob("*") if path.is_file()]
    log = layout.database.with_name("laborqa.db-wal")
    return [layout.database, layout.database, layout.database, log, log, *layout.key_files, *attachments,
            layout.marker, layout.note, layout.reserve, layout.head]


def judge(library: Path, hurt: Path, was: bytes, truth: Rows, blobs: dict[str, bytes]) -> str:
    """ "" when the damage was found or healed, else what went wrong."""
    try:
        told = [one for one in check_folder(library, PASSWORD) if not one.note]
    except UserError:
        told = [None]       # type: ignore[list-item]
    try:
        store = open_store(library, PASSWORD)
    except UserError:
        return "" if told else "opening refuses and check found nothing"
    with store:
        wrong = differing(store, truth, blobs)
    if told:
        return ""       # found; what is then read may be an older state, which the user was told
    if wrong:
        return f"silent: {wrong}"
    if hurt.name.startswith("laborqa.db"):      # a page that the log held in a newer state was written anew
        return "not found" if [one for one in check_folder(library, PASSWORD) if not one.note] else ""
    return "" if hurt.read_bytes() == was else "not found"


def differing(store: Store, truth: Rows, blobs: dict[str, bytes]) -> str:
    """What is read other than it was; an error is no wrong reading."""
    try:
        found = content(store)
        for name, rows in truth.items():
            if name not in OWN and found.get(name) != rows:
                return name
            if name in OWN and not set(map(repr, rows)) <= set(map(repr, found.get(name, []))):
                return name
    except UserError:
        return ""
    for blob, data in blobs.items():
        try:
            if Files(store).get(blob) != data:
                return "attachment"
        except UserError:
            continue
    return ""


def damage(how: Callable[[Random], Damage], only: str, count: int, seed: int, folder: Path) -> Outcome:
    """Damages and judges so many times."""
    random, failures, found = Random(seed), [], 0
    with prepared(folder) as (copies, truth, blobs):
        for number in range(count):
            library = copies.fresh()
            paths = [path for path in targets(library) if only in ('', path.name)]
            hurt = random.choice(paths)
            was = hurt.read_bytes()
            said = how(random)(hurt, random)
            if hurt.read_bytes() == was:
                continue
            found += 1
            wrong = judge(library, hurt, was, truth, blobs)
            if wrong:
                failures.append(f"{number}: {hurt.relative_to(library)}, {said}: {wrong}")
    return Outcome(count, tuple(failures), {"damaged": found})


TRIALS = (
    Trial("T14", "bit flips in every file", "all found or healed, none read wrong", 60, 10_000,
          partial(damage, lambda random: flip, "")),
    Trial("T15", "truncated, zeroed, first bytes", "all found or healed, none read wrong", 30, 1_000,
          partial(damage, lambda random: random.choice((truncate, zero, first_bytes)), "")),
    Trial("T15", "first 16 bytes of the database", "healed from the key file", 3, 100,
          partial(damage, lambda random: first_bytes, "laborqa.db")),
)
