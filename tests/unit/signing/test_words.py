from datetime import timedelta, timezone

import pytest

from laborqa_desktop.signing import words
from laborqa_desktop.signing.verify import verify
from laborqa_desktop.signing.words import RegisterFacts, verdict_lines
from tests.unit.signing import forge
from tests.unit.signing.conftest import NOW

CHINA = timezone(timedelta(hours=8))
OURS = RegisterFacts(is_ours=True, number="QR-202611-A-001", version=1, sha_matches=True)


def said(verdict, register=None):
    return [(level, str(text)) for level, text in verdict_lines(verdict, register, zone=CHINA)]


def test_without_a_register_nothing_is_said_about_whose_report_it_is(signed):
    lines = said(verify(signed))
    assert lines[0] == ("ok", "Signed, complete and unchanged.")
    assert lines[1] == ("ok", "Signed by 江苏恒信劳务服务有限公司 on 2026-11-23 17:30 (time as stated by the signer).")
    assert not [text for _, text in lines if "our report" in text]
    assert {level for level, _ in lines} == {"ok"}


def test_our_report_untouched_and_current(signed):
    assert said(verify(signed), OURS)[-2:] == [
        ("ok", "This is our report QR-202611-A-001, version 1, exactly as it was issued."),
        ("ok", "It has not been replaced by a newer version."),
    ]


def test_our_report_replaced_and_its_data_changed(signed):
    register = RegisterFacts(True, "QR-202611-A-001", 1, "QR-202611-A-001-V2", True, NOW)
    levels = [(level, text.source) for level, text in verdict_lines(verify(signed), register)][-2:]
    assert levels == [("warn", words.REPLACED.source), ("warn", words.DATA_CHANGED.source)]


def test_our_report_counter_signed(counter_signed):
    assert words.OURS_COUNTER_SIGNED.source in [text.source for _, text in verdict_lines(verify(counter_signed), OURS)]


@pytest.mark.parametrize("register", [OURS, RegisterFacts(is_ours=True, number="QR-202611-A-001", version=1)])
def test_an_altered_copy_of_our_report_is_never_called_ours(signed, register):
    lines = verdict_lines(verify(forge.with_annotation(signed)), register)
    assert lines[0][0] == "error"
    assert lines[-1] == ("error", words.OURS_CHANGED.of(number="QR-202611-A-001", version=1))
    assert "ok" not in {level for level, _ in lines}


def test_a_genuine_file_of_somebody_else(signed):
    assert verdict_lines(verify(signed), RegisterFacts(is_ours=False))[-1] == ("warn", words.NOT_OURS)


@pytest.mark.parametrize("data", [b"", b"x", b"%PDF-1.7\n1 0 obj\n<<"])
def test_what_is_no_signed_pdf_gets_an_error_first(data):
    assert said(verify(data))[0][0] == "error"
