"""csv files in the encodings that are about, and with what breaks them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.csvfile import parse

TABLE = "姓名,备注\n张三,好\n"


@pytest.mark.parametrize(("encoding", "found"), [
    ("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("gb18030", "gb18030"),
])
def test_encoding_is_found_by_the_whole_file(encoding: str, found: str) -> None:
    book = parse("a.csv", TABLE.encode(encoding))
    assert book.encoding == found
    assert book.sheets[0].rows == [["姓名", "备注"], ["张三", "好"]]


def test_one_western_letter_far_down_decides() -> None:
    data = ("name\n" + "plain\n" * 5000 + "CAF\u00c9 X\n").encode("cp1252")
    book = parse("a.csv", data)
    assert book.encoding == "cp1252"
    assert book.sheets[0].rows[-1] == ["CAF\u00c9 X"]


def test_forced_encoding_that_does_not_fit_names_the_line() -> None:
    with pytest.raises(UnreadableInput, match=r"Line 2 .* utf-8"):
        parse("a.csv", b"a,b\n\xff,1\n", "utf-8")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimiter_is_found(mark: str) -> None:
    text = f'name{mark}address\n"Li, Wei"{mark}"1; Main St"\nZhang{mark}x\n'
    book = parse("a.csv", text.encode())
    assert book.delimiter == mark
    assert book.sheets[0].rows[1] == ["Li, Wei", "1; Main St"]


def test_open_quote_is_named_by_the_line_it_begins_in() -> None:
    with pytest.raises(UnreadableInput, match="Line 3:"):
        parse("a.csv", b'a,b\n1,2\n3,"open\n4,5\n6,7\n')


def test_quote_in_the_wrong_place_is_named() -> None:
    with pytest.raises(UnreadableInput, match="Line 2:"):
        parse("a.csv", b'a,b\n"x"y,2\n3,4\n')


def test_open_quote_in_a_large_file_is_named_too() -> None:
    with pytest.raises(UnreadableInput, match="Line 2:"):
        parse("a.csv", b'a,b\n1,"open\n' + b"some,text\n" * 50_000)


def test_line_numbers_count_lines_inside_cells() -> None:
    sheet = parse("a.csv", b'a,b\n"two\nlines",1\nx,2\n').sheets[0]
    assert list(sheet.numbers) == [1, 2, 4]


def test_zero_byte_is_named() -> None:
    with pytest.raises(UnreadableInput, match="line 2"):
        parse("a.csv", b"a,b\nx\0,1\n")


@given(st.binary(max_size=300) | st.text('",;\t\n\r\0ab姓', max_size=80).map(str.encode))
def test_any_bytes_become_rows_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        sheet = parse("a.csv", data).sheets[0]
        assert len(sheet.rows) == len(sheet.numbers)


def test_trailing_blank_rows_and_excels_hint_are_no_rows() -> None:
    assert parse("a.csv", b"sep=;\na;b\n1;2\n;\n;\n").sheets[0].rows == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(("text", "mark"), [
    ('编号,备注,名称\n1,"甲;乙\n丙;丁\n戊;己",一\n2,"甲;乙\n丙;丁",二\n', ","),
    ('编号;备注\n1;"甲, 乙, 丙"\n2;"丁, 戊, 己"\n3;"庚, 辛, 壬"\n', ";"),
    ("编号;金额;单价\n1;1,5;2,5\n2;1,5;2,5\n", ";"),
    ('2026 年名单\n\n编号\t"备注"\n1\t"a,b\nc,d\ne,f"\n2\tx\n', "\t"),
])
def test_marks_inside_texts_do_not_hide_the_delimiter(text: str, mark: str) -> None:
    assert parse("x.csv", text.encode()).delimiter == mark
