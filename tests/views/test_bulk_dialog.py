"""Bulk edit on the screen: chosen rows, the preview, one step; and rows chosen that were never fetched."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.usecases import reasons
from laborqa_desktop.usecases.bulk_editing import BulkEdits, BulkPlan, offered
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views import record_table
from laborqa_desktop.views.bulk_dialog import BulkDialog
from laborqa_desktop.views.bulk_table import AFTER, BEFORE, NAME, WHY
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.bands import UndoBar
from tests.views.conftest import Room
from tests.views.support import unnamed


def sites(room: Room, count: int) -> list[int]:
    records = room.office.records
    return [records.save("site", None, {**records.blank("site").values, "name": f"{no + 1:02d}号楼", "code": f"S{no}",
                                        "service_type": "cleaning"}).id for no in range(count)]


@pytest.fixture
def panel(room: Room, qtbot: QtBot) -> ListPanel:
    sites(room, 3)
    made = ListPanel(room.desk, TYPES["site"])
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    return made


def opened(panel: ListPanel, qtbot: QtBot) -> BulkDialog:
    panel.view.selectAll()
    panel.view.setFocus()
    panel.changes.change_field()
    qtbot.waitUntil(lambda: panel.window().findChild(BulkDialog) is not None)
    dialog = panel.window().findChild(BulkDialog)
    assert dialog is not None
    return dialog


def choose(dialog: BulkDialog, key: str, value: Any) -> None:
    dialog.field.set_key(key)
    dialog.field.activated.emit(dialog.field.currentIndex())
    dialog.editor.put(value)
    dialog.editor.changed.emit()


def shown(dialog: BulkDialog, column: int) -> list[str]:
    rows = dialog.table.rows
    return [rows.words(place, column) for place in range(rows.rowCount())]


def test_before_and_after_are_shown_and_all_is_one_step(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    one = records.ids("site", Query())[0]
    loaded = records.load("site", one)
    records.save("site", one, {**loaded.values, "visit_cycle_days": 14}, loaded.row_version)
    gone = records.ids("site", Query())[2]
    dialog = opened(panel, qtbot)
    assert unnamed(dialog) == []
    assert not dialog.go.isEnabled()
    choose(dialog, "visit_cycle_days", 14)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert shown(dialog, NAME) == ["01号楼", "02号楼", "03号楼"]
    assert shown(dialog, BEFORE) == ["14", "(empty)", "(empty)"]
    assert shown(dialog, AFTER) == ["unchanged", "14", "14"]
    assert shown(dialog, WHY) == ["It is so already", "", ""]
    assert dialog.go.accessibleName() == "Change 2 records"
    dialog.which._choose("same")
    assert shown(dialog, NAME) == ["01号楼"]
    with qtbot.waitSignal(room.desk.signals.changed) as told:
        dialog.go.click()
    changes: Any = told.args[0]
    assert records.load("site", gone).values["visit_cycle_days"] == 14
    strip = panel.findChild(UndoBar)
    assert strip is not None
    assert strip.isVisible()
    assert strip.accessibleName() == "Changed: 2"
    records.undo(changes.act_id)
    assert [records.load("site", each).values["visit_cycle_days"] for each in records.ids("site", Query())] == [
        14, None, None]


def test_emptying_asks_for_a_tick_and_required_fields_have_none(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    for one in records.ids("site", Query())[:2]:
        loaded = records.load("site", one)
        records.save("site", one, {**loaded.values, "address": "和平路"}, loaded.row_version)
    dialog = opened(panel, qtbot)
    choose(dialog, "service_type", None)
    assert not dialog.empty.isEnabled()
    choose(dialog, "address", "")
    qtbot.waitUntil(lambda: not dialog.pause.isActive())
    assert not dialog.go.isEnabled()        # nothing typed is no wish to empty it
    dialog.empty.click()
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert shown(dialog, AFTER) == ["(empty)", "(empty)", "unchanged"]
    dialog.field.set_key("square_metres")
    dialog.field.activated.emit(0)
    assert not dialog.empty.isChecked()
    assert not dialog.go.isEnabled()
    dialog.editor.widget.setText("abc")     # type: ignore[attr-defined]
    dialog.editor.changed.emit()
    qtbot.waitUntil(lambda: "no number" in dialog.editor.widget.accessibleDescription())
    dialog.reject()


def test_a_record_changed_meanwhile_is_told_and_the_preview_made_anew(panel: ListPanel, room: Room,
                                                                      qtbot: QtBot) -> None:
    records = room.office.records
    dialog = opened(panel, qtbot)
    choose(dialog, "visit_cycle_days", 7)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    loaded = records.load("site", records.ids("site", Query())[0])
    records.save("site", loaded.id, {**loaded.values, "visit_cycle_days": 30}, loaded.row_version)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.band.isVisible())
    assert "changed since you looked" in dialog.band.accessibleName()
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert shown(dialog, BEFORE)[0] == "30"
    dialog.reject()


def test_after_a_cancel_the_same_can_be_done_again(panel: ListPanel, room: Room, qtbot: QtBot,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    free, real = threading.Event(), BulkEdits.apply

    def held(self: BulkEdits, plan: BulkPlan, progress: Any = None, reason: str = "") -> Any:
        free.wait(5)
        return real(self, plan, progress, reason)

    monkeypatch.setattr(BulkEdits, "apply", held)
    dialog = opened(panel, qtbot)
    choose(dialog, "visit_cycle_days", 7)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    before = room.office.records.last_act()
    dialog.go.click()
    dialog.task.cancelled.emit()
    dialog.reject()
    assert dialog.isVisible()       # not before it is known whether the cancel was in time
    free.set()
    qtbot.waitUntil(lambda: not dialog.task.busy)
    assert room.office.records.last_act() == before
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.changed):
        dialog.go.click()
    assert not dialog.isVisible()


def test_every_field_of_every_type_has_an_editor_that_names_itself(room: Room, qtbot: QtBot) -> None:
    host = ListPanel(room.desk, TYPES["site"])
    qtbot.addWidget(host)
    for key, kind in TYPES.items():
        if not offered(key):
            continue
        dialog = BulkDialog(room.desk, host, kind, [1])
        for field in offered(key):
            dialog.field.set_key(field.key)
            dialog._take_field()
            assert dialog.editor.field.key == field.key
            assert field.kind in (Kind.REF, Kind.DATE) or dialog.editor.get() in (None, "", [])
        dialog.reject()
        dialog.deleteLater()


def test_rows_that_were_never_fetched_are_chosen_too(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_table, "PAGE", 5)
    ids = sites(room, 40)
    panel = ListPanel(room.desk, TYPES["site"])
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 40)
    assert panel.model.known_id(38) is None
    panel.view.selectAll()
    assert panel.view.chosen_count() == 40
    got: list[list[int]] = []
    panel.with_chosen(got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert sorted(got[0]) == ids
    panel.view.clearSelection()
    model, flags = panel.view.selectionModel(), QItemSelectionModel.SelectionFlag
    for place in (1, 38):
        model.select(panel.model.index(place, 0), flags.Select | flags.Rows)
    panel.with_chosen(got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    wanted = room.office.records.ids("site", Query(order=TYPES["site"].order))
    assert got[1] == [wanted[1], wanted[38]]
    panel.view.selectAll()
    panel.changes.archive()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0 or not room.office.records.ids("site", Query()))


def test_the_keys_open_it_and_archived_rows_cannot_be_changed(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    qtbot.keyClick(panel.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: panel.window().findChild(BulkDialog) is not None)
    first = panel.window().findChild(BulkDialog)
    assert first is not None
    first.reject()
    panel.show_query(Query(archived=True))
    entry = next(one for one in panel.menu.build().actions() if one.text() == "Change a &field…")
    assert not entry.isEnabled()


def test_a_reason_is_asked_for_where_a_rule_wants_one(room: Room, qtbot: QtBot,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    records = room.office.records
    site = sites(room, 1)[0]
    owner = room.staff("陈志强", "LB1")
    unit = records.save("org_unit", None, {**records.blank("org_unit").values, "name": "保洁部", "kind": "dept"}).id
    one = records.save("problem", None, {
        **records.blank("problem").values, "site_id": site, "owner_id": owner, "description": "地面有积水",
        "department_id": unit}).id
    monkeypatch.setattr(reasons, "_counting", lambda session, problem: "QR-1")
    host = ListPanel(room.desk, TYPES["problem"])
    qtbot.addWidget(host)
    dialog = BulkDialog(room.desk, host, TYPES["problem"], [one])
    choose(dialog, "severity", "critical")
    qtbot.waitUntil(lambda: dialog._plan is not None)
    assert not dialog.go.isEnabled()
    assert not dialog.reason_frame.isHidden()
    dialog.reason.setText("复核后定级")
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.changed):
        dialog.go.click()
    assert records.history("problem", one)[0].reason == "复核后定级"
