"""What the program is made of: every licence readable by keyboard, the way to one's own Qt, before a library too."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import __version__, paths
from laborqa_desktop.app import Program
from laborqa_desktop.views.about.page import AboutDialog, AboutPage
from laborqa_desktop.views.about.parts import all_parts, text_of
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.theme import Theme
from tests.views.support import Answers, unnamed


@pytest.fixture
def page(themed: Theme, qtbot: QtBot) -> Iterator[AboutPage]:
    background = Background()
    made = AboutPage(background)
    qtbot.addWidget(made)
    made.resize(1180, 520)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.text.toPlainText()))
    yield made
    background.close()


def test_every_licence_that_is_shipped_is_listed_with_its_text() -> None:
    parts = all_parts()
    shipped = {file.name for file in paths.licence_folder().glob("*.txt")}
    assert shipped < {one.file.name for one in parts}
    assert {"LICENSE", "OFL.txt", "LICENSE-tabler.txt", "tcl-tk.txt"} < {one.file.name for one in parts}
    for one in parts:
        assert one.name, one.file
        assert text_of(one).strip(), one.file
    assert [one.licence for one in parts if one.name.startswith(("SQLAlchemy", "PySide6"))] == ["LGPL-3.0-only", "MIT"]


def test_the_keyboard_walks_the_parts_and_reads_their_texts(page: AboutPage, qtbot: QtBot) -> None:
    assert "Apache License" in page.text.toPlainText()
    page.parts.setFocus()
    qtbot.keyClick(page.parts, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "GNU LESSER GENERAL PUBLIC LICENSE" in page.text.toPlainText())
    qtbot.keyClick(page.parts, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "GNU LESSER" not in page.text.toPlainText())
    qtbot.keyClick(page.parts, Qt.Key.Key_Tab)
    assert page.text.hasFocus()
    qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    assert not page.text.hasFocus()
    assert unnamed(page) == []


def test_what_support_needs_holds_versions_only(page: AboutPage) -> None:
    page.copy_button.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"LaborQA Desktop {__version__}, Python 3.")
    assert str(Path.home()) not in copied


def test_it_is_reached_before_any_library_is_open(qapp: QApplication, tmp_path: Path, qtbot: QtBot,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(qapp, file=tmp_path / "none.json", ask=Answers())
    program.set_language("en")
    qtbot.addWidget(program.window)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.ready and program.window.isActiveWindow(), timeout=20_000)
    qtbot.keyClick(program.page, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: program.window.findChild(AboutDialog) is not None)
    dialog = program.window.findChild(AboutDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "Apache License" in dialog.page.text.toPlainText())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    program.need_session().close()
    program.window.close()
    QApplication.sendPostedEvents()
