"""Acts of a service plan: its steps from draft to in force, new editions, and what changed between two."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.enums import PlanStatus
from laborqa_desktop.models.plan import STEPS, Plan, PlanItem, PlanNeed, PlanStaffing
from laborqa_desktop.models.post import Post
from laborqa_desktop.records.quality import PLAN
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.editions import Difference, Names, compare, copied
from laborqa_desktop.usecases.gates import Step, need, need_reason, refuse

SERIES = "SP"
ROWS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("needs", PlanNeed), ("items", PlanItem), ("staffing", PlanStaffing))
TEXTS = ("title", "exclusions", "equipment", "emergency", "communication", "risks", "remarks")
KEYS = {"needs": ("text",), "items": ("area_type", "area", "item"), "staffing": ("post_id", "shift")}
BY_NATURE = ("code", "edition", "status", "effective_from", "confirmed_by", "confirmed_on", "change_reason")
LABELS: dict[PlanStatus, Text] = {
    PlanStatus.DRAFT: N_("Plans", "Back to draft"), PlanStatus.INTERNAL_REVIEW: N_("Plans", "To internal review"),
    PlanStatus.CLIENT_CONFIRM: N_("Plans", "Send to the client"), PlanStatus.ACTIVE: N_("Plans", "Put in force"),
    PlanStatus.CLOSED: N_("Plans", "Close"),
}


@dataclass(frozen=True)
class EditionLine:
    """One edition of a site's plan, for the history beside the form."""

    id: int
    code: str
    edition: int
    status: str
    effective_from: date | None
    change_reason: str


def _options() -> list[Any]:
    return [selectinload(Plan.needs), selectinload(Plan.items), selectinload(Plan.staffing)]


class Plans:
    """Service plans of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person

    def steps(self, plan_id: int) -> tuple[Step, ...]:
        """The next steps with what still stands in their way."""
        with self._store.read() as session:
            plan = need(session, Plan, plan_id, *_options())
            return tuple(Step(to.value, LABELS[to], tuple(_unmet(plan, to)))
                         for to in STEPS[PlanStatus(plan.status)])

    def move(self, plan_id: int, status: str, *, confirmed_by: str = "", confirmed_on: date | None = None,
             effective_from: date | None = None, scan: Path | None = None) -> Changes:
        """Takes a step; putting an edition in force supersedes the one in force at the site.

        Args:
            confirmed_by, confirmed_on: who at the client's agreed, and when; needed before the plan is in force.
            effective_from: first day in force; today unless said or written in the plan.
            scan: of what the client signed; it becomes an attachment with the role sign_scan.

        Raises:
            Refused: the step does not follow, or conditions are not met, all named at once; or the scan cannot be
                attached.
        """
        to = PlanStatus(status)
        with self._store.write(N_("Act", "Take a step with a service plan"), person=self.person) as work:
            plan = need(work.session, Plan, plan_id, *_options())
            if to not in STEPS[PlanStatus(plan.status)]:
                raise Refused(N_("Plans", "This step does not follow from the state the plan is in."))
            plan.confirmed_by = confirmed_by.strip() or plan.confirmed_by
            plan.confirmed_on = confirmed_on or plan.confirmed_on
            unmet = _unmet(plan, to)
            if confirmed_on and confirmed_on > self._store.today():
                unmet.append(N_("Plans", "The day of confirmation lies in the future."))
            refuse(unmet)
            if to is PlanStatus.DRAFT:
                plan.confirmed_by, plan.confirmed_on = "", None
            if to is PlanStatus.ACTIVE:
                plan.effective_from = effective_from or plan.effective_from or self._store.today()
                for former in work.session.scalars(select(Plan).where(
                        Plan.site_id == plan.site_id, Plan.status == PlanStatus.ACTIVE.value, Plan.id != plan.id,
                        Plan.archived.is_(False))):
                    former.status = PlanStatus.SUPERSEDED.value
            plan.status = to.value
            Attachments(self._store).add_scan(work, "plan", plan_id, scan)
        return work.changes

    def new_edition(self, plan_id: int, reason: str) -> tuple[int, Changes]:
        """A draft of the next edition with the same content, and its id.

        Raises:
            Refused: no reason, or another edition is in the making.
        """
        reason = need_reason(reason)
        with self._store.write(N_("Act", "Begin a new edition of a plan"), person=self.person, reason=reason) as work:
            plan = need(work.session, Plan, plan_id, *_options())
            newest = work.session.scalars(select(Plan).where(
                Plan.site_id == plan.site_id, Plan.archived.is_(False)).order_by(Plan.edition.desc()).limit(1)).one()
            if newest.status in (PlanStatus.DRAFT, PlanStatus.INTERNAL_REVIEW, PlanStatus.CLIENT_CONFIRM):
                raise Refused(N_("Plans", "Edition {edition} is still in the making. Finish it first.")
                              .of(edition=newest.edition))
            following = Plan(
                code=next_in_series(work.session, SERIES, self._store.today().year), site_id=plan.site_id,
                edition=newest.edition + 1, change_reason=reason, **{key: getattr(plan, key) for key in TEXTS})
            for key, model in ROWS:
                setattr(following, key, [model(**copied(row, ("plan_id",))) for row in getattr(plan, key)])
            work.session.add(following)
            work.session.flush()
            following_id = following.id
        return following_id, work.changes

    def editions(self, plan_id: int) -> tuple[EditionLine, ...]:
        """All editions of the site's plan, the newest first."""
        with self._store.read() as session:
            plan = need(session, Plan, plan_id)
            return tuple(
                EditionLine(one.id, one.code, one.edition, one.status, one.effective_from, one.change_reason)
                for one in session.scalars(select(Plan).where(
                    Plan.site_id == plan.site_id, Plan.archived.is_(False)).order_by(Plan.edition.desc())))

    def difference(self, old_id: int, new_id: int) -> Difference:
        """What changed from one edition to another."""
        with self._store.read() as session:
            old, new = (need(session, Plan, one, *_options()) for one in (old_id, new_id))
            return compare(PLAN, old, new, KEYS, _names(session, old, new), BY_NATURE)

    def in_force(self, site_id: int, day: date) -> int | None:
        """The id of the edition in force at the site on a day, also a superseded one; None when there was none."""
        with self._store.read() as session:
            return session.scalar(select(Plan.id).where(
                Plan.site_id == site_id, Plan.effective_from <= day, Plan.archived.is_(False),
                Plan.status.in_((PlanStatus.ACTIVE.value, PlanStatus.SUPERSEDED.value)))
                .order_by(Plan.effective_from.desc(), Plan.edition.desc()).limit(1))


def _unmet(plan: Plan, to: PlanStatus) -> list[Text]:
    unmet: list[Text] = []
    if to in (PlanStatus.CLIENT_CONFIRM, PlanStatus.ACTIVE):
        if not plan.title.strip():
            unmet.append(N_("Plans", "The plan has no title."))
        if not plan.items:
            unmet.append(N_("Plans", "The plan has no service item."))
        if not plan.staffing:
            unmet.append(N_("Plans", "The plan has no staffing."))
    if to is PlanStatus.ACTIVE:
        if not plan.confirmed_by.strip():
            unmet.append(N_("Plans", "Who confirmed it for the client is not named."))
        if plan.confirmed_on is None:
            unmet.append(N_("Plans", "The day of the client's confirmation is missing."))
    return unmet


def _names(session: Session, old: Plan, new: Plan) -> Names:
    posts = {row.post_id for plan in (old, new) for row in plan.staffing}
    names: dict[tuple[str, int], str] = {}
    for key, name in session.execute(select(Post.id, Post.name).where(Post.id.in_(posts))):
        names["post", key] = name
    for key, name in session.execute(select(Site.id, Site.name).where(Site.id.in_({old.site_id, new.site_id}))):
        names["site", key] = name
    return names
