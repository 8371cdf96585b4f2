"""Healthy copies of attachments that are missing or damaged: where they may lie, and putting them in place.

A copy counts when it opens with the library's key under the attachment's own name and its content has the hash that the
database keeps. Copies are written beside first; then all of them take their places, or none.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.store import files
from laborqa_desktop.store.backup_file import Archive, opened, part_name
from laborqa_desktop.store.folder import Layout, patiently, sync_directory, write_new
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.sealing import unseal
from laborqa_desktop.text import Text

Look = Callable[[str], bytes | None]
"""An attachment's id -> the encrypted bytes that lie there, whole or not; None for none."""


@dataclass(frozen=True)
class Lost:
    """An attachment that is missing or damaged. sha256: of its content, as the database keeps it."""

    id: str
    name: str
    sha256: str


@dataclass(frozen=True)
class Spring:
    """A place where copies may lie. said: what it is called."""

    said: Text
    look: Look


def folder_of(folder: Path) -> Look:
    """A folder of attachments, such as that of the second place; its trash too."""
    def look(blob: str) -> bytes | None:
        for path in (folder / blob[:2] / blob, folder / "trash" / blob):
            with suppress(OSError):
                return path.read_bytes()
        return None
    return look


def trash_of(layout: Layout) -> Look:
    """The trash of the library itself."""
    def look(blob: str) -> bytes | None:
        with suppress(OSError):
            return (layout.attachments / "trash" / blob).read_bytes()
        return None
    return look


@contextmanager
def reading(backups: Sequence[tuple[Text, Path]]) -> Iterator[list[Spring]]:
    """Backup files as places to look at; those that cannot be opened are left out."""
    with ExitStack() as stack:
        found = []
        for said, path in backups:
            with suppress(OSError, UnreadableInput):
                found.append(Spring(said, partial(_part, stack.enter_context(opened(path)))))
        yield found


def _part(archive: Archive, blob: str) -> bytes | None:
    if archive.has(part_name(blob)):
        with suppress(OSError, UnreadableInput):
            return archive.small(part_name(blob), files.LARGEST + 1024)
    return None


def is_whole(sealed: bytes | None, lost: Lost, keys: Keys) -> bool:
    """Whether encrypted bytes are the content that the database knows."""
    try:
        return sealed is not None and hashlib.sha256(unseal(keys.files(), lost.id, sealed)).hexdigest() == lost.sha256
    except ValueError:
        return False


class Staged:
    """Copies that lie beside their places; as a context it takes away what did not get there."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._beside: dict[str, Path] = {}

    def __enter__(self) -> "Staged":
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def add(self, blob: str, sealed: bytes) -> None:
        """Writes a copy beside its place, down to the disk.

        Raises:
            OSError: it cannot be written.
        """
        target = self._place(blob)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = self._beside[blob] = target.with_name(f".{blob}.{secrets.token_hex(4)}.tmp")
        write_new(beside, sealed)

    def put(self, blobs: Sequence[str]) -> None:
        """Puts copies in place, all or none; what lay there goes only when all are there.

        Raises:
            OSError: one could not be put there; everything is as it was.
        """
        before: dict[Path, Path] = {}
        done: list[Path] = []
        try:
            for blob in blobs:
                target = self._place(blob)
                if target.exists():
                    aside = target.with_name(f".{blob}.{secrets.token_hex(4)}.tmp")
                    patiently(partial(target.replace, aside))
                    before[target] = aside
                patiently(partial(self._beside[blob].replace, target))
                done.append(target)
            for folder in {self._layout.attachments, *(target.parent for target in done)}:
                sync_directory(folder)
        except BaseException:
            self._back(before, done)
            raise
        for aside in before.values():
            with suppress(OSError):
                aside.unlink()

    def _back(self, before: Mapping[Path, Path], done: Sequence[Path]) -> None:
        for target in done:
            with suppress(OSError):
                target.unlink()
        for target, aside in before.items():
            with suppress(OSError):
                patiently(partial(aside.replace, target))

    def _place(self, blob: str) -> Path:
        return self._layout.attachments / blob[:2] / blob
