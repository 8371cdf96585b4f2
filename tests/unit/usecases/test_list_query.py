"""Lists answered in SQL give what a plain walk over all rows in Python gives, whichever way the SQL takes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.inspection import Checklist, Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import list_query, list_search, list_values
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.periods import AHEAD, PERIODS, span_of
from laborqa_desktop.usecases.records import Records
from tests.conftest import NOW
from tests.unit.usecases.conftest import CHEAP

ROWS, SITES, CLIENTS, PEOPLE = 1000, 40, 6, 5
WORDS = ("地面", "台账", "琥珀", "洁净", "records", "A座")
DAY = date(2026, 11, 1)


@dataclass
class Row:
    """One inspection as Python sees it."""

    id: int
    values: dict[str, Any]
    site: Site
    client: Client | None
    inspector: Person
    checklist: Checklist

    @property
    def sort_keys(self) -> dict[str, Any]:
        return {
            "inspected_on": self.values["inspected_on"],
            "type": self.values["type"],
            "code": self.values["code"],
            "score": self.values["stated_score"],
            "result": self.values["result"],
            "state": self.values["state"],
            "site": self.site.name_key,
            "client": self.client.name_key if self.client else None,
            "inspector": self.inspector.name_key,
            "checklist": self.checklist.name_key,
        }

    @property
    def parent_ids(self) -> dict[str, Any]:
        return {
            "site": self.site.id,
            "client": self.client.id if self.client else None,
            "inspector": self.inspector.id,
            "checklist": self.checklist.id,
        }

    def has(self, word: str) -> bool:
        """Whether a Chinese word stands in the row's own text or in that of a record it refers to."""
        texts = [self.values[one] for one in ("code", "summary", "area", "remarks")]
        texts += [self.site.name, self.site.code, self.inspector.name, self.checklist.name]
        texts += [self.client.name] if self.client else []
        return any(word in text.replace("\uff0c", "") for text in texts if text)  # punctuation is no word


@dataclass(repr=False)
class Library:
    records: Records
    rows: list[Row]

    def expected(self, query: Query, *, large: bool) -> list[int]:
        """Ids by the plainest means."""
        found = [row for row in self.rows if row.values["archived"] == query.archived]
        found = [row for row in found if all(_passes(row, one) for one in query.filters)]
        found = [row for row in found if all(row.has(word) for word in query.search.split())]
        order = query.order or (("inspected_on", True),)
        found.sort(key=lambda row: row.id, reverse=order[-1][1])
        for place, (key, descending) in reversed(list(enumerate(order))):
            by_parent = (
                large and not query.search and place == 0 and key in ("site", "client", "inspector", "checklist")
            )
            found.sort(key=lambda row, k=key, p=by_parent: _sortable(row, k, p), reverse=descending)  # type: ignore[misc]
        return [row.id for row in found]


def _sortable(row: Row, key: str, by_parent: bool) -> tuple[Any, ...]:
    value = row.sort_keys[key]
    head = (0,) if value is None else (1, value)
    return (*head, row.parent_ids[key]) if by_parent and value is not None else head


def _passes(row: Row, one: Filter) -> bool:
    value = row.parent_ids[one.column] if one.column in row.parent_ids else row.sort_keys[one.column]
    if one.values and value not in one.values:
        return False
    if one.low is not None and (value is None or value < one.low):
        return False
    return one.high is None or (value is not None and value <= one.high)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    store, _ = create(tmp_path_factory.mktemp("lists") / "library", "correct horse", costs=CHEAP, clock=lambda: NOW)
    yield Library(Records(store), _fill(store, Random(4)))
    store.close()


def _fill(store: Store, random: Random) -> list[Row]:
    names = ("滨江医院", "东湖园区", "恒泰大厦", "育才学校")
    with store.write(N_("Test", "Filled")) as work:
        work.add_all_fast(
            Person,
            [
                {"kind": "staff", "code": f"E{no}", "name": name}
                for no, name in enumerate(("张伟", "单志远", "张伟", "李䶮", "岑晓明"))
            ],
        )
        work.add_all_fast(
            Client, [{"code": f"C{no}", "name": f"{names[no % 4]}集团", "owner_id": 1} for no in range(CLIENTS)]
        )
        work.add_all_fast(
            Site,
            [
                {
                    "code": f"S{no}",
                    "name": f"{random.choice(names)}{no % 20}号",
                    "service_type": "cleaning",
                    "client_id": None if no % 7 == 0 else no % CLIENTS + 1,
                }
                for no in range(SITES)
            ],
        )
        work.add_all_fast(Checklist, [{"code": "Q1", "name": "日常检查"}, {"code": "Q2", "name": "地面专项"}])
        rows = [_row(no, random) for no in range(ROWS)]
        ids = work.add_all_fast(Inspection, rows)
    with store.read() as session:
        found = {
            model: {one.id: one for one in session.scalars(select(model))}
            for model in (Person, Client, Site, Checklist)
        }
        session.expunge_all()
    return [
        Row(
            one,
            values,
            found[Site][values["site_id"]],
            found[Client].get(values["client_id"]),
            found[Person][values["inspector_id"]],
            found[Checklist][values["checklist_id"]],
        )
        for one, values in zip(ids, rows, strict=True)
    ]


def _row(no: int, random: Random) -> dict[str, Any]:
    site = random.randint(1, SITES)
    client = None if (site - 1) % 7 == 0 else (site - 1) % CLIENTS + 1
    words = [word for word in WORDS if random.random() < (0.01 if word == "琥珀" else 0.3)]
    return {
        "code": f"QC-2026-{no:04d}" if no % 10 else None,
        "site_id": site,
        "client_id": client,
        "inspector_id": random.randint(1, PEOPLE),
        "checklist_id": random.randint(1, 2),
        "type": random.choice(("daily", "spot", "special")),
        "inspected_on": DAY - timedelta(days=random.randint(0, 60)),
        "state": random.choice(("draft", "submitted", "void")),
        "result": random.choice(("pass", "fail", "not_rated")),
        "stated_score": random.choice((None, 700, 855, 905, 1000)),
        "summary": "，".join(words),
        "area": "",
        "remarks": "",
        "archived": random.random() < 0.1,
    }


@pytest.fixture(params=[False, True], ids=["small", "large"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the list counts as a long one, which is answered by other statements."""
    if request.param:
        monkeypatch.setattr(list_query, "SMALL", 20)
    return bool(request.param)


FAILED = (Filter("result", ("fail",)),)
MANY = (Filter("type", ("daily", "spot")), Filter("state", ("submitted", "draft")))
BETWEEN = (Filter("inspected_on", low=DAY - timedelta(days=30), high=DAY - timedelta(days=3)),)
EMPTY_OR_ONE = (Filter("client", (None, 2)),)
QUERIES = [
    Query(),
    Query(archived=True),
    Query(filters=FAILED),
    Query(filters=MANY),
    Query(filters=BETWEEN),
    Query(filters=EMPTY_OR_ONE),
    *(
        Query(order=((key, down),))
        for key in ("score", "code", "type", "site", "client", "inspector")
        for down in (False, True)
    ),
    *(
        Query(order=((key, down),), filters=MANY)
        for key in ("score", "site", "client", "checklist")
        for down in (False, True)
    ),
    Query(order=(("client", True), ("score", False))),
    Query(order=(("site", False), ("inspected_on", True)), filters=FAILED),
    Query(order=(("type", False), ("site", True))),
    Query(order=(("client", False),), archived=True),
    Query(search="地面"),
    Query(search="琥珀"),
    Query(search="滨江"),
    Query(search="地面 台账"),
    Query(search="滨江 琥珀"),
    Query(search="滨江 台账", filters=MANY, order=(("site", False),)),
    Query(search="地面", archived=True),
    Query(search="日常"),
    Query(search="李䶮", order=(("score", True),)),
    Query(search="没有这个词"),
]


def _named(query: Query) -> str:
    return f"{query.search}{query.order}{[f.column for f in query.filters]}{'a' if query.archived else ''}"


@pytest.mark.parametrize("query", QUERIES, ids=_named)
def test_rows_and_their_number(library: Library, large: bool, query: Query) -> None:
    expected = library.expected(query, large=large and _is_long(library, query))
    assert library.records.count("inspection", query).n == len(expected)
    for offset in (0, 7, len(expected) // 2, max(0, len(expected) - 30), len(expected)):
        page = library.records.page("inspection", query, offset, 30)
        assert [row.id for row in page] == expected[offset : offset + 30]


def _is_long(library: Library, query: Query) -> bool:
    return len(library.expected(query, large=False)) > 20


@pytest.mark.parametrize("query", QUERIES, ids=_named)
def test_position_of_a_row(library: Library, large: bool, query: Query) -> None:
    expected = library.expected(query, large=large and _is_long(library, query))
    for place in {0, 5, len(expected) // 2, len(expected) - 1} & set(range(len(expected))):
        assert library.records.position("inspection", query, expected[place]) == place
    absent = next(row.id for row in library.rows if row.id not in expected)
    assert library.records.position("inspection", query, absent) is None


@pytest.mark.parametrize("query", [query for query in QUERIES if query.search], ids=_named)
def test_a_common_word_lists_the_newest_first(library: Library, monkeypatch: pytest.MonkeyPatch, query: Query) -> None:
    monkeypatch.setattr(list_search, "CAP", 3)
    monkeypatch.setattr(list_query, "CAP", 3)
    expected = sorted(library.expected(query, large=False), reverse=True)
    count = library.records.count("inspection", query)
    assert (count.n, count.capped) == (min(3, len(expected)), len(expected) > 3)
    if len(expected) > 3:
        assert [row.id for row in library.records.page("inspection", query, 1, 20)] == expected[1:21]


@pytest.mark.parametrize("column", ["result", "site", "client"])
@pytest.mark.parametrize(
    "query",
    [Query(), Query(filters=MANY), Query(filters=FAILED), Query(search="地面"), Query(search="琥珀 滨江")],
    ids=_named,
)
def test_facets_count_what_the_other_filters_leave(library: Library, large: bool, query: Query, column: str) -> None:
    rest = Query(search=query.search, filters=tuple(f for f in query.filters if f.column != column))
    by_id = {row.id: row for row in library.rows}
    expected: dict[Any, int] = {}
    for one in library.expected(rest, large=False):
        row = by_id[one]
        value = row.parent_ids[column] if column in row.parent_ids else row.sort_keys[column]
        expected[value] = expected.get(value, 0) + 1
    facets = library.records.facets("inspection", query, column)
    assert {facet.value: facet.count for facet in facets} == expected
    if column == "site":
        names = {row.site.id: row.site.name for row in library.rows}
        assert all(facet.label == names[facet.value] for facet in facets)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.text(alphabet="地面台账琥珀滨江 \"'*()-:^AND OR NOT NEAR{}", max_size=20))
def test_whatever_is_typed_is_only_a_search(library: Library, words: str) -> None:
    query = Query(search=words)
    number = library.records.count("inspection", query).n
    assert len(library.records.page("inspection", query, 0, ROWS)) == number


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet="地面台账琥珀洁净滨江医院日常", min_size=1, max_size=3), min_size=1, max_size=3))
def test_chinese_words_are_found_by_substring(library: Library, words: list[str]) -> None:
    query = Query(search=" ".join(words))
    found = [row.id for row in library.records.page("inspection", query, 0, ROWS)]
    assert found == library.expected(query, large=False)


def test_a_computed_column_needs_no_index(tmp_path: Path, now: datetime) -> None:
    store, _ = create(tmp_path / "library", "correct horse", costs=CHEAP, clock=lambda: now)
    with store:
        assert Records(store).page("certificate", Query(order=(("state", True),)), 0, 10) == []


def _days(row: Row) -> date:
    day = row.values["inspected_on"]
    assert isinstance(day, date)
    return day


@pytest.mark.parametrize("query", [Query(), Query(filters=MANY), Query(search="地面")], ids=_named)
def test_the_filter_of_a_date_offers_its_months_and_what_counts_from_today(library: Library, query: Query) -> None:
    by_id = {row.id: row for row in library.rows}
    days = [_days(by_id[one]) for one in library.expected(query, large=False)]
    offer = library.records.offer("inspection", query, "inspected_on")
    months = Counter(f"{day:%Y-%m}" for day in days)
    assert {facet.value: facet.count for facet in offer.values} == months
    assert [facet.value for facet in offer.values] == sorted(months, reverse=True)
    assert set(offer.periods) == set(PERIODS) - AHEAD       # nobody waits for the day of an inspection
    for name, count in offer.periods.items():
        low, high = span_of(name, NOW.date())
        assert count == sum((low or date.min) <= day <= (high or date.max) for day in days)
        shown = library.records.count("inspection", replace(query, filters=(
            *query.filters, Filter("inspected_on", period=name)))).n
        assert shown == count, name


def test_months_years_and_rows_without_a_date_are_filtered_together(library: Library) -> None:
    wanted = ("2026-09", "2025")
    found = library.records.ids("inspection", Query(filters=(Filter("inspected_on", wanted),)))
    assert sorted(found) == sorted(row.id for row in library.rows if not row.values["archived"]
                                   and (_days(row).year == 2025 or (_days(row).year, _days(row).month) == (2026, 9)))
    assert library.records.count("inspection", Query(filters=(Filter("inspected_on", ("nonsense",)),))).n == 0
    assert library.records.count("inspection", Query(filters=(Filter("inspected_on", (None,)),))).n == 0


def test_the_filter_of_a_number_tells_its_ends_and_how_many_have_none(library: Library) -> None:
    live = [row.values["stated_score"] for row in library.rows if not row.values["archived"]]
    offer = library.records.offer("inspection", Query(), "score")
    assert (offer.least, offer.most) == (700, 1000)
    assert [(facet.value, facet.count) for facet in offer.values] == [(None, live.count(None))]
    assert library.records.count("inspection", Query(filters=(Filter("score", (None,)),))).n == live.count(None)


def test_values_are_searched_for_among_all_that_occur(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_values, "MOST", 3)
    offer = library.records.offer("inspection", Query(), "site")
    assert (len(offer.values), offer.more) == (3, True)
    names = {row.site.name for row in library.rows if not row.values["archived"] and "滨江" in row.site.name}
    monkeypatch.setattr(list_values, "MOST", 100)
    offer = library.records.offer("inspection", Query(), "site", "滨江")
    assert {facet.label for facet in offer.values} == names
    assert not offer.more
    assert library.records.offer("inspection", Query(), "code", "100%").values == ()      # % is no wildcard
    assert {facet.value for facet in library.records.offer("inspection", Query(), "code", "-001").values} == {
        row.values["code"] for row in library.rows
        if not row.values["archived"] and row.values["code"] and "-001" in row.values["code"]}


def test_overdue_is_only_what_is_still_waited_for(tmp_path: Path, now: datetime) -> None:
    store, _ = create(tmp_path / "library", "correct horse", costs=CHEAP, clock=lambda: now)
    with store.write(N_("Test", "Filled")) as work:
        work.add_all_fast(Site, [{"code": "S1", "name": "滨江医院", "service_type": "cleaning"}])
        work.add_all_fast(OrgUnit, [{"name": "质量部"}])
        work.add_all_fast(Person, [{"kind": "staff", "code": "E1", "name": "张伟"}])
        late, later = store.today() - timedelta(days=1), store.today() + timedelta(days=5)
        work.add_all_fast(Problem, [
            {"code": f"NC{no}", "site_id": 1, "department_id": 1, "owner_id": 1, "found_on": late, "due_on": due,
             "stage": stage, "description": "x", "severity": "minor", "source": "self", "origin": "entered"}
            for no, (due, stage) in enumerate(((late, "found"), (late, "closed"), (later, "found")))])
    records = Records(store)
    offer = records.offer("problem", Query(), "due_on")
    assert (offer.periods["overdue"], offer.periods["next_7_days"]) == (1, 1)
    assert [row.cells for row in records.page("problem", Query(
        filters=(Filter("due_on", period="overdue"),), columns=("code",)), 0, 9)] == [("NC0",)]
    store.close()


def test_a_moment_is_filtered_by_the_days_of_the_librarys_zone(tmp_path: Path, now: datetime) -> None:
    store, _ = create(tmp_path / "library", "correct horse", costs=CHEAP, clock=lambda: now)
    evening = datetime(2026, 9, 30, 15, 59, tzinfo=UTC)       # 23:59 in Shanghai
    with store.write(N_("Test", "Filled")) as work:
        work.add_all_fast(Person, [{"kind": "staff", "code": "E1", "name": "张伟"}])
        work.add_all_fast(Client, [{"code": "C1", "name": "恒泰", "owner_id": 1}])
        work.add_all_fast(Report, [
            {"code": f"QR-{no}", "client_id": 1, "client_name": "恒泰", "month": date(2026, 9, 1), "version": 1,
             "series_no": no, "cut_off": at, "language": "zh", "state": "current", "issued_at": at, "blob": "",
             "sha256": f"{no}"}
            for no, at in enumerate((evening, evening + timedelta(minutes=2)))])
    records = Records(store)
    offer = records.offer("report", Query(), "issued_at")
    assert [(facet.value, facet.count) for facet in offer.values] == [("2026-10", 1), ("2026-09", 1)]
    first = Query(filters=(Filter("issued_at", ("2026-10",)),), columns=("code",))
    assert [row.cells for row in records.page("report", first, 0, 9)] == [("QR-1",)]
    day = date(2026, 9, 30)
    typed = Query(filters=(Filter("issued_at", low=day, high=day),), columns=("code",))
    assert [row.cells for row in records.page("report", typed, 0, 9)] == [("QR-0",)]
    store.close()
