"""The head of an inspection that is still a draft: inspector, date, area, shift, who came along, a summary."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.inspections import HEAD
from laborqa_desktop.usecases.records import Loaded
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.record_form import RecordForm


class DetailsDialog(FittedDialog):
    """The same form as everywhere, with the fields that stay open.

    Signals:
        given: {field: value}.
    """

    given = Signal(dict)

    def __init__(self, desk: Desk, parent: QWidget, loaded: Loaded) -> None:
        kind = record_type("inspection")
        self._form = RecordForm(desk, kind, leave_out=[f.key for f in kind.fields if f.key not in HEAD], flush=True)
        super().__init__(parent, self.tr("Details of the inspection"), body=self._form)
        self._form.show_record(loaded)
        self.add_way_out(self.tr("Cancel"))
        self.add_button(self.tr("Keep"), primary=True).clicked.connect(self._give)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(720)
        self._form.focus_field("area")

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    def leave(self) -> None:
        """The library is locking: what is typed is kept if it may be."""
        if not any(flaw.field in HEAD and not flaw.warning for flaw in self._form.check()):
            self._give()

    def _give(self) -> None:
        if any(flaw.field in HEAD and not flaw.warning for flaw in self._form.check(show_all=True)):
            self._form.go_to_next_error()
            return
        values: dict[str, Any] = self._form.values()
        self.given.emit({key: values[key] for key in HEAD if key in values})
        self.accept()
