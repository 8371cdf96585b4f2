"""The search box of the window (Ctrl+K): records of every kind and every command; Enter opens or does."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from laborqa_desktop.catalogue import translator
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import N_, Text, english
from laborqa_desktop.usecases.command_search import CommandIndex, Sought
from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.background import Job
from laborqa_desktop.views.commands import GUIDE, LOOK, Command, Window, commands
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.hit_list import Hit, HitList
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.page_acts import PageAct, PageActs
from laborqa_desktop.views.parts.button import plain_words
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.screens import AREAS, area_of

_PER_KIND, _COMMANDS, _ACTS, _ROWS, _WIDE = 5, 7, 5, 15, 620
_KEPT = 8
PROPOSED = ("new:inspection", "new:problem", "new:staff", "report", "backup", "verify", "keys")
"""Commands offered to somebody who has not chosen anything yet."""


@dataclass(frozen=True)
class Found:
    """The answer to what was typed: keys of commands with their ranks, titles of acts, records by type."""

    commands: tuple[tuple[str, int], ...] = ()
    acts: tuple[tuple[str, int], ...] = ()
    records: tuple[tuple[str, list[Option]], ...] = ()


class SearchEverywhere(SearchBox):
    """Ctrl+K.

    Signals:
        chosen: key of a command.
        left: the keyboard goes back to the page.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "", shortcuts.SEARCH)
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setPlaceholderText(self.tr("Search people, sites, numbers, commands…"))
        self._pause.setInterval(0)      # what is asked here is answered before the next key
        self._desk = desk
        self._window: Window | None = None
        self._acts: PageActs | None = None
        self._index: CommandIndex | None = None
        self._job: Job | None = None
        self._wanted = False
        self._list = HitList()
        self._list.clicked.connect(lambda index: self._open(self._list.current))
        self.searched.connect(self._look)
        self.destroyed.connect(self._list.deleteLater)

    def serve(self, window: Window) -> None:
        """Names the window whose commands are offered."""
        self._window = window

    def begin(self) -> None:
        """Ctrl+K: takes the keyboard; an empty box offers what was chosen last."""
        self._ask_page()
        self.setFocus()
        self.selectAll()
        self._look(self.text().strip())

    @property
    def offering(self) -> bool:
        """Whether something is offered that can be chosen."""
        return self._list.isVisible() and any(hit.choosable for hit in self._list.hits.hits)

    @property
    def offered(self) -> tuple[Hit, ...]:
        """The rows shown."""
        return tuple(self._list.hits.hits) if self._list.isVisible() else ()

    def open_current(self) -> None:
        """Opens or does what is under the bar; what is not found yet, as soon as it is."""
        if self._job is not None:
            self._wanted = True
        elif self.offering:
            self._open(self._list.current)

    # ------------------------------------------------------------ asking

    def _ask_page(self) -> None:
        if self._acts is not None:
            self._acts.forget()
        self._acts = PageActs(*self._window.page_in_sight()) if self._window is not None else None

    def _look(self, words: str) -> None:
        self._wanted = False
        if self._job:
            self._job.cancel()
        if self._acts is None:
            self._ask_page()
        records, acts = self._desk.office.records, list(self._acts.acts.values()) if self._acts is not None else []
        last = self._last_chosen()

        def work() -> list[Hit]:
            if not words:
                return self._recent(last)
            found = self._find(words, acts)
            return self._hits(replace(found, records=tuple(records.search_everywhere(words, _PER_KIND))))

        self._job = self._desk.background.read(work, self._offer)

    def _find(self, words: str, acts: list[PageAct]) -> Found:
        """The commands and acts. Runs in the read worker, like all that it calls."""
        if self._index is None:
            self._index = CommandIndex([_sought(one) for one in commands().values()])
        page = CommandIndex([_sought_act(one) for one in acts])
        return Found(tuple(self._index.find(words, _COMMANDS)), tuple(page.find(words, _ACTS)))

    def _hits(self, found: Found) -> list[Hit]:
        pages_last = sorted(found.commands, key=lambda one: commands()[one[0]].group is GUIDE)
        strong = [key for key, rank in pages_last if rank == 0]
        weak = [key for key, rank in pages_last if rank > 0]
        here = say(N_("Everywhere", "On this page"))
        on_page = [one for title, _ in found.acts if (one := self._act_hit(title)) is not None]
        deep = [one for one in on_page if self._acts is not None and self._acts.acts[one.key].menu]
        hits = self._group(here, [one for one in on_page if one not in deep])
        hits += self._group(say(N_("Everywhere", "Commands")), [self._command_hit(key) for key in strong])
        for key, options in found.records:
            icon = next((area.icon for area in AREAS if area.key == area_of(key)), "")
            hits += self._group(say(TYPES[key].title), [
                Hit("record", key, one.label, one.detail, icon=icon, id=one.id)
                for one in options])
        more = N_("Everywhere", "Further commands") if strong else N_("Everywhere", "Commands")
        hits += self._group(say(more), [self._command_hit(key) for key in weak])
        hits += self._group(here, deep)     # a column's name or the like; seldom what was meant
        return hits or [Hit("words", "", say(N_("Everywhere", "Nothing found.")))]

    def _recent(self, last: list[str]) -> list[Hit]:
        hits = []
        for one in last:
            sort, _, key = one.partition(" ")
            if sort == "command" and key in commands():
                hits.append(self._command_hit(key))
            elif sort == "record" and (found := self._record_hit(key)) is not None:
                hits.append(found)
        shown = self._group(say(N_("Everywhere", "Chosen last")), hits)
        known = {hit.key for hit in hits}
        return shown + self._group(say(N_("Everywhere", "Often needed")),
                                   [self._command_hit(key) for key in PROPOSED if key not in known])

    @staticmethod
    def _group(title: str, hits: list[Hit]) -> list[Hit]:
        return [Hit("heading", "", title), *hits] if hits else []

    def _command_hit(self, key: str) -> Hit:
        one = commands()[key]
        why = one.why_not(self._window) if self._window is not None else None
        words = plain_words(say(one.title))
        if one.group == LOOK:
            words = f"{say(one.group)}: {words}"
        return Hit("command", key, words, say(why) if why is not None else "", say(one.group),
                   shortcuts.written(one.keys[0]) if one.keys else "", one.icon, possible=why is None)

    def _act_hit(self, title: str) -> Hit | None:
        one = self._acts.acts.get(title) if self._acts is not None else None
        if one is None:
            return None
        words = f"{one.menu} › {one.title}" if one.menu else one.title
        why = "" if one.possible else say(N_("Everywhere", "not possible now"))
        return Hit("act", title, words, why, keys=one.keys, icon="chevron-right", possible=one.possible)

    def _record_hit(self, key: str) -> Hit | None:
        kind, _, number = key.partition(" ")
        if kind not in TYPES or not number.isdigit():
            return None
        words = self._desk.office.records.label(kind, int(number))
        icon = next((area.icon for area in AREAS if area.key == area_of(kind)), "")
        return Hit("record", kind, words, "", say(TYPES[kind].single), icon=icon, id=int(number)) if words else None

    # ------------------------------------------------------------ showing

    def _offer(self, hits: list[Hit]) -> None:
        self._job = None
        self._list.hits.offer(hits)
        if not self.hasFocus():
            self._list.hide()
            return
        width = max(self.width(), min(_WIDE, self.window().width() - 40))
        height = min(self._list.height_of_all(), _ROWS * theme.sizes().row, self.window().height() - 80)
        self._list.resize(width, height)
        self._list.move(self.mapToGlobal(QPoint((self.width() - width) // 2, self.height() + 2)))
        self._list.show()
        self._list.scrollToTop()
        self._list.step(1)
        if self._wanted:
            self.open_current()

    def _open(self, hit: Hit | None) -> None:
        if hit is None or not hit.choosable:
            return
        self._list.hide()
        self.clear()
        self._pause.stop()
        if hit.sort == "record":
            self._keep(f"record {hit.key} {hit.id}")
            self._desk.signals.go.emit(hit.key, hit.id)
            return
        self.left.emit()
        if hit.sort == "command":
            self._keep(f"command {hit.key}")
            self.chosen.emit(hit.key)
        elif self._acts is not None and hit.key in self._acts.acts:
            self._acts.acts[hit.key].run()

    def _last_chosen(self) -> list[str]:
        return self._desk.preferences.now.chosen.get(self._desk.office.store.library_id, [])

    def _keep(self, choice: str) -> None:
        """Notes a choice for the next time: keys and numbers only, no words of a record."""
        last = [choice, *(one for one in self._last_chosen() if one != choice)][:_KEPT]
        now = self._desk.preferences.now
        self._desk.preferences.keep(replace(now, chosen={**now.chosen, self._desk.office.store.library_id: last}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.composing:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                if self._list.isVisible():
                    self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                elif event.key() == Qt.Key.Key_Down:
                    self._look(self.text().strip())
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._search()      # what was typed within this moment
                self.open_current()
                return
            if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
                self._list.hide()
                return
            if event.key() == Qt.Key.Key_Escape and not self.text():
                self.left.emit()
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._list.isVisible():
            self.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()


def _sought(one: Command) -> Sought:
    return Sought(one.key, _both(one.title), tuple(
        word.strip() for text in (one.further, one.also, one.group) if text is not None
        for words in _both(text) for word in words.split(",")))


def _sought_act(one: PageAct) -> Sought:
    return Sought(one.title, (one.title, *(_both(one.known) if one.known is not None else ())))


def _both(text: Text) -> tuple[str, str]:
    """A text in Chinese and in English, whichever the screen speaks."""
    return plain_words(text.say(translator("zh"))), plain_words(text.say(english))
