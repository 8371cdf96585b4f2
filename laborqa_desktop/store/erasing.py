"""Deleting somebody's values by law: out of every text of the library, out of its history, its files, its free pages.

What belongs to a person is the use case's affair; this module knows where values can hide.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import JSON, String, Table, delete, insert, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act, Blob, History, Setting
from laborqa_desktop.models.pinyin import sort_key
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import history, search
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store, Work

UNFINISHED = "purge.unfinished"
"""Setting: ids of stored files that a committed purge still has to delete, and that free pages are to be cleared."""

_OWN_WAY = frozenset({"act", "history", "purge"})
_SHORT = 2
_AT_ONCE = 2000
"""So many rows are looked at in one statement: between two of them a purge can be cancelled."""


@dataclass(frozen=True)
class Words:
    """Values to be taken out of texts.

    Attributes:
        values: what is deleted; one shorter than two characters is not looked for.
        longer: names of others in which a value may stand as a part; they stay.
        instead: what stands in their place.
    """

    values: tuple[str, ...]
    instead: str
    longer: tuple[str, ...] = field(default=())

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds a value as group "gone"; None when there is nothing to look for."""
        wanted = sorted({one.strip() for one in self.values if len(one.strip()) >= _SHORT}, key=len, reverse=True)
        if not wanted:
            return None
        kept = [re.escape(one) for one in sorted(self.longer, key=len, reverse=True)
                if any(value in one and value != one for value in wanted)]
        gone = "|".join(_loose(one) for one in wanted)
        return re.compile(f"{'|'.join([*kept, ''])}(?P<gone>{gone})", re.IGNORECASE)

    def found_in(self, text: object) -> bool:
        """Whether a text holds a value, as it is or in the escapes of JSON."""
        return isinstance(text, str) and self.without(text) != text

    def without(self, text: str) -> str:
        """The text with every value replaced; JSON stays JSON."""
        if text[:1] in ("{", "[", '"'):
            try:
                loaded = json.loads(text)
            except ValueError:
                return self._replaced(text)
            cleaned = self.without_any(loaded)
            return text if cleaned == loaded else json.dumps(cleaned)
        return self._replaced(text)

    def without_any(self, value: Any) -> Any:
        """The same for a value of JSON, keys included."""
        if isinstance(value, str):
            return self.without(value)
        if isinstance(value, list):
            return [self.without_any(one) for one in value]
        if isinstance(value, int) and not isinstance(value, bool):
            return value if self.without(str(value)) == str(value) else self.instead
        if isinstance(value, dict):
            return {self.without(key): self.without_any(one) for key, one in value.items()}
        return value

    def _replaced(self, text: str) -> str:
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda hit: self.instead if hit["gone"] is not None else hit[0], text)


def _loose(value: str) -> str:
    """A value as it may be typed: blanks between Chinese characters; no part of a longer number or Latin word."""
    if value.isascii():
        inner = r"\s+".join(re.escape(part) for part in value.split())
    else:
        inner = r"\s*".join(re.escape(letter) for letter in value if not letter.isspace())
    before = r"(?<![0-9A-Za-z])" if value[0].isascii() and value[0].isalnum() else ""
    after = r"(?![0-9A-Za-z])" if value[-1].isascii() and value[-1].isalnum() else ""
    return before + inner + after


@dataclass
class Erased:
    """What a purge has done so far; becomes the history row that vouches for it.

    Attributes:
        rows, acts: see history.Lawful.
        touched: table -> ids of records whose words were replaced.
        blobs: stored files to be deleted once all is committed.
    """

    rows: list[int] = field(default_factory=list)
    acts: dict[int, str] = field(default_factory=dict)
    touched: dict[str, list[int]] = field(default_factory=dict)
    blobs: list[str] = field(default_factory=list)


class Pace:
    """How many of the rows in which values can hide were looked at."""

    def __init__(self, session: Session, step: Step = quietly) -> None:
        """Args:
        step: told of it; may raise to stop.
        """
        raw = driver(session.connection())
        names = ["history", "act", *(table.name for table in _tables())]
        self.newest = {name: raw.execute(f'SELECT max(rowid) FROM "{name}"').fetchone()[0] or 0  # noqa: S608
                       for name in names}
        self._step, self._done, self._total = step, 0, sum(self.newest.values()) or 1

    def spans(self, table: str) -> Iterator[tuple[int, int]]:
        """Row numbers of a table, a part at a time: more than the first, at most the second."""
        newest = self.newest[table]
        for start in range(0, newest, _AT_ONCE):
            self._step(self._done, self._total)
            end = min(start + _AT_ONCE, newest)
            yield start, end
            self._done += end - start


def places_of(session: Session, words: Words) -> dict[str, list[int]]:
    """Where the values stand outside the history: table -> row numbers."""
    found = {}
    with _finder(session, words) as raw:
        for table in _tables():
            columns = _texts(table)
            rows = raw.execute(f'SELECT rowid FROM "{table.name}" WHERE '  # noqa: S608
                               f"lawful_found({_listed(columns)})").fetchall()
            if rows:
                found[table.name] = [row[0] for row in rows]
    return found


def replace_in_tables(session: Session, words: Words, erased: Erased, pace: Pace) -> None:
    """Replaces the values in every text column of every table but the history."""
    with _finder(session, words) as raw:
        for table in _tables():
            _replace_in(raw, table, words, erased, pace)
    session.expire_all()


def _replace_in(raw: Any, table: Table, words: Words, erased: Erased, pace: Pace) -> None:
    columns = _texts(table)
    listed = _listed(columns)
    found = [row for span in pace.spans(table.name) for row in raw.execute(
        f'SELECT rowid, {listed} FROM "{table.name}" WHERE rowid > ? AND rowid <= ? '  # noqa: S608
        f"AND lawful_found({listed})", span).fetchall()]
    for rowid, *values in found:
        given = {name: words.without(value) for name, value in zip(columns, values, strict=True)
                 if isinstance(value, str) and words.found_in(value)}
        if "name" in given and "name_key" in table.c:
            given["name_key"] = sort_key(given["name"])
        sets = [f'"{name}" = ?' for name in given]
        if "row_version" in table.c:
            sets.append("row_version = row_version + 1")
        raw.execute(f'UPDATE "{table.name}" SET {", ".join(sets)} WHERE rowid = ?', (*given.values(), rowid))  # noqa: S608
        erased.touched.setdefault(table.name, []).append(rowid)


def blank_history(session: Session, words: Words, own: Mapping[str, Iterable[int]], more: Iterable[int],
                  erased: Erased, pace: Pace) -> None:
    """Blanks the history of the person's own rows and every other entry that holds a value; rewords acts.

    Args:
        own: table -> ids of rows, those deleted long ago included.
        more: numbers of further history rows.
    """
    rows: set[int] = set(more)
    for table, ids in own.items():
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), 500):
            rows.update(session.scalars(select(History.id).where(
                History.table_name == table, History.row_id.in_(wanted[start:start + 500]))))
    with _finder(session, words) as raw:
        for span in pace.spans("history"):
            rows.update(row[0] for row in raw.execute(
                'SELECT id FROM history WHERE id > ? AND id <= ? AND "values" IS NOT NULL AND table_name != ? '
                'AND lawful_found("values")', (*span, history.PURGES)))
        acts = [row[0] for span in pace.spans("act") for row in raw.execute(
            'SELECT id FROM act WHERE id > ? AND id <= ? AND lawful_found(person, reason, "values")', span)]
    done = history.blank(session, rows)
    erased.rows += done
    erased.acts.update(history.digests_of(session, done))
    for act_id in acts:
        act = session.get_one(Act, act_id)
        erased.acts[act_id] = history.reword(session, act_id, words.without(act.person), words.without_any(act.places),
                                             words.without(act.reason))


def reindex(session: Session, touched: Mapping[str, Sequence[int]]) -> None:
    """Brings the search index up to date with rows that were changed past the session."""
    raw = driver(session.connection())
    for table, ids in touched.items():
        of = search.indexed_tables().get(table)
        if of is None:
            continue
        search.write(raw, (), [search.rowid(of.type_no, one) for one in ids])
        for batch in search.rows_of(session, of, ids):
            search.write(raw, batch, ())


def drop_blobs(session: Session, candidates: Iterable[str], used: Iterable[str], erased: Erased) -> list[str]:
    """Takes stored files off the register that nothing uses any more; their files go in finish().

    Args:
        used: ids that some record still needs; these stay and are given back.
    """
    needed, kept = set(used), []
    for blob_id in dict.fromkeys(candidates):
        if blob_id in needed:
            kept.append(blob_id)
            continue
        session.execute(delete(Blob).where(Blob.id == blob_id))
        erased.blobs.append(blob_id)
    return kept


def vouch(work: Work, purge_id: int, table: str, row_id: int, erased: Erased) -> None:
    """Ends a purge: its history row names what was blanked, and the setting what is still to be cleared."""
    work.enter(history.PURGES, purge_id, {
        "table_name": [None, table], "row_id": [None, row_id],
        "touched": [None, {name: len(ids) for name, ids in erased.touched.items()}],
        **history.vouch(erased.rows, erased.acts)})
    table_of = Setting.__table__
    assert isinstance(table_of, Table)
    waiting = [*unfinished(work.session), *erased.blobs]
    work.session.execute(delete(table_of).where(table_of.c.key == UNFINISHED))
    work.session.execute(insert(table_of).values(key=UNFINISHED, value=waiting))


def unfinished(session: Session) -> list[str]:
    """Ids of stored files that a committed purge has still to delete; see is_unfinished for the pages."""
    return list(session.scalar(select(Setting.value).where(Setting.key == UNFINISHED)) or ())


def is_unfinished(store: Store) -> bool:
    """Whether a purge was committed but its traces are not all cleared: the program was ended in between."""
    with store.read() as session:
        return session.scalar(select(Setting.id).where(Setting.key == UNFINISHED)) is not None


def finish(store: Store) -> bool:
    """Clears what a committed purge leaves behind: stored files, free pages, the log. May be repeated.

    Returns:
        Whether all is cleared; False while something else reads the library.

    Raises:
        UserError: the disk is full.
    """
    with store.read() as session:
        waiting = unfinished(session)
    Files(store).destroy(waiting)
    if not store.compact():
        return False
    with store.quiet() as session:
        session.execute(delete(Setting).where(Setting.key == UNFINISHED))
    return store.checkpoint()


class _finder:
    """Gives the database a function lawful_found(texts…) while a unit looks for values, and takes it away again."""

    def __init__(self, session: Session, words: Words) -> None:
        session.flush()
        self._raw, self._words = driver(session.connection()), words

    def __enter__(self) -> Any:
        found_in = self._words.found_in
        self._raw.create_function("lawful_found", -1, lambda *texts: any(map(found_in, texts)))
        return self._raw

    def __exit__(self, *_: object) -> None:
        self._raw.create_function("lawful_found", -1, None)


def _tables() -> list[Table]:
    return [table for _, table in sorted(Base.metadata.tables.items()) if table.name not in _OWN_WAY and _texts(table)]


def _texts(table: Table) -> list[str]:
    return [column.name for column in table.c if isinstance(column.type, String | JSON) and not column.primary_key
            and column.name not in ("name_key", "sha256", "blob_id", "table_name")]


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
