"""Every record can be printed, its masked values masked."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from catalogue import CHINESE, Catalogue
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.library import create
from laborqa_desktop.text import english
from laborqa_desktop.usecases.listing_files import ListFiles
from laborqa_desktop.usecases.printing import columns_for
from tests.filled import ID_CARD, World
from tests.unit.usecases.conftest import CHEAP


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    from tests.conftest import NOW
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
