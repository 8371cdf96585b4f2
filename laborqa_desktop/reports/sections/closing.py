"""Sections 12 to 14: next month's plan, the evidence index, signatures."""

from collections.abc import Sequence

from laborqa_desktop.reports.data import AnnexRow, Cover, NextMonth, Signing
from laborqa_desktop.reports.figures import DASH, day
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.table import Column, Table
from laborqa_desktop.reports.theme import BODY, SMALL, TINY
from laborqa_desktop.reports.wrapping import clean, shorten, wrap, wrap_within
from laborqa_desktop.text import N_

SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 236.0, 118.0
"""Size of both signature fields in points; appearances are made for it."""

_PLAN = N_("Report", "Next month's plan")
_NO_PLAN = N_("Report", "No plan is recorded for next month.")
_FOCUS = N_("Report", "Focus")
_DATES = N_("Report", "Planned work")
_NEEDS = N_("Report", "What we need from you")
_ANNEXES = N_("Report", "Annexes")
_SIGN = N_("Report", "Confirmation and signatures")
_STATEMENT = N_(
    "Report",
    "This report shows the records of {month} as they stood at the data cut-off. Objections within {days} "
    "{days:day|days} of receipt; without any, the report counts as confirmed.",
)
_PROVIDER, _CLIENT = N_("Report", "Provider"), N_("Report", "Client")
_ROLES = (N_("Report", "Prepared by"), N_("Report", "Reviewed by"), N_("Report", "Approved by"))
_VERDICTS = N_("Report", "□ satisfied    □ fairly satisfied    □ not satisfied")
_OPINION = N_("Report", "Opinion:")
_DATE = N_("Report", "Date:")
_CONTACT = N_("Report", "Contact: {name}")
_TIP_PROVIDER = N_("Report", "Signature and seal of the provider {name}")
_TIP_CLIENT = N_("Report", "Signature and seal of the client {name}")
_FIELD_PROVIDER = N_("Report", "Digital signature and seal of the provider")
_FIELD_CLIENT = N_("Report", "Signature and seal of the client")
_CHECK = N_(
    "Report",
    "How to check this file: open it in Adobe Acrobat Reader and look at the signature panel, or drop it on LaborQA "
    "Desktop (Verify). WeChat and WPS do not show the signature.",
)


def write_next_month(flow: Flow, plan: NextMonth) -> None:
    """Section 12."""
    say = flow.speaker.say
    flow.section("12", say(_PLAN))
    if not plan.focus and not plan.rows and not any(plan.needs):
        flow.paragraph(say(_NO_PLAN), colour="ink2")
        return
    if plan.focus:
        flow.heading(say(_FOCUS))
        flow.paragraph(say(plan.focus))
    if plan.rows:
        flow.heading(say(_DATES))
        columns = [
            Column(say(N_("Report", "Date")), 0),
            Column(say(N_("Report", "Kind")), 0),
            Column(say(N_("Report", "What")), 90, row_heading=True),
            Column(say(N_("Report", "Owner")), 0),
        ]
        Table(
            flow,
            columns,
            ([day(r.on), say(r.kind) or DASH, say(r.text), say(r.owner) or DASH] for r in plan.rows),
            SMALL,
        ).draw()
    if any(plan.needs):
        flow.heading(say(_NEEDS))
        flow.bullets([say(need) for need in plan.needs], "◆")


def write_annexes(flow: Flow, rows: Sequence[AnnexRow]) -> None:
    """Section 13."""
    say = flow.speaker.say
    flow.section("13", say(_ANNEXES))
    columns = [
        Column(say(N_("Report", "Annex")), 58, row_heading=True),
        Column(say(N_("Report", "File")), 0),
        Column("SHA-256", 84),
    ]
    Table(flow, columns, ([say(r.title), r.file_name or DASH, r.sha256 or DASH] for r in rows), TINY).draw()


def write_signing(flow: Flow, signing: Signing, cover: Cover) -> None:
    """Section 14, never split: both blocks and their signature fields stand on one page."""
    say = flow.speaker.say
    height = SIGNATURE_HEIGHT + 154
    flow.section("14", say(_SIGN), keep=height + 70)
    flow.paragraph(say(_STATEMENT.of(month=flow.speaker.month(cover.month), days=signing.objection_days)))
    flow.space(6)
    flow.y -= height
    gap = flow.width - 2 * SIGNATURE_WIDTH
    for i, (title, company) in enumerate(((_PROVIDER, cover.provider.name), (_CLIENT, cover.client))):
        x = flow.left + i * (SIGNATURE_WIDTH + gap)
        block = Tag("Div", flow.parent)
        with flow.page.decoration():
            flow.page.rect(x, flow.y, SIGNATURE_WIDTH, height, "surface", "line", 0.8, 6)
            flow.page.line(
                x + 10, flow.y + SIGNATURE_HEIGHT + 18, x + SIGNATURE_WIDTH - 10, flow.y + SIGNATURE_HEIGHT + 18
            )
        _head(flow, block, say(title), clean(company), x, flow.y + height)
        lines = _provider_lines(flow, cover) if i == 0 else _client_lines(flow, signing)
        _lines(flow, block, lines, x, flow.y + height - 44)
        _field(flow, block, i == 0, clean(company), x)
    flow.y -= 8
    if cover.signing:
        flow.note(say(_CHECK))


def _head(flow: Flow, block: Tag, title: str, company: str, x: float, top: float) -> None:
    with flow.page.marked(Tag("P", block)):
        flow.page.text(x + 10, top - 16, title, SMALL, "ink2")
        room, size = SIGNATURE_WIDTH - 20, BODY + 0.5
        if bold().measure(company, size) > room:
            size = TINY
        for i, line in enumerate(wrap_within(company or DASH, room, bold(), size, 2)):
            flow.page.text(x + 10, top - 30 - i * size * 1.35, line, size, bold=True)


def _provider_lines(flow: Flow, cover: Cover) -> list[tuple[str, str | None]]:
    people = (cover.prepared_by, cover.reviewed_by, cover.approved_by)
    return [(flow.speaker.say(role), clean(person)) for role, person in zip(_ROLES, people, strict=True)]


def _client_lines(flow: Flow, signing: Signing) -> list[tuple[str, str | None]]:
    say = flow.speaker.say
    contact: list[tuple[str, str | None]] = []
    if signing.client_contact:
        contact.append((say(_CONTACT.of(name=signing.client_contact)), None))
    return [(say(_VERDICTS), None), (say(_OPINION), ""), (say(_DATE), ""), *contact]


def _lines(flow: Flow, block: Tag, lines: Sequence[tuple[str, str | None]], x: float, top: float) -> None:
    """Label and value per line; an empty value leaves a rule to write on, None leaves nothing."""
    y = top
    for label, value in lines:
        y -= 19
        size = SMALL if regular().measure(label, SMALL) <= SIGNATURE_WIDTH - 20 else TINY - 0.5
        label = shorten(label, SIGNATURE_WIDTH - 20, regular(), size)
        start = max(x + 66, x + 10 + regular().measure(label, size) + 6)
        with flow.page.marked(Tag("P", block)):
            flow.page.text(x + 10, y, label, size, "ink2")
            if value:
                flow.page.text(start, y, shorten(value, x + SIGNATURE_WIDTH - 10 - start, regular(), BODY), BODY)
        if value == "":
            with flow.page.decoration():
                flow.page.line(start, y - 2.5, x + SIGNATURE_WIDTH - 10, y - 2.5, "edge", 0.5)


def _field(flow: Flow, block: Tag, provider: bool, company: str, x: float) -> None:
    say = flow.speaker.say
    words = wrap(say(_FIELD_PROVIDER if provider else _FIELD_CLIENT), SIGNATURE_WIDTH - 24, regular(), TINY)
    with flow.page.marked(Tag("P", block)):
        for i, line in enumerate(words):
            flow.page.text(x + 10, flow.y + SIGNATURE_HEIGHT + 7 - 10 * i, line, TINY, "ink3")
    tip = say((_TIP_PROVIDER if provider else _TIP_CLIENT).of(name=company or DASH))
    flow.archive.signature_field(
        flow.page,
        block,
        "provider" if provider else "client",
        tip,
        (x + 8, flow.y + 3, SIGNATURE_WIDTH - 16, SIGNATURE_HEIGHT - 4),
    )
