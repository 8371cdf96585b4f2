"""First step: the kind of record, the file, its sheet and heading row, with the first rows to look at."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedWidget, QTableView, QWidget

from laborqa_desktop.records import TYPES
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.importing.state import ENCODINGS, Chosen
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import Elided, Icon, label, restyle
from laborqa_desktop.views.parts.layout import box, card, column, row, rule
from laborqa_desktop.views.parts.paint import width_of
from laborqa_desktop.views.parts.table_model import Index, TableModel
from laborqa_desktop.views.pictures import dropped_files

_HEADING_ROWS = 10
_OFFICE_NAMES = {"utf-8-sig": "UTF-8", "gb18030": "GBK (GB18030)", "cp1252": "Windows-1252"}
IMPORTABLE = tuple(key for key in TYPES if key not in ("company", "report"))


class PreviewModel(TableModel[tuple[int, list[str]]]):
    """The first rows of a sheet as they stand in it; the heading row is bold."""

    def __init__(self) -> None:
        super().__init__(0)
        self._heading = 0

    def show_rows(self, rows: list[tuple[int, list[str]]], heading: int) -> None:
        """Shows other rows."""
        self._heading = heading
        self.put(rows, max((len(cells) for _, cells in rows), default=0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number, cells = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(cells[index.column()].split()) if index.column() < len(cells) else ""
        if number == self._heading:
            if role == Qt.ItemDataRole.FontRole:
                return theme.font("quiet", bold=True)
            if role == Qt.ItemDataRole.BackgroundRole:
                return theme.colour("accent_soft")
        if role == Qt.ItemDataRole.ForegroundRole and number < self._heading:
            return theme.colour("ink3")
        return theme.font("quiet") if role == Qt.ItemDataRole.FontRole else None

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self.rows[section][0]) if orientation == Qt.Orientation.Vertical else _letters(section)


def _encoding_name(key: str) -> str:
    """An encoding as office programs call it."""
    return _OFFICE_NAMES.get(key.lower(), key.upper())


def _letters(number: int) -> str:
    words, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        words = chr(65 + rest) + words
    return words


class DropBox(QFrame):
    """Where a file is dropped, or chosen by its button.

    Signals:
        dropped: Path.
        choose: the user wants a file dialog.
    """

    dropped = Signal(object)
    choose = Signal()

    def __init__(self, icon_name: str, words: str, button: str, quiet: str = "") -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setAcceptDrops(True)
        self.setAccessibleName(words)
        self.button = Button(button, "folder-open", "primary", clicked=self.choose.emit)
        said, more = label(words, "title", wrap=True), label(quiet, "quiet", "ink2", wrap=True)
        for one in (said, more):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(None, row(None, Icon(icon_name, "accent", 32), None), said, more, 4,
                              row(None, self.button, None), None, gap=10, margins=(24, 20, 24, 20)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            restyle(self, "box", "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "box", "card")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "box", "card")
        if files := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(files[0])


class FileStep(QWidget):
    """The step.

    Signals:
        file_chosen: (kind, Path).
        choose, template, load_mapping: the user wants a file dialog for that.
        setting_changed: (sheet number, heading row, encoding).
        kind_changed: another record type.
    """

    file_chosen = Signal(str, object)
    choose = Signal()
    template = Signal(str)
    load_mapping = Signal()
    setting_changed = Signal(int, int, str)
    kind_changed = Signal(str)

    def __init__(self, kind: str = "staff") -> None:
        super().__init__()
        kinds = [(key, say(TYPES[key].title)) for key in IMPORTABLE]
        self.kind = Combo(items=kinds)
        self.kind.set_key(kind if kind in IMPORTABLE else "staff")
        self.kind.setMinimumContentsLength(14)
        self.sheet, self.heading, self.encoding = Combo(), Combo(), Combo()
        self.sheet.setMinimumContentsLength(10)
        for key in ENCODINGS:
            self.encoding.addItem(_encoding_name(key) if key else self.tr("found by itself"), key)
        self._frames = {"sheet": FieldFrame(self.tr("Sheet"), self.sheet),
                        "heading": FieldFrame(self.tr("Headings in row"), self.heading),
                        "encoding": FieldFrame(self.tr("Encoding"), self.encoding)}
        self.drop = DropBox("file-spreadsheet", self.tr("Drop a spreadsheet here"), self.tr("&Choose a file…"),
                            self.tr("Excel or WPS (.xlsx, .xls) or .csv. It is only looked at; nothing is taken yet."))
        self.drop.dropped.connect(lambda path: self.file_chosen.emit(self.kind.key(), path))
        self.drop.choose.connect(self.choose)
        self._model = PreviewModel()
        self.table = _table(self._model, self.tr("First rows of the file"))
        self._name = Elided("", "body", "ink", bold=True)
        self._other = Button(self.tr("Another &file…"), "folder-open", small=True, clicked=self.choose.emit)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.drop)
        head = row(Icon("file-spreadsheet", "accent", 20), self._name, self._other, gap=10, margins=(16, 10, 12, 10))
        head.setStretch(1, 1)
        looked = column(head, rule(), self.table, gap=0, margins=(1, 1, 1, 1))
        looked.setStretch(2, 1)
        self._pages.addWidget(card(looked))
        self._build()
        self.kind.activated.connect(lambda _: self.kind_changed.emit(str(self.kind.key())))
        for one in (self.sheet, self.heading, self.encoding):
            one.activated.connect(lambda _: self.setting_changed.emit(*self._settings()))
        self.show_file(None)

    def _build(self) -> None:
        template = Button(self.tr("&Template workbook…"), "download",
                          clicked=lambda: self.template.emit(str(self.kind.key())))
        mapping = Button(self.tr("&Load a mapping…"), "folder-open", clicked=self.load_mapping.emit)
        frame = FieldFrame(self.tr("What is in the file"), self.kind)
        words = label(self.tr("The template has the right headings and drop-downs."), "small", "ink2", wrap=True)
        side = column(frame, *self._frames.values(), 8, template, words, mapping, None, gap=10,
                      margins=(16, 14, 16, 14))
        left = box("card", side)
        fixed_width(left, 272)
        made = row(left, self._pages, gap=12)
        made.setStretch(1, 1)
        self.setLayout(made)

    def show_file(self, chosen: Chosen | None) -> None:
        """Shows the first rows of a file, or where to drop one."""
        self._pages.setCurrentIndex(0 if chosen is None else 1)
        for frame in self._frames.values():
            frame.setVisible(chosen is not None)
        if chosen is None:
            return
        self.kind.set_key(chosen.kind)
        names = chosen.sheet_names
        self._frames["sheet"].setVisible(len(names) > 1)
        self._frames["encoding"].setVisible(bool(chosen.book.encoding))
        self.sheet.clear()
        for place, name in enumerate(names):
            self.sheet.addItem(name or self.tr("the only one"), place)
        self.sheet.set_key(chosen.sheet)
        rows = chosen.preview()
        self.heading.clear()
        for number, _ in rows[:_HEADING_ROWS]:
            self.heading.addItem(str(number), number)
        heading = chosen.table.heading_row if chosen.table is not None else 0
        self.heading.set_key(heading)
        self._model.show_rows(rows, heading)
        below = [cells for number, cells in rows if number >= heading]
        for place in range(self._model.columnCount()):
            widest = max((width_of(cells[place], "quiet", number == 0) for number, cells in enumerate(below)
                          if place < len(cells)), default=0)
            self.table.setColumnWidth(place, max(44, min(260, round(widest) + 18)))
        name = chosen.path.name
        if chosen.book.encoding:
            self._name.set_words(self.tr("{file}, read as {encoding}").format(
                file=name, encoding=_encoding_name(chosen.book.encoding)))
        else:
            self._name.set_words(name)

    def _settings(self) -> tuple[int, int, str]:
        sheet, heading = self.sheet.key(), self.heading.key()
        return (sheet if isinstance(sheet, int) else 0, heading if isinstance(heading, int) else 0,
                str(self.encoding.key() or ""))

    def chosen_file(self, path: Path) -> None:
        """A file came from a dialog."""
        self.file_chosen.emit(str(self.kind.key()), path)


def _table(model: PreviewModel, name: str) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setShowGrid(False)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setWordWrap(False)
    made.verticalHeader().setDefaultSectionSize(theme.sizes().row_dense)
    for header in (made.horizontalHeader(), made.verticalHeader()):
        header.setHighlightSections(False)
        header.setProperty("plain", True)
    return made
