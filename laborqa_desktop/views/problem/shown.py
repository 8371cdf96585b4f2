"""One problem with everything its page needs, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from laborqa_desktop.models.enums import LinkRole, ProblemStage
from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.problems import Lateness
from laborqa_desktop.usecases.records import HistoryEntry, Loaded

STAGES = (ProblemStage.FOUND.value, ProblemStage.IMPLEMENTED.value, ProblemStage.CLOSED.value)
"""The short path of decisions.md."""


@dataclass(frozen=True)
class Picture:
    """One attached file. role: before, after, evidence..."""

    link_id: int
    name: str
    mime: str
    role: str
    blob_id: str = ""


@dataclass(frozen=True)
class Shown:
    """A problem. typed: a correction that was typed and not saved."""

    loaded: Loaded
    steps: tuple[Step, ...]
    lateness: Lateness
    history: tuple[HistoryEntry, ...] = ()
    pictures: tuple[Picture, ...] = ()
    typed: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """Of the problem."""
        assert self.loaded.id is not None
        return self.loaded.id

    @property
    def stage(self) -> str:
        """Where it stands."""
        return str(self.loaded.values["stage"])

    def value(self, key: str) -> Any:
        """A field's plain value."""
        return self.loaded.values.get(key)

    def step(self, to: str) -> Step | None:
        """The step to a stage, when it may be taken next."""
        return next((one for one in self.steps if one.to == to), None)

    def days_late(self, today: date) -> int:
        """Days overdue while open; 0 or less when in time."""
        due = self.lateness.due_on
        return (today - due).days if due and self.stage not in (ProblemStage.CLOSED, ProblemStage.VOID) else 0

    def pictures_of(self, *roles: str) -> Sequence[Picture]:
        """Attached files of some roles."""
        return [one for one in self.pictures if one.role in roles]


def read_problem(office: Office, problem_id: int) -> Shown:
    """Everything about one problem."""
    draft = office.records.draft_load("problem", problem_id)
    links = office.attachments.of("problem", problem_id)
    pictures = tuple(Picture(one.id, one.name, one.mime, one.role or LinkRole.OTHER.value, one.blob_id)
                     for one in links)
    return Shown(office.records.load("problem", problem_id), office.problems.steps(problem_id),
                 office.problems.lateness(problem_id), tuple(office.records.history("problem", problem_id)), pictures,
                 dict(draft.values) if draft else {})
