"""Looks at a picture or a PDF inside the program, page by page, and prints it."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import translate
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.pictures import page_count, render_pdf

_PRINT_DPI = 200
_MOST_PAGES = 60


class PreviewDialog(Dialog):
    """Pages one below the other, on white paper in both themes."""

    def __init__(self, parent: QWidget, title: str, pages: list[QImage], pdf: bytes | None) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._pages, self._pdf = pages, pdf
        super().__init__(parent, title, body=self._area)
        sheet, lines = QWidget(), QVBoxLayout()
        self._labels = [QLabel() for _ in pages]
        for number, shown in enumerate(self._labels, 1):
            shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            shown.setAccessibleName(self.tr("Page {number}").format(number=number))
            lines.addWidget(shown)
        lines.addStretch(1)
        sheet.setLayout(lines)
        self._area.setWidget(sheet)
        self._area.setAccessibleName(title)
        self._print = Button(self.tr("&Print…"), "printer", clicked=self._to_printer)
        self.foot.addWidget(self._print)
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        self.resize(min(parent.width() - 80, 900), parent.height() - 60)
        shortcuts.bind(self, "Ctrl+P", self._to_printer)
        self._show_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_pages()

    def _show_pages(self) -> None:
        ratio = self.devicePixelRatioF()
        width = max(200, round((self._area.viewport().width() - 40) * ratio))
        for shown, page in zip(getattr(self, "_labels", ()), self._pages, strict=False):
            picture = QPixmap.fromImage(page.scaledToWidth(min(width, page.width()),
                                                           Qt.TransformationMode.SmoothTransformation))
            picture.setDevicePixelRatio(ratio)
            shown.setPixmap(picture)

    def _to_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != Dialog.DialogCode.Accepted:
            return
        painter = QPainter(printer)
        for number in range(len(self._pages)):
            if number:
                printer.newPage()
            paper = painter.viewport()
            image = self._pages[number] if self._pdf is None else (
                render_pdf(self._pdf, round(8.27 * _PRINT_DPI), number))
            size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(paper.adjusted(0, 0, size.width() - paper.width(), size.height() - paper.height()), image)
        painter.end()


def preview_pdf(parent: QWidget, pdf: bytes, title: str = "PDF") -> None:
    """Shows a PDF that is small, such as the recovery sheet."""
    PreviewDialog(parent, title, pages_of(pdf), pdf).open()


def pages_of(data: bytes) -> list[QImage]:
    """A picture, or the pages of a PDF, as pictures. For any thread."""
    if data.startswith(b"%PDF"):
        return [render_pdf(data, 1400, number) for number in range(min(page_count(data), _MOST_PAGES))]
    image = QImage.fromData(data)
    return [] if image.isNull() else [image]


def preview_later(parent: QWidget, desk: Desk, load: Callable[[], bytes], title: str = "PDF") -> None:
    """Shows a file once its pages are drawn, which happens off the GUI thread.

    Args:
        load: gives the content; called in the read worker.
    """
    def work() -> tuple[bytes, list[QImage]]:
        data = load()
        return data, pages_of(data)

    def show(answer: tuple[bytes, list[QImage]]) -> None:
        data, pages = answer
        if pages and shiboken6.isValid(parent):
            PreviewDialog(parent, title, pages, data if data.startswith(b"%PDF") else None).open()

    desk.background.read(work, show, words=translate("PreviewDialog", "Preparing the pages…"))


def preview_attachment(parent: QWidget, desk: Desk, link_id: int) -> None:
    """Shows a file of a record under its name."""
    files = desk.office.attachments
    desk.background.read(lambda: files.name_of(link_id), lambda name: preview_later(
        parent, desk, lambda: files.content_of(link_id), name))
