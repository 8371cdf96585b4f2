"""The first page: recent libraries and ways to begin at the left, the password at the right. Imports nothing heavy."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from laborqa_desktop import __version__
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button, Way
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.grown import fixed_width, width_between
from laborqa_desktop.views.parts.label import Mark, label
from laborqa_desktop.views.parts.layout import column, empty, holder, row
from laborqa_desktop.views.recent_list import Recent, RecentList
from laborqa_desktop.views.tokens import Sizes
from laborqa_desktop.views.unlock_card import UnlockCard


class UnlockPage(QFrame):
    """What is seen before a library is open.

    Signals:
        open_asked: (folder, secret, person).
        choose_asked: another folder is wanted.
        about_asked: version and licences.
        backup_asked: a library is to come from its backup.
        new_asked: a new library is wanted.
        sample_asked: the sample is wanted.
        language_asked: zh_CN or en.
        theme_asked: a theme.Choice.
    """

    open_asked = Signal(str, str, str)
    choose_asked = Signal()
    about_asked = Signal()
    backup_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    language_asked = Signal(str)
    theme_asked = Signal(object)

    def __init__(self, recents: Sequence[Recent], person: str, language: str, choice: str) -> None:
        super().__init__()
        self.setProperty("box", "canvas")
        self._folder = recents[0].folder if recents else ""
        self.recents = RecentList(self.tr("Recent libraries"), recents)
        self.card = UnlockCard(person)
        self.cards = QStackedWidget()
        self.cards.addWidget(self.card)
        self._language, self._choice = language, choice
        self._build(bool(recents))
        self.recents.chosen.connect(self._choose)
        self.card.open_asked.connect(lambda secret, person: self.open_asked.emit(self._folder, secret, person))
        for keys, wish in (("Ctrl+O", self.choose_asked), ("Ctrl+N", self.new_asked)):
            shortcuts.bind(self, keys, partial(self._wish, wish))
        if recents:
            self.card.show_library(recents[0].name, recents[0].password, recents[0].words)

    @property
    def folder(self) -> str:
        """The library whose password is asked, or ""."""
        return self._folder

    @property
    def is_taken(self) -> bool:
        """Whether a card is shown that must be finished first: the recovery code is told only once."""
        return not self._left.isEnabled()

    def set_waiting(self, on: bool) -> None:
        """Takes nothing while the library that was open here closes."""
        self.setEnabled(not on)
        self.card.set_busy(on, self.tr("Closing the library…") if on else "", opening=False)
        if not on:
            self.card.password.setFocus()

    def ask_for(self, folder: str, name: str, password: str = "", words: str = "") -> None:
        """Asks for the password of a library, listed or not."""
        self._folder = folder
        self.cards.setCurrentWidget(self.card)
        self.card.show_library(name, password, words)
        self.card.password.setFocus()

    def show_notice(self, words: str, button: str, clicked: Callable[[], object]) -> None:
        """Says something above everything else, with a way to look at it."""
        self.hide_notice()
        self._notice.addWidget(Band("warn", words, button=button, clicked=clicked))

    def hide_notice(self) -> None:
        """Takes it away again."""
        empty(self._notice)

    def show_card(self, card: QWidget, alone: bool = False) -> None:
        """Puts another card in place of the password.

        Args:
            alone: nothing else can be begun meanwhile.
        """
        self._left.setEnabled(not alone)
        if self.cards.indexOf(card) < 0:
            self.cards.addWidget(card)
        self.cards.setCurrentWidget(card)

    def show_password(self) -> None:
        """Back to the password of the chosen library."""
        self.cards.setCurrentWidget(self.card)
        self.card.password.setFocus()

    def drop_card(self, card: QWidget) -> None:
        """Takes a card away for good."""
        self.cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _wish(self, wish: SignalInstance) -> None:
        if not self.is_taken:
            wish.emit()

    def _build(self, known: bool) -> None:
        motto = label(self.tr("One folder, one computer; your data stays here"), "small", "ink2", wrap=True)
        words = column(label("LaborQA", "page"), motto, gap=0)
        other = Button(self.tr("Open &another…"), "folder-open", "link", small=True, tip="Ctrl+O",
                       clicked=self.choose_asked.emit)
        heading = row(label(self.tr("Recent libraries") if known else self.tr("Welcome"), "small", "ink2"), None, other)
        begin = row(label(self.tr("Begin"), "small", "ink2"), None,
                    Button(self.tr("From a bac&kup…"), "database", "link", small=True, clicked=self.backup_asked.emit))
        self.new = Way("plus", self.tr("&New library"), self.tr("Set up in two minutes"))
        self.sample = Way("eye", self.tr("&Look at the sample"), self.tr("Invented data to try"))
        self.new.clicked.connect(self.new_asked)
        self.sample.clicked.connect(self.sample_asked)
        ways = row(self.new, self.sample, gap=10)
        ways.setStretch(0, 1)
        ways.setStretch(1, 1)
        mark = row(Mark(40), words, gap=14)
        mark.setStretch(1, 1)
        self._left = left = holder(column(mark, 14, heading, self.recents, 12,
                             begin, ways, None, gap=8))
        width_between(left, 420, 560)
        fixed_width(self.cards, 440)
        middle = row(None, left, 48, self.cards, None, gap=0)
        middle.setStretch(1, 5)
        middle.setStretch(3, 4)
        languages = Segments(self.tr("Language"), [Choice("zh_CN", "中文"), Choice("en", "English")], self._language)
        looks = Segments(self.tr("Look"), [
            Choice("system", self.tr("System")), Choice("light", self.tr("Light")), Choice("dark", self.tr("Dark"))],
            self._choice)
        languages.chosen.connect(self.language_asked)
        looks.chosen.connect(lambda key: self.theme_asked.emit(theme.Choice(key)))
        about = Button(self.tr("Abo&ut LaborQA {number}").format(number=__version__), kind="link", small=True,
                       clicked=self.about_asked.emit)
        self._notice = column()
        body = column(self._notice, None, middle, None, gap=0, margins=(32, 24, 32, 0))
        foot = row(about, None, languages, looks, gap=12, margins=(32, 0, 32, 12))
        made = column(_room_for(holder(body)), foot, gap=0)
        made.setStretch(0, 1)
        self.setLayout(made)

    def _choose(self, folder: str) -> None:
        chosen = self.recents.current
        self._folder = folder
        if chosen:
            self.ask_for(folder, chosen.name, chosen.password, chosen.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.recents.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)


def _room_for(body: QWidget) -> QWidget:
    """The body as it is at the usual size of text: there it fits, and the first window need not wait for measuring."""
    if theme.sizes().body <= Sizes.body:
        return body
    from laborqa_desktop.views.parts.roomy import Roomy
    return Roomy(body)
