"""Whether a PDF is what somebody signed, and whether it is what we issued."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from laborqa_desktop.models.report import Report
from laborqa_desktop.signing.verdict import Integrity, Verdict
from laborqa_desktop.signing.verify import verify as judge
from laborqa_desktop.signing.words import Level, RegisterFacts, verdict_lines
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Text, Translate
from laborqa_desktop.usecases.issuing import Issuing

_NUMBER = re.compile(rb'"number":"(QR-[^"]{1,150})"')
_FORMAT = b'{"format":"laborqa-quality-report/'
_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 20_000


@dataclass(frozen=True)
class Checked:
    """The answer about a file. register: None when no library was asked.

    Attributes:
        report_id: the issued report it is or bears the number of; None for none.
    """

    verdict: Verdict
    register: RegisterFacts | None = None
    report_id: int | None = None

    @property
    def is_good(self) -> bool:
        """Signed, intact and complete; with a library also: ours, and the file that was issued."""
        if self.register is None:
            return self.verdict.is_good
        return self.verdict.is_good and self.register.is_ours and self.register.sha_matches

    @property
    def is_unreadable(self) -> bool:
        """Not a PDF at all, or one that cannot be read."""
        return self.verdict.integrity is Integrity.UNREADABLE

    def lines(self, zone: str = "Asia/Shanghai") -> list[tuple[Level, Text]]:
        """The answer line by line, the headline first; moments are told in the zone."""
        return verdict_lines(self.verdict, self.register, zone=ZoneInfo(zone))

    @property
    def why(self) -> Text:
        """The gravest line in one sentence."""
        lines = self.lines()
        return next((text for level in ("error", "warn") for one, text in lines if one == level), lines[0][1])

    def as_json(self, say: Translate) -> dict[str, Any]:
        """The same for programs; sentences in the language of say."""
        verdict, register = self.verdict, self.register
        return {
            "good": self.is_good, "integrity": verdict.integrity.value, "sha256": verdict.sha256,
            "signatures": [{
                "field": one.field, "signer": one.signer, "organisation": one.organisation, "issuer": one.issuer,
                "signed_at": one.signed_at.isoformat() if one.signed_at else None, "self_signed": one.self_signed,
                "intact": one.intact, "certificate_valid": one.certificate_valid, "fingerprint": one.fingerprint,
            } for one in verdict.signatures],
            "register": None if register is None else {
                "ours": register.is_ours, "number": register.number, "version": register.version,
                "same_file": register.sha_matches and verdict.is_good, "replaced_by": register.replaced_by,
                "data_changed_since": register.data_changed_since.isoformat() if register.data_changed_since else None},
            "lines": [{"level": level, "text": text.say(say)} for level, text in self.lines()],
        }


class Verifying:
    """Verifying against the register of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._issuing = Issuing(store)

    def verify(self, pdf: bytes) -> Checked:
        """Who signed, whether it is intact, whether it is ours, and whether a newer version replaces it."""
        verdict = judge(pdf)
        digests = {verdict.sha256, *(one.covered_sha256 for one in verdict.signatures[:1] if one.covered_sha256)}
        with self._store.read() as session:
            found = session.scalar(select(Report).where(Report.sha256.in_(digests)))
            matches = found is not None
            if found is None:
                numbers = list(embedded_numbers(pdf))
                found = session.scalar(select(Report).where(Report.code.in_(numbers))) if numbers else None
            if found is None:
                return Checked(verdict, RegisterFacts(False))
            newest = session.scalar(select(Report.code).where(
                Report.month == found.month, Report.code.startswith(_stem(found.code) + "-V", autoescape=True),
                Report.version > found.version).order_by(Report.version.desc()).limit(1))
        changed = self._issuing.data_changed_since(found.id) if matches else None
        return Checked(verdict, RegisterFacts(True, _stem(found.code), found.version, newest or "", matches, changed),
                       found.id)


def verify_alone(pdf: bytes) -> Checked:
    """The same without a library: integrity only."""
    return Checked(judge(pdf))


def embedded_numbers(pdf: bytes) -> Iterator[str]:
    """The report numbers in the data files a PDF carries; nothing is trusted, nothing large is unpacked."""
    for start in _STREAM.finditer(pdf):
        raw = pdf[start.end():start.end() + _HEAD]
        if not raw.startswith(_FORMAT):
            try:
                raw = zlib.decompressobj().decompress(raw, _HEAD)
            except zlib.error:
                continue
        if raw.startswith(_FORMAT):
            yield from (number.decode("utf-8", "replace") for number in _NUMBER.findall(raw)[:1])


def _stem(code: str) -> str:
    return code.rpartition("-V")[0]
