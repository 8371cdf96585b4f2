"""Pictures and files that come by clipboard or drag and drop."""

from pathlib import Path
from threading import RLock

import pypdfium2
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage

from laborqa_desktop.views.i18n import translate

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")


def patterns() -> str:
    """Patterns of a file dialog for pictures."""
    return translate("Pictures", "Pictures (*.png *.jpg *.jpeg *.webp *.bmp)")


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files in a drop or on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and Path(url.toLocalFile()).is_file()]


def picture_file(data: QMimeData) -> Path | None:
    """The first picture among the files in a drop or on the clipboard; it is not read here."""
    return next((file for file in dropped_files(data) if file.suffix.lower() in ENDINGS), None)


def pasted_picture(data: QMimeData) -> tuple[bytes, str] | None:
    """(content, name) of a picture that comes without a file, as PNG."""
    if not data.hasImage():
        return None
    image = QImage(data.imageData())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")       # type: ignore[call-overload]
    return bytes(buffer.data().data()), translate("Pictures", "pasted picture") + ".png"


PDFIUM = RLock()
"""PDFium knows no threads: whoever calls it waits for the other."""


def render_pdf(data: bytes, width_px: int, page: int = 0) -> QImage:
    """A page of a PDF as a picture, with seals and form fields painted; an empty picture when it is none."""
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
            document.init_forms()
            shown = document[page]
            bitmap = shown.render(scale=width_px / shown.get_width(), may_draw_forms=True, rev_byteorder=True,
                                  prefer_bgrx=True)
            raw = bytes(bitmap.buffer)
            image = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
            document.close()
    except (pypdfium2.PdfiumError, IndexError):
        return QImage()
    return image


def thumbnail(data: bytes, width_px: int, height_px: int) -> QImage:
    """A picture or the first page of a PDF within that size; empty when it is neither. For any thread."""
    image = render_pdf(data, width_px) if data.startswith(b"%PDF") else QImage.fromData(data)
    if image.isNull() or (image.width() <= width_px and image.height() <= height_px):
        return image
    return image.scaled(width_px, height_px, Qt.AspectRatioMode.KeepAspectRatio,
                        Qt.TransformationMode.SmoothTransformation)


def page_count(data: bytes) -> int:
    """Number of pages of a PDF; 0 when it is none."""
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
            pages = len(document)
            document.close()
    except pypdfium2.PdfiumError:
        return 0
    return int(pages)
