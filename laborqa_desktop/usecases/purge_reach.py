"""What belongs to one person alone: rows, stored files, and the words that are looked for everywhere."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company, OrgUnit
from laborqa_desktop.models.history import AttachmentLink, Blob, History
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.report import Report
from laborqa_desktop.store.erasing import Words

SEARCHED = ("name", "id_no", "phone", "address", "emergency_phone", "emergency_name")
"""Columns whose values are looked for in other records too, those of the past included."""

CHILDREN = ("employment", "work_history", "internal_move", "skill", "consent")

_LONG = 6
"""A value other than a name must have so many characters to be looked for in other records."""


def pseudonym_of(person_id: int) -> str:
    """What stands in place of the name; the same after every restore."""
    return f"已删除人员-{person_id:04d}"


def own_rows(session: Session, person_id: int) -> dict[str, set[int]]:
    """Table -> ids of everything that is the person's alone, what was deleted long ago included."""
    own: dict[str, set[int]] = {"person": {person_id}}
    for name in (*CHILDREN, "certificate"):
        table = Base.metadata.tables[name]
        now = session.scalars(select(table.c.id).where(table.c.person_id == person_id))
        own[name] = {*now, *_past_rows(session, name, {"person_id": person_id})}
    links: set[int] = set()
    for name in ("person", "certificate", "consent"):
        for one in own[name]:
            links |= set(session.scalars(select(AttachmentLink.id).where(
                AttachmentLink.table_name == name, AttachmentLink.record_id == one)))
            links |= _past_rows(session, "attachment_link", {"table_name": name, "record_id": one})
    own["attachment_link"] = links
    return own


def _past_rows(session: Session, table: str, holding: dict[str, Any]) -> set[int]:
    """Ids of rows whose history says that they belonged there."""
    query = select(History.row_id).distinct().where(History.table_name == table, History.changes.is_not(None))
    for column, value in holding.items():
        query = query.where(or_(*(func.json_extract(History.changes, f"$.{column}[{side}]") == value
                                  for side in (0, 1))))
    return set(session.scalars(query))


def blobs_of(session: Session, who: Person, own: dict[str, set[int]]) -> set[str]:
    """Stored files of the person: attached now or earlier, and every photo there was."""
    found = {who.photo} | _past_values(session, "person", own["person"], "photo")
    found |= set(session.scalars(select(AttachmentLink.blob_id).where(AttachmentLink.id.in_(own["attachment_link"]))))
    found |= _past_values(session, "attachment_link", own["attachment_link"], "blob_id")
    known = {one for one in found if one}
    return set(session.scalars(select(Blob.id).where(Blob.id.in_(known))))


def _past_values(session: Session, table: str, ids: Iterable[int], column: str) -> set[Any]:
    """Every value a column of those rows ever had, as the history tells it."""
    sides = [func.json_extract(History.changes, f"$.{column}[{side}]") for side in (0, 1)]
    rows = session.execute(select(*sides).where(History.table_name == table, History.row_id.in_(list(ids)),
                                                History.changes.is_not(None)))
    return {value for row in rows for value in row if value}


def used_elsewhere(session: Session, own: dict[str, set[int]], person_id: int) -> set[str]:
    """Stored files that something else needs: other links, reports, pictures of the company and of other people."""
    found = set(session.scalars(select(AttachmentLink.blob_id).where(
        AttachmentLink.id.not_in(own["attachment_link"]))))
    found |= set(session.scalars(select(Report.blob)))
    found |= set(session.scalars(select(Person.photo).where(Person.photo.is_not(None), Person.id != person_id)))
    for column in (Company.logo, Company.seal, Company.signature):
        found |= {one for one in session.scalars(select(column)) if one}
    return found


def words_of_person(session: Session, who: Person) -> Words:
    """What is looked for everywhere: every name and number the person had and nobody else has."""
    values: set[str] = set()
    for column in SEARCHED:
        kept = {getattr(who, column), *_past_values(session, "person", [who.id], column)} - {None, ""}
        values |= {one for one in kept if len(one) >= (2 if column == "name" else _LONG)
                   or (column == "emergency_name" and len(one) >= 2)}
    own = Base.metadata.tables["certificate"]
    values |= {one for one in session.scalars(select(own.c.number).where(own.c.person_id == who.id))
               if len(one) >= _LONG}
    for column in SEARCHED:
        values -= set(session.scalars(select(getattr(Person, column)).where(
            Person.id != who.id, getattr(Person, column).in_(values))))
    longer: set[str] = set()
    for named in (Person.name, Client.name, Client.short_name, Site.name, OrgUnit.name, Company.legal_name):
        for value in values:
            longer |= set(session.scalars(select(named).where(named.contains(value, autoescape=True),
                                                              func.length(named) > len(value))))
    return Words(tuple(sorted(values)), pseudonym_of(who.id), tuple(sorted(longer)))
