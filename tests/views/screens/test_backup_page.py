import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.store import backup
from laborqa_desktop.usecases import restoring
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.backup.keeper import BackupKeeper
from laborqa_desktop.views.backup.page import BackupPage
from laborqa_desktop.views.backup.reminder import Reminder
from laborqa_desktop.views.bars import StatusBar
from laborqa_desktop.views.parts.layout import column
from tests.factory import Factory
from tests.views.conftest import Room


@pytest.fixture
def page(qtbot: QtBot, room: Room, make: Factory) -> BackupPage:
    made = BackupPage(room.desk)
    qtbot.addWidget(made)
    made.resize(1200, 560)
    made.show()
    return made


def _idle(qtbot: QtBot, page: BackupPage) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not page.task.busy and not page._desk.background._open, timeout=20_000)
    return wait


def _words(page: object) -> str:
    return " | ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())  # type: ignore[attr-defined]


def test_a_backup_made_by_hand_stands_in_the_list(qtbot: QtBot, room: Room, page: BackupPage) -> None:
    wait = _idle(qtbot, page)
    wait()
    assert "no verified backup" in _words(page)
    page.state.make_button.click()
    wait()
    assert "Last verified backup: today" in _words(page)
    assert "made and verified" in _words(page)
    assert len(page.rows.buttons) == 1
    page.state.make_button.click()      # by hand always, even when nothing was saved
    wait()
    assert len(page.rows.buttons) == 2


def test_trouble_is_a_sentence_and_nothing_is_lost(qtbot: QtBot, room: Room, page: BackupPage,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    wait = _idle(qtbot, page)
    monkeypatch.setattr(backup, "free_mb", lambda _: 0)
    page.state.make_button.click()
    wait()
    assert "no room" in _words(page)
    assert page.state.make_button.isEnabled()


def test_a_copy_for_a_stick_is_one_file(qtbot: QtBot, room: Room, page: BackupPage, tmp_path: Path) -> None:
    wait = _idle(qtbot, page)
    page.state.usb_button.click()       # no folder chosen: nothing happens
    wait()
    room.answers.target = tmp_path / "usb"
    page.state.usb_button.click()
    wait()
    assert [path.suffix for path in (tmp_path / "usb").iterdir()] == [".labqbackup"]
    assert "written and verified" in _words(page)


def test_the_second_place_gets_each_backup(qtbot: QtBot, room: Room, page: BackupPage, make: Factory,
                                           tmp_path: Path) -> None:
    wait = _idle(qtbot, page)
    place = tmp_path / "stick"
    place.mkdir()
    room.answers.target = room.office.store.folder / "backups"
    page.place.choose_button.click()
    wait()
    assert "inside the library" in _words(page)
    assert second.load(room.desk).folder is None
    room.answers.target = place
    keeper = BackupKeeper(room.desk, page)
    page.copied.connect(keeper.note)
    page.place.choose_button.click()
    wait()
    kept = second.load(room.desk)
    assert kept.folder == place
    assert kept.copied_at == room.office.store.clock()
    assert len(room.office.backups.all_in(place)) == 1
    assert "same disk" in _words(page)
    make.site(name="新")
    keeper.look()
    keeper.round()
    wait()
    assert len(room.office.backups.all_in(place)) == 2
    page.place.forget_button.click()
    assert second.load(room.desk).folder is None
    assert len(room.office.backups.all_in(place)) == 2


def test_the_drill_says_that_all_is_equal(qtbot: QtBot, room: Room, page: BackupPage) -> None:
    wait = _idle(qtbot, page)
    page.state.drill_button.click()
    wait()
    assert "The drill is good" in _words(page)
    wait()
    assert "Last good restore drill: 2026-11-23" in _words(page)


def test_a_restore_shows_first_what_would_change(qtbot: QtBot, room: Room, page: BackupPage, make: Factory) -> None:
    wait = _idle(qtbot, page)
    make.site(name="旧")
    page.state.make_button.click()
    wait()
    make.site(name="新")
    page.rows.buttons[0].click()
    wait()
    words = _words(page.dialog)
    assert "1 act of 2026-11-23 09:30 would be lost" in words
    assert "1 is only here now" in words
    assert "other values" not in words
    page.dialog.reject()
    assert room.office.records.count("site", _all()).n == 2
    page.preview(room.office.backups.all()[0].path)
    wait()
    with qtbot.waitSignals([page.restoring, page.restored], timeout=20_000):
        page.dialog.yes.click()
    assert room.office.records.count("site", _all()).n == 1
    assert "again as it was" in room.answers.told[-1]


def test_a_restore_is_cancelled_in_time_or_says_what_it_did(qtbot: QtBot, room: Room, page: BackupPage, make: Factory,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    old = room.office.backups.make()
    make.site()
    before, free, real = room.office.records.count("site", _all()).n, threading.Event(), restoring.put_back

    def held(*given: Any) -> Any:
        free.wait(5)
        return real(*given)

    monkeypatch.setattr(restoring, "put_back", held)
    page.restore(old.path)
    page.waiting.reject()
    assert page.waiting.isVisible()         # not before it is known whether the cancel was in time
    with qtbot.waitSignal(page.waiting.ended) as ended:
        free.set()
    assert ended.args == [None, ""]
    assert room.office.records.count("site", _all()).n == before
    begun, late = threading.Event(), threading.Event()

    def deaf(*given: Any) -> Any:
        begun.set()
        done = real(*given[:-1])            # hears of no cancel any more
        late.wait(5)
        return done

    monkeypatch.setattr(restoring, "put_back", deaf)
    with qtbot.waitSignal(page.restored, timeout=20_000):
        page.restore(old.path)
        assert begun.wait(20)               # a cancel before that would be in time
        page.waiting.reject()
        late.set()
    assert room.office.records.count("site", _all()).n == before - 1
    assert "again as it was" in room.answers.told[-1]


def test_the_list_of_backups_is_one_stop_where_arrows_move(qtbot: QtBot, room: Room, page: BackupPage) -> None:
    wait = _idle(qtbot, page)
    page.state.make_button.click()
    wait()
    newest = room.office.backups.all()[0]
    many = [replace(newest, path=newest.path.with_name(f"{n}.labqbackup"), verified=n != 2,
                    made_at=newest.made_at - timedelta(hours=n)) for n in range(60)]
    page.rows.show_backups(many, ())
    lines = page.rows.lines
    assert [line.focusPolicy() for line in lines].count(Qt.FocusPolicy.StrongFocus) == 1
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and lines[-1].isVisible())
    lines[0].setFocus()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 7), (Qt.Key.Key_End, 59), (Qt.Key.Key_Up, 58),
                       (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(QApplication.focusWidget() or page, key)
        assert lines[place].hasFocus()
        seen = lines[place].visibleRegion().boundingRect()
        assert seen.height() == lines[place].height(), f"line {place} is scrolled out of sight"
    with qtbot.waitSignal(page.rows.restore_asked) as asked:
        qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    assert asked.args == [many[0]]
    wait()
    assert "0.labqbackup cannot be read" in _words(page)        # such a stick was pulled out
    assert lines[0].hasFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Down)
    qtbot.keyClick(lines[1], Qt.Key.Key_Down)
    assert lines[2].accessibleName().endswith("damaged")
    with qtbot.assertNotEmitted(page.rows.restore_asked):
        qtbot.keyClick(lines[2], Qt.Key.Key_Return)
    wait()
    page.rows.show_backups(many, ())        # made anew while the keyboard is in it
    qtbot.waitUntil(page.rows.lines[2].hasFocus)


def test_enter_alone_puts_no_backup_back(qtbot: QtBot, room: Room, page: BackupPage, make: Factory) -> None:
    wait = _idle(qtbot, page)
    page.state.make_button.click()
    wait()
    make.site(name="新")
    page.rows.lines[0].setFocus()
    qtbot.keyClick(page.rows.lines[0], Qt.Key.Key_Return)
    wait()
    dialog = page.dialog
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def _all() -> object:
    from laborqa_desktop.usecases.listing import Query
    return Query()


def test_a_backup_of_another_kind_is_refused_in_words(qtbot: QtBot, room: Room, page: BackupPage,
                                                      tmp_path: Path) -> None:
    wait = _idle(qtbot, page)
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"x")
    room.answers.files = [picture]
    page.file_button.click()
    wait()
    assert "is no backup" in _words(page)


def test_the_status_bar_tells_the_last_backup(qtbot: QtBot, room: Room, make: Factory) -> None:
    bar = StatusBar(room.desk, 10)
    keeper = BackupKeeper(room.desk, bar)
    qtbot.addWidget(bar)
    keeper.shown.connect(bar.show_backup)
    with qtbot.waitSignal(keeper.shown):
        keeper.look()
    assert bar._backup.accessibleName() == "No backup yet"
    assert keeper.is_due()
    with qtbot.waitSignal(room.desk.signals.backed_up):
        keeper.round()
    with qtbot.waitSignal(keeper.shown):
        pass
    assert bar._backup.accessibleName() == "Backup 09:30"
    assert not keeper.is_due()
    make.site(name="新")
    room.desk.signals.changed.emit(None, None)
    assert keeper.is_due()
    later = room.office.store.clock() + timedelta(days=2)
    room.office.store.clock = lambda: later
    with qtbot.waitSignal(keeper.shown) as shown:
        keeper.look()
    assert shown.args is not None
    assert shown.args[:2] == ["Backup 2026-11-23", "warn"]
    with qtbot.waitSignal(bar.backup_asked):
        bar._backup.click()


def test_today_reminds_of_the_second_place(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = Reminder(room.desk)
    assert not line.isVisible()
    page.setLayout(column(line))
    page.show()
    assert line.isVisible()
    now = room.office.store.clock()
    second.keep(room.desk, second.Second(tmp_path, now - timedelta(days=6)))
    assert not line.isVisible()
    second.keep(room.desk, second.Second(tmp_path, now - timedelta(days=8)))
    assert line.isVisible()
    assert "8 days" in line.accessibleName()
    room.desk.preferences.keep(replace(room.desk.preferences.now, second_places={room.office.store.library_id: ["x"]}))
    assert second.load(room.desk) == second.Second()
