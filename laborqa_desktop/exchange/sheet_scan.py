"""Looks through the XML of one sheet before the spreadsheet library does.

The library would abort the whole process on a value at XFD1048576, and shows errors and formulas without a stored
result as empty cells. Runs in the child process.
"""

from xml.parsers.expat import XMLParserType

from laborqa_desktop.exchange.cells import Broken
from laborqa_desktop.exchange.packing import Unfit, parser

MOST_LETTERS, MOST_DIGITS = 3, 7
"""Of a reference: XFD1048576 is the last cell there can be."""

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_AREA = 10_000_000
"""Rows times columns that hold a value: as many cells as 200 MB of XML can fill, so a larger area is nearly empty."""

Flaws = dict[tuple[int, int], Broken]
"""(row, column) from 0 -> what is wrong there."""


def scan(xml: bytes) -> Flaws:
    """Cells that are shown as empty though they are not.

    Raises:
        Unfit: "wide" or "sparse" for values too far out, "damaged" for a document type or an impossible place.
        expat.ExpatError: the XML is not well formed.
    """
    reader = parser()
    reader.buffer_text = True
    found = _Scan(reader)
    reader.StartElementHandler = found.start
    reader.Parse(xml, True)
    found.close_cell()
    if (found.last_row + 1) * (found.last_column + 1) > MAX_AREA:
        raise Unfit("sparse")
    return found.flaws


class _Scan:
    """One pass over a sheet, two and a half million elements a second or two: hence the short cuts in start()."""

    def __init__(self, reader: XMLParserType) -> None:
        self.flaws: Flaws = {}
        self.last_row = self.last_column = 0
        self._reader = reader
        self._row = self._line = self._column = -1
        self._type = ""
        self._open = self._formula = False
        self._text: list[str] = []
        self._columns: dict[str, int] = {}

    def start(self, name: str, values: dict[str, str]) -> None:
        """An element begins."""
        if name == "v":
            self._fill()
            if self._open:
                self._reader.CharacterDataHandler = self._text.append
        elif name == "c":
            if self._open:
                self.close_cell()
            self._cell(values)
        elif name == "row":
            self.close_cell()
            number = values.get("r")
            self._line = self._row = self._number(number) if number is not None else self._line + 1
            self._column = -1
        elif name == "f":
            self._fill()
            self._formula = self._open = True
        elif name == "is":
            self._fill()
            self._formula = False
        elif ":" in name:
            self.start(name.rpartition(":")[2], values)

    def _cell(self, values: dict[str, str]) -> None:
        reference = values.get("r")
        if reference is None:
            self._row, self._column = self._line, self._column + 1
        else:
            letters = reference.rstrip("0123456789")
            column = self._columns.get(letters)
            self._column = self._number_of(letters) if column is None else column
            self._row = self._number(reference[len(letters):])
        self._type = values.get("t", "")
        self._open, self._formula = self._type == "e", False

    def _number_of(self, letters: str) -> int:
        if len(letters) > MOST_LETTERS:
            raise Unfit("wide")
        if not letters.isascii() or not letters.isalpha():
            raise Unfit("damaged")
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = column - 1
        return column - 1

    @staticmethod
    def _number(digits: str) -> int:
        if len(digits) > MOST_DIGITS:
            raise Unfit("wide")
        if not digits.isascii() or not digits.isdigit():
            raise Unfit("damaged")
        return int(digits) - 1

    def _fill(self) -> None:
        """The cell holds something."""
        row, column = self._row, self._column
        if row > self.last_row:
            self.last_row = row
        if column > self.last_column:
            self.last_column = column
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Unfit("wide")
        if row < 0:
            raise Unfit("damaged")

    def close_cell(self) -> None:
        """A cell with an error or a formula is complete."""
        if not self._open:
            return
        text = "".join(self._text).strip()
        self._text.clear()
        self._reader.CharacterDataHandler = None
        if self._type == "e" and (text or self._formula):
            self.flaws[self._row, self._column] = Broken(text)
        elif self._formula and not text and self._type != "str":
            self.flaws[self._row, self._column] = Broken()
        self._open = False
