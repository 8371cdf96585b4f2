"""Asks why a record is changed, where a rule wants a reason (usecases/reasons.py)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog


class ReasonDialog(FieldsDialog):
    """One box for the reason.

    Signals:
        left: what stood in the box when the dialog was put away unanswered; "" after an answer.
    """

    left = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, why: str, begun: str = "") -> None:
        """Args:
        why: the rule, in words.
        begun: what was typed of the reason before.
        """
        super().__init__(desk, parent, self.tr("Why is this changed?"),
                         (Asked("reason", self.tr("Reason"), "long", begun),), self.tr("&Save"), why)
        self.finished.connect(self._end)

    def _end(self, accepted: int) -> None:
        box = self.box("reason")
        assert isinstance(box, QPlainTextEdit)
        self.left.emit("" if accepted else box.toPlainText())
