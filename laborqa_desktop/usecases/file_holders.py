"""Which record holds a file, in words: for whoever has to attach it again."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.inspection import InspectionItem
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES, record_type, types_of
from laborqa_desktop.records.field import Kind
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import forms, many
from laborqa_desktop.usecases.undo_gates import of_kind

Place = tuple[str, int]
"""Key of a record type, id."""


def holders(session: Session, blobs: Sequence[str]) -> dict[str, Text]:
    """Blob id -> kind and name of the record that holds it, the first of several; what none holds is left out."""
    places: dict[str, Place] = {}
    for part in many.parts(blobs):
        for blob, place in _places(session, part):
            places.setdefault(blob, place)
    names: dict[Place, str] = {}
    for key in {key for key, _ in places.values()}:
        ids = [one for of, one in places.values() if of == key]
        names.update({(key, one): name for one, name in forms.labels_of(session, key, ids).items()})
    return {blob: N_("Files", "{kind}: {record}").of(kind=record_type(place[0]).single, record=names[place])
            for blob, place in places.items() if place in names}


def _places(session: Session, blobs: Sequence[str]) -> Iterator[tuple[str, Place]]:
    for blob, table, record_id in session.execute(
            select(AttachmentLink.blob_id, AttachmentLink.table_name, AttachmentLink.record_id)
            .where(AttachmentLink.blob_id.in_(blobs)).order_by(AttachmentLink.id)):
        if table == InspectionItem.__tablename__:
            item = session.get(InspectionItem, record_id)
            table, record_id = "inspection", item.inspection_id if item is not None else 0
        key = next((kind.key for kind in types_of(table) if of_kind(session, kind, record_id) is not None), None)
        if key is not None:
            yield blob, (key, record_id)
    pictures = [(kind.key, kind.model, getattr(kind.model, field.key)) for kind in TYPES.values()
                for field in kind.fields if field.kind is Kind.IMAGE]
    held: list[tuple[str, Any, Any]] = [*pictures, ("report", Report, Report.blob)]
    for key, model, column in held:
        for blob, record_id in session.execute(select(column, model.id).where(column.in_(blobs))):
            yield blob, (key, record_id)
