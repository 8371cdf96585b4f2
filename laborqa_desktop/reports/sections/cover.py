"""Section 0, the cover with its contents, and the note of a corrected version."""

from dataclasses import dataclass

from laborqa_desktop.reports.data import Correction, Cover, Words
from laborqa_desktop.reports.figures import minute
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.pictures import graphic
from laborqa_desktop.reports.structure import Tag, alternative
from laborqa_desktop.reports.theme import BODY, MM, SMALL, TINY
from laborqa_desktop.reports.wrapping import clean, shorten, wrap_within
from laborqa_desktop.text import N_

TITLE = N_("Report", "Monthly service quality report")
_LABELS = {
    "client": N_("Report", "Client"),
    "site": N_("Report", "Site"),
    "sites": N_("Report", "Sites"),
    "contracts": N_("Report", "Contract no."),
    "month": N_("Report", "Period"),
    "number": N_("Report", "Report no."),
    "prepared": N_("Report", "Prepared by"),
    "reviewed": N_("Report", "Reviewed by"),
    "approved": N_("Report", "Approved by"),
    "cutoff": N_("Report", "Data up to"),
}
_DRAFT = N_("Report", "Draft, not issued")
_VERSION = N_("Report", "{number}, version {version}")
_MORE_SITES = N_("Report", "{names} and others, {count} {count:site|sites} in all")
_SEPARATOR = N_("Report", ", ")
_SEAL_HERE = N_("Report", "Company seal")
_LOGO = N_("Report", "Logo of {company}")
_NO_CLIENT = N_("Report", "not assigned")
_DATA = N_("Report", "SHA-256 of the embedded data file {name}")
_ANCHOR = N_("Report", "Anchor of the change history {anchor}")
_REPLACES = N_("Report", "Corrected version: replaces {number}")
_CORRECTION = N_("Report", "What this version corrects")
_REASON = N_("Report", "Reason: {reason}")
_CHANGES = N_("Report", "Changes against the earlier version:")
_NO_CHANGES = N_("Report", "No figures changed.")
_CONTENTS = N_("Report", "Contents")
DATA_NAME = "report-data.json"
_SEAL = 40 * MM
_ANCHOR_DIGITS = 16
_FOOT = 24 * MM


@dataclass(frozen=True)
class Space:
    """Room that the cover keeps for the contents: its page, structure element, upper and lower edge."""

    page: Page
    tag: Tag
    top: float
    bottom: float


def write_cover(flow: Flow, cover: Cover, data_digest: str) -> Space:
    """The first page; the contents follow when the pages of the sections are known."""
    page, say = flow.page, flow.speaker.say
    flow.parent = Tag("Sect", flow.archive.root)
    top = flow.size[1] - 22 * MM
    _letterhead(flow, cover, top)
    y = flow.size[1] - 80 * MM
    title = say(TITLE)
    size = min(30.0, flow.width / max(bold().measure(title, 1.0), 1.0))
    with page.decoration():
        page.rect(flow.left, y + size * 1.25, 46, 3.2, "accent", radius=1.6)
    with page.marked(Tag("H1", flow.parent)):
        page.text(flow.left, y, title, size, bold=True)
    y -= 14
    subject = clean(cover.scope_site or cover.client or say(_NO_CLIENT))
    heads = wrap_within(subject, flow.width, regular(), 15, 3)
    with page.marked(Tag("P", flow.parent)):
        for line in heads:
            y -= 21
            page.text(flow.left, y, line, 15, "ink")
    y -= 23
    with page.marked(Tag("P", flow.parent)):
        page.text(flow.left, y, flow.speaker.month(cover.month), 15, "accent", bold=True)
    if cover.correction:
        y -= 24
        words = shorten(say(_REPLACES.of(number=cover.correction.replaces)), flow.width, bold(), BODY)
        with page.marked(Tag("P", flow.parent)):
            page.text(flow.left, y, words, BODY, "warn", bold=True)
    y = _facts(flow, cover, y - 26)
    space = Space(page, flow.parent, y - 30, _FOOT + 46)
    _foot(flow, data_digest, cover.anchor)
    flow.new_page()
    return space


def write_contents(flow: Flow, space: Space) -> None:
    """Sections and their pages, beside the seal; left out where a long cover leaves no room."""
    entries = flow.archive.outline
    step = min(15.5, (space.top - space.bottom - 6) / max(len(entries), 1))
    if step < SMALL * 1.3:
        return
    page, width = space.page, flow.width - _SEAL - 12 * MM
    contents = Tag("TOC", space.tag)
    with page.marked(Tag("P", Tag("TOCI", contents))):
        page.text(flow.left, space.top, flow.speaker.say(_CONTENTS), SMALL, "ink2", bold=True)
    y = space.top - 4
    for title, index, _ in entries:
        y -= step
        words, number = shorten(title, width - 30, regular(), BODY), str(index + 1)
        with page.marked(Tag("P", Tag("TOCI", contents))):
            page.text(flow.left, y, words, BODY)
            page.text(flow.left + width, y, number, BODY, anchor="end")
        start = flow.left + regular().measure(words, BODY) + 5
        end = flow.left + width - regular().measure(number, BODY) - 5
        with page.decoration():
            page.line(start, y + 1, end, y + 1, "edge", 0.6, (0.6, 2.6))


def _letterhead(flow: Flow, cover: Cover, top: float) -> None:
    page, x = flow.page, flow.left
    company = clean(cover.provider.name)
    logo = graphic(flow.archive, cover.provider.logo, 42 * MM, 16 * MM) if cover.provider.logo else None
    if logo:
        width, height = logo.fit(42 * MM, 16 * MM)
        box = b"/A<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>" % (x, top - height, x + width, top)
        alt = alternative(flow.speaker.say(_LOGO.of(company=company)))
        with page.marked(Tag("Figure", flow.parent, alt + box)):
            page.picture(logo.name, logo.ref, x, top - height, width, height)
        x += width + 12
    middle = top - 8 * MM
    lines = wrap_within(company, flow.right - x, bold(), 13, 2)
    y = middle + (4 if len(lines) == 1 else 12)
    with page.marked(Tag("P", flow.parent)):
        for line in lines:
            page.text(x, y, line, 13, bold=True)
            y -= 17
    contact = "  ·  ".join(clean(part) for part in (cover.provider.address, cover.provider.phone) if part)
    if contact:
        with page.marked(Tag("P", flow.parent)):
            page.text(x, y + 2, shorten(contact, flow.right - x, regular(), SMALL), SMALL, "ink2")


def _facts(flow: Flow, cover: Cover, y: float) -> float:
    """The table of facts: label and value, hairlines between; gives its lower edge."""
    page, say = flow.page, flow.speaker.say
    table = Tag("Table", flow.parent)
    label_width = 30 * MM
    for label, value in _rows(flow, cover):
        lines = wrap_within(clean(value), flow.width - label_width, regular(), BODY, 3)
        row = Tag("TR", table)
        height = 9.5 + 14 * len(lines)
        base = y - 15.5
        with page.marked(Tag("TH", row, b"/A<</O/Table/Scope/Row>>")):
            page.text(flow.left, base, say(label), BODY, "ink2")
        with page.marked(Tag("TD", row)):
            for i, line in enumerate(lines):
                page.text(flow.left + label_width, base - 14 * i, line, BODY)
        y -= height
        with page.decoration():
            page.line(flow.left, y, flow.right, y)
    return y


def _rows(flow: Flow, cover: Cover) -> list[tuple[Words, str]]:
    say, label = flow.speaker.say, _LABELS
    rows: list[tuple[Words, str]] = [(label["client"], cover.client or say(_NO_CLIENT))]
    if cover.scope_site:
        rows.append((label["site"], cover.scope_site))
    elif cover.sites:
        names = say(_SEPARATOR).join(cover.sites[:4])
        text = names if len(cover.sites) <= 4 else say(_MORE_SITES.of(names=names, count=len(cover.sites)))
        rows.append((label["sites"], text))
    if cover.contracts:
        rows.append((label["contracts"], say(_SEPARATOR).join(cover.contracts)))
    rows.append((label["month"], flow.speaker.month(cover.month)))
    number = say(_VERSION.of(number=cover.number, version=cover.version)) if cover.number else say(_DRAFT)
    rows.append((label["number"], number))
    people = [
        (label[key], value)
        for key, value in (
            ("prepared", cover.prepared_by),
            ("reviewed", cover.reviewed_by),
            ("approved", cover.approved_by),
        )
        if value
    ]
    return rows + people + [(label["cutoff"], minute(cover.cutoff))]


def _foot(flow: Flow, data_digest: str, anchor: str) -> None:
    page, say = flow.page, flow.speaker.say
    side, y = _SEAL, _FOOT
    x = flow.right - side
    with page.decoration():
        page.rect(x, y, side, side, None, "edge", 0.7, 6, (3, 2.5))
    with page.marked(Tag("P", flow.parent)):
        page.text(x + side / 2, y + side / 2 - 3, say(_SEAL_HERE), BODY, "ink3", anchor="middle")
    with page.marked(Tag("P", flow.parent)):
        page.text(flow.left, y + 22, say(_DATA.of(name=DATA_NAME)), TINY, "ink2")
        for i in range(2):
            page.text(
                flow.left,
                y + 11 - 11 * i,
                " ".join(data_digest[32 * i + k : 32 * i + k + 8] for k in range(0, 32, 8)),
                TINY,
                "ink2",
            )
    if anchor:
        count, _, link = anchor.partition(":")
        with page.marked(Tag("P", flow.parent)):
            words = say(_ANCHOR.of(anchor=f"{count}:{link[:_ANCHOR_DIGITS]}"))
            page.text(flow.left, y - 14, shorten(words, x - flow.left - 8, regular(), TINY), TINY, "ink2")


def write_correction(flow: Flow, correction: Correction) -> None:
    """What a version above 1 replaces and changes, before section 1."""
    say = flow.speaker.say
    flow.section("", say(_CORRECTION))
    flow.paragraph(say(_REPLACES.of(number=correction.replaces)), strong=True)
    if correction.reason:
        flow.paragraph(say(_REASON.of(reason=correction.reason)))
    if correction.changes:
        flow.paragraph(say(_CHANGES), colour="ink2")
        flow.bullets([say(change) for change in correction.changes], "◆", "warn")
    else:
        flow.paragraph(say(_NO_CHANGES))
