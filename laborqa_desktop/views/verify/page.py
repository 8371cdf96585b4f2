"""Drop a PDF: who signed it and when, whether it is whole, whether it is ours, whether a newer one replaces it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from laborqa_desktop.text import N_, Text, fill
from laborqa_desktop.usecases.saving import read_file
from laborqa_desktop.usecases.verifying import Checked
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.importing.file_step import DropBox
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import box, card, column, empty, holder, row, scrolling
from laborqa_desktop.views.report.preview import Preview
from laborqa_desktop.views.task import Task

ICONS = {"ok": "circle-check", "warn": "alert-triangle", "error": "ban"}
STATUS = {
    "ok": N_("VerifyPage", "Reliable"),
    "warn": N_("VerifyPage", "Look closely"),
    "error": N_("VerifyPage", "Do not rely on it"),
}
"""One word beside the icon, for whoever reads nothing else."""


class VerifyPage(AnyScreen):
    """The page.

    Signals:
        verified: Checked, for whoever waits for it.
    """

    verified = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._report: int | None = None
        self._pdf = b""
        self.drop = DropBox("shield-check", self.tr("Drop a PDF here"), self.tr("&Choose a PDF…"),
                            self.tr("Ours or somebody else's. The file is only looked at and stays on this computer."))
        self.drop.dropped.connect(self.verify_file)
        self.drop.choose.connect(self.choose)
        self.task = Task(desk.background)
        self.task.refused.connect(self._refused)
        self._status_icon, self._status = Icon("circle-check", "ok", 32), label("", "page")
        self._headline = label("", "body", "ink", wrap=True)
        self._verdict = box("ok")
        words = row(self._status_icon, holder(column(self._status, self._headline, gap=2)), gap=14,
                    margins=(16, 14, 16, 14))
        words.setStretch(1, 1)
        self._verdict.setLayout(words)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._name = Elided("", "body", "ink", bold=True)
        self.open_report = Button(self.tr("&Show in the register"), "file-certificate", clicked=self._show_report)
        self.another = Button(self.tr("&Another PDF…"), "folder-open", "primary", clicked=self.choose)
        self._details_button = Button(self.tr("&Details"), "chevron-right", "quiet", small=True,
                                      clicked=self._fold)
        self._details = label("", "small", "ink2", wrap=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                              | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._details.setAccessibleName(self.tr("Technical details"))
        self._details.hide()
        self.preview = Preview(desk.background)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.drop)
        self._pages.addWidget(self._answer())
        made = column(self.task, self._pages, gap=8)
        made.setStretch(1, 1)
        self.setLayout(made)

    def _answer(self) -> QWidget:
        top = row(Icon("file-certificate", "accent", 20), self._name, gap=10)
        top.setStretch(1, 1)
        inner = column(top, self._verdict, self._lines, row(self._details_button, None), self._details, None, gap=12,
                       margins=(16, 14, 16, 10))
        foot = row(self.open_report, None, self.another, gap=10, margins=(16, 8, 16, 12))
        left: QFrame = card(column(scrolling(inner), foot, gap=0, margins=(1, 1, 1, 1)))
        right = card(column(self.preview, margins=(1, 1, 1, 1)))
        made = row(left, right, gap=12)
        made.setStretch(0, 5)
        made.setStretch(1, 6)
        return holder(made)

    def verify_file(self, file: Path) -> None:
        """Checks a file; the window calls it for a PDF dropped anywhere."""
        verifying = self._desk.office.verifying

        def work(step: Step) -> tuple[Path, bytes, Checked]:
            data = read_file(file)
            return file, data, verifying.verify(data)

        self.task.start(self.tr("Checking {file}…").format(file=file.name), work, self._show)

    def arrive(self, what: object) -> None:
        """A file to check came from elsewhere in the window."""
        if isinstance(what, Path):
            self.verify_file(what)

    def choose(self) -> None:
        """Asks for a PDF and verifies it."""
        files = self._desk.ask.open_files(self.window(), self.tr("Choose a PDF"), self.tr("PDF (*.pdf)"))
        if files:
            self.verify_file(files[0])

    def _show(self, answer: tuple[Path, bytes, Checked]) -> None:
        file, data, checked = answer
        lines = checked.lines(str(self._desk.zone))
        level = _gravest([one for one, _ in lines])
        self._name.set_words(file.name)
        self._verdict.setProperty("box", level)
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._status_icon.show_icon(ICONS[level], level)
        self._status.setText(say(STATUS[level]))
        self._headline.setText(say(lines[0][1]))
        self._verdict.setAccessibleName(f"{say(STATUS[level])}. {say(lines[0][1])}")
        empty(self._lines)
        for one, text in lines[1:]:
            if not _is_detail(text):
                self._lines.addWidget(self._line(one, text))
        self._show_details(checked, [say(text) for _, text in lines if _is_detail(text)], len(data))
        self._report = checked.report_id
        self.open_report.setVisible(checked.report_id is not None)
        self._pdf = b"" if checked.is_unreadable else data
        self._show_pdf()
        self._pages.setCurrentIndex(1)
        self.another.setFocus()
        self.verified.emit(checked)

    def _show_pdf(self) -> None:
        if self._pdf:
            self.preview.show_pdf(self._pdf)
        else:
            self.preview.show_nothing(self.tr("Nothing to show"))

    def leave(self) -> None:
        """The user goes elsewhere, or the library closes: the file is let go."""
        self.preview.show_nothing("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pdf and not self.preview.view.pages:
            self._show_pdf()

    def _line(self, level: str, text: Text) -> QWidget:
        mark = column(3, Icon(ICONS[level], level), None, gap=0)
        made = row(mark, label(say(text), "body", "ink", wrap=True), gap=10)
        made.setStretch(1, 1)
        return holder(made)

    def _show_details(self, checked: Checked, words: list[str], size: int) -> None:
        lines = [self.tr("SHA-256 of the file: {digest}").format(digest=_grouped(checked.verdict.sha256)),
                 fill(self.tr("{size} {size:byte|bytes}"), size=f"{size:,}"), *words]
        for one in checked.verdict.signatures:
            issuer = self.tr("itself") if one.self_signed else one.issuer
            lines.append(self.tr('Signature "{field}" by {signer}, certificate issued by {issuer}').format(
                field=one.field, signer=one.signer, issuer=issuer))
        self._details.setText("\n".join(lines))
        self._details.hide()
        self._details_button.set_words(self.tr("&Details"))

    def _fold(self) -> None:
        on = not self._details.isVisible()
        self._details.setVisible(on)
        self._details_button.setIcon(icon("chevron-down" if on else "chevron-right"))
        self._details_button.set_words(self.tr("Hide &details") if on else self.tr("&Details"))

    def _show_report(self) -> None:
        if self._report is not None:
            self._desk.signals.go.emit("report", self._report)

    def _refused(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("The file was not checked"), words)


def _gravest(levels: list[str]) -> str:
    return next((level for level in ("error", "warn") if level in levels), "ok")


def _is_detail(text: Text) -> bool:
    return "{fingerprint}" in text.source


def _grouped(digest: str) -> str:
    return " ".join(digest[place:place + 8] for place in range(0, len(digest), 8))


def make_verify_page(desk: Desk) -> VerifyPage:
    """The page, for the main window."""
    return VerifyPage(desk)
