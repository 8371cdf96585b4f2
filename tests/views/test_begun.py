"""What is begun outside the forms outlives a lock: words of the report dialog, columns of the import wizard."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop import settings
from laborqa_desktop.app import Program
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import library
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.importing import state as wizard
from laborqa_desktop.views.importing.page import ImportPage
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.dialog import ReportDialog
from laborqa_desktop.views.report.screen import ReportsScreen
from tests.factory import Factory
from tests.views.conftest import unlock


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folder = tmp_path / "lib"
    store, _ = library.create(folder, "password", costs=Costs(64, 1, 1))
    factory = Factory(store)
    factory.company()
    factory.site()
    store.close()
    file = tmp_path / "preferences.json"
    settings.save(file, Preferences(language="en", theme="light", recent=(RecentLibrary(str(folder), "Ours"),)))
    made = Program(qapp, file=file)
    qtbot.addWidget(made.window)
    made.start()
    qtbot.waitUntil(lambda: made.ready, timeout=20_000)
    yield made
    made.window.close()
    QApplication.sendPostedEvents()


def lock(program: Program, qtbot: QtBot) -> None:
    session = program.session
    assert session is not None
    program.watch.due.emit("idle")
    qtbot.waitUntil(lambda: not session.is_open)
    qtbot.waitUntil(program.page.isEnabled)


def reports(main: MainWindow) -> ReportsScreen:
    shown = main.screen_of("report")
    assert isinstance(shown, ReportsScreen)
    return shown


def dialog_of(main: MainWindow, qtbot: QtBot) -> ReportDialog:
    def found() -> list[ReportDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, ReportDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def test_words_of_a_report_are_there_again_after_a_lock_until_it_is_begun_anew(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    main.go("report")
    dialog = reports(main).open_dialog()
    office = main._desk.office
    client = office.records.options("client")[0]
    dialog.options.set_subject(client.id, None, client.label)
    dialog.options.month.setText("2026-10")
    qtbot.keyClicks(dialog.options.concerns, "Water on the floor")
    dialog.options.verdict.setText("平稳的一个月")
    lock(program, qtbot)
    again = unlock(program, qtbot)
    back = dialog_of(again, qtbot)
    begun = back.begun()
    assert (begun.client_id, begun.name, str(begun.month)) == (client.id, client.label, "2026-10-01")
    assert (begun.words.verdict, begun.words.concerns) == ("平稳的一个月", ("Water on the floor",))
    back.close()
    back = dialog_of_new(again, qtbot)
    assert back.begun().words.verdict == "平稳的一个月", "Cancel loses nothing either"
    back.begin_anew()
    back.close()
    assert dialog_of_new(again, qtbot).begun().words.verdict == ""


def dialog_of_new(main: MainWindow, qtbot: QtBot) -> ReportDialog:
    qtbot.waitUntil(lambda: not main._desk.background.is_busy)
    reports(main).new_record()
    return dialog_of(main, qtbot)


def sites_file(folder: Path) -> Path:
    file = folder / "项目点.csv"
    with file.open("w", encoding="gb18030", newline="") as out:
        csv.writer(out).writerows([["编码", "叫法", "启用"], ["S901", "东湖科技园", "2026.2.30"]])
    return file


def page_of(main: MainWindow, qtbot: QtBot, step: int) -> ImportPage:
    shown = main.screen_of("import")
    assert isinstance(shown, ImportPage)
    qtbot.waitUntil(lambda: shown.step == step and not shown.task.busy, timeout=20_000)
    return shown


def begin_import(program: Program, qtbot: QtBot, file: Path) -> ImportPage:
    main = unlock(program, qtbot)
    main.go("import", "site")
    page = page_of(main, qtbot, wizard.FILE)
    page.read_file("site", file)
    qtbot.waitUntil(lambda: page.foot.next.isEnabled(), timeout=20_000)
    page.forward()
    for heading, key in {"编码": "code", "叫法": "name", "启用": "opened_on"}.items():
        editor = page.columns.editors[heading]
        editor.set_key(key)
        editor.activated.emit(editor.currentIndex())
    return page


COLUMNS = {"code": "编码", "name": "叫法", "opened_on": "启用"}


def columns_of(page: ImportPage) -> dict[str, str]:
    assert page._chosen is not None
    return {key: source.column for key, source in page._chosen.mapping.fields.items() if source.column}


def test_columns_and_mended_cells_of_an_import_are_there_again_after_a_lock(program: Program, qtbot: QtBot,
                                                                            tmp_path: Path) -> None:
    page = begin_import(program, qtbot, sites_file(tmp_path))
    page.try_rows()
    qtbot.waitUntil(lambda: page.step == wizard.TRIAL and not page.task.busy, timeout=20_000)
    page._mend(2, 2, "2026-02-28")
    lock(program, qtbot)
    main = unlock(program, qtbot)
    assert main.place[0] == "import"
    back = page_of(main, qtbot, wizard.TRIAL)
    assert columns_of(back) == COLUMNS
    assert back._chosen is not None
    assert dict(back._chosen.mended) == {(2, 2): "2026-02-28"}
    assert back._trial is not None
    assert not any(flaw.field == "opened_on" for row in back._trial.bad for flaw in row.flaws)
    back.restart("site")
    lock(program, qtbot)
    page_of(unlock(program, qtbot), qtbot, wizard.FILE)


def test_a_file_that_is_gone_is_asked_for_and_its_columns_are_kept(program: Program, qtbot: QtBot,
                                                                   tmp_path: Path) -> None:
    file = sites_file(tmp_path)
    begin_import(program, qtbot, file)
    lock(program, qtbot)
    moved = file.rename(tmp_path / "别处.csv")
    main = unlock(program, qtbot)
    page = page_of(main, qtbot, wizard.FILE)
    qtbot.waitUntil(lambda: page._given_mapping is not None)
    assert page._chosen is None
    page.read_file("site", moved)
    qtbot.waitUntil(lambda: page._chosen is not None, timeout=20_000)
    assert columns_of(page) == COLUMNS


def test_a_reason_half_typed_is_asked_for_again_after_a_lock(program: Program, qtbot: QtBot) -> None:
    main = unlock(program, qtbot)
    records = main._desk.office.records
    number = records.save("outsider", None, {"name": "Li Si", "organisation": "Health office"}).id
    main.go("outsider", number)
    shown = form_of(main, qtbot, number)
    name = shown.form.editor("name")
    name.put("Li Sisi")
    name.changed.emit()
    shown.save()
    box_of(qtbot).setPlainText("Passport says")
    lock(program, qtbot)
    shown = form_of(unlock(program, qtbot), qtbot, number)
    assert shown.form.values()["name"] == "Li Sisi"
    shown.save()
    box = box_of(qtbot)
    assert box.toPlainText() == "Passport says"
    box.setPlainText("Passport says so")
    with qtbot.waitSignal(shown.keeper.saved):
        dialogs()[0].yes.click()
    office = shown._desk.office
    assert office.records.history("outsider", number)[0].reason == "Passport says so"
    assert office.records.draft_load("outsider", number) is None


def form_of(main: MainWindow, qtbot: QtBot, number: int) -> RecordScreen:
    shown = main.screen_of("outsider")
    assert isinstance(shown, RecordScreen)
    qtbot.waitUntil(lambda: shown.form.loaded is not None and shown.form.loaded.id == number)
    return shown


def dialogs() -> list[FieldsDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FieldsDialog) and one.isVisible()]


def box_of(qtbot: QtBot) -> QPlainTextEdit:
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    box = dialogs()[0].box("reason")
    assert isinstance(box, QPlainTextEdit)
    return box
