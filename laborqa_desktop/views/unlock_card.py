"""The card that asks for a library's password."""

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry, Secret
from laborqa_desktop.views.parts.label import Icon, label
from laborqa_desktop.views.parts.layout import holder, leave_room, row


class UnlockCard(QFrame):
    """Password, working person, open.

    Signals:
        open_asked: (secret, person).
    """

    open_asked = Signal(str, str)

    def __init__(self, person: str) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._full = False
        self._title = label("", "page", wrap=True)
        self._usual = self.tr("The library is encrypted. The password is checked on this computer only; nobody can "
                              "bring it back. Keep the recovery sheet safe.")
        self._words = label(self._usual, tone="ink2", wrap=True)
        self.password = Secret(self.tr("Password"), self.tr("Show the password"))
        self._field = FieldFrame(self.tr("Password"), self.password)
        self.person = Entry(person)
        self._person_field = FieldFrame(self.tr("Who is working"), self.person,
                                        help_words=self.tr("This name stands in the history of what you change."))
        words = label(self.tr("Caps Lock seems to be on"), "small", "warn")
        caps = row(Icon("alert-triangle", "warn", 14), words, None, gap=6)
        self._caps = holder(caps)
        self._caps.hide()
        self._open = Button(self.tr("&Open"), kind="primary", keys="Enter", clicked=self._ask)
        self._open.setMinimumWidth(120)
        self._forgot = Button(self.tr("&Forgotten?"), kind="link", clicked=self._help)
        made = QVBoxLayout()
        made.setContentsMargins(32, 28, 32, 24)
        made.setSpacing(6)
        made.addLayout(row(Icon("shield-lock", "accent", 28), None))
        leave_room(made, 4)
        for part in (self._title, self._words):
            made.addWidget(part)
        leave_room(made, 10)
        made.addWidget(self._field)
        made.addWidget(self._caps)
        made.addWidget(self._person_field)
        leave_room(made, 8)
        made.addLayout(row(self._open, label("Enter", "small", "ink2"), None, self._forgot, gap=10))
        made.addStretch(1)
        self.setLayout(made)
        self.password.returnPressed.connect(self._ask)
        self.person.returnPressed.connect(self._ask)
        self.password.caps_lock.connect(self._caps.setVisible)
        self.password.settled.connect(self._typed)

    def show_library(self, name: str, password: str = "", words: str = "") -> None:
        """Asks for that library's password.

        Args:
            password: filled in and shown: the sample's.
            words: said instead of the usual ones.
        """
        self._title.setText(self.tr('Open "{name}"').format(name=name))
        self.password.setText(password)
        self._words.setText(words or self._usual)
        self._field.show_message("", "")
        self.password.selectAll()

    def refuse(self, words: str) -> None:
        """Says why it did not open; the password stays, selected."""
        self.set_busy(False)
        self._field.show_message("error", words)
        self.password.setFocus()
        self.password.selectAll()

    def set_busy(self, on: bool, words: str = "", opening: bool = True) -> None:
        """While the library opens.

        Args:
            words: what takes its time.
            opening: it is an opening, which the button then says.
        """
        if words:
            self._words.setText(words)
        self._open.setEnabled(not on)
        self._open.set_words(self.tr("Opening…") if on and opening else self.tr("&Open"))
        self.password.set_read_only(on)

    def _ask(self) -> None:
        if self._open.isEnabled() and not self.password.composing and not self.person.composing:
            if not self.password.text():
                self.refuse(self.tr("Type the password, or the recovery code from the sheet."))
                return
            self.open_asked.emit(self.password.text(), self.person.text().strip())

    def _typed(self, words: str) -> None:
        full = any(unicodedata.east_asian_width(letter) == "F" for letter in words)
        if full:
            self._field.show_message("warn", self.tr("Full-width letters: switch the input method to half width or to "
                                                     "English."))
        elif self._full:
            self._field.show_message("", "")
        self._full = full

    def _help(self) -> None:
        self._field.show_message("", self.tr("Type the recovery code from the printed sheet in place of the password; "
                                             "a new password is asked next. Without password and code nobody can open "
                                             "the library."))
        self.password.setFocus()
