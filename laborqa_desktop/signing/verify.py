"""Verifying a PDF. Nothing is looked up in the network or in a library: the register is the caller's business."""

from hashlib import sha256

from laborqa_desktop.signing import findings, raw
from laborqa_desktop.signing.verdict import Integrity, Verdict


def verify(pdf: bytes) -> Verdict:
    """What the file's signatures say and whether anything was changed since, down to a single byte.

    Never raises on account of what the file holds. The first call imports pyHanko.
    """
    digest = sha256(pdf).hexdigest()
    ranges = raw.byte_ranges(pdf)
    if not pdf:
        return Verdict(Integrity.UNREADABLE, digest, findings=(findings.EMPTY,))
    if not pdf.startswith(b"%PDF-") and not ranges:
        return Verdict(Integrity.UNREADABLE, digest, findings=(findings.NOT_A_PDF,))
    from laborqa_desktop.signing.examine import examine

    try:
        return examine(pdf)
    except Exception:  # a hostile file may break any parser; it is then not intact
        return _broken(pdf, digest)


def _broken(pdf: bytes, digest: str) -> Verdict:
    if raw.is_cut_off(pdf):
        return Verdict(Integrity.INCOMPLETE, digest, findings=(findings.CUT_OFF,))
    ends = [after + rest for _, _, after, rest in raw.byte_ranges(pdf)]
    if ends and max(ends) < len(pdf):
        return Verdict(Integrity.ALTERED, digest, findings=(findings.APPENDED,))
    if ends:
        return Verdict(Integrity.ALTERED, digest, findings=(findings.SIGNED_BUT_DAMAGED,))
    return Verdict(Integrity.UNREADABLE, digest, findings=(findings.DAMAGED,))
