"""The user guide inside the program: the page that belongs to a screen, and from there by its links to all others."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from laborqa_desktop import paths
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.guide_pages import CONTENTS, KEYS, PAGES
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.layout import column, holder


class GuideDialog(Dialog):
    """The guide. It may stay open beside the work.

    Args:
        screen: key of the screen whose page is shown first, or "keys".
    """

    def __init__(self, parent: QWidget, screen: str) -> None:
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(False)
        self.browser.setFont(theme.font())
        self.browser.document().setDocumentMargin(16)
        self.browser.setAccessibleName(self.tr("User guide"))
        self.search = SearchBox(self.tr("Search the guide"), self.tr("Search the guide"), shortcuts.FIND)
        self.search.searched.connect(self.find_words)
        self.search.down.connect(lambda: self.find_words(self.search.text()))
        super().__init__(parent, self.tr("User guide"), body=holder(column(self.search, self.browser, gap=8)))
        shortcuts.bind(self, shortcuts.FIND, self.search.setFocus)
        contents = self.add_button(self.tr("C&ontents"))
        contents.clicked.connect(lambda: self.show_page(CONTENTS))
        back = self.add_button(self.tr("&Back"))
        back.clicked.connect(self.browser.backward)
        back.setEnabled(False)
        self.browser.backwardAvailable.connect(back.setEnabled)
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        shortcuts.bind(self, "Alt+Left", self.browser.backward)
        self.resize(max(560, min(820, parent.width() - 80)), max(480, min(760, parent.height() - 40)))
        self.show_page(KEYS if screen == "keys" else PAGES.get(screen, CONTENTS))
        self.browser.setFocus()

    def find_words(self, words: str) -> None:
        """Goes to the next place with these words, on this page or on the next that has them."""
        if not words.strip() or self.browser.find(words):
            return
        pages = sorted(file.name for file in paths.guide_folder().glob("*.md"))
        here = self.browser.source().fileName()
        at = pages.index(here) + 1 if here in pages else 0
        for name in (*pages[at:], *pages[:at]):
            if words.casefold() in (paths.guide_folder() / name).read_text(encoding="utf-8").casefold():
                self.show_page(name)
                self.browser.find(words)
                return

    def show_page(self, name: str) -> None:
        """Goes to a page by its file name."""
        self.browser.setSource(QUrl.fromLocalFile(str(paths.guide_folder() / name)))
