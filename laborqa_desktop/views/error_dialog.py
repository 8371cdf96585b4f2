"""A mistake of the program, told: first a sentence, the report behind a button, and ways to take it along."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laborqa_desktop import crashes
from laborqa_desktop.errors import UserError
from laborqa_desktop.views import theme
from laborqa_desktop.views.ask import Ask, Dialog
from laborqa_desktop.views.clipboard import Copied, copy_text
from laborqa_desktop.views.i18n import say, sentences
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.layout import column, holder

_REPORT_HEIGHT = 220


class CrashDialog(Dialog):
    """What went wrong. The report is folded away, can be read, and only then copied or saved; nothing is ever sent.

    Args:
        text: the report.
        file: where it is kept; None where the disk would not have it.
        earlier: the program ended unexpectedly before this start, rather than failed at something just now.
    """

    def __init__(self, parent: QWidget, ask: Ask, text: str, file: Path | None = None, earlier: bool = False) -> None:
        self._ask, self._text = ask, text
        self._body = QPlainTextEdit(text)
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setFont(theme.font("small"))
        self._body.setMinimumHeight(_REPORT_HEIGHT)
        self._body.setAccessibleName(self.tr("Report without personal data"))
        self._body.hide()
        title = self.tr("The program made a mistake")
        words = self.tr("What was saved is safe, and what you typed is kept as a draft. You can go on; if it happens "
                        "again, close the program and open it anew.")
        if earlier:
            title = self.tr("The program ended unexpectedly last time")
            words = self.tr("What was saved is safe. What you had typed comes back when you open the library.")
        private = self.tr("The report holds no personal data and is sent to nobody. If you want help, copy or save it "
                          "and pass it on yourself.")
        if file is not None:
            private = sentences(private, self.tr("It is kept as {file}.").format(file=file.name))
        super().__init__(parent, title, f"{words}\n\n{private}", holder(column(self._body)))
        self._copy = self.add_button(self.tr("&Copy"))
        self._copy.clicked.connect(self._copy_report)
        self._save = self.add_button(self.tr("&Save…"))
        self._save.clicked.connect(self._save_report)
        self.fold = self.add_button(self.tr("Show the &report"))
        self.fold.clicked.connect(self.show_report)
        self.done_button = self.add_button(self.tr("C&lose") if earlier else self.tr("&Go on"), primary=True)
        self.done_button.clicked.connect(self.accept)
        self._copy.hide()
        self._save.hide()
        self.done_button.setFocus()
        least_width(self, 560)
        if earlier:
            self.show_report()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))

    def show_report(self) -> None:
        """Unfolds the report; from now on it can be taken along."""
        self._body.show()
        self._copy.show()
        self._save.show()
        self.fold.hide()
        self._body.setFocus()
        self.resize(self.width(), self.heightForWidth(self.width()))
        self._come_into_sight()

    def _come_into_sight(self) -> None:
        """Grown downwards, the foot could lie below a small window or screen: the middle goes to the window's."""
        if self.isVisible() and (parent := self.parentWidget()) is not None:
            window = parent.window()
            place = self.rect()
            place.moveCenter(window.mapToGlobal(window.rect().center()))
            self.move(place.topLeft())

    def _copy_report(self) -> None:
        copy_text(self._text, Copied.OPEN)

    def _save_report(self) -> None:
        target = self._ask.save_file(self, self.tr("Save the report"), "laborqa-report.txt", self.tr("Text (*.txt)"))
        if target is None:
            return
        try:
            crashes.save_copy(self._text, target)
        except UserError as error:
            self._ask.tell(self, self.tr("This did not work"), say(error.text))
