"""The signed message (CMS) in a signature: its cryptography, and that nothing in it is left unprotected."""

from hashlib import new
from typing import Any

from asn1crypto import cms, core, x509
from pyhanko.sign.general import check_ess_certid, find_unique_cms_attribute
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from laborqa_desktop.signing import newer_letters
from laborqa_desktop.signing.raw import der_length

newer_letters.allow()

DIGESTS = ("sha256", "sha384", "sha512")
TIMESTAMP = "/DocTimeStamp"


def is_genuine(embedded: EmbeddedPdfSignature, hole: bytes, covered: bytes, *, ours: bool) -> tuple[bool, bool]:
    """(the covered bytes are the signed ones, the signature itself is unchanged).

    Args:
        hole: the decoded /Contents as it stands in the file, padding included.
        covered: the bytes inside the byte range.
        ours: written by this program, which leaves no optional part in the message.
    """
    signed, info = embedded.signed_data, embedded.signer_info
    name = info["digest_algorithm"]["algorithm"].native
    if name not in DIGESTS or hole != embedded.pkcs7_content or not _is_tight(hole, signed, info, ours):
        return True, False
    actual = new(name, covered).digest()
    kind = "data"
    if embedded.sig_object_type == TIMESTAMP:
        kind, content = "tst_info", signed["encap_content_info"]["content"]
        imprint = content.parsed["message_imprint"]
        if new(imprint["hash_algorithm"]["algorithm"].native, covered).digest() != imprint["hashed_message"].native:
            return False, True
        actual = new(name, bytes(content)).digest()
    content_same, valid = validate_sig_integrity(info, embedded.signer_cert, kind, actual)
    return content_same, valid and _certificates_protected(embedded, ours=ours)


def _is_tight(hole: bytes, signed: cms.SignedData, info: cms.SignerInfo, ours: bool) -> bool:
    """Whether the message holds just what the signature needs; parts it does not protect could be changed unseen."""
    length = der_length(hole)
    if not length or any(hole[length:]):
        return False
    algorithms = signed["digest_algorithms"]
    issuer_and_serial = info["sid"].name == "issuer_and_serial_number"
    expected_version = "v1" if issuer_and_serial else "v3"
    tight = (
        len(algorithms) == 1
        and algorithms[0].dump() == info["digest_algorithm"].dump()
        and isinstance(algorithms[0]["parameters"], core.Void | core.Null)
        and info["version"].native == expected_version
        and info["signed_attrs"] is not core.VOID
        and _digest_named_by(info["signature_algorithm"]) in (None, algorithms[0]["algorithm"].native)
    )
    if not (tight and ours):
        return bool(tight)
    bare = isinstance(signed["crls"], core.Void) and isinstance(info["unsigned_attrs"], core.Void)
    return bare and issuer_and_serial and signed["version"].native == "v1" and hole[:length] == _rewritten(signed, info)


def _digest_named_by(mechanism: cms.SignedDigestAlgorithm) -> str | None:
    """The digest in the name of the mechanism; None for plain RSA and Edwards curves, as Acrobat writes them."""
    try:
        return str(mechanism.hash_algo)
    except ValueError:
        return None


def _rewritten(signed: cms.SignedData, info: cms.SignerInfo) -> bytes:
    """The message as this program would write it from its protected parts."""
    algorithm = info["digest_algorithm"]
    copy = cms.SignerInfo(
        {
            "version": "v1",
            "sid": info["sid"],
            "digest_algorithm": {"algorithm": algorithm["algorithm"].native},
            "signature_algorithm": {"algorithm": info["signature_algorithm"]["algorithm"].native},
            "signed_attrs": info["signed_attrs"],
            "signature": info["signature"].native,
        }
    )
    message: dict[str, Any] = {
        "version": "v1",
        "digest_algorithms": cms.DigestAlgorithms((copy["digest_algorithm"],)),
        "encap_content_info": {"content_type": "data"},
        "certificates": signed["certificates"],
        "signer_infos": [copy],
    }
    written = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(message)})
    return bytes(written.dump())


def _certificates_protected(embedded: EmbeddedPdfSignature, *, ours: bool) -> bool:
    """Whether each certificate in the message is named by its hash in what was signed; for others, the signer's is."""
    attributes = embedded.signer_info["signed_attrs"]
    certificates = [choice.chosen.untag() for choice in embedded.signed_data["certificates"]]
    if not ours:
        return True
    listed = find_unique_cms_attribute(attributes, "signing_certificate_v2")["certs"]
    return len(listed) == len(certificates) and all(_is_listed(one, listed) for one in certificates)


def _is_listed(certificate: x509.Certificate, listed: Any) -> bool:
    return any(check_ess_certid(certificate, entry) for entry in listed)
