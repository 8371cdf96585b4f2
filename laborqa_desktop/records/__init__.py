"""All record types by key, in the order they are offered."""

from laborqa_desktop.errors import NotFound
from laborqa_desktop.models.base import Flaw
from laborqa_desktop.records.clients import CLIENT, CONTRACT, SITE
from laborqa_desktop.records.field import Column, Field, Kind, Mask, RecordType
from laborqa_desktop.records.people import COMPANY, JOB_STANDARD, ORG_UNIT, OUTSIDER, PERSON, POST, STAFF
from laborqa_desktop.records.quality import CHECKLIST, INSPECTION, PLAN, PROBLEM, REPORT
from laborqa_desktop.records.training import CERTIFICATE, COURSE, TRAINING_RECORD, TRAINING_SESSION
from laborqa_desktop.text import N_

__all__ = ["TARGETS", "TYPES", "Column", "Field", "Flaw", "Kind", "Mask", "RecordType", "record_type", "types_of"]

TYPES: dict[str, RecordType] = {one.key: one for one in (
    COMPANY, STAFF, CERTIFICATE, TRAINING_SESSION, TRAINING_RECORD, COURSE, POST, JOB_STANDARD, ORG_UNIT, OUTSIDER,
    SITE, PLAN, INSPECTION, PROBLEM, CHECKLIST, CLIENT, CONTRACT, REPORT)}
"""Everything that has a list of its own."""

TARGETS: dict[str, RecordType] = {**TYPES, PERSON.key: PERSON}
"""Everything a field may refer to."""


def types_of(table: str) -> list[RecordType]:
    """The types whose records lie in a table; people share one."""
    return [one for one in TYPES.values() if one.model.__tablename__ == table]


def record_type(key: str) -> RecordType:
    """The record type with that key.

    Raises:
        NotFound: there is none; the text names those there are.
    """
    try:
        return TARGETS[key]
    except KeyError:
        raise NotFound(N_("Records", 'There is no record type "{key}". There are: {known}.')
                       .of(key=key, known=", ".join(TYPES))) from None
