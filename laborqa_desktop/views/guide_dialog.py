"""The user guide inside the program: opened at the place of a screen or field, searched, its links lead on."""

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from laborqa_desktop import paths
from laborqa_desktop.views import guide_pages, shortcuts, theme
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.guide_pages import CONTENTS, Place, Section
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, holder

_RESULTS_SHOWN = 6
_MARGIN = 16


class GuideBrowser(QTextBrowser):
    """A page; its pictures are never wider than it."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.setOpenLinks(False)
        self.setFont(theme.font())
        self.document().setDocumentMargin(_MARGIN)
        self._widest = 0
        self._settled = QTimer(self, singleShot=True, interval=150)
        self._settled.timeout.connect(self._fit)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the guide, made to fit; everything else as it is."""
        found, url = super().loadResource(kind, name), QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage(str(paths.guide_folder() / url.path()) if url.isRelative() else url.toLocalFile())
        ratio = self.devicePixelRatioF()
        room = round(self._room() * ratio)
        if not image.isNull() and image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    def show_page(self, name: str) -> None:
        """Loads a page by its file name; headings stand apart from what is above them."""
        self.setSource(QUrl.fromLocalFile(str(paths.guide_folder() / name)))
        self._part()

    def _part(self) -> None:
        cursor, block = QTextCursor(self.document()), self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor.setPosition(block.position())
                form = block.blockFormat()
                form.setTopMargin(theme.sizes().body)
                form.setBottomMargin(4)
                cursor.setBlockFormat(form)
            block = block.next()

    def heading(self, wanted: str, after: QTextBlock | None = None) -> QTextBlock | None:
        """The block of a heading, the first one after another; None when it is not there."""
        block = self.document().begin() if after is None else after.next()
        while block.isValid():
            if block.blockFormat().headingLevel() and _words(block.text()) == wanted:
                return block
            block = block.next()
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._widest:
            self._settled.start()

    def _room(self) -> int:
        return max(200, self.width() - 2 * _MARGIN - self.verticalScrollBar().sizeHint().width() - 8)

    def _fit(self) -> None:
        """Fits the pictures to another width; the place on the page stays."""
        if self._room() != self._widest and self._widest and not self.source().isEmpty():
            at = self.verticalScrollBar().value()
            self.reload()
            self._part()
            self.verticalScrollBar().setValue(at)
        self._widest = self._room()


class GuideDialog(Dialog):
    """The guide. It may stay open beside the work.

    Args:
        place: what is shown first.
    """

    def __init__(self, parent: QWidget, place: Place) -> None:
        self.browser = GuideBrowser()
        self.browser.setAccessibleName(self.tr("User guide"))
        self.search = SearchBox(self.tr("Search the guide"), self.tr("Search the guide"), shortcuts.FIND)
        self.search.searched.connect(self.find_words)
        self.search.down.connect(self._into_results)
        self.results = QListWidget()
        self.results.setProperty("popup", True)
        self.results.setAccessibleName(self.tr("Places found"))
        self.results.itemActivated.connect(self._open_result)
        self.results.itemClicked.connect(self._open_result)
        self.results.hide()
        self._found: list[Section] = []
        self._nothing = label(self.tr("The guide says nothing about it. Try a shorter word."), tone="ink2")
        self._nothing.hide()
        body = column(self.search, self.results, self._nothing, self.browser, gap=8)
        body.setStretch(3, 1)
        super().__init__(parent, self.tr("User guide"), body=holder(body))
        shortcuts.bind(self, shortcuts.FIND, self._begin_search)
        contents = self.add_button(self.tr("C&ontents"))
        contents.clicked.connect(lambda: self.go(Place(CONTENTS)))
        back = self.add_button(self.tr("&Back"))
        back.clicked.connect(self.browser.backward)
        back.setEnabled(False)
        self.browser.backwardAvailable.connect(back.setEnabled)
        self.browser.anchorClicked.connect(self._follow)
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        shortcuts.bind(self, "Alt+Left", self.browser.backward)
        self.resize(max(560, min(860, parent.width() - 80)), max(320, min(760, parent.height() - 40)))
        self._wanted = place
        self.go(place)
        self.browser.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll(self._wanted))     # once its width is known

    @property
    def place(self) -> Place:
        """What is shown: the page, and the headings gone to."""
        return self._wanted

    def go(self, place: Place) -> None:
        """Goes to a place."""
        self._wanted = place
        if self.browser.source().fileName() != place.page:
            self.browser.show_page(place.page)
        self._scroll(place)

    def find_words(self, words: str) -> None:
        """Lists the places that hold the words; the first is shown."""
        self._found = guide_pages.find(words)
        self.results.clear()
        for one in self._found:
            item = QListWidgetItem(f"{' › '.join(one.path)}    {guide_pages.around(one, words)}")
            item.setSizeHint(QSize(100, theme.sizes().row))
            self.results.addItem(item)
        self.results.setVisible(bool(self._found))
        self._nothing.setVisible(bool(words.strip()) and not self._found)
        s = theme.sizes()
        room = max(2, (self.height() - 14 * s.body) // s.row)
        self.results.setFixedHeight(min(len(self._found), _RESULTS_SHOWN, room) * s.row + 8)
        if self._found:
            self.results.setCurrentRow(0)
            self._show_result(0)

    def _into_results(self) -> None:
        if self._found:
            self.results.setFocus()

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _open_result(self, item: QListWidgetItem) -> None:
        self._show_result(self.results.row(item))
        self.browser.setFocus()

    def _show_result(self, row: int) -> None:
        one = self._found[row]
        self.go(Place(one.page, one.path[1:]))
        words = self.search.text().split()
        block = self._block(self._wanted)
        if words and block is not None:
            found = self.browser.document().find(words[0], block.position())
            if not found.isNull():
                self.browser.setTextCursor(found)
                self._scroll(self._wanted)

    def _follow(self, link: QUrl) -> None:
        place = guide_pages.place_in(link.fileName() + (f"#{link.fragment()}" if link.hasFragment() else ""))
        self.go(place if place.page else Place(self._wanted.page, place.headings))

    def _block(self, place: Place) -> QTextBlock | None:
        block: QTextBlock | None = None
        for wanted in place.headings:
            block = self.browser.heading(wanted, block)
            if block is None:
                return None
        return block

    def _scroll(self, place: Place) -> None:
        block = self._block(place)
        layout = self.browser.document().documentLayout()
        top = layout.blockBoundingRect(block).y() - 8 if block is not None else 0
        self.browser.verticalScrollBar().setValue(round(top))

    def _show_guide(self) -> None:
        """F1 in the guide: its contents."""
        self.go(Place(CONTENTS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.results.hasFocus():
            self._open_result(self.results.currentItem())
            return
        super().keyPressEvent(event)


def _words(heading: str) -> str:
    return heading.removesuffix(" *").strip()
