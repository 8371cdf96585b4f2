"""Import of a .pfx or .p12 file as signing identity; every refusal says what to do."""

from datetime import datetime

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from laborqa_desktop.errors import Refused, UnreadableInput, WrongPassword
from laborqa_desktop.signing.identity import DOCUMENT_SIGNING, Identity, Key, pkcs8
from laborqa_desktop.text import N_

RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")
MAX_BYTES = 1_000_000
SIGNING_PURPOSES = {
    DOCUMENT_SIGNING,
    ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
    ExtendedKeyUsageOID.EMAIL_PROTECTION,
    ExtendedKeyUsageOID.CLIENT_AUTH,
    x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # Microsoft document signing
    x509.ObjectIdentifier("1.2.840.113583.1.1.5"),  # Adobe authentic documents
}

NOT_A_PFX = N_("Signing", "This file is not a .pfx or .p12 file. Choose the file with the private key.")
WRONG_PASSWORD = N_("Signing", "The password of the .pfx file is wrong. Nothing was imported.")
NO_KEY = N_("Signing", "The .pfx file holds no private key. Export it again together with the private key.")
NO_CERTIFICATE = N_("Signing", "The .pfx file holds no certificate that belongs to its private key.")
UNSUPPORTED_FILE = N_(
    "Signing", "This .pfx file uses a key or protection the program does not support. RSA and P-256 keys are supported."
)
UNSUPPORTED_KEY = N_(
    "Signing", "This kind of key is not supported. Use an RSA key of 2048 bits or more, or a P-256, P-384 or P-521 key."
)
EXPIRED = N_("Signing", "The certificate expired on {date}. Import a valid one.")
NOT_YET = N_("Signing", "The certificate is valid only from {date}. Check the computer's clock or import another one.")
NOT_FOR_SIGNING = N_("Signing", "This certificate is not meant for signing documents. Import another one.")


def import_pfx(data: bytes, password: str, *, now: datetime) -> Identity:
    """The identity in a .pfx or .p12 file.

    Args:
        now: aware moment for the check of validity.

    Raises:
        WrongPassword: the password does not open the file.
        UnreadableInput: not such a file, or no key, no certificate or an unsupported key in it.
        Refused: the certificate is expired, not yet valid, or not for signing.
    """
    _demand_pfx(data)
    key, certificate, others = _open(data, password)
    key = _supported(key)
    own = next((c for c in [certificate, *others] if c is not None and _belongs(c, key)), None)
    if own is None:
        raise UnreadableInput(NO_CERTIFICATE)
    refuse_unusable(own, now)
    return Identity(pkcs8(key), own.public_bytes(Encoding.DER), _chain(own, others))


def refuse_unusable(certificate: x509.Certificate, now: datetime) -> None:
    """Raises Refused when the certificate cannot sign documents at this moment."""
    if now > certificate.not_valid_after_utc:
        raise Refused(EXPIRED.of(date=certificate.not_valid_after_utc.date().isoformat()))
    if now < certificate.not_valid_before_utc:
        raise Refused(NOT_YET.of(date=certificate.not_valid_before_utc.date().isoformat()))
    if not _is_for_signing(certificate):
        raise Refused(NOT_FOR_SIGNING)


def _demand_pfx(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise UnreadableInput(NOT_A_PFX)
    try:
        content = asn1_pkcs12.Pfx.load(data, strict=True)["auth_safe"]["content_type"].native
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableInput(NOT_A_PFX) from error
    if content not in ("data", "signed_data"):
        raise UnreadableInput(NOT_A_PFX)


def _open(data: bytes, password: str) -> tuple[object, x509.Certificate | None, list[x509.Certificate]]:
    wrong: Exception | None = None
    for secret in [password.encode()] if password else [None, b""]:
        try:
            return pkcs12.load_key_and_certificates(data, secret)
        except ValueError as error:
            if "password" not in str(error).lower():
                raise UnreadableInput(UNSUPPORTED_FILE) from error
            wrong = error
        except (UnsupportedAlgorithm, TypeError) as error:
            raise UnreadableInput(UNSUPPORTED_FILE) from error
    raise WrongPassword(WRONG_PASSWORD) from wrong


def _supported(key: object) -> Key:
    if key is None:
        raise UnreadableInput(NO_KEY)
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= RSA_BITS:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in CURVES:
        return key
    raise UnreadableInput(UNSUPPORTED_KEY)


def _belongs(certificate: x509.Certificate, key: Key) -> bool:
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    try:
        return certificate.public_key().public_bytes(*form) == key.public_key().public_bytes(*form)
    except (ValueError, UnsupportedAlgorithm):
        return False


def _is_for_signing(certificate: x509.Certificate) -> bool:
    try:
        extensions = certificate.extensions
    except ValueError:
        return False
    for extension in extensions:
        value = extension.value
        if isinstance(value, x509.KeyUsage) and not (value.digital_signature or value.content_commitment):
            return False
        if isinstance(value, x509.ExtendedKeyUsage) and not SIGNING_PURPOSES & set(value):
            return False
    return True


def _chain(own: x509.Certificate, others: list[x509.Certificate]) -> tuple[bytes, ...]:
    """The issuers among others, nearest first."""
    chain: list[x509.Certificate] = []
    current = own
    while issuer := next((c for c in others if c not in chain and c != own and _issued(current, c)), None):
        chain.append(issuer)
        current = issuer
    return tuple(c.public_bytes(Encoding.DER) for c in chain)


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
