from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.store import engine
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.record_table import RecordTable
from laborqa_desktop.views.rows_editor import RowsEditor
from tests.factory import Factory
from tests.views.conftest import Room
from tests.views.support import unnamed


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> RecordScreen:
    return room.staff_screen(qtbot, "陈志强", "李桂芳", "王秀兰")


def title(screen: RecordScreen) -> str:
    return screen.form.loaded.title if screen.form.loaded else ""


def type_new(screen: RecordScreen, qtbot: QtBot) -> None:
    """Types a new person who can be saved."""
    for key, words in (("name", "Zhao Yumei"), ("code", "LB9"), ("birth_date", "1990.5.1"), ("hired_on", "5.1"),
                       ("phone", "13800006022")):
        screen.form.editor(key).widget.setFocus()
        box = screen.form.editor(key).widget
        box.clear()     # type: ignore[attr-defined]
        qtbot.keyClicks(box, words)
    picker = screen.form.editor("post_id").widget
    picker.setFocus()
    qtbot.keyClicks(picker, "bjy")
    qtbot.waitUntil(lambda: picker.offering)        # type: ignore[attr-defined]
    qtbot.keyClick(picker, Qt.Key.Key_Return)


def test_the_model_keeps_qts_rules_and_shows_pages_as_they_come(room: Room, qtbot: QtBot) -> None:
    for number in range(130):
        room.staff(f"员工{number:03}", f"LB{number:03}")
    model = RecordTable(room.office.records, room.desk.background, TYPES["staff"])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(model.loaded):
        model.show(Query(order=(("code", False),)))
    assert model.rowCount() == 130
    assert model.id_at(120) is None
    with qtbot.waitSignal(model.fetched):
        pass
    assert model.index(120, 1).data() == "LB120"
    keep = model.id_at(120)
    with qtbot.waitSignal(model.loaded):
        model.show(replace(model.query, order=(("code", True),)), keep=keep)
    assert model.place == 9
    with qtbot.waitSignal(model.loaded):
        model.show(replace(model.query, filters=(Filter("code", ("LB007",)),)))
    assert model.rowCount() == 1
    assert tester is not None


def test_arrows_change_the_record_and_the_form_keeps_its_field(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.form.focus_field("phone")
    assert title(screen) == "陈志强"
    qtbot.keyClick(screen.form.editor("phone").widget, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: title(screen) == "李桂芳")
    assert screen.form.focused_key() == "phone"


@pytest.mark.parametrize("goes_elsewhere", [False, True])
def test_enter_before_the_rows_are_there_enters_the_form_when_they_come(
        room: Room, qtbot: QtBot, goes_elsewhere: bool) -> None:
    room.staff("陈志强", "LB1")
    free = Event()
    room.desk.background.read(lambda: free.wait(5), lambda answer: None)    # the rows wait behind it
    screen = RecordScreen(room.desk, TYPES["staff"])
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.list.view.setFocus()
    assert screen.list.current is None
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Return)
    if goes_elsewhere:
        screen.list.search.setFocus()
    free.set()
    qtbot.waitUntil(lambda: screen.form.loaded is not None)
    qtbot.waitUntil(lambda: bool(screen.form.focused_key()) or goes_elsewhere)
    assert bool(screen.form.focused_key()) is not goes_elsewhere
    assert screen.list.search.hasFocus() is goes_elsewhere


def test_leaving_saves_what_is_valid(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    assert screen.form.loaded is not None
    number = screen.form.loaded.id
    assert number is not None
    box = screen.form.editor("team").widget
    box.setFocus()
    qtbot.keyClicks(box, "A")
    with qtbot.waitSignal(screen.keeper.saved):
        screen.list.step(1)
    assert room.office.records.load("staff", number).values["team"] == "A"


def test_an_invalid_record_stays_as_a_draft_and_comes_back(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    assert screen.form.loaded is not None
    number = screen.form.loaded.id
    box = screen.form.editor("hired_on").widget
    box.setFocus()
    box.selectAll()     # type: ignore[attr-defined]
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    screen.list.step(1)
    qtbot.waitUntil(lambda: room.office.records.draft_load("staff", number) is not None)
    screen.list.step(-1)
    qtbot.waitUntil(lambda: title(screen) == "陈志强")
    assert screen.form.dirty
    assert [flaw.field for flaw in screen.form.errors()] == ["hired_on"]
    assert room.office.records.load("staff", number or 0).values["hired_on"] is not None


def test_a_new_record_is_typed_and_saved_and_found_in_the_list(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    screen.new_record()
    type_new(screen, qtbot)
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.save()
    qtbot.waitUntil(lambda: screen.list.model.rowCount() == 4)
    assert title(screen) == "Zhao Yumei"


def test_f8_goes_to_what_blocks_saving(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.new_record()
    assert not screen.save()
    assert screen.form.focused_key() == "name"
    screen.form.go_to_next_error()
    assert screen.form.focused_key() == "birth_date"


def test_a_masked_value_is_shown_on_demand_and_that_is_logged(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    phone = screen.form.editor("phone")
    assert phone.widget.text() == "138****6021"     # type: ignore[attr-defined]
    assert phone.get() == "13800006021"
    assert phone.widget.isReadOnly()                # type: ignore[attr-defined]
    phone.show_whole()                              # type: ignore[attr-defined]
    assert phone.widget.text() == "13800006021"     # type: ignore[attr-defined]
    assert not phone.widget.isReadOnly()            # type: ignore[attr-defined]
    assert screen.form.loaded is not None
    acts = [str(entry.act) for entry in room.office.records.history("staff", screen.form.loaded.id or 0)]
    assert any("Revealed" in act for act in acts)


def test_the_id_number_fills_birth_date_and_gender(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.new_record()
    box = screen.form.editor("id_no").widget
    box.setFocus()
    qtbot.keyClicks(box, "11010519491231002X")
    assert str(screen.form.editor("birth_date").get()) == "1949-12-31"
    assert screen.form.editor("gender").get() == "female"


def test_del_archives_and_the_strip_offers_the_way_back(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    screen.list.view.setFocus()
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Delete)
    dialog = screen.list.window().findChild(FieldsDialog)
    assert dialog is not None       # a staff file asks why
    reason = dialog.box("reason")
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("离职多年")
    with qtbot.waitSignal(room.desk.signals.changed):
        dialog.yes.click()
    qtbot.waitUntil(lambda: screen.list.model.rowCount() == 2)
    with qtbot.waitSignal(room.desk.signals.go) as asked:
        screen.list.undo_asked.emit()
    assert asked.args == ["undo", None]


def test_the_grid_behaves_like_excel(screen: RecordScreen, qtbot: QtBot) -> None:
    editor = screen.form.editor("work_history")
    assert isinstance(editor, RowsEditor)
    view, model = editor.grid.view, editor.grid.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    cell = QApplication.focusWidget()
    qtbot.keyClicks(cell, "Acme")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    view.setCurrentIndex(model.index(1, 2))
    qtbot.keyClick(view, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    rows = editor.get()
    assert [row["company"] for row in rows] == ["Acme", "Acme"]
    assert str(rows[1]["from_on"]) == "2026-11-23"
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.get()) == 1
    assert tester is not None


def test_everything_that_takes_the_keyboard_has_a_name(screen: RecordScreen) -> None:
    assert unnamed(screen) == []


def test_the_menu_of_a_record_prints_what_is_typed(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    team = screen.form.editor("team").widget
    qtbot.keyClicks(team, "Team 7")
    printing = next(one for one in screen.head.menu.actions() if "rint" in one.text())
    with qtbot.waitSignal(room.desk.signals.go, timeout=5_000) as asked:
        printing.trigger()
    assert asked.args is not None
    assert asked.args[0] == "print"
    assert "Team 7" in PdfDocument(asked.args[1])[0].get_textpage().get_text_range()


def test_the_time_of_saving_is_told_in_the_librarys_zone(room: Room, qtbot: QtBot) -> None:
    room.staff("陈志强", "LB1")
    zone = ZoneInfo("Asia/Kathmandu")       # no computer that runs this is 5:45 ahead
    made = RecordScreen(replace(room.desk, zone=zone), TYPES["staff"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.form.loaded is not None)
    heard: list[str] = []
    made.keeper.state.connect(lambda words, tone: heard.append(words))
    before = datetime.now(zone)
    box = made.form.editor("team").widget
    box.setFocus()
    qtbot.keyClicks(box, "A")
    with qtbot.waitSignal(made.keeper.saved):
        made.keeper.save()
    assert heard[-1][-5:] in {f"{moment:%H:%M}" for moment in (before, datetime.now(zone))}


def test_what_is_typed_while_a_save_is_under_way_becomes_a_draft(screen: RecordScreen, room: Room,
                                                                 qtbot: QtBot) -> None:
    loaded = screen.form.loaded
    assert loaded is not None
    editor = screen.form.editor("remarks")
    editor.put("first")
    screen.form.edited.emit()
    assert screen.save()
    editor.put("first and second")      # the answer to the save is still on its way
    screen.form.edited.emit()
    qtbot.waitUntil(lambda: not screen.keeper.busy)
    assert screen.keeper._timer.isActive()
    screen.keeper.keep_draft()
    qtbot.waitUntil(lambda: room.office.records.draft_load("staff", loaded.id) is not None)
    kept = room.office.records.draft_load("staff", loaded.id)
    assert kept is not None
    assert kept.values == {"remarks": "first and second"}


def test_while_another_program_writes_what_was_typed_stays_and_is_saved_later(
        screen: RecordScreen, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    store, said = room.office.store, list[str]()
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    for connection in store._all:
        engine.driver(connection).execute("PRAGMA busy_timeout = 50")
    screen.keeper.state.connect(lambda words, tone: said.append(f"{tone}: {words}"))
    assert screen.form.loaded is not None
    number = screen.form.loaded.id
    assert number is not None
    box = screen.form.editor("team").widget
    box.setFocus()
    qtbot.keyClicks(box, "A")
    with closing(engine.connect(store.layout.database, store.keys)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert screen.keeper.save()
        qtbot.waitUntil(lambda: any(one.startswith("error: The library is in use") for one in said))
        qtbot.waitUntil(lambda: not screen.keeper.busy)
        assert screen.form.dirty
        assert screen.form.values()["team"] == "A"
        assert room.office.records.load("staff", number).values["team"] == ""
        other.execute("ROLLBACK")
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.keeper.save()
    assert room.office.records.load("staff", number).values["team"] == "A"


@contextmanager
def slow_writing(room: Room) -> Iterator[None]:
    """Everything handed to the worker that writes waits until the end of the block."""
    gate = Event()
    room.desk.background.run(lambda step: gate.wait(20), lambda _: None)
    try:
        yield
    finally:
        gate.set()


def test_ctrl_n_in_a_begun_record_keeps_what_was_typed_before_the_worker_wrote_it(
        screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    screen.new_record()
    box = screen.form.editor("name").widget
    box.setFocus()
    with slow_writing(room):
        qtbot.keyClicks(box, "Li")
        screen.new_record()
        assert screen.form.values()["name"] == "Li"
        screen.form.focus_field("name", select=False)
        qtbot.keyClicks(box, " Xiao")
        screen.open_record(screen.list.model.id_at(0) or 0)
        screen.keeper.leave()
    qtbot.waitUntil(lambda: (draft := room.office.records.draft_load("staff", None)) is not None
                    and draft.values["name"] == "Li Xiao")


def test_a_new_record_whose_save_is_on_its_way_does_not_come_back_as_a_draft(
        screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    screen.new_record()
    type_new(screen, qtbot)
    screen.keeper.keep_draft()
    qtbot.waitUntil(lambda: room.office.records.draft_load("staff", None) is not None)
    with qtbot.waitSignal(screen.keeper.saved), slow_writing(room):
        screen.new_record()
        assert screen.form.values()["name"] == ""
    assert room.office.records.draft_load("staff", None) is None


def test_going_away_and_back_before_a_save_ends_shows_what_is_being_saved(
        screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    assert screen.form.loaded is not None
    number = screen.form.loaded.id
    assert number is not None
    box = screen.form.editor("team").widget
    box.setFocus()
    with slow_writing(room):
        qtbot.keyClicks(box, "A")
        screen.list.step(1)
        qtbot.waitUntil(lambda: title(screen) == "李桂芳")
        screen.list.step(-1)
        qtbot.waitUntil(lambda: title(screen) == "陈志强")
        assert screen.form.values()["team"] == "A"
        screen.form.focus_field("team", select=False)
        qtbot.keyClicks(box, "B")
    qtbot.waitUntil(lambda: not screen.keeper.busy)
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.keeper.save()
    assert room.office.records.load("staff", number).values["team"] == "AB"


@pytest.mark.parametrize("key", ["team", "remarks"])
def test_a_save_that_tidies_and_a_change_elsewhere_leave_the_caret_behind_what_was_typed(
        screen: RecordScreen, room: Room, qtbot: QtBot, key: str) -> None:
    screen.form.focus_field(key, select=False)
    box = screen.form.editor(key).widget
    qtbot.keyClicks(box, "one  two")
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.keeper.save()
    room.desk.signals.changed.emit((), None)
    qtbot.keyClicks(box, " three")
    assert " ".join(str(screen.form.editor(key).get()).split()) == "one two three"


def test_a_stored_site_without_a_client_says_what_that_costs(room: Room, qtbot: QtBot) -> None:
    site = {"code": "S1", "name": "乙楼", "service_type": "cleaning"}
    lost = room.office.records.save("site", None, site).id
    client = Factory(room.office.store).client(name="甲公司")
    good = room.office.records.save("site", None, {**site, "code": "S2", "client_id": client}).id
    screen = RecordScreen(room.desk, TYPES["site"])
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.list.model.loaded):
        screen.show()
    for record, words in ((lost, "any client's report"), (good, ""), (lost, "any client's report")):
        screen.open_record(record)
        qtbot.waitUntil(lambda record=record: screen.form.loaded is not None and screen.form.loaded.id == record)
        assert words in _below(screen, "client_id")
        assert bool(words) == bool(_below(screen, "client_id"))
    assert not screen.form.dirty
    assert screen.form.errors() == []


def test_a_mobile_number_a_digit_short_is_doubted_while_typing_and_saved_all_the_same(
        screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    screen.form.editor("phone").show_whole()        # type: ignore[attr-defined]
    phone = screen.form.editor("phone").widget
    phone.setFocus()
    phone.clear()       # type: ignore[attr-defined]
    qtbot.keyClicks(phone, "1380013800")
    qtbot.waitUntil(lambda: "11 digits, this one has 10" in _below(screen, "phone"), timeout=5_000)
    qtbot.keyClicks(phone, "0")
    qtbot.waitUntil(lambda: _below(screen, "phone") == "", timeout=5_000)
    qtbot.keyClicks(phone, "0")
    qtbot.waitUntil(lambda: "this one has 12" in _below(screen, "phone"), timeout=5_000)
    assert screen.form.errors() == []


def _below(screen: RecordScreen, key: str) -> str:
    return screen.form.frame(key).editor.accessibleDescription()


def test_what_is_not_saved_says_which_keys_save_it(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.new_record()
    name = screen.form.editor("name").widget
    qtbot.keyClicks(name, "Wang")
    assert "Ctrl+S" in screen._state.text()


def test_a_date_before_two_others_is_one_thing_to_correct(room: Room, qtbot: QtBot) -> None:
    screen = RecordScreen(room.desk, TYPES["certificate"])
    qtbot.addWidget(screen)
    screen.show()
    screen.new_record()
    form = screen.form
    form.editor("person_id").put(room.staff("王秀兰", "LB1"), "王秀兰")
    form.editor("type").put("health")
    for key, day in (("issued_on", date(2024, 5, 1)), ("valid_from", date(2024, 5, 1)),
                     ("valid_to", date(2023, 5, 1))):
        form.editor(key).put(day)
    with qtbot.waitSignal(form.checked) as told:
        form.check(show_all=True)
    assert [flaw.field for flaw in form.errors()] == ["valid_to", "valid_to"]
    assert told.args[0] == 1


def test_enter_in_a_record_nobody_can_edit_goes_to_its_first_field(room: Room, qtbot: QtBot) -> None:
    form = RecordForm(room.desk, TYPES["training_session"])
    qtbot.addWidget(form)
    form.show()
    blank = room.office.records.blank("training_session")
    for loaded, first in ((blank, "course_id"), (replace(blank, archived=True), "code")):
        form.show_record(loaded)
        form.focus_field()
        assert form.focusWidget().objectName() == first
