"""Says at the head of a form, where the eye is, that Ctrl+S did not save, why, and what to press next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.layout import column


class StoppedBand(QWidget):
    """A red band for what must be corrected, an amber one for a reason that is wanted; neither without a stop.

    Signals:
        next_asked: the user wants to go to the next field to correct.
        reason_asked: the user wants to say why.
    """

    next_asked = Signal()
    reason_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._errors = Band("error", "", button=self.tr("To the &field"), clicked=self.next_asked.emit)
        self._reason = Band("warn", "", button=self.tr("Say wh&y"), clicked=self.reason_asked.emit)
        self.setLayout(column(self._errors, self._reason, gap=6, margins=(20, 6, 16, 6)))
        self.clear()

    @property
    def words(self) -> str:
        """What it says; "" for nothing."""
        return next((band.accessibleName() for band in (self._errors, self._reason) if not band.isHidden()), "")

    @property
    def tells_errors(self) -> bool:
        """Whether the red band is in sight."""
        return not self.isHidden() and not self._errors.isHidden()

    def clear(self) -> None:
        """Nothing stops the record any more."""
        self._errors.hide()
        self._reason.hide()
        self.hide()

    def say_errors(self, count: int, name: str, flaw: str) -> None:
        """Says what is to be corrected before the record can be saved; takes itself away when nothing is left.

        Args:
            name: the first field to correct; "" for the record as a whole.
            flaw: what is wrong with it.
        """
        if not count:
            self._errors.hide()
            self.setVisible(not self._reason.isHidden())
            return
        title = (self.tr("Not saved yet: {field}").format(field=name or flaw) if count == 1 else
                 fill(self.tr("Not saved yet: {count} {count:field|fields} to correct, first {field}"),
                      count=count, field=name))
        lines = [flaw] if name and flaw else []
        lines.append(self.tr("What you typed is kept. {key} goes to the next one; then press {save} again.").format(
            key=shortcuts.NEXT_ERROR, save=shortcuts.SAVE))
        self._show(self._errors, title, lines)

    def say_reason(self) -> None:
        """Says that the record waits for a reason."""
        self._show(self._reason, self.tr("Not saved yet: the reason is missing"), [
            self.tr("What you typed is kept as a draft. Press {save} and write one sentence.").format(
                save=shortcuts.SAVE)])

    def _show(self, band: Band, title: str, lines: list[str]) -> None:
        self.clear()
        band.say(title, lines)
        band.show()
        self.show()
