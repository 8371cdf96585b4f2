"""The signing identity: whose it is, until when, its fingerprint; created, imported, handed to clients."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.saving import save_guide
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.clipboard import Copied, copy_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import translate
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Secret
from laborqa_desktop.views.parts.label import Elided, Icon, label, section
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.task import Task


class Facts(Protocol):
    """What is shown of an identity; usecases.company gives it."""

    @property
    def subject(self) -> str:
        """Whose it is."""
        ...

    @property
    def issuer(self) -> str:
        """Who issued the certificate."""
        ...

    @property
    def valid_to(self) -> datetime:
        """Its last moment."""
        ...

    @property
    def fingerprint(self) -> str:
        """SHA-256 in groups of four."""
        ...

    @property
    def self_signed(self) -> bool:
        """Whether the company issued it to itself."""
        ...

    @property
    def days_left(self) -> int:
        """Negative when expired."""
        ...

    @property
    def is_expired(self) -> bool:
        """Whether it can no longer sign."""
        ...

    @property
    def is_ending(self) -> bool:
        """Whether it is time to renew."""
        ...


class IdentityCard(QFrame):
    """The card.

    Signals:
        changed: another identity is in place, or there is one now.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self._pill = Pill()
        self._who = Elided("", "body", "ink", bold=True)
        self._until = label("", "quiet", "ink2", wrap=True)
        self._print = label("", "small", "ink2", wrap=True)
        self._print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._print.setAccessibleName(self.tr("Signing identity"))
        self._copy = Button(self.tr("Copy &fingerprint"), kind="link", clicked=self._copy_print)
        self.create_button = Button(self.tr("Create a &new one"), "plus", small=True, clicked=self._create)
        self.import_button = Button(self.tr("&Import .pfx…"), "folder-open", small=True, clicked=self._import)
        self.export_button = Button(self.tr("&Export for clients (.cer)…"), "download", small=True,
                                    clicked=self._export)
        self.task = Task(desk.background)
        self.task.refused.connect(self._refused)
        words = self.tr("It signs your reports. The key stays in this library; clients get only the certificate.")
        who = row(Icon("certificate", "accent", 22), holder(column(self._who, self._until, gap=2)), gap=10)
        who.setStretch(1, 1)
        self.setLayout(column(
            section(self.tr("Signing identity"), self._pill), label(words, "small", "ink2", wrap=True), who,
            self._print,
            row(self._copy, None), row(self.export_button, None),
            row(self.import_button, self.create_button, None), self.task, None, gap=8, margins=(16, 14, 16, 14)))
        self._fingerprint = ""
        self.reload()

    def reload(self) -> None:
        """Reads it anew."""
        self._desk.background.read(self._read, self.show_facts)

    def _read(self) -> Facts | None:
        try:
            return self._desk.office.company.identity_facts()
        except UserError:
            return None

    def show_facts(self, facts: Facts | None) -> None:
        """Shows an identity, or that there is none."""
        self.export_button.setEnabled(facts is not None)
        self._copy.setVisible(facts is not None)
        self._print.setVisible(facts is not None)
        if facts is None:
            self._pill.show_state(self.tr("Missing"), "error")
            self._who.set_words(self.tr("There is none yet"))
            self._until.setText(self.tr("Without it reports can be looked at and saved, but not signed."))
            return
        self._fingerprint = facts.fingerprint
        self._pill.show_state(*self._state(facts))
        self._who.set_words(facts.subject)
        until = f"{facts.valid_to.astimezone(self._desk.zone):%Y-%m-%d}"
        self._until.setText(self.tr("Valid until {date}. Issued by yourselves.").format(date=until)
                            if facts.self_signed else
                            self.tr("Valid until {date}. Issued by {issuer}.").format(date=until, issuer=facts.issuer))
        self._print.setText(self.tr("Fingerprint (SHA-256): {fingerprint}").format(fingerprint=facts.fingerprint))

    def _state(self, facts: Facts) -> tuple[str, str]:
        if facts.is_expired:
            return self.tr("Expired"), "error"
        if facts.is_ending:
            return fill(self.tr("{days} {days:day|days} left"), days=facts.days_left), "warn"
        return self.tr("Valid"), "ok"

    def _copy_print(self) -> None:
        copy_text(self._fingerprint, Copied.OPEN)
        self._desk.signals.said.emit(self.tr("The fingerprint is on the clipboard."))

    def _create(self) -> None:
        if self._fingerprint and not self._desk.ask.confirm(
                self.window(), self.tr("Create a new signing identity?"),
                self.tr("Reports signed so far stay valid. Clients need the new certificate for later ones."),
                self.tr("Create it")):
            return
        company = self._desk.office.company
        self.task.start(self.tr("Creating…"), lambda step: company.create_identity(), self._changed, fixed=True)

    def _import(self) -> None:
        files = self._desk.ask.open_files(self.window(), self.tr("Import a signing identity"),
                                          self.tr("Signing identities (*.pfx *.p12)"))
        if files:
            password = ask_secret(self, self.tr("Password of {file}").format(file=files[0].name))
            if password is not None:
                self.import_file(files[0], password)

    def import_file(self, file: Path, password: str) -> None:
        """Takes the identity of a .pfx or .p12 file."""
        company = self._desk.office.company

        def work(step: Step) -> object:
            return company.import_identity(file.read_bytes(), password)

        self.task.start(self.tr("Reading the file…"), work, self._changed, fixed=True)

    def _export(self) -> None:
        file = self._desk.ask.save_file(self.window(), self.tr("Save the certificate for clients"),
                                        self.tr("certificate") + ".cer", self.tr("Certificates (*.cer)"))
        if file is None:
            return
        company, print_of = self._desk.office.company, self._fingerprint
        guide = file.with_name(f"{file.stem}.txt")

        def work(step: Step) -> None:
            company.export_certificate(file)
            save_guide(guide, company.legal_name(), print_of, file.name, translate)

        def saved(_: object) -> None:
            self._desk.signals.said.emit(self.tr("Saved: {file}, and beside it a guide for clients").format(
                file=file.name))

        self.task.start(self.tr("Saving…"), work, saved)

    def _changed(self, changes: object) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.reload()
        self.changed.emit()

    def _refused(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("The signing identity was not changed"), words)


class _SecretDialog(Dialog):
    """Asks for a password that is used once."""

    def __init__(self, parent: IdentityCard, title: str) -> None:
        self.entry = Secret(title, "")
        frame = FieldFrame(self.tr("Password"), self.entry, help_words=self.tr("Used once, not kept."))
        super().__init__(parent.window(), title, body=frame)
        self.add_way_out(self.tr("Cancel"))
        self.add_button(self.tr("OK"), primary=True).clicked.connect(self.accept)


def ask_secret(parent: IdentityCard, title: str) -> str | None:
    """A password, or None when the user thinks better of it."""
    dialog = _SecretDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    words = dialog.entry.text()
    dialog.deleteLater()
    return words if chosen else None

