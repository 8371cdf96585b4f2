"""What verifying a PDF finds: plain values, no pyHanko."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from laborqa_desktop.text import Text


class Integrity(StrEnum):
    """What became of the file since it was signed."""

    UNSIGNED = "unsigned"
    INTACT = "intact"
    ALTERED = "altered"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Signature:
    """One signature of a file, in the order of signing.

    Attributes:
        field: full name of the signature field.
        signed_at: aware moment the signer states; None when absent.
        self_signed: the certificate is signed with its own key; else issuer names who issued it.
        certified: the certification signature, which limits later changes.
        covers_whole_file: nothing at all follows it; false for a first signature once the client has counter-signed.
        intact: what it covers and the signature itself are unchanged, and later changes are ones it allows.
        certificate_valid: the certificate was valid at signed_at.
        fingerprint: SHA-256 of the certificate in groups of four; empty when it cannot be read.
        covered_sha256: SHA-256 of the file up to the end of this signature's revision: what the register holds of a
            report that the client has counter-signed since.
    """

    field: str
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    self_signed: bool = False
    certified: bool = False
    covers_whole_file: bool = False
    intact: bool = False
    certificate_valid: bool = False
    fingerprint: str = ""
    covered_sha256: str = ""
    reason: str = ""
    location: str = ""


@dataclass(frozen=True)
class Verdict:
    """The answer about one file.

    Attributes:
        sha256: of the whole file, lower-case hex.
        findings: sentences for a reader without knowledge of signatures, the gravest first.
    """

    integrity: Integrity
    sha256: str
    signatures: tuple[Signature, ...] = ()
    findings: tuple[Text, ...] = ()

    @property
    def is_good(self) -> bool:
        """Signed, intact and complete; says nothing about who signed."""
        return self.integrity is Integrity.INTACT
