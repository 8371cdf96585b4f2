"""Asks before one person's data are deleted for good: what stands in the way, what goes, what stays, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.purging import Preview, Purged
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import bullet
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.task import Task

_MOST_REPORTS = 6


class PurgeDialog(FittedDialog):
    """The dialog.

    Signals:
        purged: Purged; the data are gone. The dialog stays open while copies still hold them, and says so.
    """

    purged = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, preview: Preview) -> None:
        body = column(gap=10)
        title = translate("PurgeDialog", "Delete the data of {name} for good?").format(name=preview.name)
        super().__init__(parent, title, body=holder(body))
        self._desk, self._preview = desk, preview
        self.gate = Band("warn", self.tr("Not possible yet:"), [say(one) for one in preview.blocking])
        facts = holder(column(*(bullet(words) for words in self.facts()), gap=4))
        self.early = Tick(self.tr("Delete &earlier than the rules ask for, on our responsibility"))
        self._why = Band("warn", self.tr("Too early:"), [say(one) for one in preview.early])
        self.reason = Entry()
        self.reason.setObjectName("reason")
        self._wrong = Band("error", "")
        self._wrong.hide()
        self.task = Task(desk.background)
        self.task.refused.connect(self._refuse)
        self.task.ended.connect(lambda: self._set_busy(False))
        self._asking: tuple[QWidget, ...] = (
            self.gate, facts, self._why, self.early,
            FieldFrame(self.tr("Reason (kept in the list of deletions)"), self.reason, required=True), self._wrong)
        self.told = Band("warn", "")
        self.told.hide()
        for part in (*self._asking, self.task, self.told):
            body.addWidget(part)
        for part, reasons in ((self.gate, preview.blocking), (self._why, preview.early), (self.early, preview.early)):
            part.setVisible(bool(reasons))      # not before it stands in the dialog: it would flash as a window
        self._cancel = self.add_way_out(self.tr("Cancel"))
        self.yes = self.add_button(self.tr("&Delete for good"), primary=True)
        for button in (self._cancel, self.yes):     # Enter after the reason is no consent to what cannot be undone
            button.setAutoDefault(False)
        self.yes.setDefault(False)
        self.yes.clicked.connect(self.delete)
        self.reason.textChanged.connect(lambda _: self._allow())
        self.early.toggled.connect(lambda _: self._allow())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        least_width(self, 560)
        self._allow()

    def facts(self) -> list[str]:
        """What goes and what stays, a sentence each."""
        one = self._preview
        found = [self.tr("This cannot be undone. A verified backup is made first."),
                 self.tr("While it runs you can cancel, and nothing is changed. Only clearing the last traces, at the "
                         "very end, cannot be stopped."),
                 fill(self.tr("Deleted: the file with all child rows, consents, the numbers on {certificates} "
                              "{certificates:certificate|certificates}, {files} attached {files:file|files}, drafts, "
                              "and their values in the history."), certificates=one.certificates, files=one.files),
                 self.tr('In the history and in other records stands "{pseudonym}" instead.').format(
                     pseudonym=one.pseudonym)]
        if one.places:
            places = self.tr(", ").join(f"{say(place.kind)} {place.count}" for place in one.places)
            found.append(self.tr("Replaced there, frozen records included: {places}").format(places=places))
        if one.shared:
            found.append(fill(self.tr("{count} {count:file stays|files stay}, because another record holds the same "
                                      "content."), count=one.shared))
        if one.namesakes:
            found.append(fill(self.tr("{count} {count:other has|others have} the same name: where only the name stands "
                                      "in a text, it stays, because it may mean them."), count=one.namesakes))
        if one.reports:
            codes = self.tr(", ").join(one.reports[:_MOST_REPORTS])
            if len(one.reports) > _MOST_REPORTS:
                codes = self.tr("{codes} and {count} more").format(codes=codes, count=len(one.reports) - _MOST_REPORTS)
            found.append(self.tr("Signed reports stay as they are, also if the name stands in them: {codes}").format(
                codes=codes))
        found.append(self.tr("Backups made before still hold the data; delete them on this page afterwards."))
        return found

    def _allow(self) -> None:
        open_now = not self._preview.blocking and bool(self.reason.text().strip())
        self.yes.setEnabled(open_now and (not self._preview.early or self.early.isChecked()))

    def delete(self) -> None:
        """Deletes; the dialog stays until it is done, or until a cancel was in time."""
        purging, one = self._desk.office.purging, self._preview.person_id
        reason, early = self.reason.text().strip(), self.early.isChecked()
        place = second.load(self._desk).folder
        self._set_busy(True)
        self.task.start(self.tr("Deleting…"),
                        lambda step: purging.purge(one, reason, early=early, place=place, step=step), self._done,
                        keeps=True, last=self.tr("Clearing the traces; this can no longer be cancelled…"))

    def reject(self) -> None:
        """While it deletes: cancels that, and stays until it is known whether the cancel was in time."""
        if self.task.stop():
            super().reject()

    def _set_busy(self, busy: bool) -> None:
        for part in (self.reason, self.early):
            part.setEnabled(not busy)
        self.yes.setEnabled(False)
        if not busy:
            self._allow()

    def _done(self, purged: Purged) -> None:
        self.purged.emit(purged)
        if purged.remaining:
            self._tell(purged)
        else:
            self.accept()

    def _tell(self, purged: Purged) -> None:
        """Says where copies still hold the data, and until when."""
        for part in (*self._asking, self.yes):
            part.hide()
        self.set_title(self.tr("Deleted in the library"))
        words = self.tr("What is left is called {pseudonym}. Copies still hold the data:")
        self.told.say(words.format(pseudonym=purged.pseudonym), [say(one.text) for one in purged.remaining])
        self.told.show()
        self._cancel.set_words(self.tr("Close"))
        self._cancel.setFocus()

    def _refuse(self, words: str) -> None:
        self._wrong.say(words)
        self._wrong.show()
