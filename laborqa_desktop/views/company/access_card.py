"""Another password, another recovery code; the new code is shown once, with the sheet to print."""

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame

from laborqa_desktop.catalogue import translator
from laborqa_desktop.text import english
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, row

SHORTEST = 8


class AccessCard(QFrame):
    """The card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self.password_button = Button(self.tr("Change the &password…"), "lock", small=True, clicked=self.ask_password)
        self.code_button = Button(self.tr("New &recovery code…"), "printer", small=True, clicked=self.ask_code)
        words = self.tr("Make a new code when the sheet is lost or somebody has seen it; the old one then opens "
                        "nothing.")
        self.setLayout(column(
            section(self.tr("Password and recovery code")), label(words, "small", "ink2", wrap=True),
            row(self.password_button, self.code_button, None), gap=8, margins=(16, 14, 16, 14)))

    def ask_password(self) -> FieldsDialog:
        """Asks for the old password and twice for the new one."""
        dialog = FieldsDialog(self._desk, self, self.tr("Change the password"), (
            self._known(), Asked("new", self.tr("New password"), "secret"),
            Asked("again", self.tr("The new password again"), "secret")), self.tr("Change it"))
        dialog.given.connect(lambda given: self._change(dialog, given))
        dialog.open()
        return dialog

    def ask_code(self) -> FieldsDialog:
        """Asks for the password, then makes another code."""
        dialog = FieldsDialog(self._desk, self, self.tr("New recovery code"), (self._known(),), self.tr("Make it"),
                              self.tr("The old code opens nothing from then on."))
        access, screen = self._desk.office.access, QLocale().language()

        def made(answer: tuple[str, bytes]) -> None:
            code, sheet = answer
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

    def _known(self) -> Asked:
        return Asked("known", self.tr("Password or recovery code now"), "secret")

    def _change(self, dialog: FieldsDialog, given: dict[str, Any]) -> None:
        if given["new"] != given["again"]:
            dialog.refuse(self.tr("The two passwords differ."))
        elif len(given["new"]) < SHORTEST:
            dialog.refuse(self.tr("At least 8 characters."))
        else:
            access = self._desk.office.access
            perform(self._desk, self, lambda: access.change_password(given["known"], given["new"]),
                    lambda _: self._desk.signals.said.emit(self.tr("The password is changed.")), dialog)
