"""The guide: every screen, part and field has its place, every link and picture its target, the search finds words."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import field_page
from laborqa_desktop import paths
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import Translate
from laborqa_desktop.views import guide_pages
from laborqa_desktop.views.guide_dialog import GuideDialog
from laborqa_desktop.views.guide_pages import (
    PAGES,
    PARTS,
    Place,
    around,
    find,
    place_in,
    place_of,
    place_of_field,
    sections,
)
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.record_screen import RecordScreen
from tests.views.conftest import Room

VIEWS = Path(guide_pages.__file__).parent
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
LARGEST_PICTURE, ALL_PICTURES = 120_000, 1_200_000


def exists(place: Place) -> bool:
    """Whether a section of that page has these headings, one after the other."""
    return any(one.page == place.page and list(place.headings) == list(one.path[len(one.path) - len(place.headings):])
               for one in sections())


def test_every_screen_has_its_page_and_every_part_its_section() -> None:
    assert {screen.key for area in SCREENS.values() for screen in area} == set(PAGES)
    assert [key for key in PAGES if not exists(place_of(key))] == []
    assert [key for key, link in PARTS.items() if not exists(place_in(link))] == []
    classes = {name for file in VIEWS.rglob("*.py")
               for name in re.findall(r"^class (\w+)", file.read_text(encoding="utf-8"), re.M)}
    assert set(PARTS) - classes == set()


def test_every_field_has_its_place_and_its_page_is_made_of_the_descriptions(chinese: Translate) -> None:
    assert field_page.PAGE.read_text(encoding="utf-8") == field_page.page(chinese), "run packaging/field_page.py"
    places = [place_of_field(kind, field, chinese) for kind in TYPES.values() for field in kind.fields]
    assert [place for place in places if not exists(place)] == []
    assert len(places) == len(set(places))
    known = {(key, field.key) for key, kind in TYPES.items() for field in kind.fields}
    assert set(field_page.notes()) - known == set()


def test_every_link_and_picture_has_its_target() -> None:
    folder, used = paths.guide_folder(), set[str]()
    for file in folder.glob("*.md"):
        for is_picture, target in LINK.findall(file.read_text(encoding="utf-8")):
            if is_picture:
                used.add(target)
                assert (folder / target).is_file(), (file.name, target)
            else:
                assert exists(place_in(target)), (file.name, target)
    pictures = {f"pictures/{one.name}" for one in (folder / "pictures").iterdir()}
    assert len(pictures) >= 8
    assert pictures == used
    sizes = [(folder / one).stat().st_size for one in pictures]
    assert max(sizes) <= LARGEST_PICTURE
    assert sum(sizes) <= ALL_PICTURES
    assert all(not QImage(str(folder / one)).isNull() for one in pictures)


@pytest.mark.parametrize(("words", "page", "heading"), [
    ("锁屏 断开", "14-settings.md", "什么时候锁定"), ("还原演练", "15-backup.md", "还原演练"),
    ("1.1E+17", "09-import.md", "身份证号变成 1.1E+17"), ("SHA-256", "30-fields.md", "文件 SHA-256")])
def test_the_search_finds_the_section_that_is_about_it(words: str, page: str, heading: str) -> None:
    first = find(words)[0]
    assert (first.page, first.path[-1]) == (page, heading)
    assert len(around(first, words)) <= 60
    assert find(" ") == []
    assert find("没有这样的话 xyz") == []


def test_f1_opens_the_place_of_the_field_or_screen_and_links_lead_on(qtbot: QtBot, room: Room) -> None:
    window = MainWindow(room.desk, "杭州洁安", "2026", first="people")
    qtbot.addWidget(window)
    window.resize(1280, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    screen = window.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    screen.list.search.setFocus()
    qtbot.keyClick(screen.list.search, Qt.Key.Key_F1)
    dialog = window.findChild(GuideDialog)
    assert dialog is not None
    assert dialog.browser.toPlainText().startswith("人员档案与证书")
    dialog.go(Place("README.md"))
    assert "备份" in dialog.browser.toPlainText()
    qtbot.keyClick(dialog.browser, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.browser.toPlainText().startswith("人员档案与证书"), timeout=2_000)
    dialog.reject()
    screen.new_record()
    qtbot.waitUntil(lambda: screen.form.loaded is not None)
    box = screen.form.editor("hired_on").widget
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(lambda: screen.form.focused_key() == "hired_on")
    field = window.show_guide()
    assert field.place == Place("30-fields.md", ("人员档案", "入职日期"))
    block = field.browser.heading("入职日期", field.browser.heading("人员档案"))
    assert block is not None

    def stands_at_the_top() -> None:
        top = field.browser.viewport().rect().topLeft()
        assert abs(field.browser.cursorForPosition(top).blockNumber() - block.blockNumber()) <= 2

    qtbot.waitUntil(stands_at_the_top)
    field.search.setText("还原演练")
    qtbot.waitUntil(lambda: field.results.isVisible())
    assert field.place == Place("15-backup.md", ("还原演练",))
    assert field.browser.textCursor().selectedText() == "还原演练"
    field.search.setText("qqqq")
    qtbot.waitUntil(field._nothing.isVisible)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    assert field.place == Place("README.md")
    field.reject()


def test_f1_in_a_dialog_opens_the_guide_before_it(qtbot: QtBot, room: Room) -> None:
    window = MainWindow(room.desk, "杭州洁安", "2026", first="people")
    qtbot.addWidget(window)
    window.resize(1280, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    keys = window.show_keys()
    keys.activateWindow()
    keys.search.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is keys.search)
    qtbot.keyClick(keys.search, Qt.Key.Key_F1)
    guide = keys.findChild(GuideDialog)
    assert guide is not None
    assert guide.place == Place("16-keys.md")
    guide.reject()
    keys.reject()
