"""Which acts ask for a reason, kept with them. Voiding, new editions and corrected reports have theirs already."""

_ASKED_ON_ARCHIVING = frozenset({"staff"})


def archiving_asks(key: str) -> bool:
    """Whether putting records of that type away asks why: a staff file disappears from every list."""
    return key in _ASKED_ON_ARCHIVING
