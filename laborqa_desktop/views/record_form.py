"""The only plain form: an editor for each field, in sections, with one line of help, warning or error below each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from laborqa_desktop.records import Flaw
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.usecases.records import Loaded
from laborqa_desktop.views import theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editors import EDITORS, Editor, Make, RefEditor, Setting
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.image_editor import ImageEditor
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.field_grid import MOST, FieldGrid
from laborqa_desktop.views.parts.inputs import belongs_to_window
from laborqa_desktop.views.parts.label import section
from laborqa_desktop.views.parts.layout import leave_room
from laborqa_desktop.views.reading import Unreadable, unreadable_text
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.rows_editor import RowsEditor

_CHECK_AFTER_MS = 250
_AROUND_PX = 24
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_WHOLE_WIDTH = frozenset({Kind.LONG_TEXT, Kind.ROWS})
_THREE_FROM_PX, _TWO_FROM_PX = 540, 360


def _scroller(widget: QWidget) -> QScrollArea | None:
    """The scroll area a widget lies in."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


ALL_EDITORS: dict[Kind, Make] = {**EDITORS, Kind.ROWS: RowsEditor, Kind.IMAGE: ImageEditor}


class RecordForm(QWidget):
    """The fields of one record.

    Args:
        apart: fields whose frames a hand-made screen places itself; see frame().
        editors: editors in place of the usual ones, by field.
        flush: no margins of its own, because those of a dialog are there already.

    Signals:
        edited: something was changed by the user's hand.
        checked: the flaws now known: (errors, warnings).
    """

    edited = Signal()
    checked = Signal(int, int)

    def __init__(self, desk: Desk, kind: RecordType, leave_out: Iterable[str] = (), apart: Iterable[str] = (),
                 editors: Mapping[str, Make] | None = None, flush: bool = False) -> None:
        super().__init__()
        self._flush = flush
        self._apart, self._own_editors = frozenset(apart), dict(editors or {})
        self._desk, self._kind = desk, kind
        self._setting = Setting(desk, self._values_as_they_are, self._reveal)
        skipped = set(leave_out)
        self._fields = [f for f in kind.fields if f.key not in skipped]
        self._editors: dict[str, Editor] = {}
        self._frames: dict[str, FieldFrame] = {}
        self._grids: list[FieldGrid] = []
        self._columns = 0
        self._loaded: Loaded | None = None
        self._original: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._all_shown = False
        self.flaws: list[Flaw] = []
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check)
        self._build()

    @property
    def kind(self) -> RecordType:
        """What it is a form of."""
        return self._kind

    def focused_field(self) -> Field | None:
        """The field that has the keyboard; None for none."""
        key = self.focused_key()
        return next((field for field in self._fields if field.key == key), None)

    def show_record(self, loaded: Loaded, draft: dict[str, Any] | None = None) -> None:
        """Shows a record; the field in focus keeps the keyboard.

        Args:
            draft: values typed and not saved, which take the place of the stored ones.
        """
        self._loaded, self._touched, self._all_shown = loaded, set(draft or ()), bool(draft)
        for key, editor in self._editors.items():
            if isinstance(editor, RowsEditor):
                editor.grid.model.know(loaded.names)
            editor.put(loaded.values.get(key), self._label(key, loaded.values.get(key), loaded))
        self._original = self._values_as_they_are()
        for key, value in (draft or {}).items():
            if key in self._editors:
                self._editors[key].put(value, self._label(key, value))
        for key, editor in self._editors.items():
            editor.set_read_only(loaded.frozen is not None or loaded.archived or self._kind.field(key).read_only)
        self.flaws = self._doubts(loaded)
        self._show_flaws()
        if draft:
            self.check()

    def _doubts(self, loaded: Loaded) -> list[Flaw]:
        """What is doubtful about a stored record, told before anything is typed; nothing is asked of the library."""
        if self._kind.validate is None or loaded.id is None or loaded.frozen is not None or loaded.archived:
            return []
        return [flaw for flaw in self._kind.validate(loaded.values, self._desk.today()) if flaw.warning]

    @property
    def loaded(self) -> Loaded | None:
        """What was shown last."""
        return self._loaded

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._loaded is not None and (bool(self.unreadable()) or self._values_as_they_are() != self._original)

    def values(self) -> dict[str, Any]:
        """Plain values of all fields; those that cannot be read keep what was loaded, and are among the flaws."""
        return {**(self._loaded.values if self._loaded else {}), **self._values_as_they_are()}

    def kept(self) -> dict[str, Any]:
        """What a draft keeps: only what differs from the stored record."""
        return {key: value for key, value in self._values_as_they_are().items() if self._original.get(key) != value}

    def unreadable(self) -> list[Flaw]:
        """What was typed and is no value of its kind."""
        found = []
        for key, editor in self._editors.items():
            try:
                editor.get()
            except Unreadable:
                found.append(Flaw(key, unreadable_text(editor.field.kind)))
        return found

    def check(self, show_all: bool = False) -> list[Flaw]:
        """Looks for flaws and shows them: warnings and errors of touched fields at once, the others when saving."""
        self._timer.stop()
        if self._loaded is None or self._desk.background.closed:
            return []
        self._all_shown = self._all_shown or show_all
        unreadable = self.unreadable()
        broken = {flaw.field for flaw in unreadable}
        rules = self._desk.office.records.check(self._kind.key, self.values(), self._loaded.id)
        self.flaws = unreadable + [flaw for flaw in rules if flaw.field not in broken]
        self._show_flaws()
        return self.flaws

    def show_flaws(self, flaws: Sequence[Flaw]) -> None:
        """Shows flaws that saving found."""
        self._all_shown, self.flaws = True, list(flaws)
        self._show_flaws()

    def saved(self, loaded: Loaded, sent: Mapping[str, Any]) -> None:
        """Takes over the new version of the record without touching what is typed since.

        Args:
            sent: the values that were saved.
        """
        now = self._values_as_they_are()
        for key, editor in self._editors.items():
            stored = loaded.values.get(key)
            if self._kind.field(key).read_only or (now[key] == sent.get(key) and now[key] != stored):
                if isinstance(editor, RowsEditor) and editor.grid.model.take_stored(stored or []):
                    continue
                editor.put(stored, self._label(key, stored, loaded))
            forget = getattr(editor.widget, "forget_steps", None)
            if forget is not None and now[key] == sent.get(key):
                forget()
        self._loaded, self._original = loaded, {**now, **{
            key: value for key, value in loaded.values.items() if key in self._editors}}

    def errors(self) -> list[Flaw]:
        """Flaws that block saving, in the order of the form."""
        order = {field.key: n for n, field in enumerate(self._fields)}
        blocking = [flaw for flaw in self.flaws if not flaw.warning]
        return sorted(blocking, key=lambda flaw: (order.get(flaw.field.partition(".")[0], -1), flaw.row or 0))

    def go_to_next_error(self, from_start: bool = False) -> None:
        """F8: the next field after the one in focus that blocks saving, or the first of all."""
        self.check(show_all=True)
        errors = self.errors()
        if not errors:
            return
        here = -1 if from_start else self._place(self.focused_key())
        flaw = next((f for f in errors if self._place(f.field) > here), errors[0])
        self.focus_field(flaw.field.partition(".")[0])
        editor = self._editors.get(flaw.field.partition(".")[0])
        if isinstance(editor, RowsEditor):
            editor.grid.go_to(flaw)

    def focused_key(self) -> str:
        """Key of the field that has the keyboard; "" for none."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if widget.objectName() in self._editors:
                return widget.objectName()
            widget = widget.parentWidget()
        return ""

    def focus_field(self, key: str = "", select: bool = True) -> None:
        """Gives the keyboard to a field; without a key to the first one that can be edited, in a record that nobody
        can edit to the very first.

        Args:
            select: what is in it is selected, so that the next key replaces it; else the next key goes on after it.
        """
        shut = self._loaded is not None and (self._loaded.frozen is not None or self._loaded.archived)
        writable = (editor for key, editor in self._editors.items() if shut or not self._kind.field(key).read_only)
        editor = self._editors.get(key) or next(writable, None) or next(iter(self._editors.values()), None)
        if editor is not None:
            editor.widget.setFocus()
            self._bring_into_view(editor.widget.objectName())
            select_all = getattr(editor.widget, "selectAll", None)
            if select and select_all is not None:
                select_all()
            elif isinstance(editor.widget, QLineEdit):
                editor.widget.end(False)
            elif isinstance(editor.widget, QPlainTextEdit):
                editor.widget.moveCursor(QTextCursor.MoveOperation.End)

    def _bring_into_view(self, key: str) -> None:
        """Scrolls to the whole of a field, its label and its message; Qt does it only for the Tab key."""
        frame, area = self._frames[key], _scroller(self)

        def scroll() -> None:
            if area is not None and area.isAncestorOf(frame):
                area.ensureWidgetVisible(frame, 0, _AROUND_PX)

        QTimer.singleShot(0, frame, scroll)     # messages that came or went move the fields first

    def editor(self, key: str) -> Editor:
        """The editor of a field, for hand-made screens and tests."""
        return self._editors[key]

    def frame(self, key: str) -> FieldFrame:
        """A field with its label and message, for a screen that places it itself."""
        return self._frames[key]

    def field_name(self, key: str) -> str:
        """The label of a field or of a field in a row, as shown."""
        outer, _, inner = key.partition(".")
        if outer not in self._editors:
            return ""
        field = self._kind.field(outer)
        deeper = next((f for f in field.rows if f.key == inner), None)
        return say(field.label) if deeper is None else f"{say(field.label)} · {say(deeper.label)}"

    def _place(self, key: str) -> int:
        return list(self._editors).index(key.partition(".")[0]) if key.partition(".")[0] in self._editors else -1

    def _values_as_they_are(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, editor in self._editors.items():
            try:
                found[key] = editor.get()
            except Unreadable:
                found[key] = None
        return found

    def _label(self, key: str, value: Any, loaded: Loaded | None = None) -> str:
        field = self._kind.field(key)
        if field.kind is not Kind.REF or value is None:
            return ""
        if loaded is not None and (words := loaded.label(field.target, value)):
            return words
        return str(self._desk.office.records.label(field.target, value))

    def _reveal(self, key: str) -> None:
        if self._loaded is not None and self._loaded.id is not None:
            self._desk.office.records.reveal(self._kind.key, self._loaded.id, key)

    def _build(self) -> None:
        made = QVBoxLayout()
        made.setSpacing(6)
        made.setContentsMargins(*((0, 0, 0, 0) if self._flush else (20, 10, 20, 10)))
        for field in self._fields:
            if field.key in self._apart:
                self._frame(field)
                continue
            if field.group is not None or not self._grids:
                if field.group is not None:
                    if self._grids:
                        leave_room(made, 4)
                    made.addLayout(section(say(field.group)))
                self._grids.append(FieldGrid())
                made.addLayout(self._grids[-1])
            self._grids[-1].add(self._frame(field), whole=field.kind in _WHOLE_WIDTH)
        made.addStretch(1)
        self.setLayout(made)
        self._arrange(MOST)

    def _frame(self, field: Field) -> FieldFrame:
        editor = self._own_editors.get(field.key, ALL_EDITORS[field.kind])(field, self._setting)
        editor.widget.setObjectName(field.key)
        if isinstance(editor, RefEditor):
            editor.box.taken.connect(self.focusNextChild)
            self._let_make(field, editor.box)
        editor.changed.connect(lambda: self._edited(field.key))
        frame = FieldFrame(say(field.label), editor.widget, field.required, say(field.help) if field.help else "",
                           self.tr("Must be filled in"))
        if field.group is not None and say(field.group) == say(field.label):
            frame.hide_name()
        self._editors[field.key], self._frames[field.key] = editor, frame
        return frame

    def _let_make(self, field: Field, box: RefPicker) -> None:
        """A name that a picker does not know can be made on the spot."""
        from laborqa_desktop.views.new_record_dialog import kind_to_make, offer_new
        kind = kind_to_make(field.target)
        if kind is None or self._desk.office.store.read_only:
            return

        def choose(record_id: int) -> None:
            if isValid(box):
                box.choose(record_id, str(self._desk.office.records.label(field.target, record_id)))
                box.setFocus()

        box.makes = say(kind.single)
        box.new_wanted.connect(lambda words: offer_new(self._desk, self.window(), field.target, words, choose))

    def event(self, event: QEvent) -> bool:
        """Keeps Ctrl+Z from the window while something is typed and not saved: it would change the record below it."""
        if belongs_to_window(event, can_undo=False, can_redo=False) and self.dirty:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, as Tab does; boxes of several lines and grids use it themselves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN and self.focused_key():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() * 14 / theme.sizes().body
        self._arrange(MOST if width >= _THREE_FROM_PX else 2 if width >= _TWO_FROM_PX else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid in self._grids:
            grid.arrange(columns)

    def _edited(self, key: str) -> None:
        self._touched.add(key)
        self._fill_in(key)
        self._timer.start()
        self.edited.emit()

    def _fill_in(self, key: str) -> None:
        if self._kind.fill is None:
            return
        for other, value in self._kind.fill(key, self._values_as_they_are()).items():
            if other in self._editors:
                self._editors[other].put(value, self._label(other, value))

    def _show_flaws(self) -> None:
        by_field: dict[str, list[Flaw]] = {}
        for flaw in self.flaws:
            by_field.setdefault(flaw.field.partition(".")[0], []).append(flaw)
        for key, frame in self._frames.items():
            flaws = [f for f in by_field.get(key, []) if f.warning or self._all_shown or key in self._touched]
            flaws.sort(key=lambda flaw: flaw.warning)
            editor = self._editors[key]
            if isinstance(editor, RowsEditor):
                editor.grid.show_flaws([flaw for flaw in flaws if flaw.row is not None])
                flaws = [flaw for flaw in flaws if flaw.row is None]
            state = "" if not flaws else "warn" if flaws[0].warning else "error"
            frame.show_message(state, say(flaws[0].text) if flaws else "")
        errors = self.errors()
        places = {(flaw.field, flaw.row) for flaw in errors}     # a date before two others is one thing to correct
        self.checked.emit(len(places), len(self.flaws) - len(errors))
