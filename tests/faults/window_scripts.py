"""What is typed into the real program. Each script is a generator: it gives the milliseconds until its next act."""

import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop import crashes, logs, paths
from laborqa_desktop.app import Program
from laborqa_desktop.errors import UserError
from laborqa_desktop.store.files import Outside
from laborqa_desktop.views.error_hooks import log_qt_messages
from laborqa_desktop.views.inspection.screen import InspectionScreen
from laborqa_desktop.views.record_screen import RecordScreen
from tests.faults.windows import PASSWORD
from tests.views.support import Answers

Tell = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "abcdefghij klmnopqrst "
KEY_MS = 25


def perform(script: Callable[..., Iterator[int] | None], tell: Tell, given: dict[str, Any]) -> None:
    """Runs a script in the program, or without a window when it is no generator."""
    if script in (command, second_start, monkey):
        script(tell, **given)
        return
    app = QApplication(["laborqa"])
    folder = paths.log_folder()
    with logs.kept(folder), crashes.watched(folder, crashes.WINDOW):
        program = Program(app, Path(given.pop("library")), ask=Answers())
        program.errors.install()
        program.errands = (crashes.forbid_dumps,)
        log_qt_messages()
        inner = sys.excepthook

        def hook(kind: Any, error: BaseException, trace: Any) -> None:
            tell("failed", why="\n".join(logs.places(error)) + f"\n{error}")
            inner(kind, error, trace)

        if not getattr(script, "fails_on_purpose", False):
            sys.excepthook = hook
        program.start()
        acts = script(program, tell, **given)
        assert acts is not None

        def step() -> None:
            try:
                wait = next(acts, None)
            except Exception as error:      # the script itself, whatever the program is to suffer
                tell("failed", why="\n".join(logs.places(error)) + f"\n{error}")
                raise
            if wait is None:
                program.window.close()
                app.quit()
            else:
                QTimer.singleShot(wait, step)

        QTimer.singleShot(0, step)
        app.exec()


def until(holds: Callable[[], Any]) -> Iterator[int]:
    """Waits for the program."""
    while not holds():
        yield 10


def unlock(program: Program, tell: Tell) -> Iterator[int]:
    """Types the password; tells when Enter was pressed and what came of it."""
    yield from until(lambda: program.ready and program.page.isEnabled())     # it takes nothing while a library closes
    card, done = program.page.card, list[str]()
    program.opened.connect(lambda: done.append("opened"))
    QTest.keyClicks(card.person, "Li")
    card.password.setText(PASSWORD)
    tell("asked")
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    yield from until(lambda: done or card.password.accessibleDescription())
    tell(done[0] if done else "refused", words=card.password.accessibleDescription())


def focus(program: Program) -> QWidget:
    """What gets the keys."""
    return QApplication.focusWidget() or program.window


def typist(program: Program, tell: Tell, seed: int) -> Iterator[int]:
    """Types into forms and into an inspection until it is killed; tells each state typed and each save acknowledged."""
    yield from unlock(program, tell)
    assert program.session is not None
    assert program.session.main is not None
    main, chance = program.session.main, Random(seed)
    told = set[int]()
    tell("begun")
    while True:
        kind = chance.choice(("staff", "post", "sheet"))
        if kind == "sheet":
            yield from _sheet(main, tell, chance)
            continue
        main.go(kind)
        screen = main.screen_of(kind)
        assert isinstance(screen, RecordScreen)
        if id(screen) not in told:
            told.add(id(screen))
            screen.keeper.saved.connect(lambda number, _, one=screen, key=kind: tell(
                "saved", key=key, id=number, text=_text(one), seen=one.form.loaded.id == number))
        yield 60
        yield from (_remarks if kind == "staff" else _new_post)(program, screen, tell, chance)


def _text(screen: RecordScreen) -> str:
    loaded = screen.form.loaded
    assert loaded is not None
    return str(loaded.values.get("remarks" if screen._kind.key == "staff" else "name") or "")


def _remarks(program: Program, screen: RecordScreen, tell: Tell, chance: Random) -> Iterator[int]:
    """Goes on with the remarks of one of the staff."""
    rows = screen.list.model.rowCount()
    number = screen.list.model.id_at(chance.randrange(rows)) if rows else None
    if number is None:
        return
    screen.open_record(number)
    yield from until(lambda: screen.form.loaded is not None and screen.form.loaded.id == number)
    screen.form.focus_field("remarks", select=False)
    yield from _type(program, screen, tell, chance, "remarks", number)


def _new_post(program: Program, screen: RecordScreen, tell: Tell, chance: Random) -> Iterator[int]:
    """A new post with a long name, or the one that was begun."""
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    screen.form.focus_field("code")
    if not screen.form.values().get("code"):
        QTest.keyClicks(focus(program), f"{chance.randrange(10**9)}")
    screen.form.focus_field("name", select=False)
    QTest.keyClicks(focus(program), f"{chance.randrange(10**6)} ")
    yield from _type(program, screen, tell, chance, "name", None)


def _type(program: Program, screen: RecordScreen, tell: Tell, chance: Random, field: str,
          number: int | None) -> Iterator[int]:
    for _ in range(chance.randrange(20, 200)):
        QTest.keyClicks(focus(program), chance.choice(WORDS))
        tell("typed", key=screen._kind.key, id=screen.form.loaded.id if screen.form.loaded else None, field=field,
             text=screen.form.editor(field).get() or "")
        yield KEY_MS
        if chance.random() < 0.01:
            QTest.keyClick(focus(program), Qt.Key.Key_S, CONTROL)
        if chance.random() < 0.01:
            yield chance.randrange(6_000)       # the user thinks
    if chance.random() < 0.5:
        QTest.keyClick(focus(program), Qt.Key.Key_S, CONTROL)
        yield KEY_MS


def _sheet(main: Any, tell: Tell, chance: Random) -> Iterator[int]:
    """Answers items of the inspection that is a draft, by digits."""
    main.go("inspection")
    screen = main.screen_of("inspection")
    assert isinstance(screen, InspectionScreen)
    number = _draft_inspection(main)
    screen.open_record(number)
    yield from until(lambda: screen.page.sheet is not None and screen.page.sheet.id == number)
    yield 60
    view = screen.page.view
    for _ in range(chance.randrange(20, 100)):
        view.go_to(chance.randrange(screen.page.model.rowCount()))
        QTest.keyClicks(view, chance.choice("1234"))
        tell("typed", key="sheet", id=number, field="", text={
            str(place): one.answer for place, one in screen.page.model.entries().items() if one.answer})
        yield KEY_MS * 3


def _draft_inspection(main: Any) -> int:
    from laborqa_desktop.usecases.listing import Filter, Query
    rows = main._desk.office.records.page("inspection", Query(filters=(Filter("state", ("draft",)),)), 0, 1)
    return int(rows[0].id)


def looker(program: Program, tell: Tell) -> Iterator[int]:
    """Opens the library after a crash and tells what the window shows by itself."""
    yield from unlock(program, tell)
    assert program.session is not None
    assert program.session.main is not None
    main = program.session.main
    yield 300
    key = main._page(main.area).current
    screen = main.screen_of(key)
    if isinstance(screen, RecordScreen) and screen.form.loaded is not None:
        tell("shown", key=key, id=screen.form.loaded.id, field=screen.form.focused_key(),
             text=_text_now(screen))
    elif isinstance(screen, InspectionScreen):
        yield from until(lambda: screen.page.sheet is not None)
        tell("shown", key="sheet", id=screen.page.sheet.id, field="", text={})
    else:
        tell("shown", key=key, id=None, field="", text="")


def _text_now(screen: RecordScreen) -> str:
    return str(screen.form.editor("remarks" if screen._kind.key == "staff" else "name").get() or "")


def holder(program: Program, tell: Tell) -> Iterator[int]:
    """Opens a library and stays until it is killed; tells when it is called to the front."""
    yield from unlock(program, tell)
    assert program.session is not None
    if program.session._single is not None:
        program.session._single.called.connect(lambda: tell("raised"))
    tell("holding")
    while True:
        yield 50


def opener(program: Program, tell: Tell) -> Iterator[int]:
    """Opens a library, tells what came of it, and ends."""
    yield from unlock(program, tell)


def command(tell: Tell, words: list[str]) -> None:
    """A sub-command."""
    import os

    from laborqa_desktop import cli
    os.environ["LABORQA_PASSWORD"] = PASSWORD
    tell("asked")
    tell("code", code=cli.main(words))


def second_start(tell: Tell, library: str) -> None:
    """A second start for one library, by its file or --library."""
    from PySide6.QtCore import QCoreApplication

    from laborqa_desktop import starting
    kept = QCoreApplication(["laborqa"])
    tell("asked")
    tell("called", first=not starting.called_first(Path(library)))
    del kept


def monkey(tell: Tell, seed: int, seconds: float, folder: str, passwords: dict[str, str]) -> None:
    """Presses anything anywhere for so long; tells what went wrong."""
    import faulthandler
    import threading

    from tests.faults.monkey import AGAIN_S, Askable, Monkey
    ape = Monkey(seed, Path(folder), passwords)
    fault = (Path(folder) / "fault.txt").open("w")
    faulthandler.enable(fault)
    app = QApplication(["laborqa"])
    program = Program(app, ask=Askable(ape))

    def caught(kind: Any, error: BaseException, trace: Any = None) -> None:
        if isinstance(error, UserError):
            program.ask.tell(program.window, "?", str(error))
            return
        last = traceback.extract_tb(error.__traceback__)
        ape.fault(" ".join(f"{Path(one.filename).name}:{one.lineno}" for one in last[-2:]),
                  "".join(traceback.format_exception(error)))

    sys.excepthook = caught
    threading.excepthook = lambda given: caught(given.exc_type, given.exc_value or given.exc_type())
    sys.unraisablehook = lambda given: caught(given.exc_type, given.exc_value or given.exc_type())

    def beat() -> None:
        tell("beat", acts=ape.acts, last=list(ape._done)[-3:])

    heart = QTimer(app, interval=int(AGAIN_S * 1000))
    heart.timeout.connect(beat)
    heart.start()

    def finished() -> None:
        faulthandler.dump_traceback_later(40, file=fault)       # says where, should it not end
        program.window.close()
        tell("done", acts=ape.acts, faults=list(ape.faults.values()), seen=sorted(ape.seen))
        app.quit()

    program.start()
    ape.begin(program, seconds, finished)
    app.exec()


def start_and_end(program: Program, tell: Tell) -> Iterator[int]:
    """A start that opens nothing."""
    program.errands = (crashes.forbid_dumps, lambda: Outside(paths.outside_folder()).empty())
    yield from until(lambda: program.ready)
    tell("started")
