"""A PDF as it is, page below page, on white paper: the preview of a report and the look at an issued one."""

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.background import Background, Job
from laborqa_desktop.views.parts.paint import MIDDLE, focus_ring, text_at
from laborqa_desktop.views.pictures import PDFIUM

_POINTS_TO_PX = 96 / 72
_GAP_PX, _EDGE_PX, _KEPT_PAGES = 16, 24, 12
WIDTH, PAGE, FULL = "width", "page", "full"
"""How large a page is shown: as wide as the view, wholly in it, or at 100 %."""
_SMALLEST, _LARGEST = 0.25, 4.0


class PdfFile:
    """An open PDF. Its methods may be called on any thread."""

    def __init__(self, data: bytes) -> None:
        """Opens it.

        Raises:
            pypdfium2.PdfiumError: it is no PDF that can be shown.
        """
        with PDFIUM:
            self._document = pypdfium2.PdfDocument(data)
            self._document.init_forms()
            self.sizes: list[tuple[float, float]] = [
                (page.get_width(), page.get_height()) for page in self._document]
        """Width and height of each page in points."""

    def render(self, page: int, width_px: int) -> QImage:
        """A page with its seals and fields, so many device pixels wide."""
        with PDFIUM:
            bitmap = self._document[page].render(scale=width_px / self.sizes[page][0], may_draw_forms=True,
                                                 rev_byteorder=True, prefer_bgrx=True)
            raw = bytes(bitmap.buffer)
        made = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        return made.copy()

    def close(self) -> None:
        """Closes it."""
        with PDFIUM:
            self._document.close()


class PdfView(QAbstractScrollArea):
    """Pages below one another; PgUp and PgDn turn them, Ctrl and plus or minus zooms.

    Signals:
        page_changed: (page from 1, pages).
        zoomed: WIDTH, PAGE, FULL, or "" for any other size.
    """

    page_changed = Signal(int, int)
    zoomed = Signal(str)

    def __init__(self, background: Background, name: str) -> None:
        super().__init__()
        self._background = background
        self._file: PdfFile | None = None
        self._images: dict[int, QImage] = {}
        self._waiting: Job | None = None
        self._asked: tuple[int, int] | None = None
        self._mode, self._scale = WIDTH, 1.0
        self._page = 0
        self._note = ""
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_file(self, file: PdfFile | None, note: str = "") -> None:
        """Shows another PDF from its first page; the one before is closed.

        Args:
            note: words in its place where there is none.
        """
        keep = self.verticalScrollBar().value() if file and self._file and len(file.sizes) == len(
            self._file.sizes) else 0
        if self._waiting:
            self._waiting.cancel()
        old, self._file, self._note = self._file, file, note
        if old is not None:
            self._background.read(old.close, _nothing)
        self._images, self._waiting, self._asked, self._page = {}, None, None, 0
        self._lay_out()
        self.verticalScrollBar().setValue(keep)
        self._scrolled()
        self._tell_page()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._file.sizes) if self._file else 0

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def is_painted(self) -> bool:
        """Whether the page in view is there in full sharpness."""
        image = self._images.get(self._page)
        return image is not None and image.width() == self._width_px(self._page)

    def go_to(self, page: int) -> None:
        """Turns to a page, from 0."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(round(self._places()[page].y()) - _GAP_PX)

    def set_mode(self, mode: str) -> None:
        """WIDTH, PAGE or FULL."""
        self._mode = mode
        page = self._page
        self._lay_out()
        self.go_to(page)
        self.zoomed.emit(mode)

    def zoom(self, factor: float) -> None:
        """Makes pages larger or smaller by a factor."""
        wanted = max(_SMALLEST, min(_LARGEST, self._factor() * factor))
        page = self._page
        self._mode, self._scale = "", wanted
        self._lay_out()
        self.go_to(page)
        self.zoomed.emit("")

    def _factor(self) -> float:
        if self._file is None or not self._mode:
            return self._scale
        if self._mode == FULL:
            return _POINTS_TO_PX
        wide = max(width for width, _ in self._file.sizes)
        across = max(80, self.viewport().width() - 2 * _EDGE_PX) / wide
        if self._mode == PAGE:
            return min(across, max(80, self.viewport().height() - 2 * _GAP_PX) / self._file.sizes[self._page][1])
        return min(across, 2 * _POINTS_TO_PX)

    def _places(self) -> list[QRectF]:
        found, y, factor = [], float(_GAP_PX), self._factor()
        room = self.viewport().width()
        for width, height in self._file.sizes if self._file else ():
            left = max(_EDGE_PX / 2, (room - width * factor) / 2)
            found.append(QRectF(left, y, width * factor, height * factor))
            y += height * factor + _GAP_PX
        return found

    def _width_px(self, page: int) -> int:
        return max(1, round(self._places()[page].width() * self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        places = self._places()
        bottom = round(places[-1].bottom()) + _GAP_PX if places else 0
        right = round(max((place.right() for place in places), default=0)) + _EDGE_PX // 2
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, bottom - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, right - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.viewport().update()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        page = next((i for i, place in enumerate(self._places()) if place.bottom() + _GAP_PX > middle), 0)
        if page != self._page:
            self._page = page
            self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        self.setAccessibleDescription(f"{self._page + 1} / {self.pages}" if self.pages else self._note)
        self.page_changed.emit(min(self._page + 1, self.pages), self.pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.fillRect(self.viewport().rect(), theme.colour("sunken"))
        if self._file is None:
            text_at(p, QRectF(self.viewport().rect()), self._note, "ink2", align=MIDDLE)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        missing: list[int] = []
        for page, place in enumerate(self._places()):
            shown = place.translated(-across, -down)
            if not shown.intersects(QRectF(self.viewport().rect())):
                continue
            for grow in range(4, 0, -1):
                p.fillRect(shown.adjusted(-grow, 1 - grow, grow, grow + 2), QColor(0, 0, 0, 10))
            p.fillRect(shown, QColor("white"))
            image = self._images.get(page)
            if image is not None:
                p.drawImage(shown, image)
            if image is None or image.width() != self._width_px(page):
                missing.append(page)
        if self.hasFocus():
            focus_ring(p, QRectF(self.viewport().rect()), 0)
        if missing:
            self._ask(missing[0])

    def _ask(self, page: int) -> None:
        file, wanted = self._file, (page, self._width_px(page))
        if file is None or self._asked == wanted:
            return
        if self._waiting:
            self._waiting.cancel()
        self._asked = wanted
        self._waiting = self._background.read(lambda: (file, page, file.render(*wanted)), self._painted)

    def _painted(self, answer: tuple[PdfFile, int, QImage]) -> None:
        file, page, image = answer
        if file is not self._file:
            return
        self._asked = None
        self._images[page] = image
        while len(self._images) > _KEPT_PAGES:
            del self._images[max(self._images, key=lambda one: abs(one - self._page))]
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(min(self._page + 1, self.pages - 1))
            case Qt.Key.Key_PageUp:
                self.go_to(max(self._page - 1, 0))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.pages - 1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return
        super().wheelEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)


def _nothing(_: object) -> None:
    """Nobody waits for it."""
