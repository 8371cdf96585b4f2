"""Asks before a list leaves the house whether columns with personal data go along. The answer is never remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.parts.tick import Tick


class PersonalDialog(FittedDialog):
    """The question.

    Args:
        columns: the names of the columns that hold personal data.

    Signals:
        chosen: None leaves them out; a reason, which may be "", takes them along.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, columns: Sequence[str]) -> None:
        body = column(gap=10)
        super().__init__(parent, title, body=holder(body))
        words = self.tr("These columns hold personal data and are left out unless you tick it: {columns}")
        body.addWidget(label(words.format(columns=self.tr(", ").join(columns)), tone="ink2", wrap=True))
        self.tick = Tick(self.tr("&With personal data"))
        self.reason = Entry()
        self.reason.setObjectName("reason")
        self.reason.setEnabled(False)
        self.tick.toggled.connect(self.reason.setEnabled)
        body.addWidget(self.tick)
        body.addWidget(FieldFrame(self.tr("What for (stands in the history with the columns and records)"),
                                  self.reason))
        self.add_way_out(self.tr("Cancel"))
        self.go_on = self.add_button(self.tr("Go on"), primary=True)
        self.go_on.clicked.connect(self.accept)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self.reason.text().strip() if self.tick.isChecked() else None)
