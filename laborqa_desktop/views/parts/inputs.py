"""Inputs with our own arrow, eye and search mark. Composing with an input method never commits or searches."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionComboBox, QToolTip

from laborqa_desktop.views import theme
from laborqa_desktop.views.clipboard import SENSITIVE
from laborqa_desktop.views.icons import icon, paint_icon
from laborqa_desktop.views.parts.label import Key, restyle
from laborqa_desktop.views.parts.layout import row
from laborqa_desktop.views.parts.paint import smooth

_PAUSE_MS = 120
_ARROW_PX = 64      # the arrow of a choice, and the margins of its words
_EDGE_PX = 11       # from the edge of a line of text to its first letter
_OVER_PX = 7        # that far beyond its room a cut letter may reach
_ICON_PX = 26       # an icon at its right end


def _beside() -> int:
    """What a choice needs beside its words: two margins, two edges, the arrow."""
    return 22 + theme.grown(26)


def belongs_to_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether Ctrl+Z or Ctrl+Y in a box of text is the window's: the box itself has nothing to take back."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(QKeySequence.StandardKey.Undo) and not can_undo) or (
        event.matches(QKeySequence.StandardKey.Redo) and not can_redo)


class Entry(QLineEdit):
    """A line of text that knows whether an input method is composing.

    Signals:
        settled: the text changed and nothing is being composed.
    """

    settled = Signal(str)

    def __init__(self, text: str = "", hint: str = "", read_only: bool = False) -> None:
        super().__init__(text)
        self._composing = False
        self.setPlaceholderText(hint)
        self.set_read_only(read_only)
        self.setCursorPosition(0)
        self.textChanged.connect(self._text_changed)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not text yet."""
        return self._composing

    def set_read_only(self, on: bool) -> None:
        """Shows it as filled by the program; it can still be read and copied by keyboard."""
        restyle(self, "readOnly", on)       # before setReadOnly(), which would hide that the look must change
        self.setReadOnly(on)

    def forget_steps(self) -> None:
        """What is typed is safe: from here on Ctrl+Z in it is the window's."""
        if self._composing or not (self.isUndoAvailable() or self.isRedoAvailable()):
            return
        place, start, length = self.cursorPosition(), self.selectionStart(), self.selectionLength()
        self.setText(self.text())
        self.setCursorPosition(place)
        if start >= 0:
            self.setSelection(start, length)

    def _room(self) -> int:
        """Width of the words in sight."""
        icons = sum(one.isVisible() for one in self.actions())
        return self.width() - 2 * _EDGE_PX - icons * _ICON_PX - self.textMargins().right()

    def _is_cut(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Normal and bool(self.alignment() & Qt.AlignmentFlag.AlignLeft) \
            and self.fontMetrics().horizontalAdvance(self.text()) > self._room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that go on beyond the end show it, as everywhere else, until the keyboard comes."""
        super().paintEvent(event)
        if self.hasFocus() or self.cursorPosition() or not self._is_cut():
            return
        room, metrics = self._room(), self.fontMetrics()
        kept = metrics.horizontalAdvance(metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)[:-1])
        begin = _EDGE_PX + kept
        rest = QRect(begin, 3, _EDGE_PX + room + _OVER_PX - begin, self.height() - 6)
        filled = self.isReadOnly() or not self.isEnabled()
        p = smooth(self)
        p.fillRect(rest, theme.colour("sunken" if filled else "surface"))
        p.setPen(theme.colour("ink2" if filled else "ink"))
        p.drawText(rest, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "…")

    def event(self, event: QEvent) -> bool:
        hint, edges = self.placeholderText(), _ARROW_PX + self.textMargins().right()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and hint and not self.text() \
                and self.fontMetrics().horizontalAdvance(hint) > self.width() - edges:
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (hint, self.toolTip()))), self)
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text() if self._is_cut() else "", self)
            return True
        if not self._composing and belongs_to_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self.settled.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.accept()
            return
        super().keyPressEvent(event)

    def _text_changed(self, text: str) -> None:
        if not self._composing:
            self.settled.emit(text)


class SearchBox(Entry):
    """Search as you type.

    Signals:
        searched: the words, a moment after the last key; at once on Enter.
        down: the user wants into the list below.
    """

    searched = Signal(str)
    down = Signal()

    def __init__(self, name: str, hint: str, keys: str = "") -> None:
        super().__init__(hint=hint)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} {keys}".strip())
        self.setClearButtonEnabled(False)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._key = Key(keys) if keys else None
        if self._key:
            self.setLayout(row(None, self._key, margins=(0, 0, 8, 0)))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.settled.connect(self._typed)
        self._last = ""
        self._leave_room()

    def put(self, words: str) -> None:
        """Shows words that are searched for already."""
        self._last = words.strip()
        self.setText(words)

    def _typed(self) -> None:
        self._leave_room()
        self._pause.start()

    def _leave_room(self) -> None:
        """The hint ends before the key that stands at the right; what is typed has the whole box."""
        if self._key:
            self._key.setVisible(not self.text())
            self.setTextMargins(0, 0, 0 if self.text() else self._key.sizeHint().width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._leave_room()

    def _search(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._last and not self.composing:
            self._last = words
            self.searched.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.composing:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._search()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.down.emit()
                return
            if event.key() == Qt.Key.Key_Escape and self.text():
                self.clear()
                return
        super().keyPressEvent(event)


class Secret(Entry):
    """A password: discs, with an eye that shows it while wanted; tells when caps lock seems on.

    Signals:
        caps_lock: True when a capital letter came without Shift.
    """

    caps_lock = Signal(bool)

    def __init__(self, name: str, show_words: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty(SENSITIVE, True)
        self._eye = self.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(show_words)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._show(False)

    def _show(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        restyle(self, "secret", not on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            self.caps_lock.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class Combo(QComboBox):
    """One of several; keys are kept beside the labels. The wheel scrolls the page, never the value."""

    def __init__(self, name: str = "", items: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        for key, text in items:
            self.addItem(text, key)

    def key(self) -> object:
        """Key of the chosen item; None when nothing is chosen."""
        return self.currentData()

    def set_key(self, key: object) -> None:
        """Chooses the item with that key, or nothing."""
        self.setCurrentIndex(self.findData(key))

    def choose_words(self, words: str) -> bool:
        """Chooses the item that begins with the words or has them in it; by the user's hand."""
        wanted = words.strip().casefold()
        if not wanted or not self.isEnabled():
            return False
        begun = [n for n in range(self.count()) if self.itemText(n).casefold().startswith(wanted)]
        within = [n for n in range(self.count()) if wanted in self.itemText(n).casefold()]
        place = next(iter(begun or within), None)
        if place is None:
            return False
        self.setCurrentIndex(place)
        self.activated.emit(place)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method gives chooses, as letters do."""
        if event.commitString():
            self.choose_words(event.commitString())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.choose_words(QGuiApplication.clipboard().text())
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Opens the list, as wide as its longest word; its first item is marked when nothing is chosen, so that Down
        goes where the eye expects.
        """
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()))
        super().showPopup()
        if self.currentIndex() < 0 and self.count():
            self.view().setCurrentIndex(self.model().index(0, self.modelColumn()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self.width() - _beside() - 16
            QToolTip.showText(event.globalPos(), self.currentText() if cut else "", self)
            return True
        return super().event(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What is too long ends with an ellipsis."""
        super().initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, max(0, self.width() - _beside()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isEnabled():
            side = theme.grown(16)
            paint_icon(smooth(self), "chevron-down", self.width() - side - 8, (self.height() - side) / 2, side, "ink2")
