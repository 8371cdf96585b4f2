"""One person asks: a copy of all data, or their deletion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import perform
from laborqa_desktop.views.i18n import screen_language
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.privacy.log_cards import speaker
from laborqa_desktop.views.ref_picker import RefPicker


class RequestCard(QFrame):
    """The card.

    Signals:
        delete_asked: id of the person to be deleted.
    """

    delete_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        records = desk.office.records

        def find(words: str) -> list[Option]:
            return (records.options("person", words) + records.options("person", words, archived=True))[:20]

        self.person = RefPicker(find, desk.background, self.tr("Name or employee no."))
        self.person.setObjectName("person")
        self.person.chosen.connect(lambda _: self._offer())
        self.book = Button(self.tr("&Workbook…"), "file-spreadsheet", small=True, clicked=self.export)
        self.pdf = Button(self.tr("&PDF"), "printer", small=True, clicked=self.print_person)
        self.delete = Button(self.tr("&Delete…"), "ban", small=True, clicked=self._delete)
        words = self.tr("A person may ask for a copy of their data, and for deletion. The copy holds the file, "
                        "certificates, training, where they are named and who looked; names of others are shortened.")
        self.setLayout(column(
            section(self.tr("Requests of a person")), label(words, "small", "ink2", wrap=True),
            FieldFrame(self.tr("Person"), self.person), row(self.book, self.pdf, self.delete, None), gap=8,
            margins=(16, 14, 16, 14)))
        self._offer()

    def show_person(self, person_id: int) -> None:
        """Chooses somebody."""
        self.person.put(person_id, self._desk.office.records.label("person", person_id))
        self._offer()
        self.book.setFocus()

    def _offer(self) -> None:
        for button in (self.book, self.pdf, self.delete):
            button.setEnabled(self.person.record_id is not None)

    def export(self) -> None:
        """Writes the copy to a workbook."""
        one = self.person.record_id
        name = self.tr("Personal data {name}.xlsx").format(name=self.person.text())
        file = self._desk.ask.save_file(self.window(), self.tr("Copy of personal data"), name,
                                        self.tr("Excel workbook (*.xlsx)"))
        if file is None or one is None:
            return
        files, say_it = self._desk.office.person_files, speaker(screen_language())
        perform(self._desk, self, lambda: files.export_person(one, file, say_it), self._exported)

    def _exported(self, _: None) -> None:
        self._desk.signals.said.emit(self.tr("The copy was written; it stands in the history."))

    def print_person(self) -> None:
        """Makes the PDF and shows it."""
        one, language = self.person.record_id, screen_language()
        if one is not None:
            files = self._desk.office.person_files
            perform(self._desk, self, lambda: files.print_person(one, speaker(language), language),
                    lambda pdf: self._desk.signals.go.emit("print", pdf))

    def _delete(self) -> None:
        if self.person.record_id is not None:
            self.delete_asked.emit(self.person.record_id)
