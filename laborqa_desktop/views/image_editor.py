"""A picture as a field: shown small, chosen by dialog, dropped, or pasted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.errors import UserError
from laborqa_desktop.records.field import Field
from laborqa_desktop.views import theme
from laborqa_desktop.views.clipboard import pasted
from laborqa_desktop.views.editors import Editor, Setting
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import MIDDLE, PaintedButton, focus_ring, rounded, smooth, text_at, width_of
from laborqa_desktop.views.pictures import pasted_picture, patterns, picture_file, thumbnail
from laborqa_desktop.views.tokens import Sizes

_WIDTH, _HEIGHT = 132, 96       # with text of the usual size


class Pictures(Protocol):
    """What the editor needs of the attachments' use case."""

    def put_image(self, data: bytes, name: str) -> str:
        """Keeps a picture and gives its blob id."""
        ...

    def put_image_file(self, file: Path) -> str:
        """Keeps a picture from disk and gives its blob id."""
        ...

    def content(self, blob_id: str) -> bytes:
        """The content of a blob."""
        ...


class PictureBox(PaintedButton):
    """The picture, or an invitation."""

    enter_presses = False

    def __init__(self) -> None:
        super().__init__()
        self.picture: QPixmap | None = None
        self.lost = False
        self.locked = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lost(self, why: str) -> None:
        """Says that the picture cannot be shown; "" when it can."""
        self.lost = bool(why)
        self.setToolTip(why)
        self.setAccessibleDescription(why)
        self.update()

    def _words(self) -> str:
        if self.lost:
            return translate("PictureBox", "Picture missing")
        return translate("PictureBox", "No picture") if self.locked else translate("PictureBox", "Choose or paste")

    def sizeHint(self) -> QSize:
        grown = theme.sizes().body / Sizes.body
        return QSize(round(max(_WIDTH * grown, width_of(self._words(), "small") + 14)), round(_HEIGHT * grown))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "hover" if self.underMouse() and not self.locked else "surface", "edge",
                dashed=self.picture is None)
        if self.picture is not None:
            ratio = self.devicePixelRatioF()
            shown = self.picture.scaled(QSize(round((r.width() - 8) * ratio), round((r.height() - 8) * ratio)),
                                        Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            size = shown.deviceIndependentSize()
            left, top = round(r.center().x() - size.width() / 2), round(r.center().y() - size.height() / 2)
            if shown.hasAlphaChannel():     # a signature is dark ink for white paper
                p.fillRect(QRectF(left, top, size.width(), size.height()), Qt.GlobalColor.white)
            p.drawPixmap(left, top, shown)
        else:
            tone = "warn" if self.lost else "ink2"
            side = theme.grown(22)
            paint_icon(p, "alert-triangle" if self.lost else "camera", r.center().x() - side / 2, r.center().y() - side,
                       side, tone if self.lost else "ink3")
            below = QRectF(4, r.center().y() + 2, r.width() - 8, theme.sizes().small + 8)
            text_at(p, below, self._words(), tone, "small", align=MIDDLE)
        if self.hasFocus():
            focus_ring(p, r)


class ImageEditor(Editor):
    """IMAGE: the value is a blob id."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = PictureBox()
        super().__init__(field, self.box)
        self._setting = setting
        self._value: str | None = None
        self.box.clicked.connect(self._choose)
        self.box.installEventFilter(self)

    @property
    def _pictures(self) -> Pictures:
        pictures: Pictures = self._setting.desk.office.attachments
        return pictures

    def get(self) -> str | None:
        """See Editor."""
        return self._value

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self._value = value
        self.box.picture = None
        self.box.show_lost("")
        if value:
            pictures = self._pictures

            def failed(error: Exception) -> None:
                if not isinstance(error, UserError):
                    raise error
                if value == self._value:        # its file is missing or damaged; the rest of the form is whole
                    self.box.show_lost(say(error.text))

            self._setting.desk.background.read(
                lambda: (value, thumbnail(pictures.content(value), _WIDTH * 3, _HEIGHT * 3)), self._show, failed)

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self.box.locked = on
        self.box.setAcceptDrops(not on)

    def _show(self, answer: tuple[str, QImage]) -> None:
        value, image = answer
        if value == self._value and not image.isNull():
            self.box.picture = QPixmap.fromImage(image)
            self.box.update()

    def _choose(self) -> None:
        if self.box.locked:
            return
        files = self._setting.desk.ask.open_files(self.box.window(), self.box.accessibleName(), patterns())
        if files:
            self._take_file(files[0])

    def _take_file(self, file: Path) -> None:
        pictures = self._pictures
        self._keep(lambda: pictures.put_image_file(file))

    def take(self, data: bytes, name: str) -> None:
        """Keeps a picture as the value."""
        pictures = self._pictures
        self._keep(lambda: pictures.put_image(data, name))

    def take_from(self, data: QMimeData) -> bool:
        """Keeps the picture in a drop or on the clipboard; False when there is none."""
        if file := picture_file(data):
            self._take_file(file)
            return True
        found = pasted_picture(data)
        if found:
            self.take(*found)
        return found is not None

    def _keep(self, keep: Callable[[], str]) -> None:
        desk = self._setting.desk

        def done(blob_id: str) -> None:
            self.put(blob_id)
            self.changed.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            desk.ask.tell(self.box.window(), translate("PictureBox", "The picture was not kept"), say(error.text))

        desk.background.run(lambda step: keep(), done, failed)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and not self.box.locked:
            if event.key() == Qt.Key.Key_Delete:
                self.put(None)
                self.changed.emit()
                return True
            if event.key() == Qt.Key.Key_V and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                with pasted() as data:
                    self.take_from(data)
                return True
        if isinstance(event, QDragEnterEvent) and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()
            return True
        if (isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent)
                and self.take_from(event.mimeData())):
            return True
        return super().eventFilter(watched, event)
