"""The dialogs that ask for a new password, from the settings and after the recovery code has opened the library."""

from typing import Any

from PySide6.QtWidgets import QWidget

from laborqa_desktop.usecases.access import Access
from laborqa_desktop.usecases.strength import SHORTEST, names_of
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.i18n import translate


def ask_new_password(desk: Desk, owner: QWidget, title: str, words: str = "", known: Asked | None = None,
                     no: str = "") -> FieldsDialog:
    """A dialog for a new password, typed twice, with its strength said below.

    Args:
        known: the question for what opens the library now, where it must be asked.
        no: what the button says that leaves everything as it is.
    """
    asked = (*((known,) if known else ()), Asked("new", translate("AccessDialogs", "New password"), "new secret"),
             Asked("again", translate("AccessDialogs", "The new password again"), "secret"))
    company, person = desk.office.company.legal_name(), desk.office.person
    return FieldsDialog(desk, owner, title, asked, translate("AccessDialogs", "Change it"), words, no=no,
                        names=lambda: names_of(company, person))


def flaw_of(given: dict[str, Any]) -> str:
    """Why the two new passwords cannot be taken, or ""."""
    if given["new"] != given["again"]:
        return translate("AccessDialogs", "The two passwords differ.")
    return translate("AccessDialogs", "At least 8 characters.") if len(given["new"]) < SHORTEST else ""


def change(desk: Desk, owner: QWidget, access: Access, dialog: FieldsDialog, known: str,
           given: dict[str, Any]) -> None:
    """Changes the password, or says in the dialog why not."""
    flaw = flaw_of(given)
    if flaw:
        dialog.refuse(flaw)
        return
    perform(desk, owner, lambda: access.change_password(known, given["new"]),
            lambda _: desk.signals.said.emit(translate("AccessDialogs", "The password is changed.")), dialog)


def ask_after_recovery(desk: Desk, owner: QWidget, access: Access, code: str) -> FieldsDialog:
    """The code has opened the library: a new password is due, now or later."""
    dialog = ask_new_password(
        desk, owner, translate("AccessDialogs", "Choose a new password"), translate(
            "AccessDialogs", "The library was opened with the recovery code. Choose a new password now; the code on "
                             "the sheet stays valid, so put the sheet back. Later means: the forgotten password "
                             "stays, and the code is needed again next time."),
        no=translate("AccessDialogs", "&Later"))
    dialog.given.connect(lambda given: change(desk, owner, access, dialog, code, given))
    dialog.open()
    return dialog
