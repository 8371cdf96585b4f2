"""A clock behind the newest entry is told at every opening and stands in the history; the order there is another's."""

from datetime import datetime, timedelta

import pytest

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import clock, history, settings
from laborqa_desktop.store.check import check
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD


def add(store: Store, name: str) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name=name))


def test_a_clock_that_is_behind_is_put_on_record_at_each_opening(store: Store, now: datetime) -> None:
    add(store, "x")
    store.close()
    back = now - timedelta(days=365)
    for opening in (back, back + timedelta(hours=1)):
        with open_store(store.folder, PASSWORD, clock=lambda at=opening: at) as again:      # type: ignore[misc]
            found = clock.behind(again)
            with again.read() as session:
                on_record = settings.get(session, clock.WAS_BEHIND)
                newest = history.of_record(session, "setting", 3)[0].act
        assert found == now
        assert on_record == [opening.isoformat(), now.isoformat()]
        assert (newest.at, newest.text.source) == (opening, history.CLOCK_NOTE.source)


def test_what_is_saved_by_a_wrong_clock_stays_in_order_and_a_right_one_ends_the_warning(
        store: Store, now: datetime) -> None:
    add(store, "first")
    store.close()
    with open_store(store.folder, PASSWORD, clock=lambda: now - timedelta(days=365)) as again:
        add(again, "second")
    with open_store(store.folder, PASSWORD, clock=lambda: now + timedelta(days=1)) as right:
        assert clock.behind(right) is None
        assert check(right) == []
        with right.read() as session:
            names = [one.values["name"][1] for row in (1, 2) for one in history.of_record(session, "org_unit", row)
                     if one.values]
    assert names == ["first", "second"]


@pytest.mark.parametrize("back", [timedelta(minutes=4), timedelta(days=-1)])
def test_a_small_correction_and_a_clock_ahead_say_nothing(store: Store, now: datetime, back: timedelta) -> None:
    add(store, "x")
    store.close()
    with open_store(store.folder, PASSWORD, clock=lambda: now - back) as again, again.read() as session:
        assert settings.get(session, clock.WAS_BEHIND) is None


def test_a_library_opened_for_reading_is_told_but_not_written_to(store: Store, now: datetime) -> None:
    add(store, "x")
    store.close()
    with open_store(store.folder, PASSWORD, writable=False, clock=lambda: now - timedelta(days=9)) as again:
        assert clock.behind(again) == now
        with again.read() as session:
            assert settings.get(session, clock.WAS_BEHIND) is None
