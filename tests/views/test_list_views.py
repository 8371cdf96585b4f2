"""Named views of a list: tabs above it, its menu, what is remembered from one day to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.saved_views import SavedViews
from laborqa_desktop.views.ask import ending_as
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.trail import Trail
from tests.views.conftest import Room

TEAM = (Filter("team", ("一组",)),)


def shown(desk: Desk, qtbot: QtBot) -> ListPanel:
    """The list as it appears when its screen is made."""
    made = ListPanel(desk, TYPES["staff"])
    qtbot.addWidget(made)
    made.resize(620, 500)
    with qtbot.waitSignal(made.model.loaded):
        made.show()
    return made


@pytest.fixture
def panel(room: Room, qtbot: QtBot) -> ListPanel:
    for number, (name, team) in enumerate((("陈志强", "一组"), ("李桂芳", "一组"), ("王秀兰", "二组")), 1):
        room.staff(name, f"LB{number}", team=team)
    return shown(room.desk, qtbot)


def names(panel: ListPanel) -> list[str]:
    return [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]


def tabs(panel: ListPanel) -> list[str]:
    return [one.text for one in panel.views.tabs._items] if panel.views.tabs.isVisible() else []


def act(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text().replace("&", "").startswith(words)).trigger()


def give_name(panel: ListPanel, name: str) -> FieldsDialog:
    dialog = panel.window().findChild(FieldsDialog)
    assert isinstance(dialog, FieldsDialog)
    dialog.given.emit({"name": name})
    return dialog


def test_a_view_is_saved_by_name_stands_above_the_list_and_is_chosen_by_keyboard(
        panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    assert tabs(panel) == []
    with qtbot.waitSignal(panel.model.loaded):
        panel.choose(Query(filters=TEAM, order=(("code", True),)))
        panel.show_columns(tuple(TYPES["staff"].column(key) for key in ("name", "team")))
    act(panel.views.build(), "Save as a new view")
    give_name(panel, "一组人员")
    qtbot.waitUntil(lambda: tabs(panel) == ["All rows", "一组人员"])
    assert panel.views.tabs.accessibleName() == "Views: 一组人员"
    panel.views.tabs.setFocus()
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(panel.views.tabs, Qt.Key.Key_Left)
    assert names(panel) == ["陈志强", "李桂芳", "王秀兰"]
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(panel.views.tabs, Qt.Key.Key_Right)
    assert names(panel) == ["李桂芳", "陈志强"]
    assert [column.key for column in panel.shown_columns] == ["name", "team"]
    act(panel.views.build(), "Save as a new view")
    dialog = give_name(panel, "一组人员")
    qtbot.waitUntil(lambda: "already" in dialog._band._title.text())     # it stays open
    assert dialog.isVisible()
    dialog.reject()


def test_a_view_that_was_changed_is_kept_or_left_and_undo_brings_back_what_was_deleted(
        panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    trail = Trail(room.desk)
    view, changes = room.office.saved_views.add("staff", "一组人员", panel.whole_query)
    room.desk.signals.changed.emit(changes, None)
    qtbot.waitUntil(lambda: tabs(panel) == ["All rows", "一组人员"])
    panel.views.go_to(view)
    assert panel.views.update.isHidden()
    panel.choose(Query(filters=TEAM))
    assert not panel.views.update.isHidden()
    panel.views.update.click()
    qtbot.waitUntil(lambda: room.office.saved_views.all("staff")[0].query.filters == TEAM)
    qtbot.waitUntil(panel.views.update.isHidden)
    act(panel.views.build(), "Rename")
    give_name(panel, "第一组")
    qtbot.waitUntil(lambda: tabs(panel) == ["All rows", "第一组"])
    act(panel.views.build(), "Pinned above the list")
    qtbot.waitUntil(lambda: tabs(panel) == [])
    act(panel.views.build(), "Delete")
    qtbot.waitUntil(lambda: panel.views.current is None)
    assert names(panel) == ["陈志强", "李桂芳", "王秀兰"] or panel.query.filters == TEAM
    trail.undo()
    qtbot.waitUntil(lambda: [one.name for one in room.office.saved_views.all("staff")] == ["第一组"])
    qtbot.waitUntil(lambda: any("第一组" in one.text() for one in panel.views.build().actions()))


def test_each_list_remembers_its_last_view_but_no_search_and_no_jump_from_elsewhere(
        panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    kept = room.office.saved_views
    with qtbot.waitSignal(panel.model.loaded):
        panel.show_query(Query(filters=(Filter("code", ("LB3",)),)))      # a figure of the Today page
    panel.hide()
    assert kept.last("staff") is None
    panel.show()
    with qtbot.waitSignal(panel.model.loaded):
        panel.choose(Query(filters=TEAM, order=(("code", True),), search="李"))
    panel.hide()
    qtbot.waitUntil(lambda: kept.last("staff") is not None)
    again = shown(room.desk, qtbot)
    assert again.query == Query(filters=TEAM, order=(("code", True),))
    assert names(again) == ["李桂芳", "陈志强"]
    view, changes = kept.add("staff", "二组人员", Query(filters=(Filter("team", ("二组",)),), order=(("name", False),)))
    room.desk.signals.changed.emit(changes, None)
    qtbot.waitUntil(lambda: tabs(again) == ["All rows", "二组人员"])
    again.views.go_to(view)
    again.hide()
    qtbot.waitUntil(lambda: getattr(kept.last("staff"), "view", None) == view.id)
    third = shown(room.desk, qtbot)
    assert third.views.tabs.current == str(view.id)
    assert names(third) == ["王秀兰"]


def test_a_record_that_a_remembered_filter_hides_is_found_all_the_same(panel: ListPanel, room: Room,
                                                                       qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.model.loaded):
        panel.choose(Query(filters=TEAM))
    panel.hide()
    qtbot.waitUntil(lambda: room.office.saved_views.last("staff") is not None)
    again = ListPanel(room.desk, TYPES["staff"])
    qtbot.addWidget(again)
    hidden = next(one.id for one in room.office.records.options("staff", "王秀兰"))
    again.show()
    again.select(hidden)
    qtbot.waitUntil(lambda: again.current == hidden)
    assert again.query.filters == ()


def test_every_record_type_has_views(room: Room, qtbot: QtBot) -> None:
    views = SavedViews(room.office.store)
    for key, kind in TYPES.items():
        if not kind.area:
            continue
        views.add(key, "视图", Query(order=kind.order))
        panel = ListPanel(room.desk, kind)
        holder = QWidget()
        qtbot.addWidget(holder)
        panel.setParent(holder)
        assert not panel.views.tabs.isHidden(), key
        panel.views.go_to(panel.views._views[0])
        with qtbot.waitSignal(panel.model.loaded):
            pass


def test_the_menu_says_how_many_rows_leave_and_columns_are_remembered(panel: ListPanel, room: Room,
                                                                      qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[tuple[Query, list[int], str]] = []
    object.__setattr__(room.desk, "export", lambda key, query, ids, file, personal, step: asked.append(
        (query, ids, file.name)) or 0)

    def offered() -> list[str]:
        return [one.text().replace("&", "") for one in panel.menu.build().actions()]

    assert "Export 3 rows…" in offered()
    with qtbot.waitSignal(panel.model.loaded):
        panel.show_columns(tuple(TYPES["staff"].column(key) for key in ("code", "name")))
    panel.view.selectRow(0)
    panel.view.selectionModel().select(panel.model.index(1, 0), panel.view.selectionModel().SelectionFlag.Select
                                       | panel.view.selectionModel().SelectionFlag.Rows)
    assert "Export 2 rows…" in offered()
    room.answers.target = tmp_path / "list.csv"
    panel.out.export()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0][0].columns == ("code", "name")
    assert asked[0][1] == [panel.model.id_at(0), panel.model.id_at(1)]
    assert asked[0][2] == "list.csv"
    assert [column.key for column in shown(room.desk, qtbot).shown_columns] == ["code", "name"]


@pytest.mark.parametrize(("chosen", "pattern", "target"), [
    ("list.xlsx", "CSV (*.csv)", "list.csv"), ("list", "CSV (*.csv)", "list.csv"),
    ("list.csv", "CSV (*.csv)", "list.csv"),
    ("v1.2", "PDF (*.pdf)", "v1.2.pdf"), ("list.CSV", "CSV (*.csv)", "list.CSV"), ("list.pdf", "", "list.pdf")])
def test_a_file_gets_the_ending_of_the_form_that_was_chosen(chosen: str, pattern: str, target: str) -> None:
    patterns = "Excel (*.xlsx);;CSV (*.csv);;PDF (*.pdf)"
    assert ending_as(Path(chosen), pattern, patterns) == Path(target)
