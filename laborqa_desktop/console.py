"""Streams for sub-commands of the executable: on Windows a program with windows is started without any."""

import os
import sys
from typing import IO

_STREAMS = (("stdin", "CONIN$", "r"), ("stdout", "CONOUT$", "w"), ("stderr", "CONOUT$", "w"))
_OF_THE_PARENT = -1


def borrow() -> None:
    """Takes the console of the terminal that this was started from; what leads into a file or a pipe stays. Where there
    is no terminal, as for a planned task, words go nowhere instead of failing.
    """
    missing = [each for each in _STREAMS if getattr(sys, each[0]) is None]
    if not missing:
        return
    lent = _attach()
    for name, device, mode in missing:
        setattr(sys, name, _opened(device if lent else os.devnull, mode))


def _attach() -> bool:
    if sys.platform == "win32":
        import ctypes
        return bool(ctypes.windll.kernel32.AttachConsole(_OF_THE_PARENT))
    return False


def _opened(device: str, mode: str) -> IO[str]:
    try:
        return open(device, mode, encoding="utf-8", errors="replace")   # noqa: PTH123  devices, open to the end
    except OSError:
        return open(os.devnull, mode, encoding="utf-8")     # noqa: PTH123
