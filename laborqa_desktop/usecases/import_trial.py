"""What an import found and how it ended, and how that is told."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from laborqa_desktop.exchange.created import NewRecord
from laborqa_desktop.exchange.mapping import Mapping as FieldMapping
from laborqa_desktop.exchange.rows import CellFlaw, Prepared, PreparedRow
from laborqa_desktop.records import record_type
from laborqa_desktop.store.unit import Changes
from laborqa_desktop.text import N_, Text


class Choice(Enum):
    """What to do with the rows that were tried."""

    DRY = "dry"                 # nothing is written
    ALL = "all"                 # all rows, or none when one is bad
    GOOD_ROWS = "good_rows"     # the good rows; the bad ones go to a workbook


class Cancelled(Exception):
    """Raised by a progress function to stop an import; nothing is left behind."""


@dataclass(frozen=True)
class Trial:
    """Rows that were read and checked; nothing is written yet.

    Attributes:
        flaws: every bad cell. warnings: every doubtful one.
        new, changed, known: rows that would be added, would update a record, are there already.
        bad: rows with a flaw.
        missing: required fields that nothing fills; with one of them no row is good.
        versions: of pasted rows: id of the record a row changes -> its version when it was looked at.
        also: id of such a record -> fields that follow from the change, as in the form.
        names: id of such a record -> what it is called.
        asks: why taking them wants a reason (usecases/reasons.py), or None.
    """

    kind: str
    mapping: FieldMapping
    prepared: Prepared
    new: tuple[PreparedRow, ...]
    changed: tuple[tuple[int, PreparedRow], ...]
    known: int
    bad: tuple[PreparedRow, ...]
    missing: tuple[Text, ...]
    coming: Mapping[int, NewRecord] = field(default_factory=dict)
    versions: Mapping[int, int] = field(default_factory=dict)
    also: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    asks: Text | None = None

    @property
    def flaws(self) -> list[CellFlaw]:
        """Every bad cell, in the order of the rows."""
        return [flaw for row in self.bad for flaw in row.flaws]

    @property
    def warnings(self) -> list[CellFlaw]:
        """Every doubtful cell, in the order of the rows."""
        return [flaw for row in self.prepared.rows for flaw in row.warnings]

    def counts(self, choice: Choice) -> dict[str, int]:
        """Read = added + updated + skipped + rejected; a stopped import counts its good rows as skipped."""
        read, bad = len(self.prepared.rows), len(self.bad)
        if self.missing or (bad and choice is not Choice.GOOD_ROWS):
            return {"read": read, "added": 0, "updated": 0, "skipped": read - bad, "rejected": bad}
        return {"read": read, "added": len(self.new), "updated": len(self.changed), "skipped": self.known,
                "rejected": bad}


@dataclass(frozen=True)
class Done:
    """How an import ended.

    Attributes:
        lines: sentences to show: what was left out, each bad and each doubtful cell.
        stopped: why nothing was written, or None.
        rejects: the workbook with the bad rows, or None.
    """

    counts: dict[str, int]
    lines: tuple[Text, ...]
    trial: Trial
    stopped: Text | None = None
    import_id: int | None = None
    changes: Changes = field(default_factory=Changes)
    rejects: Path | None = None


@dataclass(frozen=True)
class ImportInfo:
    """One import of the past."""

    id: int
    at: datetime
    kind: str
    file_name: str
    counts: Mapping[str, int]
    removed_at: datetime | None


def lines_of(trial: Trial) -> tuple[Text, ...]:
    """What is to be told: what was left out, each bad and each doubtful cell."""
    table = trial.prepared.table
    lines = [N_("Import", "Row {row} was left out: {reason}").of(row=left.row, reason=left.reason)
             for left in table.left_out]
    lines += trial.missing
    lines += [_line(trial.kind, flaw) for flaw in trial.flaws]
    by_reason = Counter(flaw.reason.source for flaw in trial.warnings)
    for reason, count in by_reason.items():
        of_it = [flaw for flaw in trial.warnings if flaw.reason.source == reason]
        lines.append(N_("Import", "Note, {count} {count:row|rows}: {reason}").of(count=count, reason=of_it[0].reason))
        lines += [_line(trial.kind, flaw) for flaw in of_it[:20]]
    return tuple(lines)


def _line(kind: str, flaw: CellFlaw) -> Text:
    if not flaw.column:
        label = next((one.label for one in record_type(kind).fields if one.key == flaw.field), flaw.field)
        return N_("Import", "Row {row}, {field}: {reason}").of(row=flaw.row, field=label, reason=flaw.reason)
    return N_("Import", 'Row {row}, column {column} ({heading}), "{value}": {reason}').of(
        row=flaw.row, column=flaw.column, heading=flaw.heading, value=flaw.value[:80], reason=flaw.reason)


def why_stopped(trial: Trial, choice: Choice) -> Text | None:
    """Why nothing is written, or None."""
    if trial.missing:
        return trial.missing[0]
    if trial.bad and choice is not Choice.GOOD_ROWS:
        return N_("Import", "Nothing was imported: {bad} of {read} {read:row|rows} {bad:needs|need} a correction. Mend "
                            "them, or import the good rows and save the rest.").of(
                            bad=len(trial.bad), read=len(trial.prepared.rows))
    return None


def rejected_rows(trial: Trial, rejects: Path | None) -> Text | None:
    """Where the bad rows are, or None when there are none."""
    if not trial.bad:
        return None
    name = rejects.name if rejects else "—"
    return N_("Import", "{bad} {bad:row was|rows were} rejected; "
                        "{bad:it stands with its reason|they stand with their reasons} in {file}.").of(
        bad=len(trial.bad), file=name)
