"""The foot of the report dialog: how far the report is, and what can be done with it now."""

from PySide6.QtWidgets import QWidget

from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.report.draft import Draft


class ReportFoot(QWidget):
    """Before the report is issued: save, cancel, sign; after it: folder, correct, finish."""

    def __init__(self) -> None:
        super().__init__()
        self._state, self._words = Pill(), Elided("", "quiet", "ink2")
        self.save = Button(self.tr("Save &unsigned draft…"), "download")
        self.cancel = Button(self.tr("&Cancel"))
        self.sign = Button(self.tr("&Sign and export…"), "writing-sign", "primary", keys="Ctrl+Enter")
        self.folder = Button(self.tr("Open the &folder"), "folder-open")
        self.correct = Button(self.tr("Issue a co&rrection"), "pencil")
        self.finish = Button(self.tr("&Done"), kind="primary")
        made = row(self._state, self._words, self.save, self.cancel, self.folder, self.correct, self.sign, self.finish,
                   gap=10, margins=(20, 10, 20, 12))
        made.setStretch(1, 1)
        self.setLayout(made)

    def show_draft(self, draft: Draft, *, busy: bool) -> None:
        """The report is not issued. busy: it is being saved or signed."""
        self._show_buttons(issued=False)
        self.sign.setEnabled(draft.can_be_signed and not busy)
        self.save.setEnabled(bool(draft.pdf) and not busy)
        planned = draft.planned
        becomes = self.tr("Becomes {code}; locked once signed").format(code=planned.code) if planned else ""
        if busy:
            self.say(self.tr("Signing"), "accent", self.tr("Do not switch the computer off."))
        elif draft.can_be_signed and draft.facts is not None and draft.facts.is_ending:
            self.say(self.tr("Not signed; certificate ending"), "warn", becomes)
        elif draft.pdf and not draft.can_be_signed:
            self.say(self.tr("Not signed; no identity"), "warn", self.tr("Only a draft can be saved."))
        else:
            self.say(self.tr("Not signed"), "plain", becomes)

    def show_issued(self, *, has_file: bool) -> None:
        """The report is issued. has_file: its folder can be opened."""
        self._show_buttons(issued=True)
        self.folder.setVisible(has_file)

    def say(self, words: str, tone: str, more: str) -> None:
        """Says how far the report is."""
        self._state.show_state(words, tone)
        self.say_more(more)

    def say_more(self, words: str) -> None:
        """Says something beside the state."""
        self._words.set_words(words)

    def _show_buttons(self, issued: bool) -> None:
        for one in (self.save, self.cancel, self.sign):
            one.setVisible(not issued)
        for one in (self.folder, self.correct, self.finish):
            one.setVisible(issued)
