"""The history of a record as it is read: what was filled in, what was changed, a child row in one line."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.history_panel import HistoryPanel
from tests.factory import Factory
from tests.views.conftest import Room


def test_a_child_row_is_one_line_and_what_was_empty_has_no_arrow(qtbot: QtBot, room: Room, make: Factory) -> None:
    records, site = room.office.records, make.site(name="东站")
    loaded = records.load("site", site)
    records.save("site", site, {**loaded.values, "address": "一号路", "areas": [
        {"name": "大厅", "code": "D1", "square_metres": 620}]}, loaded.row_version)
    loaded = records.load("site", site)
    records.save("site", site, {**loaded.values, "address": "二号路"}, loaded.row_version)
    panel = HistoryPanel(room.desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_record("site", site)
    qtbot.waitUntil(lambda: "Address: 一号路 → 二号路" in told(panel))
    assert "Address: 一号路" in told(panel)
    row, = [words for words in told(panel) if words.startswith("Areas: ")]
    assert "Name: 大厅; " in row
    assert "→" not in row


def told(panel: HistoryPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel)]
