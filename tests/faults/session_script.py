"""A full session of the real window in which markers stand wherever a person could be named, with mistakes provoked."""

import gc
import logging
import os
import signal
import threading
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from laborqa_desktop.app import Program
from laborqa_desktop.errors import Refused
from laborqa_desktop.text import N_, english
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.report_request import FreeWords, Request
from laborqa_desktop.views.importing.page import ImportPage
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.screen import ReportsScreen
from tests.faults.window_scripts import CONTROL, Tell, focus, until
from tests.views.support import Answers

CLOSED, KILLED, CRASHED = "closed", "killed", "crashed"
WAIT_MS = 150


class Swallow(QObject):
    """In place of another program that would show a file."""

    @Slot(QUrl)
    def shown(self, url: QUrl) -> None:
        """Nothing is started."""


def session(program: Program, tell: Tell, marks: dict[str, str], targets: str, ending: str) -> Iterator[int]:
    """Types, imports, exports, prints, reports, attaches, fails in every way, then ends in one of three."""
    swallow = Swallow(program)
    QDesktopServices.setUrlHandler("file", swallow, "shown")
    folder = Path(targets)
    yield from _unlock(program, marks)
    assert program.session is not None
    assert program.session.main is not None
    assert program.session.office is not None
    main, office, answers = program.session.main, program.session.office, program.ask
    assert isinstance(answers, Answers)
    answers.target = folder / "target.bin"

    main.go("staff")
    screen = main.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    yield WAIT_MS
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    for field in screen._kind.fields:
        if field.key in marks:
            screen.form.editor(field.key).put(marks[field.key])
    post = office.records.by_code("post", "P1")
    for key, value in (("code", "Z1"), ("post_id", post), ("hired_on", date(2024, 1, 1)),
                       ("birth_date", date(1990, 1, 1)), ("status", "active")):
        screen.form.editor(key).put(value, "保洁员")
    screen.form.focus_field("remarks")
    QTest.keyClicks(focus(program), marks["typed"])
    QTest.keyClick(focus(program), Qt.Key.Key_S, CONTROL)
    yield from until(lambda: screen.form.loaded is not None and screen.form.loaded.id is not None)
    staff = screen.form.loaded.id
    tell("step", name="saved")

    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    screen.form.focus_field("name")
    QTest.keyClicks(focus(program), marks["draft"])
    screen.keeper.keep_draft()
    yield WAIT_MS

    main.top.search.setFocus()
    QTest.keyClicks(main.top.search, marks["searched"])
    yield 400
    main.top.search.clear()

    yield from _import(main, tell, folder, marks)
    pdf = folder / "note.txt"
    pdf.write_text(marks["attached"], encoding="utf-8")
    office.attachments.add("staff", staff, f"{marks['file name']}.txt", pdf.read_bytes())
    link = office.attachments.of("staff", staff)[0].id
    shown = office.attachments.open_outside(link)
    tell("outside", path=str(shown), there=shown.exists())
    main.go("preview", link)
    yield WAIT_MS
    _close_dialogs(program)

    office.files.export("staff", Query(), [], folder / "list.xlsx", english)
    main.go("print", office.files.print_list("staff", Query(), [], english, "zh"))
    yield 400
    _close_dialogs(program)
    tell("step", name="printed")
    yield from _report(main, office, tell, folder, marks)
    yield from _mistakes(program, marks)
    tell("step", name="failed in every way")

    program.lock()
    yield WAIT_MS
    yield from _unlock(program, marks)
    tell("limits", core=_core_limit())
    yield WAIT_MS
    if ending == KILLED:
        tell("ready")
        os.kill(os.getpid(), signal.SIGKILL)
    if ending == CRASHED:
        import faulthandler
        tell("ready")
        faulthandler._sigsegv()     # type: ignore[attr-defined]
    tell("ready")


session.fails_on_purpose = True     # type: ignore[attr-defined]


def _core_limit() -> list[int]:
    import ctypes
    import resource
    return [*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]


def _unlock(program: Program, marks: dict[str, str]) -> Iterator[int]:
    yield from until(lambda: program.ready and program.page.isEnabled())
    card, opened = program.page.card, list[int]()
    program.opened.connect(lambda: opened.append(1))
    for secret in (marks["wrong password"], marks["password"]):
        card.password.clear()
        QTest.keyClicks(card.password, secret)
        QTest.keyClick(card.password, Qt.Key.Key_Return)
        yield 50
        yield from until(lambda: opened or card._open.isEnabled())


def _import(main: Any, tell: Tell, folder: Path, marks: dict[str, str]) -> Iterator[int]:
    """A csv with good rows, then a workbook with a bad one, as far as its trial."""
    import xlsxwriter
    heads = ("工号", "姓名", "手机", "出生日期", "岗位", "入职日期", "状态", "备注")
    rows = [("Y1", marks["import name"], "13800003001", "1983-05-12", "保洁员", "2026-11-02", "在岗",
             marks["import note"])]
    table = folder / "人员.csv"
    table.write_text("\n".join(",".join(row) for row in (heads, *rows)), encoding="utf-8-sig")
    book = folder / "人员.xlsx"
    with xlsxwriter.Workbook(str(book), {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for place, row in enumerate((heads, ("Y2", marks["bad name"], marks["bad phone"], "x", "?", "x", "?", ""))):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell)
    for file in (table, book):
        main.go("import")
        page = main.screen_of("import")
        assert isinstance(page, ImportPage)
        page.restart()
        page.read_file("staff", file)
        yield 100
        yield from until(lambda one=page: not one.task.busy)
        for _ in range(3):
            page.forward()
            yield 100
            yield from until(lambda one=page: not one.task.busy)
        tell("step", name=f"import {file.suffix} at step {page.step}")


def _report(main: Any, office: Any, tell: Tell, folder: Path, marks: dict[str, str]) -> Iterator[int]:
    """The preview in the dialog, a draft and an issued report."""
    main.go("report")
    screen = main.screen_of("report")
    assert isinstance(screen, ReportsScreen)
    client = office.records.by_code("client", "C1")
    request = Request(client, None, date(2026, 10, 1), "zh", FreeWords(marks["report words"]))
    dialog = screen.open_dialog(request, "C1")
    yield 1500
    dialog.close()
    (folder / "draft.pdf").write_bytes(office.reporting.draft(request, english))
    office.issuing.issue(request, english, folder / "issued.pdf")
    main.go("verify", folder / "issued.pdf")
    yield 500
    tell("step", name="report issued")


class _Broken:
    def __init__(self, words: str) -> None:
        self.words = words

    def __del__(self) -> None:
        raise ValueError(self.words)


def _mistakes(program: Program, marks: dict[str, str]) -> Iterator[int]:
    """Errors whose messages hold markers, from every side."""
    words = marks["error"]

    def fail() -> None:
        value = words
        raise ValueError(f"no such person: {value}")

    def refuse() -> None:
        raise Refused(N_("Records", "Not found: {name}").of(name=words))

    assert program.session is not None
    for act in (fail, refuse, lambda: {}[words], lambda: int(words)):
        QTimer.singleShot(0, act)
        yield WAIT_MS
        _close_dialogs(program)
    thread = threading.Thread(target=fail, name=words)
    thread.start()
    thread.join()
    yield WAIT_MS
    _close_dialogs(program)
    program.session.background.run(lambda step: fail(), lambda _: None)
    yield WAIT_MS
    _close_dialogs(program)
    _Broken(words)
    gc.collect()
    yield WAIT_MS
    _close_dialogs(program)
    logging.getLogger("alembic.runtime").warning("no revision of %s", words)
    logging.getLogger("sqlalchemy").error("failed with %s", words, exc_info=ValueError(words))
    logging.getLogger("laborqa_desktop.x").error("failed", exc_info=ValueError(words))
    warnings.warn(words, stacklevel=1)
    qWarning(f'QFile::open: "{words}" is not there')
    yield WAIT_MS


def _close_dialogs(program: Program) -> None:
    for one in QApplication.topLevelWidgets():
        if shiboken6.isValid(one) and one is not program.window and one.isVisible():
            one.close()     # with it others may go
