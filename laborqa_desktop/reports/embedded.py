"""The figures of a report as a data file inside the PDF: JSON that a program can read without guessing."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal

from laborqa_desktop.reports.data import WHEN_SET, QualityReport
from laborqa_desktop.text import Text, english

FORMAT = "laborqa-quality-report/1"


def data_file(report: QualityReport) -> bytes:
    """UTF-8 JSON of all figures and rows; the same report gives the same bytes.

    Dates are ISO, decimals are texts (no rounding), translated words stand in English, pictures are their SHA-256.
    """
    body = {"format": FORMAT, **_plain_fields(report)}
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return words.encode("utf-8", "replace")


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _plain_fields(value: object) -> dict[str, object]:
    return {name: _plain(getattr(value, name)) for name, always in _names(type(value))
            if always or getattr(value, name)}


_NAMES: dict[type, tuple[tuple[str, bool], ...]] = {}


def _names(kind: type) -> tuple[tuple[str, bool], ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple((f.name, not f.metadata.get(WHEN_SET)) for f in fields(kind))
    return _NAMES[kind]


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, float | Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"sha256": digest(value), "bytes": len(value)}
    if isinstance(value, Text):
        return value.say(english)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return _plain_fields(value)
    raise TypeError(f"no plain form for {type(value).__name__}")
