import pytest

from laborqa_desktop.models.checks import check_client, check_company, check_outsider, check_site, check_staff
from laborqa_desktop.models.phones import check_phone
from tests.factory import DAY


@pytest.mark.parametrize("number", [
    "", "13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００", "+86 138 0013 8000",
    "008613800138000", "8613800138000", "013800138000", "13800138000/13900139000", "13800138000、010-12345678",
    "010-12345678", "(021) 6234 5678", "0755-8234567", "0571-87654321转802", "010-12345678-802", "010-12345678 ext. 12",
    "62345678", "110", "10086", "12345", "95588", "400-810-8888",
    "+1 310 555 1234", "+44 20 7946 0958", "0013105551234",
    "+49 151 23456789", "+852 9123 4567",
    "13800138000 13900139000", "010-12345678　13800138000", "13800138000（微信同号）", "021-62345678转802（前台）"])
def test_numbers_that_may_be_right_are_not_doubted(number: str) -> None:
    assert check_phone({"phone": number}, "phone") == []


@pytest.mark.parametrize(("number", "count"), [
    ("1380013800", 10), ("138001380000", 12), ("138 0013 800", 10), ("+86 138 0013 80001", 12), ("01380013800", 10),
    ("13800138000/1390013900", 10), ("19912345", 8), ("13800138000 1390013900", 10), ("1380013800（微信）", 10)])
def test_a_mobile_number_with_a_digit_too_few_or_too_many_is_doubted(number: str, count: int) -> None:
    [flaw] = check_phone({"phone": number}, "phone")
    assert flaw.warning, "the number may be right all the same, and saving goes on"
    assert str(flaw.text) == f"A mobile number has 11 digits, this one has {count}."


@pytest.mark.parametrize("number", ["无", "12", "abc", "1" * 30])
def test_what_is_no_number_is_doubted(number: str) -> None:
    [flaw] = check_phone({"phone": number}, "phone")
    assert flaw.warning
    assert "look like a phone number" in str(flaw.text)


def test_every_form_with_a_phone_says_so() -> None:
    short = "1380013800"
    found = [
        *check_staff({"phone": short, "emergency_phone": short}, DAY), *check_outsider({"phone": short}, DAY),
        *check_company({"phone": short, "hotline": short}, DAY), *check_site({"phone": short, "client_id": 1}, DAY),
        *check_client({"hotline": short, "contacts": [{"phone": "13800138000"}, {"phone": short}]}, DAY)]
    assert [(flaw.field, flaw.row) for flaw in found] == [
        ("phone", None), ("emergency_phone", None), ("phone", None), ("phone", None), ("hotline", None),
        ("phone", None), ("hotline", None), ("contacts.phone", 1)]


def test_a_site_without_a_client_is_told_what_that_costs() -> None:
    [flaw] = check_site({"client_id": None}, DAY)
    assert (flaw.field, flaw.warning) == ("client_id", True)
    assert check_site({"client_id": 7}, DAY) == []
