"""Faults once seen in a picture, as rules: words in sight, marks that fit their language, states that look alike."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.i18n import CHINESE, SOURCE, Languages
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.row_grid import RowGrid
from tests.views.conftest import Room


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp, SOURCE)
    yield made
    made.set_language(CHINESE)
    made.set_language(SOURCE)


def grid_of(qtbot: QtBot, room: Room, key: str, field: str, rows: list[dict[str, object]]) -> RowGrid:
    made = RowGrid(TYPES[key].field(field), Setting(room.desk, dict))
    qtbot.addWidget(made)
    made.resize(640, 300)
    made.model.set_rows(rows)
    made.show()
    return made


def test_a_column_of_a_grid_is_as_wide_as_its_words(qtbot: QtBot, room: Room) -> None:
    grid = grid_of(qtbot, room, "client", "contacts", [{"name": "石磊", "phone": "027-85550166"}])
    place = [field.key for field in grid.model.fields].index("phone")
    needed = grid.view.fontMetrics().horizontalAdvance("027-85550166")
    assert grid.view.columnWidth(place) >= needed + 16


def test_no_column_of_a_grid_is_out_of_sight_where_the_headings_fit(qtbot: QtBot, room: Room) -> None:
    grid = grid_of(qtbot, room, "training_session", "attendees", [{"note": "很长的备注" * 30}])
    header = grid.view.horizontalHeader()
    assert header.length() <= grid.view.viewport().width()


def test_a_small_link_begins_where_a_link_does(qtbot: QtBot) -> None:
    small, usual = Button("Choose…", kind="link", small=True), Button("Choose…", kind="link")
    for one in (small, usual):
        qtbot.addWidget(one)
        one.ensurePolished()
    beside = [one.sizeHint().width() - one.fontMetrics().horizontalAdvance(one.text()) for one in (small, usual)]
    assert beside[0] == beside[1]


def test_a_record_named_by_its_day_says_of_what(room: Room) -> None:
    records = room.office.records
    room.staff("张三", "LB1")
    post = records.options("post", "")[0].id
    saved = records.save("job_standard", None, {**records.blank("job_standard").values, "post_id": post, "edition": 1,
                                                "effective_from": date(2025, 11, 1)})
    assert records.load("job_standard", saved.id).title == "保洁员 · 2025-11-01"
