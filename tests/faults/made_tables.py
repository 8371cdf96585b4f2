"""Whole tables of made cells: columns in any order and heading, merged cells, empty rows, and what stands around."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from tests.faults.made_cells import (
    EMPTY,
    REFUSED,
    WIDE,
    Cell,
    Draw,
    Formula,
    Make,
    chance,
    choice,
    client,
    code,
    day,
    id_number,
    lines,
    money,
    name,
    one_of,
    percent,
    phone,
    post,
    scaled,
    words,
    yes_or_no,
)


@dataclass(frozen=True)
class Row:
    """One row below the headings. means: field -> what it says; None for a row that is no record."""

    cells: tuple[Cell, ...]
    means: dict[str, Any] | None = None
    good: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Table:
    """A table to be written. merges: (column, first row, last row), by position in rows."""

    kind: str
    above: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    merges: tuple[tuple[int, int, int], ...] = ()

    def records(self) -> list[Row]:
        """The rows that mean a record, good or not."""
        return [row for row in self.rows if row.means is not None]


@dataclass(frozen=True)
class Column:
    """A field and how it is headed. may_lack: its column may be absent."""

    key: str
    headings: tuple[str, ...]
    make: Make
    required: bool = False
    may_lack: bool = True


def columns_of(kind: str, draw: Draw) -> tuple[Column, ...]:
    """The columns of a record type, without the code."""
    remarks = Column("remarks", ("备注", "说明", "Remarks"), lines)
    if kind == "staff":
        return (
            Column("name", ("姓名", "名字", "Full name"), name, True, False),
            Column("phone", ("手机号", "联系电话", "Mobile phone"), phone, True, False),
            Column("id_no", ("身份证号码", "证件号", "ID number"), id_number),
            Column("birth_date", ("出生日期", "出生年月", "Birth date"), day(date(1950, 1, 1), date(2004, 1, 1)), True),
            Column("hired_on", ("入职日期", "到岗日期", "Joined on"), day(date(2021, 1, 1), date(2026, 11, 1)), True,
                   False),
            Column("gender", ("性别", "Gender"), choice(("male", "Male"), ("female", "Female"))),
            Column("education", ("学历", "文化程度"), choice(("college", "College"), ("primary", "Primary school"))),
            Column("post_id", ("岗位", "职务", "Post"), post, True, False),
            Column("school", ("School",), words(200)), Column("level", ("Level",), words(40)),
            Column("eligible_rehire", ("May be hired again",), yes_or_no), remarks)
    if kind == "course":
        return (
            Column("name", ("课程名称", "名称", "Name"), words(300), True, False),
            Column("category", ("Category",), choice(("safety", "Safety rules"), ("drill", "Emergency drill")), True,
                   False),
            Column("phase", ("Phase",), choice(("pre_job", "Before the job"), ("on_job", "On the job")), True, False),
            Column("hours_x10", ("Hours",), scaled(1, 9999), True, False),
            Column("cycle_months", ("Repeat after (months)", "Repeat after"), scaled(0, 120)),
            Column("pass_mark", ("Pass mark (%)", "Pass mark"), percent(draw(st.booleans()))), remarks)
    return (
        Column("client_id", ("客户", "甲方", "Client"), client, True, False),
        Column("starts_on", ("From",), day(date(2020, 1, 1), date(2023, 12, 31)), True, False),
        Column("ends_on", ("To",), day(date(2024, 1, 1), date(2030, 12, 31)), True, False),
        Column("renewal_notice_days", ("Renewal notice", "Renewal notice (days)"), scaled(0, 365), True, False),
        Column("amount_month", ("Amount per month", "Amount per month（元）"), money),
        Column("payment_basis", ("Payment basis",), words(200)), remarks)


STRANGE = ("䶮㛃𬱖", "血型", "", " ", "=1+1", "长" * 300, "2024", "合计数", "身高(cm)", "<b>", "?", "\u3000", "a\nb")
JUNK: tuple[Any, ...] = ("", None, "x", 0, -1.5, 1e300, True, "=1+1", "合计", "#REF!", "𬱖" * 300, "'", '"', "a,b;c\td",
                         "NaN", Formula("#N/A"), Formula(""), Formula(7), datetime(2024, 2, 29, 23, 59), "\u202e",
                         "http://x.invalid", "1.1E+17", 110101199003070000)


def heading_of(draw: Draw, text: str) -> str:
    """A heading with what people add to it."""
    style = draw(st.integers(0, 9))
    if style == 0:
        return "*" + text
    if style == 1:
        return text + "(必填)" if "(" not in text and "（" not in text else text
    if style == 2:
        return f" {text} "
    if style == 3:
        return text.upper()
    if style == 4:
        return text.replace(" ", "\n") + ":"
    if style == 5 and text.isascii() and "(" not in text:
        return text.translate({**WIDE, 0x20: 0x3000})
    return text


@st.composite
def tables(draw: Draw, ending: str, numbers: Callable[[], int]) -> Table:
    """A table of one of the record types.

    Args:
        numbers: gives a number that no row had before.
    """
    book = ending == "xlsx"
    kind = one_of(draw, "staff", "staff", "course", "contract")
    columns = [one for one in columns_of(kind, draw) if not (one.may_lack and chance(draw, 3))]
    columns = draw(st.permutations([Column("code", ("编号", "编码", "Code"), code(0), True, False), *columns]))
    slots: list[Column | str] = [*columns]
    for _ in range(draw(st.integers(0, 2))):
        slots.insert(draw(st.integers(0, len(slots))), str(one_of(draw, *STRANGE)))
    if chance(draw, 3):
        slots.insert(0, "序号")
    headings = [heading_of(draw, one_of(draw, *slot.headings)) if isinstance(slot, Column) else slot for slot in slots]
    if chance(draw, 4):     # the same heading once more, further right, means nothing
        place = slots.index(one_of(draw, *columns))
        slots.append("again")
        headings.append(headings[place])
    rows: list[Row] = []
    for position in range(draw(st.integers(1, 6))):
        if chance(draw, 6):
            rows.append(Row(tuple(Cell(one_of(draw, None, "", " ", "\u3000"), None) for _ in slots)))
        rows.append(_row(draw, book, slots, position, numbers()))
    merges: tuple[tuple[int, int, int], ...] = ()
    if book and chance(draw, 3):
        rows, merges = _merged(draw, slots, rows)
    rows = [_judged(kind, slots, row) for row in rows]
    if "序号" in slots and chance(draw, 3):      # numbered ahead, not filled in yet
        rows.append(Row(tuple(Cell(99 if book else "99", None) if slot == "序号" else EMPTY for slot in slots)))
    rows += [row for row in _below(draw, slots) if chance(draw, 4)]
    above = draw(st.lists(st.sampled_from((("2026 年名单",), (), ("", "单位：", "洁安"), ("䶮㛃𬱖",))), max_size=3))
    return Table(kind, tuple(above), tuple(headings), tuple(rows), merges)


def _row(draw: Draw, book: bool, slots: Sequence[Column | str], position: int, number: int) -> Row:
    cells: list[Cell] = []
    careful = not chance(draw, 3)
    for slot in slots:
        if slot == "序号":
            cells.append(Cell(position + 1 if book else str(position + 1), None))
        elif isinstance(slot, str):
            cells.append(junk(draw, book))
        elif slot.key == "code":
            cells.append(code(number)(draw, book))
        elif chance(draw, 4) and not (slot.required and careful):
            cells.append(Cell(one_of(draw, None, "", " ", "\u3000"), None))
        elif book and not careful and chance(draw, 12):
            cells.append(Cell(Formula(one_of(draw, "#N/A", "#REF!", "#DIV/0!", "")), REFUSED))
        else:
            cell = slot.make(draw, book)
            for _ in range(9 if careful else 0):
                cell = slot.make(draw, book) if cell.meant == REFUSED else cell
            cells.append(cell)
    return Row(tuple(cells), {})


def junk(draw: Draw, book: bool) -> Cell:
    """Anything, in a column that nobody reads."""
    put = one_of(draw, *JUNK)
    if not book and (isinstance(put, (Formula, datetime))):
        put = "x"
    return Cell(put if book or put is None else str(put), None)


def _merged(draw: Draw, slots: Sequence[Column | str],
            rows: list[Row]) -> tuple[list[Row], tuple[tuple[int, int, int], ...]]:
    """Rows of which some show the value of the first beside them."""
    able = [place for place, slot in enumerate(slots) if isinstance(slot, Column) and slot.key not in ("code", "id_no")]
    place, first = one_of(draw, *able), draw(st.integers(0, len(rows) - 1))
    last = min(len(rows) - 1, first + draw(st.integers(1, 3)))
    if first == last or rows[first].means is None:
        return rows, ()
    value = rows[first].cells[place]
    if value.put in (None, "", " ") or isinstance(value.put, Formula):
        return rows, ()
    below = replace(value, put=None)
    made = [replace(row, cells=(*row.cells[:place], value if number == first else below, *row.cells[place + 1:]))
            if first <= number <= last and row.means is not None else row for number, row in enumerate(rows)]
    return made, ((place, first, last),)


def _judged(kind: str, slots: Sequence[Column | str], row: Row) -> Row:
    """The row with what it means as a whole."""
    if row.means is None:
        return row
    cells = {slot.key: cell for slot, cell in zip(slots, row.cells, strict=True) if isinstance(slot, Column)}
    means = {key: cell.meant for key, cell in cells.items()}
    if kind == "staff":
        _say_more(means)
    needed = {slot.key for slot in slots if isinstance(slot, Column) and slot.required} | (
        {"birth_date"} if kind == "staff" else set())
    good = not any(value == REFUSED for value in means.values()) and all(means.get(key) is not None for key in needed)
    return replace(row, means=means, good=good, sure=all(cell.sure for cell in cells.values()))


def _say_more(means: dict[str, Any]) -> None:
    """What a resident's number says where the row says nothing else."""
    number = means.get("id_no")
    if number and number != REFUSED:
        if means.get("birth_date") is None:
            means["birth_date"] = datetime.strptime(number[6:14], "%Y%m%d").date()
        if means.get("gender") is None:
            means["gender"] = "male" if int(number[16]) % 2 else "female"


def _below(draw: Draw, slots: Sequence[Column | str]) -> list[Row]:
    """What stands below a table and is no record."""
    rest = (EMPTY,) * (len(slots) - 1)
    total = (Cell(draw(st.integers(1, 99)), None), *rest[1:]) if rest else ()
    return [Row((Cell(one_of(draw, "合计", "总 计：", "Total"), None), *total)),
            Row((Cell(one_of(draw, "制表人：张三", "审核: 李四"), None), *rest))]
