"""Issuing a report: numbered, rendered, signed, registered with its SHA-256, and never overwritten."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Conflict, NotFound, Refused
from laborqa_desktop.exchange.files import write_new
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company as CompanyRow
from laborqa_desktop.models.enums import ReportState
from laborqa_desktop.models.history import Act
from laborqa_desktop.models.report import Report
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.reports.data import Correction
from laborqa_desktop.signing.identity import Identity, IdentityFacts
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.changed_since import changed_since, master_data_since
from laborqa_desktop.usecases.company import Company
from laborqa_desktop.usecases.figures import Period, Scope, month_back, month_of
from laborqa_desktop.usecases.report_request import Language, Request, words_from
from laborqa_desktop.usecases.reporting import Reporting, figures_digest
from laborqa_desktop.whole import remove


@dataclass(frozen=True)
class Issued:
    """What issuing gave. code: the number with its version; replaces: the number it takes the place of, or ""."""

    id: int
    code: str
    version: int
    replaces: str
    sha256: str
    pages: int
    pdf: bytes
    changes: Changes


@dataclass(frozen=True)
class Planned:
    """The number a report would get now.

    Attributes:
        previous_id: the issued version it would replace; None for a first one.
        previous_at: when that was issued.
        changed: what became different since.
    """

    code: str
    version: int
    series_no: int
    previous_id: int | None
    previous: str
    previous_at: datetime | None
    changed: tuple[Text, ...]


class Issuing:
    """Issued reports of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person
        self._files = Files(store)
        self._reporting = Reporting(store)
        self._company = Company(store, person)

    def planned(self, request: Request) -> Planned:
        """The number and version a report would get, and what changed since the version before."""
        with self._store.read() as session:
            return _planned(session, request)

    def issue(self, request: Request, translate: Translate, target: Path | None = None, *, reason: str = "",
              stage: Callable[[Text], None] | None = None, step: Step = quietly) -> Issued:
        """Issues the report; where one of the same scope, month and language exists, the next version of it.

        Args:
            translate: answers for request.language.
            target: also writes the signed file there; a file that exists is refused.
            reason: why a correction is issued, in the user's words.
            stage: told what is being done, for a bar.
            step: told between its parts and up to the moment it is issued; may raise to stop, nothing is issued then.

        Raises:
            Refused: there is no signing identity, or it has expired.
            Conflict: the target exists or is open elsewhere, or somebody issued the same number meanwhile.
            UserError: the target's disk is full; nothing was issued.
        """
        def tell(what: Text) -> None:
            step(0, 0)
            if stage is not None:
                stage(what)

        identity, facts = self._identity()
        if target is not None and target.exists():
            raise Conflict(N_("Issuing", "The file {file} exists already and is not overwritten. Nothing was issued.")
                           .of(file=target.name))
        moment = self._store.clock()
        tell(N_("Issuing", "Counting the figures"))
        planned = self.planned(request)
        correction = (Correction(planned.previous, reason.strip(), planned.changed)
                      if planned.previous_id is not None else None)
        report = self._reporting.build(request, number=planned.code, version=planned.version, correction=correction,
                                       signing=True, at=moment)
        tell(N_("Issuing", "Writing the pages"))
        from laborqa_desktop.reports.quality import render
        out = BytesIO()
        info = render(report, translate, request.language, out)
        tell(N_("Issuing", "Signing"))
        pdf = self._sign(out.getvalue(), identity, facts, translate, request.language, moment)
        if target is not None:
            write_new(target, pdf)
        try:
            row = Report(
                code=planned.code, client_id=request.client_id, site_id=request.site_id,
                month=month_of(request.month).first, series_no=planned.series_no, version=planned.version,
                language=request.language, replaces_id=planned.previous_id,
                changed="\n".join(text.say(translate) for text in planned.changed)[:20000],
                client_name=report.cover.client, site_name=report.cover.scope_site, signer=facts.subject,
                issued_at=moment, cut_off=moment, sha256=hashlib.sha256(pdf).hexdigest(), data_sha256=info.data_sha256,
                figures_digest=figures_digest(report), anchor=report.cover.anchor,
                words=json.dumps(asdict(request.words), default=str),
                pages=info.pages)
            return self._register(row, planned, reason, pdf, step)
        except BaseException:
            if target is not None:
                with suppress(OSError):
                    remove(target)
            raise

    def _register(self, row: Report, planned: Planned, reason: str, pdf: bytes, step: Step) -> Issued:
        with self._store.write(N_("FinalAct", "Issue report {code}").of(code=planned.code), person=self.person,
                               reason=reason, step=step) as work:
            if work.session.scalar(select(func.count()).select_from(Report).where(Report.code == planned.code)):
                raise Conflict(N_("Issuing", "Report {code} was issued meanwhile. Nothing was issued; try again.")
                               .of(code=planned.code))
            row.blob = self._files.put(work.session, pdf, original_name=f"{planned.code}.pdf", mime="application/pdf")
            if planned.previous_id is not None:
                work.session.get_one(Report, planned.previous_id).state = ReportState.REPLACED.value
            work.session.add(row)
            work.session.flush()
            issued = Issued(row.id, row.code, row.version, planned.previous, row.sha256, row.pages, pdf, Changes())
        return replace(issued, changes=work.changes)

    def content(self, report_id: int) -> bytes:
        """The signed file as it was issued.

        Raises:
            NotFound: no such report, or its file is gone.
        """
        with self._store.read() as session:
            blob = _report(session, report_id).blob
        return self._files.get(blob)

    def export(self, report_id: int, target: Path) -> None:
        """Writes the signed file once more; a file that exists is refused."""
        write_new(target, self.content(report_id))

    def data_changed_since(self, report_id: int) -> datetime | None:
        """When the records behind a report were first changed so that its figures differ; None when they do not.

        Raises:
            NotFound: no such report.
        """
        with self._store.read() as session:
            report = _report(session, report_id)
            request = _request_of(report)
            cut_off, digest = report.cut_off, report.figures_digest
        try:
            if self._reporting.digest(request, cut_off) == digest:
                return None
        except NotFound:
            pass
        with self._store.read() as session:
            for period in (month_of(request.month), Period(month_back(request.month, 11).first, request.month)):
                since = changed_since(session, request.scope, period, cut_off)
                if since.first_at is not None:
                    return since.first_at
            # people, contracts, certificates: the first act after the cut-off is the earliest it can have been
            return session.scalar(select(func.min(Act.at)).where(Act.at > cut_off)) or self._store.clock()

    def request_of(self, report_id: int) -> Request:
        """What an issued report was asked for, with its words, to begin a correction from.

        Raises:
            NotFound: no such report.
        """
        with self._store.read() as session:
            return _request_of(_report(session, report_id))

    def _identity(self) -> tuple[Identity, IdentityFacts]:
        identity, facts = self._company.identity(), self._company.identity_facts()
        if identity is None or facts is None:
            raise Refused(N_("Issuing", "There is no signing identity yet. Create or import one in the company "
                                        "profile."))
        if facts.valid_to < self._store.clock():
            raise Refused(N_("Issuing", "The signing certificate expired on {date}. Create or import a new one in the "
                                        "company profile; nothing was issued.")
                          .of(date=facts.valid_to.date().isoformat()))
        return identity, facts

    def _sign(self, pdf: bytes, identity: Identity, facts: IdentityFacts, translate: Translate, language: Language,
              moment: datetime) -> bytes:
        from laborqa_desktop.reports.seal import Appearance, render_appearance
        from laborqa_desktop.signing.sign import sign
        with self._store.read() as session:
            company = session.scalar(select(CompanyRow).order_by(CompanyRow.id).limit(1))
        legal_name = company.legal_name if company else facts.subject
        signer = (company.approved_by if company else "") or facts.subject
        appearance = render_appearance(
            Appearance(signer, legal_name, moment.astimezone(ZoneInfo(self._store.zone)), facts.fingerprint[:19],
                       self._picture(company.seal if company else None),
                       self._picture(company.signature if company else None)),
            translate, language)
        return sign(pdf, identity, moment=moment, appearance=appearance)

    def _picture(self, blob_id: str | None) -> bytes | None:
        return self._files.get(blob_id) if blob_id else None


def _planned(session: Session, request: Request) -> Planned:
    month = month_of(request.month)
    client_id = None if request.site_id else request.client_id
    name, scope = _scope_code(session, request)
    previous = session.scalars(
        select(Report).where(Report.month == month.first, Report.language == request.language,
                             Report.site_id.is_(None) if request.site_id is None else Report.site_id == request.site_id,
                             Report.client_id == client_id if request.site_id is None else Report.site_id.is_not(None))
        .order_by(Report.version.desc()).limit(1)).first()
    if previous is None:
        prefix = f"QR-{month.first:%Y%m}-{name}-"
        taken = session.scalars(select(Report.series_no).where(Report.code.startswith(prefix, autoescape=True)))
        series_no = max(taken, default=0) + 1
        return Planned(f"{prefix}{series_no:03d}-V1", 1, series_no, None, "", None, ())
    stem = previous.code.rpartition("-V")[0]
    version = previous.version + 1
    since = changed_since(session, scope, month, previous.cut_off)
    return Planned(f"{stem}-V{version}", version, previous.series_no, previous.id, previous.code, previous.issued_at,
                   since.lines + master_data_since(session, scope, previous.cut_off))


def _scope_code(session: Session, request: Request) -> tuple[str, Scope]:
    """The client's code, or the site's where it has no client."""
    site = session.get(Site, request.site_id) if request.site_id else None
    client_id = site.client_id if site else request.client_id
    client = session.get(Client, client_id) if client_id else None
    if site is None and client is None:
        raise NotFound(N_("Issuing", "Choose a client or a site for the report."))
    return (client.code if client else site.code if site else ""), request.scope


def _report(session: Session, report_id: int) -> Report:
    report = session.get(Report, report_id)
    if report is None:
        raise NotFound(N_("Issuing", "There is no such report in the register."))
    return report


def _request_of(report: Report) -> Request:
    return Request(report.client_id, report.site_id, report.month, cast(Language, report.language),
                   words_from(json.loads(report.words or "{}")))
