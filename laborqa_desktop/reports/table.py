"""Tables over any number of pages, fast: strings only, one text object a page, wrapped cells remembered.

1,500 rows of nine columns take a quarter of a second; ReportLab's own LongTable needs almost twice as long, untagged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from laborqa_desktop.reports.embedding import EmbeddedFont
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.structure import COLUMN_SCOPE, ROW_SCOPE, Tag
from laborqa_desktop.reports.theme import TINY, rgb
from laborqa_desktop.reports.wrapping import clean, wrap, wrap_within

_SIDE, _LEADING = 4.0, 1.36
_AFTER_FIGURES = 12.0       # what begins at the left keeps off the figures that end right before it
_PADDING, _DENSE_PADDING = 4.2, 2.5
_MOST_FITTED = 110.0
_LOOSE = 0.22
_SAMPLED = 80
_STEPS = 10
_FEWEST_LINES = 12
_SMALL_TABLE = 12
_MOST_HEAD_LINES = 8        # a heading that filled the page would leave no room for any row
_MOST_KEPT = 180.0


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
        width: 0 fits the column to its longest text, for codes, dates and figures that must not break. Else the share
            of the room that is left when no text needs to wrap, relative to the other columns; where texts must wrap,
            the split that makes the table shortest is found.
    """

    title: str
    width: float
    align: Literal["left", "right", "middle"] = "left"
    row_heading: bool = False


class Table:
    """One table, laid out when it is made, drawn by draw().

    Args:
        padding: above and below each row, in points; the usual one unless said.
        sections: a row in bold heads the rows below and is never the last one of a page.
    """

    def __init__(
        self,
        flow: Flow,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        size: float = TINY,
        heading: bool = True,
        dense: bool = False,
        padding: float | None = None,
        sections: bool = False,
    ) -> None:
        self.sections = sections
        self.heading = heading
        self.padding = padding or (_DENSE_PADDING if dense else _PADDING)
        self.flow, self.columns, self.size = flow, columns, size
        self.rows = list(rows)
        self.step = size * _LEADING
        self._insets = [_AFTER_FIGURES if i and column.align == "left" and columns[i - 1].align == "right" else _SIDE
                        for i, column in enumerate(columns)]
        self._widths = self._share_out()
        self._lefts = [flow.left + sum(self._widths[:i]) for i in range(len(columns))]
        self._faces: dict[bool, EmbeddedFont] = {False: flow.archive.regular, True: flow.archive.bold}
        self._cache: dict[tuple[int, Cell], list[str]] = {}
        self._heads = [wrap_within(c.title, self._room(i), bold(), size, _MOST_HEAD_LINES)
                       for i, c in enumerate(columns)]
        self._head_height = max(len(h) for h in self._heads) * self.step + 2 * _PADDING if heading else 0.0
        self._tag = Tag("Table")
        self._rules: list[float] = []
        self._ink = f"{rgb('ink')} rg"
        self._body_font = f"/{self._faces[False].resource} {size:g} Tf"
        self._bold_font = f"/{self._faces[True].resource} {size:g} Tf"

    def _room(self, column: int) -> float:
        """Points for the words of a column."""
        return self._widths[column] - self._insets[column] - _SIDE

    def _share_out(self) -> list[float]:
        """Widths in points: fitting columns first; the others share the rest, a fifth of the table at least."""
        longest = [self._longest(i) for i in range(len(self.columns))]
        if sum(longest) > self.flow.width:
            longest = [self._longest(i, tight=True) for i in range(len(self.columns))]
        loose = [i for i, c in enumerate(self.columns) if c.width]
        fitted = {i: min(longest[i], _MOST_FITTED) for i, c in enumerate(self.columns) if not c.width}
        most = self.flow.width - min(sum(longest[i] for i in loose), self.flow.width * _LOOSE)
        if sum(fitted.values()) > most:
            fitted = _lowered(fitted, most)
        rest = self.flow.width - sum(fitted.values())
        if not loose:
            spare = rest / len(fitted)
            return [fitted[i] + spare for i in range(len(self.columns))]
        spare = rest - sum(longest[i] for i in loose)
        if spare >= 0:
            if fitted:
                gets = min(spare / 2 / len(fitted), spare / len(self.columns))
                fitted = {i: width + gets for i, width in fitted.items()}
                rest -= gets * len(fitted)
            total = sum(self.columns[i].width for i in loose)
            shares = {i: self.columns[i].width / total * rest for i in loose}
            shares = _raised(shares, {i: longest[i] for i in loose})
        else:
            shares = self._shortest({i: longest[i] for i in loose}, rest)
        return [fitted[i] if i in fitted else shares[i] for i in range(len(self.columns))]

    def _shortest(self, loose: dict[int, float], rest: float) -> dict[int, float]:
        """The split of the room among columns that must wrap which gives the fewest lines, judged by some rows.

        Args:
            loose: column -> the width its longest line would take.
        """
        total = sum(self.columns[i].width for i in loose)
        wanted = {i: self.columns[i].width / total * rest for i in loose}
        if not 1 < len(loose) < 4:
            return wanted
        words = {i: min(self._widest_word(i), rest / len(loose)) for i in loose}
        sample = self.rows[:: max(1, len(self.rows) // _SAMPLED)]
        face = regular()
        cells = [
            [[face.measure(part, self.size) for part in _text(row[i]).split("\n")] for i in loose] for row in sample
        ]
        best, fewest = wanted, (float("inf"), 0.0, 0.0)
        for parts in product(range(1, _STEPS), repeat=len(loose) - 1):
            last = _STEPS - sum(parts)
            if last < 1:
                continue
            widths = [part / _STEPS * rest for part in (*parts, last)]
            if any(width < words[i] for width, i in zip(widths, loose, strict=True)):
                continue
            rooms = [width - self._insets[i] - _SIDE for width, i in zip(widths, loose, strict=True)]
            counts = [
                [
                    sum(1 if part <= room else 1 + int(part * 1.06 / room) for part in cell)
                    for cell, room in zip(row, rooms, strict=True)
                ]
                for row in cells
            ]
            tightest = max(longest / width for longest, width in zip(loose.values(), widths, strict=True))
            score = (sum(map(max, counts)), sum(map(sum, counts)), tightest)
            if score < fewest:
                best, fewest = dict(zip(loose, widths, strict=True)), score
        return best

    def _widest_word(self, column: int) -> float:
        sample = self.rows[:: max(1, len(self.rows) // _SAMPLED)]
        words = {word for row in sample for word in _text(row[column]).split()}
        latin = sorted((word for word in words if word.isascii()), key=len)[-6:]
        return max((regular().measure(word, self.size) for word in latin), default=0.0) + (
            self._insets[column] + _SIDE)

    def _longest(self, column: int, tight: bool = False) -> float:
        """Points that a column takes when nothing in it wraps; in a tight table a Chinese heading may stand in two
        lines, as an English one does in any.
        """
        title = self.columns[column].title
        parts = [title] if len(title) < 12 else title.split(" ")
        if tight and len(title) > 4 and " " not in title and not title.isascii():
            parts = [title[: (len(title) + 1) // 2]]
        head = max(bold().measure(part, self.size) for part in parts)
        body = 0.0
        cells = {row[column] for row in self.rows}
        for face, texts in (
            (regular(), {_text(cell) for cell in cells if isinstance(cell, str) or not cell.bold}),
            (bold(), {cell.text for cell in cells if not isinstance(cell, str) and cell.bold}),
        ):
            lines = sorted((line for text in texts for line in text.split("\n")), key=_columns_of)[-12:]
            body = max([body, *(face.measure(clean(line), self.size) for line in lines)])
        return max(head, body) + self._insets[column] + _SIDE + 2

    def draw(self) -> None:
        """Heading and rows; the heading comes again on each page."""
        flow = self.flow
        if not self.rows:
            return
        flow.need(self.opening)
        self._tag = Tag("Table", flow.parent)
        self._start_page(first=True)
        for number, row in enumerate(self.rows):
            cells = [self._cell(i, cell) for i, cell in enumerate(row)]
            if self.sections and number and _is_section(row) and self._height(number, 2) > flow.room:
                self._turn_page()
            self._row(row, cells)
        self._end_page()
        flow.y -= 6

    @property
    def opening(self) -> float:
        """Points that must stand on one page: a small table whole, of a long one the heading and the first rows."""
        return self._head_height + self._first_rows() if self.rows else 0.0

    def _height(self, first: int, count: int) -> float:
        """Of so many rows."""
        return sum(max(len(self._cell(i, cell)) for i, cell in enumerate(row)) * self.step + 2 * self.padding
                   for row in self.rows[first:first + count])

    def _first_rows(self) -> float:
        heights = []
        for row in self.rows[: _SMALL_TABLE + 1]:
            heights.append(max(len(self._cell(i, cell)) for i, cell in enumerate(row)) * self.step + 2 * self.padding)
            if sum(heights) > _MOST_KEPT:
                break
        if len(heights) == len(self.rows) and sum(heights) <= _MOST_KEPT:
            return sum(heights)
        page = self.flow.top - self.flow.bottom - self._head_height
        kept = heights[0] if sum(heights[:3]) > _MOST_KEPT else sum(heights[:3])
        return kept if kept <= page else _FEWEST_LINES * self.step  # a row taller than a page is cut: begin it here

    def _row(self, row: Sequence[Cell], cells: list[list[str]]) -> None:
        flow, most = self.flow, max(map(len, cells))
        tags = self._row_tags(len(cells))
        if most * self.step + 2 * self.padding <= flow.room:
            self._emit(row, cells, tags)
            return
        whole_page = flow.top - flow.bottom - self._head_height
        if most * self.step + 2 * self.padding <= whole_page:
            self._turn_page()
            self._emit(row, cells, tags)
            return
        start = 0  # taller than a page: cut between lines
        while start < most:
            fits = int((flow.room - 2 * self.padding) // self.step)
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
            width = self._room(column)
            known = self._cache[column, cell] = [
                self._place(column, line, width, face) if line else ""
                for line in wrap(clean(text), width, face.typeface, self.size)
            ]
        return known

    def _place(self, column: int, line: str, width: float, face: EmbeddedFont) -> str:
        x = self._lefts[column] + self._insets[column]
        align = self.columns[column].align
        if align != "left":
            spare = width - face.typeface.measure(line, self.size)
            x += spare if align == "right" else spare / 2
        return f"1 0 0 1 {x:.2f} %.2f Tm {face.encode(line).replace('%', '%%')} Tj"

    def _emit(self, row: Sequence[Cell], cells: list[list[str]], tags: list[Tag]) -> None:
        flow, page = self.flow, self.flow.page
        add, marks, index = page.operators.append, page.marks, page.index
        first = flow.y - self.padding - self.size * 0.98
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
        flow.y -= most * self.step + 2 * self.padding
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
            y = top - _PADDING - self.size * 0.98
            for line in lines:
                x, anchor = self._lefts[i] + self._insets[i], "start"
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


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.text


def _is_section(row: Sequence[Cell]) -> bool:
    return any(not isinstance(cell, str) and cell.bold for cell in row)


def _columns_of(line: str) -> int:
    """About how wide a line is, in half-width characters."""
    return len(line) if line.isascii() else sum(2 if character >= "\u2e80" else 1 for character in line)


def _lowered(widths: dict[int, float], most: float) -> dict[int, float]:
    """The widest columns cut down to one height until all fit; narrow ones, such as codes and dates, stay whole."""
    left, room = sorted(widths.values()), most
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    cap = room / len(left) if left else most
    return {i: min(width, cap) for i, width in widths.items()}


def _raised(shares: dict[int, float], least: dict[int, float]) -> dict[int, float]:
    """Shares of the same sum, none below what its text needs; what is needed altogether must fit."""
    short = {i for i in shares if shares[i] < least[i]}
    if not short:
        return shares
    spare = {i: shares[i] - least[i] for i in shares if i not in short}
    wanted = sum(least[i] - shares[i] for i in short)
    factor = wanted / sum(spare.values())
    return {i: least[i] if i in short else shares[i] - spare[i] * factor for i in shares}
