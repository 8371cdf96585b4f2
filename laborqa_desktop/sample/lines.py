"""What a checklist of the sample is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """An item, what is found when it fails, and what is done about it.

    Attributes:
        points: its full points.
        often: how much more often than others it fails.
    """

    text: str
    points: int
    requirement: str
    fault: str
    cure: str
    critical: bool = False
    method: str = "look"
    often: float = 1.0


@dataclass(frozen=True)
class Sheet:
    """A checklist. pass_mark is in tenths of a per cent; sections keep their order."""

    code: str
    name: str
    kind: str
    service: str
    pass_mark: int
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    pass_fail: bool = False

    def lines(self) -> list[tuple[str, Line]]:
        """Every line with its section, in order."""
        return [(section, line) for section, lines in self.sections for line in lines]
