"""The card that makes a library from a backup whose library is not on this computer."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from laborqa_desktop import paths
from laborqa_desktop.usecases.backup_owner import library_name
from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.parts.bands import Progress
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry, Secret
from laborqa_desktop.views.parts.label import Icon, label
from laborqa_desktop.views.parts.layout import column, row


class FromBackupCard(QFrame):
    """Folder, and the password of the day the backup was made.

    Signals:
        make_asked: (folder, password).
        cancelled: back to the password of a known library.
    """

    make_asked = Signal(str, str)
    cancelled = Signal()

    def __init__(self, ask: Ask, file: Path, made_at: datetime) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._ask = ask
        self.folder = Entry(str(paths.documents_folder() / (library_name(file) or "LaborQA")))
        self.password = Secret(self.tr("Password"), self.tr("Show the password"))
        self._folder_field = FieldFrame(self.tr("Folder of the library"), self.folder, True)
        self._password_field = FieldFrame(self.tr("Password or recovery code"), self.password, True,
                                          self.tr("That of the day the backup was made."))
        browse = Button(self.tr("Choose the &folder…"), kind="link", small=True, clicked=self._browse)
        self._make = Button(self.tr("&Restore the library"), kind="primary", clicked=self._check)
        self._back = Button(self.tr("&Back"), clicked=self.cancelled.emit)
        self.progress = Progress()
        words = self.tr("{file}, made {moment}, belongs to a library that this computer does not know. It becomes a "
                        "library in a folder of its own; the backup stays as it is.").format(
            file=file.name, moment=f"{made_at.astimezone():%Y-%m-%d %H:%M}")
        self.setLayout(column(
            row(Icon("database", "accent", 28), None), label(self.tr("A library from its backup"), "page", wrap=True),
            label(words, tone="ink2", wrap=True), 6, self._folder_field, row(browse, None), self._password_field, 8,
            row(self._make, None, self._back), self.progress, None, gap=6, margins=(32, 24, 32, 20)))
        for box in (self.folder, self.password):
            box.returnPressed.connect(self._check)

    def refuse(self, words: str, *, password: bool) -> None:
        """Says why it was not made.

        Args:
            password: the words are about the password, else about the folder.
        """
        self.set_busy(False)
        field = self._password_field if password else self._folder_field
        field.show_message("error", words)
        field.editor.setFocus()

    def set_busy(self, on: bool) -> None:
        """While it is made."""
        self._make.setEnabled(not on)
        self._back.setEnabled(not on)
        if on:
            self.progress.begin(self.tr("Restoring…"))
        else:
            self.progress.end()
        self._make.set_words(self.tr("Restoring…") if on else self.tr("&Restore the library"))

    def _browse(self) -> None:
        chosen = self._ask.folder(self, self.tr("Folder of the library"))
        if chosen:
            self.folder.setText(str(chosen))

    def _check(self) -> None:
        folder, password = self.folder.text().strip(), self.password.text()
        self._folder_field.show_message("", "" if folder else self.tr("Choose a folder."))
        self._password_field.show_message("", "")
        if not self._make.isEnabled():
            return
        if not folder:
            self.refuse(self.tr("Choose a folder."), password=False)
        elif not password:
            self.refuse(self.tr("Type the password, or the recovery code from the sheet."), password=True)
        else:
            self.make_asked.emit(folder, password)
