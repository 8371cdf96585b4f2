"""What a start was given to open, by a double-click for instance: a library, or a backup. It also comes from a second
start, while the window is in use.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer

from laborqa_desktop.errors import UserError, WrongPassword
from laborqa_desktop.text import fill
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.windows import bring_to_front

if TYPE_CHECKING:
    from laborqa_desktop.app import Program
    from laborqa_desktop.usecases.backups import Placed
    from laborqa_desktop.views.from_backup_card import FromBackupCard

BACKUP = ".labqbackup"
AGAIN_MS = 200


def library_of(what: Path) -> Path:
    """The folder of a library of which the folder or its .labq file is given."""
    return what.parent if what.suffix.lower() == ".labq" else what


class Arrivals(QObject):
    """Leads the user to what is to be opened, as soon as the program can."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._what: Path | None = None
        self._wanted: tuple[Path, Path] | None = None
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self._go)
        program.opened.connect(self._opened)

    def called(self, what: str) -> None:
        """Another start wants the window in front, and this opened; "" for nothing."""
        bring_to_front(self._program.window)
        if what:
            self.take(Path(what))

    def take(self, what: Path) -> None:
        """Opens a library's folder, its .labq file, or a backup. The last one counts."""
        self._what = what
        self._go()

    def _go(self) -> None:
        what = self._what
        if what is None:
            return
        if not self._program.is_free:      # it starts, opens, asks something, or shows a recovery code
            self._timer.start()
            return
        self._what = None
        if what.suffix.lower() == BACKUP:
            self._backup(what)
        else:
            self._library(library_of(what))

    def _library(self, folder: Path) -> None:
        session = self._program.session
        if session is None or not session.is_open:
            self._program.turn_to(folder)
        elif not _same(session.folder, folder):
            self._leave_for(folder.name, lambda: self._program.turn_to(folder))

    def _backup(self, file: Path) -> None:
        from laborqa_desktop.usecases.backup_owner import look_at, owner
        program = self._program
        session = program.session
        open_now = session.folder if session is not None and session.is_open else None
        known = [Path(one.folder) for one in program.preferences.recent]
        try:
            found = look_at(file)
            folder = owner(file, found.library_id, ([open_now] if open_now is not None else []) + known)
        except UserError as error:
            program.ask.tell(program.window, self.tr("This backup cannot be opened"), say(error.text))
            return
        if folder is None:
            self._leave_for(file.name, lambda: self._make_from(file, found.made_at))
        elif open_now is not None and _same(open_now, folder):
            self._preview(file)
        else:
            self._leave_for(folder.name, lambda: self._open_for(folder, file))

    def _open_for(self, folder: Path, file: Path) -> None:
        self._wanted = folder, file
        self._program.turn_to(folder, self.tr("Then you see what putting back {file} would change.").format(
            file=file.name))

    def _opened(self) -> None:
        wanted, self._wanted = self._wanted, None
        session = self._program.session
        if wanted is not None and session is not None and _same(session.folder, wanted[0]):
            QTimer.singleShot(0, self, lambda: self._preview(wanted[1]))

    def _preview(self, file: Path) -> None:
        session = self._program.session
        if session is not None and session.main is not None:
            session.main.go("backup", file)

    def _leave_for(self, name: str, then: Callable[[], object]) -> None:
        """Closes the open library first, if there is one and the user agrees."""
        program = self._program
        session = program.session
        if session is None or not session.is_open:
            then()
            return
        if not program.ask.confirm(
                program.window, self.tr('Open "{name}" instead?').format(name=name),
                self.tr('"{here}" is closed first. What you typed is kept, and you can open it again at any time.'
                        ).format(here=session.folder.name), self.tr("Close and open")):
            return

        def leave() -> None:
            program.lock("another", then)

        if session.backed_up(leave):
            leave()

    def _make_from(self, file: Path, made_at: datetime) -> None:
        from laborqa_desktop.views.from_backup_card import FromBackupCard
        page = self._program.page
        card = FromBackupCard(self._program.ask, file, made_at)
        card.cancelled.connect(lambda: page.cards.setCurrentWidget(page.card))
        card.make_asked.connect(lambda folder, password: self._make(card, file, Path(folder), password))
        page.show_card(card)
        card.password.setFocus()

    def _make(self, card: "FromBackupCard", file: Path, folder: Path, password: str) -> None:
        from laborqa_desktop.usecases.backups import place
        program = self._program
        card.set_busy(True)

        def done(placed: "Placed") -> None:
            if placed.missing:
                program.ask.tell(program.window, self.tr("The library is restored"), fill(self.tr(
                    "{count} {count:attachment is|attachments are} neither in the backup nor beside it. Everything "
                    "else is there."), count=placed.missing))
            program.turn_to(placed.folder)
            program.open_library(str(placed.folder), password, program.page.card.person.text().strip())

        def failed(error: Exception) -> None:
            there = shiboken6.isValid(card)     # another language takes it away
            if not isinstance(error, UserError):
                if there:
                    card.set_busy(False)
                raise error
            if there:
                card.refuse(say(error.text), password=isinstance(error, WrongPassword))
            else:
                program.page.card.refuse(say(error.text))

        def stopped() -> None:
            if shiboken6.isValid(card):
                card.set_busy(False)
                card.folder.setFocus()

        job = program.need_session().background.run(lambda step: place(file, folder, password, step), done, failed,
                                                    card.progress.advance, stopped=stopped)
        card.progress.cancelled.connect(job.cancel)
        card.progress.cancelled.connect(card.progress.stopping)


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()
