"""Looking for damage in a library, and healing what can be healed."""

import logging
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop.store import check as checks
from laborqa_desktop.text import N_, Text

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Attributes:
        lines: a sentence for each finding.
        open: findings that are still there; notes do not count.
    """

    lines: tuple[Text, ...]
    open: int

    @property
    def is_sound(self) -> bool:
        """Nothing is wrong (any more)."""
        return self.open == 0


def check(folder: Path, secret: str, *, repair: bool = False) -> Checked:
    """Checks a library; without repair nothing is changed or healed.

    Raises:
        UserError: there is no library, or the secret does not open it.
    """
    if not repair:
        found = checks.check_folder(folder, secret)
        log.info("check: %d findings", len(found))
        return Checked(tuple(one.text for one in found), sum(not one.note for one in found))
    healed, left = checks.repair(folder, secret)
    log.info("check: %d mended, %d left", len(healed), len(left))
    lines = [N_("Check", "Mended: {finding}").of(finding=one.text) for one in healed] + [one.text for one in left]
    return Checked(tuple(lines), sum(not one.note for one in left))
