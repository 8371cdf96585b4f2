"""The head of a form: what the record is called, its states, the records before and after it."""

from datetime import datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.usecases.records import Loaded
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import column, empty, holder, row
from laborqa_desktop.views.parts.pill import Pill


class RecordHead(QWidget):
    """Title, pills, previous and next.

    Signals:
        stepped: -1 or 1.
        discarded: the draft brought back is not wanted.
    """

    stepped = Signal(int)
    discarded = Signal()

    def __init__(self, kind: RecordType) -> None:
        super().__init__()
        self._kind = kind
        self._title = Elided("", "page", "ink", bold=True)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(6)
        before = icon_button("chevron-left", self.tr("Previous"), shortcuts.PREVIOUS_RECORD,
                             lambda: self.stepped.emit(-1))
        after = icon_button("chevron-right", self.tr("Next"), shortcuts.NEXT_RECORD, lambda: self.stepped.emit(1))
        self.extra = QHBoxLayout()
        self.extra.setSpacing(8)
        self._more = icon_button("dots", self.tr("More"), shortcuts.RECORD_MENU, self.open_menu)
        self.menu = QMenu(self)
        self._band = Band("soft", "")
        self._band.hide()
        self._restored = label("", "small", "warn", wrap=True)
        discard = Button(self.tr("Discar&d the draft"), kind="link", small=True, clicked=self.discarded.emit)
        self._draft = holder(row(Icon("alert-triangle", "warn", 14), self._restored, discard, gap=6))
        self._draft.hide()
        top = row(self._title, self._pills, None, before, after, self.extra, self._more, gap=8)
        self.setLayout(column(top, self._band, self._draft, gap=6, margins=(20, 12, 16, 4)))

    def show_record(self, loaded: Loaded) -> None:
        """Shows another record."""
        new = self.tr("New: {kind}").format(kind=say(self._kind.single))
        self._title.setText(loaded.title if loaded.id is not None else new)
        self._title.updateGeometry()
        empty(self._pills)
        for words, tone in self._states(loaded):
            self._pills.addWidget(Pill(words, tone))
        self._band.setVisible(loaded.frozen is not None)
        if loaded.frozen is not None:
            self._band.say(say(loaded.frozen))
        self._more.setVisible(bool(self.menu.actions()))

    def show_restored(self, kept: datetime | None) -> None:
        """Says that what is shown was kept unfinished then; None for what is stored."""
        self._draft.setVisible(kept is not None)
        if kept is not None:
            moment = f"{kept:%H:%M}" if kept.date() == datetime.now(kept.tzinfo).date() else f"{kept:%Y-%m-%d %H:%M}"
            self._restored.setText(self.tr("Draft of {moment} brought back; not saved yet.").format(moment=moment))

    def _states(self, loaded: Loaded) -> list[tuple[str, str]]:
        found = [(self.tr("Archived"), "plain")] if loaded.archived else []
        for one in self._kind.columns:
            value = loaded.values.get(one.key)
            if one.kind is Kind.CHOICE and one.tones and one.labels and value in one.labels:
                found.append((say(one.labels[str(value)]), one.tones.get(str(value), "plain")))
        return found[:2]

    def open_menu(self) -> None:
        """Ctrl+Shift+M, or the dots."""
        self.menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
