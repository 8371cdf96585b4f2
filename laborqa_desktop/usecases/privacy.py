"""The page Personal data: retention rules, who is due for deletion, whose consent is missing, who looked at what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.enums import ConsentCategory, PersonKind, StaffStatus
from laborqa_desktop.models.history import Act, Change, History, Purge
from laborqa_desktop.models.person import Consent, Person
from laborqa_desktop.models.post import Post
from laborqa_desktop.models.training import Certificate
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import privacy_rules, rules
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.forms import labels_of
from laborqa_desktop.usecases.gates import need, need_reason
from laborqa_desktop.usecases.privacy_rules import Rule

MOST_REVEALS = 100


@dataclass(frozen=True)
class Due:
    """Somebody who left so long ago that the rules have run out, or whose consent was withdrawn.

    Attributes:
        due_on: since when; frozen_on: since when the use is restricted, None if it is not.
    """

    id: int
    name: str
    code: str
    left_on: date
    due_on: date
    frozen_on: date | None
    withdrawn: bool


@dataclass(frozen=True)
class Lack:
    """Somebody in work who has not given every consent that is asked for. lacking: values of ConsentCategory."""

    id: int
    name: str
    code: str
    post: str
    site: str
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Reveal:
    """A masked value that somebody looked at, or data that left the house. record: how it is called now."""

    at: datetime
    person: str
    act: Text
    kind: Text
    record: str


@dataclass(frozen=True)
class Deletion:
    """A line of the list of deletions; name is the pseudonym."""

    at: datetime
    name: str
    reason: str


class Privacy:
    """Rules and lists about personal data, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person

    # ------------------------------------------------------------ rules

    def rules(self) -> tuple[Rule, ...]:
        """The retention rules in force, in a fixed order."""
        with self._store.read() as session:
            return privacy_rules.load(session)

    def save_rules(self, wanted: Sequence[Rule], reason: str = "") -> Changes:
        """Keeps other rules.

        Raises:
            Refused: an impossible figure, or one newly below its lower bound without a reason.
        """
        with self._store.write(N_("Act", "Changed the retention rules"), person=self._person,
                               reason=reason.strip()) as work:
            privacy_rules.check(wanted, privacy_rules.load(work.session), reason)
            privacy_rules.save(work.session, wanted)
        return work.changes

    # ------------------------------------------------------------ due for deletion, restricted use

    def due(self) -> list[Due]:
        """Who is due for deletion or restricted, the longest gone first."""
        today = self._store.today()
        with self._store.read() as session:
            kept = privacy_rules.load(session)
            gone = _withdrawn(session)
            people = session.scalars(select(Person).where(
                Person.kind == PersonKind.STAFF.value, Person.purged_on.is_(None), Person.left_on.is_not(None),
                Person.status == StaffStatus.LEFT.value).order_by(Person.left_on, Person.id))
            found = []
            for who in people:
                left = who.left_on
                assert left is not None
                due = privacy_rules.due_on(kept, left)
                if who.id in gone:
                    due = min(due, max(gone[who.id], privacy_rules.floor_on(kept, left)))
                if due <= today or who.frozen_on is not None:
                    found.append(Due(who.id, who.name, who.code or "", left, due, who.frozen_on, who.id in gone))
        return found

    def freeze(self, ids: Iterable[int], reason: str = "") -> Changes:
        """Restricts the use of somebody's data: out of lists and pickers, not to be edited, still there.

        Raises:
            Refused: somebody is still employed.
        """
        with self._store.write(N_("Act", "Restricted the use of personal data"), person=self._person,
                               reason=reason.strip()) as work:
            for one in ids:
                who = need(work.session, Person, one)
                if who.kind == PersonKind.STAFF.value and who.status != StaffStatus.LEFT.value:
                    raise Refused(N_("Privacy", "The use can be restricted only after the person has left; nobody was "
                                                "restricted."))
                if who.purged_on is None:
                    who.frozen_on, who.archived = self._store.today(), True
        return work.changes

    def unfreeze(self, person_id: int, reason: str) -> Changes:
        """Allows the use again; the file comes back from the archive.

        Raises:
            Refused: no reason is given, or the code is in use again.
        """
        wanted = need_reason(reason)
        with self._store.write(N_("Act", "Lifted the restriction of personal data"), person=self._person,
                               reason=wanted) as work:
            who = need(work.session, Person, person_id)
            taken = work.session.scalar(select(Person.id).where(
                Person.code == who.code, Person.archived.is_(False), Person.id != who.id).limit(1))
            if who.code is not None and taken is not None:
                raise Refused(N_("Privacy", "The employee number {code} is in use again, so the file cannot come back. "
                                            "Change that number first.").of(code=who.code))
            if who.purged_on is None:
                who.frozen_on, who.archived = None, False
        return work.changes

    # ------------------------------------------------------------ consents

    def lacking(self) -> list[Lack]:
        """Who of the staff in work has not consented: in general, to sensitive data if an ID number is kept, to
        health data if a health certificate is, to the photo if there is one.
        """
        with self._store.read() as session:
            given: dict[int, set[str]] = {}
            for person_id, category in session.execute(
                    select(Consent.person_id, Consent.category).where(Consent.withdrawn_on.is_(None))):
                given.setdefault(person_id, set()).add(category)
            healthy = set(session.scalars(select(Certificate.person_id).where(
                Certificate.archived.is_(False), Certificate.type == "health")))
            rows = session.execute(
                select(Person, Post.name, Site.name).outerjoin(Post, Post.id == Person.post_id)
                .outerjoin(Site, Site.id == Person.site_id)
                .where(Person.kind == PersonKind.STAFF.value, Person.archived.is_(False),
                       Person.status != StaffStatus.LEFT.value).order_by(Person.name_key, Person.id))
            found = []
            for who, post, site in rows:
                lacking = tuple(_asked(who, healthy) - _had(who, given.get(who.id, set())))
                if lacking:
                    order = [one.value for one in ConsentCategory]
                    found.append(Lack(who.id, who.name, who.code or "", post or "", site or "",
                                      tuple(sorted(lacking, key=order.index))))
        return found

    def give(self, person_id: int, categories: Sequence[str], given_on: date, note: str = "",
             scan: Path | None = None) -> Changes:
        """Records consents of one day; the date on the staff file follows the general one.

        Args:
            scan: of the signed paper; it becomes an attachment with the role sign_scan.

        Raises:
            Refused: no category, a day to come, or a restricted person; or the scan cannot be attached.
        """
        if not categories:
            raise Refused(N_("Privacy", "Tick what the person has consented to."))
        if given_on > self._store.today():
            raise Refused(N_("Privacy", "The day of the consent is still to come."))
        with self._store.write(N_("Act", "Recorded consents"), person=self._person) as work:
            who = need(work.session, Person, person_id, selectinload(Person.consents))
            why = rules.frozen("staff", who)
            if why is not None:
                raise Refused(why)
            for one in categories:
                who.consents.append(Consent(category=ConsentCategory(one).value, given_on=given_on, note=note[:400],
                                            position=len(who.consents)))
            rules.keep_consent_in_step(who)
            who.updated_at = work.now
            Attachments(self._store).add_scan(work, "staff", person_id, scan)
        return Changes(work.changes.act_id, work.changes.rows | {("person", person_id)})

    # ------------------------------------------------------------ deletions done

    def deletions(self) -> list[Deletion]:
        """What was deleted by law, newest first."""
        with self._store.read() as session:
            rows = session.execute(select(Purge.at, Person.name, Purge.reason).join(Person, Person.id == Purge.row_id)
                                   .where(Purge.table_name == "person").order_by(Purge.id.desc()))
            return [Deletion(*row) for row in rows]

    # ------------------------------------------------------------ who looked at what

    def reveals(self, limit: int = MOST_REVEALS) -> list[Reveal]:
        """The newest looks at masked values and exports of personal data, newest first."""
        of = {kind.model.__tablename__: kind for kind in reversed(TYPES.values())}
        with self._store.read() as session:
            rows = session.execute(
                select(History.table_name, History.row_id, Act).join(Act, Act.id == History.act_id)
                .where(History.kind == Change.VIEW.value).order_by(History.id.desc()).limit(limit)).all()
            names = {table: labels_of(session, of[table].key, {row[1] for row in rows if row[0] == table})
                     for table in {row[0] for row in rows} if table in of}
        return [Reveal(act.at, act.person, history.stored_text(act.context, act.source, act.places),
                       of[table].single if table in of else N_("Privacy", "record"),
                       names.get(table, {}).get(row_id, "—"))
                for table, row_id, act in rows]


def _withdrawn(session: Session) -> dict[int, date]:
    """Person -> day on which the newest general consent was withdrawn."""
    found: dict[int, Any] = {}
    for person_id, day in session.execute(select(Consent.person_id, Consent.withdrawn_on).where(
            Consent.category == ConsentCategory.GENERAL.value).order_by(Consent.given_on, Consent.id)):
        found[person_id] = day
    return {one: day for one, day in found.items() if day is not None}


def _asked(who: Person, healthy: set[int]) -> set[str]:
    wanted = {ConsentCategory.GENERAL.value}
    if who.id_no or who.address:
        wanted.add(ConsentCategory.SENSITIVE.value)
    if who.id in healthy:
        wanted.add(ConsentCategory.HEALTH.value)
    if who.photo:
        wanted.add(ConsentCategory.PHOTO.value)
    return wanted


def _had(who: Person, given: set[str]) -> set[str]:
    return given | ({ConsentCategory.GENERAL.value} if who.consent_on is not None else set())
