"""Holes that attack trials found, each kept shut. What a child process does is called here without one."""

import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange import limits, packing, sheets, workbook
from laborqa_desktop.exchange.cells import Broken, Cell, Sheet
from laborqa_desktop.exchange.convert import Bad, Reading, converter
from laborqa_desktop.exchange.csvfile import parse
from laborqa_desktop.exchange.dates import DateReader
from laborqa_desktop.exchange.files import name_of
from laborqa_desktop.exchange.layout import find_table, without_brackets
from laborqa_desktop.exchange.mapping import load
from laborqa_desktop.exchange.packing import Unfit
from laborqa_desktop.exchange.patterns import may_run_away
from laborqa_desktop.exchange.sheet_scan import scan
from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.text import N_
from tests.faults.hostile import MAIN, bare, text_cell

LABEL = N_("Staff", "Full name")


def answer(tmp_path: Path, data: bytes) -> workbook.Answer:
    (tmp_path / "a.xlsx").write_bytes(data)
    return workbook.answer(tmp_path / "a.xlsx")


def rows_of(tmp_path: Path, data: bytes) -> list[list[Cell]]:
    reason, found = answer(tmp_path, data)
    assert reason == "sheets"
    return found[0][1]


def sheet(rows: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}" xmlns:x-y.z="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


# ------------------------------------------------------------ cells far out, however they are written


@pytest.mark.parametrize("cell", [
    '<c r="xfd1048576"><v>1</v></c>', "<c r='XFD1048576'><v>1</v></c>", '<c x=">" r="XFD1048576"><v>1</v></c>',
    '<x-y.z:c r="XFD1048576"><x-y.z:v>1</x-y.z:v></x-y.z:c>', '<c s="1"\n\tr="XFD1048576"><v>1</v></c>',
    '<c r="A1"><v>1</v></c></row><row r="1048576"><c><v>1</v></c>', '<c r="&#88;FD1048576"><v>1</v></c>',
    '<c r="AAAAAA1"><v>1</v></c>', '<c r="A99999999"><v>1</v></c>', '<c r="GS1"><f>1+1</f></c>',
    '<c r="A200001" t="inlineStr"><is><t>x</t></is></c>'])
def test_no_spelling_of_a_far_cell_gets_through(cell: str) -> None:
    with pytest.raises(Unfit, match="wide"):
        scan(sheet(f'<row r="1">{cell}</row>'))


@pytest.mark.parametrize("cell", ['<c r="A0"><v>1</v></c>', '<c r="1A"><v>1</v></c>', '<c r=""><v>1</v></c>',
                                  '<c r="Ä1"><v>1</v></c>', '<c r="A²"><v>1</v></c>'])
def test_impossible_places_are_damage(cell: str) -> None:
    with pytest.raises(Unfit, match="damaged"):
        scan(sheet(f'<row r="1">{cell}</row>'))


def test_flaws_are_found_in_any_spelling() -> None:
    found = scan(sheet(
        "<row r='3'><x-y.z:c r='B3' t='e'><x-y.z:v>#N/A</x-y.z:v></x-y.z:c><c><f>1+1</f></c><c><f>1+1</f><v/></c>"
        "<c t='str'><f>1</f><v></v></c><c><f>1</f><v>7</v></c><c/></row>"
        "<row><c t='e'><f>x</f><v>#REF!</v></c></row>"))
    assert found == {(2, 1): Broken("#N/A"), (2, 2): Broken(), (2, 3): Broken(), (3, 0): Broken("#REF!")}


def test_merged_cells_over_and_over_are_damage(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "x")}</row><row r="9999">{text_cell("A9999", "x")}</row>'
    merged = "<mergeCells>" + '<mergeCell ref="A1:A9999"/>' * 1100 + "</mergeCells>"
    assert answer(tmp_path, bare(rows, after=merged))[0] == "damaged"


def test_one_long_text_repeated_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_BYTES", 10_000)
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 3))
    parts = {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{"x" * 9000}</t></si></sst>',
             "xl/_rels/workbook.xml.rels":
                 '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
                 '<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'}
    assert answer(tmp_path, bare(f"<row>{cells}</row>", more=parts))[0] == "large"


# ------------------------------------------------------------ the package


def lying(data: bytes, name: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """The file with the entry of that name changed in the table of contents."""
    changed = bytearray(data)
    at = changed.rindex(b"PK\x01\x02", 0, changed.rindex(name))
    change(changed, at)
    return bytes(changed)


def test_an_entry_that_says_it_is_smaller_is_unpacked_no_further(tmp_path: Path) -> None:
    def shrink(changed: bytearray, at: int) -> None:
        changed[at + 24:at + 28] = struct.pack("<I", 1000)

    text = random.Random(1).randbytes(300_000).hex()
    data = lying(bare(f'<row r="1">{text_cell("A1", text)}</row>'), b"xl/worksheets/sheet1.xml", shrink)
    assert answer(tmp_path, data)[0] == "damaged"


def test_the_spreadsheet_library_sees_what_was_checked(tmp_path: Path) -> None:
    harmless = bare(f'<row r="1">{text_cell("A1", "seen")}</row>', more={"xl/vbaProject.bin": b"x" * 60_000})
    path = tmp_path / "a.xlsx"
    path.write_bytes(harmless)
    with packing.opened(path) as package, zipfile.ZipFile(packing.repacked(workbook._parts(package, {}))) as clean:
        assert set(clean.namelist()) == {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                         "xl/worksheets/sheet1.xml"}
    assert rows_of(tmp_path, harmless) == [["seen"]]


@pytest.mark.parametrize("name", [
    "xl/WORKSHEETS/sheet1.xml", "xl\\worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml"])
def test_two_parts_of_one_name_are_damage(tmp_path: Path, name: str) -> None:
    assert answer(tmp_path, bare("<row/>", more={name: "<worksheet/>"}))[0] == "damaged"


def test_an_endless_table_of_contents_is_not_read(tmp_path: Path) -> None:
    contents = b"PK\x01\x02" + bytes(42)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 5, 5, len(contents) * 100_000, 4, 0)
    assert answer(tmp_path, b"PK\x03\x04" + contents * 100_000 + end)[0] == "large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused_in_every_part_and_encoding(tmp_path: Path, part: str, encoding: str) -> None:
    whole = tmp_path / "whole.xlsx"
    whole.write_bytes(bare(f'<row r="1">{text_cell("A1", "x")}</row>'))
    with zipfile.ZipFile(whole) as archive:
        text = archive.read(part).decode().partition("?>")
    evil = f'<?xml version="1.0" encoding="{encoding[:6]}"?><!DOCTYPE a [<!ENTITY b "c">]>{text[2] or text[0]}'
    mark = {"utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert answer(tmp_path, bare("", more={part: mark + evil.encode(encoding)}))[0] == "damaged"


# ------------------------------------------------------------ the child


def _abort(pipe: object, path: str) -> None:
    os.abort()


def _send_code(pipe: "workbook.Connection", path: str) -> None:
    pipe.send((os.path.join, []))


@pytest.mark.parametrize("child", [_abort, _send_code])
def test_a_child_that_dies_or_sends_code_becomes_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                            child: Callable[..., None]) -> None:
    (tmp_path / "a.xlsx").write_bytes(bare(""))
    monkeypatch.setattr(workbook, "work", child)
    with pytest.raises(UnreadableInput, match="more memory than is safe"):
        sheets.read_book(tmp_path / "a.xlsx")


def test_the_limits_for_windows_have_the_size_that_windows_expects() -> None:
    import ctypes

    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(limits.job_limits()) == 144


# ------------------------------------------------------------ csv files


@pytest.mark.parametrize("encoding", ["undefined", "idna", "hex", "a\0b", "名", "punycode", "x" * 300])
def test_strange_encodings_are_a_sentence(encoding: str) -> None:
    with pytest.raises(UnreadableInput, match="encoding"):
        parse("a.csv", "名,b\n".encode(), encoding)


def test_half_characters_of_utf_7_do_not_get_in() -> None:
    with pytest.raises(UnreadableInput, match=r"Line 2 .* utf-7"):
        parse("a.csv", b"a,b\n+2AA-,c\n", "utf-7")


@pytest.mark.parametrize("mark", ['"', "\n", ",,", "a", " "])
def test_only_a_mark_can_stand_between_columns(mark: str) -> None:
    with pytest.raises(UnreadableInput, match="cannot stand between"):
        parse("a.csv", b"a,b\n", "", mark)


@pytest.mark.parametrize("first", [b'sep="\n', b"sep=\n", b"sep=\r\n", b"sep=a\n", b"sep= \n"])
def test_a_stated_delimiter_that_is_none_is_ignored(first: bytes) -> None:
    assert len(parse("a.csv", first.replace(b'"', b"") + b"a,b\n1,2\n").sheets[0].rows[-1]) == 2


def test_a_million_empty_rows_count_only_when_another_follows() -> None:
    assert parse("a.csv", b"a,b\n1,2\n" + b",\n" * 250_000).sheets[0].rows == [["a", "b"], ["1", "2"]]
    with pytest.raises(UnreadableInput, match="200,000 rows"):
        parse("a.csv", b"a,b\n1,2\n" + b",\n" * 250_000 + b"3,4\n")


def test_a_row_without_end_is_not_gathered() -> None:
    with pytest.raises(UnreadableInput, match="200,000 rows"):
        parse("a.csv", b"a,b\n" + b'"\n",' * 1_300_000)


# ------------------------------------------------------------ texts that are slow to search, numbers nobody means


def test_long_texts_of_brackets_and_spaces_take_no_time() -> None:
    long = "(" * 130_000
    assert len(without_brackets(long)) <= 500
    assert DateReader().read("2026-1-1" + " " * 130_000 + "x") is None
    table = find_table(Sheet("", [["name", *[long] * 20], ["1"] * 21], range(1, 3)))
    assert all(len(heading) < 510 for heading in table.headings)


@pytest.mark.parametrize("text", ["1e999999万", "9e999998万", "-1e999999999", "sNaN", "Infinity万"])
def test_numbers_beyond_all_numbers_are_flaws(text: str) -> None:
    with pytest.raises(Bad):
        converter(Field("x", Kind.INT, LABEL), Reading())(text)


@pytest.mark.parametrize("text", ["0001-01-01", "0001-01-01 00:00", "9999-12-31T23:59-23:59", "1899-12-31 23:00"])
def test_moments_outside_the_centuries_are_flaws(text: str) -> None:
    with pytest.raises(Bad):
        converter(Field("x", Kind.MOMENT, LABEL), Reading())(text)


# ------------------------------------------------------------ mappings and names


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a*)*", "(a|aa)+", "((a|b)c)*", "(?:x{2,}y)+", "([ab]+,?){1,9}",
                                     "(a+)(b)+(c*)+"])
def test_patterns_that_could_take_for_ever_are_refused(pattern: str) -> None:
    assert may_run_away(pattern)


@pytest.mark.parametrize("pattern", [
    "", "a+b*", "(a+)b", r"^\s*([^\[]*[^\[\s])", r"\[\s*date:\s*([^\]]*?)\s*\]", r"(\d{4})-(\d+)", "(上|下)午",
    "(ab)+", r"\(a+\)+", "[(a+)]+", "(?P<day>[0-9]+)日"])
def test_usual_patterns_are_taken(pattern: str) -> None:
    assert not may_run_away(pattern)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"kind": "\\ud800", "fields": {}}'])
def test_mappings_that_nothing_can_hold_are_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no valid JSON"):
        load(text)


def test_a_name_that_the_system_could_not_read_is_shown_with_question_marks() -> None:
    assert name_of(Path("\udcd5\udcc5.csv")) == "??.csv"
