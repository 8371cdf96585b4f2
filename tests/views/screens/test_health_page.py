"""The health page and the damage procedure as the user sees them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.store import settings
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.library import create
from laborqa_desktop.usecases.backups import Backup
from laborqa_desktop.usecases.damage import Examined
from laborqa_desktop.usecases.health import Part, Result
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.damage.page import DamagePage
from laborqa_desktop.views.health.page import HealthPage
from laborqa_desktop.views.health.watch import HealthWatch
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.theme import Theme
from tests.factory import Factory
from tests.unit.store.conftest import ACT, CHEAP, PASSWORD
from tests.unit.store.test_salvage import pages_of, spoil
from tests.views.conftest import Room
from tests.views.support import Answers


def words(shown: QWidget) -> str:
    return " | ".join(one.text() for one in shown.findChildren(QLabel) if not one.isHidden())


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> HealthPage:
    made = HealthPage(room.desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "not checked yet" in words(made))
    return made


def test_a_sound_library_is_said_to_be_sound(page: HealthPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    assert "The library is sound" in words(page)
    assert page.heal_button.isHidden()
    assert page.mend_button.isHidden()


def test_what_can_be_put_right_is_put_right_by_one_button(room: Room, page: HealthPage, qtbot: QtBot) -> None:
    room.office.store.layout.reserve.unlink()
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    assert "reserve.bin" in words(page)
    assert page.mend_button.isHidden()
    with qtbot.waitSignal(page.looked):
        page.heal_button.click()
    assert "The library is sound" in words(page)
    assert room.office.store.layout.reserve.is_file()


def test_damage_leads_to_the_procedure_after_a_question(room: Room, page: HealthPage, qtbot: QtBot) -> None:
    with room.office.store.write(ACT) as work:
        work.add_all_fast(OrgUnit, [{"name": "单位"}])
    with room.office.store.quiet() as session:
        session.connection().exec_driver_sql("UPDATE history SET \"values\" = '{}' WHERE id = 1")
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    assert "The library is damaged" in words(page)
    room.answers.yes = False
    with qtbot.assertNotEmitted(page.mend_asked):
        page.mend_button.click()
    room.answers.yes = True
    with qtbot.waitSignal(page.mend_asked):
        page.mend_button.click()


@pytest.fixture
def window(room: Room, page: HealthPage, qtbot: QtBot) -> MainWindow:
    """The window, which hears what the page found."""
    made = MainWindow(room.desk, "洁安劳务", "2026", first="people")
    qtbot.addWidget(made)
    page.looked.connect(made._show_health)
    made.show()
    return made


def bands(window: MainWindow) -> list[bool]:
    return [not one.isHidden() and not window.trouble.isHidden()
            for one in (window.damage_band, window.files_band, window.backup_band)]


def checked(page: HealthPage, qtbot: QtBot) -> Result:
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    found = page._health.last()
    assert found is not None
    return found


def test_a_damaged_backup_an_attachment_and_the_database_have_their_own_weight(
        room: Room, page: HealthPage, window: MainWindow, qtbot: QtBot) -> None:
    store, layout = room.office.store, room.office.store.layout
    room.office.backups.make("manual")
    [backup] = layout.backups.glob("*.labqbackup")
    backup.write_bytes(backup.read_bytes()[:-200])
    assert checked(page, qtbot).worst is Part.BACKUP
    assert "the library itself is whole" in words(page)
    assert "What now" not in words(page)
    assert page.mend_button.isHidden()
    assert bands(window) == [False, False, True]
    with qtbot.waitSignal(room.desk.signals.go) as gone:
        page.backup_button.click()
    assert gone.args == ["backup", None]
    room.office.attachments.add("staff", room.staff("张伟", "A1"), "证件.txt", b"scan")
    [file] = [one for one in layout.attachments.rglob("*") if one.is_file()]
    file.write_bytes(b"nonsense")
    assert checked(page, qtbot).worst is Part.ATTACHMENT
    assert "the records are whole" in words(page)
    assert "证件.txt" in words(page)
    assert page.mend_button.isHidden()
    assert page.backup_button.isHidden()
    assert bands(window) == [False, True, False]
    found = page._health.last()
    room.office.health._last = None             # as kept in the library
    assert room.office.health.last() == found
    with store.quiet() as session:
        session.connection().exec_driver_sql("UPDATE history SET \"values\" = '{}' WHERE id = 1")
    assert checked(page, qtbot).worst is Part.DATABASE
    assert "The library is damaged" in words(page)
    assert not page.mend_button.isHidden()
    assert bands(window) == [True, False, False]


def test_a_result_kept_before_parts_were_told_is_read(room: Room) -> None:
    with room.office.store.quiet() as session:
        settings.put(session, "health.checked", ["2026-11-01T08:00:00+00:00", [
            ["Library", "The search index is missing.", {}, True, False],
            ["Library", "{count} places of the database are damaged. Put back a copy from the folder backups.",
             {"count": 3}, False, False]]])
    last = room.office.health.last()
    assert last is not None
    assert last.worst is Part.DATABASE


def test_a_day_without_a_look_ends_in_one_and_typing_stops_it(room: Room, qtbot: QtBot) -> None:
    owner = QObject()
    watch = HealthWatch(room.desk, owner)
    watch.look()
    assert watch.busy
    QApplication.sendEvent(QApplication.instance() or owner, QKeyEvent(QEvent.Type.KeyPress, 0, _none()))
    assert not watch.busy
    with qtbot.waitSignal(watch.looked):
        watch.look()
    last = room.office.health.last()
    assert last is not None
    assert last.is_sound
    QApplication.instance().removeEventFilter(watch)    # type: ignore[union-attr]


def _none() -> "object":
    from PySide6.QtCore import Qt
    return Qt.KeyboardModifier.NoModifier


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    store, _ = create(tmp_path / "库", PASSWORD, costs=CHEAP)
    with store.write(ACT) as work:
        work.add_all_fast(OrgUnit, [{"name": f"单位{n}"} for n in range(500)])
    spoil(store, [pages_of(store, "org_unit")[1], pages_of(store, "history")[1]])
    return store.folder


@pytest.fixture
def begin(themed: Theme, damaged: Path, qtbot: QtBot) -> object:
    background, freed = Background(), []

    def make(secret: str, answers: Answers) -> DamagePage:
        made = DamagePage(background, answers, damaged, secret, "李洋", lambda folder: lambda: freed.append(folder))
        qtbot.addWidget(made)
        made.show()
        made.freed = freed      # type: ignore[attr-defined]
        return made

    yield make
    background.close()


Begin = Callable[[str, Answers], DamagePage]


def test_where_nothing_can_be_read_the_backup_is_the_one_way_and_without_it_there_is_none(
        begin: Begin, damaged: Path) -> None:
    shown, aside = begin(PASSWORD, Answers()), damaged / "damaged-20261123-091500"
    backup = Backup(aside, datetime(2026, 11, 20, 9, 30, tzinfo=UTC), "timer", True, 1, "", True)
    shown._show_step(2)
    for found, primary, foot in ((backup, "primary", True), (None, "primary", False)):
        shown._seen((None, Examined(aside, None, found)))     # type: ignore[arg-type]
        assert (shown.back_button.property("kind"), shown._foot.isVisible()) == (primary, foot)
        assert "2. " not in words(shown), "there is no first choice"


def test_the_procedure_saves_what_can_be_saved(begin: Begin, damaged: Path, qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    shown = begin(PASSWORD, answers)
    shown.begin_button.click()
    qtbot.waitUntil(lambda: shown.save_button.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: "damaged-" in words(shown))
    assert shown.back_button.isHidden()
    answers.target = tmp_path / "缺失.txt"
    shown.list_button.click()
    assert "history are missing" in answers.target.read_text("utf-8-sig")
    assert shown.save_button.hasFocus()
    shown.save_button.click()
    qtbot.waitUntil(lambda: shown.open_button.isVisible(), timeout=20_000)
    assert "sound again" in words(shown)
    assert shown.open_button.hasFocus()
    assert shown.list_again.isVisible()     # what is missing can still be kept
    assert shown.freed == [damaged]     # type: ignore[attr-defined]
    with qtbot.waitSignal(shown.open_asked) as asked:
        shown.open_button.click()
    assert asked.args == [str(damaged), PASSWORD]
    assert check_folder(damaged, PASSWORD) == []


def test_a_wrong_password_is_said_and_may_be_typed_again(begin: Begin, qtbot: QtBot) -> None:
    shown = begin("wrong", Answers())
    shown.begin_button.click()
    qtbot.waitUntil(lambda: "does not open this library" in words(shown), timeout=10_000)
    assert shown.begin_button.isVisible()
    qtbot.waitUntil(shown.password.hasFocus)
    assert shown.password.selectedText() == "wrong"
    shown.password.setText(PASSWORD)
    shown.begin_button.click()
    qtbot.waitUntil(lambda: shown.save_button.isVisible(), timeout=20_000)
    with qtbot.waitSignal(shown.left):
        shown.leave_button.click()


def test_examining_that_is_cancelled_begins_again(begin: Begin, damaged: Path, qtbot: QtBot) -> None:
    shown = begin(PASSWORD, Answers())
    shown.begin_button.click()
    shown.task.cancelled.emit()
    assert shown.freed == [damaged]     # type: ignore[attr-defined]
    assert shown.begin_button.isEnabled()
    shown.begin_button.click()
    qtbot.waitUntil(lambda: shown.save_button.isVisible(), timeout=20_000)


def test_lost_attachments_are_fetched_by_one_button_and_what_is_found_nowhere_is_named(
        room: Room, page: HealthPage, make: Factory, qtbot: QtBot, tmp_path: Path) -> None:
    store, stick, person = room.office.store, tmp_path / "stick", make.staff(name="张三")
    stick.mkdir()
    with store.write(ACT) as work:
        ids = [Files(store).put(work.session, name.encode(), original_name=name) for name in ("甲.jpg", "乙.pdf")]
    full = room.office.backups.full(stick).path
    with store.write(ACT) as work:
        ids.append(Files(store).put(work.session, b"later", original_name="丙.txt"))
        work.session.add(AttachmentLink(blob_id=ids[2], table_name="person", record_id=person))
    for blob in ids:
        Files(store).path(blob).unlink()
    assert page.fetch_button.isHidden()
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    assert page.fetch_button.isVisible()
    assert page.file_button.isVisible()
    with qtbot.waitSignal(page.looked, timeout=10_000):
        page.fetch_button.click()
    assert "No healthy copy of 3 attached files" in words(page._warned)
    assert page._fetched.isHidden()
    room.answers.files = [full]
    with qtbot.waitSignal(page.looked, timeout=10_000):
        page.file_button.click()
    assert "2 attached files are whole again" in words(page._fetched)
    assert f"2 from the backup {full.name}" in words(page._fetched)
    assert "丙.txt · staff file: 张三" in words(page._warned), "which record it has to be attached to again"
    assert Files(store).get(ids[0]) == "甲.jpg".encode()
    Files(store).path(ids[2]).parent.mkdir(exist_ok=True)
    with store.write(ACT) as work:
        Files(store).put(work.session, b"later", original_name="丙.txt")
    with qtbot.waitSignal(page.looked):
        page.check_button.click()
    assert "The library is sound" in words(page)
    assert page.fetch_button.isHidden()
    assert page._warned.isHidden()
