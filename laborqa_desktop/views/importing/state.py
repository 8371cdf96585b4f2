"""What the wizard knows between its steps. Plain; the use case does the work, on whatever thread calls it."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from laborqa_desktop.progress import Step
from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.import_mapping import ColumnUse
from laborqa_desktop.usecases.importing import Imports, Trial
from laborqa_desktop.usecases.unfinished import BegunImport

FILE, COLUMNS, TRIAL, RESULT = range(4)
"""The steps."""
ENCODINGS = ("", "utf-8", "gb18030", "utf-16", "cp1252")
"""What a user may set for a csv file; "" finds it."""


@dataclass(frozen=True)
class Chosen:
    """A file on its way in.

    Attributes:
        book, table, mapping: as usecases.importing gives them; the wizard only hands them back.
        mended: (row number, column from 0) -> text that stands in place of the cell.
        given: the mapping was loaded from a file, so a new guess must not replace it.
    """

    kind: str
    path: Path
    book: Any
    sheet: int = 0
    heading_row: int | None = None
    table: Any = None
    mapping: Any = None
    mended: Map[tuple[int, int], Any] = field(default_factory=dict)
    given: bool = False

    @property
    def sheet_names(self) -> list[str]:
        """The sheets that hold rows, by their names."""
        return [one.name for one in self.book.sheets]

    def preview(self) -> list[tuple[int, list[str]]]:
        """Row numbers and cells of the first 20 rows."""
        return import_mapping.preview(self.book.sheets[self.sheet])

    def columns(self) -> list[ColumnUse]:
        """What becomes of each column."""
        return import_mapping.columns(self.table, self.mapping) if self.table is not None else []


def read(imports: Imports, kind: str, path: Path, encoding: str = "", mapping: Any = None) -> Chosen:
    """Reads a file, finds its table and proposes a mapping.

    Args:
        mapping: one that was loaded; else the one remembered for these headings, or a guess.

    Raises:
        UserError: the file cannot be read, or holds no table.
    """
    book = imports.read(path, encoding or (mapping.encoding if mapping else ""), mapping.delimiter if mapping else "")
    sheet = next((i for i, one in enumerate(book.sheets) if one.rows), 0)
    if mapping and mapping.sheet:
        sheet = next((i for i, one in enumerate(book.sheets) if one.name == mapping.sheet), sheet)
    chosen = Chosen(kind, path, book, sheet, mapping.heading_row if mapping else None, given=mapping is not None,
                    mapping=mapping)
    return find(imports, chosen)


def find(imports: Imports, chosen: Chosen) -> Chosen:
    """The same file after its sheet or its heading row was set: table and mapping anew.

    Raises:
        UserError: there is no table.
    """
    table = imports.table(chosen.kind, chosen.book.sheets[chosen.sheet], chosen.heading_row,
                          chosen.mapping if chosen.given else None)
    mapping = chosen.mapping if chosen.given else imports.propose(chosen.kind, table)
    return replace(chosen, table=table, mapping=mapping, mended={})


def begun(chosen: Chosen, step: int) -> BegunImport:
    """What is kept of it while the library is locked; the file is read again."""
    return BegunImport(chosen.kind, chosen.path, chosen.mapping, chosen.book.encoding, chosen.sheet,
                       chosen.heading_row, dict(chosen.mended), chosen.given, step)


def resume(imports: Imports, kept: BegunImport) -> Chosen:
    """Reads the file of a begun import again; columns and mended cells are as they were.

    Raises:
        UserError: the file cannot be read any more, or its table is not there.
    """
    book = imports.read(kept.path, kept.encoding, kept.mapping.delimiter)
    sheet = min(kept.sheet, len(book.sheets) - 1)
    table = imports.table(kept.kind, book.sheets[sheet], kept.heading_row, kept.mapping if kept.given else None)
    return Chosen(kept.kind, kept.path, book, sheet, kept.heading_row, table, kept.mapping, kept.mended, kept.given)


def try_rows(imports: Imports, chosen: Chosen, step: Step) -> Trial:
    """Tries all rows; nothing is written.

    Raises:
        UserError: the mapping does not fit the file.
    """
    return imports.try_rows(chosen.kind, chosen.table, chosen.mapping, chosen.mended, step)


def column_of(letters: str) -> int:
    """Number of a column from 0, by its letters."""
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - 64
    return number - 1
