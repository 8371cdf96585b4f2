"""A tagged PDF/A-3a and PDF/UA-1 document made of ReportLab's PDF objects, with nothing left to mend afterwards."""

import zlib
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from laborqa_desktop.reports import fonts, metadata
from laborqa_desktop.reports.checking import no_glyph
from laborqa_desktop.reports.embedding import EmbeddedFont
from laborqa_desktop.reports.metadata import Description, Embedded
from laborqa_desktop.reports.objects import Objects, Raw, Ref, Stream, stream, text
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.structure import Tag, alternative, write_tree
from laborqa_desktop.reports.theme import A4

Language = Literal["zh", "en"]
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
_FIRST_ANNOTATION_KEY = 1_000_000


class Archive:
    """The document: pages, fonts, structure, signature fields, embedded files.

    Attributes:
        root: the Document element; new tags are its descendants.
        pages: finished and open pages in order.
    """

    def __init__(self, title: str, author: str, language: Language, when: datetime) -> None:
        self.about = Description(title, author, LANGUAGE_TAGS[language], when)
        self.objects = Objects()
        self.regular, self.bold = EmbeddedFont(fonts.regular()), EmbeddedFont(fonts.bold())
        self.root = Tag("Document")
        self.pages: list[Page] = []
        self._pages_ref = self.objects.reserve()
        self._page_refs: list[Ref] = []
        self._fields: list[Ref] = []
        self._annotations: list[tuple[int, Tag]] = []
        self._files: list[Embedded] = []
        self._outline: list[tuple[str, int, float]] = []

    def new_page(self, size: tuple[float, float] = A4) -> Page:
        """Appends a page."""
        page = Page(self, len(self.pages), size)
        self.pages.append(page)
        self._page_refs.append(self.objects.reserve())
        return page

    def bookmark(self, title: str, page: Page, y: float) -> None:
        """Adds an entry to the outline that leads to a place."""
        self._outline.append((title, page.index, y))

    @property
    def outline(self) -> list[tuple[str, int, float]]:
        """The bookmarks so far: title, page from 0, height on it."""
        return list(self._outline)

    def attach(self, file: Embedded) -> None:
        """Embeds a file."""
        self._files.append(file)

    def signature_field(
        self, page: Page, parent: Tag, name: str, tip: str, box: tuple[float, float, float, float]
    ) -> None:
        """An empty, tagged signature field; box is left, bottom, width, height."""
        x, y, width, height = box
        form = Stream(
            PDFDictionary(
                {
                    "Type": PDFName("XObject"),
                    "Subtype": PDFName("Form"),
                    "BBox": PDFArray([0, 0, round(width, 2), round(height, 2)]),
                    "Resources": PDFDictionary({}),
                }
            ),
            b"",
        )
        key = _FIRST_ANNOTATION_KEY + len(self._annotations)
        ref = self.objects.add(
            PDFDictionary(
                {
                    "Type": PDFName("Annot"),
                    "Subtype": PDFName("Widget"),
                    "FT": PDFName("Sig"),
                    "T": text(name),
                    "TU": text(tip),
                    "F": 132,
                    "Rect": PDFArray([round(v, 2) for v in (x, y, x + width, y + height)]),
                    "P": self._page_refs[page.index],
                    "StructParent": key,
                    "AP": PDFDictionary({"N": self.objects.add(form)}),
                }
            )
        )
        tag = Tag("Form", parent, alternative(tip))
        tag.children.append((page.index, ref))
        self._annotations.append((key, tag))
        self._fields.append(ref)
        page.annotations.append(ref)

    def to_bytes(self) -> bytes:
        """The finished file. Pages cannot change afterwards.

        Raises:
            Refused: a character was set that no font has; nothing with an empty box leaves the house.
        """
        for font in (self.regular, self.bold):
            for character in font.missing:
                raise no_glyph(self.about.title, character)
        objects = self.objects
        font_entries = {font.resource: font.write(objects) for font in (self.regular, self.bold) if font.used}
        resources = objects.add(PDFDictionary(font_entries))
        for page, ref in zip(self.pages, self._page_refs, strict=True):
            objects.add(self._page(page, resources), ref)
        objects.add(
            PDFDictionary({"Type": PDFName("Pages"), "Count": len(self.pages), "Kids": PDFArray(self._page_refs)}),
            self._pages_ref,
        )
        catalog = PDFDictionary(
            {
                "Type": PDFName("Catalog"),
                "Pages": self._pages_ref,
                "Lang": text(self.about.language),
                "MarkInfo": PDFDictionary({"Marked": Raw(b"true")}),
                "ViewerPreferences": PDFDictionary({"DisplayDocTitle": Raw(b"true")}),
                "Metadata": objects.add(
                    stream(metadata.xmp(self.about), False, Type=PDFName("Metadata"), Subtype=PDFName("XML"))
                ),
                "OutputIntents": metadata.output_intent(objects),
                "StructTreeRoot": write_tree(
                    objects, self.root, self._page_refs, [p.marks for p in self.pages], self._annotations
                ),
            }
        )
        if self._files:
            specs = [metadata.embed(objects, file, self.about.when) for file in self._files]
            names = [part for file, spec in zip(self._files, specs, strict=True) for part in (text(file.name), spec)]
            catalog["Names"] = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})
            catalog["AF"] = PDFArray(specs)
        if self._fields:
            catalog["AcroForm"] = PDFDictionary({"Fields": PDFArray(self._fields), "SigFlags": 1})
        if self._outline:
            catalog["Outlines"] = self._write_outline()
            catalog["PageMode"] = PDFName("UseOutlines")
        return objects.write(objects.add(catalog), objects.add(metadata.info(self.about)))

    def _page(self, page: Page, font_resources: Ref) -> PDFDictionary:
        content = zlib.compress("\n".join(page.operators).encode("latin-1"), 6)
        body = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": self._pages_ref,
                "MediaBox": PDFArray([0, 0, round(page.width, 2), round(page.height, 2)]),
                "Contents": self.objects.add(Stream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content)),
                "Resources": PDFDictionary({"Font": font_resources, "XObject": PDFDictionary(dict(page.pictures))}),
                "StructParents": page.index,
                "Tabs": PDFName("S"),
            }
        )
        if page.annotations:
            body["Annots"] = PDFArray(page.annotations)
        return body

    def _write_outline(self) -> Ref:
        top = self.objects.reserve()
        refs = [self.objects.reserve() for _ in self._outline]
        for i, ((title, page, y), ref) in enumerate(zip(self._outline, refs, strict=True)):
            entry = PDFDictionary(
                {
                    "Title": text(title),
                    "Parent": top,
                    "Dest": PDFArray([self._page_refs[page], PDFName("XYZ"), 0, round(y, 1), 0]),
                }
            )
            if i:
                entry["Prev"] = refs[i - 1]
            if i + 1 < len(refs):
                entry["Next"] = refs[i + 1]
            self.objects.add(entry, ref)
        return self.objects.add(
            PDFDictionary({"Type": PDFName("Outlines"), "First": refs[0], "Last": refs[-1], "Count": len(refs)}), top
        )


def put(pdf: bytes, out: BinaryIO | Path) -> None:
    """Writes a finished file to an open binary file, or to a path."""
    if isinstance(out, Path):
        out.write_bytes(pdf)
    else:
        out.write(pdf)
