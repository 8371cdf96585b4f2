"""Company and settings: who we are at the left, what belongs to the library and to this computer at the right."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.records import record_type
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.company.access_card import AccessCard
from laborqa_desktop.views.company.appearance_card import AppearanceCard
from laborqa_desktop.views.company.identity_card import IdentityCard
from laborqa_desktop.views.company.library_card import LibraryCard
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.keeper import Keeper
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import SideColumn, card, column, row, rule, scrolling
from laborqa_desktop.views.record_form import RecordForm

_SIDE_PX = 372


class CompanyPage(AnyScreen):
    """The page.

    Args:
        folder: of the library, where it is known.
        cards: further cards at the foot of the right column.

    Signals:
        appearance_changed: Preferences; language, theme or text size are to be others.
    """

    appearance_changed = Signal(object)

    def __init__(self, desk: Desk, folder: Path | None = None, cards: tuple[QWidget, ...] = ()) -> None:
        """Args:
        folder: of the library, where it is known.
        cards: further cards at the foot of the right column, such as the history of imports.
        """
        super().__init__()
        self._desk = desk
        self._kind = record_type("company")
        self.form = RecordForm(desk, self._kind)
        self.keeper = Keeper(desk, self._kind, self.form, self)
        self.identity = IdentityCard(desk)
        self.appearance = AppearanceCard(desk)
        self.library = LibraryCard(desk, folder)
        self.access = AccessCard(desk)
        self._state = Elided("", "small", "ink2")
        self._save = Button(self.tr("&Save"), "check", "primary", keys=shortcuts.SAVE, clicked=self.save)
        head = row(label(self.tr("Company profile"), "title"), None, margins=(16, 12, 16, 8))
        said = label(self.tr("This stands on every report."), "quiet", "ink2")
        head.insertWidget(1, said)
        body = column(self.form, None)
        foot = row(self._state, self._save, gap=10, margins=(16, 6, 12, 6))
        foot.setStretch(0, 1)
        left = card(column(head, rule(), scrolling(body), rule(), foot, gap=0, margins=(1, 1, 1, 1)))
        side = column(self.identity, self.appearance, self.access, self.library, *cards, None, gap=12,
                      margins=(0, 0, 4, 0))
        right = scrolling(side, SideColumn(_SIDE_PX))
        made = row(left, right, gap=12)
        made.setStretch(0, 1)
        self.setLayout(made)
        self.keeper.state.connect(self._show_state)
        self.appearance.changed.connect(self.appearance_changed)
        desk.signals.changed.connect(self._changed)
        shortcuts.bind(self, shortcuts.SAVE, self.save)
        shortcuts.bind(self, shortcuts.NEXT_ERROR, self.form.go_to_next_error)
        self._stale = False
        self.reload()

    def reload(self) -> None:
        """Shows the profile as it is kept, or a new one; what was typed and not saved comes back."""
        office, key = self._desk.office, self._kind.key
        number = office.company.profile_id()
        loaded = office.records.load(key, number) if number is not None else office.records.blank(key)
        kept = self.keeper.draft(number)
        self.keeper.begin(loaded, kept.values if kept else None)

    def save(self) -> bool:
        """Ctrl+S."""
        return self.keeper.save()

    def leave(self) -> None:
        """The user goes elsewhere: what is typed is kept."""
        self.keeper.leave()

    def _show_state(self, words: str, tone: str) -> None:
        self._state.set_words(words, tone)

    def _changed(self, changes: object, origin: object) -> None:
        if origin is self or self.form.dirty or self.keeper.busy:
            return
        if not self.isVisible():
            self._stale = True
            return
        self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        try:
            self.reload()
        except UserError as error:
            self._show_state(say(error.text), "error")
        self.library.reload()
        self.identity.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.leave()


def make_company_page(desk: Desk, folder: Path | None = None, cards: tuple[QWidget, ...] = ()) -> CompanyPage:
    """The page, for the main window."""
    return CompanyPage(desk, folder, cards)

