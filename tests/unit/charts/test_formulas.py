"""Hand-worked figures: Pareto (formulas.md C6), p and u charts (C7, ISO 7870-2:2023), rounding."""

from decimal import Decimal
from math import isclose

import pytest

from laborqa_desktop.charts.formulas import Sample, p_chart, pareto, percent, rounded, u_chart


@pytest.mark.parametrize(
    ("num", "den", "expected"),
    [
        (355, 369, "96.2%"),
        (16, 18, "88.9%"),
        (1, 800, "0.1%"),
        (1, 8, "12.5%"),
        (5, 1000, "0.5%"),
        (0, 7, "0.0%"),
        (Decimal("0.5"), 1000, "0.1%"),
        (3, 3, "100.0%"),
    ],
)
def test_percent_rounds_halves_up(num: int | Decimal, den: int, expected: str) -> None:
    assert percent(num, den) == expected


def test_an_empty_period_has_no_rate() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(0, 0)


@pytest.mark.parametrize(
    ("value", "digits", "expected"), [(0.285, 2, "0.29"), (-0.04, 1, "0.0"), (-2.5, 0, "-3"), (93, 1, "93.0")]
)
def test_rounding_is_decimal_not_binary(value: float, digits: int, expected: str) -> None:
    assert rounded(value, digits) == expected


def test_vital_few_are_the_smallest_set_with_80_percent() -> None:
    # 50 + 20 = 70 of 100 is below 80, + 12 = 82 is enough
    causes = pareto([("d", "D", 10), ("a", "A", 50), ("b", "B", 20), ("c", "C", 12), ("", "x", 8)], "其他")
    assert [(c.key, c.count, c.cumulated, c.vital) for c in causes] == [
        ("a", 50, 50, True),
        ("b", 20, 70, True),
        ("c", 12, 82, True),
        ("d", 10, 92, False),
        ("", 8, 100, False),
    ]
    assert causes[-1].other
    assert causes[-1].label == "其他"


def test_exactly_80_percent_needs_no_further_category() -> None:
    assert [c.vital for c in pareto([("a", "A", 80), ("b", "B", 20)], "")] == [True, False]


def test_other_stays_last_even_when_it_is_the_largest_and_takes_the_tail() -> None:
    causes = pareto([(str(i), str(i), 10 - i) for i in range(10)] + [("", "", 500)], "other", most=4)
    assert [c.key for c in causes] == ["0", "1", "2", ""]
    assert causes[-1].count == 500 + sum(range(1, 8))


def test_no_problems_no_causes() -> None:
    assert pareto([("a", "A", 0)], "other") == ()


def test_p_chart_limits_by_hand() -> None:
    # p_bar = 10/250 = 0.04; n = 100: 3 sqrt(0.04 * 0.96 / 100) = 0.058788; n = 50: 0.083138
    control = p_chart([Sample("1", 4, 100), Sample("2", 6, 50), Sample("3", 0, 100), Sample("-", 0, 0)])
    assert control is not None
    assert isclose(control.mean, 0.04)
    assert [round(limit.upper, 6) for limit in control.limits] == [0.098788, 0.123138, 0.098788]
    assert all(limit.lower == 0 for limit in control.limits)
    assert control.out == ()
    assert control.reference_only


def test_u_chart_limits_by_hand() -> None:
    # u_bar = 60/15 = 4; n = 4: 3 sqrt(4/4) = 3; n = 1: 6, lower limit not below 0
    control = u_chart([Sample("a", 32, 4), Sample("b", 4, 1), Sample("c", 24, 10)])
    assert control is not None
    assert [(limit.lower, limit.upper) for limit in control.limits[:2]] == [(1.0, 7.0), (0.0, 10.0)]
    assert control.out == (0,)


def test_twelve_points_are_enough_and_a_point_out_is_found() -> None:
    control = p_chart([Sample(str(i), 2, 100) for i in range(11)] + [Sample("last", 30, 100)])
    assert control is not None
    assert not control.reference_only
    assert control.out == (11,)


def test_all_bad_or_all_good_has_no_spread() -> None:
    for bad in (0, 10):
        control = p_chart([Sample("a", bad, 10), Sample("b", bad, 10)])
        assert control is not None
        assert control.out == ()
    assert p_chart([]) is None
