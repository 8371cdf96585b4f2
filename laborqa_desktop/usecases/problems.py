"""Acts of a problem on the short path: corrected, closed with evidence, opened again, void, given more time."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.enums import LinkRole, ProblemStage
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import OPEN, STEPS, Problem, ProblemExtension
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.gates import Step, need, need_reason, refuse

IMPLEMENT = N_("Problems", "Corrected")
CLOSE = N_("Problems", "Close")
REOPEN = N_("Problems", "Open again")
VOID = N_("Problems", "Void")


@dataclass(frozen=True)
class Lateness:
    """Where a problem stands against its due date; days below 0 are left, above 0 overdue, None without a date."""

    due_on: date | None
    original_due_on: date | None
    days: int | None
    extensions: int


class Problems:
    """Problems of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person

    def steps(self, problem_id: int, *, correction: str | None = None, note: str = "") -> tuple[Step, ...]:
        """The next steps with what still stands in their way; none once the problem is closed or void.

        Args:
            correction, note: what is typed and not saved yet; None takes the stored correction.
        """
        with self._store.read() as session:
            problem = need(session, Problem, problem_id)
            words = problem.correction if correction is None else correction
            return tuple(self._step(session, problem, to, words, note)
                         for to in STEPS.get(ProblemStage(problem.stage), ()))

    def _step(self, session: Session, problem: Problem, to: ProblemStage, correction: str, note: str) -> Step:
        if to is ProblemStage.CLOSED:
            return Step(to.value, CLOSE, tuple(_closing(session, problem, note)))
        if to is ProblemStage.IMPLEMENTED:
            return Step(to.value, IMPLEMENT, tuple(_correcting(correction)))
        return Step(to.value, REOPEN if to is ProblemStage.FOUND else VOID)

    def lateness(self, problem_id: int) -> Lateness:
        """How late the problem is today, or was when it was closed."""
        with self._store.read() as session:
            problem = need(session, Problem, problem_id, selectinload(Problem.extensions))
            day = problem.closed_on or self._store.today()
            days = (day - problem.due_on).days if problem.due_on else None
            return Lateness(problem.due_on, problem.original_due_on, days, len(problem.extensions))

    def implement(self, problem_id: int, correction: str, on: date) -> Changes:
        """Notes what was done and when.

        Raises:
            Refused: no correction, or a date before the finding or in the future.
        """
        with self._store.write(N_("Act", "Correct a problem"), person=self.person) as work:
            problem = self._moving(work, problem_id, ProblemStage.IMPLEMENTED)
            refuse(_correcting(correction) + _day(on, problem.found_on, self._store.today()))
            problem.stage = ProblemStage.IMPLEMENTED.value
            problem.correction, problem.corrected_on = correction.strip(), on
        return work.changes

    def close(self, problem_id: int, by: str, on: date, note: str = "") -> Changes:
        """Closes a corrected problem and freezes the names of site and owner.

        Args:
            note: what was seen when it was looked at again; it stands in the remarks and counts as evidence.

        Raises:
            Refused: no correction, neither attachment nor note, no name, or a wrong date; all named at once.
        """
        with self._store.write(N_("Act", "Close a problem"), person=self.person) as work:
            problem = self._moving(work, problem_id, ProblemStage.CLOSED)
            if note.strip():
                problem.remarks = "\n".join(part for part in (problem.remarks, note.strip()) if part)
            unmet = _closing(work.session, problem)
            if not by.strip():
                unmet.append(N_("Problems", "Who looked at it is not named."))
            refuse(unmet + _day(on, problem.corrected_on or problem.found_on, self._store.today()))
            problem.stage, problem.closed_on, problem.closed_by = ProblemStage.CLOSED.value, on, by.strip()
            problem.site_name = need(work.session, Site, problem.site_id).name
            problem.owner_name = need(work.session, Person, problem.owner_id).name
        return work.changes

    def reopen(self, problem_id: int, reason: str) -> Changes:
        """Sends a corrected problem back to its owner; what was written stays."""
        reason = need_reason(reason)
        with self._store.write(N_("Act", "Open a problem again"), person=self.person, reason=reason) as work:
            problem = self._moving(work, problem_id, ProblemStage.FOUND)
            problem.stage, problem.corrected_on = ProblemStage.FOUND.value, None
        return work.changes

    def void(self, problem_id: int, reason: str) -> Changes:
        """Takes a problem out of every figure; it stays visible with the reason."""
        reason = need_reason(reason)
        with self._store.write(N_("FinalAct", "Void a problem"), person=self.person, reason=reason) as work:
            problem = self._moving(work, problem_id, ProblemStage.VOID)
            problem.stage, problem.void_reason = ProblemStage.VOID.value, reason
        return work.changes

    def extend(self, problem_id: int, new_due: date, reason: str, by: str = "") -> Changes:
        """Gives more time; the first due date stays for the client's figures.

        Raises:
            Refused: no reason, a date that is not later, or the problem is closed.
        """
        reason = need_reason(reason)
        with self._store.write(N_("Act", "Extend a due date"), person=self.person, reason=reason) as work:
            problem = need(work.session, Problem, problem_id, selectinload(Problem.extensions))
            _refuse_ended(problem)
            if problem.due_on and new_due <= problem.due_on:
                raise Refused(N_("Problems", "The new date must be later than {date}.")
                              .of(date=problem.due_on.isoformat()))
            if problem.due_on:
                problem.extensions.append(ProblemExtension(
                    position=len(problem.extensions), old_due=problem.due_on, new_due=new_due, reason=reason,
                    agreed_by=by.strip()))
            problem.original_due_on = problem.original_due_on or problem.due_on or new_due
            problem.due_on = new_due
        return work.changes

    def _moving(self, work: Work, problem_id: int, to: ProblemStage) -> Problem:
        problem = need(work.session, Problem, problem_id)
        _refuse_ended(problem)
        if to not in STEPS.get(ProblemStage(problem.stage), ()):
            raise Refused(N_("Problems", "This step does not follow from the stage problem {code} is in.")
                          .of(code=problem.code))
        return problem


def _refuse_ended(problem: Problem) -> None:
    if problem.stage not in OPEN:
        raise Refused(N_("Problems", "Problem {code} is closed or void and is not changed any more. If it comes back, "
                                     "enter a new problem.").of(code=problem.code))


def _correcting(correction: str) -> list[Text]:
    return [] if correction.strip() else [N_("Problems", "The correction is not described.")]


def _closing(session: Session, problem: Problem, note: str = "") -> list[Text]:
    unmet = _correcting(problem.correction)
    evidence = session.scalar(select(func.count()).select_from(AttachmentLink).where(
        AttachmentLink.table_name == "problem", AttachmentLink.record_id == problem.id,
        AttachmentLink.role != LinkRole.BEFORE.value))
    if not evidence and not problem.remarks.strip() and not note.strip():
        unmet.append(N_("Problems", "There is no evidence: attach a photo or write a note."))
    return unmet


def _day(day: date, earliest: date, today: date) -> list[Text]:
    unmet = [N_("Problems", "The date lies before {date}.").of(date=earliest.isoformat())] if day < earliest else []
    if day > today:
        unmet.append(N_("Problems", "The date {date} lies in the future.").of(date=day.isoformat()))
    return unmet
