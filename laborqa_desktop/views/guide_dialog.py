"""The user guide inside the program: the page that belongs to a screen, and from there by its links to all others."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from laborqa_desktop import paths
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.ask import Dialog

CONTENTS = "README.md"
PAGES = {
    "today": "02-today.md", "staff": "03-people.md", "certificate": "03-people.md", "outsider": "03-people.md",
    "post": "03-people.md", "org_unit": "03-people.md", "job_standard": "04-training.md", "course": "04-training.md",
    "training_session": "04-training.md", "training_record": "04-training.md", "client": "05-clients.md",
    "contract": "05-clients.md", "site": "05-clients.md", "plan": "06-plans.md", "checklist": "07-inspections.md",
    "inspection": "07-inspections.md", "problem": "08-problems.md", "import": "09-import.md",
    "imports": "09-import.md", "report": "10-report.md", "verify": "11-verify.md", "company": "14-settings.md"}
"""Screen -> its page of the guide, which is written in Chinese."""


class GuideDialog(Dialog):
    """The guide. It may stay open beside the work.

    Args:
        screen: key of the screen whose page is shown first.
    """

    def __init__(self, parent: QWidget, screen: str) -> None:
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(False)
        self.browser.setFont(theme.font())
        self.browser.document().setDocumentMargin(16)
        self.browser.setAccessibleName(self.tr("User guide"))
        super().__init__(parent, self.tr("User guide"), body=self.browser)
        contents = self.add_button(self.tr("C&ontents"))
        contents.clicked.connect(lambda: self.show_page(CONTENTS))
        back = self.add_button(self.tr("&Back"))
        back.clicked.connect(self.browser.backward)
        back.setEnabled(False)
        self.browser.backwardAvailable.connect(back.setEnabled)
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        shortcuts.bind(self, "Alt+Left", self.browser.backward)
        self.resize(max(560, min(820, parent.width() - 80)), max(480, min(760, parent.height() - 40)))
        self.show_page(PAGES.get(screen, CONTENTS))
        self.browser.setFocus()

    def show_page(self, name: str) -> None:
        """Goes to a page by its file name."""
        self.browser.setSource(QUrl.fromLocalFile(str(paths.guide_folder() / name)))
