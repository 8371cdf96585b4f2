import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.pasted import block


def test_tabs_line_ends_and_quoted_cells() -> None:
    sheet = block('姓名\t备注\r\n张三\t"第一行\n第二行 ""急"""\r\n\r\n李四\t\r\n')
    assert sheet.rows == [["姓名", "备注"], ["张三", '第一行\n第二行 "急"'], ["李四", None]]
    assert list(sheet.numbers) == [1, 2, 4]


def test_a_quote_that_quotes_nothing_stands_for_itself() -> None:
    assert block('"6 寸"盘\ta\n"b\tc\n5"x\t"ja"').rows == [['"6 寸"盘', "a"], ['"b', "c"], ['5"x', '"ja"']]


def test_our_own_guard_comes_off_and_id_numbers_stay_texts() -> None:
    assert block("'=1+1\t110101199001010015\t-5").rows == [["=1+1", "110101199001010015", "-5"]]


@pytest.mark.parametrize("text", ["", "\r\n\t\r\n", "  "])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no table on the clipboard"):
        block(text)


def test_more_than_a_sheet_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="200 columns"):
        block("\t".join("a" * 201))


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r'"), min_size=1, max_size=8).filter(
    lambda text: text.strip() != "" and not text.startswith('"'))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_excel_writes_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO()
    for row in rows:
        quoted = ['"' + cell.replace('"', '""') + '"' if "\t" in cell or "\n" in cell else cell for cell in row]
        out.write("\t".join(quoted) + "\r\n")
    read = block(out.getvalue()).rows
    assert read == rows


def test_what_csv_writers_quote_without_need_is_read_as_it_was_meant() -> None:
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerow(['sag "ja"', "b"])
    assert block(out.getvalue()).rows == [['sag "ja"', "b"]]
