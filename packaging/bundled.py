"""Which files go into the executable beside its modules."""

import os
import re
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import PurePosixPath

from forbidden import forbidden

DATA = (
    ("resources/fonts", "resources/fonts"),
    ("resources/icons", "resources/icons"),
    ("resources/sample", "resources/sample"),
    ("migrations", "migrations"),
    ("docs/licences", "licences"),
    ("docs/guide", "guide"),
    ("LICENSE", "."),
)
"""Path in the project, folder in the executable."""
SYSTEM_ROOT = os.environ.get("SYSTEMROOT", r"C:\Windows").lower().replace("\\", "/")
NOT_USED = (
    "*opengl32sw.dll", "*d3dcompiler_*", "*/qdirect2d.dll", "*/qminimal.dll", "*/libqminimal*.so", "*/libqvnc.so",
    "*/libqlinuxfb.so", "*/libqeglfs.so", "*/libqvkkhrdisplay.so", "*EglFS*", "*EglFs*", "*/egldeviceintegrations/*",
    "*/plugins/generic/*", "*/plugins/networkinformation/*", "*/plugins/tls/*", "*/platforminputcontexts/*virtual*",
    "*/imageformats/*tiff*", "*/imageformats/*tga*", "*/imageformats/*wbmp*", "*/imageformats/*icns*",
    "*/platformthemes/libqgtk3.so", "*/styles/*", "certifi/*", "*.debug", "*.pdb", "*.pyi", "*/__pycache__/*",
)
"""Parts of Qt for machines without a desktop, and what only makers of Qt want."""
LINUX_OWN = re.compile(r"^lib(gtk|gdk|atk|cairo|pango|pixman|gio|gobject|gmodule|fribidi|thai|datrie|graphite2|harfbuzz"
                       r"|cups|avahi|gnutls|hogweed|nettle|p11-kit|tasn1|unistring|idn2|gmp|mount|blkid|selinux)[-.0-9_a-z]*\.so\.")
"""What only GTK's look and the print service of Linux need; where those are, these are too."""
COUNTRIES = re.compile(r"^stdnum/(?!cn/)")
"""Tables of numbers of other countries."""
QT_TRANSLATION = "qtbase_zh_CN.qm"


RUN_TIME = re.compile(r"(?:.+/)?((?:msvcp|vcruntime)140[_0-9a-z]*\.dll)$", re.IGNORECASE)
"""Microsoft's run-time library, which several wheels bring each for itself."""

Entry = tuple[str, str, str]
"""Path in the executable, where the file lies now, kind: as PyInstaller lists them."""


def together(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in order, with Microsoft's run-time library only once, beside Python, where all find it."""
    placed: dict[str, Entry] = {}
    for target, source, kind in sorted(entries):
        shared = RUN_TIME.fullmatch(target.replace("\\", "/"))
        placed.setdefault(shared[1].lower() if shared else target, (shared[1] if shared else target, source, kind))
    return sorted(placed.values())


def is_wanted(target: str, source: str | None) -> bool:
    """Whether a file belongs into the executable: nothing forbidden, no system library of Windows (it belongs to each
    computer, and under Wine it is Wine's), nothing that nobody uses, no translation of Qt's but the Chinese.

    Args:
        target: its path in the executable.
        source: where it lies now.
    """
    path = PurePosixPath(target.replace("\\", "/"))
    name = str(path)
    if forbidden([name]) or LINUX_OWN.match(name) or COUNTRIES.match(name):
        return False
    if any(fnmatch(name, pattern) for pattern in NOT_USED):
        return False
    if source and re.match(re.escape(SYSTEM_ROOT) + "/", source.lower().replace("\\", "/")):
        return False
    return "translations" not in path.parts or path.name == QT_TRANSLATION
