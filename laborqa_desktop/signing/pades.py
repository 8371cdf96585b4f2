"""PAdES B-B signatures by pyHanko. Slow to import: reach it through sign.py."""

import logging
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.xref import XRefStream
from pyhanko.sign import signers
from pyhanko.sign.attributes import SigningCertificateV2Provider
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError, as_signing_certificate_v2
from pyhanko.sign.signers.pdf_byterange import BuildProps
from pyhanko.sign.signers.pdf_cms import CAdESSignedAttributeProviderSpec
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from laborqa_desktop.errors import Refused, UnreadableInput
from laborqa_desktop.signing import newer_letters
from laborqa_desktop.signing.fast_reader import FastReader
from laborqa_desktop.signing.identity import Identity
from laborqa_desktop.signing.raw import lower_contents
from laborqa_desktop.text import N_

PROGRAM = "LaborQA Desktop"
UNREADABLE = N_("Signing", "The PDF cannot be read, so it was not signed.")
NO_FIELD = N_("Signing", 'The PDF has no empty signature field "{field}". It was not signed.')
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is told in the verdict
newer_letters.allow()


class _Writer(IncrementalPdfFileWriter):  # type: ignore[misc, unused-ignore]
    """Leaves the report's own XMP alone: pyHanko's rewriting breaks PDF/A and needs lxml."""

    def _update_meta(self) -> None:
        pass

    def _populate_trailer(self, trailer: Any) -> None:
        super()._populate_trailer(trailer)  # type: ignore[no-untyped-call, unused-ignore]
        if type(trailer) is XRefStream:
            trailer.__class__ = _Positions


class _Positions(XRefStream):  # type: ignore[misc, unused-ignore]
    """The table of positions; one in 256 ends in CR (see _EndsInReturn)."""

    def write_to_stream(self, stream: Any, handler: Any = None, container_ref: Any = None) -> None:
        written = BytesIO()
        super().write_to_stream(written, handler, container_ref)  # type: ignore[no-untyped-call, unused-ignore]
        before, words = written.getvalue().removesuffix(b"\nendstream"), b"\nendstream"
        stream.write(before + (b"\r" if before.endswith(b"\r") else b"") + words)


class _ListedCertificates(SigningCertificateV2Provider):  # type: ignore[misc, unused-ignore]
    """Hashes of the issuers' certificates too (RFC 5035), so that a changed byte in them is noticed."""

    def __init__(self, own: x509.Certificate, chain: list[x509.Certificate]) -> None:
        super().__init__(own)
        self.chain = chain

    async def build_attr_value(self, dry_run: bool = False) -> Any:
        value = as_signing_certificate_v2(self.signing_cert)
        for certificate in self.chain:
            value["certs"].append(as_signing_certificate_v2(certificate)["certs"][0])
        return value


class _Attributes(CAdESSignedAttributeProviderSpec):  # type: ignore[misc, unused-ignore]
    def __init__(self, chain: list[x509.Certificate], **given: Any) -> None:
        super().__init__(**given)
        self.chain = chain

    def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Any:
        for provider in super().signed_attr_providers(data_digest, digest_algorithm):
            is_list = isinstance(provider, SigningCertificateV2Provider)
            yield _ListedCertificates(self.signing_cert, self.chain) if is_list else provider


class _Signer(signers.SimpleSigner):  # type: ignore[misc, unused-ignore]
    """Loads (and so checks) the private key once; pyHanko does it at every signature, 0.35 s for RSA."""

    def __init__(self, identity: Identity) -> None:
        chain = [x509.Certificate.load(der) for der in identity.chain]
        super().__init__(
            signing_cert=x509.Certificate.load(identity.certificate),
            signing_key=keys.PrivateKeyInfo.load(identity.key),
            cert_registry=SimpleCertificateStore.from_certs(chain),  # type: ignore[no-untyped-call]
        )
        self.chain = chain
        self.loaded = serialization.load_der_private_key(identity.key, None)

    def _signed_attr_provider_spec(
        self, attr_settings: Any, timestamper: Any = None, use_cades: bool = False, is_pdf_sig: bool = True
    ) -> Any:
        return _Attributes(
            self.chain,
            attr_settings=attr_settings,
            signing_cert=self.signing_cert,
            is_pades=is_pdf_sig,
            timestamper=timestamper,
        )

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        if isinstance(self.loaded, rsa.RSAPrivateKey):
            return self.loaded.sign(data, padding.PKCS1v15(), hashes.SHA256())
        if isinstance(self.loaded, ec.EllipticCurvePrivateKey):
            return self.loaded.sign(data, ec.ECDSA(hashes.SHA256()))
        raise TypeError(type(self.loaded))


class _PdfSigner(signers.PdfSigner):  # type: ignore[misc, unused-ignore]
    """Signs with a given moment instead of the computer's."""

    moment: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.moment
        return session


class _EndsInReturn(generic.StreamObject):  # type: ignore[misc, unused-ignore]
    """A stream whose data ends in CR: with a lone LF before endstream a checker would take both for the line end."""

    def write_to_stream(self, stream: Any, handler: Any = None, container_ref: Any = None) -> None:
        written = BytesIO()
        super().write_to_stream(written, handler, container_ref)
        stream.write(written.getvalue().removesuffix(b"\nendstream") + b"\r\nendstream")


class _Appearance(PdfContent):  # type: ignore[misc, unused-ignore]
    """The first page of a PDF held in memory, as the picture of the signature."""

    def __init__(self, page: bytes) -> None:
        self.page = page
        super().__init__()

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(FastReader(self.page), page_ix=0)
        made = self._ensure_writer.objects
        for key, item in made.items():
            if isinstance(item, generic.StreamObject) and item.encoded_data.endswith(b"\r"):
                made[key] = _EndsInReturn(dict(item), encoded_data=item.encoded_data)
        self.resources.xobject["/Seal"] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = layout.BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Seal Do"


_signers: dict[Identity, _Signer] = {}


def _signer(identity: Identity) -> _Signer:
    if identity not in _signers:
        _signers.clear()
        _signers[identity] = _Signer(identity)
    return _signers[identity]


def forget() -> None:
    """Drops the private key kept from the last signature."""
    _signers.clear()


def _style(appearance: bytes | None) -> StaticStampStyle:
    middle = layout.AxisAlignment.ALIGN_MID
    placed = layout.SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=layout.Margins(0, 0, 0, 0))
    background = _Appearance(appearance) if appearance else None
    return StaticStampStyle(border_width=0, background=background, background_layout=placed)


def write_signature(
    pdf: bytes,
    identity: Identity,
    *,
    field: str,
    appearance: bytes | None,
    moment: datetime,
    reason: str,
    location: str,
    certify: bool,
) -> bytes:
    """The PDF with one more signature in an empty field; see sign.py for the arguments."""
    out = BytesIO()
    try:
        reader = FastReader(pdf)
        if field not in {name for name, value, _ in enumerate_sig_fields(reader) if value is None}:
            raise Refused(NO_FIELD.of(field=field))
        metadata = signers.PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            location=location or None,
            reason=reason or None,
            subfilter=SigSeedSubFilter.PADES,
            app_build_props=BuildProps(name=PROGRAM),
            certify=certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        signer = _PdfSigner(metadata, signer=_signer(identity), stamp_style=_style(appearance))
        signer.moment = moment
        signer.sign_pdf(_Writer.from_reader(reader), existing_fields_only=True, output=out)
    except (PdfError, SigningError, ValueError, KeyError) as error:
        raise UnreadableInput(UNREADABLE) from error
    return lower_contents(out.getvalue())
