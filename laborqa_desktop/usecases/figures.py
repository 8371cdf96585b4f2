"""What a figure is: numerator and denominator, a period, a scope. Pure; formulas.md is the source of every rule."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Ratio:
    """A figure as numerator and denominator, never rounded. A denominator of 0 means there is no figure: never 0 %."""

    num: int = 0
    den: int = 0

    @property
    def value(self) -> Fraction | None:
        """The exact quotient, None for an empty period."""
        return Fraction(self.num, self.den) if self.den else None

    @property
    def per_cent(self) -> float | None:
        """The value in per cent for comparing and drawing; texts are made from num and den."""
        return self.num * 100 / self.den if self.den else None

    def is_small(self, min_sample: int) -> bool:
        """Whether "sample too small (n=...)" stands beside the figure (formulas.md, rules for all)."""
        return self.den < min_sample

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.num + other.num, self.den + other.den)


NO_FIGURE = Ratio()


@dataclass(frozen=True)
class Scope:
    """Whose records count: one client with all its sites, one site, or (both None) everything."""

    client_id: int | None = None
    site_id: int | None = None


@dataclass(frozen=True)
class Period:
    """Local days from first to last, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def month_of(day: date) -> Period:
    """The local calendar month a day lies in (formulas.md, rules for all)."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def month_back(day: date, months: int) -> Period:
    """The calendar month so many months before the one of that day; negative months lie ahead."""
    number = day.year * 12 + day.month - 1 - months
    return month_of(date(number // 12, number % 12 + 1, 1))


def months_ending(day: date, count: int = 12) -> tuple[Period, ...]:
    """So many calendar months, the last one that of the day, oldest first."""
    return tuple(month_back(day, back) for back in range(count - 1, -1, -1))


def mean_score(total_thousandths: int, n: int) -> Ratio:
    """C1: mean of inspection scores in per cent points, num / den.

    Args:
        total_thousandths: sum of the scores, each in thousandths of a per cent, stated scores among them.
        n: inspections with a score; one without a score ("not scored") is no 0 and does not count.
    """
    return Ratio(total_thousandths, n * 1000)
