"""Which acts ask for a reason, kept with them. Voiding, new editions and corrected reports have theirs already.

Beside those: putting staff files and problems away, correcting who a person is, and changing what an issued report
counts. The steps of a problem do not ask: correction, evidence and dates say why, and a report tells the state of its
day. Who takes values back by undo gives the act that is undone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.forms import clean

_ASKED_ON_ARCHIVING = frozenset({"staff", "problem"})

WHO = ("name", "id_no")
"""Fields of a person that say who it is. Filling one that was empty is no correction."""

COUNTED = ("inspection_id", "item_text", "found_on", "site_id", "area", "description", "severity", "category", "due_on")
"""Fields of a problem that a report counts or prints as what was found; owner, cause and correction are work on it."""


class ReasonWanted(Refused):
    """Values that are saved only with a reason. What was typed stays where it is."""


def archiving_asks(key: str) -> bool:
    """Whether putting records of that type away asks why: a staff file disappears from every list, and a problem from
    every figure, as a void one does.
    """
    return key in _ASKED_ON_ARCHIVING


def corrects_person(kind: RecordType, record: Any, values: Mapping[str, Any]) -> bool:
    """Whether the values correct who the person of a stored record is."""
    return bool(_corrected(kind, record, values))


def need_for_saving(session: Session, kind: RecordType, record: Any, values: Mapping[str, Any], reason: str) -> None:
    """Raises ReasonWanted when these values may replace those of the stored record only with a reason."""
    if reason.strip():
        return
    corrected = _corrected(kind, record, values)
    if corrected:
        raise ReasonWanted(N_("Reason", '"{fields}" says who a person is, so correcting it asks for a reason; it is '
                                        "not saved yet.").of(fields=_listed(kind, corrected)))
    if kind.key != "problem":
        return
    changed = [key for key in COUNTED if _differs(kind, key, record, values)]
    report = _counting(session, record) if changed else None
    if report is not None:
        raise ReasonWanted(N_("Reason", "Problem {code} is counted in the issued report {report}, so changing "
                                        '"{fields}" asks for a reason; it is not saved yet.').of(
            code=record.code, report=report, fields=_listed(kind, changed)))


def need_for_archiving(session: Session, record: Any, reason: str) -> None:
    """Raises ReasonWanted when a record may be put away only with a reason, because an issued report counts it."""
    report = _counting(session, record) if isinstance(record, Problem) and not reason.strip() else None
    if report is not None:
        raise ReasonWanted(N_("Reason", "Problem {code} is counted in the issued report {report}, so putting it away "
                                        "asks for a reason; nothing was changed.").of(code=record.code, report=report))


def _corrected(kind: RecordType, record: Any, values: Mapping[str, Any]) -> list[str]:
    if kind.key not in ("staff", "outsider"):
        return []
    return [key for key in WHO if getattr(record, key) and _differs(kind, key, record, values)]


def _differs(kind: RecordType, key: str, record: Any, values: Mapping[str, Any]) -> bool:
    return key in values and clean(kind.field(key), values[key]) != clean(kind.field(key), getattr(record, key))


def _counting(session: Session, problem: Problem) -> str | None:
    """The newest issued report that counts a problem: of its site or client and its month, made when it was there."""
    if problem.archived:
        return None
    client = problem.client_id or session.scalar(select(Site.client_id).where(Site.id == problem.site_id))
    own = Report.site_id == problem.site_id
    if client is not None:
        own |= Report.site_id.is_(None) & (Report.client_id == client)
    return session.scalar(select(Report.code).where(
        own, Report.month == problem.found_on.replace(day=1), Report.cut_off >= problem.created_at)
        .order_by(Report.id.desc()).limit(1))


def _listed(kind: RecordType, keys: Iterable[str]) -> Text:
    labels = [kind.field(key).label for key in keys]
    whole = labels[0]
    for one in labels[1:]:
        whole = N_("Reason", "{first}, {second}").of(first=whole, second=one)
    return whole
