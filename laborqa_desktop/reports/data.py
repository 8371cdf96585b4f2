"""Everything a monthly service-quality report shows, as plain frozen values. No SQL, no formatting, no translation.

`Words` is either user text (str) or a Text that the report's language translates. A section that is None is not part
of the report; its number is skipped. A section that is there but empty prints that the month has no records.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from laborqa_desktop.charts.formulas import Sample
from laborqa_desktop.text import Text

Words = str | Text
Unit = Literal["percent", "points", "count", "hours", "days", "people", "yuan"]
Outcome = Literal["pass", "fail", "not_rated"]
Stage = Literal["found", "analysed", "planned", "implemented", "verified", "standardised", "closed", "void"]

LONGEST_FIELD = 20_000
"""Characters of one field that still print in reasonable time and space."""


@dataclass(frozen=True)
class Figure:
    """One figure, kept as numerator and denominator, never rounded.

    Attributes:
        num: None when the figure is absent.
        den: None for a plain count or sum.
        unit: percent prints num / den x 100; points, hours and days print num / den (or num alone).
        reason: why it is absent; printed below the table that shows a dash.
    """

    num: int | Decimal | None = None
    den: int | Decimal | None = None
    unit: Unit = "percent"
    reason: Text | None = None


@dataclass(frozen=True)
class Party:
    """A company as it stands on the cover; logo is the bytes of a picture."""

    name: str
    address: str = ""
    phone: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class Correction:
    """What a version above 1 replaces."""

    replaces: str
    reason: str = ""
    changes: tuple[Words, ...] = ()


WHEN_SET = "when set"
"""Metadata of a field that came later: it stands in the data file only when it has a value, so that the figures of
earlier reports keep their digest."""


@dataclass(frozen=True)
class Cover:
    """Section 0.

    Attributes:
        number: the report's number with its version; empty for a draft, which is marked as such on every page.
        sites: names of the sites covered; scope_site is the one site of a site report.
        month: its first day.
        cutoff: data up to this moment (aware, in the library's zone).
        made: moment of creation (aware); it becomes the file's date.
        signing: the report is made to be signed: the cover says how to check it.
        anchor: head of the history of that moment, "count:link"; its first digits are printed. Empty for a draft.
    """

    provider: Party
    client: str
    month: date
    cutoff: datetime
    made: datetime
    number: str = ""
    version: int = 1
    scope_site: str = ""
    sites: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""
    correction: Correction | None = None
    signing: bool = False
    anchor: str = field(default="", metadata={WHEN_SET: True})


@dataclass(frozen=True)
class Summary:
    """Section 1: typed by the user; highlights and concerns at most three each by habit, not by force."""

    verdict: str = ""
    highlights: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kpi:
    """One line of section 2.

    Attributes:
        target: the wanted value in the figure's unit (per cent as 95, not 0.95), None without a target.
        higher_is_better: direction of the target.
        trend: up to 12 months ending with this one, oldest first.
        met: None when it cannot be judged (no data, sample too small, no target).
        deduction_fen: what the contract takes off, in 1/100 yuan.
    """

    name: Words
    actual: Figure
    definition: Words = ""
    target: Decimal | None = None
    higher_is_better: bool = True
    last_month: Figure = field(default_factory=Figure)
    trend: tuple[Figure, ...] = ()
    met: bool | None = None
    deduction_fen: int | None = None


@dataclass(frozen=True)
class PostRow:
    """People of one post: contracted may be unknown."""

    post: Words
    contracted: int | None
    active: int
    site: str = ""


@dataclass(frozen=True)
class StaffChange:
    """One person in or out; name is empty unless the client agreed to names."""

    on: date
    kind: Literal["joined", "left", "moved"]
    post: Words
    site: str = ""
    name: str = ""


@dataclass(frozen=True)
class Staffing:
    """Section 4."""

    figures: tuple[tuple[Words, Figure], ...] = ()
    posts: tuple[PostRow, ...] = ()
    changes: tuple[StaffChange, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class TypeRow:
    """Inspections of one type: planned is None where no plan exists."""

    kind: Words
    done: int
    planned: int | None
    passed: Figure
    score: Figure


@dataclass(frozen=True)
class ScoreRow:
    """A score or rate of one area, site or checklist item."""

    name: Words
    figure: Figure
    n: int
    detail: str = ""


@dataclass(frozen=True)
class MonthFigure:
    """One month of a trend."""

    month: date
    figure: Figure


@dataclass(frozen=True)
class InspectionRow:
    """One inspection of the full list."""

    number: str
    on: date
    site: str
    kind: Words
    checklist: str
    inspector: str
    score: Figure
    outcome: Outcome
    findings: int = 0
    area: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Inspections:
    """Section 5.

    Attributes:
        figures: pass rate, item pass rate, first-pass rate, plan completion, mean score: name and figure.
        basis: how samples were chosen and which method scored them; one line each.
        samples: points of the p chart, oldest first; samples_title says what and which period.
        pass_mark: dashed line of the area chart.
        rows: the full list; it comes behind the report as annex A when long.
    """

    total: int
    figures: tuple[tuple[Words, Figure], ...] = ()
    basis: tuple[Words, ...] = ()
    types: tuple[TypeRow, ...] = ()
    areas: tuple[ScoreRow, ...] = ()
    areas_title: Words = ""
    pass_mark: Decimal | None = None
    samples: tuple[Sample, ...] = ()
    samples_title: Words = ""
    trend: tuple[MonthFigure, ...] = ()
    trend_title: Words = ""
    best: tuple[ScoreRow, ...] = ()
    worst: tuple[ScoreRow, ...] = ()
    rows: tuple[InspectionRow, ...] = ()


@dataclass(frozen=True)
class CountRow:
    """How many problems of one key; the empty key means "other"."""

    key: str
    label: Words
    count: int


@dataclass(frozen=True)
class RepeatRow:
    """A problem that came back."""

    number: str
    name: Words
    site: str
    times: int
    last_on: date | None = None


@dataclass(frozen=True)
class Problems:
    """Section 6."""

    total: int
    categories: tuple[CountRow, ...] = ()
    categories_title: Words = ""
    areas: tuple[CountRow, ...] = ()
    severities: tuple[CountRow, ...] = ()
    repeats: tuple[RepeatRow, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class ActionRow:
    """One problem on its way to closure; overdue_days above 0 only while it is open."""

    number: str
    found_on: date
    site: str
    description: str
    severity: Words
    stage: Stage
    area: str = ""
    category: str = ""
    cause: str = ""
    measure: str = ""
    owner: str = ""
    due_on: date | None = None
    closed_on: date | None = None
    overdue_days: int = 0
    verification: str = ""


@dataclass(frozen=True)
class PhotoPair:
    """Before and after of one problem; the caption names place and time."""

    number: str
    caption: str
    before: bytes | None = None
    after: bytes | None = None
    before_caption: str = ""
    after_caption: str = ""


@dataclass(frozen=True)
class Actions:
    """Section 7: rows in the wanted order (overdue first); the first 50 stand in the section, the rest in annex B."""

    total: int
    figures: tuple[tuple[Words, Figure], ...] = ()
    rows: tuple[ActionRow, ...] = ()
    photos: tuple[PhotoPair, ...] = ()


@dataclass(frozen=True)
class PlanRow:
    """One line of next month's plan."""

    text: Words
    kind: Words = ""
    on: date | None = None
    owner: str = ""


@dataclass(frozen=True)
class NextMonth:
    """Section 12."""

    focus: str = ""
    rows: tuple[PlanRow, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnexRow:
    """One line of the evidence index."""

    title: Words
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Signing:
    """Section 14."""

    objection_days: int = 7
    client_contact: str = ""


@dataclass(frozen=True)
class QualityReport:
    """The whole report. min_sample: a rate with a smaller denominator prints "sample too small (n=...)"."""

    cover: Cover
    summary: Summary | None = None
    kpis: tuple[Kpi, ...] = ()
    staffing: Staffing | None = None
    inspections: Inspections | None = None
    problems: Problems | None = None
    actions: Actions | None = None
    next_month: NextMonth | None = None
    annexes: tuple[AnnexRow, ...] = ()
    signing: Signing | None = field(default_factory=Signing)
    min_sample: int = 5
