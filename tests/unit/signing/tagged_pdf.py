"""A small tagged PDF/A-3a and PDF/UA-1 file with two empty signature fields, written byte by byte."""

import struct
import zlib

from PIL import ImageCms

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Report</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

CATALOG, PAGES, INFO, FORM, ROOT, DOCUMENT, PARENTS, METADATA, PROFILE, EMPTY = range(1, 11)
FIELDS = {"provider": 11, "client": 12}
FIELD_TAGS = {"provider": 13, "client": 14}
FIRST_FREE = 15


def stream(head: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data)
    end = b"\r\n" if packed.endswith(b"\r") else b"\n"       # as objects.py does; the profile holds the time of day
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s%sendstream" % (head, len(packed), packed, end)


def refs(numbers: list[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def tagged_pdf(pages: int = 1, figures: int = 2, fields: tuple[str, ...] = ("provider", "client")) -> bytes:
    """A file with so many pages of so many grey squares, each a tagged figure."""
    objects, figure_numbers, page_numbers, parents = {}, [], [], []
    number = FIRST_FREE
    for index in range(pages):
        page, content = number, number + 1
        here = list(range(number + 2, number + 2 + figures))
        number += 2 + figures
        drawing = b"\n".join(
            b"/Figure<</MCID %d>>BDC 0.5 g %d %d 6 6 re f EMC" % (i, 50 + i % 50 * 9, 700 - i // 50 * 9)
            for i in range(figures)
        )
        annots = b"/Annots[%s]" % refs([FIELDS[name] for name in fields]) if index == 0 else b""
        objects[page] = (
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<<>>/Tabs/S"
            b"/StructParents %d/Contents %d 0 R%s>>" % (PAGES, index, content, annots)
        )
        objects[content] = stream(b"", drawing)
        for i, figure in enumerate(here):
            objects[figure] = (
                b"<</S/Figure/P %d 0 R/Pg %d 0 R/K %d/Alt(Square)/A<</O/Layout/Placement/Block/BBox[50 50 60 60]>>>>"
                % (DOCUMENT, page, i)
            )
        page_numbers.append(page)
        figure_numbers += here
        parents.append(b"%d[%s]" % (index, refs(here)))
    for i, name in enumerate(fields):
        objects[FIELDS[name]] = (
            b"<</Type/Annot/Subtype/Widget/FT/Sig/T(%s)/TU(Seal)/F 132/Rect[%d 50 %d 150]/P %d 0 R/StructParent %d"
            b"/AP<</N %d 0 R>>>>" % (name.encode(), 50 + i * 250, 250 + i * 250, page_numbers[0], pages + i, EMPTY)
        )
        objects[FIELD_TAGS[name]] = b"<</S/Form/P %d 0 R/Alt(Seal)/Pg %d 0 R/K<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>>>" % (
            DOCUMENT,
            page_numbers[0],
            FIELDS[name],
            page_numbers[0],
        )
        parents.append(b"%d %d 0 R" % (pages + i, FIELD_TAGS[name]))
    tags = [FIELD_TAGS[name] for name in fields]
    objects |= {
        CATALOG: b"<</Type/Catalog/Pages %d 0 R/Lang(en)/MarkInfo<</Marked true>>"
        b"/ViewerPreferences<</DisplayDocTitle true>>"
        b"/StructTreeRoot %d 0 R/Metadata %d 0 R/AcroForm %d 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
        b"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]>>"
        % (PAGES, ROOT, METADATA, FORM, PROFILE),
        PAGES: b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, refs(page_numbers)),
        INFO: b"<</Title(Report)>>",
        FORM: b"<</Fields[%s]/SigFlags 1>>" % refs([FIELDS[name] for name in fields]),
        ROOT: b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (DOCUMENT, PARENTS, pages + len(fields)),
        DOCUMENT: b"<</S/Document/P %d 0 R/K[%s]>>" % (ROOT, refs(figure_numbers + tags)),
        PARENTS: b"<</Nums[%s]>>" % b"\n".join(parents),
        METADATA: b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream"
        % (len(XMP.encode()), XMP.encode()),
        PROFILE: stream(b"/N 3", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
        EMPTY: stream(b"/Type/XObject/Subtype/Form/BBox[0 0 200 100]/Resources<<>>", b""),
    }
    return written(objects)


def seal_page() -> bytes:
    """One page of 200 x 100 points with a square, as the picture of a signature."""
    page, content = 3, 4
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<<>>/Contents 4 0 R>>",
            content: stream(b"", b"0.8 0.1 0.1 rg 20 20 60 60 re f"),
        }
    )


def written(objects: dict[int, bytes]) -> bytes:
    """The objects as a PDF 1.7 file with object streams of 200 and a cross-reference stream."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {0: (0, 0, 65535)}
    number = max(objects)

    def put(which: int, body: bytes) -> None:
        places[which] = (1, len(out), 0)
        out.extend(b"%d 0 obj\n%s\nendobj\n" % (which, body))

    plain = {which: body for which, body in sorted(objects.items()) if not body.endswith(b"endstream")}
    for which, body in sorted(objects.items()):
        if which not in plain:
            put(which, body)
    names = list(plain)
    for start in range(0, len(names), 200):
        number += 1
        part, offsets, body = names[start : start + 200], [], bytearray()
        for index, which in enumerate(part):
            offsets.append(b"%d %d" % (which, len(body)))
            body.extend(plain[which] + b"\n")
            places[which] = (2, number, index)
        head = b" ".join(offsets) + b"\n"
        put(number, stream(b"/Type/ObjStm/N %d/First %d" % (len(part), len(head)), head + bytes(body)))
    number += 1
    start = len(out)
    places[number] = (1, start, 0)
    table = b"".join(struct.pack(">BIH", *places.get(i, (0, 0, 0))) for i in range(number + 1))
    info = b"/Info %d 0 R" % INFO if len(objects) > FIRST_FREE else b""
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R%s/ID[<%s><%s>]" % (number + 1, info, b"00" * 16, b"00" * 16)
    put(number, stream(head, table))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start
