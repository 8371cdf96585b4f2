"""The recycle bin on the screen: back by Enter, for good only by an approval that names what goes and what stays."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.recycling import Asked
from laborqa_desktop.views.bin.page import LATE, BinPage
from laborqa_desktop.views.list_panel import ListPanel
from tests.factory import Factory
from tests.views.conftest import Room
from tests.views.support import unnamed

Key = Qt.Key


@pytest.fixture
def make(room: Room) -> Factory:
    factory = Factory(room.office.store)
    factory.company()
    return factory


def pass_days(room: Room, days: int) -> None:
    moment = room.office.store.clock() + timedelta(days=days)
    room.office.store.clock = lambda: moment


def shown(room: Room, qtbot: QtBot, rows: int) -> BinPage:
    page = BinPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1160, 520)
    page.show()
    qtbot.waitUntil(lambda: page.table.bin.rowCount() == rows)
    return page


def columns(page: BinPage, column: int) -> list[str]:
    return [page.table.bin.words(place, column) for place in range(page.table.bin.rowCount())]


def test_enter_brings_the_chosen_rows_back_and_the_strip_takes_that_back(room: Room, make: Factory,
                                                                         qtbot: QtBot) -> None:
    course, post = make.course(name="消防安全", code="K7"), make.post(name="绿化工")
    room.office.records.archive("course", [course])
    room.office.records.archive("post", [post], "不再设这个岗位")
    page = shown(room, qtbot, 2)
    tester = QAbstractItemModelTester(page.table.bin, QAbstractItemModelTester.FailureReportingMode.Warning, page)
    assert set(columns(page, 4)) == {"不再设这个岗位", "Archived 1 × course"}
    assert set(columns(page, 3)) == {"李洋"}
    assert unnamed(page) == []
    page.table.selectAll()
    with qtbot.waitSignal(room.desk.signals.changed):
        qtbot.keyClick(page.table, Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.bin.rowCount() == 0)
    assert room.office.records.count("course", Query()).n == 1
    assert not page._undo.isHidden()
    with qtbot.waitSignal(room.desk.signals.go) as asked:
        page._undo._button.click()
    assert asked.args[0] == "undo"
    assert page._stack.currentIndex() == 1      # it says that the bin is empty
    assert tester is not None


def test_what_is_approved_is_named_asked_and_deleted_and_the_rest_stays(room: Room, make: Factory,
                                                                        qtbot: QtBot) -> None:
    course, person = make.course(), make.staff(name="王伟")
    gone = make.staff(name="李雷", status="left", left_on=date(2020, 5, 31))
    room.office.records.archive("course", [course])
    room.office.records.archive("staff", [person, gone], "误建")
    pass_days(room, 31)
    page = shown(room, qtbot, 3)
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert room.answers.told == []              # Del deletes only in the list to approve
    page.parts.setFocus()
    qtbot.keyClick(page.parts, Key.Key_Right)
    qtbot.waitUntil(lambda: page.table.bin.columnCount() == 6)
    fates = dict(zip(columns(page, 0), columns(page, 5), strict=True))
    assert fates[next(name for name in fates if "王伟" in name)].startswith("The person is still employed")
    assert sum(fate == "Deleted for good" for fate in fates.values()) == 2
    page.all_free.click()
    assert "2" in page.delete_button.text()
    room.answers.yes = False
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert room.answers.told == ["Delete 2 records for good?"]
    assert room.office.recycling.look(Asked()).total == 3
    room.answers.yes = True
    qtbot.keyClick(page.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: page.table.bin.rowCount() == 1, timeout=20_000)
    assert page.said.isVisible()
    assert "王伟" in columns(page, 0)[0]
    assert room.office.recycling.look(Asked()).total == 1
    assert len(room.office.backups.all()) == 1


def test_it_opens_from_a_list_with_the_records_of_that_list(room: Room, make: Factory, qtbot: QtBot) -> None:
    for key, one in (("course", make.course()), ("post", make.post())):
        room.office.records.archive(key, [one])
    from laborqa_desktop.records import TYPES
    panel = ListPanel(room.desk, TYPES["post"])
    qtbot.addWidget(panel)
    with qtbot.waitSignal(room.desk.signals.go) as asked:
        next(one for one in panel.menu.build().actions() if "bin" in one.text()).trigger()
    assert asked.args == ["bin", "post"]
    page = shown(room, qtbot, 2)
    page.arrive("post")
    qtbot.waitUntil(lambda: columns(page, 1) == ["post"])
    page.parts.set_current(LATE)
    page.search.setText("没有")
    qtbot.waitUntil(lambda: page.table.bin.rowCount() == 0)
