"""The second place of this computer for the backups of one library, kept in the preferences."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from laborqa_desktop.settings import Preferences
from laborqa_desktop.views.desk import Desk

DUE_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Second:
    """Where backups are copied to.

    Attributes:
        folder: None when none was chosen.
        copied_at: when the last copy went there.
    """

    folder: Path | None = None
    copied_at: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether the user is to be reminded: no place, or no copy for 7 days."""
        return self.folder is None or self.copied_at is None or now - self.copied_at > DUE_AFTER


def load(desk: Desk) -> Second:
    """The second place of the desk's library."""
    kept = desk.preferences.now.second_places.get(desk.office.store.library_id)
    try:
        folder, moment = kept or ("", "")
        return Second(Path(folder) if folder else None, datetime.fromisoformat(moment) if moment else None)
    except (ValueError, TypeError):
        return Second()


def keep(desk: Desk, second: Second) -> None:
    """Keeps a second place, or that there is none any more."""
    desk.preferences.keep(kept(desk.preferences.now, desk.office.store.library_id, second))
    desk.signals.backed_up.emit()


def kept(preferences: Preferences, library_id: str, second: Second) -> Preferences:
    """The preferences with the second place of that library."""
    moment = second.copied_at.isoformat() if second.copied_at else ""
    places = {**preferences.second_places, library_id: [str(second.folder or ""), moment]}
    return replace(preferences, second_places=places)
