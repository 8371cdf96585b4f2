"""The computer's clock against the history. Nothing is ordered by it; one that is behind is told and put on record."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from laborqa_desktop.store import history, settings
from laborqa_desktop.store.unit import Store

SLACK = timedelta(minutes=5)
"""A clock may be corrected by so much without a word."""
WAS_BEHIND = "clock.behind"
"""Setting: what was found at an opening: moment by the clock, moment of the newest entry."""


def behind(store: Store) -> datetime | None:
    """The moment of the newest entry, in the library's zone, when the clock has not reached it; else None."""
    with store.read() as session:
        newest = history.newest_at(session)
    if newest is None or newest <= store.clock() + SLACK:
        return None
    return newest.astimezone(ZoneInfo(store.zone))


def put_on_record(store: Store) -> None:
    """Notes in the history that the clock is behind, so that later readers know why dates go back."""
    newest = behind(store)
    if newest is None:
        return
    with store.write(history.CLOCK_NOTE.of(moment=f"{newest:%Y-%m-%d %H:%M}")) as work:
        settings.put(work.session, WAS_BEHIND, [work.now.isoformat(), newest.astimezone(UTC).isoformat()])
