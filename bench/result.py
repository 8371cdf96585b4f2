"""What a benchmark hands back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One measured act.

    Attributes:
        seconds: our own time, or another figure in unit.
        plain: the simplest program doing the same in the same run; None where the figure stands alone.
        at_most: the target: of the ratio where plain is given, else of the figure. at_least for rates.
        within: a target of our own figure, whatever the plain program takes.
    """

    name: str
    seconds: float
    plain: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    unit: str = "s"
    within: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours to the plain program's; None where there is none."""
        return None if self.plain is None else self.seconds / self.plain

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        if self.within is not None and self.seconds > self.within:
            return False
        figure = self.seconds if self.ratio is None else self.ratio
        if self.at_most is not None:
            return figure <= self.at_most
        if self.at_least is not None:
            return figure >= self.at_least
        return None if self.within is None else True
