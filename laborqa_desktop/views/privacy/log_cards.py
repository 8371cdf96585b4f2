"""Lists to look at: whose consent is missing, who looked at what, whose data were deleted."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtWidgets import QWidget

from laborqa_desktop.catalogue import translator
from laborqa_desktop.models.enums import LABELS, ConsentCategory
from laborqa_desktop.text import N_, Translate, english, fill
from laborqa_desktop.usecases.privacy import Deletion, Lack, Reveal
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.i18n import say, screen_language, translate
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.privacy.lines import MOST_SHOWN, LinesCard

Language = Literal["zh", "en"]
CONSENTS = (N_("ConsentsCard", "Consents missing"),
            N_("ConsentsCard", "Staff in work without a general consent, or without the separate one for ID "
                               "number, health data or photo. Consents stand on the staff file; attach the signed "
                               "paper there."),
            N_("ConsentsCard", "Everybody has given the consents asked for."))
LOOKS = (N_("LooksCard", "Who looked at what"),
         N_("LooksCard", "The last 100 looks at masked values and exports of personal data."),
         N_("LooksCard", "Nobody has looked at a masked value yet."))

GONE = (N_("DeletionsCard", "Deleted by law"),
        N_("DeletionsCard", "Repeated by itself when an older backup is put back."),
        N_("DeletionsCard", "Nobody's data have been deleted yet."))


def speaker(language: Language) -> Translate:
    """Translations for a document; works on any thread."""
    return translator("zh") if language == "zh" else english


class ConsentsCard(LinesCard):
    """Who lacks which consent."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self.rows = desk, list[Lack]()
        self.export_button = Button(translate("ConsentsCard", "E&xport…"), "file-spreadsheet", small=True,
                                    clicked=lambda: self.export())
        self.print_button = Button(translate("ConsentsCard", "P&rint…"), "printer", small=True,
                                   clicked=lambda: self.print_rows())
        super().__init__(*CONSENTS[:2], "circle-check", CONSENTS[2], (self.export_button, self.print_button))

    def reload(self) -> None:
        """Reads anew."""
        self._desk.background.read(self._desk.office.privacy.lacking, self._show)

    def _show(self, rows: Sequence[Lack]) -> None:
        self.rows = list(rows)
        for button in (self.export_button, self.print_button):
            button.setEnabled(bool(rows))
        self.count.setText(fill(self.tr("{count} {count:person|people}"), count=f"{len(rows):,}") if rows else "")
        lines = [self._line(one) for one in rows[:MOST_SHOWN]]
        if len(rows) > MOST_SHOWN:
            words = self.tr("… and {count} more; export or print them all.")
            lines.append(label(words.format(count=f"{len(rows) - MOST_SHOWN:,}"), "quiet", "ink2"))
        self.show_lines(lines)

    def _line(self, one: Lack) -> QWidget:
        who = " · ".join(filter(None, (one.code, one.post, one.site)))
        lacking = self.tr("; ").join(say(LABELS[ConsentCategory][key]) for key in one.lacking)
        opener = Button(self.tr("Open"), kind="link", small=True,
                        clicked=lambda: self._desk.signals.go.emit("staff", one.id))
        opener.setAccessibleName(f"{self.tr('Open')} {one.name}")
        words = holder(column(Elided(f"{one.name} · {who}"), Elided(lacking, "quiet", "warn"), gap=2))
        record = Button(self.tr("Record…"), kind="link", small=True, clicked=lambda: self.record(one))
        record.setAccessibleName(f"{self.tr('Record…')} {one.name}")
        made = row(words, record, opener, gap=8, margins=(0, 6, 0, 6))
        made.setStretch(0, 1)
        return holder(made)

    def record(self, one: Lack) -> FieldsDialog:
        """Asks which consents were given, when, and for the signed paper."""
        ticks = [Asked(key, say(LABELS[ConsentCategory][key]), "tick", required=False) for key in one.lacking]
        dialog = FieldsDialog(self._desk, self, self.tr("Record consents"), (
            *ticks, Asked("day", self.tr("Given on"), "day", self._desk.today()),
            Asked("scan", self.tr("Signed paper"), "file", required=False,
                  hint=self.tr("Photo or scan; may follow later"))), self.tr("Record them"), one.name)
        dialog.given.connect(lambda given: perform(
            self._desk, self, lambda: self._give(one, given), self._given, dialog))
        dialog.open()
        return dialog

    def _give(self, one: Lack, given: dict[str, Any]) -> Changes:
        return self._desk.office.privacy.give(one.id, [key for key in one.lacking if given[key]], given["day"],
                                              scan=given["scan"])

    def _given(self, changes: Changes) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.reload()

    def export(self) -> None:
        """Writes the list to a workbook."""
        name = self.tr("Missing consents {day}.xlsx").format(day=self._desk.today().isoformat())
        file = self._desk.ask.save_file(self.window(), self.tr("Export"), name, self.tr("Excel workbook (*.xlsx)"))
        if file is not None:
            files, rows, say_it = self._desk.office.person_files, self.rows, speaker(screen_language())
            perform(self._desk, self, lambda: files.export_lacking(rows, file, say_it), self._exported)

    def _exported(self, count: int) -> None:
        self._desk.signals.said.emit(self.tr("Rows exported: {count}").format(count=f"{count:,}"))

    def print_rows(self) -> None:
        """Makes a PDF of the list and shows it."""
        files, rows, language = self._desk.office.person_files, self.rows, screen_language()
        perform(self._desk, self, lambda: files.print_lacking(rows, speaker(language), language),
                lambda pdf: self._desk.signals.go.emit("print", pdf))


class LooksCard(LinesCard):
    """Who looked at what, and when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(*LOOKS[:2], "eye", LOOKS[2])
        self._desk = desk

    def reload(self) -> None:
        """Reads anew."""
        self._desk.background.read(self._desk.office.privacy.reveals, self._show)

    def _show(self, looks: Sequence[Reveal]) -> None:
        self.show_lines([self._line(one) for one in looks])

    def _line(self, one: Reveal) -> QWidget:
        when = label(f"{one.at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}", "quiet", "ink2")
        what = Elided(f"{say(one.act)} · {one.record}", "quiet")
        who = label(one.person or "—", "quiet", "ink2")
        made = row(when, what, who, gap=12, margins=(0, 5, 0, 5))
        made.setStretch(1, 1)
        return holder(made)


class DeletionsCard(LinesCard):
    """Whose data were deleted, under which pseudonym, when and why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(*GONE[:2], "ban", GONE[2])
        self._desk = desk

    def reload(self) -> None:
        """Reads anew."""
        self._desk.background.read(self._desk.office.privacy.deletions, self._show)

    def _show(self, gone: Sequence[Deletion]) -> None:
        self.show_lines([self._line(one) for one in gone[:MOST_SHOWN]])

    def _line(self, one: Deletion) -> QWidget:
        when = label(f"{one.at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}", "quiet", "ink2")
        made = row(when, label(one.name, "quiet"), Elided(one.reason, "quiet", "ink2"), gap=12, margins=(0, 5, 0, 5))
        made.setStretch(2, 1)
        return holder(made)
