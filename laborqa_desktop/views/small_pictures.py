"""Small pictures of attached files: from the database at once; what has none is drawn in the background, and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.pictures import thumbnail

WIDTH, HEIGHT = 336, 296
"""Twice a tile."""
_QUALITIES = (80, 55)
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True)
class Wanted:
    """A file to show: its blob, its link and what it is."""

    blob_id: str
    link_id: int
    mime: str

    @property
    def drawable(self) -> bool:
        """Whether a picture of it can be made."""
        return self.mime.startswith("image/") or self.mime == "application/pdf"


class Files(Protocol):
    """What is needed of the attachments' use case."""

    def small_pictures(self, blob_ids: Sequence[str]) -> dict[str, bytes]:
        """JPEGs of those that have one."""
        ...

    def content_of(self, link_id: int) -> bytes:
        """The content of a file."""
        ...

    def keep_small(self, blob_id: str, jpeg: bytes) -> None:
        """Keeps one that was made."""
        ...


def load(desk: Desk, owner: QWidget, wanted: Sequence[Wanted], show: Callable[[str, QPixmap], None]) -> None:
    """Shows the small picture of each file, by and by.

    Args:
        owner: nothing is shown once it is gone.
        show: gets blob id and picture.
    """
    files: Files = desk.office.attachments
    asked = {one.blob_id: one for one in wanted if one.drawable}

    def stored() -> dict[str, QImage]:
        return {blob_id: QImage.fromData(jpeg) for blob_id, jpeg in files.small_pictures(list(asked)).items()}

    def show_stored(found: dict[str, QImage]) -> None:
        if not shiboken6.isValid(owner):
            return
        for blob_id, image in found.items():
            show(blob_id, QPixmap.fromImage(image))
        for blob_id, one in asked.items():
            if blob_id not in found:
                _draw(desk, owner, files, one, show)

    if asked:
        desk.background.read(stored, show_stored)


def _draw(desk: Desk, owner: QWidget, files: Files, one: Wanted, show: Callable[[str, QPixmap], None]) -> None:
    def work() -> QImage:
        try:
            return thumbnail(files.content_of(one.link_id), WIDTH, HEIGHT) if shiboken6.isValid(owner) else QImage()
        except UserError:
            return QImage()     # lost or damaged; said when it is opened, and by the check

    def done(image: QImage) -> None:
        if image.isNull() or not shiboken6.isValid(owner):
            return
        show(one.blob_id, QPixmap.fromImage(image))
        desk.background.run(lambda step: files.keep_small(one.blob_id, _jpeg(image)), lambda _: None, lambda _: None)

    desk.background.read(work, done)


def _jpeg(image: QImage) -> bytes:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(0xFFFFFFFF)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        flat.save(buffer, "JPEG", quality)      # type: ignore[call-overload]
        data = bytes(buffer.data().data())
        if len(data) <= _MOST_BYTES:
            return data
    return b""
