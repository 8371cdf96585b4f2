"""The backup page: how safe the library is, its second place, every backup, and putting one back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.backups import Backup, Drill, Preview, Restored, Status
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.backup.keeper import Copied, make_and_copy
from laborqa_desktop.views.backup.list_card import ListCard
from laborqa_desktop.views.backup.place_card import PlaceCard
from laborqa_desktop.views.backup.restore_dialog import RestoreDialog
from laborqa_desktop.views.backup.second import Second
from laborqa_desktop.views.backup.state_card import StateCard
from laborqa_desktop.views.backup.wait_dialog import WaitDialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fresh_page import FreshPage
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.task import Task


@dataclass(frozen=True)
class Shown:
    """Everything the page shows, read at once off the GUI thread."""

    status: Status
    drilled: datetime | None
    here: tuple[Backup, ...]
    there: tuple[Backup, ...]
    reachable: bool
    same_disk: bool


class BackupPage(FreshPage):
    """The page.

    Signals:
        copied: a Copied, what a backup made here came to.
        restoring: a backup is about to be put back: what is typed anywhere is to be kept first.
        restored: it was put back; everything is to be read anew.
    """

    copied = Signal(object)
    restoring = Signal()
    restored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._backups = desk.office.backups
        self.task = Task(desk.background, copying=True)
        self.state = StateCard(desk.zone, read_only=desk.office.store.read_only)
        self.place = PlaceCard(desk.zone)
        self.rows = ListCard(desk.zone)
        self.file_button = Button(self.tr("Restore from a &file…"), "folder-open", clicked=self.restore_file)
        self.head_buttons: tuple[QWidget, ...] = (self.file_button,)
        self._held: QWidget | None = None
        self._said = Band("ok", "")
        self._warned = Band("warn", "")
        cards = row(self.state, self.place, gap=12)
        cards.setStretch(0, 1)
        cards.setStretch(1, 1)
        made = column(self._said, self._warned, self.task, cards, self.rows, gap=12)
        made.setStretch(4, 1)
        self.setLayout(made)
        self._said.hide()
        self._warned.hide()
        self._connect()

    def _connect(self) -> None:
        self.state.make_asked.connect(self.make)
        self.state.usb_asked.connect(self.copy_to_usb)
        self.state.drill_asked.connect(self.drill)
        self.place.choose_asked.connect(self.choose_place)
        self.place.copy_asked.connect(self.copy_there)
        self.place.forget_asked.connect(self.forget_place)
        self.rows.restore_asked.connect(lambda one: self.preview(one.path))
        self.task.began.connect(lambda: self._enable(False))
        self.task.ended.connect(lambda: self._enable(True))
        self.task.refused.connect(lambda words: self._say(words, good=False))
        self._desk.signals.backed_up.connect(self.reload_shown)

    def reload(self) -> None:
        """Reads everything anew."""
        backups, place = self._backups, second.load(self._desk).folder

        def work() -> Shown:
            reachable = place is not None and place.is_dir()
            there = backups.all_in(place) if place is not None and reachable else ()
            same_disk = place is not None and reachable and not backups.check_place(place)
            return Shown(backups.status(), backups.drilled_at(), backups.all(), there, reachable, same_disk)

        self._desk.background.read(work, self._show)

    def _show(self, shown: Shown) -> None:
        now = self._desk.office.store.clock()
        self.state.show_status(shown.status, now, shown.drilled, len(shown.here))
        self.place.show_place(second.load(self._desk), now, reachable=shown.reachable, same_disk=shown.same_disk)
        self.rows.show_backups(shown.here, shown.there)

    # ------------------------------------------------------------ making

    def make(self) -> None:
        """Makes a backup now, whether or not something was saved, and copies it to the second place."""
        backups, place = self._backups, second.load(self._desk).folder
        self._start(self.tr("Making a backup…"),
                    lambda step: make_and_copy(backups, "by-hand", place, step, always=True), self._made)

    def _made(self, copied: Copied) -> None:
        self._say(self.tr("The backup is made and verified."))
        if copied.trouble is not None:
            self._say(say(copied.trouble), good=False)
        self.copied.emit(copied)
        self.reload()

    def copy_to_usb(self) -> None:
        """One file with everything, attachments too, in a folder of the user's choice."""
        folder = self._desk.ask.folder(self.window(), self.tr("Copy the library into one file in this folder"))
        if folder is None:
            return
        backups = self._backups
        self._start(self.tr("Copying everything into one file…"), lambda step: backups.full(folder, "usb", step),
                    self._copied)

    def _copied(self, made: Backup) -> None:
        self._say(self.tr("{file} is written and verified. Remove the stick safely, then keep it elsewhere.").format(
            file=made.path.name))
        if made.missing:
            self._say(fill(self.tr("{count} {count:attachment is|attachments are} missing or damaged in the library "
                                   "itself, so {count:it is|they are} not in the copy. Everything else is."),
                           count=made.missing), good=False)

    def drill(self) -> None:
        """Restores the newest backup beside and compares everything."""
        backups = self._backups
        self._start(self.tr("Restoring the newest backup beside and comparing…"), backups.drill, self._drilled)

    def _drilled(self, drill: Drill) -> None:
        if drill.is_good:
            self._say(fill(self.tr("The drill is good: {tables} {tables:table|tables} with {rows} {rows:row|rows} and "
                                   "{files} {files:attachment is|attachments are} equal."),
                           tables=drill.tables, rows=f"{drill.rows:,}",
                                               files=f"{drill.attachments:,}"))
        else:
            self._say(fill(self.tr("The drill found differences: {tables} {tables:table differs|tables differ}, "
                                   "{missing} {missing:attachment is|attachments are} missing or damaged. Check the "
                                   "library; nothing was changed."),
                           tables=len(drill.unequal), missing=drill.missing), good=False)
        self._desk.signals.backed_up.emit()

    # ------------------------------------------------------------ the second place

    def choose_place(self) -> None:
        """Asks for the second place and copies there at once."""
        folder = self._desk.ask.folder(self.window(), self.tr("Second place for backups: a USB stick or another disk"),
                                       second.load(self._desk).folder)
        if folder is None:
            return
        try:
            self._backups.check_place(folder)
        except UserError as error:
            self._say(say(error.text), good=False)
            return
        second.keep(self._desk, Second(folder))
        self.copy_there()

    def copy_there(self) -> None:
        """Copies the newest backup to the second place; makes one first where something was saved since."""
        backups, place = self._backups, second.load(self._desk).folder
        self._start(self.tr("Copying to the second place…"),
                    lambda step: make_and_copy(backups, "by-hand", place, step), self._placed)

    def _placed(self, copied: Copied) -> None:
        if copied.trouble is not None:
            self._say(say(copied.trouble), good=False)
        elif copied.second_at is not None:
            self._say(self.tr("The newest backup is in the second place too."))
        self.copied.emit(copied)
        self.reload()

    def forget_place(self) -> None:
        """Copies nothing there any more; what is there stays."""
        second.keep(self._desk, Second())

    # ------------------------------------------------------------ putting back

    def restore_file(self) -> None:
        """Asks for a backup file, on a stick for instance."""
        files = self._desk.ask.open_files(self.window(), self.tr("Restore from a backup"),
                                          self.tr("Backups (*.labqbackup)"))
        if files:
            self.preview(files[0])

    def arrive(self, file: object) -> None:
        """A backup the user double-clicked: what would it change?"""
        if isinstance(file, Path) and not self.task.busy:
            self.preview(file)

    def preview(self, file: Path) -> None:
        """Works out what putting a backup back would change, then asks."""
        backups = self._backups
        self._start(self.tr("Comparing the backup with the library…"), lambda step: backups.preview(file, step),
                    lambda found: self._ask(file, found), keeps=False)

    def _ask(self, file: Path, preview: Preview) -> None:
        self.dialog = RestoreDialog(self.window(), preview, self._desk.zone)
        self.dialog.accepted.connect(lambda: self.restore(file))
        self.dialog.open()

    def restore(self, file: Path) -> None:
        """Puts a backup back; nothing else can be done meanwhile."""
        self.restoring.emit()
        backups, place = self._backups, second.load(self._desk).folder

        def work(step: Step) -> Restored:
            return backups.restore(file, place, step)

        self.waiting = WaitDialog(self.window(), self._desk.background, self.tr("Putting the backup back"),
                                  self.tr("Please wait; the library is closed to everything else meanwhile."),
                                  self.tr("&Cancel"), work, copying=False)
        self.waiting.ended.connect(self._restored)
        self.waiting.open()

    def _restored(self, done: Restored | None, trouble: str) -> None:
        if trouble:
            self._say(trouble, good=False)
        if done is None:
            return
        words = self.tr("The library is again as it was at {moment}. What it was before is kept in a backup.").format(
            moment=f"{done.made_at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}")
        lines = [fill(self.tr("{count} {count:attachment was|attachments were} found nowhere."),
                      count=done.missing)] if done.missing else []
        if done.purged:
            lines.append(fill(self.tr("{count} {count:record|records} deleted by law {count:was|were} deleted again."),
                              count=done.purged))
        self._desk.ask.tell(self.window(), self.tr("The backup is put back"), words, lines)
        self.restored.emit()

    # ------------------------------------------------------------ small things

    def _start(self, words: str, work: Callable[[Step], object], done: Callable[..., None], *,
               keeps: bool = True) -> None:
        self._said.hide()
        self._warned.hide()
        self.task.start(words, work, done, keeps=keeps)

    def _enable(self, free: bool) -> None:
        """What is disabled loses the keyboard; afterwards it is where it was."""
        if not free:
            now = QApplication.focusWidget()
            self._held = now if now is not None and self.isAncestorOf(now) else None
        for part in (self.state, self.place, self.rows, self.file_button):
            part.setEnabled(free)
        held = self._held
        if free and held is not None and shiboken6.isValid(held) and held.isVisible():
            held.setFocus()

    def _say(self, words: str, *, good: bool = True) -> None:
        band = self._said if good else self._warned
        band.say(words)
        band.show()


def make_backup_page(desk: Desk) -> BackupPage:
    """The page, for the main window."""
    return BackupPage(desk)
