"""Sections 1 and 2: the month in a few lines, and every contract figure against its target."""

from collections.abc import Sequence
from decimal import Decimal

from laborqa_desktop.charts.formulas import rounded
from laborqa_desktop.charts.trend import sparkline
from laborqa_desktop.reports.data import Kpi, Summary
from laborqa_desktop.reports.figures import DASH, number
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.sections.notes import absent_reasons
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.table import Cell, Column, Styled, Table
from laborqa_desktop.reports.theme import SMALL, TINY
from laborqa_desktop.reports.wrapping import shorten, wrap
from laborqa_desktop.text import N_

_TITLE = N_("Report", "This month in brief")
_VERDICT = N_("Report", "Overall")
_HIGHLIGHTS = N_("Report", "Highlights")
_CONCERNS = N_("Report", "Concerns")
_DECISIONS = N_("Report", "Decisions we ask of you")
_NOTHING_TYPED = N_("Report", "Key figures: {met} of {judged} {judged:target|targets} met, {open} not judged.")
_ALL_JUDGED = N_("Report", "Key figures: {met} of {judged} {judged:target|targets} met.")
_NONE_JUDGED = N_("Report", "No key figure can be judged from this month's records.")
_KPIS = N_("Report", "Key figures against target")
_NO_KPIS = N_("Report", "No key figures are agreed for this month.")
_MET = N_("Report", "met")
_NOT_MET = N_("Report", "not met")
_NOT_JUDGED = N_("Report", "not judged")
_TREND = N_("Report", "{name}: the last {count} {count:month|months}, oldest first: {values}")
_HEADS = (
    N_("Report", "Figure"),
    N_("Report", "Target"),
    N_("Report", "Actual"),
    N_("Report", "Counted"),
    N_("Report", "Last month"),
    N_("Report", "3 months"),
    N_("Report", "Result"),
    N_("Report", "Deduction"),
)
_DEFINITIONS = N_("Report", "How the figures are counted")
_DEFINED = N_("Report", "{name}: {definition}")
_STATES = {True: ("●", "ok", _MET), False: ("▲", "warn", _NOT_MET), None: ("○", "ink2", _NOT_JUDGED)}


def write_summary(flow: Flow, summary: Summary, kpis: Sequence[Kpi]) -> None:
    """Section 1."""
    say = flow.speaker.say
    flow.section("1", say(_TITLE))
    if kpis:
        _strip(flow, kpis[:10])
    if summary.verdict:
        flow.heading(say(_VERDICT))
        flow.paragraph(say(summary.verdict))
    elif kpis:
        met, judged = sum(k.met is True for k in kpis), sum(k.met is not None for k in kpis)
        flow.paragraph(
            say(
                _NONE_JUDGED
                if not judged
                else _ALL_JUDGED.of(met=met, judged=judged)
                if judged == len(kpis)
                else _NOTHING_TYPED.of(met=met, judged=judged, open=len(kpis) - judged)
            )
        )
    for title, items, mark, colour in (
        (_HIGHLIGHTS, summary.highlights, "▲", "ok"),
        (_CONCERNS, summary.concerns, "▼", "warn"),
        (_DECISIONS, summary.decisions, "◆", "accent"),
    ):
        if any(items):
            flow.heading(say(title))
            flow.bullets([say(item) for item in items], mark, colour)


def _strip(flow: Flow, kpis: Sequence[Kpi]) -> None:
    """Cards with value and state; symbol and word carry the state, colour repeats it."""
    per_row = len(kpis) if len(kpis) <= 5 else -(-len(kpis) // 2)
    gap, height = 8.0, 74.0
    width = (flow.width - gap * (per_row - 1)) / per_row
    flow.need(height)
    listing = Tag("L", flow.parent)
    for start in range(0, len(kpis), per_row):
        flow.need(height)
        flow.y -= height
        for i, kpi in enumerate(kpis[start : start + per_row]):
            _card(flow, kpi, flow.left + i * (width + gap), width, height, listing)
        flow.y -= gap


def _card(flow: Flow, kpi: Kpi, x: float, width: float, height: float, listing: Tag) -> None:
    page, speaker = flow.page, flow.speaker
    mark, colour, word = _STATES[kpi.met]
    top, inner = flow.y + height, width - 18
    with page.decoration():
        page.rect(x, flow.y, width, height, "surface", "line", 0.8, 5)
        page.rect(x + 9, top - 1.6, 20, 1.6, colour)
    value = speaker.figure(kpi.actual)
    size = min(17.0, 17 * inner / bold().measure(value, 17))
    lines = [value] if size >= 11 else wrap(value, inner, bold(), 9)[:2]
    with page.marked(Tag("LBody", Tag("LI", listing))):
        page.text(x + 9, top - 17, shorten(speaker.say(kpi.name), inner, regular(), SMALL), SMALL, "ink2")
        for i, line in enumerate(lines):
            page.text(
                x + 9, top - (38 if len(lines) == 1 else 31 + 11 * i), line, size if len(lines) == 1 else 9, bold=True
            )
        page.text(x + 9, top - 52, shorten(speaker.counted(kpi.actual), inner, regular(), TINY), TINY, "ink2")
        state = f"{mark} {speaker.say(word)}"
        page.text(x + 9, top - 66, state, SMALL, colour, bold=kpi.met is False)
        if kpi.target is not None:
            room = inner - bold().measure(state, SMALL) - 5
            target = speaker.target(kpi)
            if regular().measure(target, TINY) <= room:
                page.text(x + width - 9, top - 66, target, TINY, "ink2", anchor="end")


def write_kpis(flow: Flow, kpis: Sequence[Kpi]) -> None:
    """Section 2."""
    say = flow.speaker.say
    flow.section("2", say(_KPIS))
    if not kpis:
        flow.paragraph(say(_NO_KPIS), colour="ink2")
        return
    deductions = any(k.deduction_fen for k in kpis)
    aligns = ("left", "right", "right", "right", "right", "right", "left", "right")
    columns = [
        Column(say(head), 1 if i == 0 else 0, align, row_heading=i == 0)  # type: ignore[arg-type]
        for i, (head, align) in enumerate(zip(_HEADS, aligns, strict=True))
        if i < 7 or deductions
    ]
    Table(flow, columns, (_row(flow, kpi, deductions) for kpi in kpis), SMALL).draw()
    absent_reasons(flow, [(kpi.name, kpi.actual) for kpi in kpis])
    _sparks(flow, kpis)
    defined = [kpi for kpi in kpis if kpi.definition]
    if defined:
        flow.heading(say(_DEFINITIONS))
        for kpi in defined:
            flow.paragraph(say(_DEFINED.of(name=say(kpi.name), definition=say(kpi.definition))), SMALL, "ink2")


def _row(flow: Flow, kpi: Kpi, deductions: bool) -> list[Cell]:
    speaker = flow.speaker
    mark, colour, word = _STATES[kpi.met]
    trend = "  ".join(speaker.figure(f) if not speaker.too_small(f) else f"n={f.den}" for f in kpi.trend[-3:]) or DASH
    row: list[Cell] = [
        speaker.say(kpi.name),
        speaker.target(kpi),
        Styled(speaker.figure(kpi.actual), bold=True),
        Styled(speaker.counted(kpi.actual), "ink2"),
        Styled(speaker.figure(kpi.last_month), "ink2"),
        Styled(trend, "ink2"),
        Styled(f"{mark} {speaker.say(word)}", colour, kpi.met is False),
    ]
    if deductions:
        row.append(rounded(Decimal(kpi.deduction_fen) / 100, 2) if kpi.deduction_fen else DASH)
    return row


def _sparks(flow: Flow, kpis: Sequence[Kpi]) -> None:
    """The last 12 months of each figure, four a row."""
    drawn = [(kpi, [number(f) for f in kpi.trend]) for kpi in kpis]
    drawn = [(kpi, values) for kpi, values in drawn if sum(v is not None for v in values) > 1]
    if not drawn:
        return
    speaker, per_row, gap = flow.speaker, 4, 12.0
    width = (flow.width - gap * (per_row - 1)) / per_row
    flow.heading(speaker.say(N_("Report", "12-month course")))
    for start in range(0, len(drawn), per_row):
        chunk = drawn[start : start + per_row]
        flow.need(52)
        flow.y -= 52
        for i, (kpi, values) in enumerate(chunk):
            x = flow.left + i * (width + gap)
            name = speaker.say(kpi.name)
            known = ", ".join(speaker.figure(f) for f in kpi.trend)
            value = speaker.figure(kpi.trend[-1])
            value = value if len(value) < 9 else DASH
            room = bold().measure(value, SMALL) + 8
            spoken = speaker.say(_TREND.of(name=name, count=len(values), values=known))
            with flow.page.marked(Tag("P", flow.parent)):
                flow.page.text(x, flow.y + 40, shorten(name, width, regular(), TINY), TINY, "ink2")
            flow.figure_at(sparkline(values, width - room, 26, spoken), x, flow.y + 6)
            with flow.page.marked(Tag("P", flow.parent)):
                flow.page.text(x + width, flow.y + 16, value, SMALL, bold=True, anchor="end")
