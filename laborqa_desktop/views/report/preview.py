"""The preview with its tools: turn pages, fit, zoom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.background import Background, Job
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import box, column, row
from laborqa_desktop.views.report.pdf_view import FULL, PAGE, WIDTH, PdfFile, PdfView


class Preview(QWidget):
    """A PDF with page numbers and zoom; white paper in both themes.

    Signals:
        shown: a PDF was opened: how many pages it has.
    """

    shown = Signal(int)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._job: Job | None = None
        self.view = PdfView(background, self.tr("Preview of the report"))
        self._page = label("", "quiet", "ink2")
        self._page.setMinimumWidth(56)
        view = self.view
        before = icon_button("chevron-left", self.tr("Page before"), "PgUp", lambda: view.go_to(view.page - 1))
        after = icon_button("chevron-right", self.tr("Next page"), "PgDn", lambda: view.go_to(view.page + 1))
        self._mode = Segments(self.tr("Zoom"), [
            Choice(PAGE, self.tr("Whole page")), Choice(WIDTH, self.tr("Fit width")), Choice(FULL, "100 %")], WIDTH)
        smaller = icon_button("zoom-out", self.tr("Smaller"), "Ctrl+-", lambda: self.view.zoom(1 / 1.2))
        larger = icon_button("zoom-in", self.tr("Larger"), "Ctrl++", lambda: self.view.zoom(1.2))
        tools = box("sunken", row(before, self._page, after, None, self._mode, None, smaller, larger, gap=4,
                                  margins=(10, 4, 10, 4)))
        made = column(tools, self.view, gap=0)
        made.setStretch(1, 1)
        self.setLayout(made)
        self.view.page_changed.connect(self._show_page)
        self.view.zoomed.connect(self._mode.set_current)
        self._mode.chosen.connect(self.view.set_mode)
        for keys, act in ((shortcuts.LARGER, lambda: self.view.zoom(1.2)), ("Ctrl+=", lambda: self.view.zoom(1.2)),
                          (shortcuts.SMALLER, lambda: self.view.zoom(1 / 1.2))):
            shortcuts.bind(self, keys, act)

    def show_pdf(self, data: bytes) -> None:
        """Shows a PDF; the one before stays until it is open."""
        if self._job:
            self._job.cancel()
        self._job = self._background.read(lambda: PdfFile(data), self._opened, self._refused)

    def show_nothing(self, words: str) -> None:
        """Shows why there is no preview."""
        if self._job:
            self._job.cancel()
        self.view.show_file(None, words)

    def _opened(self, file: PdfFile) -> None:
        self.view.show_file(file)
        self.shown.emit(self.view.pages)

    def _refused(self, _: Exception) -> None:
        self.view.show_file(None, self.tr("This file cannot be shown: it is damaged or no PDF."))

    def _show_page(self, page: int, pages: int) -> None:
        self._page.setText(f"{page} / {pages}" if pages else "—")
