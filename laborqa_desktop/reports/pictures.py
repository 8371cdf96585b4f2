"""Pictures on paper: decoded, turned as their EXIF says, made as small as print needs, written without any metadata."""

import hashlib
import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from laborqa_desktop.reports.archive import Archive
from laborqa_desktop.reports.objects import Ref, Stream

_PIXELS_PER_POINT = 2.5
_MOST_PIXELS = 120_000_000


@dataclass(frozen=True)
class Picture:
    """An image object of one document with its size in pixels."""

    name: str
    ref: Ref
    width: int
    height: int

    def fit(self, width: float, height: float) -> tuple[float, float]:
        """Largest size in points inside the given room that keeps the proportions."""
        factor = min(width / self.width, height / self.height)
        return self.width * factor, self.height * factor


def photo(archive: Archive, data: bytes, width: float, height: float) -> Picture | None:
    """A photograph as JPEG for a room in points, or None when the bytes are no readable picture."""
    image = _open(data, width, height)
    if image is None:
        return None
    out = BytesIO()
    _on_white(image).save(out, "JPEG", quality=80, optimize=True)
    return _add(archive, out.getvalue(), image.size, "DCTDecode")


def graphic(archive: Archive, data: bytes, width: float, height: float, transparent: bool = False) -> Picture | None:
    """A logo, seal or signature without loss, or None when the bytes are no readable picture.

    Args:
        transparent: keep the alpha channel; otherwise it is laid on white.
    """
    image = _open(data, width, height)
    if image is None:
        return None
    mask = None
    if transparent and image.mode == "RGBA":
        alpha = image.getchannel("A")
        mask = _image_object(archive, zlib.compress(alpha.tobytes(), 9), image.size, "FlateDecode", "DeviceGray")
        image = image.convert("RGB")
    pixels = _on_white(image).tobytes()
    return _add(archive, zlib.compress(pixels, 9), image.size, "FlateDecode", mask)


def _open(data: bytes, width: float, height: float) -> Image.Image | None:
    try:
        with Image.open(BytesIO(data)) as source:
            if source.width * source.height > _MOST_PIXELS:
                return None
            source.draft("RGB", (int(width * _PIXELS_PER_POINT * 2), int(height * _PIXELS_PER_POINT * 2)))
            image = ImageOps.exif_transpose(source)
            image = image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    image.thumbnail((int(width * _PIXELS_PER_POINT), int(height * _PIXELS_PER_POINT)))
    return image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _add(archive: Archive, data: bytes, size: tuple[int, int], filter_name: str, mask: Ref | None = None) -> Picture:
    name = "I" + hashlib.sha256(data).hexdigest()[:12]
    return Picture(name, _image_object(archive, data, size, filter_name, "DeviceRGB", mask), *size)


def _image_object(
    archive: Archive, data: bytes, size: tuple[int, int], filter_name: str, space: str, mask: Ref | None = None
) -> Ref:
    body = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": size[0],
            "Height": size[1],
            "ColorSpace": PDFName(space),
            "BitsPerComponent": 8,
            "Filter": PDFName(filter_name),
        }
    )
    if mask is not None:
        body["SMask"] = mask
    return archive.objects.add(Stream(body, data))
