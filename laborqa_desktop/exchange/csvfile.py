"""Reading csv files: which encoding, which delimiter, and what is wrong with them in which line."""

import codecs
import csv
import io
from collections import Counter

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Book, Cell, Sheet
from laborqa_desktop.text import N_

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
"""In the order they are tried; the names stand in mappings too."""

DELIMITERS = (",", ";", "\t")
MAX_ROWS = 200_000
MAX_COLUMNS = 200


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a whole file and its encoding.

    Args:
        encoding: of the user or the mapping; "" tries the usual ones.

    Raises:
        UnreadableInput: no encoding fits, or the given one does not.
    """
    if encoding:
        try:
            codecs.lookup(encoding)
            return data.decode("utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding), encoding
        except LookupError as error:
            raise UnreadableInput(
                N_("Import", "There is no encoding called {encoding}. Usual ones are utf-8, gb18030, utf-16 and "
                             "cp1252.").of(encoding=encoding)
            ) from error
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise UnreadableInput(
                N_("Import", "Line {line} of the file does not fit the encoding {encoding}. Choose another encoding.")
                .of(line=line, encoding=encoding)
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


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first rows most evenly; a comma when none does."""
    head = text[:50_000]
    if head.lower().startswith("sep=") and len(head) > 4:
        return head[4]

    def evenness(mark: str) -> tuple[int, int]:
        rows = []
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=mark):
            rows.append(len(row))
            if len(rows) == 30:
                break
        widths = Counter(width for width in rows if width > 1)
        if not widths:
            return 0, 0
        width, times = widths.most_common(1)[0]
        return times, width

    try:
        return max(DELIMITERS, key=evenness)
    except csv.Error:
        return ","


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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    begins = 1
    try:
        for row in reader:
            rows.append([cell or None for cell in row])
            numbers.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableInput(
            N_("Import", "Line {line}: a quotation mark is not closed or stands in the wrong place. Nothing was "
                         "imported; mend that line and try again.").of(line=begins)
        ) from error
    if rows and rows[0] and str(rows[0][0] or "").lower().startswith("sep="):
        del rows[0], numbers[0]
    while rows and not any(cell and str(cell).strip() for cell in rows[-1]):
        rows.pop()
        numbers.pop()
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
        raise UnreadableInput(
            N_("Import", "The sheet is larger than 200,000 rows by 200 columns. Split it and import the parts.")
        )
    return Book(file, (Sheet("", rows, numbers),), encoding, mark)
