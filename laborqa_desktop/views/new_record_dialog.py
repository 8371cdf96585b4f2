"""Makes a record that a picker does not know yet, without leaving the form: only what must be filled in is asked."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.usecases.records import Invalid, Saved
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.record_form import RecordForm

_SCREENS_OF_THEIR_OWN = frozenset({"plan", "checklist", "inspection", "problem", "report", "company"})
_MADE_AS = {"person": "staff"}
_WIDE_PX = 620


def kind_to_make(target: str) -> RecordType | None:
    """What a picker of these records can make new; None for what has a screen of its own to begin on."""
    key = _MADE_AS.get(target, target)
    return None if key in _SCREENS_OF_THEIR_OWN else TYPES.get(key)


class NewRecordDialog(FittedDialog):
    """The fields that must be filled in, the name already there.

    Args:
        words: what was typed into the picker.

    Signals:
        made: id of the new record, which is safe.
    """

    made = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, kind: RecordType, words: str) -> None:
        self._desk, self._kind = desk, kind
        records = desk.office.records
        given = {kind.fields[0].key: words} if kind.fields[0].kind is Kind.TEXT else {}
        blank = records.blank(kind.key, **given)
        wanted = {flaw.field.partition(".")[0] for flaw in records.check(kind.key, blank.values) if not flaw.warning}
        wanted |= {field.key for field in kind.fields if field.required and field.kind is not Kind.ROWS}
        self.form = RecordForm(desk, kind, leave_out=[field.key for field in kind.fields if field.key not in wanted],
                               flush=True)
        self._band = Band("error", "")
        self._band.hide()
        super().__init__(parent, self.tr("New: {kind}").format(kind=say(kind.single)),
                         self.tr("Only what must be filled in; the rest can wait. You come back to where you were."),
                         holder(column(self.form, self._band, gap=8)))
        self.form.show_record(blank)
        out = self.add_way_out(self.tr("Cancel"))
        self.yes = self.add_button(self.tr("&Save and choose"), primary=True, keys="Ctrl+S")
        self.yes.clicked.connect(self.save)
        QWidget.setTabOrder(self.yes, out)      # Enter in the last field goes on to it: a further Enter must not cancel
        least_width(self, _WIDE_PX)
        for keys in (shortcuts.SAVE, *shortcuts.GO_ON):
            shortcuts.bind(self, keys, self.save)
        shortcuts.bind(self, shortcuts.NEXT_ERROR, self.form.go_to_next_error)
        self.form.focus_field(kind.fields[0].key, select=False)

    def save(self) -> None:
        """Saves the record, or goes to what is missing."""
        self._band.hide()
        if not self.yes.isEnabled():
            return
        if [flaw for flaw in self.form.check(show_all=True) if not flaw.warning]:
            self.form.go_to_next_error(from_start=True)
            return
        self.yes.setEnabled(False)
        records, key, values = self._desk.office.records, self._kind.key, dict(self.form.values())
        self._desk.background.run(lambda step: records.save(key, None, values), self._saved, self._failed)

    def _saved(self, saved: Saved) -> None:
        self._desk.signals.changed.emit(saved.changes, self)
        self.made.emit(saved.id)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.yes.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, Invalid):
            self.form.show_flaws(error.flaws)
        self._band.say(say(error.text))
        self._band.show()


def offer_new(desk: Desk, parent: QWidget, target: str, words: str, made: Callable[[int], object]) -> None:
    """Opens the dialog; made gets the id."""
    kind = kind_to_make(target)
    if kind is None:
        return
    dialog = NewRecordDialog(desk, parent, kind, words)
    dialog.made.connect(made)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
