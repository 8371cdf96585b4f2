import os
import subprocess
import sys
from datetime import timedelta
from io import BytesIO

import page
import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from asn1crypto.algos import SignedDigestAlgorithm
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from laborqa_desktop.errors import Refused, UnreadableInput
from laborqa_desktop.reports.seal import Appearance, render_appearance
from laborqa_desktop.signing import findings, pades, raw, sign
from laborqa_desktop.signing.fast_reader import FastReader
from laborqa_desktop.signing.identity import Identity, pkcs8
from laborqa_desktop.signing.verdict import Integrity
from laborqa_desktop.signing.verify import verify
from laborqa_desktop.text import english
from tests.unit.signing import forge
from tests.unit.signing.conftest import NOW
from tests.unit.signing.tagged_pdf import seal_page, tagged_pdf
from tests.unit.signing.test_identity import issued


def failures(path, profile):
    result = page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited())
    return [(one.rule_id, one.message) for one in result.failures]


def test_signing_only_appends_and_keeps_the_metadata(provider):
    pdf = tagged_pdf()
    signed = sign.sign(pdf, provider, moment=NOW, appearance=seal_page())
    assert signed.startswith(pdf)
    assert signed.count(b"<x:xmpmeta") == pdf.count(b"<x:xmpmeta") == 1
    assert b"/ETSI.CAdES.detached" in signed
    _, before, after, _ = raw.byte_ranges(signed)[-1]
    assert signed[before:after] == signed[before:after].lower()


def test_the_private_key_is_kept_for_the_next_signature_and_dropped_on_demand(provider):
    sign.sign(tagged_pdf(), provider, moment=NOW)
    assert list(pades._signers) == [provider]
    sign.forget()
    assert not pades._signers


def test_other_programs_find_the_file_valid(tmp_path, signed, counter_signed):
    path = tmp_path / "r.pdf"
    for data, count in ((signed, 1), (counter_signed, 2)):
        path.write_bytes(data)
        told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, check=False).stdout
        assert told.count(b"Signature is Valid.") == count
        assert told.count(b"- Total document signed") == 1
        subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_archive_and_accessibility_rules_hold_before_and_after_signing(tmp_path, signed, counter_signed):
    path = tmp_path / "r.pdf"
    for data in (tagged_pdf(pages=2, figures=4), signed):
        path.write_bytes(data)
        assert failures(path, "3a") == failures(path, "ua1") == []
    path.write_bytes(counter_signed)
    assert failures(path, "ua1") == []
    # The validator wants every byte range to reach the end, which no first signature of two can do.
    assert {rule for rule, _ in failures(path, "3a")} <= {"PDFA3A-SIGNATURE-BYTERANGE-001"}


def test_rsa_and_a_chain_of_issuers():
    root_key, own_key = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 3072)
    root, other = issued("江苏签发机构", root_key), issued("other", root_key)
    own = issued("江苏恒信", own_key, root, root_key)
    der = [one.public_bytes(serialization.Encoding.DER) for one in (own, root, other)]
    signed = sign.sign(tagged_pdf(), Identity(pkcs8(own_key), der[0], (der[1],)), moment=NOW)
    verdict = verify(signed)
    assert verdict.is_good
    assert (verdict.signatures[0].self_signed, verdict.signatures[0].issuer) == (False, "江苏签发机构")
    assert findings.ISSUED.source in [text.source for text in verdict.findings]
    place = signed.index(der[1].hex().encode())
    spots = range(place, place + 2 * len(der[1]), 31)
    digits = {i: b"%x" % (int(signed[i : i + 1], 16) ^ 1) for i in spots}
    assert not [i for i, digit in digits.items() if verify(signed[:i] + digit + signed[i + 1 :]).is_good]


def test_an_expired_certificate_does_not_sign_and_would_be_noticed(provider):
    late = NOW + timedelta(days=366 * 11)
    with pytest.raises(Refused):
        sign.sign(tagged_pdf(), provider, moment=late)
    given = {"field": "provider", "appearance": None, "reason": "", "location": "", "certify": True}
    verdict = verify(pades.write_signature(tagged_pdf(), provider, moment=late, **given))
    assert verdict.is_good
    assert not verdict.signatures[0].certificate_valid
    assert findings.NOT_VALID_THEN.source in [text.source for text in verdict.findings]


@pytest.mark.parametrize(
    ("pdf", "field", "kind"),
    [
        (tagged_pdf(), "nobody", Refused),
        (tagged_pdf(fields=()), "provider", Refused),
        (b"", "provider", UnreadableInput),
        (b"no pdf", "provider", UnreadableInput),
        (tagged_pdf()[:900], "provider", UnreadableInput),
    ],
)
def test_what_cannot_be_signed(provider, pdf, field, kind):
    with pytest.raises(kind):
        sign.sign(pdf, provider, moment=NOW, field=field)


def test_a_field_is_signed_once(signed, provider):
    with pytest.raises(Refused):
        sign.sign(signed, provider, moment=NOW)


def test_a_broken_picture_is_the_users_matter(provider):
    with pytest.raises(UnreadableInput):
        sign.sign(tagged_pdf(), provider, moment=NOW, appearance=b"GIF89a")


def test_the_fast_reader_reads_what_the_slow_one_reads(signed):
    fast, slow = FastReader(signed), PdfFileReader(BytesIO(signed))
    numbers = [n for n in range(1, slow.trailer["/Size"]) if slow.xrefs[_reference(n, slow)] is not None]
    assert len(numbers) > 20
    for number in numbers:
        one, two = (reader.get_object(_reference(number, reader)) for reader in (fast, slow))
        assert (type(one), one) == (type(two), two), number


def _reference(number, reader):
    return generic.Reference(number, 0, reader)


def counter_signed_elsewhere(pdf, *, plain_rsa):
    """The client's signature as other software makes it: capitals, plain RSA, no list of certificates."""
    key = rsa.generate_private_key(65537, 2048) if plain_rsa else ec.generate_private_key(ec.SECP256R1())
    der = issued("客户", key).public_bytes(serialization.Encoding.DER)
    signer = signers.SimpleSigner(
        asn1_x509.Certificate.load(der),
        keys.PrivateKeyInfo.load(pkcs8(key)),
        SimpleCertificateStore(),
        signature_mechanism=SignedDigestAlgorithm({"algorithm": "rsassa_pkcs1v15"}) if plain_rsa else None,
    )
    kind = SigSeedSubFilter.ADOBE_PKCS7_DETACHED if plain_rsa else SigSeedSubFilter.PADES
    metadata = signers.PdfSignatureMetadata(field_name="client", md_algorithm="sha256", subfilter=kind)
    out = BytesIO()
    signers.PdfSigner(metadata, signer=signer).sign_pdf(forge.Revision(BytesIO(pdf)), output=out)
    return out.getvalue()


@pytest.mark.parametrize("plain_rsa", [True, False])
def test_a_counter_signature_by_other_software_may_be_in_capitals_but_not_mixed(signed, plain_rsa):
    both = counter_signed_elsewhere(signed, plain_rsa=plain_rsa)
    _, before, after, _ = raw.byte_ranges(both)[-1]
    assert both[before:after] == both[before:after].upper()
    assert verify(both).is_good
    letter = next(i for i in range(before + 1, after) if both[i : i + 1].isalpha())
    assert verify(forge.flipped(both, letter, 0x20)).integrity is Integrity.ALTERED


def test_a_document_time_stamp_after_the_signature_is_understood(signed):
    key = rsa.generate_private_key(65537, 2048)
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    der = issued("时间", key, extensions=[purpose]).public_bytes(serialization.Encoding.DER)
    stamper = DummyTimeStamper(asn1_x509.Certificate.load(der), keys.PrivateKeyInfo.load(pkcs8(key)))
    out = BytesIO()
    signers.PdfTimeStamper(stamper).timestamp_pdf(forge.Revision(BytesIO(signed)), "sha256", None, output=out)
    stamped = out.getvalue()
    _, before, _, _ = raw.byte_ranges(stamped)[-1]
    verdict = verify(stamped)
    assert verdict.is_good, verdict
    assert not verify(forge.flipped(stamped, before - 40)).is_good


def test_neither_lxml_nor_oscrypto_is_needed(tmp_path):
    (tmp_path / "r.pdf").write_bytes(tagged_pdf())
    (tmp_path / "s.pdf").write_bytes(seal_page())
    script = """
import sys
from datetime import datetime, UTC
from pathlib import Path
sys.modules["lxml"] = sys.modules["oscrypto"] = None
from laborqa_desktop.signing import sign, verify
from laborqa_desktop.signing.identity import create
assert not any(name.startswith("pyhanko") for name in sys.modules), "slow import at the top"
now = datetime.now(UTC)
one = sign.sign(Path("r.pdf").read_bytes(), create("A", now=now), moment=now, appearance=Path("s.pdf").read_bytes())
two = sign.counter_sign(one, create("B", now=now), moment=now)
assert verify.verify(two).is_good
assert not [name for name in sys.modules if name.split(".")[0] in ("PySide6", "sqlalchemy", "reportlab")]
"""
    path = os.pathsep.join([".", *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_name_in_the_certificate_does_not_break_the_words():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "{name} & <b> 100%")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    identity = Identity(pkcs8(key), certificate.public_bytes(serialization.Encoding.DER))
    verdict = verify(sign.sign(tagged_pdf(), identity, moment=NOW))
    assert "{name} & <b> 100%" in str(verdict.findings[0])


def test_a_picture_whose_data_ends_in_a_carriage_return_keeps_its_length(tmp_path, provider):
    pictures = (render_appearance(Appearance("王芳", "公司", NOW, f"{i:04}"), english, "en") for i in range(1200))
    picture = next(one for one in pictures if b"\r\r\nendstream" in one)
    path = tmp_path / "r.pdf"
    path.write_bytes(sign.sign(tagged_pdf(), provider, moment=NOW, appearance=picture))
    assert failures(path, "3a") == failures(path, "ua1") == []
    assert verify(path.read_bytes()).integrity is Integrity.INTACT


def test_a_table_of_positions_that_ends_in_a_carriage_return_keeps_its_length():
    for place in range(5000):       # one in 256 does
        table, out = pades._Positions({(0, 1): place}), BytesIO()
        table.compress()
        table.write_to_stream(out)
        head, _, body = out.getvalue().partition(b">>\nstream\n")
        length = int(head.rpartition(b"/Length ")[2].split()[0])
        end = b"\r\nendstream" if body[:length].endswith(b"\r") else b"\nendstream"
        assert body[length:] == end
        if len(end) > 10:
            return
    raise AssertionError("no such table")
