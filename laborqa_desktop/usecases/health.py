"""The health of the open library: looking at every file, page and row, and putting right what can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from laborqa_desktop.errors import Refused
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import check as checks
from laborqa_desktop.store import settings
from laborqa_desktop.store.chain import places
from laborqa_desktop.store.finding import Finding, Part
from laborqa_desktop.store.history import stored_text
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.fetching import Fetched, fetch

__all__ = ["NEXT", "TITLES", "Fetched", "Finding", "Health", "Part", "Result", "worst_of"]

CHECKED = "health.checked"
EVERY = timedelta(days=1)

TITLES = {
    Part.DATABASE: N_("Health", "The library is damaged"),
    Part.ATTACHMENT: N_("Health", "Attached files are missing or damaged; the records are whole"),
    Part.BACKUP: N_("Health", "A backup is damaged; the library itself is whole"),
}
"""What damage means, by what it is wrong with."""
NEXT = {
    Part.DATABASE: N_("Health", 'Do not go on working before this is looked into. "What now" first sets everything '
                                "aside and changes nothing."),
    Part.ATTACHMENT: N_("Health", 'You can go on working. "Fetch from backups" looks for healthy copies. What is found '
                                  "nowhere has to be attached again from where it came from."),
    Part.BACKUP: N_("Health", "You can go on working. Make a new backup now, then delete the damaged file in the "
                              "library's folder backups."),
}
"""What to do about it."""


@dataclass(frozen=True)
class Result:
    """What a look at the library found. at: when."""

    at: datetime
    found: tuple[Finding, ...]

    @property
    def damage(self) -> tuple[Finding, ...]:
        """What is neither a note nor healed by one button."""
        return tuple(one for one in self.found if not one.note and not one.healable)

    @property
    def worst(self) -> Part | None:
        """The weightiest part that is damaged, None when none is. The damage procedure is for the database alone."""
        return worst_of(self.found)

    @property
    def healable(self) -> tuple[Finding, ...]:
        """What one button puts right."""
        return tuple(one for one in self.found if one.healable)

    @property
    def is_sound(self) -> bool:
        """Nothing is wrong."""
        return all(one.note for one in self.found)


def worst_of(found: Iterable[Finding]) -> Part | None:
    """The weightiest part of a library that findings say is damaged, None when none does."""
    parts = {one.part for one in found if not one.note and not one.healable}
    return next((one for one in Part if one in parts), None)


class Health:
    """Looks after one library."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person
        self._last: Result | None = None

    def last(self) -> Result | None:
        """The last look, None before the first."""
        if self._last is not None:
            return self._last
        with self._store.read() as session:
            said = settings.get(session, CHECKED)
        return None if said is None else _result(said)

    def is_due(self) -> bool:
        """Whether the last look is a day old; never of a library that is open for reading only."""
        last = self.last()
        return not self._store.read_only and (last is None or self._store.clock() - last.at > EVERY)

    def check(self, step: Step = quietly) -> Result:
        """Looks at everything; changes nothing but its own result. A finding counts when a second look has it too, so
        that a save in the middle is no false alarm.

        Args:
            step: told (done, in all); may raise to stop.
        """
        found = checks.check(self._store, step)
        if any(not one.note for one in found):
            again = checks.check(self._store, step)
            found = [one for one in found if one in again]
        return self._keep(found)

    def heal(self, step: Step = quietly) -> Result:
        """Puts right what can be put right without loss, and looks again.

        Raises:
            Refused: the library is open for reading only.
        """
        if self._store.read_only:
            raise Refused(self._store.notice or N_("Library", "The library is open for reading only; nothing was "
                                                              "saved."))
        checks.heal(self._store)
        return self.check(step)

    def fetch(self, place: Path | None = None, chosen: Path | None = None, step: Step = quietly
              ) -> tuple[Fetched, Result]:
        """Fetches attachments that are missing or damaged from the backups and the second place, and looks again.

        Args:
            step: told until the copies are put in place; the look after it cannot be stopped.

        Raises:
            As fetching.fetch.
        """
        fetched = fetch(self._store, place, chosen, self._person, step)
        return fetched, self.check()

    def _keep(self, found: list[Finding]) -> Result:
        self._last = Result(self._store.clock(), tuple(found))
        if not self._store.read_only:
            with self._store.quiet() as session:
                settings.put(session, CHECKED, [self._last.at.isoformat(), [
                    [one.text.context, one.text.source, places(one.text), one.healable, one.note, one.part.value]
                    for one in found]])
        return self._last


def _result(said: Any) -> Result:
    return Result(datetime.fromisoformat(said[0]), tuple(
        Finding(stored_text(context, source, values), healable, note, *(Part(one) for one in part))
        for context, source, values, healable, note, *part in said[1]))     # one kept before parts were told has none
