"""A small dialog for an act that needs a name, a day, a reason or a scan; it stays open until the act has succeeded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.inputs import Entry, Secret
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.password_hints import hint_known, hint_new
from laborqa_desktop.views.reading import Unreadable

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """One thing asked for.

    Attributes:
        sort: line, secret, new secret (its strength is said), long, day or file; the answer is str, date or Path, None
            for no file.
    """

    key: str
    label: str
    sort: str = "line"
    value: Any = None
    required: bool = True
    hint: str = ""


class FieldsDialog(FittedDialog):
    """Asks for a few things.

    Signals:
        given: {key: answer}; the dialog waits for close() or refuse().
    """

    given = Signal(dict)

    def __init__(self, desk: Desk, parent: QWidget, title: str, asked: Sequence[Asked], yes: str,
                 words: str = "", no: str = "", names: Callable[[], Sequence[str]] = tuple) -> None:
        """Args:
        no: what the button says that gives nothing; "Cancel" without it.
        names: what a new secret should not be made of.
        """
        self._desk, self._asked, self._names = desk, asked, names
        self._boxes: dict[str, QWidget] = {}
        self._files: dict[str, Path] = {}
        self._frames: dict[str, FieldFrame] = {}
        self._band = Band("warn", "")
        self._band.hide()
        body = column(gap=10)
        super().__init__(parent, title, words, holder(body))
        for one in asked:
            body.addWidget(self._frame(one))
        body.addWidget(self._band)
        self.add_way_out(no or self.tr("Cancel"))
        self.yes = self.add_button(yes, primary=True, keys="Ctrl+Enter")
        self.yes.clicked.connect(self._give)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        least_width(self, 480)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self._give)

    def refuse(self, words: str) -> None:
        """Says why it did not work; what was typed stays."""
        self.yes.setEnabled(True)
        self._band.say(words)
        self._band.show()

    def box(self, key: str) -> QWidget:
        """The editor of one answer."""
        return self._boxes[key]

    def _frame(self, one: Asked) -> QWidget:
        box: QWidget
        if one.sort == "tick":
            ticked = Tick(one.label)
            ticked.setChecked(bool(one.value))
            self._boxes[one.key] = ticked
            return ticked
        if one.sort == "long":
            box = QPlainTextEdit(str(one.value or ""))
            box.setTabChangesFocus(True)
            box.setPlaceholderText(one.hint)
            box.setFixedHeight(round(theme.sizes().body * 5.5))
        elif one.sort == "day":
            box = DateEntry(self._desk.today)
            box.set_value(one.value)
        elif "secret" in one.sort:
            box = Secret(one.label, self.tr("Show the password"))
        elif one.sort == "file":
            box = Entry(hint=one.hint, read_only=True)
        else:
            box = Entry(str(one.value or ""), hint=one.hint)
        box.setObjectName(one.key)
        self._boxes[one.key] = box
        frame = FieldFrame(one.label, box, one.required)
        self._frames[one.key] = frame
        if isinstance(box, Secret):
            hint_new(box, frame, self._names) if one.sort == "new secret" else hint_known(box, frame)
        if one.sort != "file":
            return frame
        choose = Button(self.tr("Choose…"), "paperclip", clicked=lambda: self._choose(one.key))
        made = row(frame, choose, gap=8)
        made.setStretch(0, 1)
        made.setAlignment(choose, Qt.AlignmentFlag.AlignBottom)
        return holder(made)

    def _choose(self, key: str) -> None:
        patterns = self.tr("Pictures and PDF (*.png *.jpg *.jpeg *.pdf)")
        files = self._desk.ask.open_files(self, self._frames[key].name, patterns)
        if files:
            self.take_file(key, files[0])

    def take_file(self, key: str, file: Path) -> None:
        """Answers with a file."""
        self._files[key] = file
        box = self._boxes[key]
        assert isinstance(box, Entry)
        box.setText(file.name)

    def _answer(self, one: Asked) -> Any:
        box = self._boxes[one.key]
        if one.sort == "file":
            return self._files.get(one.key)
        if isinstance(box, Tick):
            return box.isChecked()
        if isinstance(box, DateEntry):
            return box.value()
        if isinstance(box, QPlainTextEdit):
            return box.toPlainText().strip()
        assert isinstance(box, Entry)
        return box.text() if "secret" in one.sort else box.text().strip()

    def _give(self) -> None:
        answers: dict[str, Any] = {}
        wrong: QWidget | None = None
        for one in self._asked:
            words = ""
            try:
                answers[one.key] = self._answer(one)
                if one.required and one.sort != "tick" and not answers[one.key]:
                    words = self.tr("This must be filled in.")
            except Unreadable:
                words = self.tr("This is no date. Write 2026-11-22, 2026.5.1 or 5.1.")
            if one.key in self._frames:     # a tick cannot be wrong
                self._frames[one.key].show_message("error" if words else "", words)
            wrong = wrong or (self._boxes[one.key] if words else None)
        if wrong is not None:
            wrong.setFocus()
            return
        self.yes.setEnabled(False)
        self.given.emit(answers)


def perform(desk: Desk, owner: QWidget, work: Callable[[], T], done: Callable[[T], None],
            dialog: FieldsDialog | None = None) -> None:
    """Runs an act in the worker; a refusal is said in the dialog, or in one of its own.

    Args:
        owner: nothing is delivered once it is gone.
    """
    _perform(desk, owner, lambda step: work(), done, dialog, translate("FieldsDialog", "Working…"), False)


def perform_stepped(desk: Desk, owner: QWidget, words: str, work: Callable[[Step], T], done: Callable[[T], None],
                    dialog: FieldsDialog | None = None) -> None:
    """The same for work that may take long: the window shows how far it is, and it can be cancelled.

    Args:
        words: what is being done.
        work: tells its steps, and leaves nothing behind when one raises Cancelled.
        dialog: goes at once, so that the window under it can show progress and cancel; a refusal is told by itself.
    """
    if dialog is not None:
        dialog.accept()
    _perform(desk, owner, work, done, None, words, True)


def _perform(desk: Desk, owner: QWidget, work: Callable[[Step], T], done: Callable[[T], None],
             dialog: FieldsDialog | None, words: str, stoppable: bool) -> None:
    def succeeded(answer: T) -> None:
        if dialog is not None and shiboken6.isValid(dialog):
            dialog.accept()
        if shiboken6.isValid(owner):
            done(answer)

    def failed(error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if dialog is not None and shiboken6.isValid(dialog):
            dialog.refuse(say(error.text))
        elif shiboken6.isValid(owner):
            desk.ask.tell(owner.window(), _title(), say(error.text))

    def stopped() -> None:
        desk.signals.said.emit(translate("FieldsDialog", "Cancelled; nothing was changed."))

    desk.background.run(work, succeeded, failed, words=words, stoppable=stoppable,
                        stopped=stopped if stoppable else None)


def _title() -> str:
    return translate("FieldsDialog", "That did not work")
