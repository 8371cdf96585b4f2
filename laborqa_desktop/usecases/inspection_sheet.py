"""An inspection as the entry grid needs it: plain values, and scoring without the database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from laborqa_desktop.models.enums import InspectionResult, Scoring
from laborqa_desktop.models.inspection import ANSWERS_OF, FAILING, GRADE_PER_CENT, ItemAnswer, Score, score
from laborqa_desktop.text import N_, Text


@dataclass(frozen=True)
class Entry:
    """What was entered for one item; answer is a value of enums.Answer or None."""

    answer: str | None = None
    comment: str = ""
    corrected_on_spot: bool = False


@dataclass(frozen=True)
class SheetItem:
    """One line of the grid.

    Attributes:
        position: number of the line from 0; entries go by it.
        points: its full points, in hundredths.
        options: what may be answered, in the order of the keys 1 to 4; the last one is N/A, key 0.
        photos: number of pictures attached to the line (table inspection_item, id).
    """

    id: int
    position: int
    section: str
    text: str
    requirement: str
    method: str | None
    points: int
    critical: bool
    note_on_fail: bool
    photo_on_fail: bool
    severity_if_fail: str
    options: tuple[str, ...]
    entry: Entry
    photos: int = 0

    @property
    def failed(self) -> bool:
        """Whether the answer is a failing one."""
        return self.entry.answer in FAILING

    @property
    def raises(self) -> bool:
        """Whether submitting makes a problem of it."""
        return self.failed and not self.entry.corrected_on_spot

    @property
    def earned(self) -> int | None:
        """Points the answer earns, in hundredths; None while it has none, and for N/A."""
        share = GRADE_PER_CENT.get(self.entry.answer or "")
        return None if share is None else self.points * share // 100


@dataclass(frozen=True)
class Sheet:
    """An inspection with its items. pass_mark is in tenths of a per cent.

    Attributes:
        editable: a draft; later only review, the client's signature and voiding remain.
    """

    id: int
    row_version: int
    code: str
    state: str
    result: str
    site_id: int
    site: str
    client: str
    checklist_id: int
    checklist: str
    edition: int | None
    type: str
    inspector_id: int
    inspector: str
    inspected_on: date
    scoring: str
    pass_mark: int | None
    items: tuple[SheetItem, ...]
    head: Mapping[str, Any]
    editable: bool
    stated_score: int | None = None

    def with_entries(self, entries: Mapping[int, Entry]) -> "Sheet":
        """The same sheet with other entries by position."""
        items = tuple(replace(item, entry=entries.get(item.position, item.entry)) for item in self.items)
        return replace(self, items=items)


@dataclass(frozen=True)
class SectionTally:
    """Score of one section; None when nothing in it was rated."""

    section: str
    score: Score


@dataclass(frozen=True)
class Tally:
    """What the head of the grid shows while answers come in."""

    score: Score
    result: InspectionResult
    total: int
    failed: int
    sections: tuple[SectionTally, ...]
    unanswered: tuple[int, ...]


def options_of(response_kind: str) -> tuple[str, ...]:
    """The answers that suit an item."""
    return tuple(answer.value for answer in ANSWERS_OF[response_kind])


def tally(sheet: Sheet) -> Tally:
    """Score, verdict and open lines of a sheet as it stands; reads nothing, so it may run at every key."""
    scoring = Scoring(sheet.scoring)
    whole = _score(sheet.items, scoring)
    sections: dict[str, list[SheetItem]] = {}
    for item in sheet.items:
        sections.setdefault(item.section, []).append(item)
    return Tally(whole, whole.result(sheet.pass_mark), len(sheet.items),
                 sum(item.entry.answer in FAILING for item in sheet.items),
                 tuple(SectionTally(name, _score(tuple(items), scoring)) for name, items in sections.items()),
                 tuple(item.position for item in sheet.items if item.entry.answer is None))


def _score(items: tuple[SheetItem, ...], scoring: Scoring) -> Score:
    return score((ItemAnswer(item.points, item.entry.answer, item.critical) for item in items), scoring)


def warnings(sheet: Sheet) -> tuple[Text, ...]:
    """Notes and pictures that failed items ask for and lack; they never stop submitting."""
    found: list[Text] = []
    for item in sheet.items:
        if item.entry.answer not in FAILING:
            continue
        if item.note_on_fail and not item.entry.comment.strip():
            found.append(N_("Inspections", 'Item {no}, "{item}", failed and has no note.')
                         .of(no=item.position + 1, item=item.text))
        if item.photo_on_fail and not item.photos:
            found.append(N_("Inspections", 'Item {no}, "{item}", failed and has no photo.')
                         .of(no=item.position + 1, item=item.text))
    return tuple(found)
