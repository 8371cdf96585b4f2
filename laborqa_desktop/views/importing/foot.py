"""The foot of the wizard: what became of the library so far, and what can be done in this step."""

from PySide6.QtWidgets import QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.importing import Trial
from laborqa_desktop.views.importing.state import COLUMNS, FILE, RESULT, TRIAL
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon
from laborqa_desktop.views.parts.layout import row


class ImportFoot(QWidget):
    """State at the left, again, aside and next at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._state_icon, self._state = Icon("circle-check", "ink2"), Elided("", "body", "ink2")
        self.again = Button(self.tr("&Try again"), "refresh", keys="F5")
        self.aside = Button("", "download")
        self.next = Button("", kind="primary", keys="Ctrl+Enter")
        made = row(self._state_icon, self._state, self.again, self.aside, self.next, gap=10)
        made.setStretch(1, 1)
        self.setLayout(made)

    def show_step(self, step: int, trial: Trial | None, *, has_file: bool, busy: bool) -> None:
        """Shows what is possible.

        Args:
            trial: None before the rows were tried.
        """
        bad = len(trial.bad) if trial else 0
        good = len(trial.new) + len(trial.changed) if trial else 0
        fits = trial is not None and not trial.missing
        self.again.setVisible(step == TRIAL)
        self.next.setVisible(step != RESULT)
        self.aside.setVisible(step == TRIAL and bad > 0 and fits)
        self.aside.set_words(self.tr("Import {good}, &set {bad} aside…").format(good=f"{good:,}", bad=f"{bad:,}"))
        words = {FILE: self.tr("&Next: columns"), COLUMNS: self.tr("&Next: dry run"),
                 TRIAL: fill(self.tr("&Import {count} {count:row|rows}"), count=f"{good:,}")}
        self.next.set_words(words.get(step, ""))
        ready = {FILE: has_file, COLUMNS: has_file, TRIAL: fits and not bad and good > 0}
        self.next.setEnabled(not busy and ready.get(step, False))
        self.aside.setEnabled(not busy and good > 0)
        self.again.setEnabled(not busy)
        self._show_state(step, bad, fits)

    def _show_state(self, step: int, bad: int, fits: bool) -> None:
        tone, words = "ink2", self.tr("The library is unchanged.")
        if step == TRIAL and bad:
            tone, words = "error", fill(self.tr("{count} {count:row has|rows have} errors: mend them, or set them "
                                                "aside as a workbook with reasons."), count=f"{bad:,}")
        elif step == TRIAL and fits:
            tone, words = "ok", self.tr("Everything fits.")
        elif step == RESULT:
            words = ""
        self._state_icon.setVisible(bool(words))
        self._state_icon.show_icon("ban" if tone == "error" else "circle-check", tone)
        self._state.set_words(words, tone)
