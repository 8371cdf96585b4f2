"""The chain of the history: salted digests of acts and rows, the links over them, and the head to keep elsewhere.

A row's digest covers its act; a link is an HMAC over the link before and that digest, so nobody without the library's
key can make one. What may be blanked is in blanking.py, the proof of it all in proof.py.
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Act, History
from laborqa_desktop.text import Text

START = bytes(32)
SHORTEST = 16
"""So many hexadecimal digits of a link are enough of an anchor: they are what a report prints."""
_SALT = 20
_OLD_SALT = 16
"""Acts of the first version had this one, and left import_id and undo_of out of their digest."""


@dataclass(frozen=True)
class Head:
    """The anchor of a history: how many rows, and the chain's last link."""

    count: int
    link: str

    def __str__(self) -> str:
        return f"{self.count}:{self.link}"

    @property
    def short(self) -> str:
        """As it is printed: enough to find any change."""
        return f"{self.count}:{self.link[:SHORTEST]}"


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


def places(text: Text) -> dict[str, Any]:
    """The values of a text as they are stored: a Text inside becomes [context, source, values]."""
    return {key: [value.context, value.source, places(value)] if isinstance(value, Text)
            else value if isinstance(value, str | int | float | bool | None) else str(plain(value))
            for key, value in text.values}


def new_salt() -> bytes:
    """The salt of a new act; its length says what the digest covers."""
    return os.urandom(_SALT)


def act_digest(salt: bytes, act_id: int, at: datetime, person: str, context: str, source: str, values: Any, reason: str,
               import_id: int | None, undo_of: int | None) -> bytes:
    """The salted digest of an act. values: as places() gives them."""
    body = [act_id, at.isoformat(), person, context, source, values, reason]
    if len(salt) != _OLD_SALT:
        body += [import_id, undo_of]
    return hashlib.sha256(salt + dumps(body).encode()).digest()


def digest_of(act: Act) -> bytes:
    """The digest of an act as it stands now."""
    return act_digest(act.salt, act.id, act.at, act.person, act.context, act.source, act.places, act.reason,
                      act.import_id, act.undo_of)


def row_digest(salt: bytes, act: bytes, table: str, row_id: int, kind: str, values: str) -> bytes:
    """The salted digest of a history row; it covers the act."""
    return hashlib.sha256(b"".join((salt, act, f"{table}\0{row_id}\0{kind}\0{values}".encode()))).digest()


def next_link(key: bytes, link: bytes, digest: bytes) -> bytes:
    """The link after a row. key: Keys.chain()."""
    return hmac.digest(key, link + digest, "sha256")


def head(session: Session) -> Head:
    """The anchor to print in a report or to keep with a backup; rows have no gaps, so the last id is their number."""
    last = session.execute(select(History.id, History.chain).order_by(History.id.desc()).limit(1)).first()
    return Head(last[0], last[1].hex()) if last else Head(0, START.hex())


def link_at(session: Session, count: int) -> str | None:
    """The link of the chain after so many rows, None when there are not so many."""
    if count == 0:
        return START.hex()
    link = session.scalar(select(History.chain).where(History.id == count))
    return None if link is None else link.hex()
