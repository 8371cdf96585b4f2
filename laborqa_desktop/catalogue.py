"""Translations without a window.

A loaded, uninstalled catalogue answers for documents and the command line, on any thread.
"""

from functools import cache

from PySide6.QtCore import QTranslator

from laborqa_desktop import paths
from laborqa_desktop.text import Translate, english

_kept: dict[str, bytes] = {}


@cache
def _catalogue(name: str) -> QTranslator | None:
    file = paths.resource_folder() / "i18n" / f"{name}.qm"
    if not file.is_file():
        return None
    loaded = QTranslator()
    # from memory: a catalogue opened by name is mapped, and the program falls when a new set-up rewrites the file
    _kept[name] = file.read_bytes()
    return loaded if loaded.load(_kept[name]) else None


def translator(language: str) -> Translate:
    """The translation into a language.

    Args:
        language: "zh" or "en".
    """
    catalogue = _catalogue("laborqa_zh_CN") if language.startswith("zh") else None
    if catalogue is None:
        return english

    def translate(context: str, source: str) -> str:
        return catalogue.translate(context, source) or source

    return translate
