"""The sheet of keys names every key there is; the guide's page and the printed sheet say the same."""

import re
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from key_page import PAGE, page
from laborqa_desktop.text import Translate, english
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.key_sheet import caps, sheet
from laborqa_desktop.views.keys_dialog import KeysDialog
from laborqa_desktop.views.screens import AREAS
from tests.views.conftest import Room

VIEWS = Path(shortcuts.__file__).parent
LITERAL = re.compile(r'"((?:(?:Ctrl|Alt|Shift)\+)+[^"{. ]+|F\d{1,2}|Insert)"|bind\([^,]+, "(\w+)"')
MNEMONIC = re.compile(r"Alt\+[A-Z]")


def on_the_sheet() -> set[str]:
    return {caps(keys, english) for group in sheet() for line in group.lines for keys in line.keys}


def test_every_shortcut_stands_on_the_sheet() -> None:
    named = {value for name, value in vars(shortcuts).items() if name.isupper() and isinstance(value, str)}
    assert len(named) > 20
    assert {caps(one, english) for one in named} - on_the_sheet() == set()
    assert {shortcuts.area(1), shortcuts.area(len(AREAS))} <= on_the_sheet()


def test_every_key_that_a_view_binds_or_names_stands_on_the_sheet() -> None:
    written = {}
    for file in VIEWS.rglob("*.py"):
        for found in LITERAL.finditer(file.read_text(encoding="utf-8")):
            written[found[1] or found[2]] = file.name
    assert len(written) > 25
    known = on_the_sheet()
    assert {keys: name for keys, name in written.items()
            if caps(keys, english) not in known and not MNEMONIC.fullmatch(keys)} == {}


def test_the_page_of_the_guide_is_made_of_the_sheet(chinese: Translate) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(chinese), "run packaging/key_page.py"


def test_the_sheet_is_searched_and_printed(qtbot: QtBot, room: Room) -> None:
    window = QWidget()
    window.resize(1280, 640)
    qtbot.addWidget(window)
    dialog = KeysDialog(window, room.desk)
    dialog.show()
    assert dialog.width() <= 1280
    assert dialog.height() <= 640
    dialog.search.setText("photo")
    qtbot.waitUntil(lambda: 0 < sum(shown.isVisible() for _, _, shown in dialog._lines) < 5)
    dialog.search.setText("qqq")
    qtbot.waitUntil(dialog._nothing.isVisible)
    with qtbot.waitSignal(dialog.print_asked) as printed:
        dialog.print_sheet()
    pdf = pypdfium2.PdfDocument(printed.args[0])
    words = "".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))
    for keys in ("Ctrl+K", "Ctrl+Shift+Tab", "F8"):
        assert keys in words
    assert len(pdf) <= 4
    dialog.reject()
