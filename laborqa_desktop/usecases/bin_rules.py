"""Why something in the recycle bin stays there: evidence, retention rules, and other records that refer to it.

Nothing here changes anything.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Table, func, not_, null, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.enums import CertificateType, InspectionState, ProblemStage
from laborqa_desktop.models.history import ImportRun
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.training import Certificate, TrainingRecord
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import privacy_rules
from laborqa_desktop.usecases.bin_ages import put_away
from laborqa_desktop.usecases.import_removing import counted
from laborqa_desktop.usecases.list_search import among
from laborqa_desktop.usecases.purge_preview import unmet

PEOPLE = ("staff", "outsider")
Chosen = Mapping[str, frozenset[int]]
"""Record type -> ids."""
Stays = dict[tuple[str, int], Text]
"""(record type, id) -> why it is not deleted."""

_CLOSED = (ProblemStage.CLOSED.value, ProblemStage.VOID.value)


def stays(session: Session, chosen: Chosen, today: date, zone: str) -> Stays:
    """What of the chosen records must stay, each with the first reason; the rest may go all at once.

    Args:
        zone: the library's; the day on which something was put away is one of its days.
    """
    found: Stays = {}
    for key, ids in chosen.items():
        match key:
            case "inspection" | "problem":
                found |= _evidence(session, key, ids)
            case "certificate" | "training_record":
                found |= _kept_for_a_person(session, key, ids, today, ZoneInfo(zone))
            case "staff" | "outsider":
                found |= _people(session, key, ids, today)
            case "report" | "company":
                found |= {(key, one): N_("Bin", "It is never deleted.") for one in ids}
    return found | _referred_to(session, chosen, found)


def table_of(key: str) -> Table:
    """The table of a record type."""
    table = TYPES[key].model.__table__
    assert isinstance(table, Table)
    return table


def _never_was(session: Session, key: str, ids: frozenset[int]) -> set[int]:
    """Records of an import that was taken back: they never counted."""
    table = table_of(key)
    return set(session.scalars(select(table.c.id).join(ImportRun, ImportRun.id == table.c.import_id).where(
        among(table.c.id, list(ids)), ImportRun.removed_at.is_not(None))))


def _evidence(session: Session, key: str, ids: frozenset[int]) -> Stays:
    found: Stays = {(key, one): N_("Bin", "An issued report counts it.")
                    for one in counted(session, key, list(ids))}
    proof: Any = (select(Inspection.id).where(Inspection.state != InspectionState.DRAFT.value)
                  if key == "inspection" else select(Problem.id).where(Problem.stage.in_(_CLOSED)))
    model: Any = Inspection if key == "inspection" else Problem
    real = set(session.scalars(proof.where(among(model.id, list(ids))))) - _never_was(session, key, ids)
    words = (N_("Bin", "A submitted inspection is evidence and keeps its number.") if key == "inspection"
             else N_("Bin", "A closed problem is evidence and keeps its number."))
    return {(key, one): words for one in real} | found


def _kept_for_a_person(session: Session, key: str, ids: frozenset[int], today: date, zone: ZoneInfo) -> Stays:
    """Certificates and training records go with the retention rule of their category. It counts from the day on which
    they ceased to be used: when the person left, the validity ended or they were put away, whatever came first.
    Counted from leaving alone, what somebody still employed has no use for would be kept as long as the person stays,
    while PIPL 19 asks for the shortest time needed.
    """
    model: Any = Certificate if key == "certificate" else TrainingRecord
    rules = {rule.category: rule for rule in privacy_rules.load(session)}
    sort = Certificate.type if key == "certificate" else TrainingRecord.id
    until: Any = Certificate.valid_to if key == "certificate" else null()
    away = put_away(session, table_of(key), sorted(ids))
    never = _never_was(session, key, ids)
    found: Stays = {}
    for one, kind, ended_on, left_on, purged_on in session.execute(
            select(model.id, sort, until, Person.left_on, Person.purged_on).join(Person, Person.id == model.person_id)
            .where(among(model.id, list(ids)))):
        if one in never or purged_on is not None:
            continue
        rule = rules["health" if kind == CertificateType.HEALTH.value else "training"]
        unused = min([away[one][1].astimezone(zone).date(), *(day for day in (ended_on, left_on) if day is not None)])
        if (due := privacy_rules.due_on((rule,), unused)) > today:
            found[key, one] = N_("Bin", 'The rule "{rule}" keeps it until {day}.').of(rule=rule.label, day=due)
    return found


def _people(session: Session, key: str, ids: frozenset[int], today: date) -> Stays:
    found: Stays = {}
    for who in session.scalars(select(Person).where(among(Person.id, list(ids)))):
        blocking, early = unmet(session, who, today)
        if blocking or early:
            found[key, who.id] = (*blocking, *early)[0]
    return found


def _referred_to(session: Session, chosen: Chosen, found: Stays) -> Stays:
    """Records that others name which do not go with them. A person's row is never deleted: it stays as a pseudonym."""
    going = {key: {one for one in ids if (key, one) not in found} for key, ids in chosen.items() if key not in PEOPLE}
    used: Stays = {}
    again = True
    while again:
        again = False
        for key, ids in going.items():
            for one, words in _named_by(session, key, ids, going):
                used[key, one] = words
                ids.discard(one)
                again = True
    return used


def _named_by(session: Session, key: str, ids: set[int], going: Mapping[str, set[int]]) -> list[tuple[int, Text]]:
    table, named = table_of(key), list[tuple[int, Text]]()
    if not ids:
        return named
    by_table = {table_of(other).name: rows for other, rows in going.items()}
    for other in Base.metadata.tables.values():
        owner = next((one for one in other.foreign_keys if one.ondelete == "CASCADE"), None)
        for link in other.foreign_keys:
            if link.column.table is not table or link.ondelete == "CASCADE":
                continue
            query = select(link.parent, func.count()).where(among(link.parent, list(ids))).group_by(link.parent)
            query = _but_for(query, other, owner, by_table)
            kind = _title(other, owner)
            named += [(one, N_("Bin", 'It is named in "{kind}" ({count}).').of(kind=kind, count=count))
                      for one, count in session.execute(query)]
    return named


def _but_for(query: Any, other: Table, owner: ForeignKey | None, going: Mapping[str, set[int]]) -> Any:
    """Without rows that are deleted too, themselves or with the record they are a part of."""
    if owner is not None:
        gone = going.get(owner.column.table.name)
        return query.where(not_(among(owner.parent, list(gone)))) if gone else query
    gone = going.get(other.name)
    return query.where(not_(among(other.c.id, list(gone)))) if gone else query


def _title(other: Table, owner: ForeignKey | None) -> Text:
    name = owner.column.table.name if owner is not None else other.name
    return next((kind.title for kind in TYPES.values() if table_of(kind.key).name == name),
                N_("Privacy", "other entries"))
