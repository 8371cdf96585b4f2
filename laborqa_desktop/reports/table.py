"""Tables over any number of pages, fast: strings only, one text object a page, wrapped cells remembered.

1,500 rows of nine columns take a quarter of a second; ReportLab's own LongTable needs almost twice as long, untagged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from laborqa_desktop.reports.embedding import EmbeddedFont
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold
from laborqa_desktop.reports.structure import COLUMN_SCOPE, ROW_SCOPE, Tag
from laborqa_desktop.reports.theme import TINY, rgb
from laborqa_desktop.reports.wrapping import clean, wrap

_SIDE, _ABOVE, _BELOW, _LEADING = 4.0, 4.2, 4.2, 1.36


class Styled(NamedTuple):
    """A cell in a colour or in bold."""

    text: str
    colour: str = "ink"
    bold: bool = False


Cell = str | Styled


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        width: share of the room that fitting columns leave, relative to the other columns; 0 fits the column to its
            longest text, for codes, dates and figures that must not break.
    """

    title: str
    width: float
    align: Literal["left", "right", "middle"] = "left"
    row_heading: bool = False


class Table:
    """One table, laid out when it is made, drawn by draw()."""

    def __init__(
        self,
        flow: Flow,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        size: float = TINY,
        heading: bool = True,
    ) -> None:
        self.heading = heading
        self.flow, self.columns, self.size = flow, columns, size
        self.rows = list(rows)
        self.step = size * _LEADING
        self._widths = self._share_out()
        self._lefts = [flow.left + sum(self._widths[:i]) for i in range(len(columns))]
        self._faces: dict[bool, EmbeddedFont] = {False: flow.archive.regular, True: flow.archive.bold}
        self._cache: dict[tuple[int, Cell], list[str]] = {}
        self._heads = [wrap(c.title, w - 2 * _SIDE, bold(), size) for c, w in zip(columns, self._widths, strict=True)]
        self._head_height = max(len(h) for h in self._heads) * self.step + _ABOVE + _BELOW if heading else 0.0
        self._tag = Tag("Table")
        self._rules: list[float] = []
        self._ink = f"{rgb('ink')} rg"
        self._body_font = f"/{self._faces[False].resource} {size:g} Tf"
        self._bold_font = f"/{self._faces[True].resource} {size:g} Tf"

    def _share_out(self) -> list[float]:
        """Widths in points: fitting columns first, at most four fifths of the table; the others share the rest."""
        fitted: list[float] = [self._longest(i) if c.width == 0 else 0.0 for i, c in enumerate(self.columns)]
        flexible = sum((c.width for c in self.columns), 0.0)
        most = self.flow.width * (0.78 if flexible else 1.0)
        taken = sum(fitted, 0.0)
        if taken > most or not flexible:
            fitted = [width * most / taken for width in fitted]
            taken = most
        rest = self.flow.width - taken
        return [fit or c.width / flexible * rest for fit, c in zip(fitted, self.columns, strict=True)]

    def _longest(self, column: int) -> float:
        head = max(bold().measure(part, self.size) for part in self.columns[column].title.split(" "))
        if len(self.columns[column].title) < 12:
            head = bold().measure(self.columns[column].title, self.size)
        texts = {cell if isinstance(cell, str) else cell.text for cell in (row[column] for row in self.rows)}
        lines = sorted((line for text in texts for line in text.split("\n")), key=len)[-12:]
        body = max((bold().measure(clean(line), self.size) for line in lines), default=0.0)
        return max(head, min(body, 110.0)) + 2 * _SIDE + 2

    def draw(self) -> None:
        """Heading and rows; the heading comes again on each page."""
        flow = self.flow
        if not self.rows:
            return
        flow.need(self._head_height + 2 * self.step + _ABOVE + _BELOW)
        self._tag = Tag("Table", flow.parent)
        self._start_page(first=True)
        for row in self.rows:
            cells = [self._cell(i, cell) for i, cell in enumerate(row)]
            self._row(row, cells)
        self._end_page()
        flow.y -= 6

    def _row(self, row: Sequence[Cell], cells: list[list[str]]) -> None:
        flow, most = self.flow, max(map(len, cells))
        tags = self._row_tags(len(cells))
        if most * self.step + _ABOVE + _BELOW <= flow.room:
            self._emit(row, cells, tags)
            return
        whole_page = flow.top - flow.bottom - self._head_height
        if most * self.step + _ABOVE + _BELOW <= whole_page:
            self._turn_page()
            self._emit(row, cells, tags)
            return
        start = 0  # taller than a page: cut between lines
        while start < most:
            fits = int((flow.room - _ABOVE - _BELOW) // self.step)
            if fits < 1:
                self._turn_page()
                continue
            self._emit(row, [lines[start : start + fits] for lines in cells], tags)
            start += fits

    def _row_tags(self, count: int) -> list[Tag]:
        row = Tag("TR", self._tag)
        if any(c.row_heading for c in self.columns):
            return [Tag("TH", row, ROW_SCOPE) if self.columns[i].row_heading else Tag("TD", row) for i in range(count)]
        return [Tag("TD", row) for _ in range(count)]

    def _cell(self, column: int, cell: Cell) -> list[str]:
        """The cell's lines, each as "x of the text matrix" and string operand, ready but for the y."""
        known = self._cache.get((column, cell))
        if known is None:
            text, strong = (cell, False) if isinstance(cell, str) else (cell.text, cell.bold)
            face = self._faces[strong]
            width = self._widths[column] - 2 * _SIDE
            known = self._cache[column, cell] = [
                self._place(column, line, width, face) if line else ""
                for line in wrap(clean(text), width, face.typeface, self.size)
            ]
        return known

    def _place(self, column: int, line: str, width: float, face: EmbeddedFont) -> str:
        x = self._lefts[column] + _SIDE
        align = self.columns[column].align
        if align != "left":
            spare = width - face.typeface.measure(line, self.size)
            x += spare if align == "right" else spare / 2
        return f"1 0 0 1 {x:.2f} %.2f Tm {face.encode(line).replace('%', '%%')} Tj"

    def _emit(self, row: Sequence[Cell], cells: list[list[str]], tags: list[Tag]) -> None:
        flow, page = self.flow, self.flow.page
        add, marks, index = page.operators.append, page.marks, page.index
        first = flow.y - _ABOVE - self.size * 0.98
        most = 1
        for cell, lines, tag in zip(row, cells, tags, strict=True):
            if not lines or lines == [""]:
                continue
            number = len(marks)
            tag.children.append((index, number))
            marks.append(tag)
            add(f"/{tag.role}<</MCID {number}>>BDC")
            if isinstance(cell, Styled):
                add(f"{rgb(cell.colour)} rg {self._bold_font if cell.bold else self._body_font}")
            y = first
            for line in lines:
                if line:
                    add(line % y)
                y -= self.step
            if isinstance(cell, Styled):
                add(f"{self._ink} {self._body_font}")
            add("EMC")
            most = max(most, len(lines))
        flow.y -= most * self.step + _ABOVE + _BELOW
        self._rules.append(flow.y)

    def _start_page(self, first: bool) -> None:
        page = self.flow.page
        if self.heading:
            self._draw_heading(first)
        page.operators.append(f"BT {self._body_font} {self._ink}")

    def _draw_heading(self, first: bool) -> None:
        flow, page = self.flow, self.flow.page
        height, top = self._head_height, flow.y
        with page.decoration():
            page.rect(flow.left, top - height, flow.width, height, "sunken")
        row = Tag("TR", self._tag) if first else None
        if not first:
            page.operators.append("/Artifact<</Type/Pagination>>BDC")
        for i, (column, lines) in enumerate(zip(self.columns, self._heads, strict=True)):
            if row:
                page.open_mark(Tag("TH", row, COLUMN_SCOPE))
            y = top - _ABOVE - self.size * 0.98
            for line in lines:
                x, anchor = self._lefts[i] + _SIDE, "start"
                if column.align == "right":
                    x, anchor = self._lefts[i] + self._widths[i] - _SIDE, "end"
                elif column.align == "middle":
                    x, anchor = self._lefts[i] + self._widths[i] / 2, "middle"
                page.text(x, y, line, self.size, "ink2", True, anchor)
                y -= self.step
            if row:
                page.close_mark()
        if not first:
            page.close_mark()
        flow.y -= height

    def _end_page(self) -> None:
        page, flow = self.flow.page, self.flow
        page.operators.append("ET")
        if self._rules:
            with page.decoration():
                lines = " ".join(f"{flow.left:.2f} {y:.2f} m {flow.right:.2f} {y:.2f} l" for y in self._rules)
                page.operators.append(f"{rgb('line')} RG 0.5 w {lines} S")
        self._rules = []

    def _turn_page(self) -> None:
        self._end_page()
        self.flow.new_page()
        self._start_page(first=False)
