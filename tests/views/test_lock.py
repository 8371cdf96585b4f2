"""Locking: at once nothing of the library is on the screen, what was typed is kept in it, nothing holds a key."""

import ctypes
import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap, settings
from laborqa_desktop.app import Program
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import keys, library
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.remembered import KeyStore
from laborqa_desktop.usecases.access import Access
from laborqa_desktop.usecases.records import Query
from laborqa_desktop.views import clipboard, windows_messages
from laborqa_desktop.views.ask import AskUser
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.lock_watch import LockWatch
from laborqa_desktop.views.record_screen import RecordScreen
from tests.unit.store.test_remembered import Vault
from tests.views.conftest import unlock


def visible(program: Program) -> list[str]:
    return [type(one).__name__ for one in QApplication.topLevelWidgets()
            if one.isVisible() and one is not program.window]


def content(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_locked_nothing_is_shown_and_what_was_typed_is_there_again(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    main.go("post", "new")
    shown = main.screen_of("post")
    assert isinstance(shown, RecordScreen)
    box = shown.form.editor("remarks").widget
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "sweeps the yard")
    main.show_guide()
    assert visible(program)
    program.watch.due.emit("idle")
    assert program.window.currentWidget() is program.page
    assert not main.isVisible()
    assert visible(program) == []
    session = program.session
    assert session is not None
    qtbot.waitUntil(lambda: not session.is_open)
    qtbot.waitUntil(program.page.isEnabled)
    again = unlock(program, qtbot)
    assert again.place[0] == "post"
    back = again.screen_of("post")
    assert isinstance(back, RecordScreen)
    assert back.form.values()["remarks"] == "sweeps the yard"


def test_after_unlocking_the_same_record_is_open(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    assert program.session is not None
    assert program.session.office is not None
    records = program.session.office.records
    number = records.save("post", None, {**records.blank("post").values, "name": "Cleaner"}).id
    main.go("post", number)
    qtbot.waitUntil(lambda: main.place == ("post", number))
    program.lock()
    again = unlock(program, qtbot)
    qtbot.waitUntil(lambda: again.place == ("post", number))


def test_a_save_that_is_refused_while_locking_leaves_a_draft(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    assert program.session is not None
    assert program.session.office is not None
    records = program.session.office.records
    first = records.save("post", None, {**records.blank("post").values, "name": "Cleaner"})
    main.go("post", first.id)
    shown = main.screen_of("post")
    assert isinstance(shown, RecordScreen)
    qtbot.waitUntil(lambda: shown.form.loaded is not None and shown.form.loaded.id == first.id)
    loaded = records.load("post", first.id)
    records.save("post", first.id, {**loaded.values, "name": "Guard"}, loaded.row_version)     # meanwhile
    box = shown.form.editor("remarks").widget
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "typed before the lock")
    program.lock()
    session = program.session
    qtbot.waitUntil(lambda: not session.is_open)
    qtbot.waitUntil(program.page.isEnabled)
    unlock(program, qtbot)
    assert session.office is not None
    kept = session.office.records.draft_load("post", first.id)
    assert kept is not None
    assert kept.values["remarks"] == "typed before the lock"


@pytest.mark.parametrize("opener", ["guide", "dialog"])
def test_ctrl_l_locks_from_every_window(program: Program, qtbot: QtBot, opener: str) -> None:
    main = unlock(program, qtbot)
    if opener == "guide":
        front: QWidget = main.show_guide()
    else:
        main.go("company")
        front = main.screen_of("company").access.ask_password()     # type: ignore[union-attr]
    qtbot.wait(30)
    qtbot.keyClick(front, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window.currentWidget() is program.page)
    assert visible(program) == []
    qtbot.waitUntil(program.page.isEnabled)


def test_a_question_that_waits_is_answered_no_and_leads_nowhere(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    answers: list[bool] = []
    QTimer.singleShot(50, program.lock)
    answers.append(AskUser().confirm(main, "Delete Wang Fang?", "Her ID number is 110101…", "Delete"))
    main._desk.signals.go.emit("staff", None)
    assert answers == [False]
    assert visible(program) == []
    assert program.window.currentWidget() is program.page


def test_nothing_holds_what_was_open(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    for places in SCREENS.values():
        for place in places:
            main.go(place.key)
    main.go("staff", "new")
    session = program.session
    assert session is not None
    assert session.office is not None
    office = session.office
    qtbot.waitUntil(lambda: not session.background.is_busy)
    held = {name: weakref.ref(one) for name, one in {
        "office": office, "store": office.store, "keys": office.store.keys, "engine": office.store._engine,
        "window": main, "desk": main._desk, "records": office.records}.items()}
    program.lock()
    qtbot.waitUntil(program.page.isEnabled)
    assert office.store.closed
    assert office.store._all == []
    del main, office
    session = None

    def nothing_is_held() -> None:
        gc.collect()
        assert [name for name, one in held.items() if one() is not None] == []

    qtbot.waitUntil(nothing_is_held)


def test_in_the_locked_state_nothing_touches_the_files(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    main = unlock(program, qtbot)
    main.go("post", "new")
    assert program.session is not None
    records, office = main._desk.office.records, program.session.office
    assert office is not None
    program.lock()
    session = program.session
    qtbot.waitUntil(lambda: not session.is_open)
    qtbot.waitUntil(program.page.isEnabled)
    folder = Path(program.preferences.recent[0].folder)
    before = content(folder)
    for keys_ in ("Ctrl+S", "Ctrl+Z", "Ctrl+Y", "Ctrl+L", "Ctrl+K", "Ctrl+1", "Ctrl+7", "Del", "F1", "F6", "F8",
                  "Ctrl+Return", "Escape", "Return"):
        QTest.keySequence(program.window, keys_)
    program.lock()
    program.watch.due.emit("sleep")
    session._idle()
    session.rebuild()
    program.set_text(1)
    program.set_text(0)
    program.set_language("zh_CN")
    program.set_language("en")
    with pytest.raises(RuntimeError):
        records.save("post", None, {"name": "x"})
    with pytest.raises(RuntimeError):
        records.page("staff", Query(), 0, 1)
    office.idle()
    office.close()
    qtbot.wait(30)
    program.watch.stop()
    assert visible(program) == []
    assert content(folder) == before


def test_the_code_opens_and_a_new_password_is_proposed(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    store, code = library.create(tmp_path / "second", "forgotten", costs=Costs(64, 1, 1))
    store.close()
    with qtbot.waitSignal(program.opened):
        program.open_library(str(tmp_path / "second"), code.lower(), "李洋")
    qtbot.waitUntil(lambda: "FieldsDialog" in visible(program))
    dialog = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "FieldsDialog"
                  and one.isVisible())
    for key in ("new", "again"):
        qtbot.keyClicks(dialog.box(key), "remembered again")    # type: ignore[attr-defined]
    dialog.yes.click()      # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: visible(program) == [], timeout=10_000)
    keys.unseal(keys.load(store.layout), "remembered again")
    keys.unseal(keys.load(store.layout), code)


def test_a_remembered_library_opens_at_the_start_and_never_after_a_lock(
        qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    vault = Vault()
    monkeypatch.setattr(bootstrap.open_remembered, "__defaults__", ("", lambda: KeyStore(vault)))
    store, _ = library.create(tmp_path / "lib", "password", costs=Costs(64, 1, 1))
    Access(store, key_store=lambda: KeyStore(vault)).remember("password")
    store.close()
    file = tmp_path / "preferences.json"
    recent = RecentLibrary(str(tmp_path / "lib"), "Our library", remembered=True)
    settings.save(file, Preferences(language="en", theme="light", recent=(recent,)))
    first = Program(qapp, file=file)
    qtbot.addWidget(first.window)
    with qtbot.waitSignal(first.opened, timeout=20_000):
        first.start()
    first.lock()
    qtbot.waitUntil(first.page.isEnabled)
    qtbot.wait(100)
    assert first.session is not None
    assert not first.session.is_open
    assert settings.load(file).recent[0].remembered
    first.window.close()
    vault.kept.clear()      # emptied by the user or the system
    second = Program(qapp, file=file)
    qtbot.addWidget(second.window)
    second.start()
    qtbot.waitUntil(lambda: "no longer remembers" in second.page.card.password.accessibleDescription(), timeout=20_000)
    second.window.close()
    QApplication.sendPostedEvents()


# ------------------------------------------------------------ when it is due


class Clocks:
    def __init__(self) -> None:
        self.wall, self.steady = 1000.0, 50.0


@pytest.mark.parametrize(("wall", "steady", "due"), [(5, 5, []), (3600, 5, ["sleep"]), (5, 3600, ["sleep"]),
                                                     (-3600, 5, []), (3600, 3600, ["sleep"]), (20, 20, [])])
def test_a_sleep_shows_in_one_of_the_clocks(qapp: QApplication, wall: float, steady: float, due: list[str]) -> None:
    clocks = Clocks()
    watch = LockWatch(qapp, lambda: clocks.wall, lambda: clocks.steady)
    heard: list[str] = []
    watch.due.connect(heard.append)
    watch.start(0)
    clocks.wall += wall
    clocks.steady += steady
    watch.look()
    watch.look()
    watch.stop()
    assert heard == due


def test_a_moved_mouse_counts_a_trembling_one_does_not(qapp: QApplication, qtbot: QtBot) -> None:
    class Counting(LockWatch):
        seen = 0

        def at_work(self) -> None:
            super().at_work()
            self.seen += 1

    watch = Counting(qapp)
    watch.start(10)
    assert watch.idle_ms == 600_000
    marks = []
    for place in (100, 102, 104, 140):
        before = watch.seen
        watch.eventFilter(qapp, QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(0, 0), QPointF(place, 100), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier))
        marks.append(watch.seen > before)
    assert marks == [True, False, False, True]
    watch.stop()
    assert watch.idle_ms == 0


def test_messages_of_windows_are_read() -> None:
    cases = {(0x0218, 0x4): "sleep", (0x0218, 0x12): "sleep", (0x0218, 0xA): "", (0x02B1, 0x7): "session",
             (0x02B1, 0x8): "", (0x0100, 0x4): ""}
    heard: list[str] = []
    filter_ = windows_messages.Messages(heard.append)
    for (message, wparam), reason in cases.items():
        raw = windows_messages._Message(None, message, wparam, 0)
        assert windows_messages.read(ctypes.addressof(raw)) == (message, wparam)
        assert filter_.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(raw)) == (False, 0)
        filter_.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(raw))
        assert windows_messages.reason_to_lock(message, wparam) == reason
    assert heard == [reason for reason in cases.values() if reason]


# ------------------------------------------------------------ the clipboard


@pytest.fixture
def board(qapp: QApplication) -> Iterator[object]:
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_a_sensitive_copy_goes_by_itself_unless_another_came(board: object, qtbot: QtBot,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "CLEARED_AFTER_MS", 60)
    text = QGuiApplication.clipboard().text
    clipboard.copy_text("110101199003070011", clipboard.Copied.SENSITIVE)
    assert text() == "110101199003070011"
    formats = QGuiApplication.clipboard().mimeData().formats()
    assert any("ExcludeClipboardContentFromMonitorProcessing" in one for one in formats)
    assert any("CanIncludeInClipboardHistory" in one for one in formats)
    qtbot.waitUntil(lambda: text() == "")
    clipboard.copy_text("110101199003070011", clipboard.Copied.SENSITIVE)
    QGuiApplication.clipboard().setText("of somebody else")
    qtbot.wait(120)
    clipboard.clear_ours()
    assert text() == "of somebody else"
    clipboard.copy_text("rows", clipboard.Copied.RECORDS)
    qtbot.wait(120)
    assert text() == "rows"
    clipboard.clear_ours()
    assert text() == ""
    clipboard.copy_text("a crash report", clipboard.Copied.OPEN)
    clipboard.clear_ours()
    assert text() == "a crash report"


def test_what_a_sensitive_field_copies_is_cleared_at_the_lock(program: Program, qtbot: QtBot, board: object) -> None:
    main = unlock(program, qtbot)
    main.go("staff", "new")
    shown = main.screen_of("staff")
    assert isinstance(shown, RecordScreen)
    box = shown.form.editor("id_no").widget
    box.setFocus()
    box.setText("110101199003070011")       # type: ignore[attr-defined]
    box.selectAll()     # type: ignore[attr-defined]
    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "110101199003070011"
    assert QGuiApplication.clipboard().mimeData().hasFormat(clipboard.MARK)
    program.lock()
    assert QGuiApplication.clipboard().text() == ""
