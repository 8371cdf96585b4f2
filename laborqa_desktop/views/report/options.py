"""What the report is about: client or site, month, language, and the words that no figure can say."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.usecases.report_request import LONGEST_WORDS, FreeWords, Request
from laborqa_desktop.usecases.unfinished import BegunReport
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.label import label, restyle, section
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.parts.limited import LimitedEntry, Lines, limited
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.report.month_entry import MonthEntry


class Options(QWidget):
    """The options.

    Signals:
        changed: anything changed by the user's hand.
        subject_changed: another client or site.
    """

    changed = Signal()
    subject_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = FreeWords()
        self.subject = RefPicker(self._find, desk.background, self.tr("Type part of the name"))
        self.month = MonthEntry()
        self.language = Segments(self.tr("Language of the report"), [Choice("zh", "中文"), Choice("en", "English")])
        self.verdict = LimitedEntry(LONGEST_WORDS, hint=self.tr("The month in one sentence"))
        self.highlights, self.concerns, self.decisions = (Lines(LONGEST_WORDS) for _ in range(3))
        self.focus_of, self.needs = LimitedEntry(LONGEST_WORDS), Lines(LONGEST_WORDS)
        self._before = icon_button("chevron-left", self.tr("Month before"), "↓", lambda: self.month.step(-1))
        self._after = icon_button("chevron-right", self.tr("Next month"), "↑", lambda: self.month.step(1))
        self._month_frame = FieldFrame(self.tr("Month"), self.month)
        steps = holder(column(label("", "small"), row(self._before, self._after, gap=0), None, gap=3))
        language = holder(column(label(self.tr("Language"), "small", "ink2"), 3, self.language, None, gap=3))
        second = row(self._month_frame, steps, 8, language, gap=2)
        second.setStretch(0, 1)
        words = self.tr("One thought a line; empty ones are left out of the report.")
        self.setLayout(column(
            FieldFrame(self.tr("Client or site"), self.subject), second,
            6, section(self.tr("Summary (section 1)")), label(words, "small", "ink2", wrap=True),
            limited(FieldFrame(self.tr("Overall"), self.verdict)),
            limited(FieldFrame(self.tr("Highlights"), self.highlights)),
            limited(FieldFrame(self.tr("Concerns"), self.concerns)),
            limited(FieldFrame(self.tr("Decisions asked of the client"), self.decisions)),
            6, section(self.tr("Next month (section 12)")), limited(FieldFrame(self.tr("Focus"), self.focus_of)),
            limited(FieldFrame(self.tr("What we need from the client"), self.needs)), gap=8))
        self._connect()

    def _connect(self) -> None:
        self.subject.chosen.connect(lambda _: self.subject_changed.emit())
        self.month.chosen.connect(lambda _: self._month_changed())
        self.language.chosen.connect(lambda _: self.changed.emit())
        for entry in (self.verdict, self.focus_of):
            entry.settled.connect(lambda _: self.changed.emit())
        for lines in (self.highlights, self.concerns, self.decisions, self.needs):
            lines.textChanged.connect(self.changed)

    def _month_changed(self) -> None:
        wrong = bool(self.month.text().strip()) and self.month.value() is None
        self._month_frame.show_message("error" if wrong else "", self.tr("Write it as 2026-10.") if wrong else "")
        self.changed.emit()

    def _find(self, words: str) -> list[Option]:
        records = self._desk.office.records
        clients = [Option(one.id, one.label, self.tr("client")) for one in records.options("client", words, 12)]
        return clients + [Option(-one.id, one.label, self.tr("site")) for one in records.options("site", words, 12)]

    def set_subject(self, client_id: int | None, site_id: int | None, name: str) -> None:
        """Chooses a client or a site."""
        number = -site_id if site_id is not None else client_id
        self.subject.put(number, name)

    def set_words(self, words: FreeWords) -> None:
        """Shows free words, such as those of the version before."""
        self._kept = words
        self.verdict.setText(words.verdict)
        self.highlights.show_words(words.highlights)
        self.concerns.show_words(words.concerns)
        self.decisions.show_words(words.decisions)
        self.focus_of.setText(words.focus)
        self.needs.show_words(words.needs)

    def request(self) -> Request | None:
        """What is asked for; None while client, site or month is missing."""
        begun = self.begun()
        if begun.month is None or (begun.client_id is None and begun.site_id is None):
            return None
        return Request(begun.client_id, begun.site_id, begun.month, begun.language, begun.words)

    def begun(self) -> BegunReport:
        """All that stands here, complete or not."""
        number = self.subject.record_id
        words = FreeWords(self.verdict.text().strip(), self.highlights.words(), self.concerns.words(),
                          self.decisions.words(), self.focus_of.text().strip(), self._kept.plan, self.needs.words())
        return BegunReport(number if number is not None and number > 0 else None,
                           -number if number is not None and number < 0 else None,
                           self.subject.text() if number is not None else "", self.month.value(),
                           "en" if self.language.current == "en" else "zh", words)

    def show_begun(self, begun: BegunReport) -> None:
        """Shows what was begun earlier."""
        self.language.set_current(begun.language)
        self.set_subject(begun.client_id, begun.site_id, begun.name)
        if begun.month is not None:
            self.set_month(begun.month)
        self.set_words(begun.words)

    def set_month(self, month: date) -> None:
        """Proposes a month."""
        self.month.set_value(month)

    def lock(self, subject_only: bool = False) -> None:
        """Makes all of it read-only; or only what a correction cannot change: client, month, language."""
        self.subject.set_read_only(True)
        self.month.set_read_only(True)
        for button in (self._before, self._after):
            button.setEnabled(False)
        self.language.setEnabled(False)
        if subject_only:
            return
        for entry in (self.verdict, self.focus_of):
            entry.set_read_only(True)
        for lines in (self.highlights, self.concerns, self.decisions, self.needs):
            restyle(lines, "readOnly", True)    # which makes it so: grey, as the entries of one line
