"""The cards that make a new library: company, place and password; then the recovery sheet."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from laborqa_desktop import paths
from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.strength import SHORTEST, names_of
from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.clipboard import SENSITIVE
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry, Secret
from laborqa_desktop.views.parts.label import Icon, label
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.password_hints import hint_new


class NewLibraryCard(QFrame):
    """Company, folder, password twice, working person.

    Signals:
        make_asked: (folder, company, password, person).
        cancelled: back to the password of a known library.
    """

    make_asked = Signal(str, str, str, str)
    cancelled = Signal()

    def __init__(self, ask: Ask, person: str, can_cancel: bool) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._ask = ask
        self.company, self.person = Entry(), Entry(person)
        self.folder = Entry(str(paths.documents_folder() / "LaborQA"))
        self.password = Secret(self.tr("Password"), self.tr("Show the password"))
        self.again = Secret(self.tr("The password again"), self.tr("Show the password"))
        self._fields = {
            "company": FieldFrame(self.tr("Name of your company"), self.company, True),
            "folder": FieldFrame(self.tr("Folder of the library"), self.folder, True),
            "password": FieldFrame(self.tr("Password"), self.password, True, self.tr("At least 8 characters.")),
            "again": FieldFrame(self.tr("The password again"), self.again, True),
            "person": FieldFrame(self.tr("Who is working"), self.person),
        }
        browse = Button(self.tr("Choose the &folder…"), kind="link", small=True, clicked=self._browse)
        self._make = Button(self.tr("&Make the library"), kind="primary", clicked=self._check)
        back = Button(self.tr("&Back"), clicked=self.cancelled.emit)
        if not can_cancel:
            back.hide()
        made = QVBoxLayout()
        made.setContentsMargins(32, 20, 32, 20)
        made.setSpacing(4)
        made.addWidget(label(self.tr("A new library"), "page"))
        for key in ("company", "folder"):
            made.addWidget(self._fields[key])
        made.addLayout(row(browse, None))
        for key in ("password", "again", "person"):
            made.addWidget(self._fields[key])
        made.addSpacing(8)
        made.addLayout(row(self._make, None, back))
        made.addStretch(1)
        self.setLayout(made)
        hint_new(self.password, self._fields["password"], self._names)
        self._named = False
        self.company.settled.connect(self._propose)
        self.folder.textEdited.connect(self._keep_folder)
        for box in (self.company, self.folder, self.password, self.again, self.person):
            box.returnPressed.connect(self._check)

    def refuse(self, words: str) -> None:
        """Says why it was not made."""
        self.set_busy(False)
        self._fields["folder"].show_message("error", words)

    def set_busy(self, on: bool) -> None:
        """While it is made."""
        self._make.setEnabled(not on)
        self._make.set_words(self.tr("Making it…") if on else self.tr("&Make the library"))

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

    def _check(self) -> None:
        flaws = {
            "company": "" if self.company.text().strip() else self.tr("Type the name of your company."),
            "folder": "" if self.folder.text().strip() else self.tr("Choose a folder."),
            "password": "" if len(self.password.text()) >= SHORTEST else self.tr("At least 8 characters."),
            "again": "" if self.again.text() == self.password.text() else self.tr("The two passwords differ."),
        }
        for key, words in flaws.items():
            self._fields[key].show_message("error" if words else "", words)
        wrong = next((key for key, words in flaws.items() if words), "")
        if wrong:
            self._fields[wrong].editor.setFocus()
        elif self._make.isEnabled():
            self.make_asked.emit(self.folder.text().strip(), self.company.text().strip(), self.password.text(),
                                 self.person.text().strip())


class RecoveryCard(QFrame):
    """The recovery code, told only once: print it, save it, or write it down.

    Args:
        sheet: makes the printed sheet, a PDF.

    Signals:
        done: the user has it.
    """

    done = Signal()

    def __init__(self, ask: Ask, name: str, code: str, sheet: Callable[[], bytes]) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._ask, self._name, self._sheet = ask, name, sheet
        shown = label(code, "title", "accent", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard
                                      | Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(self.tr("Recovery code"))
        shown.setProperty(SENSITIVE, True)
        self._kept = Tick(self.tr("I have &kept the sheet"))
        self.go_on = Button(self.tr("&Go on"), kind="primary", clicked=self.done.emit)
        self.go_on.setEnabled(False)
        self._kept.toggled.connect(self.go_on.setEnabled)
        save = Button(self.tr("&Save as PDF…"), "download", clicked=self._save)
        self.printing = printing = Button(self.tr("&Print…"), "printer", clicked=self._print)
        made = column(
            row(Icon("shield-check", "accent", 28), None), label(self.tr("Your recovery sheet"), "page"),
            label(self.tr("If the password is forgotten, only this code opens the library. It is shown once. Print it "
                          "and keep it away from the computer."), tone="ink2", wrap=True),
            shown, row(printing, save, None),
            Band("warn", self.tr("Without password and code, nobody can bring the data back.")),
            self._kept, row(self.go_on, None), None, gap=10, margins=(32, 24, 32, 20))
        self.setLayout(made)

    def _save(self) -> None:
        from laborqa_desktop.usecases.saving import save_file
        file = self._ask.save_file(self, self.tr("Save as PDF"), self.tr("Recovery sheet") + f" {self._name}.pdf",
                                   self.tr("PDF (*.pdf)"))
        if file:
            try:
                save_file(file, self._sheet())
            except UserError as error:
                self._ask.tell(self.window(), self.tr("The sheet was not saved"), say(error.text))

    def _print(self) -> None:
        from laborqa_desktop.views.preview_dialog import preview_pdf
        preview_pdf(self.window(), self._sheet(), self.tr("Recovery sheet"))
