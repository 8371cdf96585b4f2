"""The zip file around a workbook: held against limits before anything is unpacked, then only the parts that are read.

Runs in the child process. Nothing of ours is imported, because every import starts the child afresh.
"""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 2_000
MAX_CONTENTS = 1024 * 1024
"""Bytes of the table of contents: five hundred for each of MAX_ENTRIES."""

SMALL_ENTRY = 64 * 1024
"""An entry below this size may be packed tighter than MAX_RATIO: empty style sheets often are."""

STEP = 1024 * 1024
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Unfit(Exception):
    """The file is not read; the argument names the reason, which sheets.py turns into a sentence."""


class _Shy(io.BufferedReader):
    """A file that gives out no table of contents beyond MAX_CONTENTS, which zipfile would read in one go."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > MAX_CONTENTS:
            raise Unfit("large")
        return super().read(size)


class Package:
    """The parts of a workbook, each unpacked once, and never further than its table of contents says.

    Attributes:
        home: the folder that holds workbook.xml, "xl" in most files.

    Raises:
        Unfit: "large", "bomb", "password", "damaged", or "foreign" for a zip file that is no workbook.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._archive = zipfile.ZipFile(file)
        self._entries = _checked(self._archive)
        book = next((name for name in self._entries if PurePosixPath(name).name == "workbook.xml"), None)
        if book is None:
            raise Unfit("foreign")
        self.home = PurePosixPath(book).parent

    def has(self, name: str) -> bool:
        """Whether there is a part of that name, whatever its letter case."""
        return name.lower() in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            Unfit: there is none.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Unfit("damaged")
        data = bytearray()
        with self._archive.open(entry) as unpacked:
            while step := unpacked.read(STEP):      # all at once would unpack more than the entry says it holds
                data += step
        return bytes(data)

    def in_home(self, name: str) -> str:
        """The full name of a part beside workbook.xml."""
        return str(self.home / name)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package in a file; its table of contents has been checked, nothing is unpacked."""
    with _Shy(io.FileIO(path)) as file:
        yield Package(file)


def _checked(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise Unfit("large")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.flag_bits & 1:
            raise Unfit("password")
        if entry.file_size > SMALL_ENTRY and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise Unfit("bomb")
        name = entry.filename.replace("\\", "/").lstrip("/").lower()
        if name in found or entry.compress_type not in PACKINGS:
            raise Unfit("damaged")
        found[name] = entry
    return found


def repacked(parts: Iterator[tuple[str, bytes]]) -> io.BytesIO:
    """A zip file with just these parts: a reader of it sees what was checked and nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    out.seek(0)
    return out


def parser() -> expat.XMLParserType:
    """An XML parser that refuses what brings entities or text from elsewhere.

    Its parse raises Unfit("damaged") at a document type, and expat.ExpatError where the XML is not well formed.
    """
    made = expat.ParserCreate()
    made.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    made.StartDoctypeDeclHandler = _refuse
    return made


def _refuse(*_: object) -> None:
    raise Unfit("damaged")


def elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Name, without its prefix, and attributes of each element, in order."""
    found: list[tuple[str, dict[str, str]]] = []
    reader = parser()
    reader.StartElementHandler = lambda name, values: found.append((name.rpartition(":")[2], values))
    reader.Parse(xml, True)
    return found
