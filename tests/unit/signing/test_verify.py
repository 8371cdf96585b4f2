import subprocess
from random import Random

import pytest

from laborqa_desktop.signing import findings, raw, sign
from laborqa_desktop.signing.identity import create
from laborqa_desktop.signing.verdict import Integrity
from laborqa_desktop.signing.verify import verify
from tests.unit.signing import forge
from tests.unit.signing.conftest import NOW
from tests.unit.signing.tagged_pdf import tagged_pdf


def sources(verdict):
    return [text.source for text in verdict.findings]


def test_a_signed_file_is_intact_and_tells_who_and_when(signed, provider):
    verdict = verify(signed)
    (one,) = verdict.signatures
    assert verdict.integrity is Integrity.INTACT
    assert (one.signer, one.field, one.signed_at) == ("江苏恒信劳务服务有限公司", "provider", NOW)
    assert all((one.certified, one.covers_whole_file, one.intact, one.certificate_valid, one.self_signed))
    assert one.covered_sha256 == verdict.sha256
    assert (one.reason, one.location) == ("质量报告签发", "南京")
    assert sources(verdict) == [findings.UNCHANGED.source, findings.SELF_SIGNED.source]


def test_the_clients_later_signature_is_fine_and_told(signed, counter_signed):
    verdict = verify(counter_signed)
    first, second = verdict.signatures
    assert verdict.integrity is Integrity.INTACT
    assert (first.field, second.field) == ("provider", "client")
    assert (first.certified, second.certified) == (True, False)
    assert (first.covers_whole_file, second.covers_whole_file) == (False, True)
    assert first.covered_sha256 == verify(signed).sha256
    assert findings.COUNTER_SIGNED.source in sources(verdict)


@pytest.mark.parametrize(
    ("data", "integrity", "finding"),
    [
        (b"", Integrity.UNREADABLE, findings.EMPTY),
        (b"hello", Integrity.UNREADABLE, findings.NOT_A_PDF),
        (b"PK\3\4" + bytes(500), Integrity.UNREADABLE, findings.NOT_A_PDF),
        (b"%PDF-1.7\nrubbish\n%%EOF\n", Integrity.UNREADABLE, findings.DAMAGED),
        (b"%PDF-1.7\n1 0 obj\n<</Typ", Integrity.INCOMPLETE, findings.CUT_OFF),
    ],
)
def test_files_that_are_no_signed_pdf(data, integrity, finding):
    verdict = verify(data)
    assert verdict.integrity is integrity
    assert sources(verdict) == [finding.source]


def test_an_unsigned_pdf_with_empty_fields():
    assert verify(tagged_pdf()).integrity is Integrity.UNSIGNED
    assert verify(tagged_pdf(fields=())).integrity is Integrity.UNSIGNED


def test_a_protected_pdf_is_said_to_be_so(tmp_path, signed):
    plain, locked = tmp_path / "a.pdf", tmp_path / "b.pdf"
    plain.write_bytes(signed)
    subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", plain, locked], check=True)
    assert sources(verify(locked.read_bytes())) == [findings.PROTECTED.source]


def test_every_hex_digit_of_the_signature_counts(signed):
    _, before, after, _ = raw.byte_ranges(signed)[-1]
    letters = [i for i in range(before + 1, after - 1) if signed[i : i + 1].isalpha()]
    tried = Random(1).sample(letters, 40)
    padding = [
        after - 2,
        after - 3,
        before + 1 + 2 * raw.der_length(bytes.fromhex(signed[before + 1 : after - 1].decode())),
    ]
    assert not [i for i in tried if verify(forge.flipped(signed, i, 0x20)).is_good]
    assert not [i for i in padding if verify(forge.flipped(signed, i)).is_good]
    upper = signed[:before] + signed[before:after].upper() + signed[after:]
    assert sources(verify(upper)) == [findings.SIGNATURE_CHANGED.source]
    spaced = signed[: after - 2] + b" " + signed[after - 1 :]
    assert not verify(spaced).is_good


@pytest.mark.parametrize("tail", [b"\n", b" ", b"\0", b"%", b"%%EOF\n", b"\r\n% x"])
def test_one_byte_after_the_end_is_an_alteration(signed, tail):
    verdict = verify(signed + tail)
    assert verdict.integrity is Integrity.ALTERED
    assert sources(verdict) == [findings.APPENDED.source]


@pytest.mark.parametrize(
    "forgery",
    [forge.with_annotation, forge.with_new_page_content, forge.with_other_seal, forge.with_another_object],
)
def test_an_appended_revision_is_an_alteration_and_stays_one_under_a_second_signature(signed, client, forgery):
    forged = forgery(signed)
    assert verify(forged).integrity is Integrity.ALTERED
    again = verify(sign.counter_sign(forged, client, moment=NOW))
    assert again.integrity is Integrity.ALTERED
    assert sources(again) == [findings.NOT_ALLOWED.source]


def test_a_removed_signature_is_noticed(signed, counter_signed):
    for forged in (forge.without_signature(signed), forge.without_signature(counter_signed)):
        verdict = verify(forged)
        assert verdict.integrity is Integrity.ALTERED
        assert findings.REMOVED.source in sources(verdict)


def test_cutting_the_end_off_is_noticed_at_every_length(signed):
    kept = [length for length in range(0, len(signed), 7) if verify(signed[:length]).is_good]
    assert not kept
    assert verify(signed[:-1]).integrity is Integrity.INCOMPLETE
    assert verify(signed[: len(signed) // 2]).integrity is Integrity.INCOMPLETE


def test_a_cut_off_second_signature_is_noticed_except_at_the_very_border(signed, counter_signed):
    lengths = range(len(signed) + 1, len(counter_signed), 97)
    seen = {verify(counter_signed[:length]).integrity for length in lengths}
    assert seen <= {Integrity.INCOMPLETE, Integrity.ALTERED}
    middle = (len(signed) + len(counter_signed)) // 2
    assert verify(counter_signed[:middle]).integrity is Integrity.INCOMPLETE


def test_a_signature_moved_from_another_file_is_noticed(provider):
    one, two = (sign.sign(tagged_pdf(figures=n), provider, moment=NOW) for n in (2, 3))
    (_, a, b, _), (_, c, d, _) = raw.byte_ranges(one)[-1], raw.byte_ranges(two)[-1]
    foreign = two[c + 1 : d - 1].rstrip(b"0").ljust(b - a - 2, b"0")
    verdict = verify(one[: a + 1] + foreign + one[b - 1 :])
    assert sources(verdict) == [findings.CHANGED.source]


@pytest.mark.parametrize(
    "numbers",
    [(1, 20, 41, 59), (0, 20, 41), (0, 20, 42, 58), (0, 19, 41, 59), (0, 41, 20, 80), (0, 20, 41, 60), (0, 20, 41, 0)],
)
def test_byte_range_games_leave_no_hole(numbers):
    data = b"x" * 20 + b"<" + b"0" * 19 + b">" + b"y" * 59
    assert raw.hole(data, numbers) is None


def test_a_proper_byte_range():
    data = b"x" * 20 + b"<" + b"0a" * 10 + b">" + b"y" * 58
    place = raw.hole(data, (0, 20, 42, 58))
    assert place is not None
    assert raw.contents(data, place, lower_only=True) == b"\x0a" * 10
    assert raw.contents(data.replace(b"0a>", b"0A>"), place, lower_only=False) is None


def test_random_damage_is_always_found_and_never_raises(signed, counter_signed):
    random = Random(20261123)
    missed = []
    for attempt in range(400):
        data = signed if attempt % 5 else counter_signed
        place = random.randrange(len(data))
        match attempt % 4:
            case 0 | 1:
                damaged = forge.flipped(data, place, 1 << random.randrange(8))
            case 2:
                damaged = data[:place] + random.randbytes(random.randint(1, 9)) + data[place:]
            case _:
                damaged = data[:place] + data[place + random.randint(1, 50) :]
        if damaged != data and verify(damaged).is_good and damaged != signed:
            missed.append((attempt, place))
    assert not missed


@pytest.mark.parametrize("name", ["䶮㛃𬱖㼆劳务有限公司", "𮧵𱊜"])
def test_names_with_characters_newer_than_the_name_rules_sign_and_verify(name, client):
    pdf = sign.sign(tagged_pdf(), create(name, now=NOW), moment=NOW)
    for data in (pdf, sign.counter_sign(pdf, client, moment=NOW)):
        verdict = verify(data)
        assert (verdict.integrity, verdict.signatures[0].signer) == (Integrity.INTACT, name)
