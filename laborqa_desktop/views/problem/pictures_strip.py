"""Attached files as small pictures in rows; a click looks at one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from laborqa_desktop.views import small_pictures, theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.label import section
from laborqa_desktop.views.parts.layout import column
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at
from laborqa_desktop.views.problem.shown import Picture

_TILE = QSize(116, 84)


class Thumb(PaintedButton):
    """One file."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._name = picture.name
        self.pixmap: QPixmap | None = None
        self.setAccessibleName(picture.name)
        self.setToolTip(picture.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _TILE

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "hover" if self.underMouse() else "sunken", "line")
        words = theme.sizes().tiny + 8
        if self.pixmap is not None:
            ratio = self.devicePixelRatioF()
            space = r.adjusted(3, 3, -3, -words)
            shown = self.pixmap.scaled((space.size() * ratio).toSize(), Qt.AspectRatioMode.KeepAspectRatio,
                                       Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            size = shown.deviceIndependentSize()
            p.drawPixmap(round(space.center().x() - size.width() / 2), round(space.center().y() - size.height() / 2),
                         shown)
        else:
            side = theme.grown(18)
            paint_icon(p, "paperclip", r.center().x() - side / 2, r.center().y() - side, side, "ink3")
        text_at(p, QRectF(6, r.height() - words, r.width() - 12, words), self._name, "ink2", "tiny")
        if self.hasFocus():
            focus_ring(p, r)


class PicturesStrip(QWidget):
    """Small pictures under a heading; hidden when there are none."""

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._thumbs: list[Thumb] = []
        self._pictures: tuple[Picture, ...] = ()
        self.setLayout(column(section(heading), self._grid, gap=6))
        self.hide()

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Shows other files."""
        self.setVisible(bool(pictures))
        if tuple(pictures) == self._pictures:
            return
        self._pictures = tuple(pictures)
        for old in self._thumbs:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._thumbs = [self._thumb(one) for one in pictures]
        self._arrange()
        self._load()

    def _thumb(self, picture: Picture) -> Thumb:
        thumb = Thumb(picture)
        thumb.clicked.connect(lambda: self._desk.signals.go.emit("preview", picture.link_id))
        return thumb

    def _load(self) -> None:
        def put(blob_id: str, pixmap: QPixmap) -> None:
            for thumb, picture in zip(self._thumbs, self._pictures, strict=True):
                if picture.blob_id == blob_id:
                    thumb.pixmap = pixmap
                    thumb.update()

        small_pictures.load(self._desk, self, [small_pictures.Wanted(one.blob_id, one.link_id, one.mime)
                                               for one in self._pictures], put)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + 8) // (_TILE.width() + 8))
        for place, thumb in enumerate(self._thumbs):
            self._grid.addWidget(thumb, place // columns, place % columns)
        self._grid.setColumnStretch(columns, 1)
