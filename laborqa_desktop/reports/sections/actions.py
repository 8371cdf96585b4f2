"""Section 7: corrective actions, overdue first, at most 50 here and the rest in annex B; photographs in pairs."""

from collections.abc import Sequence

from laborqa_desktop.reports.data import ActionRow, Actions, PhotoPair, Stage
from laborqa_desktop.reports.figures import day
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import regular
from laborqa_desktop.reports.pictures import photo
from laborqa_desktop.reports.sections.notes import figures_row, listing
from laborqa_desktop.reports.structure import Tag, alternative
from laborqa_desktop.reports.table import Cell, Column, Styled
from laborqa_desktop.reports.theme import BODY, SMALL, TINY
from laborqa_desktop.reports.wrapping import shorten
from laborqa_desktop.text import N_, Text

MOST_ROWS = 50
_KEPT = 220.0
_DUE_MARK = "→"
_TITLE = N_("Report", "Corrective actions")
_NOTHING = N_("Report", "No problems were open or raised this month.")
_BEHIND = N_("Report", "The first {shown} of {count} stand here, overdue ones first; the others are in annex B.")
_ANNEX = N_("Report", "Annex B: further corrective actions ({count})")
_PHOTOS = N_("Report", "Before and after")
_BEFORE, _AFTER = N_("Report", "Before"), N_("Report", "After")
_PHOTO_ALT = N_("Report", "{when}: {caption}")
_NO_PHOTO = N_("Report", "no picture")
_BROKEN_PHOTO = N_("Report", "picture cannot be read")
_OVERDUE = N_("Report", "overdue by {days} {days:day|days}")
_CAUSE = N_("Report", "Cause: {text}")
_MEASURE = N_("Report", "Measure: {text}")
_VERIFIED = N_("Report", "Result: {text}")
_STAGES: dict[Stage, tuple[str, str, Text]] = {
    "found": ("①", "ink", N_("Report", "found")),
    "analysed": ("②", "ink", N_("Report", "analysed")),
    "planned": ("③", "ink", N_("Report", "planned")),
    "implemented": ("④", "ink", N_("Report", "implemented")),
    "verified": ("⑤", "ink", N_("Report", "verified")),
    "standardised": ("⑥", "ink", N_("Report", "standardised")),
    "closed": ("●", "ok", N_("Report", "closed")),
    "void": ("○", "ink2", N_("Report", "void")),
}


def write_actions(flow: Flow, data: Actions) -> None:
    """Section 7."""
    say = flow.speaker.say
    flow.section("7", say(_TITLE), keep=_KEPT if data.rows else 0)
    if not data.total and not data.rows:
        flow.paragraph(say(_NOTHING), colour="ink2")
        return
    figures_row(flow, data.figures)
    flow.space(4)
    _list(flow, data.rows[:MOST_ROWS])
    if len(data.rows) > MOST_ROWS:
        flow.note(say(_BEHIND.of(shown=MOST_ROWS, count=len(data.rows))))
    if data.photos:
        flow.heading(say(_PHOTOS))
        for pair in data.photos:
            _pair(flow, pair)


def write_action_annex(flow: Flow, data: Actions) -> None:
    """Annex B, when there are more than fit the section."""
    if len(data.rows) > MOST_ROWS:
        flow.new_page()
        flow.section("", flow.speaker.say(_ANNEX.of(count=len(data.rows) - MOST_ROWS)))
        _list(flow, data.rows[MOST_ROWS:], dense=True)


def _list(flow: Flow, rows: Sequence[ActionRow], dense: bool = False) -> None:
    say = flow.speaker.say
    severities = {row.severity: say(row.severity) for row in rows}
    columns: list[tuple[Column, list[Cell], bool]] = [
        (Column(say(N_("Report", "No.")), 0), [row.number for row in rows], False),
        (Column(say(N_("Report", "Found, due")), 0), [_dates(row) for row in rows], False),
        (Column(say(N_("Report", "Where")), 34), [row.site + (f"\n{row.area}" if row.area else "") for row in rows],
         True),
        (Column(say(N_("Report", "Problem, cause, measure")), 78), [_words(flow, row) for row in rows], False),
        (Column(say(N_("Report", "Severity")), 0), [severities[row.severity] for row in rows], True),
        (Column(say(N_("Report", "Owner")), 0), [row.owner for row in rows], True),
        (Column(say(N_("Report", "Status")), 0), [_status(flow, row) for row in rows], False),
    ]
    listing(flow, columns, dense=dense)


def _dates(row: ActionRow) -> str:
    return day(row.found_on) + (f"\n{_DUE_MARK} {day(row.due_on)}" if row.due_on else "")


def _words(flow: Flow, row: ActionRow) -> str:
    say = flow.speaker.say
    parts = ((_CAUSE, row.cause), (_MEASURE, row.measure), (_VERIFIED, row.verification))
    return "\n".join([row.description, *(say(text.of(text=value)) for text, value in parts if value)])


def _status(flow: Flow, row: ActionRow) -> Cell:
    say = flow.speaker.say
    mark, colour, words = _STAGES[row.stage]
    if row.overdue_days > 0:
        return Styled(f"▲ {say(words)}\n{say(_OVERDUE.of(days=row.overdue_days))}", "warn", True)
    if row.closed_on:
        return Styled(f"{mark} {say(words)}\n{day(row.closed_on)}", colour)
    return Styled(f"{mark} {say(words)}", colour)


def _pair(flow: Flow, pair: PhotoPair) -> None:
    gap, caption = 14.0, 30.0
    width = (flow.width - gap) / 2
    height = width * 0.54
    flow.need(height + caption + 8)
    flow.y -= height + caption
    say, page = flow.speaker.say, flow.page
    sides = ((_BEFORE, pair.before, pair.before_caption), (_AFTER, pair.after, pair.after_caption))
    for i, (word, data, words) in enumerate(sides):
        x = flow.left + i * (width + gap)
        spoken = say(_PHOTO_ALT.of(when=say(word), caption=say(words) or say(pair.caption)))
        _photo(flow, data, spoken, x, flow.y + caption, width, height)
        with page.marked(Tag("Caption", flow.parent)):
            page.text(x, flow.y + caption - 11, shorten(spoken, width, regular(), SMALL), SMALL, "ink")
    with page.marked(Tag("P", flow.parent)):
        line = f"{pair.number}  {say(pair.caption)}" if pair.caption else pair.number
        page.text(flow.left, flow.y + 6, shorten(line, flow.width, regular(), TINY), TINY, "ink2")
    flow.y -= 8


def _photo(flow: Flow, data: bytes | None, spoken: str, x: float, y: float, width: float, height: float) -> None:
    page, say = flow.page, flow.speaker.say
    with page.decoration():
        page.rect(x, y, width, height, "canvas", "line", 0.6, 4)
    picture = photo(flow.archive, data, width, height) if data else None
    if picture is None:
        with page.marked(Tag("P", flow.parent)):
            words = say(_BROKEN_PHOTO if data else _NO_PHOTO)
            page.text(x + width / 2, y + height / 2 - 3, words, BODY, "ink3", anchor="middle")
        return
    wide, tall = picture.fit(width, height)
    left, bottom = x + (width - wide) / 2, y + (height - tall) / 2
    box = b"/A<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>" % (left, bottom, left + wide, bottom + tall)
    with page.marked(Tag("Figure", flow.parent, alternative(spoken) + box)):
        page.picture(picture.name, picture.ref, left, bottom, wide, tall)
