"""Signing a report. The first call imports pyHanko, which takes about half a second."""

import sys
from datetime import datetime

from cryptography import x509

from laborqa_desktop.signing.identity import Identity
from laborqa_desktop.signing.pfx import refuse_unusable

PROVIDER_FIELD = "provider"
CLIENT_FIELD = "client"


def forget() -> None:
    """Drops the private key kept from the last signature; to be called when the library is locked or closed."""
    pades = sys.modules.get("laborqa_desktop.signing.pades")
    if pades is not None:
        pades.forget()


def sign(
    pdf: bytes,
    identity: Identity,
    *,
    moment: datetime,
    field: str = PROVIDER_FIELD,
    appearance: bytes | None = None,
    reason: str = "",
    location: str = "",
) -> bytes:
    """The PDF with a PAdES B-B certification signature that allows only form filling and further signatures.

    Args:
        pdf: a file with an empty signature field of that name; its bytes stay as they are, the signature is appended.
        appearance: a PDF whose first page is drawn into the field; None leaves the field without a picture.
        moment: aware moment of signing as the signature states it.

    Raises:
        Refused: the certificate is expired, not yet valid or not for signing, or there is no such empty field.
        UnreadableInput: the PDF cannot be read.
    """
    return _sign(pdf, identity, field, appearance, moment, reason, location, certify=True)


def counter_sign(
    pdf: bytes,
    identity: Identity,
    *,
    moment: datetime,
    field: str = CLIENT_FIELD,
    appearance: bytes | None = None,
    reason: str = "",
    location: str = "",
) -> bytes:
    """The PDF with one more signature that certifies nothing, as the client puts it under a signed report.

    Raises:
        Refused, UnreadableInput: as sign does.
    """
    return _sign(pdf, identity, field, appearance, moment, reason, location, certify=False)


def _sign(
    pdf: bytes,
    identity: Identity,
    field: str,
    appearance: bytes | None,
    moment: datetime,
    reason: str,
    location: str,
    *,
    certify: bool,
) -> bytes:
    refuse_unusable(x509.load_der_x509_certificate(identity.certificate), moment)
    from laborqa_desktop.signing.pades import write_signature

    return write_signature(
        pdf,
        identity,
        field=field,
        appearance=appearance,
        moment=moment,
        reason=reason,
        location=location,
        certify=certify,
    )
