"""An issued report as it was signed, with the answer of Verify above it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.parts.roomy import Roomy
from laborqa_desktop.views.report.preview import Preview


class PdfDialog(Dialog):
    """The dialog.

    Args:
        checked: usecases.verifying.Checked.
    """

    def __init__(self, desk: Desk, parent: QWidget, title: str, pdf: bytes, checked: Any) -> None:
        self.preview = Preview(desk.background)
        lines = checked.lines(str(desk.zone))
        level = next((one for one in ("error", "warn") if any(have == one for have, _ in lines)), "ok")
        worst = next(text for have, text in lines if have == level)
        others = [say(text) for _, text in lines if text != worst and "{fingerprint}" not in text.source]
        body = column(Band(level, say(worst), others), self.preview, gap=10)
        body.setStretch(1, 1)
        super().__init__(parent, title, body=Roomy(holder(body)))
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        self.resize(max(760, min(1000, parent.width() - 120)), max(400, parent.height() - 40))
        self.preview.show_pdf(pdf)
        self.finished.connect(lambda _: self.preview.show_nothing(""))
