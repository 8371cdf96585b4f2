"""Who opens the library: another password, another recovery code with its sheet, a computer that remembers."""

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame

from laborqa_desktop import settings
from laborqa_desktop.catalogue import translator
from laborqa_desktop.text import english
from laborqa_desktop.views.company.access_dialogs import ask_new_password, change
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, holder, row


class AccessCard(QFrame):
    """The card. Remembering is offered only where the computer has a key store of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self.password_button = Button(self.tr("Change the &password…"), "lock", small=True, clicked=self.ask_password)
        self.code_button = Button(self.tr("New &recovery code…"), "printer", small=True, clicked=self.ask_code)
        words = self.tr("Make a new code when the sheet is lost or somebody has seen it; the old one then opens "
                        "nothing.")
        self.remember_button = Button(self.tr("Re&member on this computer…"), "user-check", small=True,
                                      clicked=self.ask_remember)
        self.forget_button = Button(self.tr("For&get on this computer"), "x", small=True, clicked=self.forget)
        self._state = label("", "small", "ink2", wrap=True)
        self.remembering = holder(column(self._state, row(self.remember_button, self.forget_button, None), gap=6))
        self.remembering.hide()
        self.setLayout(column(
            section(self.tr("Password and recovery code")), label(words, "small", "ink2", wrap=True),
            row(self.password_button, self.code_button, None), self.remembering, gap=8, margins=(16, 14, 16, 14)))
        self.reload()

    def reload(self) -> None:
        """Asks anew whether this computer can remember, and does."""
        access = self._desk.office.access

        def work() -> tuple[bool, bool]:
            can = access.can_remember()
            return can, can and access.is_remembered()

        self._desk.background.read(work, self._show_remembering)

    def _show_remembering(self, found: tuple[bool, bool]) -> None:
        can, does = found
        self.remembering.setVisible(can)
        self.remember_button.setVisible(not does)
        self.forget_button.setVisible(does)
        self._state.setText(
            self.tr("This computer opens the library without the password when the program starts. After a lock it "
                    "asks for it.") if does else
            self.tr("This computer asks for the password each time. It can remember it in the system's key store, for "
                    "the start of the program only."))

    def ask_password(self) -> FieldsDialog:
        """Asks for the old password and twice for the new one."""
        words = self.tr("Backups made before still open with the old password, and computers that remember the library "
                        "forget it.")
        dialog = ask_new_password(self._desk, self, self.tr("Change the password"), words, self._known())
        access = self._desk.office.access
        dialog.given.connect(lambda given: change(self._desk, self, access, dialog, given["known"], given))
        dialog.accepted.connect(self._forgotten)
        dialog.open()
        return dialog

    def ask_code(self) -> FieldsDialog:
        """Asks for the password, then makes another code."""
        dialog = FieldsDialog(self._desk, self, self.tr("New recovery code"), (self._known(),), self.tr("Make it"),
                              self.tr("The old code opens nothing from then on, and computers that remember the "
                                      "library forget it."))
        access, screen = self._desk.office.access, QLocale().language()

        def made(answer: tuple[str, bytes]) -> None:
            code, sheet = answer
            self._forgotten()
            self._desk.ask.tell(self.window(), self.tr("Your new recovery code"), self.tr(
                "{code}\n\nIt is shown only now. The sheet opens next: print it and keep it away from the computer."
            ).format(code=code))
            self._desk.signals.go.emit("print", sheet)

        def work(known: str) -> tuple[str, bytes]:
            code = access.new_code(known)
            if screen == QLocale.Language.Chinese:
                return code, access.sheet(code, translator("zh"), "zh")
            return code, access.sheet(code, english, "en")

        dialog.given.connect(lambda given: perform(self._desk, self, lambda: work(given["known"]), made, dialog))
        dialog.open()
        return dialog

    def ask_remember(self) -> FieldsDialog:
        """Asks for the password, so that nobody passing by can do it, then lets this computer remember."""
        dialog = FieldsDialog(self._desk, self, self.tr("Remember on this computer"), (self._known(),),
                              self.tr("Remember"), self.tr(
            "Whoever can use your account on this computer can then open the library by starting the program. After "
            "a lock, by hand or because nobody was here, the password is asked as ever."))
        access = self._desk.office.access
        dialog.given.connect(lambda given: self._remember(access, dialog, given))
        dialog.open()
        return dialog

    def _remember(self, access: Any, dialog: FieldsDialog, given: dict[str, Any]) -> None:
        perform(self._desk, self, lambda: access.remember(given["known"]), lambda _: self._remembered(True), dialog)

    def forget(self) -> None:
        """This computer asks for the password again."""
        access = self._desk.office.access
        perform(self._desk, self, access.forget, lambda _: self._remembered(False))

    def _forgotten(self) -> None:
        self._remembered(False)

    def _remembered(self, on: bool) -> None:
        store = self._desk.preferences
        store.keep(settings.remembered(store.now, str(self._desk.office.store.folder), on))
        self.reload()

    def _known(self) -> Asked:
        return Asked("known", self.tr("Password or recovery code now"), "secret")
