"""The one file of a backup: a stored zip of fixed parts with a sealed manifest. Reading trusts nothing in it.

Names inside are looked up in a fixed list, never used as paths; sizes are held against the manifest; every part has
its SHA-256 there, and the manifest an HMAC keyed from the library's data key.
"""

import hashlib
import hmac
import io
import json
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store.folder import PROGRAM
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.text import N_

ENDING = ".labqbackup"
FORMAT = 1
MARKER, KEY_FILES, DATABASE, BLOBS, MANIFEST = ("library.labq", ("key-1.json", "key-2.json"), "laborqa.db",
                                                "blobs.txt", "manifest.json")
_ATTACHMENT = re.compile(r"attachments/([0-9a-f]{2})/(\1[0-9a-f]{62})")
_CHUNK = 1 << 20
_LONGEST_MANIFEST = 64 << 20
_BROKEN = (zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, RuntimeError,
           NotImplementedError, OverflowError, RecursionError, UnicodeError)
"""What zipfile and json raise over files that are none of ours."""


@dataclass(frozen=True)
class Part:
    """One file inside."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        version: of the program that made it.
        revision: of the schema.
        why: a word such as "close" or "before-import".
        full: the attachments are in it too.
        rows: table -> rows.
        anchor: head of the history, "count:link".
        missing: ids of attachments that the library itself had lost.
    """

    library_id: str
    version: str
    revision: str
    made_at: datetime
    why: str
    full: bool
    rows: dict[str, int]
    anchor: str
    parts: tuple[Part, ...]
    missing: tuple[str, ...] = ()

    def dump(self, keys: Keys) -> bytes:
        """The bytes of manifest.json, sealed."""
        body = {"program": PROGRAM, "kind": "backup", "format": FORMAT, "library": self.library_id,
                "version": self.version, "revision": self.revision, "made_at": self.made_at.isoformat(),
                "why": self.why, "full": self.full, "rows": self.rows, "anchor": self.anchor,
                "parts": [[one.name, one.bytes, one.sha256] for one in self.parts], "missing": list(self.missing)}
        return (json.dumps({**body, "seal": _seal(body, keys)}, indent=1) + "\n").encode()


def _seal(body: dict[str, Any], keys: Keys) -> str:
    return hmac.digest(keys.backup(), json.dumps(body, sort_keys=True).encode(), "sha256").hex()


def blob_id(name: str) -> str | None:
    """The id of the attachment that a part is, or None."""
    found = _ATTACHMENT.fullmatch(name)
    return found[2] if found else None


def part_name(attachment: str) -> str:
    """The name of an attachment's part."""
    return f"attachments/{attachment[:2]}/{attachment}"


class NotWhole(UnreadableInput):
    """A backup that is damaged, or was altered."""


def not_whole(path: Path) -> NotWhole:
    """The file is a backup, but damaged."""
    return NotWhole(N_("Backup", "The backup {file} is damaged and was not used. Choose an older one; the "
                                        "library is unchanged.").of(file=path.name))


def is_like_one(path: Path) -> bool:
    """Whether a file is a backup of ours or what is left of one, by its name or its first bytes."""
    if path.name.lower().endswith(ENDING):
        return True
    try:
        with path.open("rb") as file:
            return file.read(42)[30:] == MARKER.encode()
    except OSError:
        return False


class Archive:
    """An open backup file whose list of parts has been held against its manifest.

    Attributes:
        manifest: what it says; see sealed_with.
    """

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self.path = path
        self._packed = packed
        self._body, self.manifest = _read_manifest(packed)
        self._entries = _entries(packed, self.manifest)

    def sealed_with(self, keys: Keys) -> bool:
        """Whether the manifest was written with the keys of that library."""
        body = {key: value for key, value in self._body.items() if key != "seal"}
        return hmac.compare_digest(_seal(body, keys), str(self._body.get("seal")))

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._entries

    def attachments(self) -> tuple[str, ...]:
        """Ids of the attachments in it."""
        return tuple(found for name in self._entries if (found := blob_id(name)))

    def copy(self, name: str, target: IO[bytes] | None, told: Callable[[int], None] = lambda size: None) -> None:
        """Writes one part to a file, or only reads it; its hash must be that of the manifest.

        Args:
            told: called with the bytes that went by.

        Raises:
            UnreadableInput: the part is not what the manifest says.
        """
        part, digest, size = self._entries[name], hashlib.sha256(), 0
        try:
            with self._packed.open(name) as source:
                while data := source.read(_CHUNK):
                    digest.update(data)
                    size += len(data)
                    if target is not None:
                        _write(target, data)
                    told(len(data))
        except _Target as error:
            raise error.reason from None
        except _BROKEN as error:
            raise not_whole(self.path) from error
        if size != part.bytes or digest.hexdigest() != part.sha256:
            raise not_whole(self.path)

    def small(self, name: str, limit: int = _LONGEST_MANIFEST) -> bytes:
        """The content of a small part.

        Raises:
            UnreadableInput: it is damaged or too long.
        """
        if self._entries[name].bytes > limit:
            raise not_whole(self.path)
        out = io.BytesIO()
        self.copy(name, out)
        return out.getvalue()

    def prove(self, step: Step = quietly, but: Callable[[str], bool] = lambda name: False) -> None:
        """Reads every part to its end.

        Args:
            but: parts that are left out.

        Raises:
            UnreadableInput: one is not what the manifest says.
        """
        names = [name for name in self._entries if not but(name)]
        total, done = sum(self._entries[name].bytes for name in names), 0

        def told(size: int) -> None:
            nonlocal done
            done += size
            step(done, total)

        for name in names:
            self.copy(name, None, told)


class _Target(Exception):
    def __init__(self, reason: OSError) -> None:
        super().__init__()
        self.reason = reason


def _write(target: IO[bytes], data: bytes) -> None:
    try:
        target.write(data)
    except OSError as error:        # the disk we write to, not the backup we read
        raise _Target(error) from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """A backup file, open for reading.

    Raises:
        UnreadableInput: it is damaged, or none of ours.
        OSError: it cannot be read at all.
    """
    with path.open("rb") as file:
        try:
            packed = zipfile.ZipFile(file)
            archive = Archive(path, packed)
        except _BROKEN as error:
            if is_like_one(path):
                raise not_whole(path) from error
            raise UnreadableInput(N_("Backup", "{file} is no backup of LaborQA. Choose a file that ends in "
                                               ".labqbackup.").of(file=path.name)) from error
        yield archive


def _read_manifest(packed: zipfile.ZipFile) -> tuple[dict[str, Any], Manifest]:
    info = packed.getinfo(MANIFEST)
    if info.file_size > _LONGEST_MANIFEST or info.compress_type != zipfile.ZIP_STORED:
        raise ValueError("manifest")
    body = json.loads(packed.read(info).decode("utf-8"))
    if body["program"] != PROGRAM or body["kind"] != "backup" or int(body["format"]) != FORMAT:
        raise ValueError("program or format")
    made = datetime.fromisoformat(body["made_at"])
    if made.tzinfo is None or not re.fullmatch(r"\d{1,18}:[0-9a-f]{64}", body["anchor"]):
        raise ValueError("moment or anchor")
    return body, Manifest(
        str(body["library"]), str(body["version"]), str(body["revision"]), made.astimezone(UTC), str(body["why"]),
        bool(body["full"]), {str(name): int(count) for name, count in body["rows"].items()}, str(body["anchor"]),
        tuple(Part(str(name), int(size), str(digest)) for name, size, digest in body["parts"]),
        tuple(str(one) for one in body["missing"]))


def _entries(packed: zipfile.ZipFile, manifest: Manifest) -> dict[str, Part]:
    """The parts by name; every entry is named once, stored as it is, and of the size the manifest says."""
    parts = {part.name: part for part in manifest.parts}
    infos = [info for info in packed.infolist() if info.filename != MANIFEST]
    needed = {MARKER, *KEY_FILES, DATABASE, BLOBS}
    if len(infos) != len(parts) or len(parts) != len(manifest.parts) or len(packed.infolist()) != len(infos) + 1 \
            or not needed <= set(parts):
        raise ValueError("parts")
    for info in infos:
        part = parts[info.filename]
        if info.compress_type != zipfile.ZIP_STORED or info.file_size != part.bytes \
                or info.compress_size != part.bytes or not (part.name in needed or blob_id(part.name)):
            raise ValueError("part")
    return parts


class _Stream:
    """Passes bytes on in one go and sums them up; a zip is then written without going back."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self.sum = out, 0

    def write(self, data: bytes) -> int:
        self.sum = zlib.crc32(data, self.sum)
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


def sum_of(path: Path) -> int:
    """The check sum of a whole file, for comparing with Packer.sum."""
    found = 0
    for data in _pieces(path):
        found = zlib.crc32(data, found)
    return found


class Packer:
    """Writes a backup file part by part, the manifest last."""

    def __init__(self, out: IO[bytes], moment: datetime) -> None:
        self._stream = _Stream(out)
        stream: Any = self._stream
        self._packed = zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._moment = moment.astimezone(UTC).timetuple()[:6]
        self.parts: list[Part] = []

    def add(self, name: str, source: Path | bytes, told: Callable[[int], None] = lambda size: None) -> Part:
        """Adds a part and gives its size and hash."""
        digest, size = hashlib.sha256(), 0
        with self._packed.open(self._info(name), "w", force_zip64=True) as target:
            for data in _pieces(source):
                digest.update(data)
                size += len(data)
                target.write(data)
                told(len(data))
        self.parts.append(Part(name, size, digest.hexdigest()))
        return self.parts[-1]

    def finish(self, manifest: bytes) -> None:
        """Writes the manifest and the list of entries."""
        self._packed.writestr(self._info(MANIFEST), manifest)
        self._packed.close()

    @property
    def sum(self) -> int:
        """The check sum of all that was written, between the parts too, where no hash of a part would tell damage."""
        return self._stream.sum

    def abandon(self) -> None:
        """Lets go of a file that will not be finished; the caller deletes it."""
        with suppress(OSError, ValueError):
            self._packed.close()

    def _info(self, name: str) -> zipfile.ZipInfo:
        year, *rest = self._moment
        made: Any = (min(max(year, 1980), 2107), *rest)
        return zipfile.ZipInfo(name, made)


def _pieces(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as file:
        while data := file.read(_CHUNK):
            yield data


def blob_ids(archive: Archive) -> frozenset[str]:
    """Ids of all attachments that the backup's database names, whether or not they are in it."""
    return frozenset(archive.small(BLOBS).decode("ascii").split())


def flush(out: IO[bytes]) -> None:
    """Down to the disk."""
    out.flush()
    os.fsync(out.fileno())


def forget_cached(out: IO[bytes]) -> None:
    """Has the next reading come from the medium itself, where the system can do that: a stick may lie."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):
            advise(out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def size_of(sources: Sequence[Path]) -> int:
    """Bytes of files together; what is gone counts nothing."""
    total = 0
    for path in sources:
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total
