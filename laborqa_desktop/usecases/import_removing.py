"""Removing what an import added, as a whole and days later (decisions.md: Undo)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Table, func, select, update
from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.enums import InspectionState
from laborqa_desktop.models.history import Act, Change, History, ImportRun
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import record_type
from laborqa_desktop.store.history import cancelled
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import many

EVIDENCE = frozenset({"inspection", "problem"})
"""Put away whatever refers to them: what is void still says so."""

LAST_REFERRED_TO = ("problem", "inspection", "training_record", "training_session", "certificate", "plan",
                    "job_standard", "contract", "checklist", "site", "client", "person", "course", "post", "org_unit",
                    "company")
"""Tables in an order in which what refers comes before what is referred to."""


@dataclass(frozen=True)
class Removed:
    """What the removal did.

    Attributes:
        removed: records put away; submitted inspections among them are void.
        reported: records that stay because an issued report counts them.
        edited: records that stay because they were edited since, as (table, id).
        used: records that stay because others in use refer to them, as (table, id).
    """

    removed: int
    reported: tuple[tuple[str, int], ...]
    edited: tuple[tuple[str, int], ...]
    used: tuple[tuple[str, int], ...]
    changes: Changes = field(default_factory=Changes)


def remove(store: Store, import_id: int, person: str, *, edited_too: bool, step: Step = quietly) -> Removed:
    """Puts away what one import added; see Imports.remove."""
    with store.write(N_("FinalAct", "Removed an import"), person=person, step=step) as work:
        removed = remove_in(work, import_id, edited_too=edited_too)
    return replace(removed, changes=work.changes)


def remove_in(work: Work, import_id: int, *, edited_too: bool = False) -> Removed:
    """The same inside a unit that is open already; changes are not told yet."""
    run = work.session.get(ImportRun, import_id)
    if run is None:
        raise NotFound(N_("Import", "There was no such import."))
    if run.removed_at is not None:
        raise Refused(N_("Import", "This import was removed before."))
    reported: set[tuple[str, int]] = set()
    edited: set[tuple[str, int]] = set()
    used: list[tuple[str, int]] = []
    removed, added = 0, _added(work.session, run)
    total, done = sum(len(ids) for _, ids in added), 0
    for table, ids in added:
        work.tell(done, total)
        known = set(counted(work.session, table.name, ids))
        changed = set() if edited_too else set(_edited(work.session, table.name, ids, import_id)) - known
        reported |= {(table.name, one) for one in known}
        edited |= {(table.name, one) for one in changed}
        going = [one for one in ids if one not in known and one not in changed]
        gone = _put_away(work, table, going, run.file_name, (done, total))
        removed += len(gone)
        done += len(ids)
        used += [(table.name, one) for one in going if one not in gone]
    run.removed_at = work.now
    return Removed(removed, tuple(sorted(reported)), tuple(sorted(edited)), tuple(used))


def _added(session: Session, run: ImportRun) -> list[tuple[Table, list[int]]]:
    """Tables and ids of what the import added: its own rows first, then the records made for them."""
    own = record_type(run.kind).model.__tablename__
    names = [own, *(name for name in LAST_REFERRED_TO if name != own)]
    found = []
    for table in (Base.metadata.tables[name] for name in names):
        ids = list(session.scalars(select(table.c.id).where(
            table.c.import_id == run.id, table.c.archived.is_(False)).order_by(table.c.id)))
        if ids:
            found.append((table, ids))
    return found


def counted(session: Session, table: str, ids: Sequence[int]) -> list[int]:
    """Records that an issued report counts: of its client or site, in its month."""
    model: Any = {"inspection": Inspection, "problem": Problem}.get(table)
    if model is None:
        return []
    reports = {(report.client_id, report.site_id, report.month) for report in session.scalars(select(Report))}
    if not reports:
        return []
    day = model.inspected_on if model is Inspection else model.found_on
    wanted, found = set(ids), []
    for one, client, site, on in session.execute(select(model.id, model.client_id, model.site_id, day)):
        month = on.replace(day=1)
        if one in wanted and ((client, None, month) in reports or any(
                (owner, site, month) in reports for owner in (client, None))):
            found.append(one)
    return found


def _edited(session: Session, table: str, ids: Sequence[int], import_id: int) -> list[int]:
    """Records with an act after the one that added them; one that was undone does not count."""
    added_by = session.scalar(select(func.max(Act.id)).where(Act.import_id == import_id)) or 0
    wanted = set(ids)
    later = select(History.row_id).where(
        History.table_name == table, History.act_id > added_by, History.kind != Change.VIEW.value,
        History.act_id.not_in(cancelled(session, added_by))).distinct()
    return [one for one in session.scalars(later) if one in wanted]


def _put_away(work: Work, table: Table, ids: Sequence[int], file_name: str, place: tuple[int, int]) -> set[int]:
    used = _used(work.session, table) if table.name not in EVIDENCE else set()
    going = [one for one in ids if one not in used]
    values: dict[str, Any] = {"archived": True, "row_version": table.c.row_version + 1, "updated_at": work.now}
    done = 0
    for part in many.parts(going):
        work.tell(place[0] + done, place[1])
        done += len(part)
        work.note(table.name, part)
        work.session.execute(update(table).where(table.c.id.in_(part)).values(values))
        if table.name == "inspection":
            work.session.execute(update(table).where(
                table.c.id.in_(part), table.c.state != InspectionState.DRAFT.value).values(
                state=InspectionState.VOID.value, void_reason=f"import removed: {file_name}"))
    return set(going)


def _used(session: Session, table: Table) -> set[int]:
    """Records that another record in use refers to; its own child rows do not count."""
    found: set[int] = set()
    for other in Base.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table is not table or key.ondelete == "CASCADE":
                continue
            query = select(key.parent).where(key.parent.is_not(None)).distinct()
            owner = next((one for one in other.foreign_keys if one.ondelete == "CASCADE"), None)
            if "archived" in other.c:
                query = query.where(other.c.archived.is_(False))
            elif owner is not None:
                whole = owner.column.table
                query = query.join_from(other, whole, owner.parent == whole.c.id).where(whole.c.archived.is_(False))
            found.update(session.scalars(query))
    return found
