"""Section 2: every figure the contracts set a target for, this month, last month and over a year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.models.client import Contract, ContractSite
from laborqa_desktop.models.enums import LABELS
from laborqa_desktop.models.enums import Kpi as KpiName
from laborqa_desktop.reports.data import Figure, Kpi
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.certificates import validity
from laborqa_desktop.usecases.figures import Ratio, month_back
from laborqa_desktop.usecases.quality_figures import InspectionFigures, closure_trend, on_time_trend, trend
from laborqa_desktop.usecases.report_request import Frame, points, rate
from laborqa_desktop.usecases.training import coverage

DEFINITIONS: dict[KpiName, Text] = {
    KpiName.PASS_RATE: N_("Reporting", "inspections passed / inspections with a verdict; re-checks are left out."),
    KpiName.ITEM_PASS_RATE: N_("Reporting", "checked items passed / checked items; what does not apply is left out."),
    KpiName.FIRST_PASS_RATE: N_("Reporting", "inspections passed without a correction on the spot / inspections with a "
                                             "verdict."),
    KpiName.MEAN_SCORE: N_("Reporting", "sum of the inspection scores / inspections with a score."),
    KpiName.CLOSURE_RATE: N_("Reporting", "problems found in the month and closed / problems found in the month."),
    KpiName.ON_TIME_CLOSURE_RATE: N_("Reporting", "problems closed by their first due date / problems first due in the "
                                                  "month."),
    KpiName.TRAINING_COVERAGE: N_("Reporting", "staff with every course their post demands / staff, at the end of the "
                                               "month."),
    KpiName.CERTIFICATE_VALIDITY: N_("Reporting", "demanded certificates that are valid / demanded certificates, at "
                                                  "the end of the month."),
}
_USUAL = (KpiName.PASS_RATE, KpiName.MEAN_SCORE, KpiName.CLOSURE_RATE, KpiName.ON_TIME_CLOSURE_RATE)
_OF_INSPECTIONS: dict[KpiName, Callable[[InspectionFigures], Figure]] = {
    KpiName.PASS_RATE: lambda one: rate(one.passed), KpiName.ITEM_PASS_RATE: lambda one: rate(one.items),
    KpiName.FIRST_PASS_RATE: lambda one: rate(one.first_pass), KpiName.MEAN_SCORE: lambda one: points(one.score)}
_NO_CASES = N_("Reporting", "Nothing to count in this month.")


@dataclass(frozen=True)
class Target:
    """A target of a contract, in tenths; None: shown without one."""

    kpi: KpiName
    tenths: int | None
    deduction: str = ""


def contracts(session: Session, frame: Frame) -> list[Contract]:
    """The contracts in force in the month: of the client, or those that name the site (or no site at all)."""
    if frame.client is None:
        return []
    found = session.scalars(
        select(Contract).where(Contract.archived.is_(False), Contract.client_id == frame.client.id,
                               Contract.starts_on <= frame.month.last, Contract.ends_on >= frame.month.first)
        .options(selectinload(Contract.kpis)).order_by(Contract.starts_on, Contract.code)).all()
    if frame.site is None:
        return list(found)
    named: dict[int, set[int]] = {}
    for contract_id, site_id in session.execute(select(ContractSite.contract_id, ContractSite.site_id)):
        named.setdefault(contract_id, set()).add(site_id)
    return [one for one in found if frame.site.id in named.get(one.id, {frame.site.id})]


def kpis(session: Session, frame: Frame, in_force: list[Contract]) -> tuple[Kpi, ...]:
    """The figures with a target; without any, the four usual ones without targets."""
    targets = [Target(KpiName(row.kpi), row.target, row.deduction) for contract in in_force for row in contract.kpis]
    unique = {(one.kpi, one.tenths): one for one in targets}
    wanted = list(unique.values()) or [Target(kpi, None) for kpi in _USUAL]
    course = [figures for _, figures in trend(session, frame.scope, frame.month.last)]
    return tuple(_kpi(session, frame, one, course) for one in wanted)


def _kpi(session: Session, frame: Frame, wanted: Target, course: list[InspectionFigures]) -> Kpi:
    months: tuple[Figure, ...]
    if wanted.kpi in _OF_INSPECTIONS:
        months = tuple(_OF_INSPECTIONS[wanted.kpi](one) for one in course)
    elif wanted.kpi is KpiName.CLOSURE_RATE:
        months = tuple(rate(one) for one in closure_trend(session, frame.scope, frame.month.last))
    elif wanted.kpi is KpiName.ON_TIME_CLOSURE_RATE:
        months = tuple(rate(one) for one in on_time_trend(session, frame.scope, frame.last))
    else:
        before = month_back(frame.month.first, 1)
        months = tuple(rate(_of_people(session, frame, wanted.kpi, day)) for day in (before.last, frame.last))
    actual = months[-1] if months[-1].den else Figure(unit=months[-1].unit, reason=_NO_CASES)
    target = None if wanted.tenths is None else Decimal(wanted.tenths) / 10
    definition = DEFINITIONS[wanted.kpi]
    if wanted.deduction:
        definition = N_("Reporting", "{definition} Contract: {deduction}").of(
            definition=definition, deduction=wanted.deduction)
    return Kpi(LABELS[KpiName][wanted.kpi], actual, definition, target, last_month=months[-2],
               trend=months if len(months) > 2 else (), met=_met(actual, target, frame.min_sample))


def _of_people(session: Session, frame: Frame, kpi: KpiName, day: date) -> Ratio:
    if kpi is KpiName.TRAINING_COVERAGE:
        return coverage(session, day, site_ids=frame.site_ids).figure
    return validity(session, day, frame.site_ids).figure


def _met(actual: Figure, target: Decimal | None, min_sample: int) -> bool | None:
    """Whether the target is met; None where it cannot be judged."""
    if target is None or actual.num is None or not actual.den:
        return None
    if actual.unit == "percent":
        return None if actual.den < min_sample else actual.num * 100 >= target * actual.den
    return actual.num >= target * actual.den
