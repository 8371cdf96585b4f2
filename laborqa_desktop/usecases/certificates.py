"""Acts of certificates: what expires, what the posts demand and who has it, and renewing without losing the old one."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.enums import CertificateState, PersonKind, StaffStatus
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.training import Certificate
from laborqa_desktop.records.training import certificate_state
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import rules
from laborqa_desktop.usecases.figures import Ratio
from laborqa_desktop.usecases.gates import need
from laborqa_desktop.usecases.required import Sites, active_staff, required_certificates

URGENT = (CertificateState.EXPIRED.value, CertificateState.DUE.value, CertificateState.REVIEW_DUE.value,
          CertificateState.REVOKED.value)


@dataclass(frozen=True)
class MissingCertificate:
    """A certificate that somebody's post demands and that is not valid on the day."""

    person_id: int
    person: str
    person_code: str
    type: str


@dataclass(frozen=True)
class Validity:
    """C5 certificate validity: required certificates valid on the day / required certificates; none is not valid."""

    figure: Ratio
    missing: tuple[MissingCertificate, ...]


@dataclass(frozen=True)
class Expiry:
    """A certificate that needs attention. days: until valid_to or the review, negative when it is past."""

    id: int
    person_id: int
    person: str
    type: str
    number: str
    state: str
    due_on: date | None
    days: int | None
    blocks_assignment: bool


class Certificates:
    """Certificates of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person

    def validity(self, day: date, site_ids: Sites | None = None) -> Validity:
        """Validity on a day, as that day's job standards demanded it; None keeps the staff of all sites."""
        with self._store.read() as session:
            return validity(session, day, site_ids)

    def expiring(self, day: date | None = None) -> tuple[Expiry, ...]:
        """Certificates of staff still here that are expired, revoked, due or due for review, the most urgent first."""
        with self._store.read() as session:
            return expiring(session, day or self._store.today())

    def renew(self, certificate_id: int, *, issued_on: date, valid_to: date | None, number: str = "",
              valid_from: date | None = None, review_due: date | None = None) -> tuple[int, Changes]:
        """A new certificate in the chain, and its id; the old row is kept and shown as renewed.

        Args:
            number: empty keeps the old number.

        Raises:
            Refused: it was renewed already, the person's data are restricted, or the dates contradict each other.
        """
        with self._store.write(N_("Act", "Renew a certificate"), person=self.person) as work:
            old = need(work.session, Certificate, certificate_id)
            why = rules.frozen("certificate", old)
            if why is not None:
                raise Refused(why)
            if work.session.scalar(select(func.count()).select_from(Certificate).where(
                    Certificate.renews_id == certificate_id, Certificate.archived.is_(False))):
                raise Refused(N_("Certificates", "This certificate was renewed already. Renew the newest one."))
            if valid_to is not None and valid_to < max(issued_on, valid_from or issued_on):
                raise Refused(N_("Certificates", "The certificate would end before it begins."))
            new = Certificate(
                person_id=old.person_id, type=old.type, number=number.strip() or old.number, level=old.level,
                issuer=old.issuer, issued_on=issued_on, valid_from=valid_from or issued_on, valid_to=valid_to,
                review_due=review_due, reminder_days=old.reminder_days, blocks_assignment=old.blocks_assignment,
                renews_id=old.id)
            work.session.add(new)
            work.session.flush()
            new_id = new.id
        return new_id, Changes(work.changes.act_id, work.changes.rows | {("certificate", certificate_id)})


def validity(session: Session, day: date, site_ids: Sites | None = None) -> Validity:
    """C5 inside an open read; see Certificates.validity."""
    staff = active_staff(session, day, None, site_ids)
    demanded = required_certificates(session, day)
    valid = {(row[0], row[1]) for row in session.execute(
        select(Certificate.person_id, Certificate.type).where(
            Certificate.archived.is_(False), Certificate.revoked.is_(False),
            func.coalesce(Certificate.valid_from, Certificate.issued_on) <= day,
            or_(Certificate.valid_to.is_(None), Certificate.valid_to >= day)).distinct())}
    wanted = [(one, kind) for one in staff for kind in demanded.get(one.post_id or 0, ())]
    missing = tuple(MissingCertificate(one.id, one.name, one.code, kind)
                    for one, kind in wanted if (one.id, kind) not in valid)
    return Validity(Ratio(len(wanted) - len(missing), len(wanted)), missing)


def expiring(session: Session, day: date) -> tuple[Expiry, ...]:
    """The expiry list inside an open read; see Certificates.expiring."""
    state = certificate_state(day)
    here = or_(Person.kind == PersonKind.OUTSIDER.value,
               and_(Person.archived.is_(False), or_(Person.status.is_(None), Person.status != StaffStatus.LEFT.value)))
    # nothing is reminded of more than 400 days ahead: the index on valid_to keeps the list short
    soon = or_(Certificate.valid_to <= day + timedelta(days=400), Certificate.review_due.is_not(None),
               Certificate.revoked.is_(True))
    found = []
    for row in session.execute(
            select(Certificate.id, Certificate.person_id, Person.name, Certificate.type, Certificate.number,
                   state.label("state"), Certificate.valid_to, Certificate.review_due, Certificate.blocks_assignment)
            .join(Person, Person.id == Certificate.person_id)
            .where(Certificate.archived.is_(False), here, soon, state.in_(URGENT))):
        due = row.review_due if row.state == CertificateState.REVIEW_DUE else row.valid_to
        found.append(Expiry(row.id, row.person_id, row.name, row.type, row.number, row.state, due,
                            None if due is None else (due - day).days, row.blocks_assignment))
    return tuple(sorted(found, key=lambda one: (one.days is not None, one.days or 0, one.person, one.id)))
