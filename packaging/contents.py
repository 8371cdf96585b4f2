"""What is inside an executable: of the single file its archive, of the folder the files beside it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

PARTS_BESIDE = "_internal"
MODULES = "PYZ.pyz"
FILES_INSIDE = "bx"     # PyInstaller's marks of libraries and data in its archive


@dataclass(frozen=True)
class Part:
    """One file inside.

    Attributes:
        name: its path, with strokes as on Linux.
        size: in bytes, unpacked.
        read: gives its content.
    """

    name: str
    size: int
    read: Callable[[], bytes]


def files(exe: Path) -> list[Part]:
    """Libraries and data of a build, by name; not its modules."""
    archive = CArchiveReader(str(exe))
    packed = [Part(name.replace("\\", "/"), facts[2], partial(archive.extract, name))
              for name, facts in archive.toc.items() if facts[4] in FILES_INSIDE]
    beside = exe.parent / PARTS_BESIDE
    loose = [Part(file.relative_to(beside).as_posix(), file.stat().st_size, file.read_bytes)
             for file in beside.rglob("*") if file.is_file() and not file.is_symlink()] if beside.is_dir() else []
    return sorted([*packed, *loose], key=lambda part: part.name)


def modules(exe: Path) -> list[str]:
    """Dotted names of the Python modules inside."""
    return sorted(CArchiveReader(str(exe)).open_embedded_archive(MODULES).toc)


def digests(exe: Path) -> dict[str, str]:
    """SHA-256 of everything inside, the modules one by one, and of the starter as a whole."""
    return dict(sorted(_digests(exe)))


def _digests(exe: Path) -> Iterator[tuple[str, str]]:
    archive = CArchiveReader(str(exe))
    compiled = archive.open_embedded_archive(MODULES)
    for name in compiled.toc:
        yield f"module {name}", _sha256(compiled.extract(name, raw=True) or b"")
    for name, facts in archive.toc.items():
        if facts[4] not in "oz" and name != MODULES:
            yield f"inside {name}", _sha256(archive.extract(name) or b"")
    for part in files(exe):
        yield f"file {part.name}", _sha256(part.read())
    yield f"whole {exe.name}", _sha256(exe.read_bytes())


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
