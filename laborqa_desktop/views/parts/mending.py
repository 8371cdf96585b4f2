"""Cells of small tables that are mended where they stand."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.inputs import Entry

Index = QModelIndex | QPersistentModelIndex


class MendingDelegate(QStyledItemDelegate):
    """Edits a cell in one line of text; a child paints it."""

    def editor_name(self, index: Index) -> str:
        """What is edited, for those who hear the screen."""
        return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = Entry()
        made.setParent(parent)
        made.setObjectName("cell")
        made.setAccessibleName(self.editor_name(index))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, Entry)
        editor.setText(_in_one_line(index))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Entry)
        if editor.text() != _in_one_line(index):
            model.setData(index, editor.text().strip())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row)


def _in_one_line(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.EditRole) or "").replace("\n", " ")
