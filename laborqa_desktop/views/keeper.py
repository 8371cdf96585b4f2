"""Keeps what a form holds: saves it when valid, else as a draft; nothing typed is lost.

Nothing is asked but the reason that a rule wants (usecases/reasons.py), and that only of who saves by hand.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from laborqa_desktop.errors import Conflict, UserError
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.usecases.reasons import ReasonWanted
from laborqa_desktop.usecases.records import Invalid, KeptDraft, Loaded, Saved
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.reason_dialog import ReasonDialog
from laborqa_desktop.views.record_form import RecordForm

DRAFT_EVERY_MS = 4_000
"""A draft is at most 5 s old (W7); writing it takes its time too."""
AGAIN_MS = 250


@dataclass
class _Target:
    """Where the next save goes; the worker that saves brings it up to date, so saves that follow each other fit.

    Attributes:
        saving: saves under way.
        sent: the values of the newest of them.
        reason: why the record is changed, once it was given; goes with the next save that succeeds.
        begun: what was typed of it when the question was put away.
    """

    number: int | None = None
    version: int = 0
    saving: int = 0
    sent: dict[str, Any] | None = None
    reason: str = ""
    begun: str = ""


@dataclass(frozen=True)
class _OnItsWay:
    """What was handed to the worker and cannot be read from the library yet."""

    target: _Target
    values: dict[str, Any]
    field: str


class Keeper(QObject):
    """Saves and drafts for one form.

    Signals:
        saved: (id, Saved): the record is safe.
        state: (words, tone): for the foot of the form.
        reason_missing: the record shown waits for a reason: its question was put away.
    """

    saved = Signal(int, object)
    state = Signal(str, str)
    reason_missing = Signal()

    def __init__(self, desk: Desk, kind: RecordType, form: RecordForm, origin: QObject) -> None:
        super().__init__(form)
        self._desk, self._kind, self._form, self._origin = desk, kind, form, origin
        self._drafted: dict[str, Any] = {}
        self._saving = 0
        self._target = _Target()
        self._on_its_way: dict[int | None, _OnItsWay] = {}
        self._asks = False
        self._begun: dict[int | None, str] = {}
        self._timer = QTimer(self, interval=DRAFT_EVERY_MS)
        self._timer.timeout.connect(self.keep_draft)
        form.edited.connect(self._edited)

    @property
    def busy(self) -> bool:
        """Whether a save is under way."""
        return self._saving > 0

    def draft(self, number: int | None) -> KeptDraft | None:
        """The unfinished form of a record, or of a new one; also one that the worker has not written yet."""
        kept = self._on_its_way.get(number)
        if kept is None:
            found = self._desk.office.records.draft_load(self._kind.key, number)
            self._begun[number] = found.reason if found else ""
            return found
        self._begun[number] = kept.target.begun
        if number is None and kept.target.saving:
            return None     # it is about to be a record of its own
        return KeptDraft(self._kind.key, number, kept.values, datetime.now(UTC), kept.field)

    def begin(self, loaded: Loaded, draft: dict[str, Any] | None = None) -> None:
        """Shows a record in the form."""
        self._timer.stop()
        self._drafted = dict(draft or {})
        kept = self._on_its_way.get(loaded.id) if loaded.id is not None else None
        begun = self._begun.pop(loaded.id, "") if draft else ""
        self._target = kept.target if kept and kept.target.saving else _Target(loaded.id, loaded.row_version,
                                                                               begun=begun)
        self._form.show_record(loaded, draft)
        self.state.emit(self.tr("Draft, not saved yet") if draft else "", "ink2")

    def save(self) -> bool:
        """Saves when nothing blocks; shows what blocks otherwise. Returns whether a save is on its way or needless."""
        loaded = self._form.loaded
        if loaded is None or (loaded.id is not None and not self._form.dirty):
            return True
        if [flaw for flaw in self._form.check(show_all=True) if not flaw.warning]:
            self.keep_draft()
            self._form.go_to_next_error(from_start=True)
            return False
        self._start(asking=True)
        return True

    def leave(self) -> None:
        """Keeps the form's content before another record is shown: saved when valid, else as a draft."""
        self._timer.stop()
        loaded = self._form.loaded
        if loaded is None or not self._form.dirty or loaded.frozen is not None:
            return
        if [flaw for flaw in self._form.check() if not flaw.warning]:
            self.keep_draft(at_once=True)
        else:
            self._start()

    def keep_draft(self, at_once: bool = False) -> None:
        """Keeps what differs from the stored record, in the library.

        Args:
            at_once: right after a save that is under way; nobody will come back for it.
        """
        loaded, values = self._form.loaded, self._form.kept()
        if loaded is None or not self._form.dirty or values == self._drafted:
            return
        if self._saving and not at_once:        # the save takes the draft away; what was typed since is kept after it
            QTimer.singleShot(AGAIN_MS, self, self.keep_draft)
            return
        self._drafted = values
        self._draft(self._target, values)

    def discard(self, done: Callable[[], None]) -> None:
        """Forgets the draft of the record shown; calls done when it is gone."""
        records, key, number = self._desk.office.records, self._kind.key, self._target.number
        self._timer.stop()
        self._on_its_way.pop(number, None)
        self._desk.background.run(lambda step: records.draft_drop(key, number), lambda _: done())

    def _hand_over(self, target: _Target, values: dict[str, Any], field: str) -> Callable[[], None]:
        """Remembers what the worker gets; the answer forgets it."""
        number, kept = target.number, _OnItsWay(target, values, field)
        self._on_its_way[number] = kept

        def written() -> None:
            if self._on_its_way.get(number) is kept:
                del self._on_its_way[number]

        return written

    def _draft(self, target: _Target, values: dict[str, Any], words: str = "") -> None:
        """Writes a draft; the foot of the form then says the words, or else when it was kept."""
        records, key, field = self._desk.office.records, self._kind.key, self._form.focused_key()
        written = self._hand_over(target, values, field)

        def done(_: None) -> None:
            written()
            if self._target is target:
                self.state.emit(words or self.tr("Kept as a draft {time}").format(time=_clock(self._desk)), "ink2")

        def failed(error: Exception) -> None:
            self._drafted = {}      # tried again with the next key
            if not isinstance(error, UserError):
                raise error
            self.state.emit(say(error.text), "error")

        self._desk.background.run(lambda step: records.draft_save(
            key, target.number, values, field, target.reason or target.begun), done, failed)

    def _edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _start(self, asking: bool = False) -> None:
        """Starts the save; asking says that somebody is there to give a reason."""
        loaded = self._form.loaded
        assert loaded is not None
        records, key, target = self._desk.office.records, self._kind.key, self._target
        values, kept, field = self._form.values(), self._form.kept(), self._form.focused_key()
        if target.saving and values == target.sent:
            return      # on its way already; once more would make a second new record
        self._drafted, target.sent = {}, values
        self._saving += 1
        target.saving += 1
        written = self._hand_over(target, kept, field)

        def work(step: object) -> Saved:
            try:
                saved = records.save(key, target.number, values, target.version, target.reason)
            except UserError:
                with suppress(UserError):       # here already, for while locking nobody is left to be told
                    records.draft_save(key, target.number, kept, field, target.reason or target.begun)
                raise
            target.number, target.version, target.reason, target.begun = saved.id, saved.row_version, "", ""
            return saved

        def answered() -> None:
            self._saving -= 1
            target.saving -= 1
            written()

        def done(saved: Saved) -> None:
            answered()
            self._after(saved, target, values)

        def failed(error: Exception) -> None:
            answered()
            if isinstance(error, ReasonWanted):
                self._want_reason(error, target, kept, asking)
            else:
                self._failed(error, loaded, target, kept)

        self._desk.background.run(work, done, failed)

    def _after(self, saved: Saved, target: _Target, values: dict[str, Any]) -> None:
        if self._target is target:
            self._form.saved(self._desk.office.records.load(self._kind.key, saved.id), values)
            if not self._form.dirty:        # else something was typed meanwhile, of which there is no draft yet
                self._timer.stop()
            self.state.emit(self.tr("Saved {time}").format(time=_clock(self._desk)), "ok")
        self._desk.signals.changed.emit(saved.changes, self._origin)
        self.saved.emit(saved.id, saved)

    def _failed(self, error: Exception, loaded: Loaded, target: _Target, kept: dict[str, Any]) -> None:
        if not isinstance(error, UserError):
            self._draft(target, kept)
            raise error
        self._drafted = kept
        self._draft(target, kept)
        words = say(error.text)
        if self._form.loaded is loaded:
            if isinstance(error, Invalid):
                self._form.show_flaws(error.flaws)
            self.state.emit(words, "error")
        if isinstance(error, Conflict) or self._form.loaded is not loaded:
            self._desk.signals.said.emit(self.tr("{reason} What you typed is kept as a draft.").format(reason=words))

    def _want_reason(self, error: ReasonWanted, target: _Target, kept: dict[str, Any], asking: bool) -> None:
        """Asks why, where somebody is there to say it; the draft is kept either way."""
        words = say(error.text)
        left = self.tr("Kept as a draft; not saved without a reason. Ctrl+S asks for it.")
        self._draft(target, kept, left)
        if self._target is not target or not asking:
            self._desk.signals.said.emit(self.tr("{reason} What you typed is kept as a draft; Ctrl+S there asks for "
                                                 "the reason.").format(reason=words))
            return
        self._drafted = kept
        if self._asks:
            return
        dialog = ReasonDialog(self._desk, self._form.window(), words, target.begun)

        def given(answers: dict[str, Any]) -> None:
            target.reason = answers["reason"]
            dialog.accept()
            if self._target is target:
                self._start(asking=True)

        def over(typed: str) -> None:
            self._asks = False
            target.begun = typed
            if self._target is target and not target.reason:
                self.reason_missing.emit()
            if typed and self._target is target:
                self._draft(target, self._form.kept(), left)

        self._asks = True
        dialog.given.connect(given)
        dialog.left.connect(over)
        dialog.open()


def _clock(desk: Desk) -> str:
    return f"{datetime.now(desk.zone):%H:%M}"
