"""Files of a record: dropped on it, pasted, or chosen; pictures and PDFs are looked at right here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.attachments import Added
from laborqa_desktop.views import shortcuts, small_pictures
from laborqa_desktop.views.attachment_tile import TILE, FileInfo, Tile
from laborqa_desktop.views.clipboard import pasted
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, restyle
from laborqa_desktop.views.parts.layout import column, row, scrolling
from laborqa_desktop.views.pictures import dropped_files, pasted_picture
from laborqa_desktop.views.task import Task

SHOWN_AT_ONCE = 48


class Files(Protocol):
    """What the panel needs of the attachments' use case."""

    def of(self, key: str, record_id: int) -> Sequence[FileInfo]:
        """The files of a record, oldest first."""
        ...

    def add_all(self, key: str, record_id: int, contents: Sequence[Path | tuple[str, bytes]], *, step: Any) -> Added:
        """Adds files from disk, or (name, content), in one act."""
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

    def save_all(self, key: str, record_id: int, folder: Path, step: Any) -> Any:
        """Writes copies of all files into a folder; gives HandedOut."""
        ...


Content = Path | tuple[bytes, str]
"""A file on disk, or a content with its name."""


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
        self._infos: list[FileInfo] = []
        self._waiting: list[tuple[str, int, list[Content]]] = []
        self._saving = False
        self.setAcceptDrops(True)
        self._add = Button(self.tr("&Add files"), "paperclip", small=True, clicked=self._choose)
        self._save = Button(self.tr("Save all to a &folder…"), "download", small=True, clicked=self._save_all)
        self._hint = Elided(self.tr("or drop them here, or paste a picture with Ctrl+V"), "small", "ink2")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._empty = EmptyState("paperclip", self.tr("No files yet. Drop photos, scans or PDFs here."))
        self._more = Button("", kind="link", small=True, clicked=self._show_more)
        self._more.hide()
        self._task = Task(desk.background)
        self._task.refused.connect(self._stopped)
        self._task.ended.connect(lambda: QTimer.singleShot(0, self, self._put_next))
        body = column(self._empty, self._grid, row(self._more, None), None, gap=8)
        made = column(row(self._add, self._hint, None, self._save, gap=10), self._task, scrolling(body), gap=10,
                      margins=(20, 12, 20, 12))
        made.setStretch(2, 1)
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
        self._hint.set_words(self.tr("or drop them here, or paste a picture with Ctrl+V") if record_id is not None
                             else self.tr("Save the record first; then files can be added."))
        self.reload()

    def reload(self) -> None:
        """Reads the files anew."""
        key, record_id = self._record
        if record_id is None:
            self._show([])
            return
        files, asked = self._files, self._record

        def show(infos: list[FileInfo]) -> None:
            if self._record == asked:
                self._show(infos)

        self._desk.background.read(lambda: list(files.of(key, record_id)), show)

    def _show(self, infos: Sequence[FileInfo]) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._tiles, self._infos = [], list(infos)
        self._show_more()
        self._empty.setVisible(not infos)
        self._save.setVisible(bool(infos))
        self.counted.emit(len(infos))

    def _show_more(self) -> None:
        """The next tiles; a thousand at once would take longer to make than anybody wants to wait."""
        first = len(self._tiles)
        new = [self._tile(info) for info in self._infos[first:first + SHOWN_AT_ONCE]]
        columns = max(1, (self.width() - 40) // (TILE.width() + 12))
        for place, tile in enumerate(new, first):
            self._grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(columns, 1)
        self._tiles += new
        left = len(self._infos) - len(self._tiles)
        self._more.setVisible(left > 0)
        self._more.set_words(self.tr("Show {count} more of {total}").format(
            count=min(left, SHOWN_AT_ONCE), total=len(self._infos)))
        shown = {tile.info.blob_id: tile for tile in new}

        def put(blob_id: str, picture: QPixmap) -> None:
            for tile in self._tiles:
                if tile.info.blob_id == blob_id:
                    tile.picture = picture
                    tile.update()

        small_pictures.load(self._desk, self, [small_pictures.Wanted(blob_id, tile.info.id, tile.info.mime)
                                               for blob_id, tile in shown.items()], put)

    def _tile(self, info: FileInfo) -> Tile:
        tile = Tile(info)
        tile.clicked.connect(lambda: self._desk.signals.go.emit("preview", info.id))
        tile.removed.connect(lambda: self._remove(info.id))
        tile.customContextMenuRequested.connect(lambda at: self._menu(tile, at))
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
        self._desk.background.run(lambda step: files.open_outside(info.id), self._show_outside, self._kept_inside,
                                   words=self.tr("Opening the file…"))

    @staticmethod
    def _show_outside(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _save_copy(self, info: FileInfo) -> None:
        files = self._files
        target = self._desk.ask.save_file(self.window(), self.tr("Save a copy"), info.name, self.tr("All files (*)"))
        if target is not None:
            self._desk.background.run(lambda step: files.save_as(info.id, target), lambda _: None, self._kept_inside,
                                       words=self.tr("Saving the files…"))

    def _kept_inside(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.ask.tell(self.window(), self.tr("The file stays in the library"), say(error.text))

    def _save_all(self) -> None:
        (key, record_id), files = self._record, self._files
        folder = self._desk.ask.folder(self.window(), self.tr("Save all files into a folder"))
        if folder is None or record_id is None or self._task.busy:
            return
        self._saving = True

        def tell(done: Any) -> None:
            words = fill(self.tr("{count} {count:file was|files were} saved in {folder}."),
                         count=len(done.files), folder=folder)
            lost = [self.tr("{name} is lost or damaged and was left out.").format(name=name) for name in done.missing]
            self._desk.ask.tell(self.window(), self.tr("Files saved"), words, lost)

        self._task.start(self.tr("Saving the files…"),
                         lambda step: files.save_all(key, record_id, folder, step), tell, keeps=True)

    def _choose(self) -> None:
        self.add_files(self._desk.ask.open_files(self.window(), self.tr("Add files"), self.tr("All files (*)")))

    def add_files(self, files: Sequence[Path]) -> None:
        """Adds files from disk; those that cannot be added are named at the end."""
        self._put(list(files))

    def _put(self, contents: Sequence[Content]) -> None:
        key, record_id = self._record
        if record_id is None or self._locked or not contents:
            return
        self._waiting.append((key, record_id, list(contents)))
        self._put_next()

    def _put_next(self) -> None:
        """What was dropped while others were being added waits for them."""
        if self._task.busy or not self._waiting:
            return
        (key, record_id, contents), files = self._waiting.pop(0), self._files
        self._saving = False

        wanted = [one if isinstance(one, Path) else (one[1], one[0]) for one in contents]

        def done(added: Added) -> None:
            refused = added.refused
            if added.changes.act_id:
                self._desk.signals.changed.emit(added.changes, self)
            self.reload()
            if len(refused) == 1:
                self._refuse(say(refused[0].text))
            elif refused:
                self._desk.ask.tell(self.window(), fill(self.tr("{count} {count:file was|files were} not added"),
                                                        count=len(refused)),
                                    self.tr("The others are attached."), [say(one.text) for one in refused])

        self._task.start(self.tr("Adding files…"), lambda step: files.add_all(key, record_id, wanted, step=step), done,
                         keeps=True)

    def _remove(self, link_id: int) -> None:
        files = self._files

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._desk.ask.tell(self.window(), self.tr("The file was not removed"), say(error.text))

        if not self._locked:
            self._desk.background.run(lambda step: files.remove(link_id), self._changed, failed)

    def _changed(self, changes: object) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.reload()

    def _stopped(self, words: str) -> None:
        if self._saving:
            self._desk.ask.tell(self.window(), self.tr("Not all files were saved"), words)
        else:
            self._refuse(words)

    def _refuse(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("The file was not added"), words)

    def _paste(self) -> None:
        with pasted() as data:
            self._take(data)

    def _take(self, data: QMimeData) -> None:
        if files := dropped_files(data):
            self.add_files(files)
        elif found := pasted_picture(data):
            self._put([found])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._add.isEnabled() and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            restyle(self, "box", "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "box", "")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "box", "")
        self._take(event.mimeData())
        event.acceptProposedAction()
