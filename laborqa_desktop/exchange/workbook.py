"""The child process that opens workbooks: what a hostile file can do, it does there.

Imports nothing of ours but the shapes of cells, because every import starts this module afresh.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from laborqa_desktop.exchange.cells import Block, Broken, Cell

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 2_000
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_AREA = 10_000_000
"""Rows times columns that hold a value: as many cells as 200 MB of XML can fill, so a larger area is nearly empty."""

MEMORY_BYTES = 2 * 1024 * 1024 * 1024
OLE_MARK = b"\xd0\xcf\x11\xe0"
ZIP_MARK = b"PK\x03\x04"
SMALL_ENTRY = 64 * 1024
"""An entry below this size may be packed tighter than MAX_RATIO: empty style sheets often are."""

Raw = tuple[str, list[list[Cell]], tuple[Block, ...]]

NO_VALUE = re.compile(rb"\s*</(?:\w+:)?c>")
ERROR = re.compile(rb"<(?:\w+:)?c\s[^>]*?\bt\s*=\s*[\"']e[\"'][^>]*>.*?<(?:\w+:)?v>([^<]*)<", re.DOTALL)
LOST = re.compile(
    rb"<(?:\w+:)?c(\s[^>]*)?>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
FAR = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]{3,}[0-9]+|[A-Z]+[0-9]{6,})\"[^>]*(?<!/)>(?!\s*</)")
EMPTY_TEXT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
PLACED = re.compile(rb"<(?:\w+:)?c\s+r=\"")
STARTED = re.compile(rb"<(?:\w+:)?c[\s/>]")
ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=\"([0-9]+)\"")
COLUMN = re.compile(rb"<(?:\w+:)?c\sr=\"([A-Z]+)")
ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)((?:\s[^>]*?)?)(/?)>")
REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Z]*)([0-9]+)[\"']")


class Unfit(Exception):
    """The file is not read; the argument names the reason, which sheets.py turns into a sentence."""


def work(pipe: Connection, path: str) -> None:
    """Reads a workbook and sends ("sheets", list of Raw), or (name of the reason, detail), through the pipe."""
    _limit_memory()
    try:
        pipe.send(("sheets", read(Path(path))))
    except Unfit as reason:
        pipe.send((str(reason), ""))
    except MemoryError:
        pipe.send(("large", ""))
    except Exception as error:  # whatever a damaged file makes a parser do; the parent says one sentence
        pipe.send(("damaged", type(error).__name__))
    finally:
        pipe.close()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_zip(path: Path) -> None:
    """Holds the table of contents of a zip file against the limits, without unpacking anything.

    Raises:
        Unfit: "large" or "bomb".
    """
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise Unfit("large")
        if sum(entry.file_size for entry in entries) > MAX_BYTES:
            raise Unfit("large")
        for entry in entries:
            if entry.flag_bits & 1:
                raise Unfit("password")
            if entry.file_size > SMALL_ENTRY and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise Unfit("bomb")
        if not any(entry.filename.endswith("workbook.xml") for entry in entries):
            raise Unfit("foreign")


def read(path: Path) -> list[Raw]:
    """All visible sheets of a workbook.

    Raises:
        Unfit: with the name of the reason.
    """
    with path.open("rb") as file:
        mark = file.read(4)
    flaws: dict[str, dict[tuple[int, int], Broken]] = {}
    if mark == ZIP_MARK:
        check_zip(path)
        flaws = {name: _scan(xml) for name, xml in _sheet_files(path)}
    elif mark != OLE_MARK:
        raise Unfit("foreign")
    return _values(path, flaws)


def _values(path: Path, flaws: dict[str, dict[tuple[int, int], Broken]]) -> list[Raw]:
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(path.read_bytes()))
    except python_calamine.PasswordError as error:
        raise Unfit("password") from error
    sheets: list[Raw] = []
    for meta in book.sheets_metadata:
        if (meta.typ != python_calamine.SheetTypeEnum.WorkSheet
                or meta.visible != python_calamine.SheetVisibleEnum.Visible):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        last = sheet.end
        if last is not None and (last[0] >= MAX_ROWS or last[1] >= MAX_COLUMNS):
            raise Unfit("wide")
        rows: list[list[Cell]] = [
            [None if cell == "" else cell for cell in row]
            for row in sheet.to_python(skip_empty_area=False)
        ]
        for (row, column), broken in flaws.get(meta.name, {}).items():
            _put(rows, row, column, broken)
        while rows and all(cell is None for cell in rows[-1]):
            rows.pop()
        sheets.append((meta.name, rows, tuple(sheet.merged_cell_ranges or ())))
    return sheets


def _put(rows: list[list[Cell]], row: int, column: int, cell: Cell) -> None:
    if row >= MAX_ROWS or column >= MAX_COLUMNS:
        raise Unfit("wide")
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    rows[row][column] = cell


def _sheet_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and XML of each sheet, by the relations of the workbook."""
    with zipfile.ZipFile(path) as archive:
        names = {entry.filename.lstrip("/").lower(): entry for entry in archive.infolist()}
        home = next(PurePosixPath(name).parent for name in names if name.endswith("workbook.xml"))
        relations = names.get(f"{home}/_rels/workbook.xml.rels") or names.get("_rels/workbook.xml.rels")
        if relations is None:
            raise Unfit("damaged")
        targets = {
            relation.get("Id"): relation.get("Target", "")
            for relation in _tree(archive.read(relations))
        }
        for sheet in _tree(archive.read(names[f"{home}/workbook.xml".removeprefix("./")])).iter():
            if sheet.tag.rpartition("}")[2] != "sheet":
                continue
            link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
            target = targets.get(link, "")
            place = target.lstrip("/") if target.startswith("/") else str(home / target)
            entry = names.get(place.lower())
            if entry is not None:
                yield sheet.get("name", ""), archive.read(entry)


def _tree(xml: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unfit("damaged")
    return ElementTree.fromstring(xml)  # noqa: S314 without a DOCTYPE there are no entities to expand


def _scan(xml: bytes) -> dict[tuple[int, int], Broken]:
    """Cells that calamine shows as empty though they are not, by (row, column) from 0.

    It also stops at a cell beyond the limits before calamine does: it would abort the process on one at XFD1048576.

    Raises:
        Unfit: "wide", or "damaged" for XML nobody writes.
    """
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in xml[:2000]:
        raise Unfit("damaged")
    if len(PLACED.findall(xml)) != len(STARTED.findall(xml)):
        return _scan_unplaced(xml)
    for match in FAR.finditer(xml):
        row, column = _place(match.group(1))
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Unfit("wide")
    if _may_be_sparse(xml):
        return _scan_unplaced(xml)
    found: dict[tuple[int, int], Broken] = {}
    if b't="e"' in xml:
        for match in ERROR.finditer(xml):
            reference = REFERENCE.search(match.group(0))
            if reference:
                code = match.group(1).decode("utf-8", "replace")
                found[_place(reference.group(1) + reference.group(2))] = Broken(code)
    if b"<f" in xml or b":f" in xml:
        for match in LOST.finditer(xml):
            reference = REFERENCE.search(match.group(1) or b"")
            if reference and not EMPTY_TEXT.search(match.group(1)):
                found.setdefault(_place(reference.group(1) + reference.group(2)), Broken())
    return found


def _scan_unplaced(xml: bytes) -> dict[tuple[int, int], Broken]:
    """The same, cell by cell, for files whose cells do not all say where they are or may lie far apart."""
    row, column = -1, -1
    last_row, last_column = 0, 0
    found: dict[tuple[int, int], Broken] = {}
    for match in ROW_OR_CELL.finditer(xml):
        reference = REFERENCE.search(match.group(2))
        if match.group(1) == b"row":
            row = int(reference.group(2)) - 1 if reference else row + 1
            column = -1
            continue
        if reference and reference.group(1):
            row, column = _place(reference.group(1) + reference.group(2))
        else:
            column += 1
        if match.group(3) or NO_VALUE.match(xml, match.end()):
            continue
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Unfit("wide")
        last_row, last_column = max(row, last_row), max(column, last_column)
        error = ERROR.match(xml, match.start())
        if error:
            found[row, column] = Broken(error.group(1).decode("utf-8", "replace"))
        elif not EMPTY_TEXT.search(match.group(2)) and LOST.match(xml, match.start()):
            found[row, column] = Broken()
    if (last_row + 1) * (last_column + 1) > MAX_AREA:
        raise Unfit("sparse")
    return found


def _may_be_sparse(xml: bytes) -> bool:
    """Whether rows times columns are too many when empty cells are counted too."""
    rows = max(map(int, ROW_NUMBER.findall(xml)), default=0)
    if rows * MAX_COLUMNS <= MAX_AREA:
        return False
    columns = max((_place(letters + b"1")[1] for letters in set(COLUMN.findall(xml))), default=0) + 1
    return rows * columns > MAX_AREA


def _place(reference: bytes) -> tuple[int, int]:
    column = 0
    for position, byte in enumerate(reference):
        if byte < 65:
            return int(reference[position:]) - 1, column - 1
        column = column * 26 + byte - 64
    raise Unfit("damaged")
