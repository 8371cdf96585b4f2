"""A month as people type it: 2026-10, 2026.10, 202610; up and down go a month further or back."""

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from laborqa_desktop.views.parts.inputs import Entry

_WRITTEN = re.compile(r"\s*(\d{4})\D?(\d{1,2})\D?\s*")


class MonthEntry(Entry):
    """The entry.

    Signals:
        chosen: its first day, or None while it is no month.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(hint="2026-10")
        self.setToolTip(self.tr("Up and down: a month further or back"))
        self.settled.connect(lambda _: self.chosen.emit(self.value()))

    def value(self) -> date | None:
        """The first day of the month."""
        match = _WRITTEN.fullmatch(self.text())
        if match is None or not 1 <= int(match[2]) <= 12 or not 1900 <= int(match[1]) <= 2200:
            return None
        return date(int(match[1]), int(match[2]), 1)

    def set_value(self, month: date) -> None:
        """Shows a month."""
        self.setText(f"{month:%Y-%m}")

    def step(self, by: int) -> None:
        """Goes on by so many months."""
        now = self.value()
        if now is not None and not self.isReadOnly():
            number = now.year * 12 + now.month - 1 + by
            self.set_value(date(number // 12, number % 12 + 1, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.composing:
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)
