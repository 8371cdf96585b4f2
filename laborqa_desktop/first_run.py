"""The four steps to a new library, from its name to its opened window. Light: the first start begins with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.first.library_card import NewLibraryCard, Typed
from laborqa_desktop.views.first.place_card import FirstCopy, FirstPlaceCard
from laborqa_desktop.views.first.recovery_card import RecoveryCard
from laborqa_desktop.views.first.way_card import Ending, FirstWayCard
from laborqa_desktop.views.i18n import say, screen_language, translate

if TYPE_CHECKING:
    from laborqa_desktop.app import Program
    from laborqa_desktop.usecases.office import Office
    from laborqa_desktop.views.background import Job, Step

Card = NewLibraryCard | RecoveryCard | FirstPlaceCard | FirstWayCard


@dataclass(frozen=True)
class Made:
    """A library that is made and not shown yet.

    Attributes:
        code: its recovery code, until the user has kept it.
        there_before: its folder was there, empty, before it.
    """

    office: "Office"
    folder: Path
    company: str
    person: str
    code: str
    there_before: bool


class FirstRun(QObject):
    """Leads through the steps. Until the recovery sheet is kept there is no library: whoever leaves before that has
    none, and the folder is as it was.
    """

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._card: Card | None = None
        self._made: Made | None = None
        self._copy: FirstCopy | None = None
        self._making: Job | None = None

    def begin(self) -> None:
        """Shows the first step, or where the user was in it."""
        if self._made is None:
            self._show_library(self._typed())

    def renew(self, page: Callable[[], None]) -> None:
        """Another language: the same step again, with what was typed.

        Args:
            page: makes the unlock page anew.
        """
        card, typed = self._card, self._typed()
        shown = card is not None and shiboken6.isValid(card) and self._program.page.cards.currentWidget() is card
        page()
        if not shown:
            return
        if isinstance(card, NewLibraryCard):
            self._show_library(typed)
        elif isinstance(card, RecoveryCard):
            self._show_recovery()
        elif isinstance(card, FirstPlaceCard):
            self._show_place()
        elif isinstance(card, FirstWayCard):
            self._show_ways()

    def close(self) -> None:
        """The program ends in the midst of it."""
        if self._making is not None:
            self._making.cancel()
        made, self._made = self._made, None
        if made is None:
            return
        self._program.need_session().background.close()
        made.office.close()
        if made.code:
            from laborqa_desktop import bootstrap
            bootstrap.take_back(made.office, made.there_before)

    # ------------------------------------------------------------ the steps

    def _typed(self) -> Typed:
        card = self._card
        if isinstance(card, NewLibraryCard) and shiboken6.isValid(card):
            return card.typed
        return Typed(person=self._program.preferences.person)

    def _show_library(self, typed: Typed) -> None:
        card = NewLibraryCard(self._program.ask, typed, bool(self._program.preferences.recent))
        card.went_back.connect(self._program.page.show_password)
        card.make_asked.connect(self._make)
        self._show(card, alone=self._making is not None)
        card.set_busy(self._making is not None)

    def _make(self, folder: str, company: str, password: str, person: str) -> None:
        from laborqa_desktop import bootstrap
        place = Path(folder)
        there_before = place.exists()

        def work(step: "Step") -> "tuple[Office, str]":
            return bootstrap.new_library(place, password, company, person, check=step.check)

        def done(made: "tuple[Office, str]") -> None:
            self._making = None
            office, code = made
            self._made = Made(office, place, company, person, code, there_before)
            self._show_recovery()

        def failed(error: Exception) -> None:
            self._making = None
            self._wait_for_making()
            if not isinstance(error, UserError):
                raise error
            if isinstance(self._card, NewLibraryCard):
                self._card.refuse(say(error.text))

        self._making = self._program.need_session().background.run(work, done, failed)
        self._wait_for_making()

    def _wait_for_making(self) -> None:
        """Nothing else can be begun while the library is made."""
        if isinstance(self._card, NewLibraryCard):
            self._card.set_busy(self._making is not None)
            self._program.page.show_card(self._card, alone=self._making is not None)

    def _show_recovery(self) -> None:
        made = self._made
        if made is None:
            return
        language = screen_language()
        card = RecoveryCard(self._program.ask, made.company, made.code,
                            lambda: made.office.access.sheet(made.code, translate, language))
        card.done.connect(self._keep)
        self._show(card)

    def _keep(self) -> None:
        """From here on the library is one of the known ones."""
        made = self._made
        if made is not None:
            self._made = replace(made, code="")
            self._program.remember(made.folder, made.company, made.person, running=False)
            self._show_place()

    def _show_place(self) -> None:
        card = FirstPlaceCard(self._program.ask, self._copy)
        card.chosen.connect(self._put_copy)
        card.done.connect(self._show_ways)
        self._show(card)

    def _put_copy(self, folder: Path) -> None:
        """Makes the first backup and copies it there: a place that cannot be written to is known now."""
        from laborqa_desktop.views.backup.second import Second, kept
        made = self._made
        if made is None or not isinstance(self._card, FirstPlaceCard):
            return
        self._card.set_busy(folder)
        backups, library_id = made.office.backups, made.office.store.library_id

        def work(step: "Step") -> FirstCopy:
            elsewhere = backups.check_place(folder)
            if backups.is_due():
                backups.make("by-hand", step)
            backups.copy_to(folder, step)
            there = next(one for one in backups.all_in(folder) if one.verified)
            return FirstCopy(folder, there.made_at, same_disk=not elsewhere)

        def done(copy: FirstCopy) -> None:
            self._copy = copy
            self._program.keep(kept(self._program.preferences, library_id, Second(folder, copy.copied_at)))
            if isinstance(self._card, FirstPlaceCard):
                self._card.show_copy(copy)

        def failed(error: Exception) -> None:
            if isinstance(self._card, FirstPlaceCard):
                self._card.refuse(say(error.text) if isinstance(error, UserError) else "")
            if not isinstance(error, UserError):
                raise error

        self._program.need_session().background.copy(work, done, failed)

    def _show_ways(self) -> None:
        card = FirstWayCard()
        card.chosen.connect(self._end)
        card.went_back.connect(self._show_place)
        self._show(card)

    def _end(self, ending: Ending) -> None:
        made, self._made, self._copy = self._made, None, None
        if made is None:
            return
        if isinstance(self._card, FirstWayCard):
            self._card.set_busy()
        self._card = None
        session = self._program.need_session()
        if ending is Ending.SAMPLE:
            made.office.close()
            self._program.show_sample()
            return
        session.begin(made.office, made.folder, made.person)
        if ending is Ending.IMPORT and session.main is not None:
            session.main.go("import")

    def _show(self, card: Card, *, alone: bool = True) -> None:
        old, self._card = self._card, card
        if old is not None and shiboken6.isValid(old):
            self._program.page.drop_card(old)
        self._program.page.show_card(card, alone=alone)
        card.take_keyboard()
