"""T16: salvage of a library with damaged pages.

Counted are the rows that lie on pages that can be read, and how many of them are in the new library. The history is
counted like every other table, though what it knows also brings rows back from damaged pages; that is told beside it.
"""

from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import btree
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.pages import SIZE, Pages
from laborqa_desktop.store.rescue import _own_roots
from laborqa_desktop.store.salvage import Salvaged
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.damage import salvage_to
from tests.faults.spoiling import ACT, PASSWORD, small_library, spoil_pages
from tests.faults.trial import Outcome, Trial

MB = 1_000_000


def filled(folder: Path, megabytes: int) -> Store:
    """A library of about that size: most of it records with long remarks and their history."""
    store = small_library(folder)
    number = 0
    while store.layout.database.stat().st_size < megabytes * MB:
        with store.write(ACT) as work:
            work.add_all_fast(OrgUnit, [{"name": f"单位{number + n}", "remarks": f"备注{number + n} " * 20}
                                        for n in range(5000 if megabytes > 20 else 500)])
        number += 5000
        store.checkpoint()
    return store


def salvage_after(bad: int, share: float, megabytes: int, count: int, seed: int, folder: Path) -> Outcome:
    """Damages so many pages, salvages, counts.

    Args:
        share: of the rows on readable pages that must be there.
    """
    random, failures = Random(seed), []
    facts: dict[str, int | float | str] = {}
    lowest = 1.0
    for number in range(count):
        place = folder / str(number)
        place.mkdir()
        store = filled(place, megabytes)
        layout, keys = store.layout, store.keys
        store.close()
        pages = layout.database.stat().st_size // SIZE
        chosen = random.sample(range(1, pages + 1), bad)
        readable = _readable(layout.database, keys, set(chosen))
        spoil_pages(layout.database, chosen, random)
        saved = salvage_to(layout.folder, PASSWORD, place / "new")
        there = _there(place / "new")
        wanted = sum(len(rows) for rows in readable.values())
        got = sum(len(rows & there.get(name, set())) for name, rows in readable.items())
        lowest = min(lowest, got / max(1, wanted))
        facts = {"pages": pages, "rows on readable pages": wanted, "of them saved": got,
                 "from the history": _rebuilt(saved), "missing": saved.lost}
        if got < share * wanted:
            failures.append(f"{number}: {got} of {wanted} rows of readable pages")
        if saved.bad != bad:
            failures.append(f"{number}: {saved.bad} damaged pages counted, {bad} made")
        if saved.lost and not saved.tables:
            failures.append(f"{number}: the list of what is missing is empty")
    return Outcome(count, tuple(failures), {**facts, "lowest share": round(lowest, 5)})


def _rebuilt(saved: Salvaged) -> int:
    return sum(one.rebuilt for one in saved.tables)


def _readable(database: Path, keys: Keys, spoilt: set[int]) -> dict[str, set[int]]:
    """Table -> ids of rows on leaf pages that stay whole, whatever becomes of the pages above them."""
    with closing(Pages(database, keys)) as pages:
        found: dict[str, set[int]] = {}
        for name, root in _own_roots(pages)[0].items():
            if name in ("org_unit", "site", "area", "history", "act"):
                tree = btree.walk(pages, root)
                found[name] = {rowid for leaf in tree.leaves if leaf not in spoilt
                               for rowid, _ in btree.rows(pages, leaf)[0]}
        return found


def _there(folder: Path) -> dict[str, set[int]]:
    with open_store(folder, PASSWORD) as store, store.read() as session:
        raw = driver(session.connection())
        return {name: {one for (one,) in raw.execute(f'SELECT id FROM "{name}"')}
                for name in ("org_unit", "site", "area", "history", "act")}


_SHARES = ((1, 0.999, "99.9 %"), (10, 0.99, "99 %"), (100, 0.95, "95 %"))

TRIALS = (
    *(Trial("T16", f"{bad} damaged pages of 500 MB", f"{words} of readable pages' rows", 0, 1,
            partial(salvage_after, bad, share, 500)) for bad, share, words in _SHARES),
    *(Trial("T16", f"{bad} damaged pages of 5 MB", f"{words} of readable pages' rows", 1, 20,
            partial(salvage_after, bad, share, 5)) for bad, share, words in _SHARES[:2]),
    Trial("T16", "3 damaged pages of 5 MB", "99 % of readable pages' rows", 1, 20,
          partial(salvage_after, 3, 0.99, 5)),
)
"""The 500 MB take minutes each, so they are for the soak alone."""
