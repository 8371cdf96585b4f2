"""Chooses another record by typing part of its name; the options say enough to tell namesakes apart."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views import theme
from laborqa_desktop.views.background import Background, Job
from laborqa_desktop.views.delegates import Index
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.paint import text_at

FindOptions = Callable[[str], list[Option]]
_WIDE, _NEW_WIDE = 280, 400
_DETAIL = Qt.ItemDataRole.UserRole


class _Options(QStringListModel):
    """The options offered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: list[Option] = []

    def offer(self, options: list[Option]) -> None:
        """Offers these."""
        self.options = options
        self.setStringList([option.label for option in options])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _DETAIL and index.row() < len(self.options):
            return self.options[index.row()].detail
        return super().data(index, role)


class _OptionDelegate(QStyledItemDelegate):
    """Name, and quieter words after it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        r = QRectF(option.rect)
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        took = text_at(painter, r.adjusted(10, 0, -8, 0), str(index.data() or ""))
        text_at(painter, r.adjusted(18 + took, 0, -8, 0), str(index.data(_DETAIL) or ""), "ink2", "small")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.sizes().row)


class RefPicker(Entry):
    """An entry whose value is a record.

    Signals:
        chosen: id of the record, or None; by the user's hand.
        taken: Enter took an option; the user wants to go on.
        new_wanted: the words of a record that is not there yet and is to be made.

    Attributes:
        makes: what kind of record can be made here, in words; "" for none.
    """

    chosen = Signal(object)
    taken = Signal()
    new_wanted = Signal(str)
    _arrow: QAction | None = None

    def __init__(self, find: FindOptions, background: Background, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._find, self._background = find, background
        self._job: Job | None = None
        self._id: int | None = None
        self._label = ""
        self.makes = ""
        self._offers_new = self._hint_only = False
        self._in_a_hurry = False     # Enter or Tab came before the options did
        self._arrow = self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.triggered.connect(self.open)
        self._list = QListView()
        self._model = _Options(self._list)
        self._delegate = _OptionDelegate(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setProperty("popup", True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFocusProxy(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(lambda index: self._take(index.row()))
        self.settled.connect(self._typed)
        self.destroyed.connect(self._list.deleteLater)

    def set_read_only(self, on: bool) -> None:
        """See Entry; nothing can be chosen then."""
        super().set_read_only(on)
        if self._arrow is not None:
            self._arrow.setVisible(not on)

    @property
    def record_id(self) -> int | None:
        """Id of the record chosen."""
        return self._id

    def put(self, record_id: int | None, label: str) -> None:
        """Shows a record."""
        self._id, self._label = record_id, label
        self.blockSignals(True)
        self.setText(label if record_id is not None else "")
        self.setCursorPosition(0)
        self.blockSignals(False)

    @property
    def unclear(self) -> bool:
        """Whether words stand there that name no record."""
        return self._id is None and bool(self.text().strip())

    @property
    def offering(self) -> bool:
        """Whether the list of options is open."""
        return self._list.isVisible()

    def take_offered(self) -> None:
        """Takes the option under the bar, if the list is open."""
        if self.offering and not self._offers_new:
            self._take(self._list.currentIndex().row())

    def hide_offer(self) -> None:
        """Closes the list of options."""
        self._list.hide()

    def open(self) -> None:
        """Offers records for the words typed; all when the words are the label of the one chosen."""
        if self.isReadOnly():
            return
        words = "" if self._id is not None and self.text() == self._label else self.text().strip()
        if self._job:
            self._job.cancel()
        find = self._find
        self._job = self._background.read(lambda: find(words), self._offer)

    def _typed(self, words: str) -> None:
        self._in_a_hurry = False
        if (words == self._label and self._id is not None) or self.isReadOnly():
            return
        if not words.strip():
            self._list.hide()
            self._set(None, "")
            return
        if self._id is not None:
            self._set(None, self._label, keep_text=True)
        if self.hasFocus():
            self.open()

    def _offer(self, options: list[Option]) -> None:
        self._job = None
        words = self.text().strip()
        self._offers_new = bool(self.makes and not options and words and self.unclear)
        if self._offers_new:
            self._in_a_hurry = False
            options = [Option(0, self.tr("New: {name}").format(name=words),
                              self.tr("{kind} of this name is not there yet").format(kind=self.makes))]
        self._hint_only = not options and not words
        if self._hint_only:         # asked for by key or mouse: silence would look like a broken field
            options = [Option(0, self.tr("Nothing to choose yet"),
                              self.tr("Type a name, then Enter makes it.") if self.makes else "")]
        self._model.offer(options)
        if self._in_a_hurry:
            self._in_a_hurry = False
            if len(options) == 1 or (options and self.hasFocus()):
                self._take(0)
                if self.hasFocus():
                    self.taken.emit()
                return
        if not options or not self.hasFocus():
            self._list.hide()
            return
        rows = min(len(options), 8)
        wide = max(self.width(), _NEW_WIDE if self._offers_new or self._hint_only else _WIDE)
        at = self.mapToGlobal(QPoint(0, self.height() + 1))
        self._list.resize(wide, rows * theme.sizes().row + 6)
        self._list.move(max(0, min(at.x(), self.screen().availableGeometry().right() - wide)), at.y())
        self._list.show()
        self._list.setCurrentIndex(self._model.index(0))

    def _take(self, place: int) -> None:
        if self._hint_only:
            self._list.hide()
            return
        if self._offers_new:
            self._list.hide()
            self.new_wanted.emit(self.text().strip())
            return
        if 0 <= place < len(self._model.options):
            option = self._model.options[place]
            self._list.hide()
            self._set(option.id, option.label)

    def choose(self, record_id: int, label: str) -> None:
        """Chooses a record by the user's hand, one that was just made."""
        self._list.hide()
        self._set(record_id, label)

    def _set(self, record_id: int | None, label: str, keep_text: bool = False) -> None:
        self._id = record_id
        if not keep_text:
            self._label = label
            self.blockSignals(True)
            self.setText(label)
            self.blockSignals(False)
        self.chosen.emit(record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, open_now = event.key(), self._list.isVisible()
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if open_now:
                step = 1 if key == Qt.Key.Key_Down else -1
                place = max(0, min(len(self._model.options) - 1, self._list.currentIndex().row() + step))
                self._list.setCurrentIndex(self._model.index(place))
            else:
                self.open()
        elif open_now and self._offers_new and key == Qt.Key.Key_Tab:       # making something is never by the way
            self._list.hide()
            self.focusNextChild()
        elif open_now and (self._offers_new or self._hint_only) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(0)
        elif open_now and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self._list.currentIndex().row())
            if key == Qt.Key.Key_Tab:
                self.focusNextChild()
            else:
                self.taken.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._job is not None and self.unclear:
            self._in_a_hurry = True
        elif open_now and key == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._list.isVisible():
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Tab and not self.composing:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.unclear:        # in a grid, an input method types before the cell has the keyboard
            self.open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()
        self._in_a_hurry = self._job is not None and self.unclear
        if self._offers_new or not self.unclear or len(self._model.options) != 1:
            return
        if self.text().strip() == self._model.options[0].label:
            self._take(0)
