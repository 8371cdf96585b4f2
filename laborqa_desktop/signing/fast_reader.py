"""A pyHanko reader that keeps the offsets of object streams.

It unpacks an object stream and reads its whole header again for every object in it: 10 to 15 s for the differences of
a tagged report of 50 pages. Nothing else is changed, and whatever looks odd goes the slow, strict way.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.crypt import SecurityHandler  # noqa: F401  (the reader needs the module loaded)
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader


@dataclass(frozen=True)
class _Unpacked:
    data: bytes
    numbers: list[int]
    offsets: list[int]

    def part(self, index: int) -> bytes:
        last = index + 1 == len(self.offsets)
        return self.data[self.offsets[index] : None if last else self.offsets[index + 1]]


class FastReader(PdfFileReader):  # type: ignore[misc, unused-ignore]
    """PdfFileReader for files held in memory."""

    def __init__(self, data: bytes) -> None:
        self._unpacked: dict[int, _Unpacked | None] = {}
        super().__init__(BytesIO(data), strict=True)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        if stmnum not in self._unpacked:
            self._unpacked[stmnum] = self._unpack(stmnum)
        stream = self._unpacked[stmnum]
        if stream is None or not 0 <= idx < len(stream.numbers) or stream.numbers[idx] != idnum:
            return super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]
        found = generic.read_object(BytesIO(stream.part(idx)), generic.Reference(idnum, 0, self))
        if isinstance(found, generic.StreamObject | generic.IndirectObject):
            return super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]
        return found

    def _unpack(self, number: int) -> _Unpacked | None:
        """The stream with its offsets; None where its header is not plain or an object lies before another."""
        stream = generic.Reference(number, 0, self).get_object()
        if not isinstance(stream, generic.StreamObject) or stream.get("/Type") != "/ObjStm":
            return None
        data, first, count = stream.read_data(DecodePurpose.OBJECT_STREAM), stream["/First"], stream["/N"]
        header = data[:first].split()
        if len(header) != 2 * count or not all(word.isdigit() for word in header):
            return None
        offsets = [int(word) + first for word in header[1::2]]
        numbers = [int(word) for word in header[0::2]]
        plain = offsets == sorted(offsets) and len(set(numbers)) == len(numbers)
        return _Unpacked(data, numbers, offsets) if plain else None
