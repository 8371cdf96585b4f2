"""Cells as offices write them, made by hypothesis: what a cell means is drawn first, then how it is written.

So the trial knows what a row means without reading the file. No import of the program's reading code here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

REFUSED = "(to be refused)"
"""What a cell means that must not be taken; no cell means this text."""

Draw = Callable[[st.SearchStrategy[Any]], Any]

RARE = "䶮㛃𬱖𠮷"
HAN = "张王李赵伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英" + RARE
WORDS = ("保洁", "A座", "b", "é", "Ω", "①", "㎡", "1,2", "3;4", '"', '""', "'", "|", "a\\b", "<i>", "&amp;", "{x}",
         "%s", "=1+1", "-", "_x0041_", "#N/A", "TRUE", "😀", "—", "。", "12.5", "2024", *RARE)
GAPS = (" ", "  ", "\u3000", "\xa0", "\t", "\n", " \u3000 ")
ENDS = ("", "", "", " ", "\u3000", "\xa0 ", "\n")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
DAY_SHAPES = ("yyyy-mm-dd", "yyyy/m/d", "d/m/yyyy", "m/d/yy", '[$-804]yyyy"年"m"月"d"日"', "dd mmm yyyy", "mmm-yy",
              "yyyy-mm-dd hh:mm", "[$-F800]dddd, mmmm dd, yyyy", "yyyymmdd")
NO_DAYS = ("3/4/2024", "04-03-24", "2024-02-30", "2024-13-01", "2024", "去年", "2024-3", "44年3月5日", "—",
           "0000-00-00", "2999-01-01", "20240230")


@dataclass(frozen=True)
class Formula:
    """A formula with the result that the spreadsheet stored; "": it stored none."""

    result: str | int | float


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        put: as it is written; "" and None leave it empty.
        meant: the plain value of the field, None when it says nothing, or REFUSED.
        sure: False where a cautious program may refuse it.
        shape: number format in a workbook.
    """

    put: str | int | float | bool | datetime | Formula | None
    meant: Any
    sure: bool = True
    shape: str = ""


EMPTY = Cell(None, None)
Make = Callable[[Draw, bool], Cell]
"""(draw, whether it is for a workbook) -> cell."""


# ------------------------------------------------------------ one cell of each kind

def one_of(draw: Draw, *choices: Any) -> Any:
    """One of these."""
    return draw(st.sampled_from(choices))


def chance(draw: Draw, of: int) -> bool:
    """True once in so many times."""
    return bool(draw(st.integers(1, of)) == of)


def around(draw: Draw, text: str) -> str:
    """The text with something unseen before or after it."""
    return str(one_of(draw, *ENDS)) + text + str(one_of(draw, *ENDS))


def result(draw: Draw, book: bool, cell: Cell) -> Cell:
    """In a workbook now and then the stored result of a formula; xlsxwriter does not escape _x0041_ in one."""
    if not book or isinstance(cell.put, bool) or "_x0" in str(cell.put):
        return cell
    if isinstance(cell.put, (str, int, float)) and chance(draw, 8):
        return replace(cell, put=Formula(cell.put))
    return cell


def words(most: int) -> Make:
    """A line of words."""
    def make(draw: Draw, book: bool) -> Cell:
        said = draw(st.lists(st.sampled_from(WORDS) | st.text(HAN, min_size=1, max_size=6), min_size=1, max_size=5))
        if chance(draw, 12):
            said = [str(one_of(draw, "长", RARE[2], "w")) * one_of(draw, most, most, most + 1)]
        if not book and said[0].startswith("'"):     # the mark that our own csv files put before a formula
            return Cell("'=1+1", "=1+1")
        text = " ".join(said)
        if len(text) > most:
            return Cell(text, REFUSED)
        if len(said) == 1 and text in ("12.5", "2024"):
            return result(draw, book, Cell(float(text) if book and chance(draw, 2) else text, text))
        gaps = [one_of(draw, *GAPS) for _ in said[1:]]
        written = said[0] + "".join(gap + word for gap, word in zip(gaps, said[1:], strict=True))
        return result(draw, book, Cell(around(draw, written), text))

    return make


def lines(draw: Draw, book: bool) -> Cell:
    """A text of several lines."""
    said = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    text = "\n".join(said)
    if text.startswith("'"):
        text = "备注" + text
    return Cell(around(draw, text.replace("\n", one_of(draw, "\n", "\r\n"))), text)


def name(draw: Draw, book: bool) -> Cell:
    """A person's name."""
    kind = draw(st.integers(0, 9))
    if kind < 6:
        text = draw(st.text(HAN, min_size=2, max_size=4))
        gap = one_of(draw, "", "", "", " ", "\u3000", "  ", "\xa0")
        return result(draw, book, Cell(around(draw, gap.join(text)), text))
    if kind < 8:
        text = str(one_of(draw, "Anna Li", "O'Neil", "Zoë Müller-Lüdenscheidt", "阿依古丽·买买提"))
        wide = text.isascii() and "'" not in text and chance(draw, 3)
        return Cell(around(draw, text.translate({**WIDE, 0x20: 0x3000}) if wide else text.replace(" ", "  ")), text)
    text = str(one_of(draw, *RARE, "长")) * one_of(draw, 300, 300, 301)
    return Cell(text, text if len(text) <= 300 else REFUSED)


def code(number: int) -> Make:
    """A code that no other row has."""
    def make(draw: Draw, book: bool) -> Cell:
        style = draw(st.integers(0, 6))
        text = f"E{number:07d}" if style < 3 else f"{number:09d}" if style < 5 else f"{number}"
        if style == 6 and book:
            return result(draw, book, Cell(float(number) if chance(draw, 2) else number, text))
        if chance(draw, 6):
            text_put: str = text.translate(WIDE)
        elif chance(draw, 8):
            text_put = "'" + text
        else:
            text_put = text
        return result(draw, book, Cell(around(draw, text_put), text))

    return make


def day(first: date, last: date) -> Make:
    """A day, in every way that is written."""
    def make(draw: Draw, book: bool) -> Cell:
        meant = draw(st.dates(first, last))
        year, month, number = meant.year, meant.month, meant.day
        texts = (meant.isoformat(), f"{year}/{month}/{number}", f"{year}.{month}.{number}",
                 f"{year}年{month}月{number}日", f"{year}年{month:02d}月{number:02d}日", f"{meant:%Y%m%d}",
                 f"{meant} 00:00:00", f"{meant}T08:30",
                 f"{year} - {month} - {number}", f"{year}-{month}-{number}".translate(WIDE))
        style = draw(st.integers(0, 9))
        if style == 9:
            return Cell(one_of(draw, *NO_DAYS), REFUSED)
        if not book or style < 4:
            return result(draw, book, Cell(around(draw, one_of(draw, *texts)), meant))
        moment = datetime(year, month, number)
        if style < 8:
            later = one_of(draw, timedelta(0), timedelta(0), timedelta(hours=14, minutes=30))
            return Cell(moment + later, meant, shape=one_of(draw, *DAY_SHAPES))
        if chance(draw, 2):
            return Cell(int(f"{meant:%Y%m%d}"), meant)
        return result(draw, book, Cell((meant - date(1899, 12, 30)).days, meant))

    return make


def _check_digit(digits: str) -> str:
    """GB 11643, from the standard."""
    return "10X98765432"[sum(int(one) * 2**(17 - place) for place, one in enumerate(digits)) % 11]


def id_number(draw: Draw, book: bool) -> Cell:
    """A resident's number; what a spreadsheet has cut, or is wrong, is to be refused."""
    born = draw(st.dates(date(1960, 1, 1), date(2004, 12, 31)))
    digits = f"330106{born:%Y%m%d}{draw(st.integers(1, 998)):03d}"
    text = digits + _check_digit(digits)
    style = draw(st.integers(0, 11))
    if style == 0:
        return Cell(int(digits + "0") if book else f"{float(digits + '0'):.11E}".replace("E", "E"), REFUSED)
    if style == 1:
        wrong = digits + ("1" if text[17] != "1" else "2")
        return Cell(one_of(draw, wrong, text[:17], text + "1", text[:15] + "000"), REFUSED)
    put = {2: text.lower(), 3: f"{text[:6]} {text[6:14]} {text[14:]}", 4: f"{text[:6]}-{text[6:14]}-{text[14:]}",
           5: text.translate(WIDE), 6: "'" + text, 7: "\u200e" + text + "\u202c", 8: text.replace("X", "ｘ")
           }.get(style, text)
    if text.endswith("000"):
        return Cell(put, REFUSED)
    return result(draw, book, Cell(around(draw, put), text))


def phone(draw: Draw, book: bool) -> Cell:
    """A phone number."""
    text = f"1{draw(st.integers(3 * 10**9, 10**10 - 1))}"
    style = draw(st.integers(0, 5))
    if style == 0 and book:
        return result(draw, book, Cell(int(text), text))
    if style == 1:
        return Cell(text.translate(WIDE), text)
    if style == 2:
        return Cell(around(draw, "0571-88888888"), "0571-88888888")
    if style == 3:
        return Cell(f"{text[:3]} {text[3:7]} {text[7:]}", f"{text[:3]} {text[3:7]} {text[7:]}")
    return Cell(around(draw, ("'" if style == 4 else "") + text), text)


def choice(*choices: tuple[str, str]) -> Make:
    """One of the choices: (value, English label)."""
    def make(draw: Draw, book: bool) -> Cell:
        value, label = one_of(draw, *choices)
        put = str(one_of(draw, value, label, label.upper(), label.translate({**WIDE, 0x20: 0x3000}), "不在其中的一种"))
        if put == "不在其中的一种":
            return Cell(put, REFUSED)
        return result(draw, book, Cell(around(draw, put), value))

    return make


def post(draw: Draw, book: bool) -> Cell:
    """A post by its code or name; two are called 巡查员, one 东区 巡逻 and another 东区巡逻."""
    put, meant = one_of(draw, ("P1", "P1"), ("Ｐ１", "P1"), ("保洁员", "P1"), ("保 洁 员", "P1"), ("P 2", "P 2"),
                        ("P\u30002", "P 2"), ("东区 巡逻", "P5"), ("䶮工", "P 2"), ("巡查员", REFUSED),
                        ("没有的岗位", REFUSED))
    return result(draw, book, Cell(around(draw, put), meant))


def yes_or_no(draw: Draw, book: bool) -> Cell:
    """A tick."""
    put, meant = one_of(draw, ("是", True), ("否", False), ("√", True), ("×", False), ("Y", True), ("no", False),
                        ("１", True), ("0", False), ("也许", REFUSED), ("TRUE", True), ("FALSE", False))
    if book and meant is not REFUSED and chance(draw, 3):
        return Cell(bool(meant), meant)
    if book and put in ("１", "0"):
        return Cell(int(put), meant)
    return Cell(around(draw, put), meant)


def scaled(digits: int, most: int) -> Make:
    """A number kept as a whole number of 10**-digits."""
    def make(draw: Draw, book: bool) -> Cell:
        meant = draw(st.integers(0, most))
        text = f"{meant / 10**digits:.{digits}f}" if digits else str(meant)
        style = draw(st.integers(0, 9))
        if style == 0:
            finer = f"{text}55" if digits else f"{text}.55"
            return Cell(one_of(draw, "约 3", "—", "12_000", "1e400", "1.2.3", "NaN", "-5", finer), REFUSED)
        if book and style < 5:
            value = meant / 10**digits if digits else meant
            shown = one_of(draw, value, value, value * 1.0, value + 1e-9 if digits else value)
            return result(draw, book, Cell(shown, meant, shape=one_of(draw, "", "0.00", "#,##0.00")))
        put = str(one_of(draw, text, text.translate(WIDE), f"{float(text):,}".removesuffix(".0"), text + " "))
        return Cell(around(draw, put), meant)

    return make


def money(draw: Draw, book: bool) -> Cell:
    """An amount in cents."""
    plain = scaled(2, 10**9)(draw, book)
    if isinstance(plain.put, str) and plain.meant is not REFUSED and chance(draw, 2):
        text = f"{plain.meant / 100:,.2f}"
        return replace(plain, put=one_of(draw, f"¥{text}", f"￥ {text}", f"{text}元", f"{text} 元"))
    if chance(draw, 10):
        return Cell("1.25万", 1_250_000)
    return plain


def percent(fractions: bool) -> Make:
    """A mark; fractions: the column is formatted in per cent."""
    def make(draw: Draw, book: bool) -> Cell:
        meant = draw(st.integers(20, 1000))
        if book and fractions:
            return Cell(meant / 1000, meant, shape="0.0%")
        if book and chance(draw, 2):
            return Cell(meant / 10, meant)
        return Cell(one_of(draw, f"{meant / 10}%", f"{meant / 10}", f"{meant / 10} %"), meant)

    return make


def client(draw: Draw, book: bool) -> Cell:
    """The one client."""
    put, meant = one_of(draw, ("C1", "C1"), ("蓝海园区", "C1"), ("Ｃ１", "C1"), ("没有的客户", REFUSED))
    return Cell(around(draw, put), meant)
