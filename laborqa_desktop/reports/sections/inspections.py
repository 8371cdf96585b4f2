"""Section 5: inspections by type, rates, scores by area, the p chart, and the full list (annex A)."""

from collections.abc import Sequence

from laborqa_desktop.charts.areas import Area, area_bars
from laborqa_desktop.charts.control import ControlWords, control_chart
from laborqa_desktop.charts.formulas import p_chart, percent, rounded
from laborqa_desktop.charts.trend import Month, trend_chart
from laborqa_desktop.reports.data import InspectionRow, Inspections, MonthFigure, ScoreRow
from laborqa_desktop.reports.figures import DASH, day, number
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.sections.notes import figures_row, listing
from laborqa_desktop.reports.table import Cell, Column, Styled, Table
from laborqa_desktop.reports.theme import SMALL
from laborqa_desktop.text import N_

_TITLE = N_("Report", "Inspection results")
_NOTHING = N_("Report", "No inspections are recorded for this month.")
_TYPES = N_("Report", "By type")
_AREAS = N_("Report", "Score by area")
_P_CHART = N_("Report", "Share of failed inspections (p chart)")
_TREND = N_("Report", "Pass rate over 12 months")
_BEST = N_("Report", "Best")
_WORST = N_("Report", "Weakest")
_LIST = N_("Report", "All inspections of the month")
_LIST_BEHIND = N_("Report", "The full list of {count} {count:inspection|inspections} stands in annex A.")
_ANNEX = N_("Report", "Annex A: all inspections of the month ({count})")
_PASS_MARK = N_("Report", "pass mark {mark}")
_NOTE_N = N_("Report", "n={n}")
_AREA_ALT = N_("Report", "Bar chart, score by area: {values}")
_P_ALT = N_("Report", "Control chart with {count} {count:point|points}: mean {mean}; points out of limits: {out}")
_TREND_ALT = N_("Report", "Line chart, pass rate by month: {values}")
_NONE = N_("Report", "none")
_REFERENCE = N_("Report", "For reference only: fewer than 12 points")
_TOO_FEW = N_("Report", "No control chart: it has {count} {count:point|points} and needs at least {least}.")
_UNSCORED = N_("Report", "not scored")
_UPPER, _MEAN, _LOWER = N_("Report", "UCL"), N_("Report", "mean"), N_("Report", "LCL")
_ABOVE, _BELOW = N_("Report", "above limit"), N_("Report", "below limit")
_OUTCOMES = {
    "pass": Styled("●", "ok"),
    "fail": Styled("▲", "warn", True),
    "not_rated": Styled("○", "ink2"),
}
_OUTCOME_WORDS = {"pass": N_("Report", "pass"), "fail": N_("Report", "fail"), "not_rated": N_("Report", "not rated")}
_FEW_ROWS = 25
_FEWEST_POINTS = 4


def write_inspections(flow: Flow, data: Inspections) -> None:
    """Section 5."""
    say = flow.speaker.say
    flow.section("5", say(_TITLE))
    if not data.total:
        flow.paragraph(say(_NOTHING), colour="ink2")
        return
    figures_row(flow, data.figures)
    for line in data.basis:
        flow.note(say(line))
    if data.types:
        _types(flow, data)
    if data.samples:
        _control(flow, data)
    if sum(number(m.figure) is not None for m in data.trend) > 1:
        _trend(flow, data)
    if data.areas:
        _areas(flow, data)
    for title, rows in ((_WORST, data.worst), (_BEST, data.best)):
        if rows:
            _scores(flow, say(title), rows)
    if 0 < len(data.rows) <= _FEW_ROWS:
        flow.heading(say(_LIST))
        list_inspections(flow, data.rows)
    elif data.rows:
        flow.space(8)
        flow.note(say(_LIST_BEHIND.of(count=len(data.rows))))


def write_inspection_annex(flow: Flow, data: Inspections) -> None:
    """Annex A, when the list is too long for the section."""
    if len(data.rows) > _FEW_ROWS:
        flow.new_page()
        flow.section("", flow.speaker.say(_ANNEX.of(count=len(data.rows))))
        list_inspections(flow, data.rows, dense=True)


def _types(flow: Flow, data: Inspections) -> None:
    speaker, say = flow.speaker, flow.speaker.say
    flow.heading(say(_TYPES))
    heads = (
        N_("Report", "Type"),
        N_("Report", "Planned"),
        N_("Report", "Done"),
        N_("Report", "Pass rate"),
        N_("Report", "Counted"),
        N_("Report", "Mean score"),
        N_("Report", "Scored"),
    )
    columns = [
        Column(say(head), 34 if i == 0 else 20, "left" if i == 0 else "right", i == 0) for i, head in enumerate(heads)
    ]
    Table(
        flow,
        columns,
        (
            [
                say(t.kind),
                DASH if t.planned is None else str(t.planned),
                str(t.done),
                Styled(speaker.figure(t.passed), bold=True),
                speaker.parts(t.passed),
                speaker.figure(t.score),
                "" if t.score.den is None else say(_NOTE_N.of(n=t.score.den)),
            ]
            for t in data.types
        ),
        SMALL,
    ).draw()


def _control(flow: Flow, data: Inspections) -> None:
    say, figures = flow.speaker.say, p_chart(data.samples)
    if figures is None:
        return
    if len(figures.samples) < _FEWEST_POINTS:
        flow.space(4)
        flow.note(say(_TOO_FEW.of(count=len(figures.samples), least=_FEWEST_POINTS)))
        return
    flow.heading(say(_P_CHART), note=say(data.samples_title))
    out = ", ".join(
        f"{figures.samples[i].label} {percent(figures.samples[i].bad, figures.samples[i].n)}" for i in figures.out
    )
    words = ControlWords(
        say(_UPPER),
        say(_MEAN),
        say(_LOWER),
        say(_ABOVE),
        say(_BELOW),
        say(_REFERENCE),
        say(_P_ALT.of(count=len(figures.samples), mean=rounded(figures.mean * 100, 1) + "%", out=out or say(_NONE))),
    )
    flow.drawing(control_chart(figures, words, flow.width, 150))


def _trend(flow: Flow, data: Inspections) -> None:
    speaker, say = flow.speaker, flow.speaker.say
    flow.heading(say(_TREND), note=say(data.trend_title))
    months = [_month(flow, m) for m in data.trend]
    spoken = ", ".join(f"{m.month:%Y-%m} {speaker.figure(m.figure)}" for m in data.trend)
    flow.drawing(trend_chart(months, flow.width, 122, description=say(_TREND_ALT.of(values=spoken))))


def _month(flow: Flow, month: MonthFigure) -> Month:
    return Month(f"{month.month:%y-%m}", number(month.figure), flow.speaker.figure(month.figure))


def _areas(flow: Flow, data: Inspections) -> None:
    speaker, say = flow.speaker, flow.speaker.say
    mark = float(data.pass_mark) if data.pass_mark is not None else None
    label = say(_PASS_MARK.of(mark=rounded(data.pass_mark, 0))) if data.pass_mark is not None else ""
    for start in range(0, len(data.areas), 24):
        rows = [
            Area(
                say(row.name),
                number(row.figure),
                speaker.value(row.figure) if number(row.figure) is not None else say(_UNSCORED),
                say(_NOTE_N.of(n=row.n)),
            )
            for row in data.areas[start : start + 24]
        ]
        spoken = ", ".join(f"{row.label} {row.text}" for row in rows)
        chart = area_bars(rows, flow.width, 8.0, mark, label, say(_AREA_ALT.of(values=spoken)))
        if start == 0:
            flow.heading(say(data.areas_title) or say(_AREAS))
        flow.drawing(chart)


def _scores(flow: Flow, title: str, rows: Sequence[ScoreRow]) -> None:
    speaker, say = flow.speaker, flow.speaker.say
    flow.heading(title)
    places = any(row.detail for row in rows)
    columns = [Column(say(N_("Report", "Item")), 60, row_heading=True)]
    columns += [Column(say(N_("Report", "Where")), 46)] if places else []
    columns += [Column(say(N_("Report", "Value")), 0, "right"), Column(say(N_("Report", "Counted")), 0, "right")]
    Table(
        flow,
        columns,
        (
            [
                say(row.name),
                *([say(row.detail)] if places else []),
                Styled(speaker.figure(row.figure), bold=True),
                speaker.parts(row.figure) if row.figure.unit == "percent" else say(_NOTE_N.of(n=row.n)),
            ]
            for row in rows
        ),
        SMALL,
    ).draw()


def list_inspections(flow: Flow, rows: Sequence[InspectionRow], dense: bool = False) -> None:
    """The full list; columns without any value, or with one value throughout, are left out."""
    speaker, say = flow.speaker, flow.speaker.say
    results = {
        key: Styled(f"{style.text} {say(_OUTCOME_WORDS[key])}", style.colour, style.bold)
        for key, style in _OUTCOMES.items()
    }
    kinds = {row.kind: say(row.kind) for row in rows}
    scores: list[Cell] = [DASH if number(row.score) is None else speaker.value(row.score) for row in rows]
    columns: list[tuple[Column, list[Cell], bool]] = [
        (Column(say(N_("Report", "No.")), 0), [row.number for row in rows], False),
        (Column(say(N_("Report", "Date")), 0), [day(row.on) for row in rows], False),
        (Column(say(N_("Report", "Site")), 46), [row.site for row in rows], True),
        (Column(say(N_("Report", "Area")), 30), [row.area for row in rows], True),
        (Column(say(N_("Report", "Type")), 0), [kinds[row.kind] for row in rows], True),
        (Column(say(N_("Report", "Checklist")), 34), [row.checklist for row in rows], True),
        (Column(say(N_("Report", "Inspector")), 0), [row.inspector for row in rows], True),
        (Column(say(N_("Report", "Score")), 0, "right"), scores, False),
        (Column(say(N_("Report", "Result")), 0), [results[row.outcome] for row in rows], False),
        (Column(say(N_("Report", "Problems")), 0, "right"), [str(row.findings or "") for row in rows], False),
        (Column(say(N_("Report", "Remark")), 80), [row.remark for row in rows], False),
    ]
    listing(flow, columns, dense=dense)
