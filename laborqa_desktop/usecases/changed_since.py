"""What became different in a report's records after it was issued, read from the history."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import Client, Contract, Site
from laborqa_desktop.models.company import Company
from laborqa_desktop.models.enums import InspectionState, ProblemStage
from laborqa_desktop.models.history import Act, Change, History
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.figures import Period, Scope
from laborqa_desktop.usecases.quality_figures import in_scope

MOST_LINES = 30


@dataclass(frozen=True)
class Since:
    """Changes after a moment. first_at: when the first of them was made; None when there was none."""

    first_at: datetime | None
    lines: tuple[Text, ...]


def changed_since(session: Session, scope: Scope, period: Period, moment: datetime) -> Since:
    """Inspections and problems of the scope and the period that were added, voided or changed after the moment."""
    inspections = _touched(session, "inspection", select(Inspection.id).where(
        Inspection.inspected_on.between(period.first, period.last), Inspection.state != InspectionState.DRAFT.value,
        *in_scope(Inspection, scope)), moment)
    problems = _touched(session, "problem", select(Problem.id).where(
        Problem.found_on.between(period.first, period.last), *in_scope(Problem, scope)), moment)
    lines = [*_inspections(session, inspections, moment), *_problems(session, problems)]
    moments = [at for at, _, _ in (*inspections.values(), *problems.values())]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [N_("Issuing", "and {count} more.").of(count=len(lines) - MOST_LINES)]
    return Since(min(moments, default=None), tuple(lines))


def master_data_since(session: Session, scope: Scope, moment: datetime) -> tuple[Text, ...]:
    """What the cover and the targets rest on and was changed after the moment: company, client, contracts, sites."""
    client = scope.client_id
    if client is None and scope.site_id is not None:
        client = session.scalar(select(Site.client_id).where(Site.id == scope.site_id))
    sites = select(Site.id).where(Site.id == scope.site_id if scope.site_id is not None else Site.client_id == client)
    asked: tuple[tuple[str, Select[Any], Any, Any, Text], ...] = (
        ("company", select(Company.id), Company.id, Company.legal_name,
         N_("Issuing", "The company profile of {name} was changed.")),
        ("client", select(Client.id).where(Client.id == client), Client.id, Client.name,
         N_("Issuing", "The details of the client {name} were changed.")),
        ("contract", select(Contract.id).where(Contract.client_id == client), Contract.id, Contract.code,
         N_("Issuing", "The contract {name} was changed.")),
        ("site", sites, Site.id, Site.name, N_("Issuing", "The details of the site {name} were changed.")),
    )
    lines: list[Text] = []
    for table, ids, key, name, text in asked:
        touched = [one for one, (_, new, _) in _touched(session, table, ids, moment).items() if not new]
        names = session.scalars(select(name).where(key.in_(touched)).order_by(key).limit(MOST_LINES))
        lines += [text.of(name=one) for one in names]
    return tuple(lines[:MOST_LINES])


Touched = dict[int, tuple[datetime, bool, bool]]


def _touched(session: Session, table: str, ids: Select[Any], moment: datetime) -> Touched:
    """Id -> when it was first touched after the moment, whether it is new since, whether it took a step since."""
    found: Touched = {}
    for row_id, at, kind, values in session.execute(
            select(History.row_id, Act.at, History.kind, History.changes).join(Act, Act.id == History.act_id)
            .where(Act.at > moment, History.table_name == table, History.kind != Change.VIEW.value,
                   History.row_id.in_(ids)).order_by(History.id)):
        first, new, moved = found.get(row_id, (at, kind == Change.INSERT, False))
        found[row_id] = (first, new, moved or "stage" in json.loads(values or "{}"))
    return found


def _inspections(session: Session, touched: Touched, moment: datetime) -> list[Text]:
    lines = []
    for one in session.scalars(select(Inspection).where(Inspection.id.in_(touched)).order_by(Inspection.code)):
        if one.state == InspectionState.VOID:
            text = N_("Issuing", "Inspection {code} of {day} is void: {reason}").of(reason=one.void_reason)
        elif touched[one.id][1] or (one.submitted_at is not None and one.submitted_at > moment):
            text = N_("Issuing", "Inspection {code} of {day} was added.")
        else:
            text = N_("Issuing", "Inspection {code} of {day} was changed.")
        lines.append(text.of(code=one.code or "—", day=one.inspected_on.isoformat()))
    return lines


def _problems(session: Session, touched: Touched) -> list[Text]:
    lines = []
    for one in session.scalars(select(Problem).where(Problem.id.in_(touched)).order_by(Problem.code)):
        if one.stage == ProblemStage.VOID:
            text = N_("Issuing", "Problem {code} is void: {reason}").of(reason=one.void_reason)
        elif touched[one.id][1]:
            text = N_("Issuing", "Problem {code} was added.")
        elif one.stage == ProblemStage.CLOSED and touched[one.id][2]:
            text = N_("Issuing", "Problem {code} was closed.")
        else:
            text = N_("Issuing", "Problem {code} was changed.")
        lines.append(text.of(code=one.code))
    return lines
