"""What changes the rows chosen in a list: a field of all of them, archive and restore; and rows pasted from Excel."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from laborqa_desktop.errors import UserError
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.backups import MANY
from laborqa_desktop.usecases.bulk_editing import offered
from laborqa_desktop.usecases.reasons import archiving_asks
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform, perform_stepped
from laborqa_desktop.views.i18n import say

if TYPE_CHECKING:
    from laborqa_desktop.usecases.pasting import Pasted
    from laborqa_desktop.views.list_panel import ListPanel

NOT_PASTED = frozenset({"report", "company"})


class ListChanges(QObject):
    """Changes the chosen rows of a list; what it did is offered to be undone."""

    def __init__(self, panel: "ListPanel", desk: Desk, kind: RecordType) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._kind = panel, desk, kind

    def change_field(self) -> None:
        """Gives the chosen records one value, after a preview of each."""
        if not self._panel.query.archived and offered(self._kind.key):
            self._panel.with_chosen(self._open_bulk)

    def _open_bulk(self, ids: list[int]) -> None:
        from laborqa_desktop.views.bulk_dialog import BulkDialog  # no list needs it to begin with
        dialog = BulkDialog(self._desk, self._panel.window(), self._kind, ids)
        dialog.changed.connect(self._bulk_done)
        dialog.open()

    def _bulk_done(self, changes: object, count: int) -> None:
        self._desk.signals.changed.emit(changes, self._panel)
        self._panel.offer_undo(self.tr("Changed: {count}").format(count=f"{count:,}"))

    def archive(self) -> None:
        """Puts the chosen records away, the undo strip brings them back; asks why where a rule demands it."""
        if not self._panel.query.archived:
            self._panel.with_chosen(self._archive)

    def _archive(self, ids: list[int]) -> None:
        if not archiving_asks(self._kind.key):
            self._act(archive=True, ids=ids)
            return
        title = fill(self.tr("Archive {count} {count:record|records}"), count=f"{len(ids):,}")
        dialog = FieldsDialog(self._desk, self._panel.window(), title,
                              (Asked("reason", self.tr("Reason"), "long"),), self.tr("Archive"))
        dialog.given.connect(lambda given: self._act(archive=True, ids=ids, reason=given["reason"], dialog=dialog))
        dialog.open()

    def restore(self) -> None:
        """Brings the chosen records back."""
        self._panel.with_chosen(lambda ids: self._act(archive=False, ids=ids))

    def _act(self, archive: bool, ids: list[int], reason: str = "", dialog: FieldsDialog | None = None) -> None:
        records, key = self._desk.office.records, self._kind.key
        work: Callable[..., object] = (partial(records.archive, key, ids, reason) if archive else
                                       partial(records.restore, key, ids))

        def done(changes: object) -> None:
            self._desk.signals.changed.emit(changes, self._panel)
            words = self.tr("Archived: {count}") if archive else self.tr("Restored: {count}")
            self._panel.offer_undo(words.format(count=f"{len(ids):,}"))

        words = self.tr("Archiving {count}…") if archive else self.tr("Restoring {count}…")
        if archive and len(ids) >= MANY:
            words = self.tr("Archiving {count}; a backup is made before…")
        if len(ids) < MANY:         # a moment's work: what is refused is said where the reason was typed
            perform(self._desk, self._panel, work, done, dialog)
        else:
            perform_stepped(self._desk, self._panel, words.format(count=f"{len(ids):,}"),
                            lambda step: work(step=step), done, dialog)

    def paste(self, as_new: bool = False) -> None:
        """Shows what the clipboard holds as rows of this list, from the current one on.

        Args:
            as_new: all of them are new records.
        """
        if self._panel.query.archived or self._kind.key in NOT_PASTED:
            return
        from laborqa_desktop.usecases import pasting
        panel, office, key, query = self._panel, self._desk.office, self._kind.key, self._panel.model.query
        text, at = QGuiApplication.clipboard().text(), panel.view.currentIndex()
        columns = [c.key for place, c in enumerate(panel.model.columns)
                   if place >= at.column() and not panel.view.isColumnHidden(place)]
        first = at.row() if at.isValid() and not as_new else -1

        def work() -> pasting.Pasted:
            ids = office.records.ids(key, query) if first >= 0 else []
            return pasting.read(key, text, columns, ids[first:] if first >= 0 else (), office.languages)

        self._desk.background.read(work, partial(self._open_paste, as_new), self._not_pasted)

    def _open_paste(self, as_new: bool, block: "Pasted") -> None:
        from laborqa_desktop.usecases.pasting import Placing
        from laborqa_desktop.views.pasting.dialog import PasteDialog
        dialog = PasteDialog(self._desk, self._panel.window(), self._kind,
                             block.place_at(Placing.NEW) if as_new else block)
        dialog.pasted.connect(self._pasted)
        dialog.open()

    def _pasted(self, changes: object, count: int) -> None:
        self._desk.signals.changed.emit(changes, self._panel)
        self._panel.offer_undo(self.tr("Pasted: {count}").format(count=f"{count:,}"))

    def _not_pasted(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.ask.tell(self._panel.window(), self.tr("Nothing was pasted"), say(error.text))
