"""T33: a signed report is tampered with; the checker finds it each time and its sentence fits what was done.

Five kinds in turn: one bit flipped anywhere, the same in a counter-signed file, a revision appended, pages swapped, the
signature removed. A flip inside the signature's own digits counts too.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

from pyhanko.pdf_utils import generic

from laborqa_desktop.signing import findings, raw, sign
from laborqa_desktop.signing.identity import create
from laborqa_desktop.signing.verify import verify
from laborqa_desktop.text import Text
from tests.faults.trial import Outcome, Trial
from tests.unit.signing import forge
from tests.unit.signing.tagged_pdf import seal_page, tagged_pdf

_NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
_FLIP = (findings.CHANGED, findings.SIGNATURE_CHANGED, findings.GAPS, findings.REMOVED, findings.SIGNED_BUT_DAMAGED,
         findings.APPENDED, findings.CUT_OFF, findings.NOT_ALLOWED, findings.PROTECTED, findings.NOT_A_PDF,
         findings.UNSIGNED)
_MORE = (findings.APPENDED, findings.NOT_ALLOWED)
_APPENDED: tuple[Callable[[bytes], bytes], ...] = (
    forge.with_annotation, forge.with_new_page_content, forge.with_other_seal, forge.with_another_object,
    lambda data: data + b"%%EOF\n", lambda data: data + b" ")


def _flipped(data: bytes, chance: Random) -> bytes:
    return forge.flipped(data, chance.randrange(len(data)), 1 << chance.randrange(8))


def _pages_swapped(data: bytes, other: bytes, chance: Random) -> bytes:
    """The pages change places or contents by a revision, or the signature is put onto a file with other pages."""
    sort = chance.randrange(3)
    if sort == 2:
        (_, before, after, _), (_, low, high, _) = raw.byte_ranges(data)[-1], raw.byte_ranges(other)[-1]
        digits = data[before + 1:after - 1].rstrip(b"0").ljust(high - low - 2, b"0")
        return other[:low + 1] + digits + other[high - 1:]
    revision = forge.Revision(BytesIO(data))
    pages = revision.root["/Pages"]
    kids = [pages["/Kids"].raw_get(no) for no in range(2)]
    if sort == 0:
        pages["/Kids"] = generic.ArrayObject(reversed(kids))
        revision.update_container(pages)
        return revision.done()
    first, second = (one.get_object() for one in kids)
    first["/Contents"], second["/Contents"] = second.raw_get("/Contents"), first.raw_get("/Contents")
    for one in kids:
        revision.mark_update(one)
    return revision.done()


def _signature_removed(data: bytes, chance: Random) -> bytes:
    """By a revision, by renaming its entry, by blanking its digits or its ranges."""
    _, before, after, _ = raw.byte_ranges(data)[0]
    sort = chance.randrange(4)
    if sort == 0:
        return forge.without_signature(data)
    if sort == 1:
        return data[:before + 1] + b"0" * (after - before - 2) + data[after - 1:]
    names = (b"/ByteRange", b"/Contents <")
    name = names[sort - 2]
    at = data.rfind(name, 0, after)
    return data[:at + 1] + bytes([data[at + 1] ^ 1]) + data[at + 2:]


def _trial(count: int, seed: int, folder: Path) -> Outcome:
    chance, missed, wrong = Random(seed), list[str](), list[str]()
    provider, client = (create(name, now=_NOW) for name in ("江苏恒信劳务服务有限公司", "华东智慧物流集团"))
    signed = sign.sign(tagged_pdf(pages=2, figures=3), provider, moment=_NOW, appearance=seal_page())
    other = sign.sign(tagged_pdf(pages=2, figures=4), provider, moment=_NOW, appearance=seal_page())
    countered = sign.counter_sign(signed, client, moment=_NOW)
    said: dict[str, int] = {}
    for data in (signed, countered):
        if not verify(data).is_good:
            missed.append("an alarm without an attack")
    for no in range(count):
        sort = no % 5
        source = countered if sort == 1 else signed
        expected: tuple[Text, ...] = _FLIP
        if sort <= 1:
            forged = _flipped(source, chance)
        elif sort == 2:
            forged, expected = chance.choice(_APPENDED)(source), _MORE
        elif sort == 3:
            forged, expected = _pages_swapped(source, other, chance), (*_MORE, findings.CHANGED)
        else:
            forged = _signature_removed(source, chance)
        verdict = verify(forged)
        told = {text.source for text in verdict.findings}
        name = ("flip", "flip in a counter-signed file", "appended", "pages swapped", "signature removed")[sort]
        if forged == source or verdict.is_good:
            missed.append(f"{no} of seed {seed}: {name}")
        elif not told & {text.source for text in expected}:
            wrong.append(f"{no} of seed {seed}: {name}: {sorted(told)}")
        said[str(verdict.integrity)] = said.get(str(verdict.integrity), 0) + 1
    return Outcome(count, (*missed, *wrong), said)


TRIALS = (Trial("T33", "signed PDFs are tampered with", "100 % found, and said what", 100, 2000, _trial),)
