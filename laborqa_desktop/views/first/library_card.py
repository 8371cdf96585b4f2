"""Steps 1 and 2 of a new library: company, person and folder; then the password, twice."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout

from laborqa_desktop import paths
from laborqa_desktop.usecases.strength import SHORTEST, names_of
from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.first.step_card import StepCard, step_layout
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry, Secret
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import holder, row
from laborqa_desktop.views.password_hints import hint_new


@dataclass(frozen=True)
class Typed:
    """What stands in the fields, so that another language loses nothing.

    Attributes:
        folder: "" while it follows the company's name.
        step: 1 or 2.
    """

    company: str = ""
    person: str = ""
    folder: str = ""
    password: str = ""
    again: str = ""
    step: int = 1


class NewLibraryCard(StepCard):
    """Company, person and folder; then the password.

    Signals:
        make_asked: (folder, company, password, person).
        went_back: back to the password of a known library.
    """

    make_asked = Signal(str, str, str, str)

    def __init__(self, ask: Ask, typed: Typed, can_cancel: bool) -> None:
        super().__init__()
        self._ask, self._can_cancel, self._busy = ask, can_cancel, False
        self.company, self.person, self.folder = Entry(typed.company), Entry(typed.person), Entry(typed.folder)
        self.password = Secret(self.tr("Password"), self.tr("Show the password"))
        self.again = Secret(self.tr("The password again"), self.tr("Show the password"))
        self.fields = {
            "company": FieldFrame(self.tr("Name of your company"), self.company, True),
            "person": FieldFrame(self.tr("Who is working"), self.person,
                                 help_words=self.tr("Your name. It stands in the history of what you change.")),
            "folder": FieldFrame(self.tr("Folder of the library"), self.folder, True),
            "password": FieldFrame(self.tr("Password"), self.password, True, self.tr("At least 8 characters.")),
            "again": FieldFrame(self.tr("The password again"), self.again, True),
        }
        self._named = bool(typed.folder)
        self.steps = QStackedWidget()
        self.steps.addWidget(holder(self._first()))
        self.steps.addWidget(holder(self._second()))
        made = QVBoxLayout()
        made.setContentsMargins(0, 0, 0, 0)
        made.addWidget(self.steps)
        self.setLayout(made)
        hint_new(self.password, self.fields["password"], self._names)
        self._propose(typed.company)
        self.password.setText(typed.password)
        self.again.setText(typed.again)
        self.steps.setCurrentIndex(typed.step - 1)
        self._connect()

    def _first(self) -> QLayout:
        browse = Button(self.tr("Choose the &folder…"), kind="link", small=True, clicked=self._browse)
        self._next = Button(self.tr("&Go on"), kind="primary", keys="Enter", clicked=self.go_on)
        leave = Button(self.tr("&Back"), keys="Esc", clicked=self.go_back)
        if not self._can_cancel:
            leave.hide()
        fields = self.fields
        return step_layout(1, self.tr("A new library"), fields["company"], fields["person"], fields["folder"],
                           row(browse, None), 4, row(self._next, label("Enter", "small", "ink2"), None, leave), None,
                           gap=6)

    def _second(self) -> QLayout:
        self._make = Button(self.tr("&Make the library"), kind="primary", keys="Enter", clicked=self.go_on)
        self._back = Button(self.tr("&Back"), keys="Esc", clicked=self.go_back)
        words = label(self.tr("Everything in the library is encrypted with it. Next you get a recovery sheet for the "
                              "day it is forgotten."), tone="ink2", wrap=True)
        return step_layout(2, self.tr("A password"), words, self.fields["password"], self.fields["again"], 4,
                           row(self._make, label("Enter", "small", "ink2"), None, self._back), None, gap=6)

    def _connect(self) -> None:
        self.company.settled.connect(self._propose)
        self.folder.textEdited.connect(self._keep_folder)
        for box in (self.company, self.person, self.folder, self.password, self.again):
            box.returnPressed.connect(self.go_on)

    @property
    def typed(self) -> Typed:
        """What stands in the fields now."""
        return Typed(self.company.text(), self.person.text(), self.folder.text() if self._named else "",
                     self.password.text(), self.again.text(), self.steps.currentIndex() + 1)

    def take_keyboard(self) -> None:
        """Puts the keyboard into the first field of the step."""
        (self.password if self.steps.currentIndex() else self.company).setFocus()

    def refuse(self, words: str) -> None:
        """Says at the folder why the library was not made."""
        self.set_busy(False)
        self.steps.setCurrentIndex(0)
        self.fields["folder"].show_message("error", words)
        self.folder.setFocus()

    def set_busy(self, on: bool) -> None:
        """While it is made."""
        self._busy = on
        for part in (self._make, self._back, self.password, self.again):
            part.setEnabled(not on)
        self._make.set_words(self.tr("Making it…") if on else self.tr("&Make the library"))

    def go_back(self) -> None:
        """From the password to the company; from there to the libraries that are known, without the password."""
        if self._busy:
            return
        if self.steps.currentIndex():
            self.steps.setCurrentIndex(0)
            self.take_keyboard()
        elif self._can_cancel:
            self.password.clear()
            self.again.clear()
            super().go_back()

    def go_on(self) -> None:
        """To the password, or makes the library; says what is missing."""
        if not self.steps.currentIndex():
            if self._holds({
                    "company": "" if self.company.text().strip() else self.tr("Type the name of your company."),
                    "folder": "" if self.folder.text().strip() else self.tr("Choose a folder.")}):
                self.steps.setCurrentIndex(1)
                self.take_keyboard()
        elif self.password.hasFocus() and not self.again.text() and len(self.password.text()) >= SHORTEST:
            self.again.setFocus()
        elif self._holds({
                "password": "" if len(self.password.text()) >= SHORTEST else self.tr("At least 8 characters."),
                "again": "" if self.again.text() == self.password.text() else self.tr("The two passwords differ."),
                }) and not self._busy:
            self.make_asked.emit(self.folder.text().strip(), self.company.text().strip(), self.password.text(),
                                 self.person.text().strip())

    def _holds(self, flaws: dict[str, str]) -> bool:
        for key, words in flaws.items():
            self.fields[key].show_message("error" if words else "", words)
        wrong = next((key for key, words in flaws.items() if words), "")
        if wrong:
            self.fields[wrong].editor.setFocus()
        return not wrong

    def _names(self) -> tuple[str, ...]:
        """What the password should not be made of."""
        return names_of(self.company.text().strip(), self.person.text().strip())

    def _keep_folder(self) -> None:
        self._named = True

    def _propose(self, company: str) -> None:
        if not self._named:
            name = "".join(c for c in company.strip() if c not in '\\/:*?"<>|') or "LaborQA"
            self.folder.setText(str(paths.documents_folder() / name))

    def _browse(self) -> None:
        chosen = self._ask.folder(self, self.tr("Folder of the library"))
        if chosen:
            self._named = True
            self.folder.setText(str(chosen))
