"""A region is known whatever the year of birth: half of the people in service work were born before it was listed."""

import pytest

from laborqa_desktop.models.checks import check_id_card
from laborqa_desktop.sample.names import id_number


@pytest.mark.parametrize("birth", ["1968-03-29", "1979-10-20", "2001-01-01"])
def test_a_known_region_is_no_warning(birth: str) -> None:
    assert check_id_card(id_number("420106", birth, 101)) == []


def test_an_unknown_region_is_a_warning() -> None:
    flaws = check_id_card(id_number("999999", "1990-01-01", 101))
    assert [flaw.warning for flaw in flaws] == [True]
