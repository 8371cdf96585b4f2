"""Files of a record: dropped on it, pasted, or chosen; pictures and PDFs are looked at right here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QSizePolicy

from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label, restyle
from laborqa_desktop.views.parts.layout import column, row, scrolling
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at
from laborqa_desktop.views.pictures import dropped_files, pasted_picture, thumbnail

_TILE = QSize(168, 148)


class FileInfo(Protocol):
    """One file of a record."""

    @property
    def id(self) -> int:
        """Of the link between record and content."""
        ...

    @property
    def name(self) -> str:
        """As the user knows it."""
        ...

    @property
    def mime(self) -> str:
        """image/jpeg, application/pdf, ..."""
        ...

    @property
    def size(self) -> int:
        """In bytes."""
        ...


class Files(Protocol):
    """What the panel needs of the attachments' use case."""

    def of(self, key: str, record_id: int) -> Sequence[FileInfo]:
        """The files of a record, oldest first."""
        ...

    def add(self, key: str, record_id: int, name: str, content: bytes) -> object:
        """Adds a file; gives Changes."""
        ...

    def content_of(self, link_id: int) -> bytes:
        """The content of a file."""
        ...

    def remove(self, link_id: int) -> object:
        """Takes a file away; gives Changes."""
        ...

    def open_outside(self, link_id: int) -> Path:
        """Decrypts a file into the private folder."""
        ...

    def save_as(self, link_id: int, target: Path) -> None:
        """Writes a copy of a file."""
        ...


class Tile(PaintedButton):
    """One file: its picture, its name.

    Signals:
        removed: the user wants it away.
    """

    removed = Signal()

    def __init__(self, info: FileInfo) -> None:
        super().__init__()
        self.info = info
        self.picture: QPixmap | None = None
        self.setAccessibleName(info.name)
        self.setToolTip(info.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shortcuts.bind(self, "Delete", self.removed.emit)

    def sizeHint(self) -> QSize:
        return _TILE

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "hover" if self.underMouse() else "surface", "line")
        words = theme.sizes().small + 12
        space = r.adjusted(6, 6, -6, -words - 4)
        if self.picture is not None:
            ratio = self.devicePixelRatioF()
            shown = self.picture.scaled((space.size() * ratio).toSize(), Qt.AspectRatioMode.KeepAspectRatio,
                                        Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            size = shown.deviceIndependentSize()
            p.drawPixmap(round(space.center().x() - size.width() / 2),
                         round(space.center().y() - size.height() / 2), shown)
        else:
            paint_icon(p, "paperclip", space.center().x() - 11, space.center().y() - 11, 22, "ink3")
        text_at(p, QRectF(8, r.height() - words - 2, r.width() - 16, words), self.info.name, "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r)


class AttachmentsPanel(QFrame):
    """The files of the record in the form.

    Signals:
        counted: how many there are.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: tuple[str, int | None] = ("", None)
        self._locked = False
        self._tiles: list[Tile] = []
        self.setAcceptDrops(True)
        self._add = Button(self.tr("&Add files"), "paperclip", small=True, clicked=self._choose)
        self._hint = label(self.tr("or drop them here, or paste a picture with Ctrl+V"), "small", "ink2")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._empty = EmptyState("paperclip", self.tr("No files yet. Drop photos, scans or PDFs here."))
        body = column(self._empty, self._grid, None, gap=0)
        made = column(row(self._add, self._hint, None, gap=10), scrolling(body), gap=10, margins=(20, 12, 20, 12))
        made.setStretch(1, 1)
        self.setLayout(made)
        shortcuts.bind(self, "Ctrl+V", self._paste)

    @property
    def _files(self) -> Files:
        files: Files = self._desk.office.attachments
        return files

    def show_record(self, key: str, record_id: int | None, locked: bool = False) -> None:
        """Belongs to another record now."""
        self._record, self._locked = (key, record_id), locked
        can_add = record_id is not None and not locked
        self._add.setEnabled(can_add)
        self._hint.setText(self.tr("or drop them here, or paste a picture with Ctrl+V") if record_id is not None
                           else self.tr("Save the record first; then files can be added."))
        self.reload()

    def reload(self) -> None:
        """Reads the files anew."""
        key, record_id = self._record
        if record_id is None:
            self._show([])
            return
        files = self._files
        self._desk.background.read(lambda: list(files.of(key, record_id)), self._show)

    def _show(self, infos: Sequence[FileInfo]) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [self._tile(info) for info in infos]
        columns = max(1, (self.width() - 40) // (_TILE.width() + 12))
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(columns, 1)
        self._empty.setVisible(not infos)
        self.counted.emit(len(infos))

    def _tile(self, info: FileInfo) -> Tile:
        tile, files = Tile(info), self._files
        tile.clicked.connect(lambda: self._desk.signals.go.emit("preview", info.id))
        tile.removed.connect(lambda: self._remove(info.id))
        tile.customContextMenuRequested.connect(lambda at: self._menu(tile, at))

        def work() -> QImage:
            return thumbnail(files.content_of(info.id), _TILE.width() * 2, _TILE.height() * 2)

        def show(image: QImage) -> None:
            if shiboken6.isValid(tile) and not image.isNull():
                tile.picture = QPixmap.fromImage(image)
                tile.update()

        if info.mime.startswith("image/") or info.mime == "application/pdf":
            self._desk.background.read(work, show)
        return tile

    def _menu(self, tile: Tile, at: QPoint) -> None:
        menu = QMenu(tile)
        menu.addAction(self.tr("&Open"), tile.click)
        menu.addAction(self.tr("Open in another &program"), lambda: self._open_outside(tile.info))
        menu.addAction(self.tr("Save a &copy…"), lambda: self._save_copy(tile.info))
        menu.addSeparator()
        menu.addAction(self.tr("&Remove"), tile.removed.emit).setEnabled(not self._locked)
        menu.popup(tile.mapToGlobal(at))

    def _open_outside(self, info: FileInfo) -> None:
        files = self._files
        self._desk.background.run(lambda step: files.open_outside(info.id), self._show_outside, self._kept_inside)

    @staticmethod
    def _show_outside(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _save_copy(self, info: FileInfo) -> None:
        files = self._files
        target = self._desk.ask.save_file(self.window(), self.tr("Save a copy"), info.name, self.tr("All files (*)"))
        if target is not None:
            self._desk.background.run(lambda step: files.save_as(info.id, target), lambda _: None, self._kept_inside)

    def _kept_inside(self, error: Exception) -> None:
        text = getattr(error, "text", None)
        if text is None:
            raise error
        self._desk.ask.tell(self.window(), self.tr("The file stays in the library"), say(text))

    def _choose(self) -> None:
        self.add_files(self._desk.ask.open_files(self.window(), self.tr("Add files"), self.tr("All files (*)")))

    def add_files(self, files: Sequence[Path]) -> None:
        """Adds files from disk."""
        for file in files:
            self._add_from(file)

    def _add_from(self, file: Path) -> None:
        self._put(file.name, file)

    def _put(self, name: str, content: bytes | Path) -> None:
        (key, record_id), files = self._record, self._files
        if record_id is None or self._locked:
            return

        def work(step: object) -> object:
            data = content if isinstance(content, bytes) else content.read_bytes()
            return files.add(key, record_id, name, data)

        self._desk.background.run(work, self._changed, self._refused)

    def _remove(self, link_id: int) -> None:
        files = self._files
        if not self._locked:
            self._desk.background.run(lambda step: files.remove(link_id), self._changed, self._refused)

    def _changed(self, changes: object) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.reload()

    def _refused(self, error: Exception) -> None:
        text = getattr(error, "text", None)
        if text is None:
            raise error
        self._desk.ask.tell(self.window(), self.tr("The file was not added"), say(text))

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if files := dropped_files(data):
            self.add_files(files)
        elif found := pasted_picture(data):
            self._put(found[1], found[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._add.isEnabled() and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            restyle(self, "box", "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "box", "")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "box", "")
        if files := dropped_files(event.mimeData()):
            self.add_files(files)
        elif found := pasted_picture(event.mimeData()):
            self._put(found[1], found[0])
        event.acceptProposedAction()
