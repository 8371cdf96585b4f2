"""What is written is data, comes back as it was, and never half."""

import csv
import errno
import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from laborqa_desktop.errors import UserError
from laborqa_desktop.exchange import files
from laborqa_desktop.exchange.cells import Sheet
from laborqa_desktop.exchange.guess import guess, known_headings
from laborqa_desktop.exchange.layout import find_table
from laborqa_desktop.exchange.mapping import Mapping, Source
from laborqa_desktop.exchange.rows import prepare
from laborqa_desktop.exchange.sheets import read_book
from laborqa_desktop.exchange.write import OutColumn, export_csv, export_xlsx, write_rejects, write_template
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Kind
from laborqa_desktop.text import N_, english

HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "'=1", "{=1}",
    "http://example.org", "mailto:a@b", "1E5", "#REF!", "internal:Sheet1!A1",
]


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_xlsx(path, "=x[]", [OutColumn("=head")], [[text] for text in HOSTILE], english)
    sheet = openpyxl.load_workbook(path).active
    cells = [row[0] for row in sheet.iter_rows()]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.value.replace("_x000D_", "\r") for cell in cells[1:]] == HOSTILE


def test_csv_cells_are_guarded_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    export_csv(path, [OutColumn("text")], [[text] for text in HOSTILE], english)
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = [row[0] for row in csv.reader(file)][1:]
    assert not [text for text in written if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [row[0] for row in read_book(path).sheets[0].rows][1:] == HOSTILE


def test_numbers_dates_and_long_numbers_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    columns = [OutColumn("身份证", text=True), OutColumn("日期", Kind.DATE), OutColumn("元", Kind.MONEY),
               OutColumn("率", Kind.PERCENT), OutColumn("状态", Kind.CHOICE, labels={"a": N_("Enum", "Active")})]
    assert export_xlsx(path, "x", columns, [["110101199001011234", date(2026, 1, 2), 12345, 855, "a"]], english) == 1
    sheet = openpyxl.load_workbook(path).active
    row = sheet[2]
    assert row[0].value == "110101199001011234"
    assert row[0].number_format == "@"
    assert row[1].value.date() == date(2026, 1, 2)
    assert row[1].number_format == "yyyy-mm-dd"
    assert (row[2].value, row[3].value, row[4].value) == (123.45, 85.5, "Active")
    assert sheet.freeze_panes == "A2"


def test_rejects_are_mended_and_imported_again(tmp_path: Path) -> None:
    mapping = Mapping("site", {"code": Source("编号"), "name": Source("名称"), "opened_on": Source("开始")})
    rows: list[list[Any]] = [["编号", "名称", "开始", "其他"], ["007", "甲", date(2026, 1, 2), "=x"],
                             ["008", None, "不详", None]]
    table = find_table(Sheet("S", rows, range(1, 4)))
    done = prepare(table, mapping, record_type("site"), date(2026, 11, 23))
    path = tmp_path / "rejects.xlsx"

    assert write_rejects(path, table, [row for row in done.rows if row.flaws], english) == 1

    book = read_book(path)
    again = find_table(book.sheets[0], mapping.columns())
    assert again.headings[-2:] == ("Reason (not imported)", "Row")
    assert again.rows[0][0] == "008"
    assert "名称: this must be filled in" in str(again.rows[0][4])
    assert "开始: this is no date" in str(again.rows[0][4])
    assert again.rows[0][5] == 3
    assert len(prepare(again, mapping, record_type("site"), date(2026, 11, 23)).rows[0].flaws) == 2


@pytest.mark.parametrize("kind", ["staff", "site", "problem", "certificate"])
def test_template_is_read_as_an_empty_table_of_its_own_type(tmp_path: Path, kind: str) -> None:
    record = record_type(kind)
    path = tmp_path / "t.xlsx"
    write_template(path, record, english)
    table = find_table(read_book(path).sheets[0], known_headings(record, (english,)))
    assert table.heading_row == 3
    assert table.rows == []
    mapping = guess(record, table.headings, record_type)
    required = {field.key for field in record.fields if field.required and not field.read_only and not field.rows}
    assert required <= set(mapping.fields)


def test_template_has_drop_downs_and_text_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path, record_type("staff"), english)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    heads = {cell.value.rstrip(" *"): cell.column_letter for cell in sheet[3]}
    assert any(heads["Gender"] in str(each.sqref) for each in sheet.data_validations.dataValidation)
    for heading in ("ID number", "Mobile phone", "Employee no."):
        assert sheet.parent._cell_styles[sheet.column_dimensions[heads[heading]]._style.xfId] is not None
        assert sheet.column_dimensions[heads[heading]].number_format == "@"


@pytest.mark.parametrize("mark", ["~${}", ".~lock.{}#"])
def test_file_open_elsewhere_is_left_alone(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")
    (tmp_path / mark.format(path.name)).touch()
    with pytest.raises(UserError, match=r'save as "list \(2\).xlsx"'):
        files.replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        files.replace_file(path, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["list.xlsx"]
    assert path.read_bytes() == b"old"


def test_unwritable_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        files.replace_file(tmp_path / "none" / "a.xlsx", b"x")


def test_free_names_count_on(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    (tmp_path / "a (2).xlsx").touch()
    assert files.free_name(tmp_path / "a.xlsx").name == "a (3).xlsx"


def test_csv_is_utf8_with_mark(tmp_path: Path) -> None:
    export_csv(tmp_path / "a.csv", [OutColumn("姓名")], [["䶮"]], english)
    assert io.BytesIO((tmp_path / "a.csv").read_bytes()).read(3) == b"\xef\xbb\xbf"
