"""The sheet with a library's recovery code: printed once, kept away from the computer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from laborqa_desktop.reports.archive import Archive, Language
from laborqa_desktop.reports.checking import check, texts_of
from laborqa_desktop.reports.figures import Speaker, minute
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold
from laborqa_desktop.reports.furniture import Furniture, furnish
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.theme import BODY, SMALL
from laborqa_desktop.reports.wrapping import clean, wrap
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
    N_(
        "Report",
        "On the page that asks for the password, type the code instead; hyphens and letter case do not matter.",
    ),
    N_("Report", "Then set a new password in Settings."),
    N_(
        "Report",
        "Without the password and without this code nobody can open the library, the maker of the program included.",
    ),
)
_LIBRARY, _COMPANY, _MADE = N_("Report", "Library"), N_("Report", "Company"), N_("Report", "Made on")
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
    for heading, lines in ((_KEEP, _KEEP_LINES), (_USE, _USE_LINES)):
        flow.parent = archive.root
        flow.space(10)
        flow.section("", say(heading), 40)
        flow.bullets([say(line) for line in lines])
    furnish(archive, Furniture(clean(sheet.company), title, ""), speaker)
    pdf = archive.to_bytes()
    if isinstance(out, Path):
        out.write_bytes(pdf)
    else:
        out.write(pdf)


def _code_box(flow: Flow, title: str, code: str) -> None:
    size = 19.0
    lines = wrap(code, flow.width - 48, bold(), size)
    height = 44 + len(lines) * size * 1.5
    flow.space(16)
    flow.y -= height
    with flow.page.decoration():
        flow.page.rect(flow.left, flow.y, flow.width, height, "canvas", "accent", 1.2, 8)
    with flow.page.marked(Tag("P", flow.parent)):
        flow.page.text(flow.left + 24, flow.y + height - 22, title, SMALL, "ink2")
    with flow.page.marked(Tag("P", flow.parent)):
        for i, line in enumerate(lines):
            flow.page.text(flow.left + 24, flow.y + height - 46 - i * size * 1.5, line, size, bold=True)
