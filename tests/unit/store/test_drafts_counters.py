"""Drafts outlive a crash and leave no history; numbers are never given twice."""

import pytest

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import counters, drafts, history
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD


def test_one_draft_for_each_record_and_one_for_a_new_one(store: Store) -> None:
    drafts.save(store, "staff", None, {"name": "张"})
    drafts.save(store, "staff", None, {"name": "张三"})
    drafts.save(store, "staff", 5, {"phone": "138"})
    store.close()
    with open_store(store.folder, PASSWORD) as again:
        kept = drafts.load(again, "staff", None)
        assert kept is not None
        assert kept.values == {"name": "张三"}
        assert {one.record_id for one in drafts.every(again)} == {None, 5}
        drafts.drop(again, "staff", None)
        assert drafts.load(again, "staff", None) is None
        assert len(drafts.every(again)) == 1
        with again.read() as session:
            assert history.head(session).count == 0


def test_a_series_counts_by_year_and_gives_no_number_twice(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))
        given = [counters.next_in_series(work.session, "NC", year) for year in (2026, 2026, 2027)]
    assert given == ["NC-2026-0001", "NC-2026-0002", "NC-2027-0001"]
    with store.write(ACT) as work:
        counters.at_least(work.session, "NC", 2026, 12345)
        assert counters.next_in_series(work.session, "NC", 2026) == "NC-2026-12346"
    with store.write(ACT) as work:
        assert counters.next_in_series(work.session, "NC", 2026) == "NC-2026-12347"


def test_a_number_of_an_undone_unit_was_not_given(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write(ACT) as work:
        counters.next_in_series(work.session, "NC", 2026)
        raise ZeroDivisionError
    with store.write(ACT) as work:
        assert counters.next_in_series(work.session, "NC", 2026) == "NC-2026-0001"
