"""The acts that every record type shares: load, check, save, archive, undo, and its drafts and history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.base import Flaw
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.store import drafts, history
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import forms, many, reasons, rules, undo_steps, undoing
from laborqa_desktop.usecases.forms import Invalid, Loaded
from laborqa_desktop.usecases.listing import Count, Facet, Filter, ListRow, Option, Query
from laborqa_desktop.usecases.lists import Lists
from laborqa_desktop.usecases.record_history import HistoryChange, HistoryEntry, history_of
from laborqa_desktop.usecases.undo_steps import UndoStep
from laborqa_desktop.usecases.undoing import Undone

__all__ = ["Changes", "Count", "Facet", "Filter", "HistoryChange", "HistoryEntry", "Invalid", "KeptDraft", "ListRow",
           "Loaded", "Option", "Query", "Records", "Saved", "UndoStep", "Undone"]


@dataclass(frozen=True)
class Saved:
    """What saving did. flaws are warnings only."""

    id: int
    row_version: int
    changes: Changes
    flaws: tuple[Flaw, ...] = ()


_FIELD, _REASON = "@field", "@reason"
"""Stand in a draft beside its values."""


@dataclass(frozen=True)
class KeptDraft:
    """An unfinished form.

    Attributes:
        id: None for a record that was never saved.
        field: had the keyboard.
        reason: what was typed of why it is changed.
    """

    key: str
    id: int | None
    values: dict[str, Any]
    saved_at: datetime
    field: str = ""
    reason: str = ""


class Records(Lists):
    """Acts on records of any type, beside the questions of Lists.

    Args:
        person: the working person's name, kept with each act.
    """

    def __init__(self, store: Store, person: str = "") -> None:
        super().__init__(store)
        self._person = person

    # ------------------------------------------------------------ one record

    def blank(self, key: str, **given: Any) -> Loaded:
        """A new record with what can be proposed for it."""
        kind = record_type(key)
        with self._store.read() as session:
            values: dict[str, Any] = {f.key: [] if f.kind is Kind.ROWS else False if f.kind is Kind.BOOL else
                                      "" if f.kind in (Kind.TEXT, Kind.LONG_TEXT) else None for f in kind.fields}
            values.update({k: v for k, v in rules.proposals(key, self._store.today()).items() if k in values})
            if "code" in values:
                values["code"] = rules.proposed_code(session, kind)
            values.update(given)
            return Loaded(key, None, 0, values, names=_names(session, kind, values))

    def load(self, key: str, record_id: int) -> Loaded:
        """A record with everything its form needs.

        Raises:
            NotFound: it is not there.
        """
        kind = record_type(key)
        with self._store.read() as session:
            record = forms.fetch(session, kind, record_id)
            values = forms.read(kind, record)
            name = session.scalar(select(kind.name).where(kind.model.id == record_id))
            names = _names(session, kind, values)
            return Loaded(key, record_id, record.row_version, values, _title(kind, name, values, names), names,
                          rules.frozen(key, record), record.archived)

    def check(self, key: str, values: Mapping[str, Any], record_id: int | None = None) -> list[Flaw]:
        """Everything wrong or doubtful with the values; warnings do not block saving."""
        with self._store.read() as session:
            return self._check(session, record_type(key), values, record_id)

    def _check(self, session: Session, kind: RecordType, values: Mapping[str, Any],
               record_id: int | None) -> list[Flaw]:
        flaws = list(forms.check_values(kind.fields, values))
        wrong = {flaw.field for flaw in flaws}
        if kind.validate is not None and not wrong:
            flaws += kind.validate(values, self._store.today())
        elif kind.validate is not None:
            usable = {k: v for k, v in values.items()
                      if k not in wrong and not any(w.startswith(f"{k}.") for w in wrong)}
            flaws += [flaw for flaw in kind.validate(usable, self._store.today()) if flaw.field not in wrong]
        flaws += _unknown(session, kind, values)
        return flaws + _taken(session, kind, values, record_id)

    def save(self, key: str, record_id: int | None, values: Mapping[str, Any], row_version: int = 0,
             reason: str = "") -> Saved:
        """Saves a record, all or nothing.

        Args:
            record_id: None makes a new one.
            row_version: the one that was loaded.
            reason: kept with the act.

        Raises:
            Invalid: a value must not be saved.
            Conflict: the record was changed meanwhile, or its code was taken.
            ReasonWanted: these values ask for a reason, and none is given.
            Refused: it is frozen.
        """
        kind = record_type(key)
        act = N_("Act", "Added {kind}") if record_id is None else N_("Act", "Changed {kind}")
        try:
            with self._store.write(act.of(kind=kind.single), person=self._person, reason=reason.strip()) as work:
                saved_id, flaws = self.save_in(work, key, record_id, values, row_version)
                drafts.drop_in(work.session, key, record_id)
        except StaleDataError:
            raise _changed_meanwhile() from None
        except IntegrityError as error:
            if "UNIQUE" in str(error.orig):
                raise Conflict(N_("Records", "This code or edition was taken a moment ago. Choose another one; "
                                             "what you "
                                             "typed is still here.")) from None
            raise
        with self._store.read() as session:
            version = session.scalar(select(kind.model.row_version).where(kind.model.id == saved_id))
        return Saved(saved_id, version or 0, work.changes, flaws)

    def save_in(self, work: Work, key: str, record_id: int | None, values: Mapping[str, Any],
                row_version: int = 0) -> tuple[int, tuple[Flaw, ...]]:
        """The same inside a unit that is open already, with its reason; gives the id and the warnings."""
        kind, session = record_type(key), work.session
        flaws = self._check(session, kind, values, record_id)
        if any(not flaw.warning for flaw in flaws):
            raise Invalid(flaws)
        new = record_id is None
        if record_id is None:
            if key == "report":
                raise Refused(N_("Frozen", "Reports are issued, not entered by hand."))
            record: Any = self._new(session, key, kind, values)
        else:
            record = forms.fetch(session, kind, record_id)
            if record.row_version != row_version:
                raise _changed_meanwhile()
            why = rules.frozen(key, record)
            if why is not None:
                raise Refused(why)
            reasons.need_for_saving(session, kind, record, values, work.reason)
            with session.no_autoflush:
                forms.put(kind, record, values)
            if session.new or session.deleted or any(session.is_modified(one) for one in session.dirty):
                record.updated_at = work.now
                flag_modified(record, "updated_at")     # a changed child row is a new version of its record too
        follow = rules.FOLLOWS.get(key)
        if follow is not None:
            with session.no_autoflush:
                follow(session, record, new)
        session.flush()
        return int(record.id), tuple(flaws)

    def _new(self, session: Session, key: str, kind: RecordType, values: Mapping[str, Any]) -> Any:
        given = {k: v for k, v in rules.defaults(key, self._store.today()).items() if kind_has(kind, k)}
        whole = {**{f.key: [] for f in kind.fields if f.kind is Kind.ROWS}, **given, **values}
        if kind.series and key not in rules.NUMBERED_LATER and not whole.get("code"):
            day: date = whole.get(rules.EVENT_DAY.get(key, "")) or self._store.today()
            whole["code"] = next_in_series(session, kind.series, day.year)
        record = kind.model()
        record.archived = False
        forms.put(kind, record, whole, read_only_too=True)
        session.add(record)
        return record

    # ------------------------------------------------------------ archive and undo

    def archive(self, key: str, ids: Iterable[int], reason: str = "", step: Step = quietly) -> Changes:
        """Puts records away; they can be brought back.

        Args:
            reason: kept with the act; see reasons.archiving_asks.
            step: told how far it is, the backup before included; may raise to stop, nothing is changed then.

        Raises:
            ReasonWanted: an issued report counts one of them, and no reason is given.
            Refused: one of them is evidence that stays.
            UserError: they are many, and the backup before could not be made; nothing was changed.
        """
        from laborqa_desktop.usecases.backups import Backups  # not for the first list
        wanted = list(ids)
        Backups(self._store).before_many(len(wanted), step)
        return self._put_away(key, wanted, True, N_("Act", "Archived {count} × {kind}"), reason, step)

    def restore(self, key: str, ids: Iterable[int], step: Step = quietly) -> Changes:
        """Brings archived records back.

        Args:
            step: as in archive().

        Raises:
            Conflict: the code of one is in use again.
        """
        return self._put_away(key, ids, False, N_("Act", "Brought back {count} × {kind}"), "", step)

    def _put_away(self, key: str, ids: Iterable[int], archived: bool, act: Text, reason: str, step: Step) -> Changes:
        kind, wanted = record_type(key), list(ids)
        model: Any = kind.model
        try:
            with self._store.write(act.of(count=len(wanted), kind=kind.single), person=self._person,
                                   reason=reason, step=step) as work:
                own = [] if kind.where is None else [kind.where]
                done = 0
                for part in many.parts(wanted):
                    work.tell(done, len(wanted))
                    done += len(part)
                    for record in work.session.scalars(select(model).where(model.id.in_(part), *own)):
                        why = (rules.kept_for_ever if archived else rules.kept_away)(key, record)
                        if why is not None:
                            raise Refused(why)
                        if archived:
                            reasons.need_for_archiving(work.session, record, reason)
                        record.archived = archived
        except IntegrityError:
            raise Conflict(N_("Records", "It cannot come back: its code is in use again. Change that code first.")
                           ) from None
        return work.changes

    def undo(self, act_id: int, step: Step = quietly) -> Undone:
        """Takes an act back through a unit of its own; the undoing is recorded too.

        Args:
            step: as in archive().

        Raises:
            Refused: it cannot be undone (submitting, issuing), or something was changed since.
        """
        return undoing.undo(self._store, act_id, self._person, step)

    def undoable(self, act_id: int) -> Text | None:
        """The name of an act that can be taken back now, or None."""
        return undoing.undoable(self._store, act_id)

    def steps(self, act_ids: Iterable[int]) -> list[UndoStep]:
        """What these acts are called, for the list of what can be undone."""
        return undo_steps.steps(self._store, act_ids)

    def steps_after(self, act_id: int) -> list[UndoStep]:
        """Acts after that one that can be taken back, oldest first."""
        return undo_steps.steps_after(self._store, act_id)

    def still_undoable(self, act_ids: Iterable[int]) -> list[int]:
        """Those of the acts that can still be taken back."""
        return undo_steps.still_undoable(self._store, act_ids)

    def last_act(self) -> int:
        """The id of the newest act, 0 when there is none; acts after it belong to the running session."""
        with self._store.read() as session:
            return history.next_act(session) - 1

    # ------------------------------------------------------------ history and sensitive values

    def history(self, key: str, record_id: int) -> list[HistoryEntry]:
        """What happened to a record and its child rows, newest first."""
        with self._store.read() as session:
            return history_of(session, record_type(key), record_id)

    def reveal(self, key: str, record_id: int, field: str) -> Any:
        """A masked value in full; that it was shown stands in the history.

        Raises:
            NotFound: the record is not there.
        """
        kind = record_type(key)
        label = kind.field(field).label
        with self._store.read() as session:
            value = getattr(forms.fetch(session, kind, record_id), field)
        if not self._store.read_only:
            with self._store.write(N_("Act", "Revealed {field}").of(field=label), person=self._person) as work:
                work.seen(kind.model.__tablename__, record_id)
        return value

    # ------------------------------------------------------------ drafts

    def draft_save(self, key: str, record_id: int | None, values: Mapping[str, Any], field: str = "",
                   reason: str = "") -> None:
        """Keeps an unfinished form, the field that has the keyboard and what was typed of a reason; encrypted, outside
        history and search.
        """
        beside = {name: words for name, words in ((_FIELD, field), (_REASON, reason)) if words}
        drafts.save(self._store, key, record_id, {**forms.to_json(record_type(key), values), **beside})

    def draft_load(self, key: str, record_id: int | None) -> KeptDraft | None:
        """The unfinished form of a record, or of a new one."""
        kept = drafts.load(self._store, key, record_id)
        return None if kept is None else _draft(kept)

    def draft_drop(self, key: str, record_id: int | None) -> None:
        """Forgets an unfinished form."""
        drafts.drop(self._store, key, record_id)

    def drafts(self) -> list[KeptDraft]:
        """All unfinished forms, the newest first."""
        return [_draft(kept) for kept in drafts.every(self._store) if kept.type in TYPES]


def kind_has(kind: RecordType, key: str) -> bool:
    """Whether a type has a field of that key."""
    return any(f.key == key for f in kind.fields)


def _draft(kept: drafts.Kept) -> KeptDraft:
    values = dict(kept.values)
    field, reason = str(values.pop(_FIELD, "")), str(values.pop(_REASON, ""))
    return KeptDraft(kept.type, kept.record_id, forms.from_json(record_type(kept.type), values), kept.saved_at, field,
                     reason)


def _changed_meanwhile() -> Conflict:
    return Conflict(N_("Records", "This record was changed elsewhere since you opened it. What you typed is kept "
                                  "as a draft; "
                                  "load the record again and compare."))


def _title(kind: RecordType, name: Any, values: Mapping[str, Any], names: Mapping[tuple[str, int], str]) -> str:
    """How a record is called; where that is a day or nothing, of whom or what stands before it."""
    if name and not isinstance(name, date):
        return forms.shown(name)
    of = [names.get((field.target, values[field.key]), "") for field in kind.fields
          if field.kind is Kind.REF and field.key.removesuffix("_id") in kind.detail and values[field.key] is not None]
    return " · ".join([*filter(None, of), *([forms.shown(name)] if name or not any(of) else [])])


def _names(session: Session, kind: RecordType, values: Mapping[str, Any]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {}
    for field, _, _, record_id in forms.references(kind, values):
        wanted.setdefault(field.target, set()).add(record_id)
    return {(target, one): label for target, ids in wanted.items()
            for one, label in forms.labels_of(session, target, sorted(ids)).items()}


def _unknown(session: Session, kind: RecordType, values: Mapping[str, Any]) -> list[Flaw]:
    flaws, seen = [], list(forms.references(kind, values))
    by_target: dict[str, set[int]] = {}
    for field, _, _, record_id in seen:
        by_target.setdefault(field.target, set()).add(record_id)
    known = {target: set(forms.labels_of(session, target, ids)) for target, ids in by_target.items()}
    for field, key, row, record_id in seen:
        if record_id not in known[field.target]:
            flaws.append(Flaw(key, N_("Records", '"{field}" refers to a record that is not there.')
                              .of(field=field.label), row))
    return flaws


def _taken(session: Session, kind: RecordType, values: Mapping[str, Any], record_id: int | None) -> list[Flaw]:
    model: Any = kind.model
    if kind.key == "job_standard":
        wanted: list[Any] = [model.post_id == values.get("post_id"), model.edition == values.get("edition")]
        flaw = Flaw("edition", N_("Records", "This post has an edition {edition} already.")
                    .of(edition=values.get("edition")))
    elif kind.series or not kind_has(kind, "code") or kind.key in ("report", "checklist"):  # editions share the code
        return []
    else:
        code = forms.clean(kind.field("code"), values.get("code"))
        wanted = [model.code == code]
        flaw = Flaw("code", N_("Records", 'The code "{code}" is in use already.').of(code=code))
        if not code:
            return []
    clash = select(model.id).where(model.archived.is_(False), *wanted).limit(1)
    if record_id is not None:
        clash = clash.where(model.id != record_id)
    return [] if session.scalar(clash) is None else [flaw]
