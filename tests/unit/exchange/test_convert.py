"""Cells as offices write them become values, or say why they cannot."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laborqa_desktop.exchange.cells import Broken, Cell, is_blank
from laborqa_desktop.exchange.convert import MAKERS, Bad, Reading, converter, fractions_in, person_name
from laborqa_desktop.exchange.dates import DateReader
from laborqa_desktop.exchange.guard import guarded, unguarded
from laborqa_desktop.records.field import Field, Kind, Mask
from laborqa_desktop.text import N_

LABEL = N_("Staff", "Full name")
CHOICES = {"active": N_("Enum", "On duty"), "left": N_("Enum", "Left")}


def zh(context: str, source: str) -> str:
    return {"On duty": "在岗", "Left": "离职"}.get(source, source)


def value_of(kind: Kind, cell: Cell, key: str = "x", mask: Mask | None = None, scale: int = 0,
             reading: Reading | None = None) -> object:
    field = Field(key, kind, LABEL, mask=mask, scale=scale, labels=CHOICES if kind is Kind.CHOICE else None)
    return converter(field, reading or Reading(languages=(zh,)))(cell)


@pytest.mark.parametrize("cell", [
    "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日", "2026年11月22", "20261122", 20261122, 46348, 46348.0,
    "2026-11-22 00:00:00", "\uff12\uff10\uff12\uff16\uff0d11\uff0d22",
    " 2026/11/22 ", date(2026, 11, 22), datetime(2026, 11, 22, 13, 5),
])
def test_dates(cell: Cell) -> None:
    assert value_of(Kind.DATE, cell) == date(2026, 11, 22)


@pytest.mark.parametrize("cell", ["11/22/2026", "22.11.26", "2026-02-30", "1/2/2026", "下周", 0.5, True, "18991231"])
def test_what_is_no_plain_date(cell: Cell) -> None:
    with pytest.raises(Bad, match="2026-11-22"):
        value_of(Kind.DATE, cell)


def test_named_formats_take_that_form_only() -> None:
    reading = Reading(dates=("M/D/YYYY",))
    assert value_of(Kind.DATE, "8/29/2017", reading=reading) == date(2017, 8, 29)
    with pytest.raises(Bad):
        value_of(Kind.DATE, "12:15:17 PM", reading=reading)
    with pytest.raises(Bad):
        value_of(Kind.DATE, "2017-08-29", reading=reading)


@pytest.mark.parametrize("cell", [
    1.1e17, 110101199001011000, 1.10101199001011e17, "1.1E+17", "1.10101E+17", 1e15, "110101199001011000",
    "\uff11.1E+17", "110101199001011000.0", "110,101,199,001,011,000", "'110101199001011000"])
def test_cut_id_numbers_are_refused(cell: Cell) -> None:
    with pytest.raises(Bad, match="Excel cut this number"):
        value_of(Kind.TEXT, cell, "id_no", Mask.ID)


@pytest.mark.parametrize(("cell", "wanted"), [
    ("11010119900101123x", "11010119900101123X"), ("110101 19900101 123X", "11010119900101123X"),
    ("110101199001011234", "110101199001011234"), ("'110101199001011234", "110101199001011234"),
    (110101900101123, "110101900101123"),
    ("\uff11\uff11\uff10\uff11\uff10\uff11199001011234", "110101199001011234"),
    ("\u3000110101199001011234 ", "110101199001011234"),
])
def test_id_numbers_are_mended_where_nothing_is_lost(cell: Cell, wanted: str) -> None:
    assert value_of(Kind.TEXT, cell, "id_no", Mask.ID) == wanted


def test_long_number_in_any_text_column_is_refused() -> None:
    with pytest.raises(Bad, match="Excel cut"):
        value_of(Kind.TEXT, 6222021234567890123.0)


def test_phone_as_number_is_text_again() -> None:
    assert value_of(Kind.TEXT, 13812346021.0, "phone", Mask.PHONE) == "13812346021"
    assert value_of(Kind.TEXT, "+14157763262", "phone") == "+14157763262"


@pytest.mark.parametrize(("cell", "wanted"), [
    ("12.5", 1250), ("¥1,234.50", 123450), ("¥ 12元", 1200), ("1.2万", 1200000), (0.1 + 0.2, 30), (33.33333, 3333),
    ("\uff11\uff12\uff0c\uff13\uff14\uff15", 1234500), ("\uffe5123", 12300), (-5, -500),
])
def test_money_is_kept_in_fen(cell: Cell, wanted: int) -> None:
    assert value_of(Kind.MONEY, cell) == wanted


def test_typed_tenth_of_a_fen_is_refused_rather_than_rounded() -> None:
    with pytest.raises(Bad, match="2 digits"):
        value_of(Kind.MONEY, "1.234")


@pytest.mark.parametrize(("cell", "fractions", "wanted"), [
    ("85%", False, 850), ("85", False, 850), (85, False, 850), (0.855, True, 855), (1, True, 1000), (1, False, 10),
    ("85.5 %", False, 855),
])
def test_per_cent(cell: Cell, fractions: bool, wanted: int) -> None:
    assert value_of(Kind.PERCENT, cell, reading=Reading(fractions=fractions)) == wanted


def test_a_column_is_fractions_only_when_all_its_numbers_are() -> None:
    assert fractions_in([0.5, None, "x", 1])
    assert not fractions_in([0.5, 85])
    assert not fractions_in(["1", None])


@pytest.mark.parametrize(("cell", "wanted"), [
    ("是", True), ("√", True), ("Y", True), (True, True), (1.0, True), ("Yes", True),
    ("否", False), ("×", False), (0, False),
])
def test_yes_and_no(cell: Cell, wanted: bool) -> None:
    assert value_of(Kind.BOOL, cell) is wanted


@pytest.mark.parametrize("cell", ["在岗", "On duty", "active", " ACTIVE ", "on  duty"])
def test_choices_by_value_and_label_of_each_language(cell: Cell) -> None:
    assert value_of(Kind.CHOICE, cell) == "active"


def test_unknown_choice_lists_the_known_ones() -> None:
    with pytest.raises(Bad, match="在岗, 离职"):
        value_of(Kind.CHOICE, "休假")


@pytest.mark.parametrize(("text", "wanted"), [
    ("张\u3000三", "张三"), ("欧阳 娜 娜", "欧阳娜娜"), ("Anna  Li", "Anna Li"), ("𬱖 㼆", "𬱖㼆"),
    ("李 Anna", "李 Anna"),
    ("北京大学 第一医院 门诊", "北京大学 第一医院 门诊"),
])
def test_names_of_people(text: str, wanted: str) -> None:
    assert person_name(text) == wanted
    assert value_of(Kind.TEXT, text, "name", reading=Reading(people=True)) == wanted


@pytest.mark.parametrize("text", ["东区 食堂", "蓝海（一期）"])
def test_names_of_places_stay_as_they_are(text: str) -> None:
    assert value_of(Kind.TEXT, text, "name") == text


def test_moment_gets_the_librarys_zone() -> None:
    assert value_of(Kind.MOMENT, "2026-11-22 08:30") == datetime(2026, 11, 22, 0, 30, tzinfo=UTC)


def test_broken_cells_say_what_they_are() -> None:
    with pytest.raises(Bad, match="#REF!"):
        value_of(Kind.TEXT, Broken("#REF!"))
    with pytest.raises(Bad, match="no stored result"):
        value_of(Kind.INT, Broken())


CELLS = st.one_of(st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
                  st.times(), st.timedeltas(), st.builds(Broken, st.sampled_from(["", "#N/A"])))


@given(st.sampled_from(list(MAKERS)), CELLS, st.sampled_from([None, *Mask]))
def test_any_cell_becomes_a_value_or_a_reason(kind: Kind, cell: Cell, mask: Mask | None) -> None:
    if is_blank(cell):
        return
    try:
        value = value_of(kind, cell, mask=mask)
    except Bad:
        return
    kinds = {Kind.DATE: date, Kind.BOOL: bool, Kind.MOMENT: datetime, Kind.INT: int, Kind.MONEY: int,
             Kind.PERCENT: int, Kind.DECIMAL: int}
    assert isinstance(value, kinds.get(kind, str))


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_dates_come_back_from_every_form(day: date) -> None:
    read = DateReader().read
    for form in ("{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y%m%d}", "{0.year}.{0.month}.{0.day}",
                 "{0.year}年{0.month}月{0.day}日"):
        assert read(form.format(day)) == day
    assert read((day - date(1899, 12, 30)).days) == day


@given(st.text("'=+-@\t\r a\u3000", max_size=8) | st.text(max_size=20))
def test_our_own_apostrophe_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" \u3000").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["'=1", "'", "''-x", "'x", "' =1"])
def test_an_apostrophe_that_is_not_ours_stays_in_a_workbook(text: str) -> None:
    assert value_of(Kind.TEXT, text) == text


@pytest.mark.parametrize("cell", [
    "11010119900101123x", "\uff11\uff110101199001011\uff12\uff13\uff38", "'11010119900101123X",
    "\u2019 11010119900101123X", "110101 19900101\xa0123X", "110101\u200b199001\ufeff01123X", "110101-19900101-123X",
    "110101\u221219900101\u2011123X",
    "\u0661\u0661010119900101123X", "\t11010119900101123X\r\n"])
def test_id_numbers_are_mended(cell: str) -> None:
    assert value_of(Kind.TEXT, cell, "id_no", Mask.ID) == "11010119900101123X"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.CODE])
def test_a_number_in_scientific_form_is_no_certificate_number(kind: Kind) -> None:
    with pytest.raises(Bad, match="Excel cut"):
        value_of(kind, "6.22202E+18")


@pytest.mark.parametrize("cell", ["'+8613800138000", "\u200b+8613800138000", "\u2018+86\uff11\uff13800138000"])
def test_phone_numbers_lose_what_cannot_be_seen(cell: str) -> None:
    assert value_of(Kind.TEXT, cell, "phone", Mask.PHONE) == "+8613800138000"
