"""What a forger does to a signed file."""

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def flipped(data: bytes, place: int, bit: int = 1) -> bytes:
    return data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]


class Revision(IncrementalPdfFileWriter):
    """An appended revision; leaves the metadata alone."""

    def _update_meta(self) -> None:
        pass

    def done(self) -> bytes:
        out = BytesIO()
        self.write(out)
        return out.getvalue()

    def field(self, name: str) -> generic.DictionaryObject:
        fields = self.root["/AcroForm"]["/Fields"]
        return next(one.get_object() for one in fields if one.get_object()["/T"] == name)


def with_annotation(data: bytes) -> bytes:
    revision = Revision(BytesIO(data))
    page_reference = revision.root["/Pages"]["/Kids"].raw_get(0)
    page = page_reference.get_object()
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Square"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 600, 300, 640))),
            generic.pdf_name("/F"): generic.NumberObject(4),
        }
    )
    page["/Annots"] = generic.ArrayObject([*page["/Annots"], revision.add_object(note)])
    revision.mark_update(page_reference)
    return revision.done()


def with_new_page_content(data: bytes) -> bytes:
    revision = Revision(BytesIO(data))
    page_reference = revision.root["/Pages"]["/Kids"].raw_get(0)
    drawing = generic.StreamObject(stream_data=b"1 0 0 rg 0 0 500 500 re f")
    page_reference.get_object()["/Contents"] = revision.add_object(drawing)
    revision.mark_update(page_reference)
    return revision.done()


def with_other_seal(data: bytes) -> bytes:
    revision = Revision(BytesIO(data))
    field = revision.field("provider")
    seal = generic.StreamObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/XObject"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
            generic.pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 200, 100))),
        },
        stream_data=b"0 1 0 rg 0 0 90 90 re f",
    )
    field["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): revision.add_object(seal)})
    revision.update_container(field)
    return revision.done()


def without_signature(data: bytes, name: str = "provider") -> bytes:
    revision = Revision(BytesIO(data))
    field = revision.field(name)
    del field["/V"]
    revision.update_container(field)
    return revision.done()


def with_another_object(data: bytes) -> bytes:
    revision = Revision(BytesIO(data))
    revision.add_object(generic.NumberObject(7))
    return revision.done()
