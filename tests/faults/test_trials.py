"""Every trial, a few times; dev.py soak does them in full."""

from pathlib import Path

import pytest

from tests.faults.trial import Trial, every

SEED = 20261127


def _name(trial: Trial) -> str:
    return f"{trial.key}-{'control' if trial.control else 'trial'}-{trial.title}"


@pytest.mark.logs_warnings
@pytest.mark.parametrize("trial", [one for one in every() if one.quick], ids=_name)
def test_it_holds(trial: Trial, tmp_path: Path) -> None:
    outcome = trial.run(trial.quick, SEED, tmp_path)
    assert outcome.trials >= 1
    assert trial.passed(outcome), "\n".join(outcome.failures[:10]) or "the control found nothing"


def test_keys_are_those_of_the_rules() -> None:
    assert all(len(one.key) == 3 and one.key[0] == "T" and one.full >= one.quick for one in every())
