"""The grid of items: typed like a spreadsheet, pasted from one, rows doubled and moved, points added up below."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from laborqa_desktop.records.field import Field
from laborqa_desktop.views import theme
from laborqa_desktop.views.checklist.items_model import ItemsModel
from laborqa_desktop.views.checklist.pasting import rows_from
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.row_grid import GridView, RowGrid
from laborqa_desktop.views.row_model import RowModel
from laborqa_desktop.views.rows_editor import RowsEditor

_WIDTHS = {"section": 92, "text": 176, "requirement": 96, "weight_x100": 56, "response_kind": 98, "method": 80,
           "critical": 52, "severity_if_fail": 76, "note_on_fail": 60, "photo_on_fail": 60}
_GIVES_WAY = {"text": 3, "requirement": 2}


class ItemsView(GridView):
    """The grid itself.

    Signals:
        paste_asked: Ctrl+V.
        double_asked: Ctrl+Shift+D.
        move_asked: -1 or 1; Alt+Up, Alt+Down.
        undo_asked: Ctrl+Z.
    """

    paste_asked = Signal()
    double_asked = Signal()
    move_asked = Signal(int)
    undo_asked = Signal()

    def fit(self) -> None:
        """As high as the place it has; words get what numbers leave."""
        s = theme.sizes()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(s.row_dense)
        self.setMinimumHeight(s.heading + 3 * s.row_dense)
        self.setMaximumHeight(16_777_215)
        header = self.horizontalHeader()
        fields = self._model.fields
        widths = [max(round(_WIDTHS.get(f.key, 90) * s.body / 14), self._header.width_for(n))
                  for n, f in enumerate(fields)]
        spare = max(0, self.viewport().width() - sum(widths))
        for place, field in enumerate(fields):
            header.resizeSection(place, widths[place] + spare * _GIVES_WAY.get(field.key, 0) // 5)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()      # in the grid these keys come before the window's
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if alt:
            return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        model = self._model
        return control and (event.key() == Qt.Key.Key_V or (
            event.key() == Qt.Key.Key_Z and isinstance(model, ItemsModel) and model.can_undo))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if self._own(event):
            match event.key():
                case Qt.Key.Key_V:
                    self.paste_asked.emit()
                case Qt.Key.Key_Z:
                    self.undo_asked.emit()
                case key:
                    self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif event.modifiers() == both and event.key() == Qt.Key.Key_D:
            self.double_asked.emit()
        else:
            super().keyPressEvent(event)


class ItemsGrid(RowGrid):
    """The grid with its buttons and totals."""

    def __init__(self, field: Field, setting: Setting) -> None:
        super().__init__(field, setting)
        self._double = Button(self.tr("Double the row"), kind="link", small=True, tip="Ctrl+Shift+D",
                              clicked=self.double_row)
        self._paste = Button(self.tr("Paste rows from Excel"), kind="link", small=True, tip="Ctrl+V",
                             clicked=self.paste)
        self._help = Elided(self.tr("Alt+↑↓ moves a row · Enter goes down · Space ticks"), "small", "ink2")
        self.totals = Elided("", "small", "ink2", bold=True)
        made = self.layout()
        assert isinstance(made, QVBoxLayout)
        buttons = made.children()[0]
        assert isinstance(buttons, QHBoxLayout)
        for place, part in enumerate((self._double, self._paste), 2):
            buttons.insertWidget(place, part)
        buttons.addWidget(self._help)
        made.addWidget(self.totals)
        view, model = self.view, self.model
        assert isinstance(view, ItemsView)
        view.paste_asked.connect(self.paste)
        view.double_asked.connect(self.double_row)
        view.move_asked.connect(self.move_row)
        view.undo_asked.connect(self._undo)
        model.edited.connect(self.add_up)
        model.modelReset.connect(self.add_up)

    def make_model(self, field: Field, setting: Setting) -> RowModel:
        """See RowGrid."""
        made = ItemsModel(field.rows, setting)
        made.set_rows([])
        return made

    def make_view(self, model: RowModel, setting: Setting, name: str) -> GridView:
        """See RowGrid."""
        return ItemsView(model, setting, name)

    @property
    def items(self) -> ItemsModel:
        """The model."""
        assert isinstance(self.model, ItemsModel)
        return self.model

    def set_read_only(self, on: bool) -> None:
        """See RowGrid."""
        super().set_read_only(on)
        for part in (self._double, self._paste, self._help):
            part.setVisible(not on)

    def paste(self) -> None:
        """Puts copied rows over the rows from the current one on; what is beyond the end is added."""
        if self.items.read_only:
            return
        index = self.view.currentIndex()
        first = max(0, index.column()) if index.isValid() else self.first_column()
        rows, unread = rows_from(QGuiApplication.clipboard().text(), self.items.fields, first)
        if not rows:
            return
        place = index.row() if index.isValid() else self.items.rowCount()
        self.items.overwrite(place, rows)
        self.view.setCurrentIndex(self.items.index(place + len(rows) - 1, first))
        if unread:
            self._hint.setText(self.tr("Cells that could not be read and were left out: {count}").format(count=unread))
            self._hint.show()
        self.view.setFocus()

    def double_row(self) -> None:
        """Doubles the current row."""
        index = self.view.currentIndex()
        if index.isValid() and not self.items.read_only:
            self.items.duplicate(index.row())
            self.view.setCurrentIndex(self.items.index(index.row() + 1, index.column()))

    def move_row(self, by: int) -> None:
        """Moves the current row."""
        index = self.view.currentIndex()
        column_no = index.column()
        if index.isValid() and self.items.move(index.row(), by):
            self.view.setCurrentIndex(self.items.index(index.row() + by, column_no))

    def add_up(self) -> None:
        """Shows how many items and points there are, altogether and by section."""
        sections = self.items.sections()
        words = [self.tr("Items: {count} · points: {points}").format(
            count=sum(one[1] for one in sections), points=f"{self.items.points() / 100:g}")]
        if any(name for name, _, _ in sections):
            words += [f"{name or '—'} {points / 100:g}" for name, _, points in sections]
        self.totals.set_words("   ".join(words))

    def first_column(self) -> int:
        """The text; a section is typed only where it changes."""
        return next((n for n, field in enumerate(self.items.fields) if field.key == "text"), 0)

    def _undo(self) -> None:
        index = self.view.currentIndex()
        place = index.row(), index.column()
        self.items.undo()
        self.view.setCurrentIndex(self.items.index(min(place[0], self.items.rowCount() - 1), place[1]))


class ItemsEditor(RowsEditor):
    """The field "items" of a checklist."""

    made_of = ItemsGrid


def grid_of(editor: Any) -> ItemsGrid:
    """The grid inside an editor of items."""
    assert isinstance(editor, RowsEditor)
    assert isinstance(editor.grid, ItemsGrid)
    return editor.grid
