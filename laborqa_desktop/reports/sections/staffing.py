"""Section 4: people on site. Names only where the client agreed; never numbers of identity papers or health data."""

from laborqa_desktop.reports.data import Staffing
from laborqa_desktop.reports.figures import DASH, day
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.sections.notes import figures_row
from laborqa_desktop.reports.table import Cell, Column, Styled, Table
from laborqa_desktop.reports.theme import SMALL
from laborqa_desktop.text import N_

_TITLE = N_("Report", "People and attendance")
_POSTS = N_("Report", "People by post")
_CHANGES = N_("Report", "Changes this month")
_NO_CHANGES = N_("Report", "Nobody joined, left or moved this month.")
_NOTHING = N_("Report", "No people were assigned this month.")
_KINDS = {
    "joined": ("+", N_("Report", "joined")),
    "left": ("−", N_("Report", "left")),
    "moved": ("→", N_("Report", "moved")),
}


def write_staffing(flow: Flow, staffing: Staffing) -> None:
    """Section 4."""
    say = flow.speaker.say
    flow.section("4", say(_TITLE))
    if not staffing.figures and not staffing.posts and not staffing.changes:
        flow.paragraph(say(_NOTHING), colour="ink2")
        return
    figures_row(flow, staffing.figures)
    if staffing.posts:
        flow.heading(say(_POSTS))
        sites = any(row.site for row in staffing.posts)
        columns = [Column(say(N_("Report", "Post")), 40, row_heading=True)]
        columns += [Column(say(N_("Report", "Site")), 50)] if sites else []
        columns += [
            Column(say(N_("Report", "Contracted")), 20, "right"),
            Column(say(N_("Report", "Active")), 20, "right"),
            Column(say(N_("Report", "Difference")), 20, "right"),
        ]
        Table(
            flow,
            columns,
            (
                [
                    say(row.post),
                    *([say(row.site)] if sites else []),
                    DASH if row.contracted is None else str(row.contracted),
                    str(row.active),
                    _difference(row.contracted, row.active),
                ]
                for row in staffing.posts
            ),
            SMALL,
        ).draw()
    flow.heading(say(_CHANGES))
    if not staffing.changes:
        flow.paragraph(say(_NO_CHANGES), colour="ink2")
    else:
        named = any(change.name for change in staffing.changes)
        columns = [Column(say(N_("Report", "Date")), 0), Column(say(N_("Report", "Change")), 0)]
        columns += [Column(say(N_("Report", "Name")), 26)] if named else []
        columns += [Column(say(N_("Report", "Post")), 30), Column(say(N_("Report", "Site")), 46)]
        Table(
            flow,
            columns,
            (
                [
                    day(c.on),
                    f"{_KINDS[c.kind][0]} {say(_KINDS[c.kind][1])}",
                    *([say(c.name) or DASH] if named else []),
                    say(c.post),
                    say(c.site),
                ]
                for c in staffing.changes
            ),
            SMALL,
        ).draw()
    for note in staffing.notes:
        flow.note(say(note))


def _difference(contracted: int | None, active: int) -> Cell:
    if contracted is None:
        return DASH
    if active < contracted:
        return Styled(f"▲ −{contracted - active}", "warn", True)
    return f"+{active - contracted}" if active > contracted else "0"
