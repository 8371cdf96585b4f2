"""Work that goes on for long: records of every type, lists, forms, pages, reports, previews, locks, other languages."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from time import monotonic

from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop.app import Program
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import english
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.report_request import Request
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.report.screen import ReportsScreen
from laborqa_desktop.views.screens import SCREENS
from laborqa_desktop.views.theme import Choice
from tests.faults.window_scripts import Tell, unlock, until

SAMPLE_EVERY_S = 10.0
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def worker(program: Program, tell: Tell, seconds: float) -> Iterator[int]:
    """Works for so long; tells the memory in use and what there is most of."""
    yield from unlock(program, tell)
    end, sample, opened, turn = monotonic() + seconds, 0.0, 0, 0
    while monotonic() < end:
        turn += 1
        for opens in _one_round(program, turn):
            opened += opens
            yield 5
            if monotonic() > sample:
                sample = monotonic() + SAMPLE_EVERY_S
                tell("sample", opened=opened, turn=turn, mb=_resident() / 2**20, widgets=len(QApplication.allWidgets()),
                     objects=len(gc.get_objects()))
            if monotonic() > end:
                break
        if turn % 3 == 0:
            program.lock()
            yield 20
            yield from unlock(program, tell)
    tell("kinds", python=_kinds(), opened=opened)
    tell("done", opened=opened)


def _resident() -> int:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * PAGE_BYTES


def _kinds() -> dict[str, int]:
    return dict(Counter(type(one).__name__ for one in gc.get_objects()).most_common(60))


def _one_round(program: Program, turn: int) -> Iterator[int]:
    """Every screen, some of its records, and what can be done with them; gives how many records were opened."""
    assert program.session is not None
    assert program.session.main is not None
    main = program.session.main
    for places in SCREENS.values():
        for place in places:
            yield from _screen(main, place.key, turn)
    yield from _report(main)
    yield from _print(main)
    if turn % 4 == 0:
        program.set_theme((Choice.DARK, Choice.LIGHT)[turn // 4 % 2])
        program.set_language(("en", "zh_CN")[turn // 4 % 2])
        yield 0


def _screen(main: MainWindow, key: str, turn: int) -> Iterator[int]:
    main.go(key)
    yield 0
    if key not in TYPES:
        return
    desk = main._desk
    rows = desk.office.records.page(key, Query(), turn % 5 * 20, 20) or desk.office.records.page(key, Query(), 0, 20)
    for row in rows:
        main.go(key, row.id)
        yield 0
        yield 0
        yield 1
    screen = main.screen_of(key)
    if getattr(screen, "list", None) is not None:
        screen.list.show_query(Query(search=("a", "李", "")[turn % 3]))
        yield 0
        screen.list.show_query(Query())
    tabs = getattr(screen, "_tabs", None)
    if tabs is not None:
        for _ in range(3):
            tabs.step(1)
            yield 0
    if TYPES[key].area and hasattr(screen, "new_record"):
        screen.new_record()
        yield 0
        screen.leave()


def _report(main: MainWindow) -> Iterator[int]:
    main.go("report")
    screen = main.screen_of("report")
    assert isinstance(screen, ReportsScreen)
    office = main._desk.office
    request = Request(office.records.page("client", Query(), 0, 1)[0].id, None, date(2026, 10, 1), "zh")
    dialog = screen.open_dialog(request, "")
    for _ in range(60):
        yield 0
    dialog.close()
    yield 0


def _print(main: MainWindow) -> Iterator[int]:
    main.go("print", main._desk.office.files.print_list("staff", Query(), [], english, "zh"))
    for _ in range(30):
        yield 0
    for one in QApplication.topLevelWidgets():
        if one is not main.window() and one.isVisible() and isinstance(one, QWidget):
            one.close()
    yield 0


__all__ = ["until", "worker"]
