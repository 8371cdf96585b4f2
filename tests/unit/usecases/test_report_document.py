"""The report as a document: its figures are those of plain SQL over the sample library; what is private stays out."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select, text

from laborqa_desktop import bootstrap
from laborqa_desktop.charts.formulas import percent, rounded
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.reports.data import QualityReport
from laborqa_desktop.text import N_, english
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.reporting import Request
from tests.unit.usecases.conftest import CHEAP

DAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)
ACT = N_("Test", "Change the sample")
CLIENTS = ("KH-01", "KH-02", "KH-03", "KH-04")
MONTH = {"first": "2026-10-01", "last": "2026-10-31", "day": DAY.isoformat()}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made, _ = bootstrap.demo_library(tmp_path_factory.mktemp("样本") / "library", "sample", DAY, costs=CHEAP)
    yield made
    made.close()


def client_id(office: Office, code: str) -> int:
    with office.store.read() as session:
        return session.scalars(select(Client.id).where(Client.code == code)).one()


def sql(office: Office, statement: str, code: str) -> tuple[Any, ...]:
    """One row of a statement written by hand, for the client's sites."""
    sites = "SELECT s.id FROM site s JOIN client c ON c.id = s.client_id WHERE c.code = :code"
    with office.store.read() as session:
        return tuple(session.execute(text(statement.replace("SITES", f"({sites})")), {"code": code, **MONTH}).one())


def named(report: QualityReport) -> dict[str, tuple[Any, Any]]:
    """All figures of sections 2, 5 and 7 by their name."""
    assert report.inspections is not None
    assert report.actions is not None
    pairs = [*report.inspections.figures, *report.actions.figures]
    return {str(name): (figure.num, figure.den) for name, figure in pairs}


def printed(pdf: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout


def embedded(pdf: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    shown = subprocess.run(["qpdf", "--show-attachment=report-data.json", str(path)], capture_output=True, check=True)
    return shown.stdout.decode()


@pytest.mark.parametrize("code", CLIENTS)
def test_inspections_equal_plain_sql(office: Office, code: str, tmp_path: Path) -> None:
    total, rated, passed, good, items, earned = sql(office, """
        SELECT count(*), sum(result <> 'not_rated'), sum(result = 'pass'), sum(items_passed), sum(items_rated),
               sum(score) / 10 FROM inspection
        WHERE site_id IN SITES AND archived = 0 AND state IN ('submitted', 'reviewed') AND recheck_of_id IS NULL
          AND inspected_on BETWEEN :first AND :last""", code)
    request = Request(client_id(office, code), None, OCTOBER, "en")
    report = office.reporting.build(request)
    assert report.inspections is not None
    figures = named(report)
    assert total > 0
    assert report.inspections.total == total
    assert figures["Service pass rate"] == (passed, rated)
    assert figures["Item pass rate"] == (good, items)
    mean = figures["Mean score"]
    assert abs(Fraction(mean[0]) / mean[1] - Fraction(earned) / total) < Fraction(1, 1000)
    words = printed(office.reporting.draft(request, english), tmp_path)
    assert f"{passed}/{rated}" in re.sub(r"\s", "", words)
    assert percent(good, items) in words
    assert rounded(Decimal(mean[0]) / mean[1], 1) in words


@pytest.mark.parametrize("code", CLIENTS)
def test_the_lists_filtered_alike_count_the_same(office: Office, code: str) -> None:
    client = client_id(office, code)
    whose = (Filter("client", (client,)),)
    done = (*whose, Filter("inspected_on", low=OCTOBER, high=date(2026, 10, 31)),
            Filter("state", ("submitted", "reviewed")))
    found = (*whose, Filter("found_on", low=OCTOBER, high=date(2026, 10, 31)))

    def count(key: str, *filters: Filter) -> int:
        return office.records.count(key, Query(filters=filters)).n

    figures = named(report := office.reporting.build(Request(client, None, OCTOBER)))
    assert report.inspections is not None
    assert report.problems is not None
    rechecks = sql(office, "SELECT count(*) FROM inspection WHERE recheck_of_id IS NOT NULL AND site_id IN SITES "
                           "AND inspected_on BETWEEN :first AND :last", code)[0]
    assert rechecks == 0        # they stand in the list and in no figure
    assert report.inspections.total == len(report.inspections.rows) == count("inspection", *done)
    assert figures["Service pass rate"][0] == count("inspection", *done, Filter("result", ("pass",)))
    void = count("problem", *found, Filter("stage", ("void",)))
    assert report.problems.total == count("problem", *found) - void
    assert figures["Closure rate"][0] == count("problem", *found, Filter("stage", ("closed",)))
    for row in report.problems.categories:
        assert row.count == count("problem", *found, Filter("category", (row.key,)))


def test_the_pass_rate_of_all_clients_is_the_one_on_the_today_page(office: Office) -> None:
    with office.store.read() as session:
        clients = session.scalars(select(Client.id)).all()
        homeless = session.scalar(select(func.count()).select_from(Site).where(Site.client_id.is_(None)))
    assert homeless == 0
    reports = [named(office.reporting.build(Request(one, None, OCTOBER))) for one in clients]
    page = {one.key: one for one in office.today.page().figures}
    for key, name in (("pass_rate", "Service pass rate"), ("on_time_closure_rate", "On-time closure rate")):
        last_month = page[key].trend[-2]
        assert (sum(one[name][0] for one in reports), sum(one[name][1] for one in reports)) == (
            last_month.num, last_month.den)


@pytest.mark.parametrize("code", CLIENTS)
def test_problems_equal_plain_sql(office: Office, code: str) -> None:
    total, closed, still_open, overdue = sql(office, """
        SELECT count(*), coalesce(sum(stage = 'closed'), 0), coalesce(sum(stage <> 'closed'), 0),
               coalesce(sum(stage <> 'closed' AND due_on < :day), 0) FROM problem
        WHERE site_id IN SITES AND archived = 0 AND stage <> 'void' AND found_on BETWEEN :first AND :last""", code)
    due, on_time = sql(office, """
        SELECT count(*), coalesce(sum(stage = 'closed' AND closed_on <= coalesce(original_due_on, due_on)), 0)
        FROM problem WHERE site_id IN SITES AND archived = 0 AND stage <> 'void'
          AND coalesce(original_due_on, due_on) BETWEEN :first AND :last""", code)
    report = office.reporting.build(Request(client_id(office, code), None, OCTOBER))
    figures = named(report)
    assert report.problems is not None
    assert report.actions is not None
    assert report.problems.total == total == len(report.actions.rows) == report.actions.total
    assert sum(row.count for row in report.problems.categories) == total
    assert sum(row.count for row in report.problems.severities) == total
    assert figures["Closure rate"] == (closed, total)
    assert figures["On-time closure rate"] == (on_time, due)
    assert (figures["Still open"][0], figures["Overdue"][0]) == (still_open, overdue)


@dataclass(frozen=True)
class Secrets:
    """Words that must not leave the house, planted where each would be tempting to print."""

    words: tuple[str, ...]
    people: tuple[str, ...]


def planted(office: Office, code: str) -> Secrets:
    """Private notes in the client's records; all names and numbers of our staff."""
    with office.store.write(ACT) as work:
        session = work.session
        sites = select(Site.id).join(Client, Client.id == Site.client_id).where(Client.code == code)
        session.scalars(select(Client).where(Client.code == code)).one().confidential = "机密谈判底价"
        session.scalars(select(Company)).one().remarks = "内部备注公司"
        inspection = session.scalars(select(Inspection).where(
            Inspection.site_id.in_(sites), Inspection.type == "mystery",
            Inspection.state.in_(("submitted", "reviewed")),
            Inspection.inspected_on.between(OCTOBER, date(2026, 10, 31)))).first()
        assert inspection is not None
        inspection.hidden_until = date(2027, 1, 1)
        inspection.inspector_name = "神秘人䶮㛃"
        inspection.remarks = "内部备注检查"
        problem = session.scalars(select(Problem).where(
            Problem.site_id.in_(sites), Problem.found_on.between(OCTOBER, date(2026, 10, 31)))).first()
        assert problem is not None
        problem.remarks, problem.cost = "内部备注问题", 987654321
        staff = session.scalars(select(Person).where(Person.kind == "staff")).all()
        assert all(one.id_no for one in staff)
        numbers = tuple(word for one in staff for word in (one.id_no, one.phone) if word)
        company = session.scalars(select(Company)).one()
        public = {company.prepared_by, company.reviewed_by, company.approved_by}
        people = tuple(one.name for one in staff if one.name not in public)
    return Secrets(("机密谈判底价", "内部备注", "987654321", "9876543.21", "神秘人", *numbers), people)


@pytest.mark.parametrize(("code", "names"), [("KH-01", True), ("KH-02", False)])
def test_what_is_private_stays_out_of_pages_and_data(office: Office, code: str, names: bool, tmp_path: Path) -> None:
    secrets = planted(office, code)
    pdf = office.reporting.draft(Request(client_id(office, code), None, OCTOBER), english)
    for content in (re.sub(r"\s", "", printed(pdf, tmp_path)), embedded(pdf, tmp_path)):
        assert len(content) > 1000
        assert [word for word in secrets.words if word in content] == []
        assert any(name in content for name in secrets.people) == names
    data = json.loads(embedded(pdf, tmp_path))
    hidden = [row for row in data["inspections"]["rows"] if row["kind"] == "Mystery visit"]
    assert any(row["inspector"] == "" for row in hidden)


def photograph(colour: str, turned: bool = False) -> bytes:
    picture, exif, out = Image.new("RGB", (1600, 1200), colour), Image.Exif(), BytesIO()
    exif[0x0110] = "CAMERA OF SOMEBODY"
    exif.get_ifd(0x8769)[0x9003] = "2026:10:09 08:07:06"
    if turned:
        exif[0x0112] = 6
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_photographs_stand_in_pairs_with_place_and_time(office: Office, tmp_path: Path) -> None:
    client = client_id(office, "KH-03")
    with office.store.read() as session:
        site = session.scalars(select(Site).where(Site.client_id == client)).first()
        assert site is not None
        owner = session.scalars(select(Problem.owner_id)).first()
        unit = session.scalars(select(Problem.department_id)).first()
        place = site.name
    with office.store.write(ACT) as work:
        problem = Problem(code="NC-2025-0001", source="complaint", found_on=date(2025, 3, 4), site_id=site.id,
                          client_id=client, description="门厅积水", owner_id=owner, department_id=unit,
                          corrected_on=date(2025, 3, 5))
        work.session.add(problem)
        work.session.flush()
        number = problem.id
    office.attachments.add("problem", number, "b.jpg", photograph("brown", True), "before")
    office.attachments.add("problem", number, "a.jpg", photograph("white"), "after")
    request = Request(client, None, date(2025, 3, 1), "en")
    actions = office.reporting.build(request).actions
    assert actions is not None
    assert len(actions.photos) == 1
    pair = actions.photos[0]
    assert pair.before
    assert pair.after
    assert (pair.number, pair.caption) == ("NC-2025-0001", "门厅积水")
    assert pair.before_caption.startswith(f"{place} 2026-10-09 08:07")
    pdf = office.reporting.draft(request, english)
    words = printed(pdf, tmp_path)
    assert "Before and after" in words
    assert b"CAMERA" not in pdf
    shown = subprocess.run(["pdfimages", "-list", str(tmp_path / "read.pdf")], capture_output=True, check=True,
                           text=True).stdout
    sizes = [tuple(map(int, line.split()[3:5])) for line in shown.splitlines()[2:] if " jpeg " in line]
    assert len(sizes) == 2
    assert sizes[0][0] < sizes[0][1]        # turned as its camera says
    assert sizes[1][0] > sizes[1][1]
