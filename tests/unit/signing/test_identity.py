from datetime import timedelta
from itertools import pairwise

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from laborqa_desktop.errors import Refused, UnreadableInput, WrongPassword
from laborqa_desktop.signing import pfx
from laborqa_desktop.signing.identity import Identity, create, export_cer, facts
from laborqa_desktop.signing.names import SHORT_NAME, display_name, organisation
from tests.unit.signing.conftest import NOW

PASSWORD = "密码 1"


def issued(subject, key, issuer=None, issuer_key=None, *, days=365, extensions=()):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=400))
        .not_valid_after(NOW + timedelta(days=days))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(issuer_key or key, hashes.SHA256())


def packed(key, certificate, others=None, password=PASSWORD):
    protection = serialization.BestAvailableEncryption(password.encode()) if password else serialization.NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"seal", key, certificate, others, protection)


@pytest.fixture(scope="module")
def rsa_key():
    return rsa.generate_private_key(65537, 2048)


@pytest.mark.parametrize(
    "company",
    ["江苏恒信", "李䶮㛃𬱖㼆劳务" * 6, "客" * 300, "Very Long Labour Services " * 11, "𬱖" * 300, "a" * 64, "é" * 65],
)
def test_long_and_rare_company_names_fit_the_certificate_and_come_back_whole(company):
    certificate = x509.load_der_x509_certificate(create(company, now=NOW).certificate)
    cut = {attribute.oid: attribute.value for attribute in certificate.subject}
    assert len(cut[NameOID.COMMON_NAME]) <= SHORT_NAME
    assert len(cut[NameOID.ORGANIZATION_NAME]) <= SHORT_NAME
    assert display_name(certificate.subject) == organisation(certificate.subject) == company.strip()


def test_a_company_without_a_name_gets_no_identity():
    with pytest.raises(Refused):
        create(" \t\n", now=NOW)


def test_facts_of_a_new_identity():
    known = facts(create("江苏恒信", now=NOW), now=NOW)
    assert (known.subject, known.organisation, known.issuer, known.self_signed) == ("江苏恒信",) * 3 + (True,)
    assert known.valid_to.date() == NOW.date().replace(year=2036)
    assert len(known.fingerprint.split()) == 16
    assert not known.is_ending


def test_the_warning_begins_sixty_days_before_the_end():
    identity = create("江苏恒信", now=NOW, years=1)
    end = facts(identity, now=NOW).valid_to
    moments = [end - timedelta(days=60), end - timedelta(days=59, hours=23), end, end + timedelta(seconds=1)]
    seen = [facts(identity, now=moment) for moment in moments]
    assert [known.is_ending for known in seen] == [False, True, True, True]
    assert [known.is_expired for known in seen] == [False, False, False, True]
    assert all(a.days_left >= b.days_left for a, b in pairwise(seen))


def test_leap_day():
    leap = NOW.replace(year=2028, month=2, day=29)
    assert facts(create("江苏恒信", now=leap, years=1), now=leap).valid_to.date().isoformat() == "2029-02-28"


def test_an_identity_survives_the_library_and_shows_no_key():
    identity = create("江苏恒信", now=NOW)
    assert Identity.from_bytes(identity.to_bytes()) == identity
    assert "key=" not in repr(identity)
    assert x509.load_der_x509_certificate(export_cer(identity)) == x509.load_der_x509_certificate(identity.certificate)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"format": 2, "parts": []}', b'{"format": 1, "parts": ["AA", "AA"]}']
)
def test_a_damaged_identity_is_said_to_be_so(data):
    with pytest.raises(UnreadableInput):
        Identity.from_bytes(data)


def test_a_pfx_brings_key_certificate_and_chain(rsa_key):
    root_key, middle_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = issued("root", root_key)
    middle = issued("middle", middle_key, root, root_key)
    own = issued("江苏恒信", rsa_key, middle, middle_key)
    identity = pfx.import_pfx(packed(rsa_key, own, [root, middle]), PASSWORD, now=NOW)
    names = [x509.load_der_x509_certificate(der).subject.rfc4514_string() for der in identity.chain]
    assert names == ["CN=middle", "CN=root"]
    assert facts(identity, now=NOW).self_signed is False


def test_a_pfx_without_a_password_opens_with_an_empty_one(rsa_key):
    assert pfx.import_pfx(packed(rsa_key, issued("seal", rsa_key), password=""), "", now=NOW).chain == ()


def refusals():
    curve = ec.generate_private_key(ec.SECP256R1())
    server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    sealing = x509.KeyUsage(False, False, True, False, False, False, False, False, False)
    old = dsa.generate_private_key(2048)
    short = rsa.generate_private_key(65537, 1024)
    good = packed(curve, issued("seal", curve))
    yield "wrong password", good, "no", WrongPassword, pfx.WRONG_PASSWORD
    yield "no password", good, "", WrongPassword, pfx.WRONG_PASSWORD
    yield "expired", packed(curve, issued("seal", curve, days=-1)), PASSWORD, Refused, pfx.EXPIRED
    yield "server", packed(curve, issued("seal", curve, extensions=[server])), PASSWORD, Refused, pfx.NOT_FOR_SIGNING
    yield "encipher", packed(curve, issued("seal", curve, extensions=[sealing])), PASSWORD, Refused, pfx.NOT_FOR_SIGNING
    yield "no key", packed(None, None, [issued("seal", curve)]), PASSWORD, UnreadableInput, pfx.NO_KEY
    yield "no certificate", packed(curve, None), PASSWORD, UnreadableInput, pfx.NO_CERTIFICATE
    yield "dsa", packed(old, issued("seal", old)), PASSWORD, UnreadableInput, pfx.UNSUPPORTED_KEY
    yield "short rsa", packed(short, issued("seal", short)), PASSWORD, UnreadableInput, pfx.UNSUPPORTED_KEY
    yield "text", b"-----BEGIN CERTIFICATE-----", PASSWORD, UnreadableInput, pfx.NOT_A_PFX
    yield "empty", b"", PASSWORD, UnreadableInput, pfx.NOT_A_PFX
    yield "cer", create("seal", now=NOW).certificate, PASSWORD, UnreadableInput, pfx.NOT_A_PFX
    yield "cut off", good[:-20], PASSWORD, UnreadableInput, pfx.NOT_A_PFX


@pytest.mark.parametrize(("data", "password", "kind", "text"), [pytest.param(*r[1:], id=r[0]) for r in refusals()])
def test_a_pfx_that_cannot_sign_is_refused_with_its_own_sentence(data, password, kind, text):
    with pytest.raises(kind) as refusal:
        pfx.import_pfx(data, password, now=NOW)
    assert refusal.value.text.source == text.source


def test_a_certificate_of_tomorrow_is_refused():
    key = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(Refused) as refusal:
        pfx.import_pfx(packed(key, issued("seal", key)), PASSWORD, now=NOW - timedelta(days=500))
    assert refusal.value.text.source == pfx.NOT_YET.source
