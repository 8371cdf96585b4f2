"""Files as people and attackers make them."""

import contextlib
import random
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from laborqa_desktop.errors import NotFound, UnreadableInput
from laborqa_desktop.exchange import packing, sheets
from laborqa_desktop.exchange.cells import Broken


def with_sheet(path: Path, rows: str, dimension: str = "A1") -> Path:
    """A workbook whose sheet holds exactly these rows of XML."""
    made = openpyxl.Workbook()
    made.save(path)
    kept = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                data = (
                    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
                ).encode()
            new.writestr(entry.filename, data)
    return kept.replace(path)


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_workbook_keeps_types_and_flags_broken_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名单")
    sheet.merge_range("A1:D1", "2026 年名单")
    sheet.write_row(1, 0, ["姓名", "入职", "在岗", "得分"])
    sheet.write_string(2, 0, "张\u3000三")
    sheet.write_datetime(2, 1, date(2026, 11, 22), book.add_format({"num_format": "yyyy/m/d"}))
    sheet.write_boolean(2, 2, True)
    sheet.write_formula(2, 3, "=1+1", None, 2)
    sheet.write_formula(3, 0, "=Z9", None, "#REF!")
    sheet.write_formula(3, 1, '=""', None, "")
    hidden = book.add_worksheet("hidden")
    hidden.write_string(0, 0, "lists")
    hidden.hide()
    book.close()

    read = sheets.read_book(path)

    assert [each.name for each in read.sheets] == ["名单"]
    assert read.sheets[0].merged == (((0, 0), (0, 3)),)
    assert read.sheets[0].rows[2] == ["张\u3000三", date(2026, 11, 22), True, 2]
    assert read.sheets[0].rows[3][0] == Broken("#REF!")
    assert read.sheets[0].numbers[3] == 4


def test_formula_without_stored_result_is_flagged(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.append(["a", "b"])
    made.active.append(["x", "=1+1"])
    made.save(tmp_path / "a.xlsx")

    rows = sheets.read_book(tmp_path / "a.xlsx").sheets[0].rows

    assert rows == [["a", "b"], ["x", Broken()]]


def test_cells_that_do_not_say_where_they_are(tmp_path: Path) -> None:
    rows = ('<row r="1"><c t="inlineStr"><is><t>h</t></is></c><c t="inlineStr"><is><t>k</t></is></c></row>'
            '<row r="2"><c t="e"><f>X</f><v>#N/A</v></c><c><v>5</v></c></row>')
    read = sheets.read_book(with_sheet(tmp_path / "a.xlsx", rows)).sheets[0].rows
    assert read == [["h", "k"], [Broken("#N/A"), 5]]


def test_million_trailing_empty_rows_are_ignored(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}" spans="1:2"><c r="A{n}" s="0"/></row>' for n in range(3, 1_000_003))
    rows = f'<row r="1">{text_cell("A1", "name")}</row><row r="2">{text_cell("A2", "x")}</row>{empty}'
    path = with_sheet(tmp_path / "a.xlsx", rows, "A1:B1048576")
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("xl/worksheets/sheet1.xml").file_size > 40_000_000
    assert sheets.read_book(path).sheets[0].rows == [["name"], ["x"]]


def test_wrong_stated_dimension_does_not_hide_rows(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 301))
    read = sheets.read_book(with_sheet(tmp_path / "a.xlsx", rows, "A1:A2")).sheets[0].rows
    assert len(read) == 300


@pytest.mark.parametrize("reference", ["XFD1048576", "A200001", "GS1", "XFD1"])
def test_cell_beyond_the_limits_is_refused(tmp_path: Path, reference: str) -> None:
    number = "".join(filter(str.isdigit, reference))
    rows = f'<row r="1">{text_cell("A1", "x")}</row><row r="{number}"><c r="{reference}"><v>1</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", rows)
    with pytest.raises(UnreadableInput, match="200,000 rows"):
        sheets.read_book(path)


def test_far_cell_without_its_place_is_refused_too(tmp_path: Path) -> None:
    rows = '<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'
    with pytest.raises(UnreadableInput, match="200,000 rows"):
        sheets.read_book(with_sheet(tmp_path / "a.xlsx", rows))


def test_few_values_far_apart_are_refused_before_they_take_memory(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="GR200000"><v>1</v></c></row>'
    with pytest.raises(UnreadableInput, match="nearly empty"):
        sheets.read_book(with_sheet(tmp_path / "a.xlsx", rows))


def test_tall_sheet_with_formatted_empty_columns_is_read(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="GR{n}" s="0"/></row>' for n in range(2, 60_000))
    path = with_sheet(tmp_path / "a.xlsx", f'<row r="1">{text_cell("A1", "x")}</row>{empty}')
    assert sheets.read_book(path).sheets[0].rows == [["x"]]


def test_zip_bomb_is_refused_without_unpacking(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/comments1.xml", b"\0" * 100_000_000)
    with pytest.raises(UnreadableInput, match="hundredfold"):
        sheets.read_book(path)


def test_too_many_parts_and_too_much_in_all(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(packing.MAX_ENTRIES + 1):
            archive.writestr(f"x/{number}", b"")
    with pytest.raises(UnreadableInput, match="too large"):
        sheets.read_book(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        + parts["xl/workbook.xml"].split(b"?>", 1)[-1]
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(UnreadableInput, match="damaged"):
        sheets.read_book(path)


def test_child_that_dies_becomes_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "TIME_LIMIT_S", 0.0)
    with pytest.raises(UnreadableInput, match="too long"):
        sheets.read_book(with_sheet(tmp_path / "a.xlsx", ""))


@pytest.mark.parametrize(("name", "data", "sentence"), [
    ("a.et", b"\xd0\xcf\x11\xe0", "save as xlsx"),
    ("a.xlsx", b"<html>", "damaged"),
    ("a.xlsx", b"PK\x03\x04nonsense", "damaged"),
    ("a.xls", b"\xd0\xcf\x11\xe0nonsense", "damaged"),
    ("a.pdf", b"%PDF", "not read"),
    ("a.xlsx", b"", "damaged"),
])
def test_files_that_are_no_spreadsheets(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableInput, match=sentence):
        sheets.read_book(tmp_path / name)


def test_mutated_workbooks_are_read_or_refused(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for number in range(50):
        made.active.append([f"name {number}", number, date(2026, 1, 1)])
    made.save(tmp_path / "a.xlsx")
    whole = (tmp_path / "a.xlsx").read_bytes()
    chance = random.Random(20261123)
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        (tmp_path / "b.xlsx").write_bytes(data[: chance.choice([len(data), len(data) - 400])])
        with contextlib.suppress(UnreadableInput):
            sheets.read_book(tmp_path / "b.xlsx")


def test_missing_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        sheets.read_book(tmp_path / "none.xlsx")
