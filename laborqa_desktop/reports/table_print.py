"""Prints any list or record: a title, what was asked for, then a table or label-and-value pairs; tagged A4."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from laborqa_desktop import collector
from laborqa_desktop.reports.archive import Archive, Language, put
from laborqa_desktop.reports.checking import check, texts_of
from laborqa_desktop.reports.figures import Speaker, minute
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold
from laborqa_desktop.reports.furniture import Furniture, furnish
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.table import Cell, Column, Table
from laborqa_desktop.reports.theme import A4, A4_LANDSCAPE, SMALL, TINY
from laborqa_desktop.reports.wrapping import clean, shorten
from laborqa_desktop.text import N_, Translate

_MADE = N_("Report", "Printed {moment}")
_COUNT = N_("Report", "{count} {count:row|rows}")
_EMPTY = N_("Report", "The list is empty.")
_TITLE_SIZE = 16.0
_FOR_A_PEN = 7.5
"""Room above and below a line that makes a row high enough for handwriting, in points."""


@dataclass(frozen=True)
class PrintColumn:
    """One column of a printed list; figures stand at the right. A fitted column never breaks its text."""

    title: str
    right: bool = False
    fitted: bool = False
    width: float = 30.0


@dataclass(frozen=True)
class PrintGroup:
    """A group of a printed record: label and value pairs, then child rows.

    Attributes:
        across: so many pairs stand side by side.
        by_hand: rows are high enough to be filled in with a pen.
    """

    title: str
    pairs: tuple[tuple[str, str], ...] = ()
    columns: tuple[PrintColumn, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    across: int = 1
    by_hand: bool = False


@dataclass(frozen=True)
class Printout:
    """What is printed, already in its language.

    Attributes:
        subtitle: filters and search of a list, the number of a record.
        company: stands in the header.
        made: aware moment, printed and used as the file's date.
        columns, rows: the list; empty for a record.
        groups: the groups of a record.
    """

    title: str
    company: str
    made: datetime
    subtitle: str = ""
    columns: tuple[PrintColumn, ...] = ()
    rows: Sequence[Sequence[str]] = ()
    groups: tuple[PrintGroup, ...] = ()
    landscape: bool = True
    person: str = field(default="")


def print_table(printout: Printout, translate: Translate, language: Language, out: BinaryIO | Path) -> int:
    """Writes the list or record as PDF and returns its number of pages.

    Raises:
        Refused: a text is too long, or no font has one of its characters; nothing is written.
    """
    with collector.at_rest():       # many small objects without cycles: looks through them take a third
        pdf, pages = _build(printout, Speaker(translate), language)
    put(pdf, out)
    return pages


def table_pdf(printout: Printout, translate: Translate, language: Language) -> bytes:
    """The same as bytes."""
    out = BytesIO()
    print_table(printout, translate, language, out)
    return out.getvalue()


def _build(printout: Printout, speaker: Speaker, language: Language) -> tuple[bytes, int]:
    check(texts_of((printout.title, printout.subtitle, printout.company, printout.columns, printout.groups)))
    check((row[0] if row else printout.title, cell) for row in printout.rows for cell in row)
    archive = Archive(clean(printout.title), clean(printout.company), language, printout.made)
    flow = Flow(archive, speaker, A4_LANDSCAPE if printout.landscape else A4)
    _head(flow, printout)
    if printout.columns:
        _rows(flow, printout.columns, printout.rows, TINY)
        flow.note(speaker.say(_COUNT.of(count=len(printout.rows)) if printout.rows else _EMPTY))
    for group in printout.groups:
        _group(flow, group)
    moment = speaker.say(_MADE.of(moment=minute(printout.made)))
    foot = f"{moment} · {clean(printout.person)}" if printout.person else moment
    furnish(archive, Furniture(clean(printout.company), clean(printout.title), foot), speaker)
    return archive.to_bytes(), len(archive.pages)


def _head(flow: Flow, printout: Printout) -> None:
    flow.y -= _TITLE_SIZE
    with flow.page.marked(Tag("H1", flow.parent)):
        title = shorten(clean(printout.title), flow.width, bold(), _TITLE_SIZE)
        flow.page.text(flow.left, flow.y, title, _TITLE_SIZE, bold=True)
    flow.y -= 6
    if printout.subtitle:
        flow.paragraph(clean(printout.subtitle), SMALL, "ink2")
    flow.y -= 6


def _rows(flow: Flow, columns: Sequence[PrintColumn], rows: Sequence[Sequence[Cell]], size: float,
          padding: float | None = None) -> None:
    shape = [
        Column(clean(c.title), 0 if c.fitted else c.width, "right" if c.right else "left", i == 0)
        for i, c in enumerate(columns)
    ]
    Table(flow, shape, rows, size, padding=padding, sections=True).draw()


def _group(flow: Flow, group: PrintGroup) -> None:
    padding = _FOR_A_PEN if group.by_hand else None
    if group.title:
        flow.section("", clean(group.title), 40)
    if group.pairs:
        widest, room = max(bold().measure(clean(label), SMALL) for label, _ in group.pairs), flow.width / group.across
        labels = min(widest + 14, room * 0.34 if group.across == 1 else room * 0.5)
        columns = [Column("", labels, row_heading=True), Column("", room - labels)] * group.across
        Table(flow, columns, _abreast(group.pairs, group.across), SMALL, heading=False, padding=padding).draw()
    if group.columns and group.rows:
        flow.space(4)
        _rows(flow, group.columns, group.rows, TINY, padding)


def _abreast(pairs: Sequence[tuple[str, str]], across: int) -> list[tuple[str, ...]]:
    """The pairs from top to bottom, then to the next ones at the right."""
    high = -(-len(pairs) // across)
    filled = [*pairs, *[("", "")] * (high * across - len(pairs))]
    return [tuple(word for pair in filled[row::high] for word in pair) for row in range(high)]
