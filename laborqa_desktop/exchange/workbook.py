"""The child process that opens workbooks: what a hostile file can do, it does there.

Imports nothing of ours but the shapes of cells and the checks before them, because every import starts it afresh.
"""

import io
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from laborqa_desktop.exchange.cells import Block, Broken, Cell
from laborqa_desktop.exchange.limits import set_limits
from laborqa_desktop.exchange.packing import MAX_BYTES, Package, Unfit, elements, opened, repacked
from laborqa_desktop.exchange.sheet_scan import MAX_AREA, MAX_COLUMNS, MAX_ROWS, Flaws, scan

OLE_MARK = b"\xd0\xcf\x11\xe0"
ZIP_MARK = b"PK\x03\x04"
SHARED_PARTS = ("/sharedStrings", "/styles")
"""How the types of relations end that lead to parts which all sheets share."""

ROOT = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        b'Target="xl/workbook.xml"/></Relationships>')

Raw = tuple[str, list[list[Cell]], tuple[Block, ...]]
Answer = tuple[str, list[Raw]]
"""("sheets", what they hold), or (name of the reason, nothing)."""


def work(pipe: Connection, path: str) -> None:
    """Reads a workbook under limits and sends the Answer through the pipe."""
    set_limits()
    pipe.send(answer(Path(path)))
    pipe.close()


def answer(path: Path) -> Answer:
    """What the child says of a file; never raises."""
    try:
        return "sheets", read(path)
    except Unfit as reason:
        return str(reason), []
    except MemoryError:
        return "large", []
    except BaseException:  # whatever a damaged file makes a parser do, its panics too; the parent says one sentence
        return "damaged", []


def read(path: Path) -> list[Raw]:
    """All visible sheets of a workbook.

    Raises:
        Unfit: with the name of the reason.
    """
    with path.open("rb") as file:
        mark = file.read(4)
        if mark == OLE_MARK:
            file.seek(0)
            return _values(io.BytesIO(file.read()), {})
    if mark != ZIP_MARK:
        raise Unfit("foreign")
    flaws: dict[str, Flaws] = {}
    with opened(path) as package:
        clean = repacked(_parts(package, flaws))
    return _values(clean, flaws)


def _parts(package: Package, flaws: dict[str, Flaws]) -> Iterator[tuple[str, bytes]]:
    """The parts that hold cells, each checked; fills in the flaws of each sheet by its name."""
    book, relations = package.part(package.in_home("workbook.xml")), _relations(package)
    yield "_rels/.rels", ROOT
    yield "xl/workbook.xml", book
    yield "xl/_rels/workbook.xml.rels", relations
    sheets = {next((value for key, value in values.items() if key.endswith(":id")), ""): values.get("name", "")
              for element, values in elements(book) if element == "sheet"}
    taken: set[str] = set()
    for _, values in elements(relations):
        target = values.get("Target", "")
        place, name = (target.lstrip("/"),) * 2 if target.startswith("/") else (package.in_home(target), f"xl/{target}")
        if name.lower() in taken or not package.has(place):
            continue
        sheet = sheets.get(values.get("Id", ""))
        if sheet is None and not values.get("Type", "").endswith(SHARED_PARTS):
            continue
        taken.add(name.lower())
        xml = package.part(place)
        if sheet is None:
            _refuse_entities(xml)
        else:
            flaws[sheet] = scan(xml)
        yield name, xml


def _relations(package: Package) -> bytes:
    for name in (package.in_home("_rels/workbook.xml.rels"), "_rels/workbook.xml.rels"):
        if package.has(name):
            return package.part(name)
    raise Unfit("damaged")


def _refuse_entities(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unfit("damaged")


def _values(file: io.BytesIO, flaws: dict[str, Flaws]) -> list[Raw]:
    import python_calamine

    try:
        book = python_calamine.load_workbook(file)
    except python_calamine.PasswordError as error:
        raise Unfit("password") from error
    sheets: list[Raw] = []
    room = MAX_BYTES
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
        room -= _characters(rows)
        if room < 0:
            raise Unfit("large")
        for (row, column), broken in flaws.get(meta.name, {}).items():
            _put(rows, row, column, broken)
        while rows and all(cell is None for cell in rows[-1]):
            rows.pop()
        sheets.append((meta.name, rows, _merged(sheet.merged_cell_ranges or (), len(rows))))
    return sheets


def _characters(rows: list[list[Cell]]) -> int:
    """How long all texts are together: a short file can repeat one long text ten million times."""
    return sum(len(cell) for row in rows for cell in row if isinstance(cell, str))


def _put(rows: list[list[Cell]], row: int, column: int, cell: Broken) -> None:
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    rows[row][column] = cell


def _merged(blocks: Sequence[Block], height: int) -> tuple[Block, ...]:
    """The merged cells; overlapping ones, as no program writes them, could cover the sheet a million times over."""
    if sum(max(0, min(bottom, height) - top + 1) for (top, _), (bottom, _) in blocks) > MAX_AREA:
        raise Unfit("damaged")
    return tuple(blocks)
