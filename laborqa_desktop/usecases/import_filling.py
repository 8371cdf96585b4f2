"""What imported rows get besides their own values: numbers, frozen names, verdicts.

The same rules as for entered records.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from laborqa_desktop.exchange.rows import NEEDED, Prepared
from laborqa_desktop.models import enums
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.inspection import Checklist, stated_result
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.training import Course, valid_until
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.store import counters
from laborqa_desktop.store.unit import Work

Rows = list[dict[str, Any]]


def _numbers(work: Work, rows: Rows, series: str, day: str) -> None:
    by_year: dict[int, Rows] = defaultdict(list)
    for row in rows:
        by_year[row[day].year].append(row)
    for year, group in sorted(by_year.items()):
        first = counters.next_number(work.session, series, year)
        counters.at_least(work.session, series, year, first + len(group) - 1)
        for number, row in enumerate(sorted(group, key=lambda one: one[day]), first):
            row["code"] = f"{series}-{year}-{number:04d}"


def _names(work: Work, model: Any, ids: Iterable[int | None], *columns: Any) -> dict[int | None, Any]:
    wanted = {one for one in ids if one is not None}
    rows = work.session.execute(select(model.id, *columns))
    return {row[0]: row[1:] for row in rows if row[0] in wanted}


def _staff(work: Work, rows: Rows) -> None:
    for row in rows:
        row["kind"] = enums.PersonKind.STAFF.value


def _outsiders(work: Work, rows: Rows) -> None:
    for row in rows:
        row["kind"] = enums.PersonKind.OUTSIDER.value


def _inspections(work: Work, rows: Rows) -> None:
    sites = _names(work, Site, (row["site_id"] for row in rows), Site.name, Site.client_id)
    clients = _names(work, Client, (client for _, client in sites.values()), Client.name)
    people = _names(work, Person, (row["inspector_id"] for row in rows), Person.name)
    lists = _names(work, Checklist, (row["checklist_id"] for row in rows), Checklist.name, Checklist.edition,
                   Checklist.pass_mark, Checklist.scoring)
    counting: Rows = []
    for row in rows:
        row.setdefault("state", enums.InspectionState.DRAFT.value)
        name, client = sites[row["site_id"]]
        row["client_id"] = client
        row["checklist_name"], row["checklist_edition"], row["pass_mark"], row["scoring"] = lists[row["checklist_id"]]
        row["result"] = stated_result(row.get("stated_score"), row["pass_mark"]).value
        submitted = row["state"] != enums.InspectionState.DRAFT.value
        row["site_name"] = name if submitted else ""
        row["client_name"] = clients[client][0] if submitted and client is not None else ""
        row["inspector_name"] = people[row["inspector_id"]][0] if submitted else ""
        row["submitted_at"], row["code"] = (work.now if submitted else None), None
        if submitted:
            counting.append(row)
    _numbers(work, counting, "QC", "inspected_on")


def _problems(work: Work, rows: Rows) -> None:
    sites = _names(work, Site, (row["site_id"] for row in rows), Site.name, Site.client_id)
    owners = _names(work, Person, (row["owner_id"] for row in rows), Person.name)
    for row in rows:
        row.setdefault("stage", enums.ProblemStage.FOUND.value)
        name, row["client_id"] = sites[row["site_id"]]
        row["original_due_on"] = row.get("due_on")
        closed = row["stage"] == enums.ProblemStage.CLOSED.value
        row["site_name"] = name if closed else ""
        row["owner_name"] = owners[row["owner_id"]][0] if closed else ""
        row.setdefault("closed_on", None)
    _numbers(work, rows, "NC", "found_on")


def _training_records(work: Work, rows: Rows) -> None:
    cycles = _names(work, Course, (row["course_id"] for row in rows), Course.cycle_months)
    for row in rows:
        months, done = cycles[row["course_id"]][0], row["completed_on"]
        until: date | None = row.get("valid_until")
        row["valid_until"] = until or valid_until(done, months)


SAYS_MORE = {"staff": ("id_no", frozenset({"birth_date", "gender"}))}
"""Record type -> the field from which a form fills others, and these: what an ID number holds."""


def work_out(prepared: Prepared, record: RecordType, today: date) -> frozenset[str]:
    """Fills the empty cells that another cell of the row answers, as the form does.

    Returns:
        Fields that no column fills and that some row has now; a row that has not says so.
    """
    source, _ = SAYS_MORE.get(record.key, ("", frozenset()))
    if source not in prepared.mapping.fields or record.fill is None:
        return frozenset()
    for row in prepared.rows:
        for key, value in record.fill(source, row.values).items():
            if value is not None and row.values.get(key) in (None, ""):
                row.values[key] = value
                row.flaws = [flaw for flaw in row.flaws if flaw.field != key or flaw.reason is not NEEDED]
    absent = [one.key for one in prepared.unfilled]
    found = frozenset(key for key in absent if any(row.values.get(key) is not None for row in prepared.rows))
    for row in prepared.rows:
        lacking = [key for key in sorted(found) if row.values.get(key) is None]
        if lacking and not any(flaw.field == source for flaw in row.flaws):     # else that is why
            wrong = [flaw for flaw in record.validate(row.values, today) if not flaw.warning and flaw.field == source] \
                if record.validate else []
            row.flaws += [prepared.place(row, flaw.field, flaw.text) for flaw in wrong] \
                or [prepared.place(row, key, NEEDED) for key in lacking]
    return found


FILL: dict[str, Callable[[Work, Rows], None]] = {
    "staff": _staff, "outsider": _outsiders, "inspection": _inspections, "problem": _problems,
    "training_record": _training_records}
"""Record type -> what its rows get before they are inserted."""

ONE_BY_ONE = frozenset({"company", "plan", "checklist", "training_session", "job_standard"})
"""Types whose rows are saved like forms, since editions or child rows hang on them; they are few."""

NEVER_UPDATED = frozenset({"inspection", "problem", "training_record", "report"})
"""Evidence: a known row is left as it is."""
