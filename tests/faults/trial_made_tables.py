"""T23: tables made by hypothesis, written as real files, imported, and every stored row held against what was meant."""

import codecs
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count as counting
from pathlib import Path
from typing import Any
from unittest import mock

import hypothesis
import xlsxwriter
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from sqlalchemy import select

from laborqa_desktop.exchange import convert
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.client import Client, Contract
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.post import Post
from laborqa_desktop.models.training import Course
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.importing import Choice, Imports
from tests.factory import Factory
from tests.faults.made_tables import Cell, Formula, Table, tables
from tests.faults.trial import Outcome, Trial
from tests.faults.trial_imports import FULL_ROAD, Fed, Reader, Tally, library

TABLES_A_LIBRARY = 250
MODELS: dict[str, type[Base]] = {"staff": Person, "course": Course, "contract": Contract}
NAMED_BY_CODE = {"post_id": Post, "client_id": Client}


# ------------------------------------------------------------ writing files

@dataclass(frozen=True)
class Style:
    """How a file is written. sheets: empty ones before the table. inline: texts in their cells, row by row."""

    encoding: str = "utf-8-sig"
    delimiter: str = ","
    quoting: int = csv.QUOTE_MINIMAL
    line_end: str = "\r\n"
    stated: bool = False
    years_from_1904: bool = False
    inline: bool = False
    sheets: int = 0


BOOKS = st.builds(Style, years_from_1904=st.booleans(), inline=st.booleans(), sheets=st.integers(0, 1))
CSV_FILES = st.builds(
    Style, encoding=st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")),
    delimiter=st.sampled_from(",;\t"),
    quoting=st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    line_end=st.sampled_from(("\r\n", "\n", "\r")), stated=st.booleans())


def write_book(path: Path, table: Table, style: Style) -> None:
    """The table as a workbook."""
    inline = style.inline and not table.merges
    book = xlsxwriter.Workbook(path, {"date_1904": style.years_from_1904, "constant_memory": inline,
                                      "strings_to_formulas": False, "strings_to_urls": False})
    for _ in range(style.sheets):
        book.add_worksheet()
    sheet, plain = book.add_worksheet("名单"), book.add_format()
    for number, texts in enumerate(table.above):
        for place, text in enumerate(texts):
            sheet.write_string(number, place, text)
    top = len(table.above)
    for place, heading in enumerate(table.headings):
        sheet.write_string(top, place, heading)
    for number, row in enumerate(table.rows, top + 1):
        for place, cell in enumerate(row.cells):
            _write(book, sheet, number, place, cell)
    for place, first, last in table.merges:
        sheet.merge_range(top + 1 + first, place, top + 1 + last, place, "", plain)
        _write(book, sheet, top + 1 + first, place, table.rows[first].cells[place])
    book.close()


def _write(book: Any, sheet: Any, row: int, column: int, cell: Cell) -> None:
    shape = book.add_format({"num_format": cell.shape}) if cell.shape else None
    put = cell.put
    if isinstance(put, Formula):
        sheet.write_formula(row, column, "=A1", shape, put.result)
    elif isinstance(put, bool):
        sheet.write_boolean(row, column, put)
    elif isinstance(put, datetime):
        sheet.write_datetime(row, column, put, shape)
    elif isinstance(put, (int, float)):
        sheet.write_number(row, column, put, shape)
    elif put:
        sheet.write_string(row, column, put)


def write_csv(path: Path, table: Table, style: Style) -> None:
    """The table as a csv file."""
    out = io.StringIO()
    if style.stated:
        out.write(f"sep={style.delimiter}{style.line_end}")
    quoting = csv.QUOTE_ALL if style.line_end == "\r" else style.quoting     # else a line feed in a cell is not quoted
    writer = csv.writer(out, delimiter=style.delimiter, quoting=quoting, lineterminator=style.line_end)  # type: ignore[arg-type]
    writer.writerows([*table.above, table.headings, *(
        ["" if cell.put is None else cell.put for cell in row.cells] for row in table.rows)])
    mark = codecs.BOM_UTF16_BE if style.encoding == "utf-16-be" else b""
    path.write_bytes(mark + out.getvalue().encode(style.encoding))


# ------------------------------------------------------------ judging

def wrongly_taken(store: Store, table: Table, choice: Choice) -> str:
    """What does not stand in the library as it was meant, or ""."""
    records = table.records()
    with store.read() as session:
        codes = {Post: dict(session.execute(select(Post.id, Post.code)).all()),     # type: ignore[arg-type]
                 Client: dict(session.execute(select(Client.id, Client.code)).all())}  # type: ignore[arg-type]
        model: Any = MODELS[table.kind]
        taken = {one.code: one for one in session.scalars(select(model).where(
            model.code.in_([row.means["code"] for row in records if row.means])))}
    clean = choice is Choice.GOOD_ROWS or all(row.good for row in records)
    for row in records:
        assert row.means is not None
        stored = taken.get(row.means["code"])
        if stored is not None and not (row.good and clean and choice is not Choice.DRY):
            return f"taken, but it must not be: {row.means}"
        if stored is None:
            certain = row.sure and (choice is Choice.GOOD_ROWS or all(one.sure for one in records))
            if row.good and clean and certain and choice is not Choice.DRY:
                return f"not taken: {row.means}"
            continue
        for key, meant in row.means.items():
            found = getattr(stored, key)
            found = codes[NAMED_BY_CODE[key]].get(found) if key in NAMED_BY_CODE else found
            if (found if found != "" else None) != meant and not (meant is None and isinstance(found, bool)):
                return f"{key} of {row.means['code']} is {found!r}, but {meant!r} was meant"
    return ""


@dataclass
class Place:
    """The library of now; a new one after so many tables."""

    folder: Path
    reader: Reader | None
    tally: Tally = field(default_factory=Tally)
    made: int = 0
    store: Store | None = None
    close: Callable[[], object] = lambda: None

    def imports(self) -> tuple[Imports, Store]:
        """The use case, and the library it works on."""
        if self.store is None or self.made % TABLES_A_LIBRARY == 0:
            self.close()
            opened = library(self.folder / f"library {self.made}")
            self.store = opened.__enter__()
            self.close = lambda: opened.__exit__(None, None, None)
            factory = Factory(self.store)
            factory.post(code="P 2", name="䶮工")
            for number in (3, 4):
                factory.post(code=f"P{number}", name="巡查员")
            factory.post(code="P5", name="东区 巡逻")
            factory.post(code="P6", name="东区巡逻")
            factory.client(code="C1")
        self.made += 1
        whole = self.reader is None or self.made % FULL_ROAD == FULL_ROAD // 2
        self.tally.facts["whole road"] += whole
        return Imports(self.store, "测试") if whole else Fed(self.store, "测试", self.reader), self.store


def _made(count: int, seed: int, folder: Path, ending: str) -> Outcome:
    """Imports so many tables; those that go wrong are told as they are, not made smaller, which takes minutes."""
    write, styles = (write_book, BOOKS) if ending == "xlsx" else (write_csv, CSV_FILES)
    place, numbers = Place(folder, Reader() if ending == "xlsx" else None), counting(1)
    file, facts = folder / f"a.{ending}", dict.fromkeys(("rows meant", "rows to be refused", "merged"), 0)

    @hypothesis.seed(seed)
    @settings(max_examples=count, deadline=None, database=None, derandomize=False, phases=(Phase.generate,),
              suppress_health_check=list(HealthCheck))
    @hypothesis.given(table=tables(ending, lambda: next(numbers)), style=styles,
                      choice=st.sampled_from((Choice.GOOD_ROWS, Choice.GOOD_ROWS, Choice.ALL, Choice.DRY)))
    def one(table: Table, style: Style, choice: Choice) -> None:
        write(file, table, style)
        imports, store = place.imports()
        wrong = place.tally.one(imports, store, table.kind, file, choice) or wrongly_taken(store, table, choice)
        facts["rows meant"] += sum(row.good for row in table.records())
        facts["rows to be refused"] += sum(not row.good for row in table.records())
        facts["merged"] += len(table.merges)
        if wrong:
            try:
                told = "; ".join(map(str, imports.run(table.kind, file, choice=Choice.DRY).lines[:4]))
            except Exception as error:
                told = str(error)
            place.tally.failures.append(f"table {place.made} of seed {seed}, {choice.value}: {wrong}; it said: {told}; "
                                        f"{style}; {table}")

    try:
        one()
    finally:
        place.close()
        if place.reader is not None:
            place.reader.stop()
    return Outcome(place.made, tuple(place.tally.failures), {**place.tally.facts, **facts})


def _books(count: int, seed: int, folder: Path) -> Outcome:
    return _made(count, seed, folder, "xlsx")


def _csv_files(count: int, seed: int, folder: Path) -> Outcome:
    return _made(count, seed, folder, "csv")


def _careless(count: int, seed: int, folder: Path) -> Outcome:
    """The same with codes that lose their leading zeros, as a spreadsheet loses them."""
    with mock.patch.object(convert, "plain_number", lambda cell: convert.as_text(cell).lstrip("0'")):
        return _made(count, seed, folder, "csv")


TARGET = "0 crashes, 0 partial imports, every row taken as it was meant or refused"
TRIALS = (Trial("T23", "made workbooks imported", TARGET, 25, 3000, _books),
          Trial("T23", "made csv files imported", TARGET, 25, 3000, _csv_files),
          Trial("T23", "made tables read without care", "what was meant is missed", 12, 50, _careless, control=True))
