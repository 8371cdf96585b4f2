"""What every screen gets: the use cases, the signals, the workers, somebody to ask. Built once by app.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from laborqa_desktop.settings import Preferences
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.background import Background, Step
from laborqa_desktop.views.signals import AppSignals

if TYPE_CHECKING:
    from laborqa_desktop.usecases.office import Office

ExportList = Callable[[str, Query, Sequence[int], Path, str | None, Step], int]
"""(record type, query, ids or () for all, file, personal, step) -> rows written.

personal: None leaves columns with personal data out; a reason, which may be empty, takes them along.
"""
PrintList = Callable[[str, Query, Sequence[int], str | None, Step], bytes]
"""(record type, query, ids or () for all, personal, step) -> a PDF."""


class PreferencesStore:
    """The user's preferences: read as one frozen object, written whole."""

    def __init__(self, now: Preferences, write: Callable[[Preferences], None]) -> None:
        self.now = now
        self._write = write

    def keep(self, preferences: Preferences) -> None:
        """Replaces and writes them when they differ."""
        if preferences != self.now:
            self.now = preferences
            self._write(preferences)


@dataclass(frozen=True)
class Desk:
    """Everything a screen needs.

    Attributes:
        zone: the library's; never the computer's.
        today: the date in that zone.
        export, print_list: None where the program is built without them; their menu entries are then absent.
    """

    office: "Office"
    signals: AppSignals
    background: Background
    ask: Ask
    preferences: PreferencesStore
    today: Callable[[], date]
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    export: ExportList | None = None
    print_list: PrintList | None = None
