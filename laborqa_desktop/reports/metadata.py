"""Catalogue entries that make a file PDF/A-3a and PDF/UA-1: XMP, output intent, embedded files."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from laborqa_desktop.reports.objects import Objects, Raw, Ref, stream, text

_PRODUCER = "ReportLab"
_TOOL = "LaborQA Desktop"


@dataclass(frozen=True)
class Description:
    """What the file says about itself.

    Attributes:
        language: BCP 47 tag, "zh-CN" or "en".
        when: the moment printed as date of creation; the same data and moment give the same bytes.
    """

    title: str
    author: str
    language: str
    when: datetime


@dataclass(frozen=True)
class Embedded:
    """A file inside the PDF; relation is Data for the figures of the report itself."""

    name: str
    mime: str
    description: str
    data: bytes
    relation: str = "Data"


def moment(when: datetime) -> Raw:
    """A PDF date in UTC."""
    return Raw(when.astimezone(UTC).strftime("(D:%Y%m%d%H%M%S+00'00')").encode())


def info(about: Description) -> PDFDictionary:
    """The document information dictionary; it must agree with the XMP."""
    return PDFDictionary(
        {
            "Title": text(about.title),
            "Author": text(about.author),
            "Creator": text(_TOOL),
            "Producer": text(_PRODUCER),
            "CreationDate": moment(about.when),
            "ModDate": moment(about.when),
        }
    )


def xmp(about: Description) -> bytes:
    """The XMP packet with the PDF/A and PDF/UA identification."""
    iso = about.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    rows = {
        "TITLE": escape(about.title),
        "AUTHOR": escape(about.author),
        "WHEN": iso,
        "TOOL": _TOOL,
        "PRODUCER": _PRODUCER,
    }
    packet = _XMP
    for place, value in rows.items():
        packet = packet.replace("{" + place + "}", value)
    return packet.encode()


def output_intent(objects: Objects) -> PDFArray:
    """The sRGB output intent."""
    profile = objects.add(stream(_srgb(), N=3))
    return PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": text("sRGB IEC61966-2.1"),
                    "Info": text("sRGB IEC61966-2.1"),
                    "DestOutputProfile": profile,
                }
            )
        ]
    )


@cache
def _srgb() -> bytes:
    """The profile that LittleCMS makes, with the date of its making blanked so that bytes repeat."""
    from PIL import ImageCms

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(data)


def embed(objects: Objects, file: Embedded, when: datetime) -> Ref:
    """Adds a file and returns its specification."""
    digest = hashlib.md5(file.data, usedforsecurity=False).hexdigest().encode()
    body = objects.add(
        stream(
            file.data,
            Type=PDFName("EmbeddedFile"),
            Subtype=Raw(b"/" + file.mime.replace("/", "#2F").encode()),
            Params=PDFDictionary(
                {"Size": len(file.data), "ModDate": moment(when), "CheckSum": Raw(b"<" + digest + b">")}
            ),
        )
    )
    return objects.add(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": text(file.name),
                "UF": text(file.name),
                "Desc": text(file.description),
                "AFRelationship": PDFName(file.relation),
                "EF": PDFDictionary({"F": body, "UF": body}),
            }
        )
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{TITLE}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{TOOL}</xmp:CreatorTool><xmp:CreateDate>{WHEN}</xmp:CreateDate><xmp:ModifyDate>{WHEN}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
