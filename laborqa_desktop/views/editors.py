"""An editor for each Kind of field: widget, get, put, changed. The form asks this dictionary and knows no kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views import theme
from laborqa_desktop.views.cells import cell_text, masked, number_text
from laborqa_desktop.views.clipboard import SENSITIVE
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.parts.inputs import Combo, Entry, belongs_to_window
from laborqa_desktop.views.parts.label import restyle
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.reading import Unreadable, read_number, tidy
from laborqa_desktop.views.ref_picker import RefPicker


@dataclass(frozen=True)
class Setting:
    """What an editor may need besides its field.

    Attributes:
        values: the form's present values, for a choice limited by another field.
        reveal: logs that a masked field is shown.
    """

    desk: Desk
    values: Callable[[], Mapping[str, Any]]
    reveal: Callable[[str], None] = lambda key: None


class Editor(QObject):
    """Base of editors.

    Signals:
        changed: the value may be another, by the user's hand.
    """

    changed = Signal()

    def __init__(self, field: Field, widget: QWidget) -> None:
        super().__init__(widget)
        self.field, self.widget = field, widget

    def get(self) -> Any:
        """The plain value.

        Raises:
            Unreadable: what is typed is no value of that kind.
        """
        raise NotImplementedError

    def put(self, value: Any, label: str = "") -> None:
        """Shows a value without telling; label names the record of a REF."""
        raise NotImplementedError

    def set_read_only(self, on: bool) -> None:
        """Locks it."""
        self.widget.setEnabled(not on)


class TextEditor(Editor):
    """TEXT and CODE; masked until revealed when the field is sensitive."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = Entry()
        super().__init__(field, self.box)
        self._setting, self._value, self._hidden, self._locked = setting, "", False, False
        self.box.setMaxLength(field.max_length)
        self.box.textEdited.connect(self._edited)
        if field.mask:
            self.box.setProperty(SENSITIVE, True)
            self._eye = self.box.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
            self._eye.setToolTip(translate("TextEditor", "Show and edit  F2"))
            self._eye.setShortcut("F2")
            self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._eye.triggered.connect(self.show_whole)

    def get(self) -> str:
        """See Editor."""
        words = self._value if self._hidden else self.box.text()
        return tidy(words) if self.field.kind is Kind.CODE else words.strip()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self._value = str(value or "")
        self._hidden = bool(self.field.mask and self._value)
        self._show()

    def show_whole(self) -> None:
        """Shows a masked value; that is logged."""
        if self._hidden:
            self._hidden = False
            self._setting.reveal(self.field.key)
            self._show()

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self._locked = on
        self.box.set_read_only(on or self._hidden)

    def _show(self) -> None:
        shown = masked(self._value, self.field.mask) if self._hidden and self.field.mask else self._value
        behind = len(self.box.text()) - self.box.cursorPosition()
        self.box.setText(shown)
        self.box.setCursorPosition(max(0, len(shown) - behind) if self.box.hasFocus() else 0)   # somebody may be typing
        self.box.set_read_only(self._hidden or self._locked)

    def _edited(self) -> None:
        if not self.box.composing:
            self.changed.emit()


class _Lines(QPlainTextEdit):
    """Several lines: Tab leaves, the height follows the text between 3 and 8 lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Takes the height its lines need."""
        lines = max(3, min(8, self.document().blockCount()))
        self.setFixedHeight(round(lines * theme.sizes().body * 1.6) + 14)

    def forget_steps(self) -> None:
        """What is typed is safe: from here on Ctrl+Z in it is the window's."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        known = self.document()
        if belongs_to_window(event, known.isUndoAvailable(), known.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Return,):
            event.ignore()
            return
        super().keyPressEvent(event)


class LongTextEditor(Editor):
    """LONG_TEXT."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = _Lines()
        super().__init__(field, self.box)
        self.box.textChanged.connect(self.changed)

    def get(self) -> str:
        """See Editor."""
        return self.box.toPlainText().strip()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        words, caret = str(value or ""), self.box.textCursor()
        behind = len(self.box.toPlainText()) - caret.position()
        self.box.blockSignals(True)
        self.box.setPlainText(words)
        self.box.blockSignals(False)
        if self.box.hasFocus():     # somebody may be typing
            caret.setPosition(max(0, len(words) - behind))
            self.box.setTextCursor(caret)
        self.box.fit()

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        restyle(self.box, "readOnly", on)       # before setReadOnly(), which would hide that the look must change
        self.box.setReadOnly(on)


class NumberEditor(Editor):
    """INT, DECIMAL, MONEY and PERCENT: right-aligned, thousands separated once left."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = Entry()
        super().__init__(field, self.box)
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.textEdited.connect(self._edited)
        self.box.editingFinished.connect(self._tidy)

    def get(self) -> int | None:
        """See Editor."""
        return read_number(self.box.text(), self.field.kind, self.field.scale)

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.box.setText("" if value is None else number_text(value, self.field.kind, self.field.scale))

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self.box.set_read_only(on)

    def _edited(self) -> None:
        if not self.box.composing:
            self.changed.emit()

    def _tidy(self) -> None:
        try:
            self.put(self.get())
        except Unreadable:
            return


class DateEditor(Editor):
    """DATE."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = DateEntry(setting.desk.today)
        super().__init__(field, self.box)
        self._putting = False
        self.box.settled.connect(self._edited)

    def get(self) -> date | None:
        """See Editor."""
        return self.box.value()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self._putting = True
        self.box.set_value(value)
        self._putting = False

    def _edited(self) -> None:
        if not self._putting:
            self.changed.emit()

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self.box.set_read_only(on)


class MomentEditor(Editor):
    """MOMENT: shown only; the program sets it."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = Entry(read_only=True)
        super().__init__(field, self.box)
        self._value: datetime | None = None
        self._zone = setting.desk.zone

    def get(self) -> datetime | None:
        """See Editor."""
        return self._value

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self._value = value
        self.box.setText(cell_text(value, Kind.MOMENT, zone=self._zone))

    def set_read_only(self, on: bool) -> None:
        """See Editor; it always is."""


class BoolEditor(Editor):
    """BOOL."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = Tick(translate("Cells", "Yes"))
        super().__init__(field, self.box)
        self.box.clicked.connect(self.changed)

    def get(self) -> bool:
        """See Editor."""
        return self.box.isChecked()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """CHOICE; an empty first item where nothing must be chosen."""

    def __init__(self, field: Field, setting: Setting) -> None:
        empty = [] if field.required else [(None, "")]
        self.box = Combo(items=empty + [(key, say(text)) for key, text in (field.labels or {}).items()])
        super().__init__(field, self.box)
        self.box.activated.connect(self.changed)
        self.box.setCurrentIndex(-1)

    def get(self) -> str | None:
        """See Editor."""
        key = self.box.key()
        return None if key is None else str(key)

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.box.set_key(value)


class RefEditor(Editor):
    """REF."""

    def __init__(self, field: Field, setting: Setting) -> None:
        records = setting.desk.office.records

        def find(words: str) -> list[Option]:
            return records.options(field.target, words)

        self.box = RefPicker(find, setting.desk.background)
        super().__init__(field, self.box)
        self.box.chosen.connect(self.changed)

    def get(self) -> int | None:
        """See Editor."""
        if self.box.unclear:
            raise Unreadable(self.box.text())
        return self.box.record_id

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.box.put(value, label or ("" if value is None else f"#{value}"))

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self.box.set_read_only(on)


Make = Callable[[Field, Setting], Editor]
EDITORS: dict[Kind, Make] = {
    Kind.TEXT: TextEditor, Kind.CODE: TextEditor, Kind.LONG_TEXT: LongTextEditor,
    Kind.INT: NumberEditor, Kind.DECIMAL: NumberEditor, Kind.MONEY: NumberEditor, Kind.PERCENT: NumberEditor,
    Kind.DATE: DateEditor, Kind.MOMENT: MomentEditor, Kind.BOOL: BoolEditor, Kind.CHOICE: ChoiceEditor,
    Kind.REF: RefEditor,
}
"""Editors of one line. ROWS and IMAGE are added by record_form.py: they need these themselves."""
