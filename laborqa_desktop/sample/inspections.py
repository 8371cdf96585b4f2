"""Enters checklists and the inspections of half a year; scores come from the same function as in daily work."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from laborqa_desktop.models.enums import InspectionState, Scoring
from laborqa_desktop.models.inspection import (
    FAILING,
    Checklist,
    ChecklistItem,
    Inspection,
    InspectionItem,
    ItemAnswer,
    score,
)
from laborqa_desktop.sample import names, sites
from laborqa_desktop.sample.agenda import Agenda
from laborqa_desktop.sample.answers import Answered, answers
from laborqa_desktop.sample.checklist_cleaning import DAILY
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.sample.problems import Found, ProblemBook
from laborqa_desktop.sample.schedule import SHEETS, Visit, visits
from laborqa_desktop.store.counters import next_number
from laborqa_desktop.store.unit import Work

SERIES = "QC"
REVIEWED_AFTER = 6
DRAFT_ANSWERED = 14
VOID = 40
"""Number of the inspection that was entered by mistake and voided."""


def checklists(work: Work, ids: Ids, first: date) -> None:
    """The five checklists, in force since the sample's first day."""
    for sheet in SHEETS:
        checklist = Checklist(
            code=sheet.code,
            name=sheet.name,
            type=sheet.kind,
            service_type=sheet.service,
            edition=1,
            status="active",
            pass_mark=sheet.pass_mark,
            effective_from=first,
        )
        checklist.items = [
            ChecklistItem(position=no, section=section, **_of_line(line, sheet.pass_fail))
            for no, (section, line) in enumerate(sheet.lines())
        ]
        work.session.add(checklist)
        work.session.flush()
        ids.checklists[sheet.code] = checklist.id


def _of_line(line: Any, pass_fail: bool) -> dict[str, Any]:
    return {
        "text": line.text,
        "requirement": line.requirement,
        "method": line.method,
        "weight_x100": line.points * 100,
        "response_kind": "pass_fail" if pass_fail else "grade",
        "critical": line.critical,
        "note_on_fail": True,
        "photo_on_fail": line.critical,
        "severity_if_fail": "major" if line.critical else "minor",
    }


def inspections(agenda: Agenda, ids: Ids, book: ProblemBook, random: Random) -> None:
    """Plans every visit with the problems it raises, and a draft of today."""
    by_day: dict[date, list[tuple[int, Visit, list[Answered]]]] = {}
    for number, visit in enumerate(visits(agenda, random)):
        by_day.setdefault(visit.day, []).append((number, visit, answers(visit.sheet, visit.site, visit.bad, random)))
    for day, made in by_day.items():
        agenda.on(day, _of_day(made, ids, book, agenda.today))
    agenda.on(agenda.today, _draft(ids, agenda.today))


def _of_day(
    made: list[tuple[int, Visit, list[Answered]]], ids: Ids, book: ProblemBook, today: date
) -> Callable[[Work], None]:
    def enter(work: Work) -> None:
        heads = [_head(work, number, visit, lines, ids, today) for number, visit, lines in made]
        new = work.add_all_fast(Inspection, heads)
        rows = [
            _row(one, position, answered, visit)
            for one, (_, visit, lines) in zip(new, made, strict=True)
            for position, answered in enumerate(lines)
        ]
        work.add_all_fast(InspectionItem, rows)
        found = [
            Found(inspection, position, answered, visit)
            for inspection, (number, visit, lines) in zip(new, made, strict=True)
            if number != VOID
            for position, answered in enumerate(lines)
            if answered.answer in FAILING and not answered.corrected
        ]
        book.enter(work, found)

    return enter


def _head(work: Work, number: int, visit: Visit, lines: list[Answered], ids: Ids, today: date) -> dict[str, Any]:
    place = sites.SITES[visit.site]
    client = next(one for one in sites.CLIENTS if one[0] == place.client)
    result = score(ItemAnswer(one.line.points * 100, one.answer, one.line.critical) for one in lines)
    code = f"{SERIES}-{visit.day.year}-{next_number(work.session, SERIES, visit.day.year):04d}"
    reviewed = (today - visit.day).days > REVIEWED_AFTER and number % 3 != 2
    state = (
        InspectionState.VOID if number == VOID else InspectionState.REVIEWED if reviewed else InspectionState.SUBMITTED
    )
    signed = visit.sheet.kind != "mystery" and number % 4 != 3
    contact = client[9][-1][0] if len(client[9]) < 3 else client[9][1][0]
    review_day = visit.day + timedelta(days=3)
    return {
        "code": code,
        "checklist_id": ids.checklists[visit.sheet.code],
        "site_id": ids.sites[visit.site],
        "client_id": ids.clients[place.client],
        "inspector_id": ids.people[visit.inspector],
        "type": visit.sheet.kind,
        "inspected_on": visit.day,
        "started_at": visit.start,
        "minutes": visit.minutes,
        "area": "",
        "shift": "早班" if visit.start < "14" else "中班",
        "accompanied_by": contact if signed else "",
        "summary": "",
        "hidden_until": visit.day + timedelta(days=14) if visit.sheet.kind == "mystery" else None,
        "state": state.value,
        "void_reason": "录入时选错项目点，已按实际项目点重新检查" if number == VOID else "",
        "submitted_at": work.now,
        "client_signed_by": contact if signed else "",
        "client_signed_on": visit.day if signed else None,
        "reviewed_by": "何静" if reviewed else "",
        "reviewed_on": review_day if reviewed else None,
        "site_name": place.name,
        "client_name": client[1],
        "inspector_name": names.PEOPLE[visit.inspector][0],
        "checklist_name": visit.sheet.name,
        "checklist_edition": 1,
        "pass_mark": visit.sheet.pass_mark,
        "earned": result.earned,
        "maximum": result.maximum,
        "items_passed": result.passed,
        "items_rated": result.rated,
        "corrected_on_spot": sum(one.corrected for one in lines),
        "critical_failed": result.critical_failed,
        "result": result.result(visit.sheet.pass_mark).value,
    }


def _row(inspection: int, position: int, answered: Answered, visit: Visit) -> dict[str, Any]:
    return {
        "inspection_id": inspection,
        "position": position,
        "section": answered.section,
        **_of_line(answered.line, visit.sheet.pass_fail),
        "answer": answered.answer,
        "corrected_on_spot": answered.corrected,
        "comment": answered.comment,
    }


def _draft(ids: Ids, today: date) -> Callable[[Work], None]:
    def enter(work: Work) -> None:
        draft = Inspection(
            checklist_id=ids.checklists[DAILY.code],
            site_id=ids.sites[0],
            client_id=ids.clients["KH-01"],
            inspector_id=ids.people[1],
            type=DAILY.kind,
            inspected_on=today,
            started_at="08:40",
            shift="早班",
            pass_mark=DAILY.pass_mark,
            scoring=Scoring.WEIGHTED.value,
            checklist_name=DAILY.name,
            checklist_edition=1,
        )
        grades = "11221314141210"
        answer = {"1": "excellent", "2": "good", "3": "fair", "4": "poor", "0": "na"}
        draft.items = []
        for position, (section, line) in enumerate(DAILY.lines()):
            item = InspectionItem(position=position, section=section, **_of_line(line, False))
            if position < DRAFT_ANSWERED:
                item.answer = answer[grades[position]]
                item.comment = line.fault if item.answer == "poor" else ""
            draft.items.append(item)
        work.session.add(draft)

    return enter
