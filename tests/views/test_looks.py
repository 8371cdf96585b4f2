"""Faults once seen in a picture, as rules: words in sight, marks that fit their language, states that look alike."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.views import theme, tokens
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.flow import flowing
from laborqa_desktop.views.parts.inputs import Combo, Entry, SearchBox
from laborqa_desktop.views.parts.label import Icon, Key
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.pill import pill_width
from laborqa_desktop.views.problem.stage_line import StageLine, Stop
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.report.screen import MonthShown
from laborqa_desktop.views.row_grid import RowGrid
from tests.shots.painted_words import tip_of
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
    usual = pill_width("", "ok") - pill_width("", "plain")
    qtbot.addWidget(page)
    page.setLayout(row(shown, button))
    page.show()
    assert (shown.width(), button.iconSize().width()) == (14, 16)
    large.set_body_px(tokens.LARGEST_TEXT_PX)
    qtbot.waitUntil(lambda: (shown.width(), button.iconSize().width()) == (24, 27))
    assert pill_width("", "ok") - pill_width("", "plain") > usual


def test_the_hint_of_a_search_ends_before_its_key(qtbot: QtBot) -> None:
    box = SearchBox("Search", "People, sites, numbers", "Ctrl+K")
    qtbot.addWidget(box)
    key = box.findChild(Key)
    assert key is not None
    assert box.textMargins().right() >= key.sizeHint().width()
    box.setText("东湖")
    assert box.textMargins().right() == 0


def test_what_can_only_be_read_offers_neither_calendar_nor_list(qtbot: QtBot, room: Room) -> None:
    boxes = (DateEntry(lambda: date(2026, 11, 22)), RefPicker(lambda words: (), room.desk.background))
    for box in boxes:
        qtbot.addWidget(box)
        assert [one.isVisible() for one in box.actions()] == [True]
        box.set_read_only(True)
        assert [one.isVisible() for one in box.actions()] == [False]
        box.set_read_only(False)
        assert [one.isVisible() for one in box.actions()] == [True]


def test_a_short_column_keeps_its_heading_when_the_list_is_narrow(qtbot: QtBot, room: Room) -> None:
    panel = ListPanel(room.desk, TYPES["job_standard"])
    qtbot.addWidget(panel)
    panel.resize(520, 400)
    panel.show()
    header = panel.view.header_
    shown = [place for place in range(header.count()) if not panel.view.isColumnHidden(place)]
    assert len(shown) > 2
    assert [place for place in shown if header.sectionSize(place) < header.width_for(place) - 1] == []


def test_a_field_called_as_its_section_is_named_once(qtbot: QtBot, room: Room) -> None:
    form = RecordForm(room.desk, TYPES["training_session"])
    qtbot.addWidget(form)
    form.show()
    assert [one.text() for one in form.findChildren(QLabel) if one.isVisible()].count("Attendance") == 1
    assert form.frame("attendees").editor.accessibleName() == "Attendance"


def test_the_month_of_a_report_has_no_day(qtbot: QtBot, room: Room) -> None:
    shown = MonthShown(TYPES["report"].field("month"), Setting(room.desk, dict))
    qtbot.addWidget(shown.widget)
    shown.put(date(2026, 10, 1))
    assert (shown.box.text(), shown.get()) == ("2026-10", date(2026, 10, 1))


def test_a_label_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    page, words, first, second = QWidget(), QLabel("words"), Button("One"), Button("Two")
    qtbot.addWidget(page)
    page.setLayout(flowing(words, first, second))
    page.resize(400, 100)
    page.show()
    assert abs(words.geometry().center().y() - first.geometry().center().y()) <= 1
    assert second.y() == first.y()
    page.resize(first.sizeHint().width() + 10, 200)
    assert words.y() < first.y() < second.y()


LONG = "江城顺和劳务服务有限公司（样本）"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_line_of_text_that_goes_on_beyond_its_end_says_so(qtbot: QtBot, read_only: bool) -> None:
    box = Entry(LONG, read_only=read_only)
    qtbot.addWidget(box)
    box.show()
    box.clearFocus()
    for width in range(150, 166, 3):        # some of these cut a letter in two
        box.resize(width, 32)
        seen = box.grab().toImage()
        at_the_end = {seen.pixel(x, y) for x in range(width - 12, width - 5) for y in range(8, 24)}
        assert len(at_the_end) == 1, f"half a letter stands at the end, {width} px"
    assert tip_of(box, box.rect().center()) == LONG
    box.resize(600, 32)
    assert not box._is_cut()


def test_a_choice_that_is_too_long_ends_with_an_ellipsis(qtbot: QtBot) -> None:
    box, option = Combo(items=[("long", LONG)]), QStyleOptionComboBox()
    qtbot.addWidget(box)
    for width, whole in ((160, False), (600, True)):
        box.resize(width, 32)
        box.initStyleOption(option)
        assert option.currentText.endswith("…") is not whole
    assert box.currentText() == LONG


def test_fields_of_a_short_section_are_as_wide_as_those_of_a_full_one(qtbot: QtBot, room: Room) -> None:
    kind = TYPES["client"]
    form = RecordForm(room.desk, kind, leave_out=[one.key for one in kind.fields if one.key not in (
        "name", "code", "owner_id")], flush=True)
    qtbot.addWidget(form)
    form.resize(640, 300)
    form.show()
    widths = [form.frame(key).width() for key in ("name", "code", "owner_id")]
    assert max(widths) - min(widths) <= 1


def test_stages_keep_the_line_below_them_when_their_room_narrows(qtbot: QtBot) -> None:
    page, line, beside, below = QWidget(), StageLine("Steps"), QLabel("x" * 40), QLabel()
    qtbot.addWidget(page)
    below.setMinimumHeight(300)
    beside.hide()
    page.setLayout(column(row(line, beside), below))
    names = ("Draft", "Internal review", "In force")
    line.show_stops([Stop(name, name, "done", "2026-10-04") for name in names], "Draft")
    page.resize(900, 340)
    page.show()
    qtbot.waitUntil(lambda: line.width() > 800)
    beside.show()
    page.resize(600, 340)
    qtbot.waitUntil(lambda: line.width() < 500)
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()), timeout=2_000)
