"""One value for many records: what each would become and why some cannot, then all good ones in one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.base import Flaw
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Field, Kind, Mask, RecordType
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import forms, many, reasons, rules
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.reasons import ReasonWanted

OWN_NUMBERS = frozenset({"uscc"})
"""Numbers that an authority gave to one firm; those of people are masked as such."""

OWN = N_("BulkEdit", "each record has its own")
MASKED = N_("BulkEdit", "masked, changed record by record")
PROGRAM = N_("BulkEdit", "set by the program")
PARTS = N_("BulkEdit", "lists and pictures, changed record by record")
LIMITED = N_("BulkEdit", "limited by another field of the record")
ARCHIVED = N_("BulkEdit", "It lies in the archive. Bring it back first.")
GONE = N_("BulkEdit", "It is no longer there.")
CHANGED_SINCE = N_("BulkEdit", "{count} of these records {count:was|were} changed since you looked at the preview, so "
                               "that nothing was changed now. Look at the preview again and repeat it.")


@dataclass(frozen=True, slots=True)
class BulkRow:
    """What would become of one record.

    Attributes:
        before, after: plain values of the field; the same when nothing would change.
        also: other fields that follow, as they would in the form.
        wrong: why it cannot be changed, or None.
    """

    id: int
    row_version: int
    name: str
    before: Any
    after: Any
    also: tuple[tuple[str, Any], ...] = ()
    wrong: Text | None = None

    @property
    def changes(self) -> bool:
        """Whether it would be another record afterwards."""
        return self.wrong is None and ((self.before or None) != (self.after or None) or self.before != self.after)


@dataclass(frozen=True)
class BulkPlan:
    """A bulk edit that was tried; nothing is written yet.

    Attributes:
        names: id of a record that a REF value names -> how it is called.
        asks: why apply() wants a reason (usecases/reasons.py), or None.
    """

    kind: str
    field: str
    value: Any
    rows: tuple[BulkRow, ...]
    names: Mapping[int, str]
    asks: Text | None = None

    @cached_property
    def good(self) -> list[BulkRow]:
        """Rows that would change."""
        return [row for row in self.rows if row.changes]

    @cached_property
    def bad(self) -> list[BulkRow]:
        """Rows that cannot be changed."""
        return [row for row in self.rows if row.wrong is not None]

    @cached_property
    def same(self) -> list[BulkRow]:
        """Rows that hold the value already."""
        return [row for row in self.rows if row.wrong is None and not row.changes]


def why_withheld(kind: RecordType, field: Field) -> Text | None:
    """Why a field cannot be given to many records at once, or None."""
    if field.read_only or field.kind is Kind.MOMENT:
        return PROGRAM
    if field.kind in (Kind.ROWS, Kind.IMAGE):
        return PARTS
    if field.mask is Mask.ID or field.key in OWN_NUMBERS or _names_it(kind, field) or _told_apart_by(kind, field):
        return OWN
    if field.mask is not None:
        return MASKED
    return LIMITED if field.within else None


def _names_it(kind: RecordType, field: Field) -> bool:
    """Whether records are called or numbered by the field."""
    return field.kind is Kind.CODE or (field.kind is Kind.TEXT and field.key == getattr(kind.name, "key", ""))


def _told_apart_by(kind: RecordType, field: Field) -> bool:
    """Whether no two records may have the same value of it, alone or with others."""
    table: Any = kind.model.__table__
    return any(field.key in index.columns for index in table.indexes if index.unique) or any(
        field.key in rule.columns for rule in table.constraints if isinstance(rule, UniqueConstraint))


def offered(key: str) -> list[Field]:
    """The fields that many records can be given at once, in the order of the form."""
    kind = record_type(key)
    return [] if key == "report" else [one for one in kind.fields if why_withheld(kind, one) is None]


def withheld(key: str) -> list[tuple[Text, list[Field]]]:
    """The other fields by the reason why they are not offered."""
    found: dict[Text, list[Field]] = {}
    kind = record_type(key)
    for one in kind.fields:
        if (why := why_withheld(kind, one)) is not None:
            found.setdefault(why, []).append(one)
    return list(found.items())


class BulkEdits:
    """Bulk edits of one library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person

    def plan(self, key: str, ids: Sequence[int], field: str, value: Any, step: Step = quietly) -> BulkPlan:
        """What each of the records would become; nothing is written.

        Args:
            value: plain; None or "" empties the field.
            step: told (records looked at, records in all); may raise to stop.

        Raises:
            Refused: the field is not offered for many records.
        """
        kind = record_type(key)
        described = _offered(kind, field)
        cleaned = forms.clean(described, value)
        rows: list[BulkRow] = []
        with self._store.read() as session:
            for part in many.parts(ids):
                rows += self._look(session, kind, described, cleaned, part)
                step(len(rows), len(ids))
            names = _names(session, described, rows)
            plan = BulkPlan(key, field, cleaned, tuple(rows), names)
            return replace(plan, asks=_asks(session, kind, plan))

    def apply(self, plan: BulkPlan, step: Step = quietly, reason: str = "") -> Changes:
        """Changes the good rows of a plan in one act: all of them or none.

        Args:
            step: told (records changed, records in all); may raise to stop, nothing is kept then.
            reason: kept with the act.

        Raises:
            Conflict: one of them was changed since the plan was made.
            ReasonWanted: one of them may be changed only with a reason.
            UserError: the backup before it could not be made; nothing is changed then.
        """
        kind, good = record_type(plan.kind), plan.good
        Backups(self._store).before_many(len(good), step)
        described = _offered(kind, plan.field)
        act = N_("Act", "Changed {field} of {count} × {kind}").of(field=described.label, count=len(good),
                                                                  kind=kind.single)
        with self._store.write(act, person=self._person, reason=reason.strip(), step=step) as work:
            done = 0
            for part in many.parts(good):
                _change(work, kind, plan, part)
                done += len(part)
                work.tell(done, len(good))
        return work.changes

    def _look(self, session: Session, kind: RecordType, field: Field, value: Any, ids: Sequence[int]
              ) -> Iterator[BulkRow]:
        records = many.load(session, kind, ids)
        names = forms.labels_of(session, kind.key, records)
        for record_id in ids:
            record = records.get(record_id)
            if record is None:
                yield BulkRow(record_id, 0, "", None, None, wrong=GONE)
                continue
            before, name = getattr(record, field.key), names.get(record_id, "")
            why = rules.frozen(kind.key, record) or (ARCHIVED if record.archived else None)
            if why is not None:
                yield BulkRow(record_id, record.row_version, name, before, before, wrong=why)
                continue
            values = {**forms.read(kind, record), field.key: value}
            also = many.follows(kind, field.key, values)
            wrong = self._wrong(kind, field, {**values, **also})
            yield BulkRow(record_id, record.row_version, name, before, value, tuple(also.items()), wrong)
        session.expunge_all()

    def _wrong(self, kind: RecordType, field: Field, values: Mapping[str, Any]) -> Text | None:
        flaws: list[Flaw] = list(forms.check_values(kind.fields, values))
        if not flaws and kind.validate is not None:
            flaws = kind.validate(values, self._store.today())
        first = next((flaw for flaw in flaws if not flaw.warning), None)
        other = next((one for one in kind.fields if first and one.key == first.field.partition(".")[0]), field)
        if first is None or other.key == field.key:
            return first.text if first else None
        return N_("BulkEdit", "{field}: {reason}").of(field=other.label, reason=first.text)


def _change(work: Work, kind: RecordType, plan: BulkPlan, rows: Sequence[BulkRow]) -> None:
    session = work.session
    records = many.load(session, kind, [row.id for row in rows])
    stale = sum(row.id not in records or records[row.id].row_version != row.row_version for row in rows)
    if stale:
        raise Conflict(CHANGED_SINCE.of(count=stale))
    follow = rules.FOLLOWS.get(kind.key)
    with session.no_autoflush:
        for row in rows:
            record, values = records[row.id], _values(plan, row)
            reasons.need_for_saving(session, kind, record, values, work.reason)
            forms.put(kind, record, values)
            if follow is not None:
                follow(session, record, False)
    session.flush()
    session.expunge_all()


def _values(plan: BulkPlan, row: BulkRow) -> dict[str, Any]:
    return {plan.field: row.after, **dict(row.also)}


def _asks(session: Session, kind: RecordType, plan: BulkPlan) -> Text | None:
    """Why the first of the good rows that wants one wants a reason."""
    for part in many.parts(plan.good):
        records = many.load(session, kind, [row.id for row in part])
        try:
            for row in part:
                reasons.need_for_saving(session, kind, records[row.id], _values(plan, row), "")
        except ReasonWanted as wanted:
            return wanted.text
        session.expunge_all()
    return None


def _offered(kind: RecordType, field: str) -> Field:
    described = kind.field(field)
    why = why_withheld(kind, described)
    if why is not None or kind.key == "report":
        raise Refused(N_("BulkEdit", '"{field}" cannot be changed in many records at once ({reason}); nothing was '
                                     "changed. Open the records one by one.")
                      .of(field=described.label, reason=why or PROGRAM))
    return described


def _names(session: Session, field: Field, rows: Sequence[BulkRow]) -> dict[int, str]:
    """How the records are called that a reference names now or would name."""
    if field.kind is not Kind.REF:
        return {}
    wanted = {one for row in rows for one in (row.before, row.after) if isinstance(one, int)}
    found: dict[int, str] = {}
    for part in many.parts(sorted(wanted)):
        found.update(forms.labels_of(session, field.target, part))
    return found
