"""Brings the search index of an older program's library up to date, once, while nobody works."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.store import search, settings
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.unit import Store

WRITING = 2
"""How names are indexed: 1 by their initials, 2 also spelt out in pinyin."""
_KEPT = "search.writing"
_STEP = 2000


def renew_names(store: Store) -> int:
    """Writes the index rows of all records with names anew where an older program wrote them; gives their number.

    Each batch is a unit of its own, so that saves come in between. Cut short, it begins again at the next opening.
    """
    if store.read_only:
        return 0
    with store.read() as session:
        if settings.get(session, _KEPT, 1) >= WRITING:
            return 0
    count = sum(_renew(store, table) for table, of in search.indexed_tables().items() if of.names)
    with store.quiet() as session:
        settings.put(session, _KEPT, WRITING)
    return count


def _renew(store: Store, table: str) -> int:
    count, last = 0, -1
    while True:
        with store.quiet() as session:
            ids = _next(session, table, last)
            if not ids:
                return count
            for rows in search.rows_of(session, search.indexed_tables()[table], ids):
                search.write(driver(session.connection()), rows, [row[0] for row in rows])
        count, last = count + len(ids), ids[-1]


def _next(session: Session, table: str, last: int) -> list[int]:
    key = search.indexed_tables()[table].table.c.id
    return list(session.scalars(select(key).where(key > last).order_by(key).limit(_STEP)))
