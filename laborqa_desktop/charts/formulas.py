"""Figures behind the charts: Pareto order, limits of control charts, exact rounding. Pure functions, no drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import inf, sqrt

Number = int | float | Decimal | Fraction

FEWEST_POINTS = 12
"""A control chart of fewer points is "reference only" (formulas.md C7)."""


def rounded(value: Number, digits: int) -> str:
    """The value with a fixed number of decimals, halves away from zero; screen and paper both use this one.

    Floats are taken as they print (0.285 is 285/1000, not its binary neighbour).
    """
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    scaled = Decimal(abs(exact.numerator) * 10**digits) / Decimal(exact.denominator)
    whole = int(scaled.to_integral_value(ROUND_HALF_UP))
    sign = "-" if exact < 0 and whole else ""
    text = str(whole).rjust(digits + 1, "0")
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)


def percent(num: Number, den: Number, digits: int = 1) -> str:
    """A rate as a per cent with its sign, such as "96.2%".

    Raises:
        ZeroDivisionError: when den is 0; an empty period has no rate, the caller prints a dash.
    """
    return rounded(ratio(num, den) * 100, digits) + "%"


def ratio(num: Number, den: Number) -> Fraction:
    """The exact quotient.

    Raises:
        ZeroDivisionError: when den is 0.
    """
    top = Fraction(str(num)) if isinstance(num, float) else Fraction(num)
    return top / (Fraction(str(den)) if isinstance(den, float) else Fraction(den))


@dataclass(frozen=True)
class Cause:
    """One category of a Pareto analysis.

    Attributes:
        key: stable name of the category; the empty key is "other".
        cumulated: count of this and all categories before it.
        vital: belongs to the smallest set that makes up 80 %.
    """

    key: str
    label: str
    count: int
    cumulated: int
    vital: bool
    other: bool = False


def pareto(counts: Sequence[tuple[str, str, int]], other_label: str, most: int = 8) -> tuple[Cause, ...]:
    """Categories by falling count, the rest summed up as "other", which always stands last (formulas.md C6).

    The vital few are the smallest set of named categories with at least 80 % of all; when "other" alone holds more
    than 20 %, all named categories together may be needed and still stay below 80 %.

    Args:
        counts: (key, label, count); an empty key means "other" already. Zero counts are left out, ties keep the order
            of the labels.
        other_label: the translated word for the rest.
        most: largest number of bars, "other" included.

    Returns:
        an empty tuple for an empty period.
    """
    named = sorted(((k, label, n) for k, label, n in counts if k and n > 0), key=lambda c: (-c[2], c[1]))
    rest = sum(n for key, _, n in counts if not key and n > 0)
    if len(named) > most or (rest and len(named) > most - 1):
        rest += sum(n for _, _, n in named[most - 1 :])
        named = named[: most - 1]
    total = sum(n for _, _, n in named) + rest
    causes: list[Cause] = []
    seen = 0
    for key, label, n in named:
        vital = seen * 100 < total * 80
        seen += n
        causes.append(Cause(key, label, n, seen, vital))
    if rest:
        causes.append(Cause("", other_label, rest, total, vital=False, other=True))
    return tuple(causes)


@dataclass(frozen=True)
class Sample:
    """One point of a control chart: bad of n units (p chart) or defects in n units (u chart)."""

    label: str
    bad: int
    n: int
    key: str = ""


@dataclass(frozen=True)
class Limits:
    """Control limits of one point."""

    lower: float
    upper: float


@dataclass(frozen=True)
class Control:
    """A control chart's figures.

    Attributes:
        mean: the centre line, sum of bad / sum of n.
        limits: one pair per sample, because n differs.
        out: positions of the samples beyond their limits.
        reference_only: fewer than 12 samples.
    """

    samples: tuple[Sample, ...]
    mean: float
    limits: tuple[Limits, ...]
    out: tuple[int, ...]
    reference_only: bool


def p_chart(samples: Sequence[Sample]) -> Control | None:
    """Limits of the share of failed units: p_bar +- 3 sqrt(p_bar (1 - p_bar) / n_i), lower at least 0, upper at most 1.

    Source: ISO 7870-2:2023 (Shewhart control charts), formulas.md C7. Samples without units are left out; None when
        nothing is left.
    """
    return _chart(samples, lambda mean: mean * (1 - mean), most=1.0)


def u_chart(samples: Sequence[Sample]) -> Control | None:
    """Limits of defects per unit: u_bar +- 3 sqrt(u_bar / n_i), lower at least 0.

    Source: ISO 7870-2:2023 (Shewhart control charts), formulas.md C7. Samples without units are left out; None when
        nothing is left.
    """
    return _chart(samples, lambda mean: mean, most=inf)


def _chart(samples: Sequence[Sample], spread: Callable[[float], float], most: float) -> Control | None:
    used = tuple(s for s in samples if s.n > 0)
    if not used:
        return None
    mean = sum(s.bad for s in used) / sum(s.n for s in used)
    half = [3 * sqrt(spread(mean) / s.n) for s in used]
    return _control(used, mean, tuple(Limits(max(0.0, mean - h), min(most, mean + h)) for h in half))


def _control(samples: tuple[Sample, ...], mean: float, limits: tuple[Limits, ...]) -> Control:
    slack = 1e-12
    out = tuple(
        i
        for i, (s, limit) in enumerate(zip(samples, limits, strict=True))
        if not limit.lower - slack <= s.bad / s.n <= limit.upper + slack
    )
    return Control(samples, mean, limits, out, len(samples) < FEWEST_POINTS)
