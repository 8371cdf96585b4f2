"""The history and its chain: writing what an act did, reading it back, proving that nothing was changed since."""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Act, Change, History
from laborqa_desktop.text import Text

START = bytes(32)
PURGES = "purge"
"""Table whose history rows say what was blanked by law."""
UNTRACKED = frozenset({"act", "history", "draft", "blob", "counter", "purge", "import_run"})
LEFT_OUT = frozenset({"id", "row_version", "created_at", "updated_at", "name_key"})

Values = dict[str, list[Any]]


@dataclass
class Entry:
    """What the running unit did to one record so far."""

    kind: Change
    values: Values


@dataclass(frozen=True)
class ActInfo:
    """Who did what, when and why."""

    id: int
    at: datetime
    person: str
    text: Text
    reason: str
    import_id: int | None
    undo_of: int | None


@dataclass(frozen=True)
class Past:
    """One history row, ready to show. values: {column: [old, new]}, None when they were blanked by law."""

    act: ActInfo
    table: str
    row_id: int
    kind: Change
    values: Values | None


@dataclass(frozen=True)
class Head:
    """The anchor of a history: how many rows, and the chain's last link."""

    count: int
    link: str

    def __str__(self) -> str:
        return f"{self.count}:{self.link}"


@dataclass(frozen=True)
class Lawful:
    """What was blanked by law, as the history rows of the purges themselves vouch for it.

    Attributes:
        rows: numbers of history rows without values.
        acts: act -> digest (hexadecimal) that it must have: of the words in place of deleted ones, or its own where its
            history rows can no longer vouch for it.
    """

    rows: frozenset[int] = frozenset()
    acts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Broken:
    """The first history row that does not fit; act_id where it is known."""

    row: int
    act_id: int | None


def plain(value: Any) -> Any:
    """A value as JSON keeps it: moments and dates in ISO form, enumerations by their value, bytes as hexadecimal."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return value


def dumps(values: Any) -> str:
    """Compact JSON; Chinese as it is."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=plain)


def act_digest(salt: bytes, act_id: int, at: datetime, person: str, text: Text, reason: str) -> bytes:
    """The salted digest of an act."""
    body = dumps([act_id, at.isoformat(), person, text.context, text.source, places(text), reason])
    return hashlib.sha256(salt + body.encode()).digest()


def places(text: Text) -> dict[str, Any]:
    """The values of a text as they are stored: a Text inside becomes [context, source, values]."""
    return {key: [value.context, value.source, places(value)] if isinstance(value, Text)
            else value if isinstance(value, str | int | float | bool | None) else str(plain(value))
            for key, value in text.values}


def stored_text(context: str, source: str, values: dict[str, Any]) -> Text:
    """The Text that was stored by places()."""
    return Text(context, source, tuple((key, stored_text(*value) if isinstance(value, list) else value)
                                       for key, value in values.items()))


def row_digest(salt: bytes, act: bytes, table: str, row_id: int, kind: str, values: str) -> bytes:
    """The salted digest of a history row; it covers the act."""
    return hashlib.sha256(b"".join((salt, act, f"{table}\0{row_id}\0{kind}\0{values}".encode()))).digest()


def write(session: Session, key: bytes, info: ActInfo, entries: dict[tuple[str, int], Entry]) -> Head:
    """Writes an act and its rows, and lengthens the chain; gives its new head.

    Args:
        key: of the chain, Keys.chain().
    """
    salt = os.urandom(16)
    digest = act_digest(salt, info.id, info.at, info.person, info.text, info.reason)
    session.execute(insert(Act.__table__).values({  # type: ignore[arg-type]
        "id": info.id, "at": info.at, "person": info.person, "context": info.text.context, "source": info.text.source,
        "values": places(info.text), "reason": info.reason, "import_id": info.import_id, "undo_of": info.undo_of,
        "salt": salt, "digest": digest}))
    connection: Any = session.connection().connection.driver_connection
    last = connection.execute("SELECT id, chain FROM history ORDER BY id DESC LIMIT 1").fetchone()
    number, link = last or (0, START)
    salts = os.urandom(16 * len(entries))
    rows = []
    for index, ((table, row_id), entry) in enumerate(entries.items()):
        values = dumps(entry.values)
        own = salts[16 * index:16 * index + 16]
        row = row_digest(own, digest, table, row_id, entry.kind.value, values)
        link = hmac.digest(key, link + row, "sha256")
        number += 1
        rows.append((number, info.id, table, row_id, entry.kind.value, values, own, row, link))
    connection.executemany('INSERT INTO history (id, act_id, table_name, row_id, kind, "values", salt, digest, chain) '
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return Head(number, link.hex())


def next_act(session: Session) -> int:
    """The id of the act that the running write unit will be."""
    return (session.scalar(select(func.max(Act.id))) or 0) + 1


def of_record(session: Session, table: str, row_id: int, limit: int = 500) -> list[Past]:
    """What happened to one record, newest first."""
    query = (select(History, Act).join(Act, Act.id == History.act_id)
             .where(History.table_name == table, History.row_id == row_id).order_by(History.id.desc()).limit(limit))
    return [_past(row, act) for row, act in session.execute(query)]


def removed(session: Session, table: str, column: str, value: int) -> list[int]:
    """Ids of rows of a table that were deleted while a column held that value."""
    old = func.json_extract(History.changes, f"$.{column}[0]")
    return list(session.scalars(select(History.row_id).distinct().where(
        History.table_name == table, History.kind == Change.DELETE.value, old == value)))


def of_act(session: Session, act_id: int) -> list[Past]:
    """What one act did, in the order it was written."""
    query = (select(History, Act).join(Act, Act.id == History.act_id)
             .where(History.act_id == act_id).order_by(History.id))
    return [_past(row, act) for row, act in session.execute(query)]


def _past(row: History, act: Act) -> Past:
    values = None if row.changes is None else json.loads(row.changes)
    return Past(_info(act), row.table_name, row.row_id, Change(row.kind), values)


def _info(act: Act) -> ActInfo:
    return ActInfo(act.id, act.at, act.person, stored_text(act.context, act.source, act.places), act.reason,
                   act.import_id, act.undo_of)


def last_changes(session: Session, act_id: int) -> Sequence[tuple[str, int]]:
    """Records of an act that a later act changed again; such an act cannot simply be undone."""
    mine = select(History.table_name, History.row_id, History.id).where(
        History.act_id == act_id, History.kind != Change.VIEW.value).subquery()
    query = (select(mine.c.table_name, mine.c.row_id).distinct()
             .join(History, (History.table_name == mine.c.table_name) & (History.row_id == mine.c.row_id))
             .where(History.id > mine.c.id, History.act_id > act_id, History.kind != Change.VIEW.value))
    return [(table, row_id) for table, row_id in session.execute(query)]


def can_go_back(session: Session, act_id: int) -> ActInfo | None:
    """An act whose old values are all there and whose records no later act changed, else None. Loads no rows."""
    act = session.get(Act, act_id)
    rows, whole = session.execute(select(func.count(), func.count(History.changes)).where(
        History.act_id == act_id, History.kind != Change.VIEW.value)).one()
    if act is None or not rows or whole < rows or last_changes(session, act_id):
        return None
    return _info(act)


def head(session: Session) -> Head:
    """The anchor to print in a report or to keep with a backup. Rows are numbered without gaps, so this counts none."""
    last = session.execute(select(History.id, History.chain).order_by(History.id.desc()).limit(1)).first()
    return Head(last[0], last[1].hex()) if last else Head(0, START.hex())


def link_at(session: Session, count: int) -> str | None:
    """The link of the chain after so many rows, None when there are not so many."""
    if count == 0:
        return START.hex()
    link = session.scalar(select(History.chain).where(History.id == count))
    return None if link is None else link.hex()


def verify(session: Session, key: bytes, anchor: str = "") -> Broken | None:
    """Proves the whole chain; None when it is whole.

    Args:
        anchor: a head kept elsewhere, "count:link"; finds a cut-off end too.
    """
    acts: dict[int, bytes] = {}
    blanked = lawful(session)
    for act in session.scalars(select(Act).order_by(Act.id).execution_options(yield_per=2000)):
        vouched = blanked.acts.get(act.id)
        if _digest_of(act) != (act.digest if vouched is None else bytes.fromhex(vouched)):
            return Broken(0, act.id)
        acts[act.id] = act.digest
    want_count, _, want_link = anchor.partition(":")
    link, number = START, 0
    for row in _rows(session):
        number += 1
        row_id, act_id, table, record_id, kind, values, salt, digest, chain = row
        if row_id != number or act_id not in acts or (values is None and row_id not in blanked.rows):
            return Broken(number, act_id)
        if values is not None and row_digest(salt, acts[act_id], table, record_id, kind, values) != digest:
            return Broken(number, act_id)
        link = hmac.digest(key, link + digest, "sha256")
        if link != chain or (anchor and number == int(want_count) and link.hex() != want_link):
            return Broken(number, act_id)
    if anchor and number < int(want_count):
        return Broken(number + 1, None)
    return None


def _rows(session: Session) -> Iterator[Any]:
    table = History.__table__
    columns = (table.c[name] for name in
               ("id", "act_id", "table_name", "row_id", "kind", "values", "salt", "digest", "chain"))
    yield from session.execute(select(*columns).order_by(table.c.id).execution_options(yield_per=5000))


def lawful(session: Session) -> Lawful:
    """What purges have blanked. A blanked entry that no purge vouches for was changed by somebody else."""
    rows: set[int] = set()
    acts: dict[int, str] = {}
    for (values,) in session.execute(select(History.changes).where(
            History.table_name == PURGES, History.changes.is_not(None)).order_by(History.id)):
        said = json.loads(values or "{}")
        for first, last in said.get("rows", (None, ()))[1]:
            rows.update(range(first, last + 1))
        acts.update({int(act): digest for act, digest in said.get("acts", (None, {}))[1].items()})
    return Lawful(frozenset(rows), acts)


def vouch(rows: Iterable[int], acts: Mapping[int, str]) -> Values:
    """The values of a purge's own history row, which lawful() reads.

    Args:
        rows, acts: see Lawful; what blank() and reword() gave.
    """
    return {"rows": [None, _ranges(sorted(rows))], "acts": [None, {str(act): acts[act] for act in sorted(acts)}]}


def _ranges(numbers: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def blank(session: Session, rows: Iterable[int]) -> list[int]:
    """Deletes the values of history rows by law, and their salt, so that nobody can try values out; the chain stays
    whole once vouch() has named them.

    Returns:
        The rows that held values.
    """
    wanted = sorted(set(rows))
    found: list[int] = []
    for start in range(0, len(wanted), 500):
        found += session.scalars(select(History.id).where(History.id.in_(wanted[start:start + 500]),
                                                          History.changes.is_not(None)))
    connection: Any = session.connection().connection.driver_connection
    connection.executemany("UPDATE history SET \"values\" = NULL, salt = x'' WHERE id = ?", [(row,) for row in found])
    return found


def digests_of(session: Session, rows: Sequence[int]) -> dict[int, str]:
    """The acts of history rows with their digests as they stand now; for vouch()."""
    found: dict[int, str] = {}
    for start in range(0, len(rows), 500):
        acts = select(History.act_id).where(History.id.in_(rows[start:start + 500]))
        found.update({act.id: _digest_of(act).hex() for act in session.scalars(select(Act).where(Act.id.in_(acts)))})
    return found


def reword(session: Session, act_id: int, person: str, values: dict[str, Any], reason: str) -> str:
    """Puts other words into an act by law, under a new salt.

    Returns:
        The digest of the act as it stands now, for vouch().

    Raises:
        LookupError: there is no such act.
    """
    act = session.get(Act, act_id)
    if act is None:
        raise LookupError(act_id)
    act.person, act.places, act.reason, act.salt = person, values, reason, os.urandom(16)
    session.flush()
    return _digest_of(act).hex()


def _digest_of(act: Act) -> bytes:
    return act_digest(act.salt, act.id, act.at, act.person, stored_text(act.context, act.source, act.places),
                      act.reason)


def newest_at(session: Session) -> datetime | None:
    """When the newest act happened, None before the first one; a clock behind it is wrong."""
    return session.scalar(select(Act.at).order_by(Act.id.desc()).limit(1))
