"""The Chinese catalogues, ours and Qt's, are there and speak."""

from laborqa_desktop.self_test.runner import Bench, Broken, Figures


def catalogues(bench: Bench) -> Figures:
    """Asks both catalogues for a word.

    Raises:
        Broken: one is missing.
    """
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from laborqa_desktop.catalogue import translator
    said = translator("zh")("Enum", "Cleaning")
    if said == "Cleaning":
        raise Broken("the Chinese catalogue of the program is missing")
    of_qt = QTranslator()
    if not of_qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        raise Broken("the Chinese catalogue of Qt is missing")
    return {"cleaning": said}
