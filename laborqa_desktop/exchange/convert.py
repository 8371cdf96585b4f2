"""From a cell to the plain value of a field (records/field.py names one per Kind), or to the reason why not."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from laborqa_desktop.exchange.cells import Broken, Cell, is_blank, shown
from laborqa_desktop.exchange.dates import FIRST_YEAR, LAST_YEAR, DateReader
from laborqa_desktop.exchange.layout import plain_heading
from laborqa_desktop.records.field import Field, Kind, Mask
from laborqa_desktop.text import N_, Text, Translate, english

MAX_TEXT = 20_000
LONG_NUMBER = 10**15
"""A number from here on has 16 digits or more; a spreadsheet keeps 15 of them."""

SCIENTIFIC = re.compile(r"\d([.]\d+)?[eE][+]?\d{1,3}")
LONG_DECIMAL = re.compile(r"\d{16,}[.]0*")
CUT_TEXT = re.compile(r"\d{15}000")
STARS = "***"
"""In a number that is masked: what a list or an export showed of it."""
QUOTES = "'\"`\u2018\u2019\u201c\u201d"
PEOPLE = frozenset({"person", "staff", "outsider"})
"""Record types whose names are those of people."""

HAN_NAME = re.compile(r"(?=.{3,9}$)[\u3400-\u9fff\U00020000-\U0003ffff]+( [\u3400-\u9fff\U00020000-\U0003ffff]+)+")
"""A person's name drawn apart; the spaces in other names are their own."""

WIDE = {0x3000: " ", 0xA0: " ", 0x2007: " ", 0x202F: " ", 0xFEFF: None, 0x200B: None,
        **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}}
CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
YES = frozenset({"是", "有", "对", "√", "✓", "✔", "y", "yes", "true", "1", "需要", "已", "t"})
NO = frozenset({"否", "无", "没有", "错", "×", "✗", "✘", "n", "no", "false", "0", "不需要", "未", "f", "x"})

CUT = N_("Import", "Excel cut this number; format the column as text and type the number again")
CUT_ENDING = N_("Import", "Excel cut this number, so that it ends in 000; format the column as text and type the "
                          "number again. If it really ends in 000, enter this person by hand")
MASKED = N_("Import", "this value was masked when it was copied; type it in full, or leave the column out")
LOST = N_("Import", "the formula has no stored result; open the file in Excel or WPS, save it and import it again")
ERROR_CELL = N_("Import", "the cell shows the error {code}")
NO_NUMBER = N_("Import", "this is no number")
NO_WHOLE = N_("Import", "this is no whole number")
NO_DATE = N_("Import", "this is no date; write it as 2026-11-22")
NO_MOMENT = N_("Import", "this is no date with a time; write it as 2026-11-22 14:30")
NO_YES = N_("Import", "write yes or no (是 or 否)")
NO_CHOICE = N_("Import", "not one of: {choices}")
TOO_LONG = N_("Import", "longer than {limit} characters")
TOO_EXACT = N_("Import", "more than {digits} {digits:digit|digits} after the point")


class Bad(Exception):
    """The cell cannot become a value of its field."""

    def __init__(self, reason: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason


Convert = Callable[[Cell], object]
"""A filled cell -> plain value. Raises Bad."""


@dataclass(frozen=True)
class Reading:
    """How the cells of one column are to be read.

    Attributes:
        dates: formats such as YYYYMMDD or M/D/YYYY; empty takes every unmistakable form.
        fractions: the numbers of the column are shares of 1, as a column formatted in per cent holds them.
        zone: of the library, for moments.
        languages: every language in which the label of a choice may be written, the user's own first.
        people: a name is a person's, so that 张 三 is 张三; 东区 食堂 stays.
    """

    dates: tuple[str, ...] = ()
    fractions: bool = False
    zone: str = "Asia/Shanghai"
    languages: tuple[Translate, ...] = (english,)
    people: bool = False


def narrow(text: str) -> str:
    """The text with full-width letters, digits and spaces made plain, and none at its ends."""
    return text.translate(WIDE).strip()


def clean(text: str) -> str:
    """A text as it is kept: no spaces at its ends, no control characters."""
    text = text.strip()
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROL).strip()
    return text


def person_name(text: str) -> str:
    """A name as people are called: 张 三 becomes 张三, Anna  Li becomes Anna Li."""
    text = " ".join(text.translate(WIDE).split())
    return text.replace(" ", "") if HAN_NAME.fullmatch(text) else text


def number(cell: Cell) -> Decimal:
    """The number in a cell or in its text: 1,234.5, ¥80, 12元, full-width digits.

    Raises:
        Bad: there is none.
    """
    if cell is None or isinstance(cell, (bool, date, time, timedelta, Broken)):
        raise Bad(NO_NUMBER)
    if isinstance(cell, (int, float)):
        if not abs(cell) <= LONG_NUMBER:
            raise Bad(NO_NUMBER)
        return Decimal(repr(cell))
    text = re.sub(r"^[¥\uffe5$€]|[,\s]", "", narrow(clean(cell))).removesuffix("元")
    factor = 10000 if text.endswith("万") else 1
    try:
        value = Decimal(text.removesuffix("万")) * factor
    except ArithmeticError as error:        # no number, or one with an exponent that nobody means
        raise Bad(NO_NUMBER) from error
    if not value.is_finite() or "_" in text or abs(value) > LONG_NUMBER:
        raise Bad(NO_NUMBER)
    return value


def scaled(cell: Cell, digits: int) -> int:
    """The number times 10**digits; what a computed cell has beyond that is rounded as the sheet shows it.

    Raises:
        Bad: no number, or a typed one with more digits than are kept.
    """
    value = number(cell) * 10**digits
    whole = value.quantize(Decimal(1), ROUND_HALF_UP)
    if value != whole and isinstance(cell, str):
        raise Bad(TOO_EXACT.of(digits=digits))
    if abs(whole) > LONG_NUMBER:
        raise Bad(NO_NUMBER)
    return int(whole)


def as_text(cell: Cell) -> str:
    """The cell as text; a number as it is read, an 18-digit one refused.

    Raises:
        Bad: a spreadsheet has already cut the number.
    """
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and abs(cell) >= LONG_NUMBER:
        raise Bad(CUT)
    return shown(cell)


def plain_number(cell: Cell) -> str:
    """A phone number or a code: narrowed, without what cannot be seen, and without Excel's leading apostrophe."""
    text = "".join(mark for mark in as_text(cell) if unicodedata.category(mark) != "Cf")
    return narrow(text).lstrip("'\u2018\u2019").strip()


def id_number(cell: Cell) -> str:
    """An ID number: digits of any script made plain, spaces, hyphens and what cannot be seen taken out, x made X.

    Raises:
        Bad: a spreadsheet has already cut the number (reliability.md 3.8). Cut as a text it ends in 000, and one in
            ten of those would pass the check digit.
    """
    text = unicodedata.normalize("NFKC", as_text(cell)).upper()
    text = "".join(str(unicodedata.decimal(mark, mark)) for mark in text
                   if mark not in ",\u2212" and unicodedata.category(mark)[0] not in "ZC"
                   and unicodedata.category(mark) != "Pd").strip(QUOTES)
    if SCIENTIFIC.fullmatch(text) or LONG_DECIMAL.fullmatch(text):
        raise Bad(CUT)
    if CUT_TEXT.fullmatch(text):
        raise Bad(CUT_ENDING)
    return text


def converter(field: Field, reading: Reading) -> Convert:
    """The function that turns filled cells into values of that field."""
    make = MAKERS.get(field.kind)
    if make is None:
        raise ValueError(f"{field.kind} is not imported from a cell")
    inner = make(field, reading)

    def convert(cell: Cell) -> object:
        if isinstance(cell, Broken):
            raise Bad(ERROR_CELL.of(code=cell.code) if cell.code else LOST)
        return inner(cell)

    return convert


def empty_value(kind: Kind) -> object:
    """What an empty cell becomes."""
    return "" if kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE) else None


def fractions_in(cells: Iterable[Cell]) -> bool:
    """Whether all numbers of a column lie between 0 and 1, as a column formatted in per cent stores them."""
    numbers = [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
    return bool(numbers) and all(0 <= value <= 1 for value in numbers)


def _text(field: Field, reading: Reading) -> Convert:
    limit = MAX_TEXT if field.kind is Kind.LONG_TEXT else min(field.max_length, MAX_TEXT)
    by_field: Callable[[Cell], str] = as_text
    if field.mask is Mask.ID:
        by_field = id_number
    elif field.mask is Mask.PHONE or field.kind is Kind.CODE:
        by_field = plain_number
    elif reading.people and (field.key == "name" or field.key.endswith("_name")):
        def by_field(cell: Cell) -> str:
            return person_name(as_text(cell))

    def convert(cell: Cell) -> str:
        text = by_field(cell)
        if field.mask is not None and STARS in text:
            raise Bad(MASKED)
        if len(text) > limit:
            raise Bad(TOO_LONG.of(limit=limit))
        if field.kind is not Kind.LONG_TEXT and SCIENTIFIC.fullmatch(text) and ("+" in text or "." in text):
            raise Bad(CUT)
        return text

    return convert


def _int(field: Field, reading: Reading) -> Convert:
    def convert(cell: Cell) -> int:
        value = number(cell)
        if value != value.to_integral_value():
            raise Bad(NO_WHOLE)
        return int(value)

    return convert


def _scale(digits: int) -> Convert:
    return lambda cell: scaled(cell, digits)


def _percent(field: Field, reading: Reading) -> Convert:
    def convert(cell: Cell) -> int:
        if isinstance(cell, str):
            return scaled(narrow(cell).removesuffix("%").rstrip() or cell, 1)
        return scaled(cell, 3 if reading.fractions else 1)

    return convert


def _date(field: Field, reading: Reading) -> Convert:
    read = DateReader(reading.dates).read

    def convert(cell: Cell) -> date:
        found = read(cell)
        if found is None:
            raise Bad(NO_DATE)
        return found

    return convert


def _moment(field: Field, reading: Reading) -> Convert:
    zone = ZoneInfo(reading.zone)

    def convert(cell: Cell) -> datetime:
        value = cell
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(re.sub(r"[/.年月]", "-", narrow(value)).replace("日", ""))
            except ValueError as error:
                raise Bad(NO_MOMENT) from error
        if not isinstance(value, datetime) or not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise Bad(NO_MOMENT)
        return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)

    return convert


def _bool(field: Field, reading: Reading) -> Convert:
    def convert(cell: Cell) -> bool:
        if isinstance(cell, bool):
            return cell
        word = narrow(shown(cell)).casefold()
        if word in YES:
            return True
        if word in NO:
            return False
        raise Bad(NO_YES)

    return convert


def _choice(field: Field, reading: Reading) -> Convert:
    labels = field.labels or {}
    known = {plain_heading(value): value for value in labels}
    for translate in (english, *reading.languages):
        for value, label in labels.items():
            known.setdefault(plain_heading(label.say(translate)), value)
    language = reading.languages[0] if reading.languages else english
    listing = ", ".join(label.say(language) for label in list(labels.values())[:12])

    def convert(cell: Cell) -> str:
        value = known.get(plain_heading(shown(cell)))
        if value is None:
            raise Bad(NO_CHOICE.of(choices=listing))
        return value

    return convert


MAKERS: dict[Kind, Callable[[Field, Reading], Convert]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.CODE: _text,
    Kind.INT: _int,
    Kind.DECIMAL: lambda field, reading: _scale(field.scale),
    Kind.MONEY: lambda field, reading: _scale(2),
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.BOOL: _bool,
    Kind.CHOICE: _choice,
}


def key_text(cell: Cell) -> str:
    """A cell as the key of a look-up: a code or a name, as records hold it.

    Raises:
        Bad: a broken cell or a cut number.
    """
    if isinstance(cell, Broken):
        raise Bad(ERROR_CELL.of(code=cell.code) if cell.code else LOST)
    return " ".join(as_text(cell).split())


def person_key(cell: Cell) -> str:
    """The same for people, whose names are drawn apart.

    Raises:
        Bad: as for key_text.
    """
    return person_name(key_text(cell))


def filled(cells: Sequence[Cell]) -> bool:
    """Whether any of the cells holds something."""
    return not all(is_blank(cell) for cell in cells)
