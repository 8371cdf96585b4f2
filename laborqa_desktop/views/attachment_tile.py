"""One attached file as a tile: its picture, its name."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.icons import paint_in
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at

TILE = QSize(168, 148)


class FileInfo(Protocol):
    """One file of a record."""

    @property
    def id(self) -> int:
        """Of the link between record and content."""
        ...

    @property
    def blob_id(self) -> str:
        """Of the content."""
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
        return TILE

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
            paint_in(p, "paperclip", space, theme.grown(22), "ink3")
        text_at(p, QRectF(8, r.height() - words - 2, r.width() - 16, words), self.info.name, "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r)
