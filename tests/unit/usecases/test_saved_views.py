"""Views of lists: what was kept is what comes back, for every record type; names, limits, undo, and what is gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Column, Kind
from laborqa_desktop.store import settings
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import undoing
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.saved_views import MOST_VIEWS, Last, SavedViews
from tests.unit.usecases.conftest import CHEAP


@pytest.fixture
def store(tmp_path: Path, now: datetime) -> Iterator[Store]:
    made, _ = create(tmp_path / "library", "correct horse", costs=CHEAP, clock=lambda: now)
    yield made
    made.close()


def _filter(column: Column) -> Filter:
    """One that suits the column."""
    low: Any = {Kind.DATE: date(2026, 3, 1), Kind.MOMENT: datetime(2026, 3, 1, 12, tzinfo=UTC)}.get(column.kind)
    if column.kind is Kind.DATE:
        return Filter(column.key, period="this_month") if column.awaited is not None else Filter(column.key, low=low)
    if low is not None:
        return Filter(column.key, low=low)
    if column.kind is Kind.BOOL:
        return Filter(column.key, (True, None))
    if column.kind in (Kind.INT, Kind.PERCENT, Kind.DECIMAL, Kind.MONEY) or column.via is not None:
        return Filter(column.key, (1, None))
    return Filter(column.key, (next(iter(column.labels)) if column.labels else "甲", None))


@pytest.mark.parametrize("key", [key for key, kind in TYPES.items() if kind.area])
def test_what_is_kept_comes_back_whole(store: Store, key: str) -> None:
    kind, views = TYPES[key], SavedViews(store, "李洋")
    query = Query("滨江", tuple(_filter(column) for column in kind.columns), ((kind.columns[-1].key, True),), True,
                  tuple(column.key for column in kind.columns[:2]))
    made, changes = views.add(key, "  我的  视图 ", query)
    assert views.all(key) == (made,)
    assert (made.name, made.query, made.pinned) == ("我的 视图", query, True)
    assert changes.ids("setting")
    assert made.shows(query)
    assert not made.shows(Query())
    Records(store).count(key, query)        # every kind of filter is one that the list can answer
    views.keep_last(key, Last(query, made.id))
    last = views.last(key)
    assert last is not None
    assert (last.query.filters, last.query.order, last.view) == (query.filters, query.order, made.id)
    assert (last.query.search, last.query.archived) == ("", False)      # a search is over when the list is left


def test_views_are_renamed_changed_pinned_and_deleted_and_each_step_can_be_undone(store: Store) -> None:
    views = SavedViews(store, "李洋")
    first, _ = views.add("staff", "在岗", Query(filters=(Filter("status", ("active",)),)))
    second, _ = views.add("staff", "离职", Query(filters=(Filter("status", ("left",)),)))
    views.rename("staff", first.id, "在岗人员")
    views.pin("staff", second.id, False)
    views.update("staff", second.id, Query(search="王"))
    assert [(one.name, one.pinned) for one in views.all("staff")] == [("在岗人员", True), ("离职", False)]
    assert views.all("staff")[1].query.search == "王"
    gone = views.delete("staff", first.id)
    assert [one.name for one in views.all("staff")] == ["离职"]
    assert str(undoing.undoable(store, gone.act_id)) == 'Deleted the view "在岗人员"'
    undoing.undo(store, gone.act_id, "李洋")
    assert [one.name for one in views.all("staff")] == ["在岗人员", "离职"]
    assert views.all("site") == ()


def test_a_name_is_refused_in_words(store: Store) -> None:
    views = SavedViews(store)
    views.add("staff", "在岗", Query())
    for name, said in (("  ", "1 to 40"), ("x" * 41, "1 to 40"), (" 在岗", "already")):
        with pytest.raises(Refused, match=said):
            views.add("staff", name, Query())
    views.rename("staff", 1, "在岗")        # its own name is not taken
    with pytest.raises(NotFound, match="deleted meanwhile"):
        views.update("staff", 7, Query())
    for number in range(MOST_VIEWS - 1):
        views.add("staff", f"{number}", Query())
    with pytest.raises(Refused, match="at most 30"):
        views.add("staff", "one more", Query())
    assert len(views.all("staff")) == MOST_VIEWS


def test_what_no_longer_exists_is_left_out_and_what_is_broken_does_no_harm(store: Store) -> None:
    views = SavedViews(store)
    view, _ = views.add("staff", "在岗", Query(filters=(Filter("status", ("active",)),)))
    with store.quiet() as session:
        kept = settings.get(session, "list.views.staff")
        kept[0]["filters"] += [{"column": "shoe_size", "values": [42]}, {"column": "hired_on", "period": "next_age"}]
        kept[0]["order"] = [["shoe_size", True]]
        settings.put(session, "list.views.staff", [*kept, {"id": "no number"}, 7])
        settings.put(session, "list.last.staff", "nonsense")
    assert [(one.id, one.query.filters, one.query.order) for one in views.all("staff")] == [
        (view.id, (Filter("status", ("active",)),), ())]
    assert views.last("staff") is None


def test_views_survive_closing_and_a_library_open_for_reading_keeps_no_last_one(tmp_path: Path, now: datetime) -> None:
    made, _ = create(tmp_path / "library", "correct horse", costs=CHEAP, clock=lambda: now)
    views = SavedViews(made)
    views.add("site", "医院", Query(search="医院"))
    views.keep_last("site", Last(Query(filters=(Filter("name", ("甲",)),)), 1))
    acts = Records(made).last_act()
    views.keep_last("site", Last(Query(), 1))
    assert Records(made).last_act() == acts        # what a list showed last is no act
    made.close()
    again = open_store(tmp_path / "library", "correct horse", writable=False)
    views = SavedViews(again)
    assert [one.name for one in views.all("site")] == ["医院"]
    views.keep_last("site", Last(Query(filters=(Filter("name", ("乙",)),))))
    last = views.last("site")
    assert last is not None
    assert last.query.filters == ()
    again.close()
