"""The language of the screen: our catalogue and Qt's own, switched while the program runs."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from laborqa_desktop import paths
from laborqa_desktop.text import Text

SOURCE, CHINESE = "en", "zh_CN"


def translate(context: str, source: str) -> str:
    """The source in the language of the screen."""
    return QCoreApplication.translate(context, source)


def say(text: Text) -> str:
    """A text in the language of the screen."""
    return text.say(translate)


def sentences(*parts: str) -> str:
    """Sentences one after the other; Chinese ones without a space between. Empty parts are left out."""
    joined = ""
    for part in filter(None, parts):
        joined += ("" if not joined or joined[-1] in "。！？；" else " ") + part
    return joined


def system_language() -> str:
    """zh_CN where the system speaks Chinese, else en."""
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else SOURCE


def screen_language() -> Literal["zh", "en"]:
    """The language of the screen, for a document in the same; may be asked on any thread."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


class Languages(QObject):
    """Loads and swaps the catalogues.

    Signals:
        changed: another language is in place; windows are rebuilt.
    """

    changed = Signal()

    def __init__(self, app: QCoreApplication, language: str = "") -> None:
        super().__init__(app)
        self._app, self._loaded, self._language = app, list[QTranslator](), SOURCE
        self._install(language or system_language())

    @property
    def language(self) -> str:
        """zh_CN or en."""
        return self._language

    def set_language(self, language: str) -> None:
        """Switches at once."""
        if language != self._language:
            self._install(language)
            self.changed.emit()

    def _install(self, language: str) -> None:
        for old in self._loaded:
            self._app.removeTranslator(old)
        self._loaded.clear()
        self._language = language
        QLocale.setDefault(QLocale(language))
        own = str(paths.resource_folder() / "i18n")
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for folder, name in ((of_qt, f"qtbase_{language}"), (own, f"laborqa_{language}")):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._loaded.append(translator)
