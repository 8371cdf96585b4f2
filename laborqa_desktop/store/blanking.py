"""What may be missing from the history: values deleted by law, named by the history rows of the purges themselves."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Act, History
from laborqa_desktop.store.chain import digest_of, new_salt
from laborqa_desktop.store.gaps import spans

PURGES = "purge"
"""Table whose history rows say what was blanked by law."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Vouched:
    """One purge. spans: history rows it blanked; identity: of those rows, None if unknown; aim: the record."""

    row: int
    act_id: int
    purge_id: int
    spans: tuple[Span, ...]
    identity: str | None
    aim: tuple[str, int] | None


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
    purges: tuple[Vouched, ...] = ()


def lawful(session: Session) -> Lawful:
    """What purges have blanked. A blanked entry that no purge vouches for was changed by somebody else.

    Raises:
        ValueError: the row of a purge was tampered with, so that it cannot be read.
    """
    rows: set[int] = set()
    acts: dict[int, str] = {}
    purges = []
    for number, act_id, purge_id, values in session.execute(
            select(History.id, History.act_id, History.row_id, History.changes).where(
                History.table_name == PURGES, History.changes.is_not(None)).order_by(History.id)):
        try:
            said = json.loads(values or "")
            one = _vouched(number, act_id, purge_id, said)
            acts.update({int(act): digest for act, digest in said.get("acts", (None, {}))[1].items()})
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise ValueError(number) from error
        purges.append(one)
        for first, last in one.spans:
            rows.update(range(first, last + 1))
    return Lawful(frozenset(rows), acts, tuple(purges))


def _vouched(number: int, act_id: int, purge_id: int, said: dict[str, Any]) -> Vouched:
    aim = (said["table_name"][1], said["row_id"][1]) if "table_name" in said else None
    spans = tuple((int(first), int(last)) for first, last in said.get("rows", (None, ()))[1])
    return Vouched(number, act_id, purge_id, spans, said.get("identity", (None, None))[1], aim)


def identity(rows: Iterable[Sequence[Any]]) -> str:
    """A digest of what blanked rows still say: number, act, table, record, kind."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\0".join(str(part) for part in row[:5]).encode() + b"\n")
    return digest.hexdigest()


def named(session: Session, spans: Iterable[Sequence[int]]) -> Iterator[Sequence[Any]]:
    """The rows of such spans, in order, as identity() wants them."""
    for first, last in spans:
        yield from session.execute(
            select(History.id, History.act_id, History.table_name, History.row_id, History.kind).where(
                History.id.between(first, last)).order_by(History.id))


def vouch(rows: Iterable[int], acts: Mapping[int, str]) -> dict[str, list[Any]]:
    """The values of a purge's own history row, which lawful() reads.

    Args:
        rows, acts: see Lawful; what blank() and reword() gave.
    """
    return {"rows": [None, spans(rows)], "acts": [None, {str(act): acts[act] for act in sorted(acts)}]}


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
        found.update({act.id: digest_of(act).hex() for act in session.scalars(select(Act).where(Act.id.in_(acts)))})
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
    act.person, act.places, act.reason, act.salt = person, values, reason, new_salt()
    session.flush()
    return digest_of(act).hex()
