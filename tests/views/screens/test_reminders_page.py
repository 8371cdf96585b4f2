from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.personal_dialog import PersonalDialog
from laborqa_desktop.views.reminders.page import RemindersPage, make_reminders_page
from laborqa_desktop.views.today.facts import Group, Line
from tests.factory import DAY, Factory
from tests.unit.exchange.test_icalendar import read
from tests.views.conftest import Room
from tests.views.support import unnamed


def test_what_falls_due_stands_by_its_nearness_and_opens(qtbot: QtBot, room: Room, make: Factory,
                                                         tmp_path: Path) -> None:
    client = make.client(name="远洋集团")
    late = make.contract(client_id=client, code="HT-0", ends_on=DAY - timedelta(days=2))
    make.contract(client_id=client, code="HT-1", ends_on=DAY + timedelta(days=3))
    make.certificate(make.staff(name="张三", code="A1"), type="health", valid_to=DAY + timedelta(days=60))
    page = make_reminders_page(room.desk)
    qtbot.addWidget(page)
    page.resize(1180, 560)
    page.show()
    qtbot.waitUntil(lambda: bool(page.queue.queue.rows))
    assert [one.key for one in page.queue.queue.rows if isinstance(one, Group)] == ["overdue", "week", "quarter"]
    assert lines(page)[0].target == ("contract", late)
    assert page._words.text() == "1 this week, 3 within 90 days or past"
    assert unnamed(page) == []
    page.queue.setFocus()
    page.queue._stand(1)
    with qtbot.waitSignal(room.desk.signals.go) as went:
        qtbot.keyClick(page.queue, Qt.Key.Key_Return)
    assert went.args == ["contract", late]
    page.segments.set_current("certificate")
    page._show("certificate")
    assert [one.title for one in lines(page)] == ["Health certificate expires"]
    with qtbot.waitSignal(room.desk.background.busy, timeout=5_000):
        room.answers.target = tmp_path / "due.ics"
        page.calendar_button.click()
        dialog = page.findChild(PersonalDialog)
        assert dialog is not None
        dialog.go_on.click()
    qtbot.waitUntil((tmp_path / "due.ics").exists)
    assert len(read((tmp_path / "due.ics").read_bytes())) == 2


def lines(page: RemindersPage) -> list[Line]:
    return [one for one in page.queue.queue.rows if isinstance(one, Line)]
