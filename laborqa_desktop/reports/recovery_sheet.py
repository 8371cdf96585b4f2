"""The sheet with a library's recovery code: printed once, kept away from the computer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from laborqa_desktop.reports.archive import Archive, Language, put
from laborqa_desktop.reports.checking import check, texts_of
from laborqa_desktop.reports.figures import Speaker, minute
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.furniture import Furniture, furnish
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.theme import BODY, SMALL
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.text import N_, Translate

_TITLE = N_("Report", "Recovery code")
_LEAD = N_(
    "Report",
    "This code opens the library when the password is forgotten. Whoever holds this sheet can read everything in it.",
)
_CODE = N_("Report", "The code")
_KEEP = N_("Report", "How to keep it")
_KEEP_LINES = (
    N_("Report", "Print this sheet, put it in an envelope and lock it away, not beside the computer."),
    N_("Report", "Do not photograph it and do not send it by WeChat or e-mail."),
    N_(
        "Report",
        "When somebody has seen it who should not have, make a new code in Settings; the old one stops working.",
    ),
)
_USE = N_("Report", "How to use it")
_USE_LINES = (
    N_("Report", "Start the program, choose the library, and type the code in place of the password; hyphens and "
                 "letter case do not matter."),
    N_("Report", "Choose a new password when the program asks for it, and open the library with it from then on."),
    N_("Report", "Put this sheet back into its envelope: the code stays valid."),
)
_GOOD = N_("Report", "Good to know")
_GOOD_LINES = (
    N_("Report", "The letters I, L, O and U do not occur: what looks like them is 1, 1, 0 and V."),
    N_("Report", "A backup opens with the password and the code of the day it was made. Keep an older sheet as long as "
                 "you keep backups of its time."),
    N_(
        "Report",
        "Without the password and without this code nobody can open the library, the maker of the program included.",
    ),
)
_BLANKS = (N_("Report", "Kept by"), N_("Report", "Kept where"), N_("Report", "Date and signature"))
_LIBRARY, _COMPANY, _MADE = N_("Report", "Library"), N_("Report", "Company"), N_("Report", "Made on")
_GROUPS = 4
_FACT = N_("Report", "{label}: {value}")


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says; made is an aware moment, the code is printed as given."""

    company: str
    library: str
    code: str
    made: datetime


def render_recovery_sheet(sheet: RecoverySheet, translate: Translate, language: Language, out: BinaryIO | Path) -> None:
    """Writes one A4 page."""
    check(texts_of(sheet))
    speaker = Speaker(translate)
    say = speaker.say
    title = say(_TITLE)
    archive = Archive(title, clean(sheet.company), language, sheet.made)
    flow = Flow(archive, speaker)
    flow.y -= 26
    with flow.page.marked(Tag("H1", flow.parent)):
        flow.page.text(flow.left, flow.y, title, 22, bold=True)
    flow.space(10)
    flow.paragraph(say(_LEAD), BODY + 1)
    flow.space(4)
    for label, value in ((_COMPANY, sheet.company), (_LIBRARY, sheet.library), (_MADE, minute(sheet.made))):
        flow.paragraph(say(_FACT.of(label=label, value=value)), BODY, "ink2")
    _code_box(flow, say(_CODE), clean(sheet.code))
    for heading, lines in ((_USE, _USE_LINES), (_KEEP, _KEEP_LINES), (_GOOD, _GOOD_LINES)):
        flow.parent = archive.root
        flow.space(2)
        flow.section("", say(heading), 40)
        for number, line in enumerate(lines, 1):
            flow.bullets([say(line)], f"{number}." if lines is _USE_LINES else "●")
    flow.parent = archive.root
    _blanks(flow, [say(blank) for blank in _BLANKS])
    furnish(archive, Furniture(clean(sheet.company), title, ""), speaker)
    put(archive.to_bytes(), out)


def _code_box(flow: Flow, title: str, code: str) -> None:
    """The code in large groups, four in a row, so that the eye keeps its place while typing."""
    size = 25.0
    groups = code.split("-")
    rows = [groups[i:i + _GROUPS] for i in range(0, len(groups), _GROUPS)]
    height = 40 + len(rows) * size * 1.5
    flow.space(16)
    flow.y -= height
    with flow.page.decoration():
        flow.page.rect(flow.left, flow.y, flow.width, height, "canvas", "accent", 1.2, 8)
    with flow.page.marked(Tag("P", flow.parent)):
        flow.page.text(flow.left + 24, flow.y + height - 22, title, SMALL, "ink2")
    step = (flow.width - 48) / _GROUPS
    places = [(flow.left + 24 + place * step, flow.y + height - 52 - line * size * 1.5)
              for line, row in enumerate(rows) for place in range(len(row))]
    with flow.page.marked(Tag("P", flow.parent)):
        for (x, y), group in zip(places, groups, strict=True):
            flow.page.text(x, y, group, size, bold=True)
    with flow.page.decoration():
        for x, y in places[:-1]:
            flow.page.line(x + step - 30, y + size * 0.35, x + step - 22, y + size * 0.35, "ink3")


def _blanks(flow: Flow, names: list[str]) -> None:
    """Lines to be filled in by hand."""
    step = (flow.width + 16) / len(names)
    flow.need(58)
    flow.space(40)
    with flow.page.decoration():
        for place in range(len(names)):
            flow.page.line(flow.left + place * step, flow.y, flow.left + (place + 1) * step - 16, flow.y, "ink3")
    flow.y -= 14
    for place, name in enumerate(names):
        with flow.page.marked(Tag("P", flow.parent)):
            flow.page.text(flow.left + place * step, flow.y, name, SMALL, "ink2")
