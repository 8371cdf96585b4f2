"""Boxes of text that take only so many characters: what is too much is not taken, and said at once."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from laborqa_desktop.text import fill
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import translate
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry

_NEAR = 0.9
"""From so much of the limit on the count is shown."""


class LimitedEntry(Entry):
    """A line of text.

    Signals:
        counted: (characters, limit, characters that were not taken).
    """

    counted = Signal(int, int, int)

    def __init__(self, most: int, text: str = "", hint: str = "") -> None:
        super().__init__(text, hint)
        self._most = most
        self.setMaxLength(1 << 24)      # Qt would cut what is pasted without a word
        self.textChanged.connect(self._bound)

    def _bound(self, text: str) -> None:
        over = len(text) - self._most
        if over > 0 and not self.composing:
            end = self.cursorPosition()         # behind what was just typed or pasted
            start = max(0, end - over)
            kept = text[:start] + text[end:]
            self.setText(kept[:self._most])
            self.setCursorPosition(start)
        self.counted.emit(len(self.text()), self._most, max(0, over))


class Lines(QPlainTextEdit):
    """Free words, one thought a line. Tab leaves it.

    Signals:
        counted: (characters, limit, characters that were not taken).
    """

    counted = Signal(int, int, int)

    def __init__(self, most: int, lines: int = 2) -> None:
        super().__init__()
        self._most, self._lines = most, lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._bound)

    def sizeHint(self) -> QSize:
        return QSize(120, round(theme.sizes().body * 1.5 * self._lines) + 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def words(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows lines."""
        self.setPlainText("\n".join(words))

    def _bound(self) -> None:
        over = self.document().characterCount() - 1 - self._most
        if over > 0:
            cursor = self.textCursor()          # behind what was just typed or pasted
            if cursor.position() < over:        # shown by the program, or dropped elsewhere
                cursor.movePosition(QTextCursor.MoveOperation.End)
            start = max(0, cursor.position() - over)
            if start and self.document().characterAt(start).encode("utf-16-le", "surrogatepass")[1:2] >= b"\xdc":
                start -= 1                      # not into the middle of one character
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            self.blockSignals(True)
            cursor.removeSelectedText()
            self.blockSignals(False)
            self.setTextCursor(cursor)
        self.counted.emit(self.document().characterCount() - 1, self._most, max(0, over))


def limited(frame: FieldFrame) -> FieldFrame:
    """The frame of such a box; it tells below the box how much room is left when little is."""
    box = frame.editor
    assert isinstance(box, LimitedEntry | Lines)

    def tell(count: int, most: int, over: int) -> None:
        if over:
            frame.show_message("warn", fill(translate(
                "Limited", "{most} characters are the most that can be printed; {over} more {over:was|were} not "
                           "taken."), most=f"{most:,}", over=f"{over:,}"))
        elif count >= most * _NEAR:
            frame.show_message("", translate("Limited", "{count} of {most} characters").format(
                count=f"{count:,}", most=f"{most:,}"))
        else:
            frame.show_message("", "")

    box.counted.connect(tell)
    return frame
