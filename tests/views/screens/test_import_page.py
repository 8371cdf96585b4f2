import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.importing import state as wizard
from laborqa_desktop.views.importing.history import make_import_history
from laborqa_desktop.views.importing.page import ImportPage, make_import_page
from tests.views.conftest import Room
from tests.views.support import unnamed

HEADINGS = ["编码", "名称", "地址", "启用日期"]
GOOD = [["S1", "东湖科技园 A 座", "东湖路 1 号", "2026-01-01"], ["S2", "恒泰写字楼", "恒泰路 2 号", "2026-02-01"]]
BAD = [["S3", "育才中学食堂", "育才路 3 号", "2026-02-30"]]


def _file(folder: Path, rows: list[list[str]]) -> Path:
    file = folder / "项目点.csv"
    with file.open("w", encoding="gb18030", newline="") as out:
        csv.writer(out).writerows([HEADINGS, *rows])
    return file


def _wizard(qtbot: QtBot, room: Room, file: Path) -> ImportPage:
    page = make_import_page(room.desk, "site")
    qtbot.addWidget(page)
    page.resize(1180, 500)
    page.show()
    page.read_file("site", file)
    qtbot.waitUntil(lambda: page.foot.next.isEnabled(), timeout=20_000)
    page.forward()
    fields = {"编码": "code", "名称": "name", "地址": "address", "启用日期": "opened_on"}
    for heading, key in fields.items():
        editor = page.columns.editors[heading]
        editor.set_key(key)
        editor.activated.emit(editor.currentIndex())
    return page


def _tried(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.step == wizard.TRIAL and not page.task.busy, timeout=20_000)


def _sites(room: Room) -> int:
    return room.office.records.count("site", Query()).n


def _service(page: ImportPage, room: Room) -> None:
    """Fills what the file lacks, as a loaded mapping would."""
    assert page._chosen is not None
    mapping = import_mapping.from_json(import_mapping.to_json(page._chosen.mapping).replace(
        '"fields": {', '"fields": {"service_type": {"constant": "cleaning"},', 1))
    page._mapped(mapping)


def test_from_a_chinese_csv_to_records_and_back(qtbot: QtBot, room: Room, make: Any, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD))
    _service(page, room)
    _tried(qtbot, page)
    assert page.foot.next.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.step == wizard.RESULT, timeout=20_000)
    assert _sites(room) == 2
    page.result.remove.click()
    qtbot.waitUntil(lambda: _sites(room) == 0, timeout=10_000)


def test_a_bad_cell_is_named_mended_in_place_and_tried_again(qtbot: QtBot, room: Room, make: Any,
                                                             tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD + BAD))
    _service(page, room)
    _tried(qtbot, page)
    model = page.trial.model
    assert not page.foot.next.isEnabled()
    assert tuple(model.words(0, place) for place in range(3)) == ("4", "D 启用日期", "2026-02-30")
    assert page.trial._words["bad"].text() == "row has errors and blocks the import"
    for _ in model.rows:        # round the end, back to the first; the site without a client is only doubtful
        page.trial.next_problem()
    assert model.setData(page.trial.table.currentIndex(), "2026-02-28")
    qtbot.keyClick(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.foot.next.isEnabled(), timeout=20_000)


def test_headings_stand_over_their_columns(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD))
    step = page.columns

    def left(words: str) -> int:
        return next((one.mapTo(step, QPoint()).x() for one in step.findChildren(QLabel)
                     if one.isVisible() and one.text() == words), -1)

    qtbot.waitUntil(lambda: left("编码") > 0, timeout=5_000)
    assert left("Column of the file") == left("编码")
    assert abs(left("Example") - left("2026-01-01")) <= 1
    assert abs(left("Becomes") - step.editors["编码"].mapTo(step, QPoint()).x()) <= 1


def test_good_rows_are_taken_and_the_rest_saved_with_reasons(qtbot: QtBot, room: Room, make: Any,
                                                             tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD + BAD))
    _service(page, room)
    _tried(qtbot, page)
    room.answers.target = tmp_path / "rest.xlsx"
    page.foot.aside.click()
    qtbot.waitUntil(lambda: page.step == wizard.RESULT, timeout=20_000)
    assert _sites(room) == 2
    assert room.answers.target.exists()


def test_past_imports_can_be_taken_back(qtbot: QtBot, room: Room, make: Any, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD))
    _service(page, room)
    _tried(qtbot, page)
    page.forward()
    qtbot.waitUntil(lambda: page.step == wizard.RESULT, timeout=20_000)
    past = make_import_history(room.desk)
    qtbot.addWidget(past)
    past.show()
    qtbot.waitUntil(lambda: bool(past.buttons), timeout=5_000)
    next(iter(past.buttons.values())).click()
    qtbot.waitUntil(lambda: _sites(room) == 0, timeout=10_000)


def test_the_encoding_is_shown_and_the_heading_row_can_be_set(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD))
    page.back()
    assert "GB18030" in page.file._name.text()
    page.file.heading.set_key(2)
    page.file.heading.activated.emit(1)
    qtbot.waitUntil(lambda: not page.task.busy, timeout=20_000)
    assert page._chosen is not None
    assert page._chosen.table.headings[0] == "S1"


def test_a_mapping_is_saved_and_loaded(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD))
    room.answers.target = tmp_path / "site.json"
    page._save_mapping()
    qtbot.waitUntil(room.answers.target.exists, timeout=5_000)
    page.restart()
    room.answers.files = [room.answers.target]
    page._load_mapping()
    qtbot.waitUntil(lambda: page._given_mapping is not None, timeout=5_000)
    assert page.file.kind.key() == "site"


def test_a_file_that_is_none_is_a_sentence(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"no workbook")
    page = make_import_page(room.desk)
    qtbot.addWidget(page)
    page.read_file("staff", file)
    qtbot.waitUntil(lambda: bool(room.answers.told), timeout=20_000)
    assert "x.xlsx" in room.answers.told[0]
    assert page.step == wizard.FILE


def test_the_template_is_written(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = make_import_page(room.desk)
    qtbot.addWidget(page)
    room.answers.target = tmp_path / "t.xlsx"
    page.file.template.emit("staff")
    qtbot.waitUntil(room.answers.target.exists, timeout=10_000)


def test_it_fits_and_everything_has_a_name(qtbot: QtBot, room: Room, make: Any, tmp_path: Path) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD + BAD))
    assert unnamed(page) == []
    _tried(qtbot, page)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1188
    assert page.minimumSizeHint().height() <= 492


def test_the_problem_model_keeps_the_rules_of_models(qtbot: QtBot, room: Room, make: Any, tmp_path: Path,
                                                     qtmodeltester: Any) -> None:
    page = _wizard(qtbot, room, _file(tmp_path, GOOD + BAD))
    _tried(qtbot, page)
    qtmodeltester.check(page.trial.model)
