"""The monthly service-quality report of a client or a site, as data and as an unnumbered draft."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.errors import NotFound, UserError
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company
from laborqa_desktop.reports.data import (
    Correction,
    Cover,
    NextMonth,
    Party,
    PlanRow,
    QualityReport,
    Signing,
    Summary,
)
from laborqa_desktop.reports.embedded import data_file
from laborqa_desktop.store.chain import head
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.figures import Scope, month_of
from laborqa_desktop.usecases.quality_figures import inspection_figures, problem_figures
from laborqa_desktop.usecases.report_inspections import inspections
from laborqa_desktop.usecases.report_kpis import contracts, kpis
from laborqa_desktop.usecases.report_month import month_to_report, sites_left_out
from laborqa_desktop.usecases.report_problems import actions, annexes, problems
from laborqa_desktop.usecases.report_request import Frame, FreeWords, Request
from laborqa_desktop.usecases.report_staffing import staffing
from laborqa_desktop.usecases.required import active_staff

__all__ = ["FreeWords", "Outlook", "Reporting", "Request"]

NAMED = 3
"""So many sites are named in a notice."""
_ANYTIME = datetime.min.replace(tzinfo=ZoneInfo("UTC"))


@dataclass(frozen=True)
class Outlook:
    """What the report dialog says before anything is rendered.

    Attributes:
        notices: what the user should know, such as a month without records.
    """

    subject: str
    inspections: int
    problems: int
    notices: tuple[Text, ...]


class Reporting:
    """Monthly reports of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files = Files(store)

    def outlook(self, request: Request) -> Outlook:
        """How much the report would show.

        Raises:
            NotFound: neither client nor site, or they no longer exist.
        """
        with self._store.read() as session:
            frame = self._frame(session, request, self._store.clock())
            done = inspection_figures(session, frame.scope, frame.month).total
            found = problem_figures(session, frame.scope, frame.month, frame.day).raised
            alone = [] if frame.site else sites_left_out(session, frame.month)
            unposted = bool(frame.sites) and not active_staff(session, frame.last, None, frame.site_ids) and bool(
                active_staff(session, frame.last))
        notices: list[Text] = []
        if not done and not found:
            notices.append(N_("Reporting", "This month has neither inspections nor problems; rates are shown as —."))
        if frame.month.last >= self._store.today():
            notices.append(N_("Reporting", "The month is not over: the figures may still change."))
        if unposted:
            notices.append(N_("Reporting", "No staff file names a site of this report, so that section 4 stays without "
                                           "people, training and certificates: choose the site in the staff files."))
        if alone:
            notices.append(N_("Reporting", "{count} {count:site has|sites have} records of this month but no client, "
                                           "so that no client's report shows {count:it|them}: {names}")
                           .of(count=len(alone), names=" · ".join((*alone[:NAMED], *(["…"] if alone[NAMED:] else ())))))
        subject = frame.site.name if frame.site else frame.client.name if frame.client else ""
        return Outlook(subject, done, found, tuple(notices))

    def build(self, request: Request, *, number: str = "", version: int = 1, correction: Correction | None = None,
              signing: bool = False, at: datetime | None = None) -> QualityReport:
        """Everything the report shows, counted by the same functions as the lists and the Today page.

        Args:
            at: the data's cut-off; now unless said.

        Raises:
            NotFound: neither client nor site, or they no longer exist.
        """
        moment = at or self._store.clock()
        with self._store.read() as session:
            frame = self._frame(session, request, moment)
            in_force = contracts(session, frame)
            cover = self._cover(frame, tuple(dict.fromkeys(one.code for one in in_force)))
            return QualityReport(
                cover=replace(cover, number=number, version=version, correction=correction, signing=signing,
                              anchor=str(head(session)) if signing else ""),
                summary=_summary(request.words), kpis=kpis(session, frame, in_force),
                staffing=staffing(session, frame), inspections=inspections(session, frame),
                problems=problems(session, frame), actions=actions(session, frame, self._files),
                next_month=_next_month(request.words), annexes=annexes(session, frame),
                signing=Signing(frame.company.objection_days if frame.company else 7, _contact(frame.client)),
                min_sample=frame.min_sample)

    def draft(self, request: Request, translate: Translate) -> bytes:
        """The report as an unnumbered, unsigned PDF.

        Args:
            translate: answers for request.language.
        """
        from laborqa_desktop.reports.quality import render
        out = BytesIO()
        render(self.build(request), translate, request.language, out)
        return out.getvalue()

    preview = draft

    def proposed_month(self, client_id: int | None = None, site_id: int | None = None) -> date:
        """The month proposed in the dialog, as its first day: the newest one that is over and has no report yet."""
        with self._store.read() as session:
            return month_to_report(session, Scope(client_id, site_id), self._store.today())

    def digest(self, request: Request, at: datetime) -> str:
        """SHA-256 of the figures alone: what is typed, the company's own data, number and moments are left out.

        Args:
            at: the cut-off the figures are counted to.
        """
        report = self.build(replace(request, words=FreeWords()), at=at)
        return figures_digest(report)

    def _frame(self, session: Session, request: Request, moment: datetime) -> Frame:
        site = session.get(Site, request.site_id) if request.site_id else None
        client_id = request.client_id or (site.client_id if site else None)
        client = session.get(Client, client_id, options=[selectinload(Client.contacts)]) if client_id else None
        if (request.site_id and site is None) or (request.client_id and client is None) or (not site and not client):
            raise NotFound(N_("Reporting", "Choose a client or a site for the report."))
        if site is not None:
            sites = {site.id: site.name}
        else:
            sites = {row[0]: row[1] for row in session.execute(
                select(Site.id, Site.name).where(Site.client_id == client_id).order_by(Site.name_key, Site.id))}
        local = moment.astimezone(ZoneInfo(self._store.zone))
        company = session.scalar(select(Company).order_by(Company.id).limit(1))
        return Frame(request.scope, month_of(request.month), local.date(), local, company, client, site, sites)

    def _cover(self, frame: Frame, codes: tuple[str, ...]) -> Cover:
        company = frame.company
        provider = Party(company.legal_name, company.address, company.hotline or company.phone,
                         self._picture(company.logo)) if company else Party("")
        return Cover(
            provider=provider, client=frame.client.name if frame.client else "", month=frame.month.first,
            cutoff=frame.cutoff, made=frame.cutoff, scope_site=frame.site.name if frame.site else "",
            sites=tuple(frame.sites.values()), contracts=codes, prepared_by=company.prepared_by if company else "",
            reviewed_by=company.reviewed_by if company else "", approved_by=company.approved_by if company else "")

    def _picture(self, blob_id: str | None) -> bytes | None:
        if not blob_id:
            return None
        try:
            return self._files.get(blob_id)
        except UserError:
            return None


def figures_digest(report: QualityReport) -> str:
    """SHA-256 of a report's figures, whatever its number, words, moments and layout."""
    bare = Cover(Party(""), report.cover.client, report.cover.month, _ANYTIME, _ANYTIME,
                 scope_site=report.cover.scope_site)
    return hashlib.sha256(data_file(replace(
        report, cover=bare, summary=None, next_month=None, signing=None))).hexdigest()


def _summary(words: FreeWords) -> Summary:
    return Summary(words.verdict, words.highlights, words.concerns, words.decisions)


def _next_month(words: FreeWords) -> NextMonth:
    plan = tuple(PlanRow(one.text, on=one.on, owner=one.owner) for one in words.plan)
    return NextMonth(words.focus, plan, words.needs)


def _contact(client: Client | None) -> str:
    """Who signs for the client: the contact who decides, else the first one."""
    if client is None or not client.contacts:
        return ""
    return next((one.name for one in client.contacts if one.role == "decides"), client.contacts[0].name)
