import re

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop import paths
from laborqa_desktop.views.guide_dialog import GuideDialog
from laborqa_desktop.views.guide_pages import PAGES
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.main_window import MainWindow
from tests.views.conftest import Room


def test_every_screen_has_its_page_and_every_link_its_target() -> None:
    assert {screen.key for area in SCREENS.values() for screen in area} == set(PAGES)
    pages = {file.name: file.read_text(encoding="utf-8") for file in paths.guide_folder().glob("*.md")}
    assert set(PAGES.values()) < set(pages)
    for name, words in pages.items():
        assert set(re.findall(r"\]\(([^)]+)\)", words)) <= {*pages}, name


def test_f1_opens_the_page_of_the_screen_and_links_lead_on(qtbot: QtBot, room: Room) -> None:
    window = MainWindow(room.desk, "杭州洁安", "2026", first="people")
    qtbot.addWidget(window)
    window.resize(1280, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.top.search.setFocus()
    qtbot.keyClick(window.top.search, Qt.Key.Key_F1)
    dialog = window.findChild(GuideDialog)
    assert dialog is not None
    assert dialog.browser.toPlainText().startswith("人员档案与证书")
    dialog.show_page("README.md")
    assert "备份" in dialog.browser.toPlainText()
    qtbot.keyClick(dialog.browser, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.browser.toPlainText().startswith("人员档案与证书"), timeout=2_000)
    dialog.reject()


def test_the_search_of_the_guide_goes_on_to_the_page_that_has_the_words(qtbot: QtBot, room: Room) -> None:
    window = MainWindow(room.desk, "杭州洁安", "2026", first="people")
    qtbot.addWidget(window)
    window.show()
    dialog = window.show_guide("keys")
    assert dialog.browser.toPlainText().startswith("快捷键")
    dialog.find_words("命令行")
    assert "命令行" in dialog.browser.textCursor().selectedText()
    assert dialog.browser.source().fileName() != "16-keys.md"
    dialog.reject()
