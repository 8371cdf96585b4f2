"""Section 6: problems by category and area, the Pareto chart, what came back."""

from collections.abc import Sequence

from laborqa_desktop.charts.formulas import Cause, pareto, percent
from laborqa_desktop.charts.pareto import pareto_chart
from laborqa_desktop.reports.data import CountRow, Problems
from laborqa_desktop.reports.figures import day
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.sections.notes import listing
from laborqa_desktop.reports.table import Cell, Column, Styled, Table
from laborqa_desktop.reports.theme import SMALL
from laborqa_desktop.text import N_, Text

_TITLE = N_("Report", "Problem analysis")
_NOTHING = N_("Report", "No problems are recorded for this month.")
_TOTAL = N_("Report", "{count} {count:problem was|problems were} found this month.")
_TOTAL_ONE = N_("Report", "{count} {count:problem was|problems were} found this month; severity of all: {severity}.")
_PARETO = N_("Report", "By category (Pareto)")
_PARETO_NOTE = N_("Report", "{count} {count:problem|problems}; dark bars together make up 80 %")
_PARETO_WIDE = N_("Report", "{count} {count:problem|problems}; the {named} largest "
                            "{named:category makes|categories make} up {share}")
_PARETO_ALT = N_("Report", "Pareto chart: {values}")
_OTHER = N_("Report", "Other")
_UNSORTED = N_("Report", "no category")
_SEVERITY = N_("Report", "By severity")
_AREA = N_("Report", "By site or area")
_REPEATS = N_("Report", "Problems that came back")
_MORE = N_("Report", "{count} more with {problems} {problems:problem|problems} {count:is|are} in the embedded data "
                     "file.")
_CATEGORY = N_("Report", "By category")
_FEWEST_BARS = 3
_CHART = 180.0
_MOST_ROWS = 12


def write_problems(flow: Flow, data: Problems) -> None:
    """Section 6."""
    say = flow.speaker.say
    flow.section("6", say(_TITLE), keep=_CHART + 60 if len(data.categories) >= _FEWEST_BARS else 0)
    if not data.total:
        flow.paragraph(say(_NOTHING), colour="ink2")
        return
    if len(data.severities) == 1:
        flow.paragraph(say(_TOTAL_ONE.of(count=data.total, severity=data.severities[0].label)))
    else:
        flow.paragraph(say(_TOTAL.of(count=data.total)))
    if data.categories:
        _categories(flow, data)
    if len(data.severities) > 1:
        _counts(flow, _SEVERITY, N_("Report", "Severity"), data.severities, data.total)
    if data.areas:
        _counts(flow, _AREA, N_("Report", "Site or area"), data.areas, data.total)
    if data.repeats:
        flow.heading(say(_REPEATS))
        rows = data.repeats
        times: list[Cell] = [Styled(str(row.times), bold=True) for row in rows]
        listing(
            flow,
            [
                (Column(say(N_("Report", "No.")), 0, row_heading=True), [r.number for r in rows], False),
                (Column(say(N_("Report", "Problem")), 60), [say(r.name) for r in rows], False),
                (Column(say(N_("Report", "Site")), 44), [r.site for r in rows], True),
                (Column(say(N_("Report", "Times")), 0, "right"), times, False),
                (Column(say(N_("Report", "Last on")), 0), [day(r.last_on) for r in rows], False),
            ],
            SMALL,
        )
    for note in data.notes:
        flow.note(say(note))


def _categories(flow: Flow, data: Problems) -> None:
    say = flow.speaker.say
    counts = [(row.key, say(row.label), row.count) for row in data.categories]
    causes = pareto(counts, say(_OTHER), 8)
    if not causes:
        return
    if len(causes) < _FEWEST_BARS:
        _counts(flow, _CATEGORY, N_("Report", "Category"), data.categories, data.total)
        return
    total = causes[-1].cumulated
    spoken = ", ".join(f"{c.label} {c.count} ({percent(c.cumulated, total)})" for c in causes)
    flow.heading(say(_PARETO), note=say(data.categories_title) or say(_note(causes)))
    flow.drawing(pareto_chart(causes, flow.width, _CHART, description=say(_PARETO_ALT.of(values=spoken))))
    _counts(flow, None, N_("Report", "Category"), data.categories, data.total)


def _note(causes: Sequence[Cause]) -> Text:
    """What the dark bars mean; with many small categories even all of them stay below 80 %."""
    total, named = causes[-1].cumulated, [c for c in causes if not c.other]
    if named and named[-1].cumulated * 100 < total * 80:
        return _PARETO_WIDE.of(count=total, named=len(named), share=percent(named[-1].cumulated, total))
    return _PARETO_NOTE.of(count=total)


def _counts(flow: Flow, title: Text | None, head: Text, rows: Sequence[CountRow], total: int) -> None:
    say = flow.speaker.say
    if title:
        flow.heading(say(title))
    columns = [
        Column(say(head), 80, row_heading=True),
        Column(say(N_("Report", "Problems")), 20, "right"),
        Column(say(N_("Report", "Share")), 20, "right"),
    ]
    named = sorted((r for r in rows if r.key and r.count), key=lambda r: -r.count)
    shown = [*named[:_MOST_ROWS], *(r for r in rows if not r.key and r.count)]
    Table(
        flow,
        columns,
        ([say(r.label) or say(_UNSORTED), Styled(str(r.count), bold=True), percent(r.count, total)] for r in shown),
        SMALL,
    ).draw()
    rest = named[_MOST_ROWS:]
    if rest:
        flow.note(say(_MORE.of(count=len(rest), problems=sum(r.count for r in rest))))
