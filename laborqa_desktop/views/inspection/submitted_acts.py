"""What can still be done with a submitted inspection: review, the client's signature, checking again, voiding."""


from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.usecases.inspection_sheet import Sheet
from laborqa_desktop.usecases.inspections import Voided
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform


class SubmittedActs(QObject):
    """Acts with their dialogs.

    Signals:
        done: id of the inspection that is another now.
        recheck_started: id of the new inspection.
    """

    done = Signal(int)
    recheck_started = Signal(int)

    def __init__(self, desk: Desk, origin: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._origin, self._page = desk, origin, page

    def review(self, sheet: Sheet | None) -> None:
        """Who reviewed it, and when."""
        if sheet is None:
            return
        inspections = self._desk.office.inspections
        dialog = FieldsDialog(self._desk, self._page, self.tr("Review the inspection"), (
            Asked("by", self.tr("Reviewed by"), value=self._desk.office.person),
            Asked("on", self.tr("Reviewed on"), "day", self._desk.today())), self.tr("Reviewed"))
        dialog.given.connect(lambda given: perform(
            self._desk, self._page, lambda: inspections.review(sheet.id, given["by"], given["on"]),
            lambda changes: self._tell(sheet.id, changes), dialog))
        dialog.open()

    def client_sign(self, sheet: Sheet | None) -> None:
        """Who signed for the client, when, and the scan."""
        if sheet is None:
            return
        inspections = self._desk.office.inspections
        dialog = FieldsDialog(self._desk, self._page, self.tr("The client's signature"), (
            Asked("by", self.tr("Signed by (client)")), Asked("on", self.tr("Signed on"), "day", self._desk.today()),
            Asked("scan", self.tr("Signed sheet"), "file", required=False,
                  hint=self.tr("Photo or scan; may follow later"))), self.tr("Note the signature"))
        dialog.given.connect(lambda given: perform(
            self._desk, self._page,
            lambda: inspections.client_sign(sheet.id, given["by"], given["on"], given["scan"]),
            lambda changes: self._tell(sheet.id, changes), dialog))
        dialog.open()

    def recheck(self, sheet: Sheet | None) -> None:
        """Begins another inspection of the same site."""
        if sheet is None:
            return
        inspections, today = self._desk.office.inspections, self._desk.today()

        def begun(answer: tuple[int, Changes]) -> None:
            self._desk.signals.changed.emit(answer[1], self._origin)
            self.recheck_started.emit(answer[0])

        perform(self._desk, self._page, lambda: inspections.recheck(sheet.id, today), begun)

    def void(self, sheet: Sheet | None) -> None:
        """Voids it with a reason; cannot be undone."""
        if sheet is None:
            return
        inspections = self._desk.office.inspections
        dialog = FieldsDialog(self._desk, self._page, self.tr("Void {code}").format(code=sheet.code), (
            Asked("reason", self.tr("Reason"), "long"),), self.tr("Void"), self.tr(
            "It stays visible with the reason and leaves every figure. Its problems that nobody has worked on are "
            "voided with it. This cannot be undone."))

        def voided(answer: Voided) -> None:
            self._tell(sheet.id, answer.changes)
            if answer.kept:
                self._desk.ask.tell(self._page.window(), self.tr("Some problems stay open"), self.tr(
                    "Work on them has begun: {codes}").format(codes=", ".join(answer.kept)))

        dialog.given.connect(lambda given: perform(
            self._desk, self._page, lambda: inspections.void(sheet.id, given["reason"]), voided, dialog))
        dialog.open()

    def _tell(self, inspection_id: int, changes: Changes) -> None:
        self._desk.signals.changed.emit(changes, self._origin)
        self.done.emit(inspection_id)
