"""Which backups the calendar lets go (reliability.md S7). Nothing here touches a file."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

ALL_OF_DAYS, DAYS, WEEKS, MONTHS, YEARS = 2, 14, 10, 12, 3
_LONGEST_DAYS = 366 * (YEARS + 1)
SLACK = timedelta(minutes=5)
"""A clock may be corrected by so much without counting as wrong."""


@dataclass(frozen=True)
class Kept:
    """A backup as the calendar sees it.

    Attributes:
        moment: when it was made, aware.
        verified: it was read back whole.
    """

    moment: datetime
    verified: bool


def is_clock_wrong(moments: Sequence[datetime], now: datetime, newest_act: datetime | None) -> bool:
    """Whether the clock lies behind what was done already, or some backup claims to be from the future."""
    behind = newest_act is not None and newest_act > now + SLACK
    return behind or any(moment > now + SLACK for moment in moments)


def to_thin(backups: Sequence[Kept], now: datetime, newest_act: datetime | None, zone: tzinfo,
            over: Collection[int] = ()) -> frozenset[int]:
    """Places in the sequence of the backups that may go.

    Kept are all of the last 2 days, then the newest of each of the last 14 days, 10 weeks, 12 months and 3 years that
    have a verified one. Days without a backup do not count, so that neither a holiday nor a clock that was set forward
    uses up what is kept. Only verified backups stand for their day; one that is not goes when it is older than 2 days
    and a newer verified one is there.

    Args:
        now: by the computer's clock.
        newest_act: moment of the newest history entry; a clock behind it thins nothing.
        zone: in which days begin.
        over: places of those that hold what was deleted by law, and whose time is over: they go whatever the calendar
            keeps. Not before verified ones of so many days as the calendar keeps daily have come after them; so a clock
            that was set forward does not take them all at once.
    """
    if is_clock_wrong([one.moment for one in backups], now, newest_act):
        return frozenset()
    good = sorted((place for place, one in enumerate(backups) if one.verified),
                  key=lambda place: (backups[place].moment, place), reverse=True)
    if not good:
        return frozenset()
    days = {place: one.moment.astimezone(zone).date() for place, one in enumerate(backups)}
    recent = now.astimezone(zone) - timedelta(days=ALL_OF_DAYS)
    last_days = set(list(dict.fromkeys(days[place] for place in good))[:ALL_OF_DAYS])
    kept = {place for place, one in enumerate(backups) if one.moment >= recent or days[place] in last_days}
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day), (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)), (YEARS, lambda day: day.year))
    for count, period in periods:
        newest_of: dict[Hashable, int] = {}
        for place in good:
            newest_of.setdefault(period(days[place]), place)
        kept.update(list(newest_of.values())[:count])
    newest = backups[good[0]].moment
    kept.update(place for place, one in enumerate(backups) if not one.verified and one.moment >= newest)
    if over and len({days[place] for place in good if place not in over}) >= DAYS:
        kept -= set(over)
    return frozenset(range(len(backups))) - kept


def gone_on(backups: Sequence[Kept], wanted: Collection[int], now: datetime, newest_act: datetime | None,
            zone: tzinfo) -> date | None:
    """The day on which the calendar lets the last of some backups go, when one more is made every day from now on.

    Args:
        wanted: their places in the sequence.

    Returns:
        None when the clock is wrong, so that nobody can tell.
    """
    if is_clock_wrong([one.moment for one in backups], now, newest_act):
        return None
    there = [(one, place in wanted) for place, one in enumerate(backups)]
    for number in range(_LONGEST_DAYS):
        moment = now + timedelta(days=number)
        if number:
            there.append((Kept(moment, verified=True), False))
        gone = to_thin([one for one, _ in there], moment, None, zone)
        there = [pair for place, pair in enumerate(there) if place not in gone]
        if not any(is_wanted for _, is_wanted in there):
            return moment.astimezone(zone).date()
    return None
