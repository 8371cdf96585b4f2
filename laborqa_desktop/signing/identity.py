"""The signing identity: a private key and its certificate, kept in the encrypted library without a second password."""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID

from laborqa_desktop.errors import Refused, UnreadableInput
from laborqa_desktop.signing.names import company_name, display_name, organisation, tidy
from laborqa_desktop.text import N_

WARNING_DAYS = 60
FORMAT = 1
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Identity:
    """A key that signs reports.

    Attributes:
        key: PKCS#8 in DER, unencrypted.
        certificate: X.509 in DER.
        chain: certificates of the issuers in DER, nearest first; empty when self-signed.
    """

    key: bytes = field(repr=False)
    certificate: bytes
    chain: tuple[bytes, ...] = ()

    def to_bytes(self) -> bytes:
        """The identity for the encrypted library; never to be written outside it."""
        parts = [self.key, self.certificate, *self.chain]
        return json.dumps({"format": FORMAT, "parts": [base64.b64encode(part).decode() for part in parts]}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Identity":
        """The identity that to_bytes wrote.

        Raises:
            UnreadableInput: the bytes are something else, or damaged.
        """
        try:
            stored = json.loads(data)
            if stored["format"] != FORMAT:
                raise ValueError(stored["format"])
            key, certificate, *chain = (base64.b64decode(part, validate=True) for part in stored["parts"])
            serialization.load_der_private_key(key, None)
            x509.load_der_x509_certificate(certificate)
        except (ValueError, KeyError, TypeError, UnsupportedAlgorithm) as error:
            raise UnreadableInput(
                N_("Signing", "The signing identity kept in the library cannot be read. Create or import one again.")
            ) from error
        return cls(key, certificate, tuple(chain))


@dataclass(frozen=True)
class IdentityFacts:
    """What the company profile shows of an identity.

    Attributes:
        fingerprint: SHA-256 of the certificate, upper-case hex in groups of four.
        days_left: whole days until valid_to; negative when expired.
    """

    subject: str
    organisation: str
    issuer: str
    valid_from: datetime
    valid_to: datetime
    fingerprint: str
    self_signed: bool
    days_left: int

    @property
    def is_expired(self) -> bool:
        """Whether the certificate can no longer sign."""
        return self.days_left < 0

    @property
    def is_ending(self) -> bool:
        """Whether fewer than 60 days are left: time to renew."""
        return self.days_left < WARNING_DAYS


def create(company: str, *, now: datetime, years: int = 10) -> Identity:
    """A new self-signed P-256 identity for a company.

    Args:
        company: its legal name; over 64 characters it is shortened in the name fields and kept in full beside them.
        now: aware moment; validity begins five minutes earlier, so that a slow clock elsewhere does no harm.

    Raises:
        Refused: the name is empty.
    """
    if not tidy(company):
        raise Refused(N_("Signing", "Enter the company's legal name first; it stands in the certificate."))
    key = ec.generate_private_key(ec.SECP256R1())
    name = company_name(company)
    start = now.astimezone(UTC).replace(microsecond=0)
    last_day = (start.month, 28) if (start.month, start.day) == (2, 29) else (start.month, start.day)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - timedelta(minutes=5))
        .not_valid_after(start.replace(year=start.year + years, month=last_day[0], day=last_day[1]))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Identity(pkcs8(key), certificate.public_bytes(serialization.Encoding.DER))


def pkcs8(key: PrivateKeyTypes) -> bytes:
    """The key as unencrypted PKCS#8 DER."""
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def export_cer(identity: Identity) -> bytes:
    """The certificate as a .cer file (DER) for clients; it holds no secret."""
    return identity.certificate


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of a DER certificate, upper-case hex in groups of four."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(certificate)
    text = digest.finalize().hex().upper()
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def is_self_signed(certificate: x509.Certificate) -> bool:
    """Whether the certificate is signed with its own key."""
    try:
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def facts(identity: Identity, *, now: datetime) -> IdentityFacts:
    """What there is to know about an identity's certificate at an aware moment."""
    certificate = x509.load_der_x509_certificate(identity.certificate)
    return IdentityFacts(
        subject=display_name(certificate.subject),
        organisation=organisation(certificate.subject),
        issuer=display_name(certificate.issuer),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
        fingerprint=fingerprint(identity.certificate),
        self_signed=is_self_signed(certificate),
        days_left=(certificate.not_valid_after_utc - now).days,
    )
