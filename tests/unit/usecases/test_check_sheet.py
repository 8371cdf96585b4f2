"""The check sheet that goes along on paper: boxes, what was entered already, lines to write on."""

import pypdfium2
import pytest

from catalogue import CHINESE, Catalogue
from laborqa_desktop.reports.table import Styled
from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, table_pdf
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.check_sheet import OPEN, TICKED
from laborqa_desktop.usecases.inspection_sheet import Entry, Sheet
from laborqa_desktop.usecases.inspections import Inspections
from tests.factory import DAY, Factory


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def inspections(store: Store) -> Inspections:
    return Inspections(store, "王芳")


def begun(make: Factory, inspections: Inspections, items: int = 6, **given: object) -> Sheet:
    site = make.site(name="东湖科技园", client_id=make.client(name="甲公司"))
    checklist = make.checklist(items, item={"section": "大堂", "requirement": "无水渍", "critical": True}, **given)
    number, _ = inspections.start(site, checklist, make.staff(name="刘洋"), DAY)
    return inspections.load(number)


def test_a_blank_sheet_has_a_box_for_every_answer_and_room_to_write(make: Factory, inspections: Inspections) -> None:
    sheet = begun(make, inspections)
    [text] = pages(inspections.paper(sheet, english, "en"))
    for words in ("东湖科技园", "甲公司", "刘洋", DAY.isoformat(), "大堂", "无水渍", "critical", "Start (hh:mm)",
                  "For the client", "Summary", sheet.items[0].text):
        assert words in text
    assert text.count(OPEN) == len(sheet.items) * len(sheet.items[0].options)
    assert TICKED not in text
    assert all(line.count(OPEN) in (0, len(sheet.items[0].options)) for line in text.splitlines()), "boxes side by side"


def test_what_was_entered_already_stands_on_it_saved_or_not(make: Factory, inspections: Inspections) -> None:
    sheet = begun(make, inspections)
    entered = sheet.with_entries({0: Entry(sheet.items[0].options[0]), 2: Entry("poor", "门口有水", True)})
    [text] = pages(inspections.paper(entered, english, "en"))
    assert text.count(TICKED) == 2
    assert f"{TICKED} Poor" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "门口有水" in text
    assert "corrected on the spot" in text


def test_it_speaks_the_language_asked_for(make: Factory, inspections: Inspections) -> None:
    words = {key: forms[0] for key, forms in Catalogue(CHINESE).translations().items() if forms}
    [text] = pages(inspections.paper(begun(make, inspections), lambda *key: words.get(key, key[1]), "zh"))
    for found in ("检查单", "评定", "小结和签字", "不适用", "项目点"):
        assert found in text
    assert "Rating" not in text


def test_a_mystery_visitor_is_not_named_on_paper(make: Factory, inspections: Inspections) -> None:
    [text] = pages(inspections.paper(begun(make, inspections, type="mystery"), english, "en"))
    assert "刘洋" not in text
    assert "Inspector" in text


def test_a_long_sheet_runs_over_pages_and_numbers_through(make: Factory, inspections: Inspections) -> None:
    found = pages(inspections.paper(begun(make, inspections, items=60), english, "en"))
    assert 3 <= len(found) <= 5
    assert all("Rating (tick one)" in page for page in found[:-1]), "each page has the heading of the table"
    assert "Signatures" in found[-1] or "signatures" in found[-1]


def test_the_heading_of_a_section_is_never_the_last_row_of_a_page(store: Store) -> None:
    """Whatever stands above: the row in bold and the one below it stay together."""
    for above in range(20, 40):
        rows = (*((f"row {number}",) for number in range(above)), (Styled("HEAD", bold=True),), ("BELOW",))
        made = table_pdf(Printout("List", "Us", store.clock(), groups=(
            PrintGroup("", columns=(PrintColumn("Words"),), rows=rows, by_hand=True),), landscape=False), english, "en")
        assert [("HEAD" in page) == ("BELOW" in page) for page in pages(made)].count(False) == 0, above
