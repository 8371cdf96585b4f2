"""Small things several sections share: a row of figures, reasons of absent ones, long lists."""

from collections.abc import Sequence

from laborqa_desktop.reports.data import Figure, Words
from laborqa_desktop.reports.figures import DASH
from laborqa_desktop.reports.flow import LEADING, Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.table import Cell, Column, Styled, Table
from laborqa_desktop.reports.theme import SMALL, TINY
from laborqa_desktop.reports.wrapping import shorten, wrap
from laborqa_desktop.text import N_

_ABSENT = N_("Report", "{dash} {name}: {reason}")
_SAME = N_("Report", "The same in all {count} {count:row|rows}: {values}")
_PAIR = N_("Report", "{name}: {value}")
_FEWEST_SAME = 2


def figures_row(flow: Flow, figures: Sequence[tuple[Words, Figure]]) -> None:
    """Name, value and counts side by side, up to five a row, hairlines between."""
    speaker, lines = flow.speaker, -(-len(figures) // 5)
    per_row = max(3, -(-len(figures) // max(lines, 1)))
    width, height = flow.width / per_row, 50.0
    flow.need(lines * (height + 2))
    for start in range(0, len(figures), per_row):
        flow.need(height + 4)
        flow.y -= height
        listing = Tag("L", flow.parent)
        for i, (name, figure) in enumerate(figures[start : start + per_row]):
            x, page = flow.left + i * width, flow.page
            if i:
                with page.decoration():
                    page.line(x - 6, flow.y + 6, x - 6, flow.y + height - 2, "line")
            value = speaker.figure(figure)
            size = min(14.0, 14 * (width - 14) / max(bold().measure(value, 14), 1))
            with page.marked(Tag("LBody", Tag("LI", listing))):
                page.text(
                    x, flow.y + height - 10, shorten(speaker.say(name), width - 12, regular(), SMALL), SMALL, "ink2"
                )
                page.text(x, flow.y + height - 28, value, max(size, 8), bold=True)
                page.text(
                    x, flow.y + height - 41, shorten(speaker.counted(figure), width - 12, regular(), TINY), TINY, "ink2"
                )
        flow.y -= 2
    absent_reasons(flow, figures)


def absent_reasons(flow: Flow, figures: Sequence[tuple[Words, Figure]]) -> None:
    """Why a figure is a dash, one quiet line each; equal reasons once."""
    say = flow.speaker.say
    by_reason: dict[str, list[str]] = {}
    for name, figure in figures:
        if figure.num is None and figure.reason:
            by_reason.setdefault(say(figure.reason), []).append(say(name))
    for reason, names in by_reason.items():
        for line in wrap(
            say(_ABSENT.of(dash=DASH, name=" · ".join(names), reason=reason)), flow.width, regular(), SMALL
        ):
            flow.note(line)


def listing(
    flow: Flow, columns: Sequence[tuple[Column, list[Cell], bool]], size: float = TINY, dense: bool = False
) -> None:
    """A long list: columns without any value are left out, and what is the same in all rows is said once above it.

    Args:
        columns: heading, cells, and whether the column may be left out for being the same throughout.
    """
    say = flow.speaker.say
    shown: list[tuple[Column, list[Cell]]] = []
    same: list[str] = []
    for column, cells, may_go in columns:
        first = cells[0] if cells else ""
        words = (first.text if isinstance(first, Styled) else first).replace("\n", " ")
        if not any(cells):
            continue
        if may_go and words and len(cells) >= _FEWEST_SAME and all(cell == first for cell in cells):
            same.append(say(_PAIR.of(name=column.title, value=words)))
        else:
            shown.append((column, cells))
    rows = zip(*(cells for _, cells in shown), strict=True)
    table = Table(flow, [column for column, _ in shown], rows, size, dense=dense)
    if same:
        words = say(_SAME.of(count=len(columns[0][1]), values=" · ".join(same)))
        flow.need(table.opening + SMALL * LEADING * len(wrap(words, flow.width, regular(), SMALL)) + 6)
        flow.note(words)
        flow.space(3)
    table.draw()
