"""The sample library holds what it promises, keeps every rule of daily work, and is the same for the same day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from laborqa_desktop import bootstrap
from laborqa_desktop.charts.formulas import p_chart
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.client import Contract
from laborqa_desktop.models.enums import ProblemStage
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import history
from laborqa_desktop.usecases.figures import Period, Scope
from laborqa_desktop.usecases.inspection_sheet import tally
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.office import Office
from tests.unit.usecases.conftest import CHEAP

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made, _ = bootstrap.demo_library(tmp_path_factory.mktemp("样本") / "library", "sample", DAY, costs=CHEAP)
    yield made
    made.close()


@pytest.mark.parametrize(("key", "number"), [
    ("client", 4), ("site", 9), ("staff", 60), ("checklist", 5), ("plan", 11), ("contract", 5), ("company", 1),
    ("report", 2)])
def test_it_holds_what_it_promises(office: Office, key: str, number: int) -> None:
    assert office.records.count(key, Query()).n == number


def test_half_a_year_of_inspections(office: Office) -> None:
    assert 330 <= office.records.count("inspection", Query()).n <= 380
    with office.store.read() as session:
        services = session.scalars(select(func.count(func.distinct(Inspection.type)))).one()
        first, last = session.execute(
            select(func.min(Inspection.inspected_on), func.max(Inspection.inspected_on))).one()
    assert services >= 4
    assert (DAY - first).days > 175
    assert last == DAY


def _with_flaws(office: Office, key: str) -> list[str]:
    found = []
    for record_id in office.records.ids(key, Query()):
        loaded = office.records.load(key, record_id)
        found += [f"{loaded.title}: {flaw.text}" for flaw in office.records.check(key, loaded.values, record_id)]
    return found


@pytest.mark.parametrize("key", [key for key in TYPES if key != "training_record"])
def test_every_record_passes_its_own_rules_without_a_warning(office: Office, key: str) -> None:
    if key == "inspection":
        return
    assert _with_flaws(office, key) == []


def test_scores_are_those_of_daily_work(office: Office) -> None:
    ids = office.records.ids("inspection", Query())
    for one in ids[::7]:
        sheet = office.inspections.load(one)
        counted = tally(sheet)
        with office.store.read() as session:
            stored = session.get_one(Inspection, one)
        if stored.state == "draft":
            continue
        assert (stored.earned, stored.maximum) == (counted.score.earned, counted.score.maximum)
        assert stored.result == counted.result.value
        assert (stored.items_passed, stored.items_rated) == (counted.score.passed, counted.score.rated)


def test_failed_items_raise_their_problems_and_numbers_have_no_gaps(office: Office) -> None:
    with office.store.read() as session:
        codes = sorted(session.scalars(select(Problem.code)))
        submitted = sorted(code for code in session.scalars(select(Inspection.code)) if code)
        known = {tuple(row) for row in session.execute(select(Problem.inspection_id, Problem.item_position))}
    assert codes == [f"NC-2026-{no:04d}" for no in range(1, len(codes) + 1)]
    assert submitted == [f"QC-2026-{no:04d}" for no in range(1, len(submitted) + 1)]
    for one in office.records.ids("inspection", Query())[1::9]:
        sheet = office.inspections.load(one)
        if sheet.state not in ("draft", "void"):
            raised = {(one, item.position) for item in sheet.items if item.raises}
            assert raised == {pair for pair in known if pair[0] == one}


def test_today_has_work(office: Office) -> None:
    with office.store.read() as session:
        overdue = session.scalar(select(func.count()).where(
            Problem.stage == ProblemStage.FOUND.value, Problem.due_on < DAY))
    assert 2 <= (overdue or 0) <= 8
    state = {facet.value: facet.count for facet in office.records.facets("certificate", Query(), "state")}
    assert state["due"] >= 4
    assert state["expired"] == 2
    assert state["renewed"] == 1
    plans = {facet.value for facet in office.records.facets("plan", Query(), "status")}
    assert {"active", "superseded", "client_confirm"} <= plans


def test_rare_characters_are_found_by_name_and_initials(office: Office) -> None:
    for name in ("李䶮", "王㛃", "赵𬱖", "周㼆"):
        rows = office.records.page("staff", Query(search=name, columns=("name",)), 0, 5)
        assert [row.cells for row in rows] == [(name,)]
    assert office.records.count("staff", Query(search="zxy")).n >= 1      # 周小燕


def test_id_numbers_are_made_up_and_valid(office: Office) -> None:
    with office.store.read() as session:
        numbers = list(session.scalars(select(Person.id_no)))
    assert len(set(numbers)) == 60


def test_pictures_are_marked_as_samples(office: Office) -> None:
    with office.store.read() as session:
        name = session.scalar(select(Base.metadata.tables["company"].c.legal_name))
    assert "样本" in str(name)


def test_the_history_is_whole_and_follows_the_events(office: Office) -> None:
    with office.store.read() as session:
        late = session.scalar(select(func.count()).where(Inspection.created_at < Inspection.inspected_on))
        broken = history.verify(session, office.store.keys.chain())
    assert late == 0
    assert broken is None


def _content(office: Office) -> dict[str, list[Any]]:
    left_out = {"photo", "logo", "seal", "signature", "blob", "sha256", "data_sha256", "anchor"}
    found = {}
    with office.store.read() as session:
        for key in TYPES:
            table = TYPES[key].model.__table__
            columns = [column for column in table.c if column.name not in left_out]
            found[key] = [tuple(row) for row in session.execute(select(*columns).order_by(table.c.id))]
    return found


def test_the_same_day_gives_the_same_records(office: Office, tmp_path: Path) -> None:
    again, _ = bootstrap.demo_library(tmp_path / "again", "sample", DAY, costs=CHEAP)
    try:
        assert _content(again) == _content(office)
    finally:
        again.close()


@pytest.mark.parametrize("day", [date(2027, 1, 2), date(2028, 2, 29)])
def test_any_day_will_do(tmp_path: Path, day: date) -> None:
    office, _ = bootstrap.demo_library(tmp_path / "library", "sample", day, costs=CHEAP)
    try:
        assert office.records.count("staff", Query()).n == 60
        future = office.records.count("inspection", Query(filters=(Filter("inspected_on", low=day),))).n
        assert future == 1      # the draft of the day
        assert _with_flaws(office, "certificate") == []
    finally:
        office.close()


def test_one_bad_week_stands_out(office: Office) -> None:
    from laborqa_desktop.usecases import quality_figures
    with office.store.read() as session:
        weeks = quality_figures.samples(session, Scope(), Period(date(2026, 6, 1), DAY), "week")
    chart = p_chart(weeks)
    assert chart is not None
    assert len(chart.out) == 1


def test_contracts_run(office: Office) -> None:
    with office.store.read() as session:
        assert all(starts <= DAY <= ends for starts, ends in session.execute(
            select(Contract.starts_on, Contract.ends_on)))


def test_two_signed_reports_of_last_month_are_whole_and_ours(office: Office) -> None:
    for one in office.records.ids("report", Query()):
        row = office.records.load("report", one).values
        assert row["month"] == date(2026, 10, 1)
        assert office.issuing.data_changed_since(one) is None
        assert office.verifying.verify(office.issuing.content(one)).is_good
