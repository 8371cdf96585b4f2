"""What is done to a picture before it is kept: turned upright, its moment read, a small one made for lists."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 100_000_000
SMALL = (336, 296)
"""Twice the size of a tile, for screens of high density."""
SMALL_BYTES = 64 * 1024
_MOST_DECODED = 40_000_000
_ORIENTATION, _TAKEN, _TAKEN_OFFSET, _EXIF = 0x0112, 0x9003, 0x9011, 0x8769
_AS_IS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError)


@dataclass(frozen=True)
class Content:
    """What is kept of a file. pixels: "" for what is no picture that can be shown."""

    data: bytes
    mime: str
    pixels: str = ""
    taken_at: datetime | None = None
    small: bytes = b""


def picture(data: bytes, zone: str) -> Content | None:
    """A picture that is turned as it was taken; None for anything else.

    Args:
        zone: in which a camera that names none is taken to stand.
    """
    try:
        with Image.open(BytesIO(data)) as image:
            if image.format not in _AS_IS or image.width * image.height > MOST_PIXELS:
                return None
            mime = Image.MIME.get(image.format, "application/octet-stream")
            exif = image.getexif()
            taken = _moment(exif.get_ifd(_EXIF).get(_TAKEN), exif.get_ifd(_EXIF).get(_TAKEN_OFFSET), zone)
            if exif.get(_ORIENTATION, 1) in (0, 1):
                return Content(data, mime, f"{image.width}x{image.height}", taken, small_picture(data))
            upright = ImageOps.exif_transpose(image)
            out = BytesIO()
            upright.save(out, image.format, quality=92, exif=upright.getexif())
            return Content(out.getvalue(), mime, f"{upright.width}x{upright.height}", taken,
                           small_picture(out.getvalue()))
    except _UNREADABLE:
        return None


def small_picture(data: bytes) -> bytes:
    """A JPEG of at most SMALL_BYTES that shows the picture within SMALL; empty when it cannot be made."""
    try:
        with Image.open(BytesIO(data)) as image:
            image.draft("RGB", SMALL)       # a JPEG is decoded at an eighth of its size
            if image.width * image.height > _MOST_DECODED:
                return b""
            image.thumbnail(SMALL)
            flat = image if image.mode == "RGB" else _on_white(image)
            for quality in (82, 60, 40):
                out = BytesIO()
                flat.save(out, "JPEG", quality=quality)
                if out.tell() <= SMALL_BYTES:
                    return out.getvalue()
    except _UNREADABLE:
        pass
    return b""


def _on_white(image: Image.Image) -> Image.Image:
    with image.convert("RGBA") as clear:
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear)
    return white


def _moment(words: object, offset: object, zone: str) -> datetime | None:
    """EXIF's moment; cameras that name no offset are taken to stand in the library's zone."""
    try:
        if offset:
            return datetime.strptime(f"{words} {offset}", "%Y:%m:%d %H:%M:%S %z").astimezone(UTC)
        return datetime.strptime(str(words), "%Y:%m:%d %H:%M:%S").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except ValueError:
        return None
