"""Where data that were deleted by law still lie in copies, and until when."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import History
from laborqa_desktop.store import terms
from laborqa_desktop.store.terms import Term, entries_in
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text

if TYPE_CHECKING:
    from laborqa_desktop.usecases.backups import Backup, Backups


@dataclass(frozen=True)
class Remaining:
    """Copies in one place that hold data deleted since.

    Attributes:
        place: the folder; None is the library's own.
        count: how many; 0 with reached False: nobody knows.
        until: the day from which on none of them is kept; None when nobody can tell, as the clock is wrong.
        reached: False when the place could not be looked at.
        aside: it is a folder in which damaged files were set aside.
    """

    place: Path | None
    count: int
    until: date | None
    reached: bool = True
    aside: bool = False

    @property
    def text(self) -> Text:
        """It in one sentence."""
        if self.aside:
            return N_("Privacy", "The folder {folder} holds the files as they were when damage was found, the data "
                                 "included. Delete it when that is settled.").of(folder=self.place)
        if not self.reached:
            return N_("Privacy", "The second place {folder} could not be reached: copies there still hold the data. "
                                 "Connect it and let backups be copied to it; the last of the older ones goes there on "
                                 "{day}.").of(folder=self.place, day=_day(self.until))
        if self.place is None:
            return N_("Privacy", "{count} {count:backup|backups} of this library still {count:holds|hold} the data; "
                                 "the calendar removes the last "
                                 'of them on {day}. "Delete old backups" on this page does it now.').of(
                count=self.count, day=_day(self.until))
        return N_("Privacy", "{count} {count:copy|copies} in the second place {folder} still {count:holds|hold} the "
                             "data; the calendar removes the last of them on {day}, when a backup is copied there "
                             "then. Who cannot wait deletes them there by hand.").of(
                             count=self.count, folder=self.place, day=_day(self.until))


def _day(day: date | None) -> Text | str:
    return N_("Privacy", "a day nobody can tell, as the computer's clock is wrong") if day is None else day.isoformat()


def newest_deletion(session: Session) -> int:
    """History entry of the newest deletion; a copy with fewer entries was made before it. 0: nothing was deleted."""
    return session.scalar(select(func.max(History.id)).where(History.table_name == "purge")) or 0


def promise(store: Store, backups: "Backups", place: Path | None) -> tuple[Remaining, ...]:
    """Looks where copies still hold what was deleted last, and promises when the last of them goes.

    From that day on the thinning keeps none of them, whatever the calendar would keep: days on which no backup was made
    would let it keep them longer.
    """
    with store.read() as session:
        newest = newest_deletion(session)
    found = _look(backups, place, newest)
    days = [one.until for one in found if one.until is not None]
    if days:
        with store.quiet() as session:
            terms.promise(session, Term(newest, max(days)))
        found = [replace(one, until=max(days)) for one in found]
    aside = (path for path in sorted(store.layout.folder.glob("damaged-*")) if path.is_dir())
    return (*found, *(Remaining(path, 1, None, aside=True) for path in aside))


def remaining(store: Store, backups: "Backups", place: Path | None) -> tuple[Remaining, ...]:
    """Where copies still hold data that were deleted at any time, and until when as it was promised."""
    with store.read() as session:
        newest, promised = newest_deletion(session), terms.load(session)
    until = max((one.until for one in promised), default=None)
    return tuple(replace(one, until=until or one.until) for one in _look(backups, place, newest) if one.reached)


def _look(backups: "Backups", place: Path | None, newest: int) -> list[Remaining]:
    found = []
    for folder in dict.fromkeys((None, place)):
        there = _in(backups, folder)
        older = [one for one in there if entries_in(one.anchor) < newest]
        if older:
            found.append(Remaining(folder, len(older), backups.gone_on(there, older)))
        elif folder is not None and not folder.is_dir():
            found.append(Remaining(folder, 0, backups.latest_end(), reached=False))
    return found


def _in(backups: "Backups", folder: Path | None) -> "tuple[Backup, ...]":
    return backups.all() if folder is None else backups.all_in(folder)
