"""How long which data are kept, on what legal basis, and from which day the time counts.

The figures are reference values of reliability.md, section 5, to be checked with a lawyer; every one can be edited, and
going below a lower bound asks for a reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.training import valid_until
from laborqa_desktop.store import settings
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.gates import listed

KEY = "privacy.rules"
MOST_MONTHS = 1200

BASES: dict[str, Text] = {
    "contract": N_("Privacy", "Needed for the labour contract, PIPL 13(1)(2)"),
    "management": N_("Privacy", "Human resources management, PIPL 13(1)(2)"),
    "duty": N_("Privacy", "Needed for a legal duty, PIPL 13(1)(3)"),
    "consent": N_("Privacy", "Consent, PIPL 13(1)(1)"),
    "separate": N_("Privacy", "Separate consent, PIPL 29"),
}
"""Legal bases that may be chosen; stable value -> label."""

SHORTEST = N_("Privacy", "shortest time needed, PIPL 19")


@dataclass(frozen=True)
class Rule:
    """How long one category of data is kept.

    Attributes:
        category: stable value.
        basis: a value of BASES.
        months: how long after the person left; leaving ends the contract too.
        floor: lower bound in months, 0 for none; source says where it stands.
    """

    category: str
    label: Text
    basis: str
    months: int
    floor: int = 0
    source: Text = SHORTEST

    @property
    def below(self) -> bool:
        """Whether it is kept for less than the lower bound."""
        return self.months < self.floor


DEFAULTS: tuple[Rule, ...] = (
    Rule("identity", N_("Privacy", "Identity and ID number"), "contract", 24),
    Rule("contact", N_("Privacy", "Phone, address, emergency contact"), "management", 24),
    Rule("contract", N_("Privacy", "Contract and employment"), "contract", 24, 24,
         N_("Privacy", "contract text at least 2 years, Labour Contract Law 50")),
    Rule("wages", N_("Privacy", "Pay grade and wage records"), "duty", 36, 36,
         N_("Privacy", "wage ledger at least 3 years, Regulation on wages of migrant workers")),
    Rule("health", N_("Privacy", "Health certificates"), "separate", 24),
    Rule("training", N_("Privacy", "Training and certificates"), "management", 36),
    Rule("records", N_("Privacy", "Records of who saw and changed data"), "duty", 36, 36,
         N_("Privacy", "assessment and audit records at least 3 years, PIPL 56")),
)
"""The rules of a new library."""


def load(session: Session) -> tuple[Rule, ...]:
    """The rules in force."""
    kept: Mapping[str, Any] = settings.get(session, KEY) or {}
    return tuple(_with(rule, kept.get(rule.category)) for rule in DEFAULTS)


def _with(rule: Rule, given: Any) -> Rule:
    if not isinstance(given, Mapping):
        return rule
    basis, months = given.get("basis"), given.get("months")
    return replace(rule, basis=basis if basis in BASES else rule.basis,
                   months=months if isinstance(months, int) and 0 <= months <= MOST_MONTHS else rule.months)


def check(rules: Sequence[Rule], before: Sequence[Rule], reason: str) -> None:
    """Refuses impossible figures, and figures newly below their lower bound without a reason.

    Raises:
        Refused: with every flaw.
    """
    was = {rule.category: rule for rule in before}
    wrong = [N_("Privacy", '"{category}": between 0 and {most} {most:month|months}.').of(
        category=rule.label, most=MOST_MONTHS)
             for rule in rules if not 0 <= rule.months <= MOST_MONTHS]
    lowered = [rule for rule in rules if rule.below and rule.months != was[rule.category].months]
    if lowered and not reason.strip():
        wrong += [N_("Privacy", '"{category}" goes below {floor} {floor:month|months} ({source}); give a reason to do '
                                'so.')
                  .of(category=rule.label, floor=rule.floor, source=rule.source) for rule in lowered]
    if wrong:
        raise Refused(listed(wrong))


def save(session: Session, rules: Sequence[Rule]) -> None:
    """Keeps the rules inside a write unit."""
    settings.put(session, KEY, {rule.category: {"basis": rule.basis, "months": rule.months} for rule in rules})


def due_on(rules: Sequence[Rule], left_on: date) -> date:
    """The day from which nothing of somebody who left is kept any longer: when the last of the rules has run out."""
    return _after(left_on, max(rule.months for rule in rules))


def floor_on(rules: Sequence[Rule], left_on: date) -> date:
    """The day on which the last lower bound runs out."""
    return _after(left_on, max(rule.floor for rule in rules))


def _after(day: date, months: int) -> date:
    return valid_until(day, months) or day
