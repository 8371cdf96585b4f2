"""Acts of a checklist: put in force, a new edition, retired, and what changed between two editions."""

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.enums import ChecklistStatus
from laborqa_desktop.models.inspection import Checklist, ChecklistItem
from laborqa_desktop.records.quality import CHECKLIST
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.editions import Difference, compare, copied
from laborqa_desktop.usecases.gates import Step, need, need_reason, refuse

HEAD = ("code", "name", "type", "service_type", "scoring", "pass_mark", "remarks")
KEYS = {"items": ("section", "text")}
BY_NATURE = ("edition", "status", "effective_from", "change_reason")


class Checklists:
    """Checklists of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person

    def steps(self, checklist_id: int) -> tuple[Step, ...]:
        """The next steps with what still stands in their way."""
        with self._store.read() as session:
            checklist = need(session, Checklist, checklist_id, selectinload(Checklist.items))
            if checklist.status == ChecklistStatus.DRAFT:
                return (Step(ChecklistStatus.ACTIVE.value, N_("Checklists", "Put in force"), tuple(_unmet(checklist))),)
            if checklist.status == ChecklistStatus.ACTIVE:
                return (Step(ChecklistStatus.RETIRED.value, N_("Checklists", "Retire")),)
            return ()

    def activate(self, checklist_id: int) -> Changes:
        """Puts a draft in force from today and retires the edition before it.

        Raises:
            Refused: no items, or items without points; all named at once.
        """
        with self._store.write(N_("Act", "Put a checklist in force"), person=self.person) as work:
            checklist = need(work.session, Checklist, checklist_id, selectinload(Checklist.items))
            if checklist.status != ChecklistStatus.DRAFT:
                raise Refused(N_("Checklists", "Only a draft can be put in force."))
            refuse(_unmet(checklist))
            for former in work.session.scalars(select(Checklist).where(
                    Checklist.code == checklist.code, Checklist.status == ChecklistStatus.ACTIVE.value,
                    Checklist.archived.is_(False))):
                former.status = ChecklistStatus.RETIRED.value
            checklist.status = ChecklistStatus.ACTIVE.value
            checklist.effective_from = checklist.effective_from or self._store.today()
        return work.changes

    def retire(self, checklist_id: int) -> Changes:
        """Takes a checklist out of use; inspections made with it stay as they are.

        Raises:
            Refused: it is not in force.
        """
        with self._store.write(N_("Act", "Retire a checklist"), person=self.person) as work:
            checklist = need(work.session, Checklist, checklist_id)
            if checklist.status != ChecklistStatus.ACTIVE:
                raise Refused(N_("Checklists", "Only a checklist in force can be retired."))
            checklist.status = ChecklistStatus.RETIRED.value
        return work.changes

    def new_edition(self, checklist_id: int, reason: str) -> tuple[int, Changes]:
        """A draft of the next edition with the same items, and its id.

        Raises:
            Refused: no reason, or a draft of this checklist exists already.
        """
        reason = need_reason(reason)
        with self._store.write(N_("Act", "Begin a new edition of a checklist"), person=self.person,
                               reason=reason) as work:
            checklist = need(work.session, Checklist, checklist_id, selectinload(Checklist.items))
            drafts, newest = work.session.execute(
                select(func.count().filter(Checklist.status == ChecklistStatus.DRAFT.value),
                       func.max(Checklist.edition))
                .where(Checklist.code == checklist.code, Checklist.archived.is_(False))).one()
            if drafts:
                raise Refused(N_("Checklists", "There is a draft of this checklist already. Finish it first."))
            following = Checklist(edition=newest + 1, change_reason=reason,
                                  **{key: getattr(checklist, key) for key in HEAD})
            following.items = [ChecklistItem(**copied(item, ("checklist_id",))) for item in checklist.items]
            work.session.add(following)
            work.session.flush()
            following_id = following.id
        return following_id, work.changes

    def difference(self, old_id: int, new_id: int) -> Difference:
        """What changed from one edition to another."""
        with self._store.read() as session:
            old, new = (need(session, Checklist, one, selectinload(Checklist.items)) for one in (old_id, new_id))
            return compare(CHECKLIST, old, new, KEYS, {}, BY_NATURE)


def _unmet(checklist: Checklist) -> list[Text]:
    if not checklist.items:
        return [N_("Checklists", "The checklist has no items.")]
    if not any(item.weight_x100 for item in checklist.items):
        return [N_("Checklists", "No item has points, so nothing can be scored.")]
    return []
