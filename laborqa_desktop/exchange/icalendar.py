"""A calendar file (RFC 5545) of whole-day entries with alarms, as Outlook, phones and WPS take it.

Written here and not by a library: six properties, two rules for text. Section numbers are those of the RFC.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_PRODUCT = "-//LaborQA Desktop//Reminders//EN"
_LONGEST = 75
"""Octets of one line without its end (3.1)."""


@dataclass(frozen=True)
class Event:
    """One whole day.

    Attributes:
        uid: stable: a later file with the same one replaces this entry.
        alarms: so many days before it, at nine in the morning.
    """

    uid: str
    day: date
    title: str
    category: str
    alarms: tuple[int, ...] = ()


def calendar(events: Iterable[Event], name: str, made: datetime) -> bytes:
    """The file.

    Args:
        made: aware moment in UTC; the newer of two files counts (DTSTAMP, 3.8.7.2).
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{escaped(name)}"]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in folded(line))


def _event(event: Event, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"     # not included (3.6.1)
    yield f"SUMMARY:{escaped(event.title)}"
    yield f"CATEGORIES:{escaped(event.category)}"
    yield "TRANSP:TRANSPARENT"      # it keeps nobody busy
    for days in event.alarms:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(event.title)}"
        yield f"TRIGGER:-PT{days * 24 - 9}H" if days else "TRIGGER:PT9H"
        yield "END:VALARM"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Text as a value (3.3.11): backslash, semicolon, comma and new line are marked; other control characters go."""
    plain = "\n".join(text.replace("\t", " ").splitlines())
    marked = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(c for c in marked if c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff")


def folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, the further ones after a space (3.1); no character is cut in two."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _LONGEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece
