"""Reading csv files: which encoding, which delimiter, and what is wrong with them in which line.

Cells are given without the apostrophe that our own export puts before what looks like a formula.
"""

import codecs
import csv
import io
import re
from collections import Counter

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Book, Cell, Sheet
from laborqa_desktop.exchange.guard import unguarded
from laborqa_desktop.text import N_

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
"""In the order they are tried; the names stand in mappings too."""

DELIMITERS = (",", ";", "\t")
HEAD = 50_000
"""So many characters tell the delimiter."""

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_ROW_TEXT = 5_000_000
"""Characters of one row: a quotation mark that is never closed would otherwise make one row of the whole file."""

STATED = re.compile(r"sep=([^\"\r\n\w ])[\r\n]", re.IGNORECASE)
"""A first line that states the delimiter, as Excel understands it."""

MARK = re.compile(r"[^\"\r\n\w ]")

WIDE = N_("Import", "The sheet is larger than 200,000 rows by 200 columns. Split it and import the parts.")


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a whole file and its encoding.

    Args:
        encoding: of the user or the mapping; "" tries the usual ones.

    Raises:
        UnreadableInput: no encoding fits, or the given one does not.
    """
    if encoding:
        try:
            text = data.decode("utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding)
            text.encode("utf-8")        # utf-7 and the like let halves of characters through
            return text, encoding
        except UnicodeDecodeError as error:
            raise _does_not_fit(data[: error.start].count(b"\n") + 1, encoding) from error
        except UnicodeEncodeError as error:
            raise _does_not_fit(text[: error.start].count("\n") + 1, encoding) from error
        except (LookupError, ValueError) as error:
            raise UnreadableInput(
                N_("Import", "There is no encoding called {encoding}. Usual ones are utf-8, gb18030, utf-16 and "
                             "cp1252.").of(encoding=encoding)
            ) from error
    for name in ENCODINGS:
        if name == "utf-16" and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            continue
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(
        N_("Import", "The file fits none of the usual encodings. Save it as UTF-8 or as xlsx and import that.")
    )


def _does_not_fit(line: int, encoding: str) -> UnreadableInput:
    return UnreadableInput(
        N_("Import", "Line {line} of the file does not fit the encoding {encoding}. Choose another encoding.")
        .of(line=line, encoding=encoding)
    )


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first rows most evenly; a comma when none does.

    Marks inside quoted texts split rows too when they are tried, but those rows end where a text has a line end, or in
    a quotation mark that stands in the wrong place.
    """
    head = text[:HEAD]
    stated = STATED.match(head)
    if stated:
        return stated[1]

    def evenness(mark: str) -> tuple[bool, float, int, int]:
        rows: list[int] = []
        lines = io.StringIO(head, newline="")
        sound = True
        try:
            for row in csv.reader(lines, delimiter=mark, strict=True):
                if row:
                    rows.append(len(row))
                if len(rows) == 30:
                    break
        except csv.Error:
            sound = len(text) > HEAD and lines.tell() >= len(head)      # it was cut off here
        widths = Counter(width for width in rows if width > 1)
        if not widths:
            return False, 0, 0, 0
        width, times = widths.most_common(1)[0]
        return sound, times / len(rows), times, width

    return max(DELIMITERS, key=evenness)


def parse(file: str, data: bytes, encoding: str = "", delimiter: str = "") -> Book:
    """The rows of a csv file, every cell a text.

    Raises:
        UnreadableInput: naming the line where a quote is not closed or a zero byte stands.
    """
    text, encoding = decode(data, encoding)
    zero = text.find("\0")
    if zero >= 0:
        raise UnreadableInput(
            N_("Import", "There is a zero byte in line {line}: this is no text file, or it is UTF-16 without its mark. "
                         "Save it as UTF-8 or as xlsx and import that.").of(line=text.count("\n", 0, zero) + 1)
        )
    mark = delimiter or delimiter_of(text)
    if not MARK.fullmatch(mark):
        raise UnreadableInput(N_("Import", '"{mark}" cannot stand between the columns of a csv file. Choose a comma, a '
                                           "semicolon or a tab.").of(mark=mark))
    rows, numbers = _rows(text, mark)
    if rows and len(rows[0]) == 1 and STATED.match(str(rows[0][0]).ljust(5, mark) + "\n"):
        del rows[0], numbers[0]
    return Book(file, (Sheet("", rows, numbers),), encoding, mark)


def _rows(text: str, mark: str) -> tuple[list[list[Cell]], list[int]]:
    """The rows down to the last that holds something, and the line in which each begins."""
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    begins = 1
    empty: list[int] = []       # rows without anything, which count only when another follows
    feed = _Lines(text)
    reader = csv.reader(feed, delimiter=mark, strict=True)
    try:
        for cells in reader:
            filled = next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)
            if not filled:
                empty.append(begins)
            else:
                if len(rows) + len(empty) >= MAX_ROWS or filled > MAX_COLUMNS:
                    raise UnreadableInput(WIDE)
                rows += ([] for _ in empty)
                numbers += empty
                empty.clear()
                rows.append([unguarded(cell) or None for cell in cells[:filled]])
                numbers.append(begins)
            begins = reader.line_num + 1
            feed.fed = 0
    except csv.Error as error:
        raise UnreadableInput(
            N_("Import", "Line {line}: a quotation mark is not closed or stands in the wrong place, or a cell is "
                         "longer than {most} characters. Nothing was imported; mend that line and try again.")
            .of(line=begins, most=csv.field_size_limit())
        ) from error
    return rows, numbers


class _Lines:
    """The lines of a text for csv.reader, which would gather one row without end.

    Attributes:
        fed: characters given since this was set to 0.
    """

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.fed = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._lines.readline(MAX_ROW_TEXT)
        if not line:
            raise StopIteration
        self.fed += len(line)
        if self.fed > MAX_ROW_TEXT:
            raise UnreadableInput(WIDE)
        return line
