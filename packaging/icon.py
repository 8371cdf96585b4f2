"""Writes resources/icons/laborqa.ico: the drawing in every size that Windows asks for.

    python packaging/icon.py

Sizes up to 24 come from laborqa-small.svg, which has fewer and thicker lines, the others from laborqa.svg. Run it
after a change of either.
"""

import io
import os
import struct
from collections.abc import Iterable

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from product import ICON_SIZES, ROOT

ICONS = ROOT / "resources" / "icons"
SMALL_UP_TO = 24
PNG_FROM = 256      # older readers want bitmaps, but 256 pixels as a bitmap weigh 270 KB


def frame(size: int) -> Image.Image:
    """The drawing in one size."""
    source = ICONS / ("laborqa-small.svg" if size <= SMALL_UP_TO else "laborqa.svg")
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")     # type: ignore[call-overload]  # the stubs forget devices
    return Image.open(io.BytesIO(content.data())).convert("RGBA")


def ico(frames: Iterable[Image.Image]) -> bytes:
    """An .ico file of square pictures."""
    pictures = [(picture.width, _png(picture) if picture.width >= PNG_FROM else _bitmap(picture)) for picture in frames]
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, content in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset + len(body))
        body += content
    return head + body


def _png(picture: Image.Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


def _bitmap(picture: Image.Image) -> bytes:
    """A bitmap as icons want it: from the lowest line up, colours with transparency, then an old-style mask."""
    size = picture.width
    upside_down = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mask_line = (size + 31) // 32 * 4
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + upside_down.tobytes("raw", "BGRA") + bytes(mask_line * size)


def main() -> None:
    """Writes the file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    (ICONS / "laborqa.ico").write_bytes(ico(frame(size) for size in ICON_SIZES))
    del application


if __name__ == "__main__":
    main()
