"""Every record can be printed, its masked values masked."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from catalogue import CHINESE, Catalogue
from laborqa_desktop.records import TYPES
from laborqa_desktop.reports.table_print import PrintColumn, Printout, table_pdf
from laborqa_desktop.store.library import create
from laborqa_desktop.text import english
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.listing_files import ListFiles
from laborqa_desktop.usecases.printing import columns_for
from tests.conftest import NOW
from tests.filled import ID_CARD, World
from tests.unit.usecases.conftest import CHEAP


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    store, _ = create(tmp_path_factory.mktemp("print") / "资料库", "correct horse", costs=CHEAP, clock=lambda: NOW)
    yield World(store)
    store.close()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("key", TYPES)
def test_a_record_of_every_type_is_printed_in_both_languages(world: World, key: str, tmp_path: Path) -> None:
    files, kind = ListFiles(world.store), TYPES[key]
    words = {source: forms[0] for source, forms in Catalogue(CHINESE).translations().items() if forms}
    title = world.records.load(key, world.ids[key]).title
    for language, translate in (("en", english), ("zh", lambda context, source: words.get((context, source), source))):
        said = text_of(files.print_record(key, world.ids[key], translate, language))
        single = kind.single.say(translate)
        assert single[:1].upper() + single[1:] in said
        assert title in said


def test_an_identity_number_is_printed_masked(world: World) -> None:
    saved = world.save_plain("staff", id_no=ID_CARD, id_type="id_card", name="王芳")
    said = text_of(ListFiles(world.store).print_record("staff", saved, english, "en"))
    assert ID_CARD not in said
    assert ID_CARD[:6] + "********" + ID_CARD[-4:] in said


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    section, item, points = columns_for(("Section", "Item of the list", "Points"), [
        ("大堂与前台", "地面无污渍、无积水、无脚印，边角清洁到位", "4.00")], numbers=[2])
    assert (section.fitted, item.fitted, points.fitted) == (True, False, True)
    assert (points.right, item.right) == (True, False)


def test_what_the_list_reckons_is_printed_too_but_nothing_personal(world: World) -> None:
    files = ListFiles(world.store)
    assert "State" in text_of(files.print_record("certificate", world.ids["certificate"], english, "en"))
    assert "Last four" not in text_of(files.print_record("staff", world.ids["staff"], english, "en"))


def test_a_record_called_as_its_first_group_is_headed_once(world: World) -> None:
    pdf = ListFiles(world.store).print_record("certificate", world.ids["certificate"], english, "en")
    lines = text_of(pdf).splitlines()
    assert [line.strip() for line in lines].count("Certificate") == 1


def test_the_month_of_a_report_is_printed_without_a_day(world: World) -> None:
    files, month = ListFiles(world.store), world.records.load("report", world.ids["report"]).values["month"]
    said = [text_of(files.print_record("report", world.ids["report"], english, "en")),
            text_of(files.print_list("report", Query(), (), english, "en"))]
    assert all(f"{month:%Y-%m}" in one and f"{month:%Y-%m-%d}" not in one for one in said)


def test_words_keep_off_the_figures_before_them() -> None:
    flat = PrintColumn("Edition", True, True), PrintColumn("In force from", fitted=True)
    pdf = table_pdf(Printout("Standards", "", NOW, columns=flat, rows=[("17", "2025-11-01")]), english, "en")
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = page.get_text_range()
    before, after = whole.index("17") + 1, whole.index("2025-11-01")
    assert page.get_charbox(after)[0] - page.get_charbox(before)[2] >= 14


def test_a_long_chinese_heading_leaves_the_room_to_the_words_of_a_tight_table() -> None:
    heads = ("检查项", "要求", "不合格严重程度", "不合格须备注", "不合格须拍照", "评定方式")
    rows = [("地面无污渍、无积水、无脚印" * 3, "目视 3 米内无明显污渍，雨天铺设防滑垫" * 2, "轻微", "是", "否", "四级")]
    pdf = table_pdf(Printout("检查表", "", NOW, columns=columns_for(heads, rows), rows=rows, landscape=False), english,
                    "zh")
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    assert "不合格严重程度" not in page.get_text_range()        # in two lines
