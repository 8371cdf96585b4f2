"""The proof that nothing of the history was changed since it was written, and what is wrong where it was."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import History, Purge
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store.blanking import Lawful, identity, lawful, named
from laborqa_desktop.store.chain import START, act_digest, next_link, row_digest
from laborqa_desktop.store.gaps import Gaps, gaps

_TOLD_EVERY = 2000


class Fault(StrEnum):
    """What is wrong with the first entry that does not fit.

    ORDER: an entry was taken out, put in or moved. ACT: who, when, what or why was changed. VALUES: old or new values
    were changed. LINK: the entry was made without the library's key. BLANKED: values are gone that no deletion by law
    took. RESTORED: values are back that were deleted by law. CUT: the end is missing, or an older copy was put in
    place. OTHER: up to the anchor it is another history than the one the anchor was taken from.
    """

    ORDER = "order"
    ACT = "act"
    VALUES = "values"
    LINK = "link"
    BLANKED = "blanked"
    RESTORED = "restored"
    CUT = "cut"
    OTHER = "other"


@dataclass(frozen=True)
class Broken:
    """The first history row that does not fit; act_id where it is known."""

    row: int
    act_id: int | None
    fault: Fault


def verify(session: Session, key: bytes, anchor: str = "", step: Step = quietly) -> Broken | None:
    """Proves the whole chain; None when it is whole.

    Args:
        key: of the chain, Keys.chain().
        anchor: a head kept elsewhere, "count:link", the link in full or its first digits; finds a cut-off end too.
        step: told (rows done, rows in all) now and then; may raise to stop.
    """
    try:
        blanked = lawful(session)
    except ValueError as error:
        return Broken(int(str(error)), None, Fault.VALUES)
    with closing(_acts(session)) as acts, closing(_rows(session)) as rows:
        lost = gaps(session)
        broken = _first_fault(acts, rows, blanked, lost, key, anchor, _telling(session, step))
    return broken or _taken_back(session, blanked, lost)


def _telling(session: Session, step: Step) -> Callable[[int], None]:
    total = session.scalar(select(func.max(History.id))) or 0
    return lambda done: step(done, total) if done % _TOLD_EVERY == 0 else None


def _first_fault(acts: Iterator[Any], rows: Iterable[Any], blanked: Lawful, lost: Gaps, key: bytes,
                 anchor: str, tell: Callable[[int], None]) -> Broken | None:
    want_count, _, want_link = anchor.partition(":")
    wanted = int(want_count) if anchor else -1
    act: Any = None
    used, link, number = True, START, 0
    if wanted == 0 and not START.hex().startswith(want_link):
        return Broken(1, None, Fault.OTHER)
    for row in rows:
        number += 1
        row_id, act_id, _, _, _, _, _, digest, chain = row
        follows = True
        while number in lost.rows and isinstance(row_id, int) and row_id > number:
            number, follows = number + 1, False
        if row_id != number or not isinstance(act_id, int):
            return Broken(number, None, Fault.ORDER)
        while act is None or act[0] < act_id:
            before, act = (0 if act is None else act[0]), next(acts, None)
            if not used and before not in lost.bare:        # no act is without rows
                return Broken(number, act_id, Fault.ORDER)
            if act is None or not _comes_next(before, act[0], lost.acts):
                return Broken(number, act_id, Fault.ORDER)
            if act[0] not in lost.acts and not _is_true(act, blanked.acts):
                return Broken(number, act[0], Fault.ACT)
            used = False
        if act[0] != act_id:
            return Broken(number, act_id, Fault.ORDER)
        used = True
        fault = None if act_id in lost.acts else _row_fault(row, act[-1], number in blanked.rows)
        if fault is not None:
            return Broken(number, act_id, fault)
        link = next_link(key, link, digest) if follows else chain
        if link != chain:
            return Broken(number, act_id, Fault.LINK)
        if number == wanted and not link.hex().startswith(want_link):
            return Broken(number, act_id, Fault.OTHER)
        tell(number)
    left = next((one for one in acts if one[0] not in lost.bare | lost.acts), None)
    if left is not None or not (used or act is None or act[0] in lost.bare):
        return Broken(number + 1, None if left is None else left[0], Fault.ORDER)
    if wanted > number:
        return Broken(number + 1, None, Fault.CUT)
    return None


def _comes_next(before: int, now: Any, lost: frozenset[int]) -> bool:
    return isinstance(now, int) and now > before and all(one in lost for one in range(before + 1, now))


def _taken_back(session: Session, blanked: Lawful, lost: Gaps) -> Broken | None:
    """The first deletion by law that is denied, or said to be about other entries; the chain itself is whole."""
    stated = {one.id: (one.table_name, one.row_id) for one in session.execute(
        select(Purge.id, Purge.table_name, Purge.row_id))}
    for one in blanked.purges:
        whole = not any(number in lost.rows for first, last in one.spans for number in range(first, last + 1))
        if whole and one.identity is not None and identity(named(session, one.spans)) != one.identity:
            return Broken(one.spans[0][0] if one.spans else one.row, one.act_id, Fault.BLANKED)
        if one.aim is not None and stated.get(one.purge_id) != one.aim:
            return Broken(one.row, one.act_id, Fault.RESTORED)
    return None


def _row_fault(row: Any, act: bytes, may_be_blank: bool) -> Fault | None:
    _, _, table, record_id, kind, values, salt, digest, _ = row
    if values is None:
        return None if may_be_blank else Fault.BLANKED
    try:
        if row_digest(salt, act, table, record_id, kind, values) != digest:
            return Fault.VALUES
    except TypeError:       # another type than the program writes
        return Fault.VALUES
    return Fault.RESTORED if may_be_blank else None


def _is_true(act: Any, vouched: Mapping[int, str]) -> bool:
    act_id, at, person, context, source, words, reason, import_id, undo_of, salt, digest = act
    try:
        found = act_digest(salt, act_id, datetime.fromisoformat(at).replace(tzinfo=UTC), person, context, source,
                           json.loads(words), reason, import_id, undo_of)
        return found == (bytes.fromhex(vouched[act_id]) if act_id in vouched else digest)
    except (ValueError, TypeError, RecursionError):
        return False


def _acts(session: Session) -> Any:
    """A cursor; raw, because another type than the program writes must not end the proof."""
    connection: Any = session.connection().connection.driver_connection
    return connection.execute('SELECT id, at, person, context, source, "values", reason, import_id, undo_of, salt, '
                              "digest FROM act ORDER BY id")


def _rows(session: Session) -> Any:
    """A cursor, raw too."""
    connection: Any = session.connection().connection.driver_connection
    return connection.execute('SELECT id, act_id, table_name, row_id, kind, "values", salt, digest, chain '
                              "FROM history ORDER BY id")
