"""Removing what an import added, as a whole and days later (decisions.md: Undo)."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_

STEP = 5000


@dataclass(frozen=True)
class Removed:
    """What the removal did.

    Attributes:
        removed: records put away; submitted inspections among them are void.
        reported: records that stay because an issued report counts them.
        edited: records that stay because they were edited since, as (table, id).
        used: records made once (a client, a checklist) that stay because others refer to them.
    """

    removed: int
    reported: tuple[tuple[str, int], ...]
    edited: tuple[tuple[str, int], ...]
    used: tuple[tuple[str, int], ...]
    changes: Changes


def remove(store: Store, import_id: int, person: str, *, edited_too: bool) -> Removed:
    """Puts away what one import added; see Imports.remove."""
    with store.write(N_("FinalAct", "Removed an import"), person=person, import_id=None) as work:
        run = work.session.get(ImportRun, import_id)
        if run is None:
            raise NotFound(N_("Import", "There was no such import."))
        if run.removed_at is not None:
            raise Refused(N_("Import", "This import was removed before."))
        reported, edited, used = set(), set(), []
        removed = 0
        for table, ids in _added(work.session, import_id):
            counted = set(_counted(work.session, table.name, ids))
            changed = set() if edited_too else set(_edited(work.session, table.name, ids, import_id)) - counted
            reported |= {(table.name, one) for one in counted}
            edited |= {(table.name, one) for one in changed}
            going = [one for one in ids if one not in counted and one not in changed]
            removed += _put_away(work, table, going, run.file_name)
        for table, ids in _added(work.session, import_id, still_there=True):
            if table.name in {name for name, _ in (*reported, *edited)}:
                continue
            for one in ids:
                used.append((table.name, one))
        run.removed_at = work.now
    return Removed(removed, tuple(sorted(reported)), tuple(sorted(edited)), tuple(used), work.changes)


def _added(session: Session, import_id: int, still_there: bool = False) -> list[tuple[Table, list[int]]]:
    """Tables and ids of what the import added, what refers to others first."""
    order = ("problem", "inspection", "training_record", "certificate", "plan", "contract")
    found = []
    tables = [table for table in Base.metadata.tables.values() if "import_id" in table.c and "archived" in table.c]
    for table in sorted(tables, key=lambda one: order.index(one.name) if one.name in order else len(order)):
        ids = list(session.scalars(select(table.c.id).where(
            table.c.import_id == import_id, table.c.archived.is_(False)).order_by(table.c.id)))
        if ids:
            found.append((table, ids))
    found.sort(key=lambda pair: -len(pair[1]))
    return found


def _counted(session: Session, table: str, ids: Sequence[int]) -> list[int]:
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
    """Records with an act after the one that added them."""
    added_by = session.scalar(select(func.max(Act.id)).where(Act.import_id == import_id))
    wanted = set(ids)
    later = select(History.row_id).where(History.table_name == table, History.act_id > (added_by or 0),
                                         History.kind != Change.VIEW.value).distinct()
    return [one for one in session.scalars(later) if one in wanted]


def _put_away(work: Work, table: Table, ids: Sequence[int], file_name: str) -> int:
    going = [one for one in ids if not _is_used(work.session, table, one)] if len(ids) <= 50 else list(ids)
    values: dict[str, Any] = {"archived": True, "row_version": table.c.row_version + 1, "updated_at": work.now}
    for start in range(0, len(going), STEP):
        part = going[start:start + STEP]
        work.note(table.name, part)
        work.session.execute(update(table).where(table.c.id.in_(part)).values(values))
        if table.name == "inspection":
            work.session.execute(update(table).where(
                table.c.id.in_(part), table.c.state != InspectionState.DRAFT.value).values(
                state=InspectionState.VOID.value, void_reason=f"import removed: {file_name}"))
    return len(going)


def _is_used(session: Session, table: Table, record_id: int) -> bool:
    """Whether a record in use refers to this one."""
    for other in Base.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table is not table or other.name in ("act", "history"):
                continue
            query = select(func.count()).select_from(other).where(key.parent == record_id)
            if "archived" in other.c:
                query = query.where(other.c.archived.is_(False))
            if session.scalar(query):
                return True
    return False
