"""How the sample's inspections turn out: an answer for every line, worse in one week and at some sites."""

from dataclasses import dataclass
from random import Random

from laborqa_desktop.models.enums import Answer
from laborqa_desktop.sample.lines import Line, Sheet

POOR, FAIR, GOOD, NOT_APPLICABLE = 0.031, 0.03, 0.145, 0.012
BAD_WEEK, CRITICAL, CRITICAL_THEN = 3.2, 0.12, 0.6
ON_THE_SPOT = 0.36
SITE_FACTOR = (1.15, 0.9, 0.8, 1.0, 1.1, 1.0, 1.25, 0.85, 0.95)


@dataclass(frozen=True)
class Answered:
    """One line as it was answered."""

    section: str
    line: Line
    answer: str
    corrected: bool
    comment: str


def answers(sheet: Sheet, site: int, bad: bool, random: Random) -> list[Answered]:
    """An answer for each line.

    Args:
        bad: the week in which much went wrong.
    """
    factor = SITE_FACTOR[site] * (BAD_WEEK if bad else 1.0)
    critical = CRITICAL_THEN if bad else CRITICAL
    return [
        _answer(section, line, sheet.pass_fail, factor * (critical if line.critical else 1.0), random)
        for section, line in sheet.lines()
    ]


def _answer(section: str, line: Line, pass_fail: bool, factor: float, random: Random) -> Answered:
    poor = POOR * factor * line.often
    draw, spot = random.random(), random.random() < ON_THE_SPOT
    if draw < poor:
        return Answered(section, line, (Answer.FAIL if pass_fail else Answer.POOR).value, spot, line.fault)
    if draw > 1 - NOT_APPLICABLE and not line.critical:
        return Answered(section, line, Answer.NA.value, False, "")
    if pass_fail:
        return Answered(section, line, Answer.PASS.value, False, "")
    grade = Answer.FAIR if draw < poor + FAIR else Answer.GOOD if draw < poor + FAIR + GOOD else Answer.EXCELLENT
    return Answered(section, line, grade.value, False, "")
