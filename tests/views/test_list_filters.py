"""Filters in the headings of a list, by keyboard: values with counts, months, days from today, ends of numbers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases import list_values
from laborqa_desktop.usecases.listing import Facet, Filter, Offer, Query
from laborqa_desktop.views.filter_popup import FilterPopup
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.chip import Chip
from laborqa_desktop.views.parts.value_list import Line, ValueList
from tests.views.conftest import Room

Key, Control, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(room: Room, qtbot: QtBot) -> ListPanel:
    people = (("陈志强", "一组", date(2026, 3, 2)), ("李桂芳", "一组", date(2026, 9, 1)),
              ("王秀兰", "二组", date(2025, 9, 1)), ("赵玉梅", "", date(2026, 9, 8)))
    for number, (name, team, hired) in enumerate(people, 1):
        room.staff(name, f"LB{number}", team=team, hired_on=hired)
    made = ListPanel(room.desk, TYPES["staff"])
    qtbot.addWidget(made)
    made.resize(620, 500)
    with qtbot.waitSignal(made.model.loaded):
        made.show()
        made.show_columns(tuple(TYPES["staff"].column(key) for key in ("name", "code", "team", "hired_on", "site")))
    made.activateWindow()
    return made


def opened(panel: ListPanel, qtbot: QtBot) -> FilterPopup:
    """The filter that is open, once the counts are there."""
    popup = panel.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    qtbot.waitUntil(lambda: popup.offer is not None)
    return popup


def names(panel: ListPanel) -> list[str]:
    return [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]


def pills(panel: ListPanel) -> list[str]:
    return [one.accessibleName() for one in panel.strip.findChildren(Chip) if not one.isHidden()]


def test_alt_down_opens_the_filter_of_the_column_the_keyboard_is_on(panel: ListPanel, qtbot: QtBot) -> None:
    panel.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(panel.view, Key.Key_Right)
    qtbot.keyClick(panel.view, Key.Key_Down, Alt)
    popup = opened(panel, qtbot)
    assert [(line.words, line.count) for line in popup.values.lines] == [("一组", 2), ("二组", 1), ("(empty)", 1)]
    popup.finder.setText("一")
    qtbot.waitUntil(lambda: len(popup.values.lines) == 1)
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(popup.finder, Key.Key_Return)        # what was searched for is what is wanted
    assert names(panel) == ["陈志强", "李桂芳"]
    assert pills(panel) == ["Team 一组"]
    assert panel.view.header_._filtered == {2}
    qtbot.keyClick(panel.view, Key.Key_Down, Alt)           # still the same column
    popup = opened(panel, qtbot)
    assert popup.values.is_ticked("一组")
    assert len(popup.values.lines) == 3                     # counted under the other filters, not under its own
    qtbot.keyClick(popup.finder, Key.Key_Down)
    qtbot.keyClick(popup.values, Key.Key_End)
    qtbot.keyClick(popup.values, Key.Key_Space)
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(popup.values, Key.Key_Return)
    assert names(panel) == ["陈志强", "李桂芳", "赵玉梅"]
    assert pills(panel) == ["Team 一组 or (empty)"]


def test_dates_by_month_by_period_and_from_to(panel: ListPanel, qtbot: QtBot) -> None:
    hired = TYPES["staff"].column("hired_on")
    panel.open_filter(hired, panel.view.header_.funnel_corner(3))
    popup = opened(panel, qtbot)
    keys = [line.key for line in popup.values.lines]
    assert keys[-5:] == ["2026", "2026-09", "2026-03", "2025", "2025-09"]
    popup.values.toggle(keys.index("2026"))
    assert popup.values.is_ticked("2026-03")
    popup.values.toggle(keys.index("2026-03"))              # the year less this month
    assert popup.values.ticked == ("2026-09",)
    with qtbot.waitSignal(panel.model.loaded):
        popup._apply()
    assert names(panel) == ["李桂芳", "赵玉梅"]
    assert pills(panel) == ["Hired on 2026-09"]
    panel.open_filter(hired, panel.view.header_.funnel_corner(3))
    popup = opened(panel, qtbot)
    popup.values.toggle(keys.index("this_year"))            # a period stands alone
    assert popup.values.ticked == ("this_year",)
    with qtbot.waitSignal(panel.model.loaded):
        popup._apply()
    assert panel.query.filters == (Filter("hired_on", period="this_year"),)
    assert pills(panel) == ["Hired on This year"]
    assert len(names(panel)) == 3
    panel.open_filter(hired, panel.view.header_.funnel_corner(3))
    popup = opened(panel, qtbot)
    qtbot.keyClicks(popup.low, "2026.9.5")
    assert popup.values.ticked == ()
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(popup.low, Key.Key_Return)
    assert names(panel) == ["赵玉梅"]
    assert pills(panel) == ["Hired on ≥ 2026-09-05"]


def test_values_that_are_not_all_here_are_searched_for_in_the_library(panel: ListPanel, qtbot: QtBot,
                                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_values, "MOST", 2)
    panel.open_filter(TYPES["staff"].column("name"), panel.view.header_.funnel_corner(0))
    popup = opened(panel, qtbot)
    assert popup.offer == Offer((Facet("李桂芳", "", 1), Facet("王秀兰", "", 1)), more=True)
    popup.finder.setText("玉梅")
    qtbot.waitUntil(lambda: [line.words for line in popup.values.lines] == ["赵玉梅"])
    popup.values.toggle(0)
    popup.finder.clear()                                    # a tick stays while others are looked at
    qtbot.waitUntil(lambda: len(popup.values.lines) == 2)
    with qtbot.waitSignal(panel.model.loaded):
        popup._apply()
    assert names(panel) == ["赵玉梅"]


def test_a_number_tells_its_ends_and_what_has_none(room: Room, qtbot: QtBot) -> None:
    column = TYPES["inspection"].column("score")
    above = QWidget()
    qtbot.addWidget(above)
    popup = FilterPopup(above, column, None, date(2026, 11, 22))
    popup.show_offer(Offer((Facet(None, "", 3),), least=700, most=1000))
    assert "70.0 %" in popup._state.text()
    assert "100.0 %" in popup._state.text()
    chosen: list[Filter] = []
    popup.chosen.connect(chosen.append)
    popup.low.setText("80")
    popup.high.setText("9o")
    popup._apply()
    assert chosen == []                                     # unreadable: said at the box, nothing applied
    popup.high.setText("90")
    popup._apply()
    assert chosen == [Filter("score", low=800, high=900)]


def test_every_pill_goes_by_del_and_all_by_one_click(panel: ListPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.model.loaded):
        panel.show_query(Query(filters=(Filter("team", ("一组", "二组")), Filter("code", ("LB1",))), search="陈"))
    assert pills(panel) == ["Team 一组 or 二组", "Employee no. LB1"]
    first = panel.strip.findChildren(Chip)[-2]
    with qtbot.waitSignal(panel.model.loaded):
        qtbot.keyClick(first, Key.Key_Delete)
    assert panel.query.filters == (Filter("code", ("LB1",)),)
    with qtbot.waitSignal(panel.model.loaded):
        panel.strip.clear.click()
    assert panel.query.filters == ()
    assert not panel.strip.clear.isVisible()
    assert len(names(panel)) == 4


def test_pills_of_an_earlier_day_ask_for_the_names_they_show(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    site = room.office.records.save("site", None, {**room.office.records.blank("site").values, "name": "滨江医院",
                                                   "code": "S1", "service_type": "cleaning"}).id
    panel.show_query(Query(filters=(Filter("site", (site,)),)))
    qtbot.waitUntil(lambda: pills(panel) == ["Site 滨江医院"])
    panel.show_query(Query(filters=(Filter("site", (site + 1,)),)))
    qtbot.waitUntil(lambda: pills(panel) == ["Site (gone)"])


def test_many_pills_go_on_in_the_next_line(panel: ListPanel, qtbot: QtBot) -> None:
    low = panel.strip.height()
    with qtbot.waitSignal(panel.model.loaded):
        panel.show_query(Query(filters=tuple(Filter(key, ("一二三四五六七八",)) for key in (
            "name", "code", "team", "phone", "id_tail", "status"))))
    QApplication.sendPostedEvents()
    panel.layout().activate()       # type: ignore[union-attr]
    qtbot.waitUntil(lambda: panel.strip.height() > low)
    shown = [one for one in panel.strip.findChildren(Chip) if not one.isHidden()]
    assert all(panel.strip.rect().contains(one.geometry()) for one in shown)


def test_the_list_of_values_is_one_stop_and_tells_its_state(qtbot: QtBot) -> None:
    made = ValueList("Values")
    qtbot.addWidget(made)
    made.show_lines([Line("2026", "2026", 3), Line("2026-03", "2026-03", 1, parent="2026"),
                     Line("2026-02", "2026-02", 2, parent="2026")])
    made.tick(("2026-03",))
    state = Qt.ItemDataRole.CheckStateRole
    model = made.model()
    assert [Qt.CheckState(model.index(row, 0).data(state)).name for row in range(3)] == [
        "PartiallyChecked", "Checked", "Unchecked"]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "2026-02, 2"
    made.toggle(0)
    assert made.ticked == ("2026",)
