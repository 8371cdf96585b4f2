"""Faults once seen in a picture, as rules: words in sight, marks that fit their language, states that look alike."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.views import theme, tokens
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.label import Icon, Key
from laborqa_desktop.views.parts.layout import row
from laborqa_desktop.views.row_grid import RowGrid
from tests.views.conftest import Room


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


@pytest.fixture
def large(themed: theme.Theme) -> Iterator[theme.Theme]:
    yield themed
    themed.set_body_px(tokens.Sizes.body)


def test_icons_grow_with_the_text(qtbot: QtBot, large: theme.Theme) -> None:
    page, shown, button = QWidget(), Icon("lock", size=14), icon_button("lock", "Lock")
    qtbot.addWidget(page)
    page.setLayout(row(shown, button))
    page.show()
    assert (shown.width(), button.iconSize().width()) == (14, 16)
    large.set_body_px(tokens.LARGEST_TEXT_PX)
    qtbot.waitUntil(lambda: (shown.width(), button.iconSize().width()) == (24, 27))


def test_the_hint_of_a_search_ends_before_its_key(qtbot: QtBot) -> None:
    box = SearchBox("Search", "People, sites, numbers", "Ctrl+K")
    qtbot.addWidget(box)
    key = box.findChild(Key)
    assert key is not None
    assert box.textMargins().right() >= key.sizeHint().width()
    box.setText("东湖")
    assert box.textMargins().right() == 0
