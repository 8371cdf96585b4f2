"""One registry of commands: nothing of the program is missing in it, each one works, and Ctrl+K finds it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.catalogue import translator
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.views import guide_pages, shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.commands import ISSUED, LOOK, PROFILE, commands
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.page_acts import PageActs
from laborqa_desktop.views.record_head import RecordHead
from laborqa_desktop.views.screens import AREAS
from laborqa_desktop.views.search_everywhere import PROPOSED, SearchEverywhere
from tests.views.conftest import Room

ID_NO = "110101199001010015"
SOME = frozenset({"new:staff", "new:problem", "go:audit", "area:quality", "import:staff", "guide:02-today.md",
                  "language:zh", "theme:dark", "text:larger"})
"""Of the commands that are alike one or two; the walk through all screens opens the others."""


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> MainWindow:
    room.office.company.found("杭州洁安劳务服务有限公司")
    room.staff("陈志强", "LB1", id_no=ID_NO, birth_date=date(1990, 1, 1))
    made = MainWindow(room.desk, "洁安劳务", "2026", first="people")
    qtbot.addWidget(made)
    made.resize(1280, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def ask(window: MainWindow, qtbot: QtBot, words: str) -> SearchEverywhere:
    box = window.top.search
    window.begin_search()
    box.setText(words)
    qtbot.waitUntil(lambda: not box._pause.isActive() and box._job is None and bool(box.offered))
    return box


def labels(box: SearchEverywhere, sort: str) -> list[str]:
    return [hit.label for hit in box.offered if hit.sort == sort]


def test_every_screen_type_area_and_page_of_the_guide_has_its_command() -> None:
    known = commands()
    screens = {screen.key for places in SCREENS.values() for screen in places}
    assert {key.partition(":")[2] for key in known if key.startswith("go:")} == screens
    entered = set(TYPES) - {ISSUED, PROFILE}
    assert {key.partition(":")[2] for key in known if key.startswith("new:")} == entered
    assert {key.partition(":")[2] for key in known if key.startswith("import:")} == entered
    for number, area in enumerate(AREAS, 1):
        [one] = [one for one in known.values() if shortcuts.area(number) in one.keys]
        assert one.key in (f"area:{area.key}", f"go:{area.key}")
    assert {f"guide:{file.name}" for file in guide_pages.paths.guide_folder().glob("[0-9]*.md")} <= set(known)
    assert set(PROPOSED) <= set(known)
    keys = [keys for one in known.values() for keys in one.keys]
    assert len(keys) == len(set(keys))


def test_keys_and_menu_of_the_window_are_the_registry_s(window: MainWindow) -> None:
    bound = sorted(one.key().toString() for one in window.findChildren(QShortcut) if one.parent() is window)
    assert bound == sorted(keys for one in commands().values() for keys in one.keys)
    window.status._open_menu()
    menu = window.status.findChildren(QMenu)[-1]
    shown = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert shown == [say(one.title) for one in commands().values() if one.group is LOOK]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["English", "&Follow the system"]
    menu.close()


def test_every_command_does_something_and_none_breaks(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    asked: list[str] = []
    for name in ("language_asked", "theme_asked", "text_asked", "lock_asked"):
        getattr(window, name).connect(lambda *_, name=name: asked.append(name))
    for key in commands():
        if ":" in key and key not in SOME:
            continue
        window.perform(key)
        qtbot.wait(1)
        for dialog in window.findChildren(QMenu):
            dialog.close()
        if key.startswith(("new:", "go:")):
            assert window.place[0] == key.partition(":")[2], key
        elif key.startswith("area:"):
            assert window.area == key.partition(":")[2]
    assert sorted(set(asked)) == ["language_asked", "lock_asked", "text_asked", "theme_asked"]
    qtbot.waitUntil(lambda: not room.desk.background._open, timeout=10_000)
    assert room.office.backups.all()
    for dialog in window.findChildren(type(window.show_keys())):
        dialog.close()


def test_commands_are_found_in_both_languages_and_an_impossible_one_says_why(
        window: MainWindow, qtbot: QtBot) -> None:
    for words in ("back up", "备份", "beifen", "ljbf", "立即"):
        assert "Back up now" in labels(ask(window, qtbot, words), "command")
    window.perform("undo")
    assert window.status.accessibleName() == "Undo: there is nothing to undo"
    box = ask(window, qtbot, "undo")
    [undo] = [hit for hit in box.offered if hit.key == "undo"]
    assert (undo.possible, undo.detail, undo.keys) == (False, "there is nothing to undo", "Ctrl+Z")
    with qtbot.assertNotEmitted(box.chosen):
        box._open(undo)


def test_the_keyboard_alone_opens_records_and_does_commands(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    window.go("site")
    focus = QApplication.focusWidget()
    qtbot.keyClick(focus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.top.search
    assert box.hasFocus()
    qtbot.waitUntil(lambda: box.offering)
    assert box.offered[0].sort == "heading"     # an empty box offers what is often needed
    qtbot.keyClicks(box, "0015")
    qtbot.waitUntil(lambda: any(hit.sort == "record" for hit in box.offered))
    [found] = [hit for hit in box.offered if hit.sort == "record"]
    assert found.label == "陈志强"
    assert "0015" in found.detail
    assert ID_NO not in "".join((found.label, found.detail, found.right))
    with qtbot.waitSignal(room.desk.signals.go) as gone:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert gone.args == ["staff", found.id]
    assert not box.text()
    window.begin_search()
    qtbot.keyClicks(box, "checklists")
    qtbot.keyClick(box, Qt.Key.Key_Return)      # before anything is found: done as soon as it is
    qtbot.waitUntil(lambda: window.place[0] == "checklist")
    qtbot.keyClick(window.screen_of("checklist"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.offering)
    last = [hit for hit in box.offered if hit.choosable]
    assert [(hit.sort, hit.key) for hit in last[:2]] == [("command", "go:checklist"), ("record", "staff")]
    assert "陈志强" not in str(room.desk.preferences.now)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box._list.current == last[1]
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Up)          # round to the last
    assert box._list.current == last[-1]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.offering
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.hasFocus()


def test_an_entry_with_a_count_in_it_is_found_in_both_languages(qtbot: QtBot) -> None:
    page, screen = QWidget(), AnyScreen()
    qtbot.addWidget(page)
    screen.setParent(page)
    screen.head = RecordHead(record_type("post"))
    screen.head.setParent(screen)
    screen.head.menu.addAction("&Export 12 rows…")
    page.show()
    [act] = PageActs(page, screen).acts.values()
    assert act.title == "Export 12 rows…"
    assert act.known is not None
    assert act.known.say(translator("zh")) == "导出"


def test_the_acts_of_the_page_are_offered_with_their_keys(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    window.go("staff")
    qtbot.waitUntil(lambda: not room.desk.background.is_busy)
    box = ask(window, qtbot, "archive")
    [archive] = [hit for hit in box.offered if (hit.sort, hit.label) == ("act", "Archive")]
    assert archive.keys == "Del"
    box = ask(window, qtbot, "归档")
    assert "Archive" in labels(box, "act")
    box = ask(window, qtbot, "copy for excel")
    with qtbot.waitSignal(room.desk.signals.said):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    box.left.emit()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    qtbot.waitUntil(lambda: box.offering)


def test_what_offices_call_a_thing_finds_it_before_the_guide(window: MainWindow, qtbot: QtBot) -> None:
    for words, first in (("finding", "go:problem"), ("validate", "verify"), ("SOP", "go:checklist")):
        box = ask(window, qtbot, words)
        keys = [hit.key for hit in box.offered if hit.sort == "command"]
        assert first in keys, words
        guides = [n for n, key in enumerate(keys) if key.startswith("guide:")]
        assert not guides or min(guides) > keys.index(first), words


def test_who_looks_for_a_complaint_is_led_to_the_problems(window: MainWindow, qtbot: QtBot) -> None:
    for words in ("投诉", "新建投诉", "tousu"):
        assert "New problem" in labels(ask(window, qtbot, words), "command"), words
