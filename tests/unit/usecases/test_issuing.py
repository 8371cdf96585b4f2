import errno
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from laborqa_desktop.errors import Conflict, NotFound, Refused, UserError
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, english
from laborqa_desktop.usecases.company import Company
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.issuing import Issuing
from laborqa_desktop.usecases.report_request import FreeWords, PlanLine
from laborqa_desktop.usecases.reporting import Reporting, Request
from laborqa_desktop.usecases.verifying import Verifying, embedded_numbers, verify_alone
from tests.factory import ACT, Factory

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def issuing(store: Store, make: Factory) -> Issuing:
    Company(store).create_identity()
    return Issuing(store, "王芳")


@pytest.fixture
def request_(make: Factory) -> Request:
    client = make.client(code="LH")
    make.inspection("1114", site_id=make.site(client_id=client, code="LH-1"), day=date(2026, 11, 3))
    return Request(client, None, NOVEMBER, "zh", FreeWords("总体良好", plan=(PlanLine("清洗", date(2026, 12, 1)),)))


def later(store: Store, minutes: int = 5) -> None:
    moment = store.clock() + timedelta(minutes=minutes)
    store.clock = lambda: moment


def said(store: Store, pdf: bytes) -> list[str]:
    return [str(text) for _, text in Verifying(store).verify(pdf).lines()]


def pdf_words(pdf: bytes, page: int) -> str:
    with PdfDocument(pdf) as document:
        return str(document[page].get_textpage().get_text_range())


def test_an_issued_report_is_numbered_registered_and_ours(store: Store, issuing: Issuing, request_: Request,
                                                          tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    issued = issuing.issue(request_, english, target)
    assert issued.code == "QR-202611-LH-001-V1"
    assert target.read_bytes() == issued.pdf == issuing.content(issued.id)
    checked = Verifying(store).verify(target.read_bytes())
    assert checked.is_good
    assert checked.register is not None
    assert (checked.register.number, checked.register.version, checked.register.sha_matches) == (
        "QR-202611-LH-001", 1, True)
    assert checked.register.data_changed_since is None
    with store.read() as session:
        row = session.get_one(Report, issued.id)
        assert (row.client_name, row.sha256, row.state, row.month) == ("蓝海园区", issued.sha256, "current", NOVEMBER)
        assert history.verify(session, store.keys.chain(), row.anchor) is None
        count, _, link = row.anchor.partition(":")
    assert f"{count}:{link[:16]}" in pdf_words(issued.pdf, 0)
    assert list(embedded_numbers(issued.pdf)) == ["QR-202611-LH-001-V1"]
    assert issuing.request_of(issued.id) == request_


def test_one_changed_byte_is_noticed_and_still_known_by_its_number(store: Store, issuing: Issuing,
                                                                   request_: Request) -> None:
    pdf = bytearray(issuing.issue(request_, english).pdf)
    pdf.extend(b"\n")
    checked = Verifying(store).verify(bytes(pdf))
    assert not checked.is_good
    assert checked.register is not None
    assert checked.register.is_ours
    assert not checked.as_json(english)["register"]["same_file"]
    assert not verify_alone(bytes(pdf)).is_good
    assert "QR-202611-LH-001" in str(checked.as_json(english))
    assert "not the file we issued" in " ".join(said(store, bytes(pdf)))


def test_a_correction_is_version_two_and_names_what_changed(store: Store, make: Factory, issuing: Issuing,
                                                           request_: Request) -> None:
    first = issuing.issue(request_, english)
    later(store)
    with store.read() as session:
        inspection = session.query(Inspection.id).scalar()
    Inspections(store).void(inspection, "录错项目点")
    planned = issuing.planned(request_)
    assert [str(text) for text in planned.changed] == [
        "Inspection QC-2026-0001 of 2026-11-03 is void: 录错项目点", "Problem NC-2026-0001 is void: 录错项目点"]
    assert issuing.data_changed_since(first.id) == store.clock()
    later(store)
    second = issuing.issue(request_, english, reason="检查作废")
    assert (second.code, second.replaces) == ("QR-202611-LH-001-V2", "QR-202611-LH-001-V1")
    printed = pages_of(second.pdf)
    for words in ("Corrected version: replaces QR-202611-LH-001-V1", "Reason: 检查作废",
                  "Inspection QC-2026-0001 of 2026-11-03 is void: 录错项目点"):
        assert words in printed
    with store.read() as session:
        assert session.get_one(Report, first.id).state == "replaced"
        assert "QC-2026-0001" in session.get_one(Report, second.id).changed
    assert "It has been replaced by QR-202611-LH-001-V2. Use that one." in said(store, first.pdf)
    assert Verifying(store).verify(first.pdf).is_good
    assert issuing.content(first.id) == first.pdf       # never overwritten


def pages_of(pdf: bytes) -> str:
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(shown.decode().split())


def test_a_closed_problem_that_is_reworded_is_not_called_closed(store: Store, make: Factory, issuing: Issuing,
                                                                request_: Request) -> None:
    with store.read() as session:
        site = session.query(Site.id).scalar()
    problem = make.problem(site_id=site, found_on=NOVEMBER, stage="closed", closed_on=NOVEMBER, code="NC-A")
    other = make.problem(site_id=site, found_on=NOVEMBER, stage="found", code="NC-B")
    issuing.issue(request_, english)
    later(store)
    with store.write(ACT) as work:
        work.session.get_one(Problem, problem).description = "换个说法"
        one = work.session.get_one(Problem, other)
        one.stage, one.closed_on = "closed", NOVEMBER
    assert [str(text) for text in issuing.planned(request_).changed] == [
        "Problem NC-A was changed.", "Problem NC-B was closed."]


def test_another_scope_or_language_is_another_series(make: Factory, issuing: Issuing, request_: Request) -> None:
    assert issuing.issue(request_, english).code == "QR-202611-LH-001-V1"
    assert issuing.issue(replace(request_, language="en"), english).code == "QR-202611-LH-002-V1"
    site = make.site(client_id=request_.client_id)
    assert issuing.issue(Request(None, site, NOVEMBER), english).code == "QR-202611-LH-003-V1"
    alone = make.site(client_id=None, code="65674")
    assert issuing.issue(Request(None, alone, NOVEMBER), english).code == "QR-202611-65674-001-V1"


def test_an_existing_file_is_refused_and_no_number_is_used(issuing: Issuing, request_: Request, tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(Conflict, match="not overwritten"):
        issuing.issue(request_, english, target)
    assert target.read_bytes() == b"mine"
    assert issuing.planned(request_).version == 1


def test_a_full_disk_issues_nothing_and_leaves_nothing(issuing: Issuing, request_: Request, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("laborqa_desktop.exchange.files.os.fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        issuing.issue(request_, english, tmp_path / "r.pdf")
    monkeypatch.undo()
    assert not list(tmp_path.glob("*.p*"))
    assert issuing.planned(request_).version == 1


def test_what_cannot_be_registered_leaves_no_file(issuing: Issuing, request_: Request, tmp_path: Path,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing._files, "put", no_room)
    with pytest.raises(Refused):
        issuing.issue(request_, english, tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()


def test_a_report_is_issued_or_not_at_whatever_step_it_is_cancelled(issuing: Issuing, request_: Request,
                                                                    tmp_path: Path, store: Store) -> None:
    class Stop(Exception):
        pass

    target, cancelled = tmp_path / "report.pdf", 0
    while True:
        left = cancelled

        def step(done: int, total: int) -> None:
            nonlocal left
            if left == 0:
                raise Stop
            left -= 1

        try:
            issued = issuing.issue(request_, english, target, step=step)
        except Stop:
            cancelled += 1
            assert not target.exists()
            with store.read() as session:
                assert session.query(Report).count() == 0
        else:
            break
    assert cancelled > 4
    assert issued.code == "QR-202611-LH-001-V1"
    assert target.exists()


def no_room(*_: object, **__: object) -> str:
    raise Refused(N_("Test", "no room"))


def test_without_an_identity_or_with_an_expired_one_nothing_is_issued(store: Store, make: Factory,
                                                                      request_: Request) -> None:
    issuing = Issuing(store)
    with pytest.raises(Refused, match="no signing identity"):
        issuing.issue(request_, english)
    Company(store).create_identity()
    store.clock = lambda: datetime(2037, 1, 1, tzinfo=UTC)
    with pytest.raises(Refused, match="expired on 2036-11-23"):
        issuing.issue(request_, english)


def test_a_report_of_another_library_is_not_ours(store: Store, issuing: Issuing, request_: Request) -> None:
    pdf = issuing.issue(request_, english).pdf
    with store.write(ACT) as work:
        for row in work.session.query(Report):
            work.session.delete(row)
    checked = Verifying(store).verify(pdf)
    assert (checked.verdict.is_good, checked.is_good) == (True, False)
    assert "not in this library's register" in str(checked.why)


def test_a_record_of_an_earlier_month_marks_only_the_trend(
        store: Store, make: Factory, issuing: Issuing, request_: Request) -> None:
    issued = issuing.issue(request_, english)
    later(store)
    make.inspection("1111", site_id=make.site(client_id=request_.client_id), day=date(2026, 8, 3))
    assert issuing.planned(request_).changed == ()
    assert issuing.data_changed_since(issued.id) == store.clock()


def test_an_unknown_report_is_said(issuing: Issuing, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        issuing.export(99, tmp_path / "x.pdf")


def test_a_renamed_client_stands_among_what_changed(store: Store, issuing: Issuing, request_: Request) -> None:
    issuing.issue(request_, english)
    later(store)
    with store.write(ACT) as work:
        work.session.get_one(Client, request_.client_id).name = "新名称㼆"
    assert [str(one) for one in issuing.planned(request_).changed] == [
        "The details of the client 新名称㼆 were changed."]


def test_the_month_proposed_is_over_holds_records_and_has_no_report(store: Store, issuing: Issuing,
                                                                    make: Factory) -> None:
    """Today is the 23rd of November, so that November is not proposed while an earlier month is left."""
    client, reporting = make.client(code="LH"), Reporting(store)
    site = make.site(client_id=client, code="LH-1")
    assert reporting.proposed_month(client) == date(2026, 10, 1), "nothing recorded: last month"
    make.inspection("1111", site_id=site, day=date(2026, 11, 3))
    assert reporting.proposed_month(client) == date(2026, 11, 1), "a new client: an empty October is of no use"
    make.inspection("1111", site_id=site, day=date(2026, 8, 31))
    assert reporting.proposed_month(client) == date(2026, 8, 1), "an empty October is not asked for first"
    make.problem(site_id=site, found_on=date(2026, 10, 31))
    assert reporting.proposed_month(client) == date(2026, 10, 1), "a problem is something to report too"
    issuing.issue(Request(None, site, date(2026, 10, 1)), english)
    assert reporting.proposed_month(client) == date(2026, 10, 1), "the site's report is not the client's"
    assert reporting.proposed_month(site_id=site) == date(2026, 8, 1)
    issuing.issue(Request(client, None, date(2026, 10, 1), "en"), english)
    assert reporting.proposed_month(client) == date(2026, 8, 1)
    issuing.issue(Request(client, None, date(2026, 8, 1)), english)
    assert reporting.proposed_month(client) == date(2026, 11, 1), "all before is issued: the running month comes next"


def test_a_running_month_without_records_is_not_proposed_before_an_empty_one_that_is_over(
        store: Store, issuing: Issuing, make: Factory) -> None:
    """Everything that was recorded is issued, and nothing came since: the report that is due is last month's."""
    client, reporting = make.client(code="LH"), Reporting(store)
    site = make.site(client_id=client, code="LH-1")
    make.inspection("1111", site_id=site, day=date(2026, 8, 31))
    issuing.issue(Request(client, None, date(2026, 8, 1)), english)
    assert reporting.proposed_month(client) == date(2026, 10, 1)
    make.inspection("1111", site_id=site, day=date(2026, 11, 2))
    assert reporting.proposed_month(client) == date(2026, 11, 1), "here is something to report"
