"""R32: problems, from the day they are found to the day they are closed, and the steps allowed between."""

from datetime import date, timedelta

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import Origin, ProblemSource, ProblemStage, Severity

STEPS: dict[ProblemStage, tuple[ProblemStage, ...]] = {
    ProblemStage.FOUND: (ProblemStage.IMPLEMENTED, ProblemStage.VOID),
    ProblemStage.IMPLEMENTED: (ProblemStage.CLOSED, ProblemStage.FOUND, ProblemStage.VOID),
    ProblemStage.CLOSED: (),
    ProblemStage.VOID: (),
}
"""The short path of decisions.md; the full loop of six stages adds its steps here."""

OPEN = (ProblemStage.FOUND.value, ProblemStage.ANALYSED.value, ProblemStage.PLANNED.value,
        ProblemStage.IMPLEMENTED.value, ProblemStage.VERIFIED.value, ProblemStage.STANDARDISED.value)

DUE_DAYS: dict[str, int] = {Severity.CRITICAL: 1, Severity.MAJOR: 3, Severity.MINOR: 7, Severity.OBSERVATION: 30}
"""Days to correct a problem, by severity; editable per problem."""


def proposed_due(found_on: date, severity: str) -> date:
    """The due date proposed for a problem found on that day."""
    return found_on + timedelta(days=DUE_DAYS.get(severity, 7))


class ProblemExtension(Row):
    """A due date that was moved, with its reason; the original stays in the client's figures."""

    __tablename__ = "problem_extension"

    problem_id: Mapped[int] = mapped_column(ForeignKey("problem.id", ondelete="CASCADE"), index=True)
    old_due: Mapped[date]
    new_due: Mapped[date]
    reason: Mapped[str] = mapped_column(String(500))
    agreed_by: Mapped[str] = mapped_column(String(80), default="")


class Problem(Record):
    """R32: something that is not as it should be, with an owner and a due date."""

    __tablename__ = "problem"
    __table_args__ = (
        choice(ProblemSource, "source"), choice(Severity, "severity"), choice(ProblemStage, "stage"),
        choice(Origin, "origin"),
        Index("ix_problem_code", "code", unique=True, sqlite_where=LIVE),
        Index("ix_problem_number", "archived", "code"),
        Index("ix_problem_found", "archived", "found_on"),
        Index("ix_problem_due", "archived", "due_on"),
        Index("ix_problem_closed", "archived", "closed_on"),
        Index("ix_problem_site", "archived", "site_id"),
        Index("ix_problem_client", "archived", "client_id"),
        Index("ix_problem_owner", "archived", "owner_id"),
        Index("ix_problem_department", "archived", "department_id"),
        Index("ix_problem_category", "archived", "category"),
        Index("ix_problem_list", "archived", "found_on", "site_id", "stage", "severity", "due_on", "source",
              "client_id", "owner_id", "category"),
    )
    type_no = 16
    search_text = ("code", "description", "category", "item_text", "area", "correction", "cause", "remarks")

    code: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(20))
    inspection_id: Mapped[int | None] = mapped_column(ForeignKey("inspection.id"), index=True)
    item_position: Mapped[int | None]
    item_text: Mapped[str] = mapped_column(String(500), default="")
    found_on: Mapped[date]
    found_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    area: Mapped[str] = mapped_column(String(200), default="")
    description: Mapped[str] = mapped_column(String(20000))
    severity: Mapped[str] = mapped_column(String(20), default=Severity.MINOR.value)
    category: Mapped[str] = mapped_column(String(200), default="")
    department_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date | None]
    original_due_on: Mapped[date | None]
    containment: Mapped[str] = mapped_column(String(2000), default="")
    cause: Mapped[str] = mapped_column(String(2000), default="")
    correction: Mapped[str] = mapped_column(String(20000), default="")
    corrected_on: Mapped[date | None]
    stage: Mapped[str] = mapped_column(String(20), default=ProblemStage.FOUND.value)
    simple: Mapped[bool] = mapped_column(default=True)
    closed_on: Mapped[date | None]
    closed_by: Mapped[str] = mapped_column(String(80), default="")
    void_reason: Mapped[str] = mapped_column(String(2000), default="")
    origin: Mapped[str] = mapped_column(String(20), default=Origin.ENTERED.value)
    repeat_of_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id"), index=True)
    cost: Mapped[int | None]
    # frozen on closing
    site_name: Mapped[str] = mapped_column(String(300), default="")
    owner_name: Mapped[str] = mapped_column(String(300), default="")
    extensions: Mapped[list[ProblemExtension]] = relationship(
        order_by=ProblemExtension.position, cascade="all, delete-orphan", lazy="raise")
