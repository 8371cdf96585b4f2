"""Attachments: each content once, encrypted, under a name that tells nothing; the file is on disk before its row is."""

import hashlib
import hmac
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound, Refused, UnreadableInput, UserError, reason_of
from laborqa_desktop.models.history import Blob
from laborqa_desktop.store import disk
from laborqa_desktop.store.folder import patiently, replace_whole, sync_directory, write_new
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.safe_names import safe_name
from laborqa_desktop.store.sealing import seal, unseal
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

__all__ = ["LARGEST", "ORPHAN_DAYS", "Files", "Outside", "safe_name"]

LARGEST = 50 * 1024 * 1024
ORPHAN_DAYS = 30
_TRASH = "trash"


class Files:
    """The attachments of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = store.layout.attachments
        self._key = store.keys.files()
        self._names = store.keys.names()

    def put(self, session: Session, data: bytes, *, original_name: str = "", mime: str = "", pixels: str = "",
            taken_at: datetime | None = None) -> str:
        """Stores a content inside a write unit and gives its blob id; a known content is stored once.

        Raises:
            Refused: more than 50 MB.
        """
        if len(data) > LARGEST:
            raise Refused(N_("Library", "The file is larger than {limit} MB; it was not attached.").of(limit=50))
        sha256 = hashlib.sha256(data).hexdigest()
        blob_id = hmac.digest(self._names, sha256.encode(), "sha256").hex()
        if not self._is_whole(blob_id):
            self._write(blob_id, data)
        elif not self.path(blob_id).is_file():
            self.bring_back(blob_id)
        if session.get(Blob, blob_id) is None:
            session.add(Blob(id=blob_id, sha256=sha256, original_name=original_name[:255], mime=mime, bytes=len(data),
                             pixels=pixels, taken_at=taken_at, imported_at=self._store.clock()))
            session.flush()
        return blob_id

    def get(self, blob_id: str) -> bytes:
        """The content of a blob, out of the trash too.

        Raises:
            NotFound: its file is gone.
            UnreadableInput: its file is damaged.
        """
        path = self.path(blob_id)
        try:
            sealed = (path if path.exists() else self.trashed(blob_id)).read_bytes()
        except OSError:
            raise NotFound(N_("Library", "The attached file is missing from the folder attachments. Settings, Health: "
                                         '"Fetch from backups" looks for a healthy copy.')) from None
        try:
            return unseal(self._key, blob_id, sealed)
        except ValueError:
            raise UnreadableInput(N_("Library", 'The attached file is damaged. Settings, Health: "Fetch from '
                                                'backups" looks for a healthy copy.')) from None

    def path(self, blob_id: str) -> Path:
        """Where the encrypted content of a blob lies."""
        return self._folder / blob_id[:2] / blob_id

    def trashed(self, blob_id: str) -> Path:
        """Where it lies once no record names it any more."""
        return self._folder / _TRASH / blob_id

    def in_trash(self) -> list[Path]:
        """Every stored file in the trash; the time of each is when it got there."""
        folder = self._folder / _TRASH
        return [path for path in folder.iterdir() if len(path.name) == 64] if folder.is_dir() else []

    def throw(self, blob_id: str) -> None:
        """Moves a file to the trash; get() still finds it."""
        target = self.trashed(blob_id)
        target.parent.mkdir(exist_ok=True)
        os.utime(self.path(blob_id))
        patiently(partial(self.path(blob_id).replace, target))

    def bring_back(self, blob_id: str) -> None:
        """Moves a file back from the trash."""
        self.path(blob_id).parent.mkdir(parents=True, exist_ok=True)
        patiently(partial(self.trashed(blob_id).replace, self.path(blob_id)))
        sync_directory(self.path(blob_id).parent)

    def on_disk(self) -> Iterator[Path]:
        """Every stored file, the trash and temporary files left out."""
        for folder in self._folder.iterdir():
            if folder.is_dir() and len(folder.name) == 2:
                yield from (path for path in folder.iterdir() if len(path.name) == 64)

    def sweep(self, days: int = ORPHAN_DAYS) -> int:
        """Moves files that no row names, older than so many days, to the trash; gives their number."""
        with self._store.read() as session:
            known = set(session.scalars(select(Blob.id)))
        limit, count = time.time() - days * 86400, 0
        for path in list(self.on_disk()):
            if path.name not in known and path.stat().st_mtime <= limit:
                self.throw(path.name)
                count += 1
        for folder in self._folder.iterdir():
            if folder.is_dir() and len(folder.name) == 2:
                for path in folder.glob(".*.tmp"):
                    with suppress(OSError):
                        if path.stat().st_mtime <= limit:
                            path.unlink()
        return count

    def destroy(self, blob_ids: Iterable[str]) -> None:
        """Deletes contents for good, from the trash too; to be called once no row names them any more.

        Raises:
            Refused: another program holds one of the files; calling it again goes on.
        """
        for blob_id in blob_ids:
            for path in (self.path(blob_id), self._folder / _TRASH / blob_id):
                try:
                    patiently(partial(path.unlink, missing_ok=True))
                except OSError as error:
                    raise Refused(N_("Library", "A file in the folder attachments could not be deleted: another "
                                                "program holds it, or the folder may not be written to. The deletion "
                                                'goes on when you press "Finish the deletion".')) from error

    def _is_whole(self, blob_id: str) -> bool:
        try:
            self.get(blob_id)
        except (NotFound, UnreadableInput):
            return False
        return True

    def _write(self, blob_id: str, data: bytes) -> None:
        path = self.path(blob_id)
        sealed = seal(self._key, blob_id, data)
        temporary = path.with_name(f".{blob_id}.{secrets.token_hex(4)}.tmp")
        try:
            fresh = not path.parent.is_dir()
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(temporary, sealed)
            patiently(partial(temporary.replace, path))
            sync_directory(path.parent)
            if fresh:
                sync_directory(self._folder)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            said = disk.told(disk.trouble_of(error), self._folder)
            if said is not None:
                raise said from error       # the unit frees the reserve, or ends writing
            raise Refused(N_("Library", "The file could not be stored in the folder attachments: {reason}. It was not "
                                        "attached; try again in a moment.").of(reason=reason_of(error))) from error


def sealed_content(path: Path, blob_id: str, keys: Keys) -> bytes | None:
    """The encrypted bytes of an attachment for a backup; None when its file is missing or damaged."""
    try:
        sealed = (path if path.exists() else path.parent.parent / _TRASH / blob_id).read_bytes()
    except OSError:
        return None
    return sealed if is_sealed_content(sealed, blob_id, keys) else None


def is_sealed_content(sealed: bytes, blob_id: str, keys: Keys) -> bool:
    """Whether encrypted bytes are the whole content of that attachment."""
    try:
        unseal(keys.files(), blob_id, sealed)
    except ValueError:
        return False
    return True


def place_sealed(path: Path, sealed: bytes) -> None:
    """Writes encrypted bytes of an attachment whole, down to the disk.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(path, sealed)


class Outside:
    """The private folder for contents that another program shows; emptied at start, lock and close.

    Args:
        folder: of this user only; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, name: str, data: bytes) -> Path:
        """Writes a content under a safe form of its name and gives the path to open.

        Raises:
            UserError: the folder cannot be written to: the program was started from a write-protected stick.
        """
        try:
            return self._place(name, data)
        except OSError as error:
            raise UserError(N_("Attachments", "{file} cannot be shown by another program, because the folder {folder} "
                                              "cannot be written to: {reason}. Export it to another folder instead; "
                                              "nothing was changed.").of(
                file=name, folder=self._folder, reason=reason_of(error))) from error

    def _place(self, name: str, data: bytes) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        if os.name != "nt":
            self._folder.chmod(0o700)
        own = self._folder / secrets.token_hex(8)
        own.mkdir(mode=0o700)
        path = own / safe_name(name)
        path.write_bytes(data)
        path.chmod(0o400)
        return path

    def empty(self) -> None:
        """Deletes everything in the folder; what another program still holds goes at the next start."""
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            _make_deletable(path)
            shutil.rmtree(path, ignore_errors=True)


def _make_deletable(folder: Path) -> None:
    if sys.platform == "win32":
        for path in folder.rglob("*"):
            path.chmod(0o600)
