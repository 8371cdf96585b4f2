"""The fields of one section of a form, in one, two or three columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from laborqa_desktop.views.parts.field_frame import FieldFrame

MOST = 3
"""Columns."""


class FieldGrid(QGridLayout):
    """Fields one after the other; some take a whole line."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self._fields: list[tuple[FieldFrame, bool]] = []
        self._kept_free = set[int]()

    def add(self, frame: FieldFrame, *, whole: bool) -> None:
        """One more field; arrange() gives it its place."""
        self._fields.append((frame, whole))

    def arrange(self, columns: int) -> None:
        """Places the fields in so many columns."""
        line = place = first_line = 0
        for frame, whole in self._fields:
            if whole and place:
                line, place = line + 1, 0
            wide = columns if whole else 1
            self.addWidget(frame, line, place, 1, wide, Qt.AlignmentFlag.AlignTop)
            place += wide
            first_line = first_line if line else place
            if place >= columns:
                line, place = line + 1, 0
        for number in range(MOST):
            self.setColumnStretch(number, 1 if number < columns else 0)
            self.setColumnMinimumWidth(number, 0)
            if first_line <= number < columns and number not in self._kept_free:
                self._kept_free.add(number)
                self.addWidget(QWidget(), 0, number)    # an empty column takes no gap: the fields would grow
