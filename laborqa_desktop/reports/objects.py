"""PDF objects as ReportLab formats them, numbered by us and written with object streams (PDF 1.7)."""

import hashlib
import struct
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

_PER_OBJECT_STREAM = 200


class Raw(PDFObject):  # type: ignore[misc]
    """A value written exactly as given."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, document: object) -> bytes:
        """The bytes themselves."""
        return self.data


class Ref(Raw):
    """A reference to a numbered object."""

    def __init__(self, number: int) -> None:
        super().__init__(b"%d 0 R" % number)
        self.number = number


class Stream:
    """A stream object: dictionary and finished (already compressed) data."""

    def __init__(self, dictionary: PDFDictionary, data: bytes) -> None:
        self.dictionary, self.data = dictionary, data


def stream(data: bytes, compress: bool = True, **entries: object) -> Stream:
    """A stream with the given dictionary entries."""
    dictionary = PDFDictionary(dict(entries))
    if compress:
        dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        data = zlib.compress(data, 6)
    return Stream(dictionary, data)


def text(value: str) -> Raw:
    """A text string (UTF-16, hexadecimal), for titles, tool tips and alternative texts."""
    return Raw(text_bytes(value))


def text_bytes(value: str) -> bytes:
    """The same as bytes."""
    return b"<FEFF" + value.encode("utf-16-be", "replace").hex().upper().encode() + b">"


class Objects:
    """Numbers objects, keeps them and writes the file."""

    def __init__(self) -> None:
        self._bodies: dict[int, Any] = {}
        self._last = 0
        # ReportLab's formatters ask their document for encryption and references; nothing else of it is used
        self._document = pdfdoc.PDFDocument(compression=0, invariant=1)

    def reserve(self) -> Ref:
        """A number whose object comes later."""
        self._last += 1
        return Ref(self._last)

    def reserve_many(self, count: int) -> int:
        """As many numbers in a row; returns the first."""
        first = self._last + 1
        self._last += count
        return first

    def put(self, number: int, body: bytes) -> None:
        """Stores a finished object under a reserved number."""
        self._bodies[number] = body

    def add(self, body: object, ref: Ref | None = None) -> Ref:
        """Stores an object (ReportLab object, Stream or finished bytes) and returns its reference."""
        ref = ref or self.reserve()
        self._bodies[ref.number] = body
        return ref

    def write(self, catalog: Ref, info: Ref) -> bytes:
        """The whole file; the same objects give the same bytes."""
        out = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        place = _Places(len(out[0]))
        plain: list[tuple[int, bytes]] = []
        for number in sorted(self._bodies):
            body = self._bodies[number]
            if isinstance(body, Stream):
                body.dictionary["Length"] = len(body.data)
                out.append(place.put(number, self._format(body.dictionary) + _stream_body(body.data)))
            else:
                plain.append((number, body if isinstance(body, bytes) else self._format(body)))
        last = self._last
        for start in range(0, len(plain), _PER_OBJECT_STREAM):
            last += 1
            chunk = plain[start : start + _PER_OBJECT_STREAM]
            out.append(place.put(last, _object_stream(chunk)))
            place.inside(last, [number for number, _ in chunk])
        last += 1
        start_of_table = place.at
        place.put(last, b"")
        digest = hashlib.sha256(b"".join(out)).hexdigest()[:32].encode()
        packed = zlib.compress(place.table(last), 9)
        out.append(
            b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]"
            b"/Filter/FlateDecode/Length %d>>%s\nendobj\nstartxref\n%d\n%%%%EOF\n"
            % (
                last,
                last + 1,
                catalog.data,
                info.data,
                digest,
                digest,
                len(packed),
                _stream_body(packed),
                start_of_table,
            )
        )
        return b"".join(out)

    def _format(self, body: Any) -> bytes:
        data: bytes = body.format(self._document)
        return data.strip()


class _Places:
    """Where each object stands, for the cross-reference stream."""

    def __init__(self, at: int) -> None:
        self.at = at
        self._entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def put(self, number: int, body: bytes) -> bytes:
        data = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._entries[number] = (1, self.at, 0)
        self.at += len(data)
        return data

    def inside(self, container: int, numbers: list[int]) -> None:
        for position, number in enumerate(numbers):
            self._entries[number] = (2, container, position)

    def table(self, last: int) -> bytes:
        return b"".join(struct.pack(">BIH", *self._entries.get(i, (0, 0, 0))) for i in range(last + 1))


def _stream_body(data: bytes) -> bytes:
    """ISO 19005-2, 6.1.7.1 asks for a line end before endstream; data ending in CR would swallow a lone LF."""
    return b"\nstream\n%s%sendstream" % (data, b"\r\n" if data[-1:] == b"\r" else b"\n")


def _object_stream(chunk: list[tuple[int, bytes]]) -> bytes:
    heads, bodies, at = [], [], 0
    for number, body in chunk:
        heads.append(b"%d %d" % (number, at))
        bodies.append(body + b"\n")
        at += len(body) + 1
    head = b" ".join(heads) + b" "
    packed = zlib.compress(head + b"".join(bodies), 6)
    return b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>%s" % (
        len(chunk),
        len(head),
        len(packed),
        _stream_body(packed),
    )
