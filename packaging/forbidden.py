"""What the executable must never hold: libraries under GPL or AGPL, and weight that nothing uses."""

from collections.abc import Iterable

FORBIDDEN_MODULES = (
    "PySide6.QtCharts", "PySide6.QtDataVisualization", "PySide6.QtGraphs",     # GPL
    "fitz", "pymupdf", "qfluentwidgets",                                        # AGPL, GPL
    "lxml", "numpy", "oscrypto", "xlrd", "pandas", "matplotlib",                # not needed
    "PySide6.QtWebEngineCore", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf",
    "pytest", "hypothesis", "mypy", "tkinter",
)
NOT_NEEDED = (
    "_wmi",     # asks the system a question that may hang; platform does without
    "setuptools", "pkg_resources", "doctest", "xmlrpc", "curses", "lib2to3", "idlelib",
    "sqlite3", "_sqlite3", "pygments", "unittest", "cffi", "pycparser",
    "charset_normalizer", "pydoc_data",
    *(f"fontTools.{name}" for name in (     # one glyph is drawn, no font is made
        "subset", "feaLib", "varLib", "cffLib", "otlLib", "colorLib", "designspaceLib", "ufoLib", "qu2cu", "cu2qu",
        "misc.plistlib", "misc.symfont", "ttLib.woff2", "ttLib.beyond64k", "ttLib.tables.otBase",
        "ttLib.tables.otConverters", "ttLib.tables.otData", "ttLib.tables.otTables", "ttLib.tables.otTraverse")),
    "PySide6.QtOpenGL", "PySide6.QtDBus", "PIL._avif", "PIL.ImageQt", "PIL.ImageTk",
    "PIL._imagingft", "PIL._imagingmath", "PIL._imagingmorph",     # pictures are scaled and turned, nothing is drawn
)
"""Weight without use; harmless if a library insists."""
FORBIDDEN_FILES = (
    "Qt6Charts", "Qt6DataVisualization", "Qt6Graphs", "Qt6WebEngine", "Qt6Pdf", "Qt6Quick", "Qt6Qml",
    "Qt6VirtualKeyboard", "libqgtk3",
)


def forbidden(entries: Iterable[str]) -> list[str]:
    """Those of the files or modules of a build that must not be in it.

    Args:
        entries: paths inside the build, or dotted names of modules.
    """
    return [entry for entry in entries if _is_forbidden(entry)]


def _is_forbidden(entry: str) -> bool:
    dotted = entry.replace("\\", "/").replace("/", ".")
    in_module = any(dotted == name or dotted.startswith(f"{name}.") for name in FORBIDDEN_MODULES)
    return in_module or any(name in entry for name in FORBIDDEN_FILES)
