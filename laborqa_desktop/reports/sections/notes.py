"""Small things several sections share: a row of figures, reasons of absent ones."""

from collections.abc import Sequence

from laborqa_desktop.reports.data import Figure, Words
from laborqa_desktop.reports.figures import DASH
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.theme import SMALL, TINY
from laborqa_desktop.reports.wrapping import shorten, wrap
from laborqa_desktop.text import N_

_ABSENT = N_("Report", "{dash} {name}: {reason}")


def figures_row(flow: Flow, figures: Sequence[tuple[Words, Figure]]) -> None:
    """Name, value and counts side by side, up to five a row, hairlines between."""
    speaker, per_row = flow.speaker, max(3, min(5, len(figures)))
    width, height = flow.width / per_row, 50.0
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
                    x, flow.y + height - 41, shorten(speaker.parts(figure), width - 12, regular(), TINY), TINY, "ink2"
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
