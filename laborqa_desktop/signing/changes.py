"""What a file may gain after a signature: another signature, filled fields, new metadata. All else is an alteration."""

from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import diff_analysis as diff

PACKET = "adobe:ns:meta/ xmpmeta"


class _Metadata(diff.MetadataUpdateRule):  # type: ignore[misc, unused-ignore]
    """pyHanko's rule with the syntax check by expat, so that lxml need not be shipped."""

    def __init__(self) -> None:
        super().__init__(check_xml_syntax=False)  # type: ignore[no-untyped-call]

    def apply(self, old: Any, new: Any) -> Iterable[Any]:
        for resolver in (old, new):
            if "/Metadata" in resolver.root:
                _demand_plain_xmp(resolver.root["/Metadata"])
        return super().apply(old, new)


def _demand_plain_xmp(stream: Any) -> None:
    roots: list[str] = []
    depth = 0

    def start(name: str, _: object) -> None:
        nonlocal depth
        if depth == 0:
            roots.append(name)
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise diff.SuspiciousModification("Document type in metadata")

    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = start, end, refuse
    try:
        parser.Parse(stream.read_data(DecodePurpose.XMP_METADATA), True)
    except (expat.ExpatError, PdfError, AttributeError) as error:
        raise diff.SuspiciousModification("Metadata is not XMP") from error
    if roots != [PACKET]:
        raise diff.SuspiciousModification("Metadata does not look like XMP")


def policy() -> diff.DiffPolicy:
    """The default policy of pyHanko."""
    late = diff.ModificationLevel.LTA_UPDATES
    return diff.StandardDiffPolicy(
        global_rules=[
            diff.CatalogModificationRule(),  # type: ignore[no-untyped-call]
            diff.DocInfoRule().as_qualified(late),
            diff.XrefStreamRule().as_qualified(late),
            diff.ObjectStreamRule().as_qualified(late),
            diff.DSSCompareRule().as_qualified(late),
            _Metadata().as_qualified(late),
        ],
        form_rule=diff.FormUpdatingRule(
            field_rules=[
                diff.SigFieldCreationRule(),  # type: ignore[no-untyped-call]
                diff.SigFieldModificationRule(),
                diff.GenericFieldModificationRule(),
            ],
        ),
    )


def are_allowed(result: object) -> bool:
    """Whether the differences after a signature are form filling at most."""
    if not isinstance(result, diff.DiffResult):
        return False
    return bool(result.modification_level.value <= diff.ModificationLevel.FORM_FILLING.value)
