"""Rows that change records which are there: held against the whole record by the rules of its form."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from laborqa_desktop.exchange.cells import shown
from laborqa_desktop.exchange.convert import MASKED
from laborqa_desktop.exchange.rows import NEEDED, CellFlaw, Prepared, PreparedRow
from laborqa_desktop.models.base import Flaw
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import forms, many, reasons, rules
from laborqa_desktop.usecases.reasons import ReasonWanted
from laborqa_desktop.usecases.wording import masked

GONE = N_("Import", "the record is no longer there")
ARCHIVED = N_("Import", "the record lies in the archive; bring it back first")


@dataclass
class Updates:
    """What rows would do to records.

    Attributes:
        changed: rows that would change theirs.
        same: number of rows that would not.
    """

    changed: list[tuple[int, PreparedRow]] = field(default_factory=list)
    same: int = 0
    versions: dict[int, int] = field(default_factory=dict)
    also: dict[int, dict[str, Any]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    asks: Text | None = None


def given(kind: RecordType, row: PreparedRow, named: Sequence[str]) -> dict[str, Any]:
    """What a row says: an empty cell leaves what the record holds."""
    return {key: row.values[key] for key in named
            if row.values.get(key) not in (None, "") and not kind.field(key).read_only}


def look(session: Session, kind: RecordType, prepared: Prepared, targets: Sequence[tuple[int, PreparedRow]],
         named: Sequence[str], today: date) -> Updates:
    """Checks rows against the records they would change; what is wrong becomes flaws of the rows.

    Args:
        targets: id of the record, row.
        named: fields that the mapping fills.
    """
    found = Updates()
    for part in many.parts(targets):
        records = many.load(session, kind, [record_id for record_id, _ in part])
        found.names.update(forms.labels_of(session, kind.key, records))
        for record_id, row in part:
            record = records.get(record_id)
            why = GONE if record is None else rules.frozen(kind.key, record) or (
                ARCHIVED if record.archived else None)
            if record is None or why is not None:
                row.flaws.append(prepared.place(row, next(iter(named), ""), why or GONE))
                continue
            _hold_against(session, kind, prepared, record, row, named, today, found)
        session.expunge_all()
    return found


def _hold_against(session: Session, kind: RecordType, prepared: Prepared, record: Any, row: PreparedRow,
                  named: Sequence[str], today: date, found: Updates) -> None:
    stored = forms.read(kind, record)
    row.flaws = [flaw for flaw in row.flaws if not _says_nothing(kind, flaw, stored)]
    said = {key: value for key, value in given(kind, row, named).items()
            if not _same(kind, key, stored.get(key), value)}
    row.values = {**row.values, **{key: None for key in named if key not in said}}
    also: dict[str, Any] = {}
    for key in said:
        also |= {other: value for other, value in many.follows(kind, key, {**stored, **said, **also}).items()
                 if other not in said}
    _judge(kind, prepared, row, {**stored, **said, **also}, today, said)
    if row.flaws:
        return
    if not said:
        found.same += 1
        return
    found.changed.append((record.id, row))
    found.versions[record.id] = record.row_version
    found.also[record.id] = also
    if found.asks is None:
        try:
            reasons.need_for_saving(session, kind, record, {**said, **also}, "")
        except ReasonWanted as wanted:
            found.asks = wanted.text


def _judge(kind: RecordType, prepared: Prepared, row: PreparedRow, values: Mapping[str, Any], today: date,
           said: Collection[str]) -> None:
    """What the form would say of the whole record; of what is only doubtful, what the row itself says."""
    told = {flaw.field for flaw in row.flaws}
    flaws: list[Flaw] = [flaw for flaw in forms.check_values(kind.fields, values) if flaw.field not in told]
    if not flaws and not told and kind.validate is not None:
        flaws = [flaw for flaw in kind.validate(values, today) if not flaw.warning or flaw.field in said]
    for flaw in flaws:
        place = prepared.place(row, flaw.field.partition(".")[0], flaw.text)
        (row.warnings if flaw.warning else row.flaws).append(place)


def _says_nothing(kind: RecordType, flaw: CellFlaw, stored: Mapping[str, Any]) -> bool:
    """Whether a flaw is none for a record that is there: an empty cell, or its own value as a list showed it."""
    described = next((one for one in kind.fields if one.key == flaw.field), None)
    value = stored.get(flaw.field)
    if described is None or value in (None, ""):
        return False
    return flaw.reason is NEEDED or (flaw.reason is MASKED and described.mask is not None
                                     and shown(flaw.value) == masked(str(value), described.mask))


def _same(kind: RecordType, key: str, stored: Any, value: Any) -> bool:
    described = kind.field(key)
    if described.kind is Kind.LONG_TEXT:        # a list shows and copies it as one line
        return " ".join(str(stored or "").split()) == " ".join(str(value).split())
    return bool(forms.clean(described, stored) == forms.clean(described, value))
