"""S7: what is kept, over years of any habit; a wrong clock lets nothing go."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laborqa_desktop.store.thinning import ALL_OF_DAYS, DAYS, MONTHS, WEEKS, YEARS, Kept, gone_on, to_thin

ZONE = ZoneInfo("Europe/Berlin")       # with summer time
END = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def left(backups: list[Kept], now: datetime = END) -> list[Kept]:
    gone = to_thin(backups, now, None, ZONE)
    return [one for place, one in enumerate(backups) if place not in gone]


def every_half_hour(days: int) -> list[Kept]:
    return [Kept(END - timedelta(minutes=30 * step), True) for step in range(48 * days)]


def test_counts_are_those_of_the_rule() -> None:
    kept = left(every_half_hour(5 * 365))
    ages = [END - one.moment for one in kept]
    assert sum(age <= timedelta(days=ALL_OF_DAYS) for age in ages) == 48 * ALL_OF_DAYS + 1
    days = {one.moment.astimezone(ZONE).date() for one in kept}
    today = END.astimezone(ZONE).date()
    assert {today - timedelta(days=back) for back in range(DAYS)} <= days
    assert len({day.isocalendar()[:2] for day in days}) >= WEEKS
    assert len({(day.year, day.month) for day in days}) >= MONTHS
    assert {day.year for day in days} == {2026 - back for back in range(YEARS)}
    older = len(kept) - (48 * ALL_OF_DAYS + 1)
    assert older <= DAYS + WEEKS + MONTHS + YEARS


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 5 * 365 * 86400), st.integers(0, 9).map(bool)), max_size=300))
def test_never_without_a_verified_one(times: list[tuple[int, bool]]) -> None:
    backups = [Kept(END - timedelta(seconds=ago), verified) for ago, verified in times]
    kept = left(backups)
    if any(one.verified for one in backups):
        assert any(one.verified for one in kept)
        assert max(one.moment for one in backups if one.verified) in [one.moment for one in kept if one.verified]
    else:
        assert kept == backups
    assert left(kept) == kept       # once thinned it stays so
    old = [one for one in kept if one.moment < END - timedelta(days=ALL_OF_DAYS)]
    two_days = {one.moment.astimezone(ZONE).date() for one in backups if one.verified}
    newest_two = sorted(two_days)[-2:]
    rest = [one for one in old if one.verified and one.moment.astimezone(ZONE).date() not in newest_two]
    assert len(rest) <= DAYS + WEEKS + MONTHS + YEARS


@settings(max_examples=40)
@given(st.lists(st.integers(0, 400 * 86400), min_size=1, max_size=200))
def test_thinning_day_by_day_keeps_as_old_ones_as_thinning_once(gaps: list[int]) -> None:
    moment, there = END - timedelta(days=400), list[Kept]()
    for gap in sorted(gaps):
        now = moment + timedelta(seconds=gap)
        there = left([*there, Kept(now, True)], now)
    months = sorted({(one.moment.astimezone(ZONE).year, one.moment.astimezone(ZONE).month) for one in there})
    made = sorted({(at.year, at.month) for at in ((moment + timedelta(seconds=gap)).astimezone(ZONE) for gap in gaps)})
    assert months[-MONTHS:] == made[-MONTHS:]


@pytest.mark.parametrize("wrong", [timedelta(days=-365), timedelta(days=-1), timedelta(minutes=-30)])
def test_a_clock_that_went_back_lets_nothing_go(wrong: timedelta) -> None:
    backups = every_half_hour(60)
    assert to_thin(backups, END + wrong, None, ZONE) == frozenset()
    assert to_thin(backups[48 * 40:], END - timedelta(days=30), END, ZONE) == frozenset()


def test_a_clock_that_went_forward_costs_no_day() -> None:
    backups = every_half_hour(60)
    today = END.astimezone(ZONE).date()
    kept = left([*backups, Kept(END + timedelta(days=365), True)], END + timedelta(days=365))
    days = {one.moment.astimezone(ZONE).date() for one in kept}
    assert {today - timedelta(days=back) for back in range(DAYS - 1)} <= days
    assert sum(one.moment.astimezone(ZONE).date() == today for one in kept) \
        == sum(one.moment.astimezone(ZONE).date() == today for one in backups)      # all of the last real day


def test_summer_time_does_not_make_two_days_of_one() -> None:
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)       # 02:30 comes twice in Berlin
    backups = [Kept(night + timedelta(minutes=20 * step), True) for step in range(6)]
    later = [Kept(night + timedelta(days=day), True) for day in range(3, 8)]
    kept = left([*backups, *later], night + timedelta(days=10))
    assert [one for one in kept if one in backups] == [backups[-1]]


def test_one_that_is_not_verified_never_stands_for_its_day() -> None:
    morning, evening = (datetime(2026, 11, 10, hour, tzinfo=UTC) for hour in (8, 18))
    kept = left([Kept(morning, True), Kept(evening, False), Kept(END, True), Kept(END - timedelta(days=1), True)])
    assert Kept(morning, True) in kept
    assert Kept(evening, False) not in kept
    assert all(a.moment != b.moment for a, b in pairwise(kept))


def test_what_was_deleted_by_law_goes_when_its_time_is_over_and_newer_days_stand_for_it() -> None:
    def thinned(days_since: int, over: bool = True) -> list[Kept]:
        old = [Kept(END - timedelta(days=days_since + back), True) for back in (1, 40, 400)]
        new = [Kept(END - timedelta(days=back), True) for back in range(days_since)]
        gone = to_thin([*old, *new], END, None, ZONE, range(len(old)) if over else ())
        return [one for place, one in enumerate(old) if place not in gone]

    assert thinned(DAYS) == []
    assert thinned(DAYS, over=False) != []
    assert thinned(DAYS - 1) == thinned(DAYS - 1, over=False), "a clock set forward takes nothing at once"
    assert len(thinned(0)) == 3, "never the last verified one"


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, 900), min_size=1, max_size=30))
def test_the_day_that_is_promised_is_the_first_on_which_the_calendar_keeps_none(ages: set[int]) -> None:
    backups = [Kept(END - timedelta(days=age), True) for age in sorted(ages)]
    day = gone_on(backups, range(len(backups)), END, None, ZONE)
    assert day is not None
    there = backups
    for number in range(1, 366 * (YEARS + 1)):
        moment = END + timedelta(days=number)
        there = left([*there, Kept(moment, True)], moment)
        if not set(there) & set(backups):
            assert moment.astimezone(ZONE).date() == day
            return
    raise AssertionError("they stayed for ever")


def test_with_a_wrong_clock_no_day_is_promised() -> None:
    assert gone_on([Kept(END + timedelta(days=1), True)], [0], END, None, ZONE) is None
