"""Lays content from top to bottom over as many pages as it takes: headings, paragraphs, lists, figures.

A heading is not set at once: it waits for the content below it, so that it never stands alone at the end of a page.
Whatever places content by hand calls need() first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from laborqa_desktop.charts.shapes import Drawing
from laborqa_desktop.reports.archive import Archive
from laborqa_desktop.reports.draw import paint
from laborqa_desktop.reports.figures import Speaker
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.structure import Tag, alternative
from laborqa_desktop.reports.theme import A4, BODY, MM, SECTION, SMALL, SUBSECTION
from laborqa_desktop.reports.wrapping import wrap

LEADING = 1.55


@dataclass(frozen=True)
class _Waiting:
    """A heading that waits for its content: its gap above, its height, the room its content wants, how it is set."""

    gap: float
    height: float
    keep: float
    draw: Callable[[], None]


@dataclass(frozen=True)
class Margins:
    """Room around the text, in points."""

    left: float = 18 * MM
    right: float = 18 * MM
    top: float = 24 * MM
    bottom: float = 20 * MM


class Flow:
    """A cursor that moves down the page.

    Attributes:
        y: the cursor; new content hangs below it.
        parent: structure element that new content joins.
        on_new_page: called with each fresh page.
    """

    def __init__(
        self, archive: Archive, speaker: Speaker, size: tuple[float, float] = A4, margins: Margins = Margins()
    ) -> None:
        self.archive, self.speaker, self.size, self.margins = archive, speaker, size, margins
        self.parent = archive.root
        self.on_new_page: Callable[[Page], None] | None = None
        self._waiting: list[_Waiting] = []
        self.left, self.width = margins.left, size[0] - margins.left - margins.right
        self.bottom, self.top = margins.bottom, size[1] - margins.top
        self.page = self.new_page()

    @property
    def right(self) -> float:
        """Right edge of the text."""
        return self.left + self.width

    @property
    def room(self) -> float:
        """Points left on this page."""
        return self.y - self.bottom

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y >= self.top

    def new_page(self) -> Page:
        """Starts a page."""
        self.page = self.archive.new_page(self.size)
        self.y = self.top
        if self.on_new_page:
            self.on_new_page(self.page)
        return self.page

    def need(self, height: float) -> None:
        """Sets the headings that wait, and starts a page first unless they and so many points fit on this one."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            height = max(height, waiting[-1].keep) + sum(one.gap + one.height for one in waiting)
        if self.room < height and not self.fresh:
            self.new_page()
        for one in waiting:
            self.space(one.gap)
            one.draw()

    def space(self, height: float) -> None:
        """Moves down; never leaves a gap at the top of a page."""
        if not self.fresh:
            self.y -= height

    # -- words

    def section(self, number: str, title: str, keep: float = 0.0) -> None:
        """A numbered section heading that stays with what follows; new content joins its element.

        Args:
            keep: points the content needs on the same page; its first line or row always is.
        """
        self.parent = parent = Tag("Sect", self.archive.root)

        def draw() -> None:
            self.archive.bookmark(f"{number}  {title}" if number else title, self.page, self.y + 4)
            self.y -= SECTION * 1.1
            with self.page.decoration():
                self.page.rect(self.left, self.y - 1.5, 3, SECTION * 0.95, "accent", radius=1.5)
            with self.page.marked(Tag("H2", parent)):
                indent = self.left + 10
                if number:
                    self.page.text(indent, self.y, number, SECTION, "accent", bold=True)
                    indent += bold().measure(number, SECTION) + 8
                self.page.text(indent, self.y, title, SECTION, "ink", bold=True)
            self.y -= 12

        self._waiting.append(_Waiting(20, SECTION * 1.1 + 12, keep, draw))

    def heading(self, title: str, keep: float = 0.0, note: str = "") -> None:
        """A sub-heading with an optional quiet note behind it; keep as for section."""
        parent = self.parent
        start = self.left + bold().measure(title, SUBSECTION) + 10
        beside = not note or regular().measure(note, SMALL) <= self.right - start
        below = [] if beside else wrap(note, self.width, regular(), SMALL)

        def draw() -> None:
            self.y -= SUBSECTION * 1.15
            with self.page.marked(Tag("H3", parent)):
                self.page.text(self.left, self.y, title, SUBSECTION, bold=True)
            if note:
                with self.page.marked(Tag("P", parent)):
                    if beside:
                        self.page.text(start, self.y, note, SMALL, "ink2")
                    for line in below:
                        self.y -= SMALL * LEADING
                        self.page.text(self.left, self.y, line, SMALL, "ink2")
            self.y -= 8

        self._waiting.append(_Waiting(12, SUBSECTION * 1.15 + len(below) * SMALL * LEADING + 8, keep, draw))

    def paragraph(
        self,
        text: str,
        size: float = BODY,
        colour: str = "ink",
        indent: float = 0.0,
        strong: bool = False,
        tag: Tag | None = None,
    ) -> None:
        """Text over as many lines and pages as it takes."""
        if not text:
            return
        lines = wrap(text, self.width - indent, bold() if strong else regular(), size)
        self.lines(lines, size, colour, indent, strong, tag or Tag("P", self.parent))
        self.y -= size * 0.35

    def lines(self, lines: Sequence[str], size: float, colour: str, indent: float, strong: bool, tag: Tag) -> None:
        """Ready lines of one element."""
        step, at = size * LEADING, 0
        if self._waiting:
            self.need(step * min(2, len(lines)))
        while at < len(lines):
            fits = int((self.room + 0.5) // step)
            if fits < 1 or (at == 0 and fits == 1 and len(lines) > 2 and not self.fresh):
                self.new_page()
                continue
            with self.page.marked(tag):
                for line in lines[at : at + fits]:
                    self.y -= step
                    self.page.text(self.left + indent, self.y + size * 0.33, line, size, colour, strong)
            at += fits

    def bullets(self, items: Sequence[str], mark: str = "●", colour: str = "accent", size: float = BODY) -> None:
        """A list; each item hangs behind its mark."""
        items = [item for item in items if item]
        if not items:
            return
        self.need(size * LEADING)
        listing = Tag("L", self.parent)
        for item in items:
            self.need(size * LEADING)
            entry = Tag("LI", listing)
            with self.page.marked(Tag("Lbl", entry)):
                self.page.text(self.left + 2, self.y - size * LEADING + size * 0.36, mark, size * 0.85, colour)
            self.paragraph(item, size, indent=16, tag=Tag("LBody", entry))

    def note(self, text: str) -> None:
        """A quiet line below a table or chart."""
        self.paragraph(text, SMALL, "ink2")

    # -- pictures

    def drawing(self, drawing: Drawing, indent: float = 0.0) -> None:
        """A chart, kept whole on one page."""
        if not drawing.shapes:
            return
        self.need(drawing.height)
        self.y -= drawing.height
        self.figure_at(drawing, self.left + indent, self.y)
        self.y -= 6

    def figure_at(self, drawing: Drawing, x: float, y: float, parent: Tag | None = None) -> None:
        """A chart at a place, tagged as a figure with its description."""
        box = b"/A<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>" % (
            x,
            y,
            x + drawing.width,
            y + drawing.height,
        )
        with self.page.marked(Tag("Figure", parent or self.parent, alternative(drawing.description) + box)):
            paint(self.page, drawing, x, y)
