"""The head of the history, kept beside the database: it tells when entries that were saved have vanished again.

SQLite drops a damaged end of its log without a word, and a database can be replaced by an older copy by hand. The file
is written after each commit, so it is never ahead of what was saved; if the database is behind it, entries are missing.
"""

import contextlib
import hmac
import os

from sqlalchemy.orm import Session

from laborqa_desktop.store import history
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.history import Head
from laborqa_desktop.store.keys import Keys

LOST = "history.lost"
"""Setting: what was found missing at an opening: moment, entries that were saved, entries that are there, and the name
of the folder where the files were set aside as they were found ("" or absent: there was no room)."""

_SIZE = 160
"""Bytes; far below a sector, so that a cut leaves the old or the new content."""


def write(layout: Layout, keys: Keys, head: Head) -> None:
    """Keeps a head. Not forced to the disk: one that is behind says nothing wrong. A failure harms nothing."""
    body = str(head)
    line = f"{body} {_seal(keys, body)}\n".encode().ljust(_SIZE)
    with contextlib.suppress(OSError):
        handle = os.open(layout.head, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)


def read(layout: Layout, keys: Keys) -> Head | None:
    """The head that was kept; None when there is none.

    Raises:
        ValueError: the file is damaged.
    """
    try:
        body, seal = layout.head.read_bytes().decode("ascii").split()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError("unreadable") from error
    if not hmac.compare_digest(seal, _seal(keys, body)):
        raise ValueError("seal")
    count, _, link = body.partition(":")
    return Head(int(count), link)


def missing(session: Session, layout: Layout, keys: Keys) -> Head | None:
    """The head that was saved, when the history does not reach it or took another way; None when all is there.

    Raises:
        ValueError: the file is damaged, so nobody can tell.
    """
    kept = read(layout, keys)
    return None if kept is None or history.link_at(session, kept.count) == kept.link else kept


def missing_quietly(session: Session, layout: Layout, keys: Keys) -> Head | None:
    """As missing, where a damaged file says nothing."""
    with contextlib.suppress(ValueError):
        return missing(session, layout, keys)
    return None


def renew(session: Session, layout: Layout, keys: Keys) -> None:
    """Writes the head that the history has now: after a copy was put back on purpose, or when the file is gone."""
    write(layout, keys, history.head(session))


def _seal(keys: Keys, body: str) -> str:
    return hmac.digest(keys.chain(), b"head file " + body.encode(), "sha256").hex()
