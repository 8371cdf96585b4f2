"""How figures, dates and words are printed; one place, so that a table, a card and a chart never disagree."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from laborqa_desktop.charts.formulas import percent, ratio, rounded
from laborqa_desktop.reports.data import Figure, Kpi, Unit, Words
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.text import N_, Text, Translate

DASH = "—"
_TOO_SMALL = N_("Report", "sample too small (n={n})")
_UNITS: dict[Unit, Text] = {
    "points": N_("Report", "{value}"),
    "count": N_("Report", "{value}"),
    "hours": N_("Report", "{value} h"),
    "days": N_("Report", "{value} {value:day|days}"),
    "people": N_("Report", "{value} {value:person|people}"),
    "yuan": N_("Report", "¥{value}"),
}
_MONTH = N_("Report", "{month} {year}")
_MONTHS = (
    N_("Report", "January"),
    N_("Report", "February"),
    N_("Report", "March"),
    N_("Report", "April"),
    N_("Report", "May"),
    N_("Report", "June"),
    N_("Report", "July"),
    N_("Report", "August"),
    N_("Report", "September"),
    N_("Report", "October"),
    N_("Report", "November"),
    N_("Report", "December"),
)


@dataclass(frozen=True)
class Speaker:
    """Turns values into the words of one report."""

    translate: Translate
    min_sample: int = 5
    _said: dict[Figure, str] = field(default_factory=dict, repr=False)

    def say(self, words: Words) -> str:
        """Translated and cleaned; user text stays as it is, without control characters."""
        return clean(words.say(self.translate) if isinstance(words, Text) else words)

    def too_small(self, figure: Figure) -> bool:
        """Whether a per cent stands on too few cases to be judged."""
        return figure.unit == "percent" and figure.num is not None and bool(figure.den) and figure.den < self.min_sample  # type: ignore[operator]

    def figure(self, figure: Figure) -> str:
        """The printed value; a dash when absent or without cases, a remark when the sample is too small."""
        if figure.num is None or (figure.den is not None and figure.den == 0):
            return DASH
        if self.too_small(figure):
            return self.say(_TOO_SMALL.of(n=figure.den))
        return self.value(figure)

    def value(self, figure: Figure) -> str:
        """The printed value whatever the sample; the figure must be there."""
        if figure not in self._said:
            self._said[figure] = self._value(figure)
        return self._said[figure]

    def _value(self, figure: Figure) -> str:
        assert figure.num is not None
        if figure.unit == "percent":
            return percent(figure.num, figure.den if figure.den is not None else 100)
        if figure.unit == "yuan":
            return self.say(_UNITS["yuan"].of(value=rounded(figure.num, 2)))
        if figure.den is None:
            digits = 0 if figure.num == int(figure.num) else 1
            return self.say(_UNITS[figure.unit].of(value=rounded(figure.num, digits)))
        return self.say(_UNITS[figure.unit].of(value=rounded(ratio(figure.num, figure.den), 1)))

    def parts(self, figure: Figure) -> str:
        """Numerator / denominator as "355 / 369", empty for a plain count."""
        if figure.num is None or figure.den is None:
            return ""
        return f"{_short(figure.num)} / {_short(figure.den)}"

    def counted(self, figure: Figure) -> str:
        """What parts() gives, empty as well where nothing was counted."""
        return self.parts(figure) if figure.den else ""

    def target(self, kpi: Kpi) -> str:
        """The wanted value with its direction."""
        if kpi.target is None:
            return DASH
        sign = "≥" if kpi.higher_is_better else "≤"
        value = _short(kpi.target)
        if kpi.actual.unit == "percent":
            return f"{sign} {value}%"
        return f"{sign} {self.say(_UNITS[kpi.actual.unit].of(value=value))}"

    def month(self, day: date) -> str:
        """Month and year in words."""
        return self.say(_MONTH.of(month=_MONTHS[day.month - 1], year=day.year))


def day(value: date | None) -> str:
    """ISO date, a dash for none."""
    return value.isoformat() if value else DASH


def minute(value: datetime) -> str:
    """ISO date and time to the minute with the offset of its zone."""
    offset = value.strftime("%z")
    return f"{value:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}" if offset else f"{value:%Y-%m-%d %H:%M}"


def number(figure: Figure) -> float | None:
    """The figure as a chart draws it (per cent as 0 to 100), None when absent."""
    if figure.num is None or (figure.den is not None and figure.den == 0):
        return None
    if figure.den is None:
        return float(figure.num)
    share = ratio(figure.num, figure.den)
    return float(share * 100 if figure.unit == "percent" else share)


def _short(value: int | Decimal | Fraction) -> str:
    text = rounded(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text
