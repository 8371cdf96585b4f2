import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap, opening, paths, settings
from laborqa_desktop.__main__ import Start, window_wanted
from laborqa_desktop.app import TITLE_BAR, Program
from laborqa_desktop.opening import Session
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import backup
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views import theme
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.backup.keeper import Copied
from laborqa_desktop.views.backup.wait_dialog import WaitDialog
from laborqa_desktop.views.first.library_card import NewLibraryCard
from laborqa_desktop.views.first.place_card import FirstPlaceCard
from laborqa_desktop.views.first.recovery_card import RecoveryCard
from laborqa_desktop.views.first.way_card import FirstWayCard
from laborqa_desktop.views.recent_words import size_in_words
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.single_instance import SingleInstance
from laborqa_desktop.views.theme import Choice
from laborqa_desktop.views.tokens import DARK
from tests.views.support import Answers


def test_the_first_window_fits_on_a_small_screen(program: Program) -> None:
    room = program.window.screen().availableSize().expandedTo(program.window.minimumSize())
    assert program.window.size().boundedTo(room) == program.window.size()
    assert program.window.height() + TITLE_BAR <= room.height(), "the line of state is not below the screen"


def test_a_wrong_password_is_said_under_the_field_and_stays_selected(program: Program, qtbot: QtBot) -> None:
    card = program.page.card
    qtbot.keyClicks(card.password, "wrong")
    qtbot.keyClick(card.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in card.password.accessibleDescription())
    assert card.password.selectedText()


def test_the_right_password_opens_and_locking_asks_for_it_again(program: Program, qtbot: QtBot) -> None:
    card = program.page.card
    qtbot.keyClicks(card.password, "password")
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(card.password, Qt.Key.Key_Return)
    assert program.session is not None
    assert program.window.currentWidget() is program.session.main
    program.lock()
    assert program.window.currentWidget() is program.page
    qtbot.waitUntil(program.page.isEnabled)
    assert not program.session.is_open


@pytest.fixture
def quick_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample library that is made at once: empty, with cheap keys."""
    def make(folder: Path, password: str) -> tuple[Office, str]:
        return bootstrap.new_library(folder, password, "示例公司", costs=Costs(64, 1, 1))
    monkeypatch.setattr(bootstrap, "demo_library", make)


def test_a_lock_left_by_a_crash_keeps_no_library_shut(program: Program, qtbot: QtBot) -> None:
    """After a power cut the number in it may be ours by now, so that it looks like a window of ours."""
    card = program.page.card
    left = SingleInstance(Path(program.page.folder), later=True)
    assert left.first
    qtbot.keyClicks(card.password, "password")
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(card.password, Qt.Key.Key_Return)
    left.release()


def test_the_sample_is_made_once_and_its_password_filled_in(program: Program, qtbot: QtBot, quick_sample: None) -> None:
    card = program.page.card
    program.page.setFocus()
    qtbot.keyClick(program.page, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: card.password.text() == "sample")
    assert (paths.sample_folder() / "library.labq").exists()
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(card.password, Qt.Key.Key_Return)
    program.lock()
    assert program.page.recents.current is not None
    assert program.page.recents.current.password == "sample"
    assert program.page.card.password.text() == "sample"


def test_another_language_while_the_sample_is_made_does_no_harm(program: Program, qtbot: QtBot,
                                                                quick_sample: None) -> None:
    program.page.sample.click()
    program.set_language("zh_CN")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.page.sample.click()
    qtbot.waitUntil(lambda: program.page.card.password.text() == "sample")
    assert (paths.sample_folder() / "library.labq").exists()
    program.set_language("en")


def test_started_with_the_sample_nothing_is_asked(qapp: QApplication, tmp_path: Path, qtbot: QtBot, quick_sample: None,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = Program(qapp, file=tmp_path / "none.json", sample=True)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.opened, timeout=20_000):
        made.start()
    assert made.session is not None
    assert made.session.main is made.window.currentWidget()
    made.window.close()
    QApplication.sendPostedEvents()


def test_a_new_library_is_made_and_its_recovery_sheet_saved(program: Program, qtbot: QtBot, tmp_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    make = bootstrap.new_library
    monkeypatch.setattr(bootstrap, "new_library", lambda *words, **more: make(*words, costs=Costs(64, 1, 1), **more))
    answers = Answers()
    answers.target = tmp_path / "sheet.pdf"
    program._ask = answers
    if program.session is not None:
        program.session.ask = answers
    qtbot.keyClick(program.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    card = program.page.cards.currentWidget()
    assert isinstance(card, NewLibraryCard)
    card.company.setText("杭州洁安劳务有限公司")
    card.folder.setText(str(tmp_path / "new"))
    qtbot.keyClick(card.person, Qt.Key.Key_Return)
    for box in (card.password, card.again):
        qtbot.keyClicks(box, "password2")
    qtbot.keyClick(card.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.page.cards.currentWidget(), RecoveryCard))
    sheet = program.page.cards.currentWidget()
    assert isinstance(sheet, RecoveryCard)
    qtbot.keyClick(sheet, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil((tmp_path / "sheet.pdf").exists)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert not sheet.go_on.isEnabled()
    qtbot.keyClick(sheet._kept, Qt.Key.Key_Return)      # the first one ticks, and does not go on yet
    assert sheet.go_on.isEnabled()
    assert program.page.cards.currentWidget() is sheet
    qtbot.keyClick(sheet, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not sheet.go_on.isEnabled())
    qtbot.keyClick(sheet, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(sheet.go_on.isEnabled)
    qtbot.keyClick(sheet, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(program.page.cards.currentWidget(), FirstPlaceCard))
    place = program.page.cards.currentWidget()
    qtbot.keyClick(place, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(program.page.cards.currentWidget(), FirstWayCard))
    way = program.page.cards.currentWidget()
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(way, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)


def test_language_theme_and_text_size_switch_while_a_library_is_open(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.opened):
        program.open_library(str(Path(program.preferences.recent[0].folder)), "password", "李洋")
    assert program.session is not None
    first = program.session.main
    program.set_language("zh_CN")
    assert program.session.main is not first
    assert program.session.main is program.window.currentWidget()
    program.set_theme(Choice.DARK)
    assert theme.now() is DARK
    program.set_text(2)
    assert theme.sizes().body == 16
    assert settings.load(program._file).text_px == 16
    program.set_text(20)
    largest = program.session.main
    program.set_text(1)
    assert program.session.main is largest      # nothing is made anew at the largest size
    program.set_language("en")
    program.set_text(0)
    program.set_theme(Choice.LIGHT)


def test_ctrl_and_the_wheel_make_text_larger_over_a_list_too(program: Program, qtbot: QtBot) -> None:
    qtbot.keyClicks(program.page.card.password, "password")
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(program.page.card.password, Qt.Key.Key_Return)
    assert program.session is not None
    assert program.session.main is not None
    program.session.main.go("staff")
    qtbot.waitUntil(lambda: program.session is not None and not program.session.background.is_busy)
    handle, before = program.window.windowHandle(), program.theme.body_px
    over = QPointF(program.window.width() / 2, program.window.height() / 2)
    under = program.window.childAt(over.toPoint())
    assert under is not None
    for turn, keys in ((120, Qt.KeyboardModifier.ControlModifier), (120, Qt.KeyboardModifier.NoModifier)):
        QApplication.sendEvent(handle, QWheelEvent(
            over, program.window.mapToGlobal(over), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False))
    assert program.theme.body_px == before + 1


def test_after_a_crash_the_unfinished_form_is_there_again(program: Program, qtbot: QtBot) -> None:
    folder = program.preferences.recent[0].folder
    with qtbot.waitSignal(program.opened):
        program.open_library(folder, "password", "李洋")
    assert program.session is not None
    assert program.session.office is not None
    assert program.preferences.running == folder
    program.session.office.records.draft_save("post", None, {"name": "保安员"})
    program.lock()
    qtbot.waitUntil(program.page.isEnabled)
    assert program.preferences.running == ""
    program.keep(replace(program.preferences, running=folder))       # what a crash leaves behind
    with qtbot.waitSignal(program.opened):
        program.open_library(folder, "password", "李洋")
    assert program.session.main is not None
    shown = program.session.main.screen_of("post")
    assert isinstance(shown, RecordScreen)
    assert shown.form.values()["name"] == "保安员"
    assert shown.head._draft.isVisible()
    shown.head.discarded.emit()
    qtbot.waitUntil(lambda: not shown.head._draft.isVisible())
    assert not shown.form.values()["name"]


def test_after_a_crash_the_keyboard_is_in_the_same_field_of_the_same_record(program: Program, qtbot: QtBot) -> None:
    folder = program.preferences.recent[0].folder
    with qtbot.waitSignal(program.opened):
        program.open_library(folder, "password", "李洋")
    assert program.session is not None
    assert program.session.office is not None
    records = program.session.office.records
    number = [records.save("post", None, {**records.blank("post").values, "code": f"P{n}", "name": f"岗位 {n}"}).id
              for n in range(3)][1]
    records.draft_save("post", number, {"name": "half a na"}, "name")
    program.lock()
    qtbot.waitUntil(program.page.isEnabled)
    program.keep(replace(program.preferences, running=folder))       # what a crash leaves behind
    with qtbot.waitSignal(program.opened):
        program.open_library(folder, "password", "李洋")
    assert program.session.main is not None
    shown, background = program.session.main.screen_of("post"), program.session.background
    assert isinstance(shown, RecordScreen)
    qtbot.waitUntil(lambda: not background.is_busy)     # the list arrives and must take nothing away
    assert shown.form.loaded is not None
    assert shown.form.loaded.id == number
    assert shown.form.focused_key() == "name"
    qtbot.keyClicks(QApplication.focusWidget(), "me")
    assert shown.form.values()["name"] == "half a name"


def test_a_lock_while_a_question_is_open_leaves_the_window_until_the_question_has_returned(
        program: Program, qtbot: QtBot) -> None:
    program._ask = None     # the program's own dialogs
    with qtbot.waitSignal(program.opened):
        program.open_library(program.preferences.recent[0].folder, "password", "李洋")
    assert program.session is not None
    main = program.session.main
    assert main is not None
    there: list[bool] = []

    def asks() -> None:
        QTimer.singleShot(50, program.lock)
        loop = QEventLoop()     # as a question's, in which the lock is carried out
        QTimer.singleShot(600, loop.quit)
        loop.exec()
        there.append(shiboken6.isValid(main))

    QTimer.singleShot(0, asks)
    qtbot.waitUntil(lambda: bool(there))
    assert there == [True]
    qtbot.waitUntil(lambda: program.session is not None and not program.session.is_open)


def test_a_second_start_calls_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.first
    assert not second.first
    with qtbot.waitSignal(first.called) as heard:
        second.raise_first(str(tmp_path), 0.05)      # both live in one thread here, so that no answer can come
    assert heard.args == [str(tmp_path)]
    first.release()


def test_the_unlock_page_imports_nothing_heavy() -> None:
    heavy = "('sqlalchemy', 'reportlab', 'pyhanko', 'cryptography', 'pypdfium2')"
    script = f"import sys, laborqa_desktop.app; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_arguments_choose_window_or_command_line(tmp_path: Path) -> None:
    assert window_wanted([]) == Start()
    assert window_wanted(["--library", str(tmp_path)]) == Start(tmp_path)
    assert window_wanted([f"--library={tmp_path}"]) == Start(tmp_path)
    assert window_wanted([str(tmp_path / "library.labq")]) == Start(tmp_path)
    assert window_wanted(["--sample"]) == Start(sample=True)
    for words in (["list", "staff"], ["--self-test"], ["--library="]):
        assert window_wanted(words) is None


def test_recent_libraries_show_their_date_size_and_last_backup(program: Program, qtbot: QtBot) -> None:
    session = _opened(program, qtbot)
    assert session.main is not None
    assert session.office is not None
    main = session.main
    qtbot.waitUntil(lambda: program.preferences.recent[0].bytes > 0)
    size = sum(one.stat().st_size for one in session.folder.rglob("*") if one.is_file())
    assert abs(program.preferences.recent[0].bytes - size) < size / 2      # the log beside the database comes and goes
    assert program.preferences.recent[0].backup == ""
    made = session.office.backups.make()
    main.backups.look()
    qtbot.waitUntil(lambda: program.preferences.recent[0].backup != "")
    program.lock()
    qtbot.waitUntil(program.page.isEnabled)
    shown = program.page.recents.current
    assert shown is not None
    assert shown.facts == f"1 MB, backup {made.made_at.astimezone():%H:%M}"
    assert shown.facts in program.page.recents.accessibleDescription()
    assert shown.opened in program.page.recents.accessibleDescription()
    program.remember(session.folder, "Our library", "李洋")
    assert program.preferences.recent[0].bytes > 0       # kept at the next opening, until somebody looks again


def test_a_size_is_said_as_windows_says_it() -> None:
    assert [size_in_words(size) for size in (1, 5 * 2**20, 3 * 2**29)] == ["1 MB", "5 MB", "1.5 GB"]


def test_preferences_survive_and_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    kept = Preferences(language="en", text_px=18, recent=(RecentLibrary("/x", "X"),), columns={"staff": ["name"]})
    settings.save(file, kept)
    assert settings.load(file) == kept
    file.write_text("{", encoding="utf-8")
    assert settings.load(file) == Preferences()


def test_preferences_that_are_held_for_a_moment_are_kept_later(
        program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, proper = [], settings.save

    def held_once(file: Path, preferences: Preferences) -> None:
        calls.append(file)
        if len(calls) == 1:
            raise PermissionError(13, "held")
        proper(file, preferences)

    monkeypatch.setattr(settings, "save", held_once)
    program.keep(replace(program.preferences, person="王芳"))
    qtbot.waitUntil(lambda: settings.load(tmp_path / "preferences.json").person == "王芳", timeout=5_000)


def _opened(program: Program, qtbot: QtBot) -> Session:
    with qtbot.waitSignal(program.opened):
        program.open_library(str(program.preferences.recent[0].folder), "password", "李洋")
    session = program.session
    assert session is not None
    qtbot.waitUntil(lambda: session.main is not None and session.main.backups.status is not None)
    return session


def _waiting() -> list[WaitDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, WaitDialog) and one.isVisible()]


def test_closing_makes_a_last_backup_and_then_goes(program: Program, qtbot: QtBot) -> None:
    session = _opened(program, qtbot)
    assert session.office is not None
    folder = session.office.store.layout.backups
    program.window.close()
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert not session.is_open
    made, = folder.iterdir()
    assert made.name.endswith("-close.labqbackup")
    program.window.show()
    session = _opened(program, qtbot)
    program.window.close()
    assert not program.window.isVisible()       # nothing was saved since


def test_the_last_backup_can_be_skipped(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = _opened(program, qtbot)
    assert session.office is not None
    folder, gate = session.office.store.layout.backups, threading.Event()

    def slow(backups: object, why: str, place: object, step: Step) -> Copied:
        gate.wait(10)
        step(1, 100)
        raise AssertionError("it was skipped")

    monkeypatch.setattr(opening, "make_and_copy", slow)
    program.window.close()
    dialog, = _waiting()
    assert "Making a backup" in dialog.windowTitle()
    dialog._out.click()
    gate.set()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert list(folder.iterdir()) == []


def test_a_last_backup_that_fails_is_told_and_does_not_keep_the_program_open(program: Program, qtbot: QtBot,
                                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers()
    program._ask = answers
    _opened(program, qtbot)
    monkeypatch.setattr(backup, "free_mb", lambda _: 0)
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert "no room" in answers.told[-1]
