"""One page: writes content operators, marked for the structure tree. Coordinates are points, y grows upwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from laborqa_desktop.reports.objects import Ref
from laborqa_desktop.reports.structure import Tag
from laborqa_desktop.reports.theme import rgb

if TYPE_CHECKING:
    from laborqa_desktop.reports.archive import Archive

_CIRCLE = 0.5523
Points = Sequence[tuple[float, float]]


class Page:
    """A page under construction.

    Attributes:
        operators: the content stream so far; parts that need speed append to it themselves.
        marks: the structure elements of its marked contents, by number.
    """

    def __init__(self, archive: "Archive", index: int, size: tuple[float, float]) -> None:
        self.archive, self.index = archive, index
        self.width, self.height = size
        self.operators: list[str] = []
        self.marks: list[Tag] = []
        self.annotations: list[Ref] = []
        self.pictures: dict[str, Ref] = {}

    # -- structure

    def open_mark(self, tag: Tag) -> None:
        """Begins content that belongs to a structure element; close_mark ends it."""
        number = len(self.marks)
        tag.children.append((self.index, number))
        self.marks.append(tag)
        self.operators.append(f"/{tag.role}<</MCID {number}>>BDC")

    def close_mark(self) -> None:
        """Ends marked content or decoration."""
        self.operators.append("EMC")

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[Tag]:
        """Content of a structure element."""
        self.open_mark(tag)
        yield tag
        self.close_mark()

    @contextmanager
    def decoration(self, pagination: bool = False) -> Iterator[None]:
        """Content that a reader's voice leaves out: lines, grounds, headers and footers (pagination)."""
        self.operators.append("/Artifact<</Type/Pagination>>BDC" if pagination else "/Artifact BMC")
        yield
        self.close_mark()

    # -- text

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str = "ink",
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """One line of text; x is its start, middle or end, y its base line; line ends become spaces."""
        if not words:
            return
        words = words.replace("\n", " ")
        font = self.archive.bold if bold else self.archive.regular
        if anchor != "start":
            width = font.typeface.measure(words, size)
            x -= width / 2 if anchor == "middle" else width
        self.operators.append(
            f"BT /{font.resource} {size:g} Tf {rgb(colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm {font.encode(words)} Tj ET"
        )

    # -- shapes

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.6,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A rectangle from its lower left corner."""
        path = _rounded(x, y, width, height, radius) if radius else f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
        self._paint(path, fill, stroke, line, dash)

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        colour: str = "line",
        width: float = 0.6,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line."""
        self._paint(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l", None, colour, width, dash)

    def polyline(self, points: Points, colour: str, width: float, dash: Sequence[float] = ()) -> None:
        """An open line with round joins."""
        self._paint(_path(points), None, colour, width, dash)

    def polygon(
        self, points: Points, fill: str, stroke: str | None = None, line: float = 0.6, opacity: float = 1.0
    ) -> None:
        """A filled shape; opacity mixes its colour with white."""
        self._paint(_path(points) + " h", fill, stroke, line, (), opacity)

    def circle(
        self, x: float, y: float, radius: float, fill: str | None, stroke: str | None = None, line: float = 0.6
    ) -> None:
        """A circle around its centre."""
        self._paint(_rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius), fill, stroke, line, ())

    def hatch(self, x: float, y: float, width: float, height: float, colour: str, gap: float = 3.0) -> None:
        """Diagonal lines inside a rectangle."""
        lines, at = [], -height
        while at < width:
            lines.append(f"{x + at:.2f} {y:.2f} m {x + at + height:.2f} {y + height:.2f} l")
            at += gap
        self.operators.append(
            f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n {rgb(colour)} RG 0.5 w {' '.join(lines)} S Q"
        )

    def picture(self, name: str, ref: Ref, x: float, y: float, width: float, height: float) -> None:
        """An image object, stretched into the rectangle."""
        self.pictures[name] = ref
        self.operators.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def _paint(
        self, path: str, fill: str | None, stroke: str | None, line: float, dash: Sequence[float], opacity: float = 1.0
    ) -> None:
        parts = ["q"] if dash else []
        if fill:
            parts.append(f"{rgb(fill, opacity)} rg")
        if stroke:
            parts.append(f"{rgb(stroke)} RG {line:g} w 1 j")
        if dash:
            parts.append(f"[{' '.join(f'{d:g}' for d in dash)}] 0 d")
        parts += [path, "B" if fill and stroke else "f" if fill else "S"]
        self.operators.append(" ".join(parts + (["Q"] if dash else [])))


def _path(points: Points) -> str:
    first, *rest = points
    return f"{first[0]:.2f} {first[1]:.2f} m " + " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _CIRCLE)
    right, top = x + width, y + height
    corners = (
        (right - k, y, right, y + k, right, y + r),
        (right, top - k, right - k, top, right - r, top),
        (x + k, top, x, top - k, x, top - r),
        (x, y + k, x + k, y, x + r, y),
    )
    starts = ((right - r, y), (right, top - r), (x + r, top), (x, y + r))
    parts = [f"{x + r:.2f} {y:.2f} m"]
    for start, corner in zip(starts, corners, strict=True):
        parts.append(f"{start[0]:.2f} {start[1]:.2f} l " + " ".join(f"{v:.2f}" for v in corner) + " c")
    return " ".join(parts) + " h"
