"""What putting a backup back would change, before it is done."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.backups import Preview
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, holder, row

_WIDTH, _HIGHEST = 640, 360


class RestoreDialog(FittedDialog):
    """Shows a preview and asks; accepted when the backup is to be put back.

    The keyboard begins in the preview, and Enter alone puts nothing back: it has just opened this from the list.
    """

    def __init__(self, parent: QWidget, preview: Preview, zone: ZoneInfo) -> None:
        self._zone = zone
        changes = bool(preview.kinds or preview.undone)
        body = holder(column(*self._parts(preview), gap=6, margins=(10, 8, 10, 8) if changes else (0, 0, 0, 0)))
        super().__init__(parent, self.tr("Put back the backup of {moment}?").format(moment=self._when(preview.made_at)),
                         self.tr("First a backup of the library as it is now is made, so that this can be taken back. "
                                 "The password of today stays."), body)
        if changes:     # where nothing would change, leaving is what is meant
            no, self.yes = self.add_button(self.tr("&Cancel")), self.add_button(self.tr("&Put it back"), primary=True)
            for button in (no, self.yes):
                button.setAutoDefault(False)
            self.yes.setDefault(False)
            self.area.highest = _HIGHEST
            self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.area.setProperty("reads", True)
            self.area.setAccessibleName(". ".join(one.text() for one in body.findChildren(QLabel) if one.text()))
            self.area.setFocus()
        else:
            self.yes, no = self.add_button(self.tr("&Put it back")), self.add_button(self.tr("&Cancel"), primary=True)
            no.setFocus()
        self.yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self.setMinimumWidth(_WIDTH)

    def _parts(self, preview: Preview) -> list[QWidget]:
        if not preview.kinds and not preview.undone:
            return [Band("ok", self.tr("The library holds the same as this backup; putting it back changes nothing."))]
        parts: list[QWidget] = []
        if preview.undone and preview.since is not None and preview.until is not None:
            since, until = self._when(preview.since), self._when(preview.until)
            words = self.tr("{count} {count:act|acts} from {since} to {until} would be lost") if since != until else \
                self.tr("{count} {count:act|acts} of {since} would be lost")
            parts.append(Band("warn", fill(words, count=f"{preview.undone:,}", since=since, until=until)))
        if preview.kinds:
            parts.append(holder(column(section(self.tr("Records that change")))))
            for one in preview.kinds:
                words = " · ".join(fill(text, count=f"{count:,}") for text, count in (
                    (self.tr("{count} {count:is|are} only here now and would go"), one.here),
                    (self.tr("{count} {count:is|are} only in the backup and would come back"), one.there),
                    (self.tr("{count} would get other values"), one.changed)) if count)
                parts.append(self._line(say(one.title), words))
        if preview.acts:
            parts.append(holder(column(section(self.tr("What would be lost, the newest first")))))
            for act in preview.acts:
                who = f"{self._when(act.at)}  {act.person}"
                parts.append(self._line(who.strip(), say(act.text)))
            if preview.undone > len(preview.acts):
                parts.append(label(self.tr("… and {count} more").format(
                    count=f"{preview.undone - len(preview.acts):,}"), "small", "ink2"))
        if preview.purges:
            parts.append(label(fill(self.tr("{count} {count:record|records} that {count:was|were} deleted by law will "
                                            "be deleted again."),
                                    count=f"{preview.purges:,}"), "small", "ink2", wrap=True))
        return parts

    def _line(self, head: str, words: str) -> QWidget:
        first = label(head, "quiet", "ink2", wrap=True)
        fixed_width(first, 190)
        made = row(first, label(words, "quiet", wrap=True), gap=12)
        made.setStretch(1, 1)
        return holder(made)

    def _when(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._zone):%Y-%m-%d %H:%M}"
