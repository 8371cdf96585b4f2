"""Acts of a problem and the small dialogs they need."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.models.enums import LinkRole, ProblemStage
from laborqa_desktop.usecases.attachments import Added
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform, perform_stepped
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.pictures import dropped_files, pasted_picture
from laborqa_desktop.views.problem.shown import Shown


class ProblemActs(QObject):
    """Does things to the problem that is shown.

    Signals:
        done: id of the problem that is another now.
    """

    done = Signal(int)

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__(origin)
        self._desk, self._origin = desk, origin

    def advance(self, shown: Shown, to: str, given: dict[str, Any]) -> None:
        """To the next stage."""
        problems, records = self._desk.office.problems, self._desk.office.records

        def work() -> Changes:
            if to == ProblemStage.CLOSED:
                return problems.close(shown.id, given["by"], given["on"], given["note"])
            changes = problems.implement(shown.id, given["correction"], given["on"])
            records.draft_drop("problem", shown.id)
            return changes

        self._perform(shown.id, work)

    def extend(self, shown: Shown) -> None:
        """More time, with a reason; the first date stays in the figures."""
        problems, due = self._desk.office.problems, shown.lateness.due_on or self._desk.today()
        later = max(due, self._desk.today()) + timedelta(days=3)
        self._ask(shown, self.tr("More time"), (
            Asked("due", self.tr("New due date"), "day", later), Asked("reason", self.tr("Reason"), "long"),
            Asked("by", self.tr("Agreed by"), required=False)), self.tr("Extend"),
            lambda given: problems.extend(shown.id, given["due"], given["reason"], given["by"]),
            self.tr("The first due date stays in the figures for the client."))

    def reopen(self, shown: Shown) -> None:
        """Back to the owner."""
        problems = self._desk.office.problems
        self._ask(shown, self.tr("Back to the owner"), (Asked("reason", self.tr("Why it is not corrected"), "long"),),
                  self.tr("Open again"), lambda given: problems.reopen(shown.id, given["reason"]))

    def void(self, shown: Shown) -> None:
        """Out of every figure, with a reason."""
        problems = self._desk.office.problems
        self._ask(shown, self.tr("Void {code}").format(code=shown.value("code")), (
            Asked("reason", self.tr("Reason"), "long"),), self.tr("Void"),
            lambda given: problems.void(shown.id, given["reason"]),
            self.tr("It stays visible with the reason and leaves every figure. This cannot be undone."))

    def attach(self, shown: Shown, contents: Sequence[tuple[str, bytes | Path]], role: str) -> None:
        """Attaches files."""
        attachments = self._desk.office.attachments
        if not contents or shown.stage in (ProblemStage.CLOSED, ProblemStage.VOID):
            return

        wanted = [content if isinstance(content, Path) else (name, content) for name, content in contents]

        def succeeded(added: Added) -> None:
            if added.changes.act_id:
                self._desk.signals.changed.emit(added.changes, self._origin)
                self.done.emit(shown.id)
            if added.refused:
                self._desk.ask.tell(self._origin.window(), self.tr("Not every file was added"), "",
                                    [say(one.text) for one in added.refused])

        perform_stepped(self._desk, self._origin, self.tr("Adding files…"),
                        lambda step: attachments.add_all("problem", shown.id, wanted, role, step), succeeded)

    def take(self, shown: Shown, data: QMimeData, role: str = LinkRole.AFTER.value) -> None:
        """Attaches what was pasted or dropped."""
        files = dropped_files(data)
        if files:
            self.attach(shown, [(file.name, file) for file in files], role)
        elif found := pasted_picture(data):
            self.attach(shown, [(found[1], found[0])], role)

    def keep_typed(self, shown: Shown, values: dict[str, Any]) -> None:
        """Keeps a correction that is being typed."""
        records = self._desk.office.records
        self._desk.background.run(lambda step: records.draft_save("problem", shown.id, values), lambda _: None)

    def _ask(self, shown: Shown, title: str, asked: Sequence[Asked], yes: str, act: Callable[[dict[str, Any]], Changes],
             words: str = "") -> None:
        dialog = FieldsDialog(self._desk, self._origin, title, asked, yes, words)
        dialog.given.connect(lambda given: self._perform(shown.id, lambda: act(given), dialog))
        dialog.open()

    def _perform(self, problem_id: int, work: Callable[[], Any], dialog: FieldsDialog | None = None) -> None:
        def succeeded(changes: Any) -> None:
            self._desk.signals.changed.emit(changes, self._origin)
            self.done.emit(problem_id)

        perform(self._desk, self._origin, work, succeeded, dialog)
