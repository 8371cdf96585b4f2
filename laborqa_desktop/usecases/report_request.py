"""What a monthly report is asked for, and the frame it is counted in."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Select, select

from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company
from laborqa_desktop.reports.data import LONGEST_FIELD, Figure, Unit
from laborqa_desktop.usecases.figures import Period, Ratio, Scope

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class PlanLine:
    """One line of next month's plan as it was typed."""

    text: str
    on: date | None = None
    owner: str = ""


@dataclass(frozen=True)
class FreeWords:
    """The free text of sections 1 and 12, kept with the issued report."""

    verdict: str = ""
    highlights: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    focus: str = ""
    plan: tuple[PlanLine, ...] = ()
    needs: tuple[str, ...] = ()


NO_WORDS = FreeWords()
LONGEST_WORDS = LONGEST_FIELD
"""Characters of one box of free words that can be printed."""


def words_from(kept: dict[str, Any]) -> FreeWords:
    """Free words as JSON keeps them.

    Raises:
        KeyError, TypeError, ValueError: they are none.
    """
    plan = tuple(PlanLine(one["text"], date.fromisoformat(one["on"]) if one.get("on") else None, one.get("owner", ""))
                 for one in kept.get("plan", ()))
    words: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value
                             for key, value in kept.items() if key != "plan"}
    return FreeWords(plan=plan, **words)


@dataclass(frozen=True)
class Request:
    """A report of one client with all its sites, or of one site.

    Attributes:
        month: any day of it.
        language: of the document, whatever the screen's is.
    """

    client_id: int | None
    site_id: int | None
    month: date
    language: Language = "zh"
    words: FreeWords = NO_WORDS

    @property
    def scope(self) -> Scope:
        """Whose records count."""
        return Scope(client_id=None if self.site_id else self.client_id, site_id=self.site_id)


@dataclass(frozen=True)
class Frame:
    """What every section is counted in; lives inside one open read.

    Attributes:
        day: the day up to which is counted: lateness, what is due.
        sites: their names by id.
    """

    scope: Scope
    month: Period
    day: date
    cutoff: datetime
    company: Company | None
    client: Client | None
    site: Site | None
    sites: dict[int, str]

    @property
    def last(self) -> date:
        """The last day that counts."""
        return min(self.month.last, self.day)

    @property
    def site_ids(self) -> Select[int]:
        """The statement that finds the scope's sites: a client may have thousands."""
        if self.scope.site_id is not None:
            return select(Site.id).where(Site.id == self.scope.site_id)
        return select(Site.id).where(Site.client_id == self.scope.client_id)

    @property
    def names_allowed(self) -> bool:
        """Whether the client agreed to read names of our staff."""
        return bool(self.client and self.client.names_allowed)

    @property
    def min_sample(self) -> int:
        """The smallest denominator of a rate that is printed as such."""
        return self.company.min_sample if self.company else 5


def rate(ratio: Ratio) -> Figure:
    """A ratio as a per cent of the report; one without cases prints a dash."""
    return Figure(ratio.num, ratio.den)


def points(ratio: Ratio) -> Figure:
    """A mean score: its sum in points, and how many were scored."""
    return Figure(Decimal(ratio.num) / 1000, ratio.den // 1000, "points")


def count(number: int, unit: Unit = "count") -> Figure:
    """A plain number."""
    return Figure(number, None, unit)
