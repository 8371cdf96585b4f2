"""Pictures of items: chosen, pasted or dropped; counted in the grid, looked at in the preview."""

from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.enums import LinkRole
from laborqa_desktop.usecases.attachments import Added, FileInfo
from laborqa_desktop.usecases.inspection_sheet import SheetItem
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.clipboard import pasted
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.inspection.sheet_model import SheetModel
from laborqa_desktop.views.pictures import dropped_files, pasted_picture, patterns
from laborqa_desktop.views.problem.pictures_strip import PicturesStrip
from laborqa_desktop.views.problem.shown import Picture

TABLE = "inspection_item"


class ItemPhotos(QObject):
    """Attaches pictures to the current item.

    Attributes:
        current: gives the item the keyboard is on; the page sets it.
    """

    def __init__(self, desk: Desk, model: SheetModel, origin: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._model, self._origin, self._page = desk, model, origin, page
        self.current: Callable[[], SheetItem | None] = lambda: None
        self._shown = (0, 0)

    def choose(self) -> None:
        """P: a file dialog."""
        item = self.current()
        if item is not None and self._open():
            title = self.tr("Photos of item {no}").format(no=item.position + 1)
            self.add(item, [(file.name, file) for file in self._desk.ask.open_files(
                self._page.window(), title, patterns())])

    def paste(self) -> None:
        """Ctrl+V: a picture or files from the clipboard."""
        with pasted() as data:
            self.take(data)

    def take(self, data: QMimeData) -> None:
        """A picture or files for the current item."""
        self._take(self.current(), data)

    def drop(self, position: int, data: QMimeData) -> None:
        """Dropped on a row."""
        sheet = self._model.sheet
        self._take(sheet.items[position] if sheet else None, data)

    def look(self) -> None:
        """Shows the newest picture of the current item."""
        item, attachments = self.current(), self._desk.office.attachments
        if item is None:
            return
        place = item.id

        def show(files: Sequence[FileInfo]) -> None:
            if files:
                self._desk.signals.go.emit("preview", files[-1].id)

        self._desk.background.read(lambda: attachments.of(TABLE, place), show)

    def show_in(self, strip: PicturesStrip, item: SheetItem) -> None:
        """Shows the pictures of an item, small."""
        attachments, place = self._desk.office.attachments, item.id
        if (place, item.photos) == self._shown:
            return
        self._shown = (place, item.photos)
        if not item.photos:
            strip.show_pictures(())
            return

        def show(files: Sequence[FileInfo]) -> None:
            now = self.current()
            if now is not None and now.id == place and shiboken6.isValid(strip):
                strip.show_pictures([Picture(one.id, one.name, one.mime, one.role, one.blob_id) for one in files])

        self._desk.background.read(lambda: attachments.of(TABLE, place), show)

    def add(self, item: SheetItem, contents: Sequence[tuple[str, bytes | Path]]) -> None:
        """Attaches contents to an item; the count follows once they are safe."""
        attachments = self._desk.office.attachments
        if not contents:
            return

        wanted = [content if isinstance(content, Path) else (name, content) for name, content in contents]

        def work(step: Step) -> tuple[Added, int]:
            added = attachments.add_all(TABLE, item.id, wanted, LinkRole.PHOTO.value, step)
            return added, len(attachments.of(TABLE, item.id))

        def done(answer: tuple[Added, int]) -> None:
            sheet, added = self._model.sheet, answer[0]
            if added.changes.act_id:
                self._desk.signals.changed.emit(added.changes, self._origin)
            if added.refused:
                self._failed(added.refused[0])
            if sheet is not None and any(one.id == item.id for one in sheet.items):
                self._model.set_photos(item.position, answer[1])

        self._desk.background.run(work, done, self._failed, words=self.tr("Adding files…"), stoppable=True,
                                  stopped=self._stopped)

    def _stopped(self) -> None:
        self._desk.signals.said.emit(self.tr("Cancelled; nothing was changed."))

    def _take(self, item: SheetItem | None, data: QMimeData) -> None:
        if item is None or not self._open():
            return
        files = dropped_files(data)
        if files:
            self.add(item, [(file.name, file) for file in files])
        elif found := pasted_picture(data):
            self.add(item, [(found[1], found[0])])

    def _open(self) -> bool:
        return self._model.sheet is not None and self._model.sheet.editable

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.ask.tell(self._page.window(), self.tr("The photo was not added"), say(error.text))
