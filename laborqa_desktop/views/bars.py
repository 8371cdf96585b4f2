"""The bars of the window: library, search and tools above; saved, backed up, lock time and language below."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from laborqa_desktop.text import fill
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.commands import LOOK, commands
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, screen_language
from laborqa_desktop.views.icons import OF_STATE, icon
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.grown import fixed_height, fixed_width
from laborqa_desktop.views.parts.label import Elided, Icon
from laborqa_desktop.views.parts.layout import holder, row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.search_everywhere import SearchEverywhere
from laborqa_desktop.views.tokens import Sizes
from laborqa_desktop.views.trail import Trail, said
from laborqa_desktop.views.trail_menu import TrailMenu

_SAID_MS = 8_000
_NARROW_PX = 22


class TopBar(QFrame):
    """Library, search, undo, redo, help, lock.

    Signals:
        locked: the user wants the library locked.
        helped: the user wants help.
    """

    locked = Signal()
    helped = Signal()

    def __init__(self, desk: Desk, trail: Trail, name: str, folder: str, sample: bool) -> None:
        super().__init__()
        self.setProperty("box", "sunken")
        self._trail = trail
        self.search = SearchEverywhere(desk)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(420)
        self._undo = icon_button("arrow-back-up", self.tr("Undo"), shortcuts.UNDO, trail.undo)
        self._redo = icon_button("arrow-forward-up", self.tr("Redo"), shortcuts.REDO, trail.redo)
        self._steps = icon_button("chevron-down", self.tr("List of what can be undone and redone"), shortcuts.STEPS,
                                  self.open_steps)
        fixed_width(self._steps, _NARROW_PX)
        self._menu = TrailMenu(desk, trail, self)
        tools = (self._undo, self._redo, self._steps,
                 icon_button("help", self.tr("Help"), shortcuts.HELP, self.helped.emit),
                 icon_button("lock", self.tr("Lock"), shortcuts.LOCK, self.locked.emit))
        pill = Pill(self.tr("Sample"), "plain")
        if not sample:
            pill.hide()
        left = holder(row(14, Elided(name, bold=True), Elided(folder, tone="ink2"), pill, None, gap=8))
        right = holder(row(None, *tools, 8, gap=0))
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        right.setMinimumWidth(right.sizeHint().width())
        made = row(left, self.search, right, gap=0)
        made.setStretch(0, 1)
        made.setStretch(1, 2)
        made.setStretch(2, 1)
        self.setLayout(made)
        fixed_height(self, Sizes.top)
        trail.changed.connect(self._show_steps)
        self._show_steps()

    def open_steps(self) -> None:
        """Opens the list of what can be undone and redone."""
        self._menu.build().popup(self._steps.mapToGlobal(QPoint(0, self._steps.height())))

    def _show_steps(self) -> None:
        undo, redo = self._trail.undo_steps(), self._trail.redo_steps()
        self._undo.setEnabled(self._trail.can_undo)
        self._redo.setEnabled(self._trail.can_redo)
        tip = self.tr("Undo: {act}").format(act=said(undo[0])) if undo else self.tr("Undo")
        self._undo.setToolTip(f"{tip}  {shortcuts.UNDO}")
        tip = self.tr("Redo: {act}").format(act=said(redo[0])) if redo else self.tr("Redo")
        self._redo.setToolTip(f"{tip}  {shortcuts.REDO}")


class StatusBar(QFrame):
    """Saved, last backup, lock time, language and text size.

    Signals:
        backup_asked: the user wants to see the backups.
        chosen: key of a command.
    """

    backup_asked = Signal()
    chosen = Signal(str)

    def __init__(self, desk: Desk, lock_after_min: int) -> None:
        super().__init__()
        self.setProperty("box", "sunken")
        self._preferences = desk.preferences
        self._words = Elided(self.tr("Saved"), "small", "ink2")
        self._icon = Icon("circle-check", "ok", 14)
        self._still = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._still.timeout.connect(lambda: self._show(self.tr("Saved")))
        lock = fill(self.tr("Locks after {minutes} idle {minutes:minute|minutes}"), minutes=lock_after_min)
        self._lock = Elided(lock if lock_after_min else self.tr("Never locks by itself"), "small", "ink2")
        self._backup_icon = Icon("database", "ink2", 14)
        self._backup = Button(self.tr("Backup …"), kind="quiet", small=True, clicked=self.backup_asked.emit)
        self._backup.setObjectName("backup")
        self._look = Button(self.tr("Language and loo&k"), "sun", "quiet", small=True, clicked=self._open_menu)
        self.setLayout(row(16, self._icon, self._words, 8, row(self._backup_icon, self._backup, gap=0), None,
                           Icon("lock", "ink2", 14), self._lock, 8, self._look, 12, gap=6))
        fixed_height(self, Sizes.status + 4)
        desk.signals.said.connect(self.say)
        desk.background.busy.connect(self._show_busy)

    def say(self, words: str) -> None:
        """Says something for 8 s."""
        self._show(words)
        self._still.start()

    def show_backup(self, words: str, tone: str, tip: str) -> None:
        """Says when the last good backup was made. tone: ok or warn."""
        self._backup.set_words(words)
        self._backup.setToolTip(tip)
        self._backup.setAccessibleDescription(tip)
        self._backup_icon.show_icon(OF_STATE[tone], tone)

    def _show(self, words: str) -> None:
        self._words.set_words(words)
        self.setAccessibleName(words)

    def _show_busy(self, jobs: int) -> None:
        self._icon.show_icon("refresh" if jobs else "circle-check", "ink2" if jobs else "ok")

    def _open_menu(self) -> None:
        menu, group = QMenu(self), ""
        now = {f"language:{screen_language()}", f"theme:{self._preferences.now.theme}"}
        for one in commands().values():
            if one.group is not LOOK:
                continue
            kind = one.key.partition(":")[0]
            if group not in ("", kind):
                menu.addSeparator()
            group = kind
            in_use = one.key in now
            action = menu.addAction(icon("check", "accent") if in_use else icon(one.icon), say(one.title),
                                    partial(self.chosen.emit, one.key))
            action.setCheckable(in_use)
            action.setChecked(in_use)
        menu.popup(self._look.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
