"""What happens when in the sample, and how it is entered week by week, as an office would have done it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from laborqa_desktop.store.unit import Store, Work
from laborqa_desktop.text import N_

WEEKS = 26
CLERK = "曾雨桐"


@dataclass
class Agenda:
    """Acts with their days. Earlier weeks are entered first; within a day the order of planning counts."""

    today: date
    _acts: list[tuple[date, Callable[[Work], None]]] = field(default_factory=list)

    def on(self, day: date, act: Callable[[Work], None]) -> None:
        """Plans an act; one that lies before the sample begins is entered at its beginning."""
        self._acts.append((max(min(day, self.today), self.first), act))

    @property
    def first(self) -> date:
        """The day the library was founded: a Monday."""
        monday = self.today - timedelta(days=self.today.weekday())
        return monday - timedelta(weeks=WEEKS)

    def carry_out(self, store: Store, now: datetime) -> None:
        """Enters everything, one unit of work a week, at the moment it would have been entered."""
        weeks: dict[date, list[Callable[[Work], None]]] = {}
        for day, act in sorted(self._acts, key=lambda pair: pair[0]):
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(act)
        for monday, acts in weeks.items():
            at = min(moment(store, monday + timedelta(days=4), 17, 30), now)
            store.clock = partial(standing, at)
            with store.write(
                N_("FinalAct", "Entered the sample data of the week from {date}").of(date=monday.isoformat()),
                person=CLERK,
            ) as work:
                for act in acts:
                    act(work)


def moment(store: Store, day: date, hour: int, minute: int) -> datetime:
    """That local time in the library's zone."""
    return datetime.combine(day, time(hour, minute), ZoneInfo(store.zone)).astimezone(UTC)


def standing(at: datetime) -> datetime:
    """A clock at a standstill, with partial()."""
    return at
