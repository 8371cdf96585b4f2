from datetime import date
from decimal import Decimal

import pytest

from laborqa_desktop.errors import NotFound
from laborqa_desktop.models.client import Client
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Employment
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.reports.data import Figure
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.figures import Scope, month_of
from laborqa_desktop.usecases.quality_figures import inspection_figures, problem_figures
from laborqa_desktop.usecases.report_request import FreeWords, PlanLine
from laborqa_desktop.usecases.reporting import Reporting, Request
from tests.factory import ACT, DAY, Factory

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def reporting(store: Store) -> Reporting:
    return Reporting(store)


def filled(make: Factory) -> tuple[int, int]:
    """A client with two sites, three inspections and their problems."""
    client = make.client()
    one, two = make.site(name="一号楼", client_id=client), make.site(name="二号楼", client_id=client)
    make.contract(code="HT-7", client_id=client,
                  kpis=(("pass_rate", 900), ("mean_score", 800), ("on_time_closure_rate", 950)))
    make.inspection("1114", site_id=one, day=date(2026, 11, 2))
    make.inspection("1111", site_id=one, day=date(2026, 11, 9))
    make.inspection("112x", site_id=two, day=date(2026, 11, 10), type="mystery")
    make.inspection("1111", site_id=one, day=date(2026, 10, 9))
    make.problem(site_id=two, client_id=client, found_on=date(2026, 11, 20), severity="critical", category="大堂")
    return client, one


def test_the_report_equals_the_figures_of_the_same_scope(make: Factory, store: Store, reporting: Reporting) -> None:
    client, _ = filled(make)
    report = reporting.build(Request(client, None, NOVEMBER))
    with store.read() as session:
        done = inspection_figures(session, Scope(client_id=client), month_of(NOVEMBER))
        found = problem_figures(session, Scope(client_id=client), month_of(NOVEMBER), DAY)
    assert report.inspections is not None
    assert report.problems is not None
    assert report.actions is not None
    figures = {str(name): figure for name, figure in report.inspections.figures}
    assert report.inspections.total == done.total == len(report.inspections.rows) == 3
    assert figures["Service pass rate"] == Figure(done.passed.num, done.passed.den) == Figure(1, 3)
    assert figures["Mean score"] == Figure(Decimal(done.score.num) / 1000, 3, "points")
    assert figures["Plan completion"].reason is not None
    assert report.problems.total == found.raised == len(report.actions.rows) == 2
    assert [row.count for row in report.problems.severities] == [1, 1]
    assert report.cover.sites == ("二号楼", "一号楼")
    assert report.cover.contracts == ("HT-7",)


def test_contract_targets_are_judged_only_with_enough_cases(make: Factory, reporting: Reporting) -> None:
    client, _ = filled(make)
    kpis = {str(one.name): one for one in reporting.build(Request(client, None, NOVEMBER)).kpis}
    names = ("Service pass rate", "Mean inspection score", "On-time closure rate")
    rate, score, on_time = (kpis[name] for name in names)
    assert (rate.target, rate.met, rate.last_month, len(rate.trend)) == (Decimal(90), None, Figure(1, 1), 12)
    assert (score.met, score.target) == (True, Decimal(80))
    assert on_time.met is None
    for day in range(11, 16):
        make.inspection("1111", site_id=make.site(client_id=client), day=date(2026, 11, day))
    kpis = {str(one.name): one for one in reporting.build(Request(client, None, NOVEMBER)).kpis}
    assert (kpis["Service pass rate"].actual, kpis["Service pass rate"].met) == (Figure(6, 8), False)


def test_a_mystery_visitor_is_not_named(make: Factory, store: Store, reporting: Reporting) -> None:
    client, _ = filled(make)
    with store.write(ACT) as work:
        work.session.get_one(Client, client).names_allowed = True
    rows = reporting.build(Request(client, None, NOVEMBER)).inspections
    assert rows is not None
    assert [row.inspector for row in rows.rows] == ["张伟", "张伟", ""]
    with store.write(ACT) as work:
        work.session.query(Inspection).filter(Inspection.type == "mystery").one().hidden_until = DAY
    rows = reporting.build(Request(client, None, NOVEMBER)).inspections
    assert rows is not None
    assert rows.rows[2].inspector == "张伟"


def test_a_site_report_holds_that_site_only(make: Factory, reporting: Reporting) -> None:
    _, site = filled(make)
    report = reporting.build(Request(None, site, NOVEMBER))
    assert report.inspections is not None
    assert report.problems is not None
    assert (report.cover.scope_site, report.cover.client) == ("一号楼", "蓝海园区")
    assert (report.inspections.total, report.problems.total) == (2, 1)
    assert [str(row.name) for row in report.inspections.areas] == ["卫生间", "大堂"]


def test_overdue_problems_stand_first_and_void_ones_nowhere(make: Factory, reporting: Reporting) -> None:
    site = make.site()
    for code, due, stage in (("A", 20, "closed"), ("B", 21, "found"), ("C", 15, "found"), ("D", 10, "void"),
                             ("E", 30, "found")):
        make.problem(code=code, site_id=site, found_on=date(2026, 11, 3), due_on=date(2026, 11, due), stage=stage,
                     closed_on=date(2026, 11, 19) if stage == "closed" else None)
    actions = reporting.build(Request(None, site, NOVEMBER)).actions
    assert actions is not None
    assert [(row.number, row.overdue_days) for row in actions.rows] == [("C", 8), ("B", 2), ("E", 0), ("A", 0)]


def test_names_of_staff_only_where_the_client_agreed(make: Factory, store: Store, reporting: Reporting) -> None:
    client = make.client()
    site, post = make.site(client_id=client), make.post()
    person = make.staff(name="新员工", site_id=site, post_id=post, hired_on=date(2026, 11, 5))
    with store.write(ACT) as work:
        work.session.add(Employment(person_id=person, hired_on=date(2026, 11, 5)))
    staffing = reporting.build(Request(client, None, NOVEMBER)).staffing
    assert staffing is not None
    assert [(one.kind, one.name, one.post) for one in staffing.changes] == [("joined", "", "保洁员")]
    assert [(row.post, row.contracted, row.active) for row in staffing.posts] == [("保洁员", None, 1)]
    with store.write(ACT) as work:
        work.session.get_one(Client, client).names_allowed = True
    staffing = reporting.build(Request(client, None, NOVEMBER)).staffing
    assert staffing is not None
    assert staffing.changes[0].name == "新员工"


def test_without_the_clients_consent_a_post_or_department_stands_for_a_name(
        make: Factory, store: Store, reporting: Reporting) -> None:
    client = make.client()
    site, post = make.site(client_id=client), make.post(name="保洁领班")
    ours, theirs = make.staff(name="自己人", post_id=post), make.outsider(name="街道检查员")
    for person in (ours, theirs):
        make.problem(site_id=site, client_id=client, owner_id=person, found_on=NOVEMBER)
        make.imported(900, site_id=site, inspector_id=person, day=NOVEMBER)
    report = reporting.build(Request(client, None, NOVEMBER))
    assert report.actions is not None
    assert report.inspections is not None
    assert {row.owner for row in report.actions.rows} == {"保洁领班", "街道检查员"}
    assert {row.inspector for row in report.inspections.rows} == {"", "街道检查员"}
    with store.write(ACT) as work:
        work.session.get_one(Client, client).names_allowed = True
    actions = reporting.build(Request(client, None, NOVEMBER)).actions
    assert actions is not None
    assert {row.owner for row in actions.rows} == {"自己人", "街道检查员"}


def test_a_month_without_data_has_dashes_and_says_so_beforehand(make: Factory, reporting: Reporting) -> None:
    client = make.client()
    request = Request(client, None, date(2026, 9, 1))
    report = reporting.build(request)
    assert report.inspections is not None
    assert (report.inspections.total, report.kpis[0].actual.num) == (0, None)
    assert [str(text) for text in reporting.outlook(request).notices] == [
        "This month has neither inspections nor problems; rates are shown as —."]
    assert reporting.draft(request, english).startswith(b"%PDF-")


def test_staff_at_no_site_of_the_report_is_said_before_it_is_signed(make: Factory, reporting: Reporting) -> None:
    client = make.client()

    def told() -> list[str]:
        return [str(text) for text in reporting.outlook(Request(client, None, NOVEMBER)).notices
                if "section 4" in str(text)]

    make.staff(name="𬱖䶮", site_id=None)
    assert told() == [], "a client without sites has nobody to miss"
    site = make.site(client_id=client)
    assert len(told()) == 1
    make.staff(name="王芳", site_id=site)
    assert told() == []


def test_an_unknown_client_is_said(reporting: Reporting) -> None:
    for request in (Request(99, None, NOVEMBER), Request(None, 99, NOVEMBER), Request(None, None, NOVEMBER)):
        with pytest.raises(NotFound):
            reporting.build(request)


def test_what_was_typed_stands_in_sections_one_and_twelve(make: Factory, reporting: Reporting) -> None:
    plan = (PlanLine("外墙清洗", date(2026, 12, 5), "王芳"),)
    words = FreeWords("总体良好", ("亮点",), (), ("请确认",), "重点", plan, ("用水",))
    report = reporting.build(Request(make.client(), None, NOVEMBER, words=words))
    assert report.summary is not None
    assert report.next_month is not None
    assert (report.summary.verdict, report.summary.decisions) == ("总体良好", ("请确认",))
    assert (report.next_month.rows[0].text, report.next_month.needs) == ("外墙清洗", ("用水",))


def test_the_digest_follows_figures_not_words(make: Factory, store: Store, reporting: Reporting) -> None:
    client, site = filled(make)
    at = store.clock()
    first = reporting.digest(Request(client, None, NOVEMBER), at)
    assert reporting.digest(Request(client, None, NOVEMBER, words=FreeWords("换个说法")), at) == first
    make.problem(site_id=make.site(name="别家", client_id=make.client()))
    assert reporting.digest(Request(client, None, NOVEMBER), at) == first
    make.problem(site_id=site)
    assert reporting.digest(Request(client, None, NOVEMBER), at) != first


def test_a_month_of_the_real_size_takes_few_statements(make: Factory, store: Store, reporting: Reporting) -> None:
    from sqlalchemy import event
    client = make.client()
    sites = [make.site(client_id=client, name=f"店{no}") for no in range(40)]
    checklist, person, unit = make.checklist(1), make.staff(), make.unit()
    with store.write(ACT) as work:
        work.add_all_fast(Inspection, [
            {"code": f"I{no}", "site_id": sites[no % 40], "checklist_id": checklist, "inspector_id": person,
             "type": "daily", "inspected_on": date(2026, 11, no % 20 + 1), "state": "submitted", "origin": "imported",
             "stated_score": 700 + no % 300, "pass_mark": 800, "result": "pass" if no % 300 >= 100 else "fail"}
            for no in range(668)])
        work.add_all_fast(Problem, [
            {"code": f"N{no}", "source": "inspection", "found_on": date(2026, 11, no % 20 + 1),
             "site_id": sites[no % 40], "description": "x", "department_id": unit, "owner_id": person,
             "category": f"c{no % 68}"} for no in range(1532)])
    statements: list[object] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    report = reporting.build(Request(client, None, NOVEMBER))
    assert report.inspections is not None
    assert report.actions is not None
    assert (len(report.inspections.rows), len(report.actions.rows), len(report.inspections.areas)) == (668, 1532, 12)
    assert len(statements) < 70


def test_sites_without_a_client_are_named_before_a_client_s_report(make: Factory, reporting: Reporting) -> None:
    client, one = filled(make)

    def told(request: Request) -> list[str]:
        return [str(text) for text in reporting.outlook(request).notices if "no client" in str(text)]

    quiet = make.site(name="空楼", client_id=None)
    assert told(Request(client, None, NOVEMBER)) == [], "a site without records is missing nowhere"
    alone = make.site(name="乙楼", client_id=None)
    make.inspection("1111", site_id=alone, day=date(2026, 11, 4))
    make.problem(site_id=alone, client_id=client, found_on=date(2026, 11, 5))
    [words] = told(Request(client, None, NOVEMBER))
    assert words.startswith("1 site has records of this month")
    assert words.endswith(": 乙楼")
    assert told(Request(client, None, date(2026, 10, 1))) == []
    assert told(Request(None, one, NOVEMBER)) == [], "a site's own report leaves nothing out"
    make.problem(site_id=quiet, client_id=None, found_on=date(2026, 11, 30))
    for name in ("丙楼", "丁楼"):
        make.inspection("1111", site_id=make.site(name=name, client_id=None), day=date(2026, 11, 1))
    [words] = told(Request(client, None, NOVEMBER))
    assert words.startswith("4 sites have")
    assert words.endswith("丙楼 · 丁楼 · 空楼 · …")
