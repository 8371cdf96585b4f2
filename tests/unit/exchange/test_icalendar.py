"""The calendar file, read by rules of its own: lines, unfolding, values and escapes of RFC 5545."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laborqa_desktop.exchange.icalendar import Event, calendar

MADE = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
HARD = ("王芳, 李四; \\张三\n第二行", "a" * 74 + "é", "䶮" * 40, "🙂" * 30 + "\U00020000", "tab\there",
        "\x00\x1b[31m red", "\r\nBEGIN:VEVENT\r\n", "x\u2028y\x85z", "'; DROP TABLE", "", " leading",
        "ends\\", "\\n \\; \\,", "\ud800bad")


def lines_of(data: bytes) -> list[str]:
    """Content lines, unfolded. Every physical line ends with CRLF, has at most 75 octets, and is text by itself."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for one in physical:
        assert len(one) <= 75
        assert b"\n" not in one
        assert b"\r" not in one
        one.decode()        # no character is cut in two
    return re.sub(rb"\r\n[ \t]", b"", data).decode().split("\r\n")[:-1]


def value(line: str) -> str:
    """The text of a property, its escapes undone."""
    raw = line.partition(":")[2]
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", raw)      # a bare one would part the value
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], raw)


def read(data: bytes) -> list[dict[str, list[str]]]:
    """Its events, property -> values; alarms stand among them as TRIGGER."""
    lines = lines_of(data)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in lines
    open_parts, events = ["VCALENDAR"], list[dict[str, list[str]]]()
    for line in lines[1:-1]:
        name, _, rest = line.partition(":")
        if name == "BEGIN":
            open_parts.append(rest)
            if rest == "VEVENT":
                events.append({})
        elif name == "END":
            assert open_parts.pop() == rest
        elif "VEVENT" in open_parts:
            events[-1].setdefault(name, []).append(line)
    assert open_parts == ["VCALENDAR"]
    return events


def kept(title: str) -> str:
    """A title without what no calendar takes: control characters and halves of characters."""
    lines = "\n".join(title.replace("\t", " ").splitlines())
    return "".join(c for c in lines if c == "\n" or (c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff"))


@pytest.mark.parametrize("title", HARD)
def test_hard_words_come_back_and_break_nothing(title: str) -> None:
    [event] = read(calendar([Event("a-1@x", date(2026, 12, 31), title, "证书, 合同", (7, 30))], title, MADE))
    assert value(event["SUMMARY"][0]) == kept(title)
    assert value(event["CATEGORIES"][0]) == "证书, 合同"
    assert event["DTSTART;VALUE=DATE"] == ["DTSTART;VALUE=DATE:20261231"]
    assert event["DTEND;VALUE=DATE"] == ["DTEND;VALUE=DATE:20270101"]
    assert event["DTSTAMP"] == ["DTSTAMP:20261123T013000Z"]
    assert event["TRIGGER"] == ["TRIGGER:-PT159H", "TRIGGER:-PT711H"]       # 9 o'clock, 7 and 30 days before
    assert event["UID"] == ["UID:a-1@x"]


@given(st.text(max_size=300))
def test_any_title_comes_back(title: str) -> None:
    events = read(calendar([Event("u", date(2026, 1, 1), title, "x"), Event("v", date(2026, 1, 2), "b", "y")], "n",
                           MADE))
    assert len(events) == 2
    assert value(events[0]["SUMMARY"][0]) == kept(title)


def test_an_entry_without_a_day_before_reminds_on_its_own_morning() -> None:
    [event] = read(calendar([Event("u", date(2026, 1, 1), "t", "c", (0,))], "n", MADE))
    assert event["TRIGGER"] == ["TRIGGER:PT9H"]
