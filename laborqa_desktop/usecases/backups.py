"""Backups of the open library: when one is due, making it, what there is.

For other use cases: call office.backups.before("before-purge") ahead of an act that is hard to take back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from laborqa_desktop.errors import Refused
from laborqa_desktop.store import backup, history
from laborqa_desktop.store.backup import Backup, Source
from laborqa_desktop.store.backup_file import Step, quietly
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

__all__ = ["Backup", "Backups", "Status"]

STALE_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Status:
    """What the status bar says.

    Attributes:
        last: the newest verified backup in the library's own folder, None when there is none.
        changed: something was saved since.
        stale: changed, and the last one is older than a day.
    """

    last: Backup | None
    changed: bool
    stale: bool


class Backups:
    """The backups of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._source = Source(store.layout, store.keys, store.library_id)
        self._zone = ZoneInfo(store.zone)

    def all(self) -> tuple[Backup, ...]:
        """The backups in the library's own folder, newest first, damaged ones too."""
        try:
            return backup.list_in(self._store.layout.backups, self._source)
        except OSError:
            return ()

    def newest(self) -> Backup | None:
        """The newest verified one, or None."""
        return next((one for one in self.all() if one.verified), None)

    def status(self) -> Status:
        """How far the backups are behind."""
        last = self.newest()
        changed = last is None or last.anchor != self._head()
        stale = changed and (last is None or self._store.clock() - last.made_at > STALE_AFTER)
        return Status(last, changed, stale)

    def is_due(self) -> bool:
        """Whether something was saved since the newest verified backup: then one is made every half hour and at close.

        A library that is open for reading only makes none by itself.
        """
        return not self._store.read_only and self.status().changed

    def make(self, why: str = "by-hand", step: Step = quietly) -> Backup:
        """A verified light backup in the library's own folder; the attachments lie beside it and never change.

        Args:
            why: by-hand, timer, close, before-import, before-removal, before-purge, before-restore, before-upgrade.
            step: told (percent, 100); may raise to cancel, which leaves nothing behind.

        Raises:
            Refused: the library is open for reading only.
            UserError: no room, or the copy could not be verified; earlier backups are kept.
            UnreadableInput: the library itself is damaged; earlier backups are kept.
        """
        if self._store.read_only:
            raise Refused(N_("Backup", "The library is open for reading only, so no backup is made inside it. Copy it "
                                       "to another folder or a USB stick instead."))
        made = backup.make(self._source, self._store.layout.backups, why, self._store.clock(), zone=self._zone,
                           step=step)
        self._thin()
        return made

    def before(self, why: str, step: Step = quietly) -> Backup:
        """To be called ahead of an act that is hard to take back: import, purge, removal of many records, restore.

        The newest verified backup is given when nothing was saved since it was made, so that calling this twice costs
        nothing. Call it outside a unit of work, and let its UserError stop the act: nothing was changed then.

        Args:
            why: "before-…", as in make.
        """
        last = self.newest()
        return last if last is not None and last.anchor == self._head() else self.make(why, step)

    def full(self, folder: Path, why: str = "usb", step: Step = quietly) -> Backup:
        """One single file with everything, attachments too, in a folder elsewhere; also of a library that is open for
        reading only.
        """
        return backup.make(self._source, folder, why, self._store.clock(), full=True, zone=self._zone, step=step)

    def needed_attachments(self) -> frozenset[str]:
        """Ids of the attachments that any kept light backup names: they may go to the trash, but not for good.

        Raises:
            UnreadableInput: a backup cannot be read, so that nobody knows what it needs.
        """
        return backup.blobs_in(tuple(one for one in self.all() if one.verified))

    def _thin(self) -> None:
        backup.thin(self.all(), self._store.clock(), self._newest_act(), self._zone)

    def _head(self) -> str:
        with self._store.read() as session:
            return str(history.head(session))

    def _newest_act(self) -> datetime | None:
        with self._store.read() as session:
            return history.newest_at(session)
