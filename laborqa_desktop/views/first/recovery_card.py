"""Step 2, after the password: the recovery code, told only once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.clipboard import SENSITIVE
from laborqa_desktop.views.first.step_card import StepCard, step_layout
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import row
from laborqa_desktop.views.parts.tick import Tick


class RecoveryCard(StepCard):
    """The recovery code, told only once: print it, save it, or write it down.

    Args:
        sheet: makes the printed sheet, a PDF.

    Signals:
        done: the user has it. There is no way back from here.
    """

    done = Signal()

    def __init__(self, ask: Ask, name: str, code: str, sheet: Callable[[], bytes]) -> None:
        super().__init__()
        self._ask, self._name, self._sheet = ask, name, sheet
        shown = label(code, "title", "accent", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard
                                      | Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(self.tr("Recovery code"))
        shown.setProperty(SENSITIVE, True)
        self.told = label("", "small", "ok", wrap=True)
        self.told.hide()
        self._kept = Tick(self.tr("I have &kept the sheet"))
        self.go_on = Button(self.tr("&Go on"), kind="primary", clicked=self.done.emit)
        self.go_on.setEnabled(False)
        self._kept.toggled.connect(self.go_on.setEnabled)
        save = Button(self.tr("&Save as PDF…"), "download", clicked=self._save)
        self.printing = printing = Button(self.tr("&Print…"), "printer", clicked=self._print)
        self.setLayout(step_layout(
            2, self.tr("Your recovery sheet"),
            label(self.tr("If the password is forgotten, only this code opens the library. It is shown once. Print it "
                          "and keep it away from the computer."), tone="ink2", wrap=True),
            shown, row(printing, save, None), self.told,
            Band("warn", self.tr("Without password and code, nobody can bring the data back.")),
            self._kept, row(self.go_on, None), None))

    def take_keyboard(self) -> None:
        """To the printer first."""
        self.printing.setFocus()

    def _save(self) -> None:
        from laborqa_desktop.usecases.saving import save_file
        file = self._ask.save_file(self, self.tr("Save as PDF"), self.tr("Recovery sheet") + f" {self._name}.pdf",
                                   self.tr("PDF (*.pdf)"))
        if file:
            try:
                save_file(file, self._sheet())
            except UserError as error:
                self._ask.tell(self.window(), self.tr("The sheet was not saved"), say(error.text))
                return
            words = self.tr("Saved as {file}. Print it or copy it to a USB stick, then delete it here.")
            self.told.setText(words.format(file=Path(file).name))
            self.told.show()
            self._kept.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks that the sheet is kept where the tick has the keyboard, and goes on once it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if self.go_on.isEnabled():
                self.go_on.click()
                return
            if self.focusWidget() is self._kept:
                self._kept.setChecked(True)
                return
        super().keyPressEvent(event)

    def _print(self) -> None:
        from laborqa_desktop.views.preview_dialog import preview_pdf
        preview_pdf(self.window(), self._sheet(), self.tr("Recovery sheet"))
