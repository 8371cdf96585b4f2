"""Who is due for deletion: restrict the use, allow it again, delete."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.text import N_, fill
from laborqa_desktop.usecases.privacy import Due
from laborqa_desktop.usecases.remaining import Remaining
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform, perform_stepped
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.privacy.lines import MOST_SHOWN, LinesCard

TITLE = N_("DueCard", "Due for deletion")
WORDS = N_("DueCard", "People who left longer ago than the rules below keep their data, or who withdrew their consent. "
                      "Restricting takes them out of lists and choices; deleting is final.")
EMPTY = N_("DueCard", "Nobody is due for deletion.")


class DueCard(LinesCard):
    """The card.

    Signals:
        delete_asked: id of the person to be deleted.
    """

    delete_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(TITLE, WORDS, "circle-check", EMPTY)
        self._desk = desk
        self.buttons: dict[int, tuple[Button, Button]] = {}
        self._copies = Band("warn", "", button=self.tr("Delete old &backups…"), clicked=self.forget)
        self._copies.hide()
        self._unfinished = Band("error", self.tr("A deletion was interrupted before its traces were cleared."),
                                button=self.tr("&Finish the deletion"), clicked=self.finish)
        self._unfinished.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._unfinished)
        layout.addWidget(self._copies)
        self._elsewhere = Band("warn", "")
        self._elsewhere.hide()
        layout.addWidget(self._elsewhere)

    def reload(self) -> None:
        """Reads anew."""
        office = self._desk.office
        place = second.load(self._desk).folder
        self._desk.background.read(
            lambda: (office.privacy.due(), office.purging.copies(), office.purging.unfinished(),
                     office.purging.remaining(place)), self._show)

    def _show(self, answer: tuple[Sequence[Due], Sequence[object], bool, Sequence[Remaining]]) -> None:
        due, copies, unfinished, remaining = answer
        self.buttons = {}
        self.count.setText(fill(self.tr("{count} {count:person|people}"), count=f"{len(due):,}") if due else "")
        self.show_lines([self._line(one) for one in due[:MOST_SHOWN]])
        self._unfinished.setVisible(unfinished)
        self._copies.setVisible(bool(copies))
        if copies:
            oldest = f"{copies[0]:%Y-%m-%d}"
            self._copies.say(fill(self.tr("{count} {count:backup|backups} in this library, the oldest of {day}, still "
                                          "{count:holds|hold} data that were deleted since."),
                                  count=len(copies), day=oldest),
                             [*(say(one.text) for one in remaining if one.place is None),
                              self.tr("Copies on USB sticks and other disks are yours to delete.")])
        elsewhere = [say(one.text) for one in remaining if one.place is not None]
        self._elsewhere.setVisible(bool(elsewhere))
        if elsewhere:
            self._elsewhere.say(elsewhere[0], elsewhere[1:])

    def _line(self, one: Due) -> QWidget:
        words = self.tr("{code} · left {left} · due since {due}")
        words = words.format(code=one.code or "—", left=one.left_on, due=one.due_on)
        if one.due_on > self._desk.today():
            words = self.tr("{code} · left {left} · due on {due}")
            words = words.format(code=one.code or "—", left=one.left_on, due=one.due_on)
        middle = holder(column(Elided(one.name, "body", "ink", bold=True), Elided(words, "quiet", "ink2"), gap=2))
        pills = [Pill(self.tr("consent withdrawn"), "warn")] if one.withdrawn else []
        if one.frozen_on is not None:
            pills.append(Pill(self.tr("restricted"), "accent"))
            other = Button(self.tr("Allow again…"), kind="link", small=True,
                           clicked=lambda: self.unfreeze(one))
        else:
            other = Button(self.tr("Restrict the use"), kind="link", small=True,
                           clicked=lambda: self.freeze(one))
        delete = Button(self.tr("Delete…"), kind="link", small=True,
                        clicked=lambda: self.delete_asked.emit(one.id))
        for button in (other, delete):
            button.setAccessibleName(f"{button.text().strip()} {one.name}")
        self.buttons[one.id] = other, delete
        made = row(middle, *pills, other, delete, gap=8, margins=(0, 7, 0, 7))
        made.setStretch(0, 1)
        return holder(made)

    def freeze(self, one: Due) -> None:
        """Restricts the use of somebody's data."""
        privacy = self._desk.office.privacy
        perform(self._desk, self, lambda: privacy.freeze([one.id]), self._changed)

    def unfreeze(self, one: Due) -> FieldsDialog:
        """Asks why, then allows the use again."""
        dialog = FieldsDialog(self._desk, self, self.tr("Allow the use again"), (
            Asked("reason", self.tr("Reason"), "long"),), self.tr("Allow it"), one.name)
        privacy = self._desk.office.privacy
        dialog.given.connect(lambda given: perform(
            self._desk, self, lambda: privacy.unfreeze(one.id, given["reason"]), self._changed, dialog))
        dialog.open()
        return dialog

    def forget(self) -> None:
        """Deletes the backups that still hold deleted data, after a fresh one is made."""
        if self._desk.ask.confirm(
                self.window(), self.tr("Delete the older backups?"),
                self.tr("First a fresh backup is made and verified; then every older backup in this library's folder "
                        "is deleted. What was changed by mistake earlier can then not be brought back."),
                self.tr("Delete them")):
            purging = self._desk.office.purging
            perform_stepped(self._desk, self, self.tr("Making a fresh backup…"), purging.forget_copies, self._forgot)

    def _forgot(self, count: int) -> None:
        self._desk.signals.said.emit(self.tr("Older backups deleted: {count}").format(count=count))
        self.reload()

    def finish(self) -> None:
        """Clears what an interrupted deletion left."""
        purging = self._desk.office.purging
        perform(self._desk, self, purging.finish, lambda _: self.reload())

    def _changed(self, changes: object) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.reload()
