"""The register of issued reports: the list and the form of every record type, with the acts of a report above them."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Field
from laborqa_desktop.usecases.records import Loaded
from laborqa_desktop.usecases.report_request import Request
from laborqa_desktop.usecases.unfinished import BegunReport
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.company.identity_card import IdentityCard
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editors import Editor, Setting
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.dialog import ReportDialog
from laborqa_desktop.views.report.pdf_dialog import PdfDialog
from laborqa_desktop.views.task import Task

DIALOG = "dialog"
"""Where the user stood while the report dialog was open."""


class MonthShown(Editor):
    """The month of a report, kept as its first day: shown only, without that day."""

    def __init__(self, field: Field, setting: Setting) -> None:
        self.box = Entry(read_only=True)
        super().__init__(field, self.box)
        self._value: date | None = None

    def get(self) -> date | None:
        """See Editor."""
        return self._value

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self._value = value
        self.box.setText(f"{value:%Y-%m}" if value else "")

    def set_read_only(self, on: bool) -> None:
        """See Editor; it always is."""


class ReportsScreen(RecordScreen):
    """The screen. Ctrl+N begins a new report; an issued one is only looked at, exported, verified or corrected.

    Signals:
        verify_asked: (name, content) of a report to be verified.
    """

    verify_asked = Signal(str, bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, record_type("report"))
        self._dialog_left = False
        self.show_button = Button(self.tr("&Open PDF"), "eye", clicked=self.open_pdf)
        self.export_button = Button(self.tr("&Export again…"), "download", clicked=self.export)
        self.correct_button = Button(self.tr("Issue a &correction…"), "pencil", clicked=self.correct)
        self.trust_button = Button(self.tr("For c&lients…"), "certificate", clicked=self.show_certificate,
                                   tip=self.tr("Certificate and guide for clients"))
        self.new_button = Button(self.tr("&New report…"), "writing-sign", "primary", keys="Ctrl+N",
                                 clicked=self.new_record)
        self._new.setParent(self)       # not shown here; without a parent it would keep this screen alive for ever
        self._new.hide()
        self.head_buttons: tuple[QWidget, ...] = (self.show_button, self.export_button, self.correct_button,
                                                  self.trust_button, self.new_button)
        self.task = Task(desk.background)
        self.task.refused.connect(self._refused)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.task)
        self.list.current_changed.connect(lambda _: self._enable())
        self._enable()

    def make_form(self) -> RecordForm:
        """The usual form, but for the month."""
        return RecordForm(self._desk, self._kind, editors={"month": MonthShown})

    def new_record(self, **given: object) -> None:
        """Opens the report dialog, with what was begun in it and not issued."""
        self.open_dialog(begun=self._desk.office.unfinished.report())

    @property
    def standing_at(self) -> object:
        """As of every record screen; DIALOG when the dialog was open with something typed in it."""
        return DIALOG if self._dialog_left else super().standing_at

    def arrive(self, what: object) -> None:
        """Comes back from a lock."""
        if what == DIALOG:
            self.new_record()
        else:
            super().arrive(what)

    def open_dialog(self, request: Request | None = None, name: str = "",
                    begun: BegunReport | None = None) -> ReportDialog:
        """Opens the report dialog: empty, with what a report was asked for, or with what was begun."""
        made = ReportDialog(self._desk, self.window(), request, name)
        if begun is not None:
            made.show_begun(begun)
        made.issued.connect(lambda issued: self.open_record(issued.id))
        made.left.connect(self._leave_dialog)
        made.open()
        return made

    def _leave_dialog(self) -> None:
        self._dialog_left = True

    def _enable(self) -> None:
        on = self.list.current is not None
        for one in (self.show_button, self.export_button, self.correct_button):
            one.setEnabled(on)

    def open_pdf(self) -> None:
        """Shows the signed file of the chosen report, and verifies it."""
        number = self.list.current
        if number is None:
            return
        office = self._desk.office

        def work(step: object) -> tuple[Loaded, bytes, object]:
            pdf = office.issuing.content(number)
            return office.records.load("report", number), pdf, office.verifying.verify(pdf)

        self.task.start(self.tr("Opening…"), work, self._show_pdf)

    def _show_pdf(self, answer: tuple[Loaded, bytes, object]) -> None:
        loaded, pdf, checked = answer
        PdfDialog(self._desk, self.window(), loaded.title, pdf, checked).open()

    def export(self) -> None:
        """Writes the signed file of the chosen report once more."""
        number = self.list.current
        if number is None:
            return
        office = self._desk.office
        name = office.records.label("report", number)
        file = self._desk.ask.save_file(self.window(), self.tr("Save the signed report"), f"{name}.pdf",
                                        self.tr("PDF (*.pdf)"))
        if file is not None:
            self.task.start(self.tr("Saving…"), lambda step: office.issuing.export(number, file),
                            lambda _: self._desk.signals.said.emit(self.tr("Saved: {file}").format(file=file.name)))

    def correct(self) -> None:
        """Begins the next version of the chosen report, with the words of this one."""
        number = self.list.current
        if number is None:
            return
        issuing, records = self._desk.office.issuing, self._desk.office.records

        def work(step: object) -> tuple[Request, str]:
            request = issuing.request_of(number)
            if request.site_id:
                return request, records.label("site", request.site_id)
            return request, records.label("client", request.client_id) if request.client_id else ""

        self.task.start(self.tr("Opening…"), work, self._open_correction)

    def _open_correction(self, answer: tuple[Request, str]) -> None:
        request, name = answer
        begun = self._desk.office.unfinished.report()
        same = begun is not None and begun.month is not None and (begun.client_id, begun.site_id, begun.month) == (
            request.client_id, request.site_id, request.month.replace(day=1))
        self.open_dialog(request, name, begun if same else None)

    def show_certificate(self) -> None:
        """Offers the certificate and the guide for clients."""
        dialog = Dialog(self.window(), self.tr("For clients"),
                        self.tr("With the certificate a client's Acrobat Reader knows your signature. Send both files, "
                                "and tell the fingerprint by telephone."), IdentityCard(self._desk))
        dialog.add_button(self.tr("&Done"), primary=True).clicked.connect(dialog.accept)
        least_width(dialog, 520)
        dialog.open()

    def _refused(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("That did not work"), words)


def make_reports_screen(desk: Desk) -> ReportsScreen:
    """The screen, for the main window."""
    return ReportsScreen(desk)
