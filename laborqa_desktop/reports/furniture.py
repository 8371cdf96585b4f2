"""Header, footer and draft mark of every page, written when the number of pages is known."""

from dataclasses import dataclass
from math import cos, radians, sin

from laborqa_desktop.reports.archive import Archive
from laborqa_desktop.reports.figures import Speaker
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.theme import MM, TINY, rgb
from laborqa_desktop.reports.wrapping import shorten
from laborqa_desktop.text import N_

_PAGE = N_("Report", "Page {page} of {pages}")
DRAFT_MARK = "草稿 / DRAFT"


@dataclass(frozen=True)
class Furniture:
    """What stands on each page; a cover has no header."""

    left: str
    right: str
    foot: str
    cover: bool = False
    draft: bool = False


def furnish(archive: Archive, furniture: Furniture, speaker: Speaker, side: float = 18 * MM) -> None:
    """Adds headers, footers and, on drafts, the mark behind the text."""
    total = len(archive.pages)
    for page in archive.pages:
        written = page.operators
        page.operators = []
        with page.decoration(pagination=True):
            if furniture.draft:
                _draft_mark(page)
            if not (furniture.cover and page.index == 0):
                _header(page, furniture, side)
            _footer(page, furniture, speaker.say(_PAGE.of(page=page.index + 1, pages=total)), side)
        page.operators += written


def _header(page: Page, furniture: Furniture, side: float) -> None:
    y, width = page.height - 14 * MM, page.width - 2 * side
    left = shorten(furniture.left, width * 0.5, regular(), TINY)
    room = width - regular().measure(left, TINY) - 14
    page.text(side, y, left, TINY, "ink2")
    page.text(page.width - side, y, shorten(furniture.right, room, regular(), TINY), TINY, "ink2", anchor="end")
    page.line(side, y - 6, page.width - side, y - 6, "ink", 0.7)


def _footer(page: Page, furniture: Furniture, count: str, side: float) -> None:
    y = 11 * MM
    page.line(side, y + 10, page.width - side, y + 10, "line", 0.5)
    foot = f"{DRAFT_MARK} · {furniture.foot}" if furniture.draft else furniture.foot
    page.text(side, y, shorten(foot, page.width - 2 * side - 90, regular(), TINY), TINY, "ink2")
    page.text(page.width - side, y, count, TINY, "ink2", anchor="end")


def _draft_mark(page: Page) -> None:
    size, angle = 84.0, radians(52)
    font = page.archive.bold
    half = bold().measure(DRAFT_MARK, size) / 2
    a, b = cos(angle), sin(angle)
    x, y = page.width / 2 - half * a + size * 0.35 * b, page.height / 2 - half * b - size * 0.35 * a
    page.operators.append(
        f"BT /{font.resource} {size:g} Tf {rgb('faint')} rg {a:.4f} {b:.4f} {-b:.4f} {a:.4f} {x:.2f} {y:.2f} Tm "
        f"{font.encode(DRAFT_MARK)} Tj ET"
    )
