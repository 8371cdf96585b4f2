"""Backups of the open library: when one is due, making it, what there is.

For other use cases: call office.backups.before("before-purge") ahead of an act that is hard to take back.
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from laborqa_desktop.errors import Refused
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import backup, history, restore, second_place, terms
from laborqa_desktop.store.backup import Backup, Source
from laborqa_desktop.store.backup_file import NotWhole
from laborqa_desktop.store.restore import Placed
from laborqa_desktop.store.terms import Term
from laborqa_desktop.store.thinning import Kept, gone_on
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import restoring
from laborqa_desktop.usecases.restoring import Drill, KindChange, Preview, Restored, UndoneAct

__all__ = ["Backup", "Backups", "Drill", "KindChange", "NotWhole", "Placed", "Preview", "Proof", "Restored", "Status",
           "UndoneAct", "place", "prove"]

log = logging.getLogger(__name__)
STALE_AFTER = timedelta(days=1)
ASSUMED_DAYS = 800
MANY = 10
"""From so many records on an act is a bulk act (reliability.md S7)."""


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


@dataclass(frozen=True)
class Proof:
    """What a backup holds that was read to its end. missing: attachments that were lost before it was made."""

    made_at: datetime
    full: bool
    rows: int
    attachments: int
    missing: int
    anchor: str


def prove(file: Path, secret: str, step: Step = quietly) -> Proof:
    """Reads a backup to its end, with the password or recovery code of its day.

    Raises:
        NotWhole: it is damaged or was altered.
        UnreadableInput: it is no backup at all.
        WrongPassword: the secret does not open it.
    """
    archive = restore.prove(file, secret, step)
    said = archive.manifest
    return Proof(said.made_at, said.full, sum(said.rows.values()), len(archive.attachments()), len(said.missing),
                 said.anchor)


def place(file: Path, folder: Path, secret: str, step: Step = quietly) -> Placed:
    """A library from a backup, in a folder that is absent or empty; it opens with the password of that day.

    Raises:
        NotWhole: the backup is damaged; nothing is left behind.
        UnreadableInput: it is no backup at all.
        Conflict: something lies in the folder; it is not touched.
        WrongPassword: the secret does not open it.
    """
    return restore.place(file, folder, secret, step)


@contextmanager
def _logged(why: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        log.info("no backup (%s): %s", why, type(error).__name__)
        raise
    log.info("backup made and read back (%s)", why)


class Backups:
    """The backups of a library."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person
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
            why: by-hand, timer, close, before-bulk, before-import, before-removal, before-purge, before-restore,
                before-upgrade.
            step: told (percent, 100); may raise to cancel, which leaves nothing behind.

        Raises:
            Refused: the library is open for reading only.
            UserError: no room, or the copy could not be verified; earlier backups are kept.
            UnreadableInput: the library itself is damaged; earlier backups are kept.
        """
        if self._store.read_only:
            raise Refused(N_("Backup", "The library is open for reading only, so no backup is made inside it. Copy it "
                                       "to another folder or a USB stick instead."))
        with _logged(why):
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

    def before_many(self, count: int, step: Step = quietly) -> None:
        """As before(), ahead of an act on so many records; fewer than MANY are left to undo and the recycle bin."""
        if count >= MANY:
            self.before("before-bulk", step)

    def full(self, folder: Path, why: str = "usb", step: Step = quietly) -> Backup:
        """One single file with everything, attachments too, in a folder elsewhere; also of a library that is open for
        reading only.
        """
        with _logged(why):
            return backup.make(self._source, folder, why, self._store.clock(), full=True, zone=self._zone, step=step)

    def check_place(self, place: Path) -> bool:
        """Whether a second place lies on another disk than the library, as it should.

        Raises:
            Refused: it lies inside the library itself.
        """
        second_place.need_elsewhere(self._source, place)
        return not second_place.is_same_disk(self._source, place)

    def copy_to(self, place: Path, step: Step = quietly) -> Backup | None:
        """Copies the newest verified backup to the second place, with attachments that are not there yet; None when it
        is there already or there is none.

        Raises:
            UserError: the place cannot be reached or written to; the backup in the library is kept.
        """
        newest = self.newest()
        if newest is None or any(one.verified and one.path.name == newest.path.name for one in self.all_in(place)):
            return None
        return second_place.copy(self._source, newest, place, self._store.clock(), self._newest_act(), self._zone,
                                 step, self._promised())

    def all_in(self, place: Path) -> tuple[Backup, ...]:
        """The library's backups in a second place, newest first; none where it cannot be reached."""
        try:
            return backup.list_in(second_place.own_folder(self._source, place), self._source)
        except OSError:
            return ()

    def preview(self, file: Path, step: Step = quietly) -> Preview:
        """What putting a backup back would change.

        Raises:
            Refused: it is of another library or a newer program.
            UnreadableInput: it is damaged.
        """
        return restoring.preview(self._store, file, step)

    def restore(self, file: Path, place: Path | None = None, step: Step = quietly) -> Restored:
        """Puts a backup in the library's place, after a backup of what is there now. Screens read anew afterwards.

        Args:
            place: the second place, where attachments may lie that are missing here.

        Raises:
            Refused: it is of another library or a newer program, or the library is open for reading only.
            UserError: nothing was changed.
        """
        extra = () if place is None else (second_place.own_folder(self._source, place) / "attachments",)
        return restoring.put_back(self._store, file, lambda told: self.before("before-restore", told), self._person,
                                  extra, step)

    def drill(self, step: Step = quietly) -> Drill:
        """Restores the newest backup beside, compares everything, deletes it again.

        Raises:
            Refused: the library is open for reading only.
            UserError: the backup cannot be made or read.
        """
        if self._store.read_only:
            raise Refused(N_("Backup", "The library is open for reading only, so there is no place for a restore "
                                       "drill. Open it where it can be written to."))
        return restoring.drill(self._store, self.newest(), lambda live: backup.make(
            self._source, self._store.layout.backups, "drill", self._store.clock(), zone=self._zone, original=live),
            step)

    def drilled_at(self) -> datetime | None:
        """When the last good drill was, None when there was none."""
        return restoring.drilled_at(self._store)

    def _thin(self) -> None:
        backup.thin(self.all(), self._store.clock(), self._newest_act(), self._zone, self._promised())

    def gone_on(self, there: Sequence[Backup], wanted: Collection[Backup]) -> date | None:
        """The day on which the calendar lets the last of some backups go, if one is made every day until then.

        Args:
            there: all that lie in the same place.
        """
        kept = [Kept(one.made_at, one.verified) for one in there]
        return gone_on(kept, [place for place, one in enumerate(there) if one in wanted], self._store.clock(),
                       self._newest_act(), self._zone)

    def latest_end(self) -> date | None:
        """The same for copies that nobody can look at now: as if one had been made every day until today."""
        now = self._store.clock()
        days = [Kept(now - timedelta(days=back), verified=True) for back in range(ASSUMED_DAYS)]
        return gone_on(days, range(len(days)), now, self._newest_act(), self._zone)

    def _promised(self) -> tuple[Term, ...]:
        with self._store.read() as session:
            return terms.load(session)

    def _head(self) -> str:
        with self._store.read() as session:
            return str(history.head(session))

    def _newest_act(self) -> datetime | None:
        with self._store.read() as session:
            return history.newest_at(session)
