"""The report before it leaves the house: options at the left, the real PDF at the right, signing at the foot."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from laborqa_desktop.catalogue import translator
from laborqa_desktop.text import Text, fill
from laborqa_desktop.usecases.issuing import Issued, Planned
from laborqa_desktop.usecases.report_request import LONGEST_WORDS, Request
from laborqa_desktop.usecases.saving import save_file
from laborqa_desktop.usecases.unfinished import BegunReport
from laborqa_desktop.usecases.verifying import Checked
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.background import Job, Step
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import box, column, holder, row, rule, scrolling
from laborqa_desktop.views.parts.limited import LimitedEntry, limited
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.report.draft import Draft, make_draft
from laborqa_desktop.views.report.foot import ReportFoot
from laborqa_desktop.views.report.keeping import WordsKeeper
from laborqa_desktop.views.report.options import Options
from laborqa_desktop.views.report.preview import Preview
from laborqa_desktop.views.report.signing_card import SigningCard
from laborqa_desktop.views.task import Task

REFRESH_AFTER_MS = 500      # typing does not draw the report at every key
_OPTIONS_PX = 384


class ReportDialog(QDialog):
    """Chooses, previews, signs and exports one report. Ctrl+Enter signs.

    Args:
        request: what to begin with, such as that of the version to correct; name: of its client or site.

    Signals:
        issued: Issued.
        company_asked: the user wants to the company page.
        left: the library is being locked while something typed stands here.
    """

    issued = Signal(object)
    company_asked = Signal()
    left = Signal()
    _stage = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, request: Request | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Monthly service-quality report"))
        self._desk = desk
        self._job: Job | None = None
        self._shown = Draft()
        self._target: Path | None = None
        self._issued: Issued | None = None
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        self.options, self.preview, self.signing = Options(desk), Preview(desk.background), SigningCard(desk)
        self.task = Task(desk.background)
        self.reason = LimitedEntry(LONGEST_WORDS, hint=self.tr("Why a correction is issued"))
        self._reason_frame = limited(FieldFrame(self.tr("Reason of the correction"), self.reason))
        self._again = Band("soft", self.tr("What you had typed is here again."), button=self.tr("Begin a&new"),
                           clicked=self.begin_anew)
        self.keeper = WordsKeeper(desk, self, self.begun)
        self._notice, self._correction = Band("warn", ""), Band("soft", "")
        self._pages = Pill("", "plain")
        self.foot = ReportFoot()
        self._build()
        self._connect()
        self._begin(request, name)

    def _build(self) -> None:
        title = row(label(self.tr("Monthly service-quality report"), "title"), self._pages, None,
                    icon_button("x", self.tr("Close"), "Esc", self.close), gap=10, margins=(20, 10, 12, 10))
        side = column(self._again, self._correction, self._reason_frame, self.options, None, gap=10,
                      margins=(20, 14, 16, 14))
        below = column(self._notice, section(self.tr("Signature")), self.signing, gap=8, margins=(20, 10, 16, 12))
        options = column(scrolling(side), rule(), below, gap=0)
        options.setStretch(0, 1)
        left = holder(options)
        fixed_width(left, _OPTIONS_PX)
        middle = row(left, rule("v"), self.preview, gap=0)
        middle.setStretch(2, 1)
        working = holder(column(self.task, margins=(20, 6, 20, 0)))
        made = column(title, rule(), middle, rule(), working, self.foot, gap=0)
        made.setStretch(2, 1)
        body = box("plain", made)
        self.setLayout(column(body, gap=0))
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(max(940, min(1160, room.width() - 100)), max(560, min(900, room.height() - 40)))

    def _connect(self) -> None:
        self.options.changed.connect(self._timer.start)
        self.options.changed.connect(self._typed)
        self.reason.settled.connect(self._typed)
        self.options.subject_changed.connect(self._propose_month)
        self.signing.company_asked.connect(self._to_company)
        self.preview.shown.connect(self._show_pages)
        self.task.began.connect(self._enable)
        self.task.ended.connect(self._enable)
        self.task.refused.connect(self._refused)
        self._stage.connect(self._show_stage)
        for button, act in ((self.foot.save, self.save_draft), (self.foot.cancel, self.close),
                            (self.foot.sign, self.sign_and_export), (self.foot.folder, self._open_folder),
                            (self.foot.correct, self.begin_correction), (self.foot.finish, self.accept)):
            button.clicked.connect(act)
        self.finished.connect(self._left)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self.sign_and_export)

    def _begin(self, request: Request | None, name: str) -> None:
        self.preview.show_nothing(self.tr("Choose a client or a site and a month."))
        self._reason_frame.hide()
        self._correction.hide()
        self._notice.hide()
        self._again.hide()
        if request is not None:
            self.options.language.set_current(request.language)
            self.options.set_subject(request.client_id, request.site_id, name)
            self.options.set_month(request.month)
            self.options.set_words(request.words)
        self.keeper.shown(draft=False)
        self._enable()
        self.refresh()
        self.options.subject.setFocus()

    # ------------------------------------------------------------ what is typed is kept

    def begun(self) -> BegunReport:
        """All that stands in the dialog."""
        return replace(self.options.begun(), reason=self.reason.text().strip())

    def show_begun(self, begun: BegunReport) -> None:
        """Shows what was typed earlier and not issued."""
        self.options.show_begun(begun)
        self.reason.setText(begun.reason)
        self.keeper.shown(draft=True)
        self._again.show()
        self.refresh()

    def begin_anew(self) -> None:
        """Forgets what was typed earlier."""
        self.options.show_begun(BegunReport(language=self.options.begun().language))
        self.reason.clear()
        self._again.hide()
        self.keeper.forget()
        self.refresh()
        self.options.subject.setFocus()

    def _typed(self) -> None:
        if self._issued is None:
            self.keeper.typed()

    def leave(self) -> None:
        """The library is being locked: what is typed is kept, and the dialog comes back with it."""
        if self._issued is None:
            self.keeper.keep()
            if self.keeper.has_draft:
                self.left.emit()

    # ------------------------------------------------------------ preview

    def _propose_month(self) -> None:
        number = self.options.subject.record_id
        if number is None:
            return
        reporting = self._desk.office.reporting
        client, site = (number, None) if number > 0 else (None, -number)
        self._desk.background.read(lambda: reporting.proposed_month(client, site), self.options.set_month)
        self._timer.start()

    def refresh(self) -> None:
        """Draws the report anew, off the GUI thread; the pages shown stay until it is there."""
        if self._job:
            self._job.cancel()
        request, office = self.options.request(), self._desk.office
        if self._issued is not None:
            return

        self._job = self._desk.background.read(lambda: make_draft(office, request), self._show)

    def _show(self, draft: Draft) -> None:
        self._job, self._shown = None, draft
        self.signing.show_facts(draft.facts)
        notices = [say(one) for one in draft.outlook.notices] if draft.outlook else []
        self._notice.setVisible(bool(notices))
        if notices:
            self._notice.say(notices[0], notices[1:])
        self._show_correction(draft.planned)
        if draft.pdf:
            self.preview.show_pdf(draft.pdf)
        elif draft.problem is not None:
            self.preview.show_nothing(say(draft.problem))
        else:
            self.preview.show_nothing(self.tr("Choose a client or a site and a month."))
        self._enable()

    def _show_correction(self, planned: Planned | None) -> None:
        again = planned is not None and planned.previous_id is not None
        self._reason_frame.setVisible(again)
        self._correction.setVisible(again)
        if planned is None or not again:
            return
        lines = [say(one) for one in planned.changed] or [self.tr("No record changed since.")]
        self._correction.say(self.tr("{code} takes the place of {previous}, which is kept").format(
            code=planned.code, previous=planned.previous), lines)

    def _show_pages(self, pages: int) -> None:
        self._pages.show_state(fill(self.tr("{count} {count:page|pages}"), count=pages), "plain")
        self._pages.show()

    # ------------------------------------------------------------ state

    def _enable(self) -> None:
        if self._issued is not None:
            self.foot.show_issued(has_file=self._target is not None)
            return
        self._pages.setVisible(bool(self._shown.pdf))
        self.foot.show_draft(self._shown, busy=self.task.busy)

    def _show_stage(self, text: Text) -> None:
        self.foot.say_more(say(text))

    # ------------------------------------------------------------ acts

    def save_draft(self) -> None:
        """Saves what the preview shows: no number, no signature, marked as a draft."""
        pdf = self._shown.pdf
        if not pdf or self.task.busy:
            return
        name = self.tr("draft") + f" {self.options.month.text()}.pdf"
        file = self._desk.ask.save_file(self, self.tr("Save the draft"), name, self.tr("PDF (*.pdf)"))
        if file is not None:
            def saved(_: object) -> None:
                self._desk.signals.said.emit(self.tr("Saved: {file}").format(file=file.name))
                self.foot.say_more(self.tr("Saved: {file}").format(file=file.name))

            self.task.start(self.tr("Saving…"), lambda step: save_file(file, pdf), saved)

    def sign_and_export(self) -> None:
        """Asks once, then numbers, signs, writes and registers the report."""
        request, planned = self.options.request(), self._shown.planned
        if request is None or planned is None or not self.foot.sign.isEnabled() or self._issued is not None:
            return
        if self._timer.isActive():      # typed since the preview was drawn
            self._timer.stop()
        notices = [say(one) for one in self._shown.outlook.notices] if self._shown.outlook else []
        if not self._desk.ask.confirm(
                self, self.tr("Sign and issue {code}?").format(code=planned.code),
                self.tr("A signed report is registered and never changed; a correction is a new version."),
                self.tr("Sign and issue"), notices):
            return
        file = self._desk.ask.save_file(self, self.tr("Save the signed report"), f"{planned.code}.pdf",
                                        self.tr("PDF (*.pdf)"))
        if file is None:
            return
        office, reason = self._desk.office, self.reason.text().strip()

        def work(step: Step) -> tuple[Issued, Checked]:
            made = office.issuing.issue(request, translator(request.language), file, reason=reason,
                                        stage=self._stage.emit, step=step)
            return made, office.verifying.verify(file.read_bytes())

        self._target = file
        self.task.start(self.tr("Signing and exporting…"), work, self._signed, keeps=True)

    def _signed(self, answer: tuple[Issued, Checked]) -> None:
        issued, checked = answer
        self._issued = issued
        self.options.lock()
        self.keeper.forget()
        self._again.hide()
        self.reason.set_read_only(True)
        self._notice.hide()
        self.preview.show_pdf(issued.pdf)
        self._show_checks(issued, checked)
        self._enable()
        self.foot.finish.setFocus()
        self._desk.signals.changed.emit(issued.changes, self)
        self.issued.emit(issued)

    def _show_checks(self, issued: Issued, checked: Checked) -> None:
        zone = str(self._desk.zone)
        lines = checked.lines(zone)
        checks: list[tuple[str, str]] = [(level, say(text)) for level, text in lines[:2]]
        size = f"{len(issued.pdf) / 1_000_000:.1f}"
        name = self._target.name if self._target else f"{issued.code}.pdf"
        checks.append(("ok", fill(self.tr("{file}, {size} MB, {pages} {pages:page|pages}"),
                                  file=name, size=size, pages=issued.pages)))
        self.signing.show_checks(checks)
        if checked.is_good:
            self.foot.say(self.tr("Signed, content locked"), "ok",
                          self.tr("{code}; a correction becomes V{next}, this one is kept").format(
                              code=issued.code, next=issued.version + 1))
        else:
            self.foot.say(self.tr("Altered"), "error", say(checked.why))

    def begin_correction(self) -> None:
        """Begins the next version from the words of this one."""
        request, name = self.options.request(), self.options.subject.text()
        parent = self.parentWidget()
        if request is None or parent is None:
            return
        made = ReportDialog(self._desk, parent, request, name)
        made.issued.connect(self.issued)
        made.company_asked.connect(self.company_asked)
        made.left.connect(self.left)
        self.accept()
        made.open()

    def _open_folder(self) -> None:
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    def _to_company(self) -> None:
        self.company_asked.emit()
        self._desk.signals.go.emit("company", None)
        self.close()

    def _refused(self, words: str) -> None:
        self._target = None
        self._enable()
        self._desk.ask.tell(self, self.tr("The report was not written"), words)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.task.busy:      # a report half issued would be neither here nor there; it takes a second or two
            event.ignore()
            return
        super().closeEvent(event)

    def _left(self) -> None:
        if self._issued is None:
            self.keeper.keep()
        self._timer.stop()
        if self._job:
            self._job.cancel()
        self.preview.show_nothing("")

    def reject(self) -> None:
        """Esc; not while signing."""
        if not self.task.busy:
            super().reject()
