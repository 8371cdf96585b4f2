"""Real sheets: titles above the headings, counting columns, totals and signatures below."""

import pytest

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Cell, Sheet
from laborqa_desktop.exchange.layout import find_table, plain_heading


def sheet(*rows: list[Cell], merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()) -> Sheet:
    return Sheet("名单", list(rows), range(1, len(rows) + 1), merged)


def test_title_counter_total_and_signature() -> None:
    table = find_table(sheet(
        ["2026 年 5 月人员名单", None, None, None],
        ["单位:某某公司", None, None, None],
        ["序号", "姓 名", "工资\uff08元\uff09", None],
        [1, "张三", 3000, None],
        [None, None, None, None],
        [2, "李四", 3200, None],
        ["合 计", None, 6200, None],
        ["制表人\uff1a王五", None, "审核:", None],
        merged=(((0, 0), (0, 3)),),
    ))
    assert table.heading_row == 3
    assert table.headings == ("序号", "姓 名", "工资\uff08元\uff09")
    assert table.counters == {"序号"}
    assert table.rows == [[1, "张三", 3000], [2, "李四", 3200]]
    assert table.numbers == [4, 6]
    assert [(out.row, str(out.reason)) for out in table.left_out] == [
        (7, "a row of totals"), (8, "a line for signatures below the table")]


def test_rows_numbered_ahead_are_left_out() -> None:
    table = find_table(sheet(["序号", "姓名", "电话"], [1, "张三", None], [2, " ", None], [3, None, "1380"],
                             [4, None, None], ["合计", 2, None]))
    assert table.rows == [[1, "张三", None], [3, None, "1380"]]
    assert table.numbers == [2, 4]
    assert [(left.row, str(left.reason)) for left in table.left_out] == [
        (3, "a running number and nothing else"), (5, "a running number and nothing else"), (6, "a row of totals")]


def test_numbers_alone_are_records_where_there_is_nothing_else() -> None:
    assert find_table(sheet(["No."], [1], [2])).rows == [[1], [2]]


def test_known_headings_win_over_the_first_wide_row() -> None:
    table = find_table(sheet(["a", "b", "c"], ["姓名", "工号", "x"], ["张三", "1", "y"]), ["姓名", "工号"])
    assert table.heading_row == 2


def test_named_heading_row_is_taken() -> None:
    assert find_table(sheet(["a", "b"], ["c", "d"], ["e", "f"]), heading_row=2).headings == ("c", "d")


def test_a_shop_called_total_is_a_record() -> None:
    table = find_table(sheet(["name", "address"], ["Total", "1 Main St"], ["Total", 17]))
    assert [row[0] for row in table.rows] == ["Total"]
    assert table.left_out[0].row == 3


def test_headings_alike_or_missing_are_told_apart() -> None:
    assert find_table(sheet(["a", "a", None], ["x", "y", "z"])).headings == ("a", "a (2)", "C")


def test_cells_merged_downwards_count_for_each_row() -> None:
    table = find_table(sheet(["部门", "姓名"], ["保洁部", "张三"], [None, "李四"], ["保安部", "王五"],
                             merged=(((1, 0), (2, 0)),)))
    assert [row[0] for row in table.rows] == ["保洁部", "保洁部", "保安部"]


def test_rows_of_a_single_column() -> None:
    assert find_table(sheet(["name"], ["x"])).rows == [["x"]]


def test_empty_sheet_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="名单"):
        find_table(sheet())


@pytest.mark.parametrize("heading", ["姓名", " 姓 名*", "姓名\uff1a", "\uff08姓\u3000名\uff09", "姓\n名"])
def test_plain_headings(heading: str) -> None:
    assert plain_heading(heading) == "姓名"
