"""Makes backups by itself: two minutes after opening and every half hour, when something was saved since."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import Text
from laborqa_desktop.usecases.backups import Backup, Backups, Status
from laborqa_desktop.views.background import Job, Step
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.backup.second import Second
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say

FIRST_MS, EVERY_MS = 2 * 60_000, 30 * 60_000


@dataclass(frozen=True)
class Copied:
    """What a round of backups came to. trouble: why the copy to the second place failed."""

    made: Backup | None
    second_at: datetime | None = None
    trouble: Text | None = None


def make_and_copy(backups: Backups, why: str, place: Path | None, step: Step, *, always: bool = False) -> Copied:
    """A backup when one is due, and its copy to the second place where that can be reached.

    Args:
        always: also when nothing was saved since the newest one.
    """
    made = backups.make(why, step) if always or backups.is_due() else None
    if place is None or not place.is_dir():
        return Copied(made)
    try:
        copied = backups.copy_to(place, step)
    except UserError as error:
        return Copied(made, trouble=error.text)
    newest = copied or next((one for one in backups.all_in(place) if one.verified), None)
    return Copied(made, newest.made_at if newest is not None else None)


class BackupKeeper(QObject):
    """Watches over the backups of an open library.

    Attributes:
        status: as it was read last; None before that.

    Signals:
        shown: (words, tone, tip) for the status bar.
    """

    shown = Signal(str, str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._job: Job | None = None
        self._trouble: Text | None = None
        self.status: Status | None = None
        self._timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._timer.timeout.connect(self.round)
        self._timer.start()
        desk.signals.changed.connect(self._changed)
        desk.signals.backed_up.connect(self.look)

    def is_due(self) -> bool:
        """Whether something was saved since the newest verified backup, as far as was seen."""
        return self.status is not None and self.status.changed

    def look(self) -> None:
        """Reads anew how far the backups are behind."""
        self.desk.background.read(self.desk.office.backups.status, self._seen)

    def round(self) -> None:
        """Makes what is due now; the next round is in half an hour."""
        self._timer.start(EVERY_MS)
        office, place = self.desk.office, second.load(self.desk).folder
        if self._job is not None or office.store.read_only:
            return
        self._job = self.desk.background.copy(
            lambda step: make_and_copy(office.backups, "timer", place, step), self._made, self._failed)

    def _made(self, copied: Copied) -> None:
        self._job = None
        self.note(copied)

    def note(self, copied: Copied) -> None:
        """Keeps what a round came to, also one that somebody else made."""
        self._trouble = copied.trouble
        known = second.load(self.desk)
        if copied.second_at is not None and copied.second_at != known.copied_at:
            second.keep(self.desk, Second(known.folder, copied.second_at))
        else:
            self.desk.signals.backed_up.emit()

    def _failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self._trouble = error.text
        self._show()

    def _changed(self, changes: object, origin: object) -> None:
        if self.status is None:
            self.look()
        elif not self.status.changed:
            last = self.status.last
            self._seen(Status(last, changed=True, stale=self.status.stale))

    def _seen(self, status: Status) -> None:
        self.status = status
        self._show()

    def _show(self) -> None:
        status, now = self.status, self.desk.office.store.clock()
        if status is None:
            return
        if status.last is None:
            words, tone = self.tr("No backup yet"), "warn"
        else:
            made = status.last.made_at.astimezone(self.desk.zone)
            today = made.date() == now.astimezone(self.desk.zone).date()
            words = self.tr("Backup {time}").format(time=f"{made:%H:%M}" if today else f"{made:%Y-%m-%d}")
            tone = "warn" if status.stale else "ok"
        tip = self.tr("The last verified backup. Click for the backup page.")
        if self._trouble is not None:
            tone, tip = "warn", say(self._trouble)
        elif second.load(self.desk).is_due(now):
            tone = "warn"
            tip = self.tr("No copy was put in a second place for 7 days. Click for the backup page.")
        self.shown.emit(words, tone, tip)
