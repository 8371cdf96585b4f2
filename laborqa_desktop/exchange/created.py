"""The records that a mapping wants to be there before its first row."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from laborqa_desktop.exchange.convert import PEOPLE, Reading
from laborqa_desktop.exchange.mapping import Created, Mapping
from laborqa_desktop.exchange.rows import Pending
from laborqa_desktop.exchange.sources import constant, describe
from laborqa_desktop.records.field import RecordType


@dataclass(frozen=True)
class NewRecord:
    """A record to be made unless one with the same identity exists.

    Attributes:
        values: field key -> plain value; look-ups are None until they are answered.
        identity: fields and values by which an existing one is known.
        pending: look-ups still open, each with a key of one text.
    """

    kind: str
    values: dict[str, object]
    identity: dict[str, object]
    pending: tuple[Pending, ...]


def new_records(mapping: Mapping, find_type: Callable[[str], RecordType],
                reading: Reading | None = None) -> list[NewRecord]:
    """The records of mapping.create as plain values, in the order in which they are to be made.

    Args:
        find_type: gives the record type of a key and raises NotFound for one that is none.

    Raises:
        UnreadableInput: the mapping names a field that does not exist, or a value it cannot hold.
    """
    reading = reading or Reading()
    return [_new(created, find_type(created.kind), reading) for created in mapping.create]


def _new(created: Created, record: RecordType, reading: Reading) -> NewRecord:
    reading = replace(reading, people=record.key in PEOPLE)
    values: dict[str, object] = {}
    pending: list[Pending] = []
    for key, value in created.values.items():
        described = describe(record, key)
        if key in created.look_ups:
            values[key] = None
            pending.append(Pending(key, created.look_ups[key], (str(value),)))
        else:
            values[key] = constant(described, value, reading)
    return NewRecord(created.kind, values, {key: values.get(key) for key in created.identity}, tuple(pending))
