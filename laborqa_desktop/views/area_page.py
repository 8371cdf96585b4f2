"""One area of the window: the tabs of its screens and the screen shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.choices import Choice, Tabs
from laborqa_desktop.views.parts.flow import flowing
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.parts.roomy import Roomy


class AreaPage(QWidget):
    """One area: tabs of its screens, the buttons of the current one, and the screen itself; made when first shown.

    Signals:
        made: a screen, the moment it was made.
    """

    made = Signal(object)

    def __init__(self, desk: Desk, area: str, title: str) -> None:
        super().__init__()
        self._desk, self._places = desk, {one.key: one for one in SCREENS[area]}
        self._made: dict[str, AnyScreen] = {}
        self._rooms: dict[str, Roomy] = {}
        self._shown = ""
        self._tabs = Tabs(title, [Choice(one.key, say(one.title)) for one in self._places.values()])
        if len(self._places) < 2:
            self._tabs.hide()
        self._buttons: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._tabs.chosen.connect(self.show_screen)
        self._head = QWidget()
        self._head_row = row(self._tabs, gap=8)
        self._head_row.setStretch(0, 1)
        self._head.setLayout(self._head_row)
        made = column(self._head, self._stack, gap=10, margins=(20, 10, 20, 14))
        made.setStretch(1, 1)
        self.setLayout(made)
        if not self._places:
            self._stack.addWidget(EmptyState("tool", self.tr("This part comes with a later version.")))

    @property
    def current(self) -> str:
        """Key of the screen shown."""
        return self._tabs.current

    def screen_of(self, key: str) -> AnyScreen | None:
        """The screen with that key, made if need be."""
        if key not in self._places:
            return None
        if key not in self._made:
            self._made[key] = self._places[key].make(self._desk)
            self._rooms[key] = Roomy(self._made[key])
            self._stack.addWidget(self._rooms[key])
            self.made.emit(self._made[key])
        return self._made[key]

    def show_screen(self, key: str = "") -> AnyScreen | None:
        """Shows a screen; the current one without a key."""
        old = self._made.get(self._shown)
        key = key or self._tabs.current
        shown = self.screen_of(key)
        if shown is None:
            return None
        if old is not None and old is not shown:
            old.leave()
        self._shown = key
        self._tabs.set_current(key)
        self._stack.setCurrentWidget(self._rooms[key])
        self._show_buttons(shown)
        return shown

    def step(self, by: int) -> None:
        """Goes to the next or previous tab."""
        self._tabs.step(by)

    def leave(self) -> None:
        """The user goes elsewhere: what is typed in any screen is kept."""
        for made in self._made.values():
            made.leave()

    def _show_buttons(self, shown: AnyScreen) -> None:
        buttons = shown.head_buttons
        if buttons and self._shown not in self._buttons:
            gives_way = any(isinstance(one, Elided) for one in buttons)
            self._buttons[self._shown] = holder(row(*buttons) if gives_way else flowing(*buttons))
            self._head_row.addWidget(self._buttons[self._shown])
        for key, held in self._buttons.items():     # each screen may hide and show its own meanwhile
            held.setVisible(key == self._shown)
        self._head.setVisible(len(self._places) > 1 or bool(buttons))
