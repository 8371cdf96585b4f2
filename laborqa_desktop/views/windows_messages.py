"""What Windows tells every window about sleep and its lock screen, read from its messages. Pure, so that it is tested
everywhere; only `listen` touches Windows.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter
from PySide6.QtWidgets import QApplication, QWidget

POWER, SESSION = 0x0218, 0x02B1     # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
SUSPEND, RESUME, RESUME_AUTOMATIC = 0x4, 0x7, 0x12
SESSION_LOCK, SESSION_LOGOFF, REMOTE_DISCONNECT = 0x7, 0x6, 0x4
EVENT_TYPES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("wparam", ctypes.c_size_t),
                ("lparam", ctypes.c_ssize_t))


def reason_to_lock(message: int, wparam: int) -> str:
    """Why a message asks for a lock: "sleep" or "session"; "" when it does not."""
    if message == POWER and wparam in (SUSPEND, RESUME, RESUME_AUTOMATIC):
        return "sleep"
    if message == SESSION and wparam in (SESSION_LOCK, SESSION_LOGOFF, REMOTE_DISCONNECT):
        return "session"
    return ""


def read(address: int) -> tuple[int, int]:
    """Message and wparam of the MSG at an address."""
    found = _Message.from_address(address)
    return int(found.message), int(found.wparam)


class Messages(QAbstractNativeEventFilter):
    """Calls due with a reason for each message that asks for a lock. Swallows nothing."""

    def __init__(self, due: Callable[[str], None]) -> None:
        super().__init__()
        self._due = due

    def nativeEventFilter(self, event_type: Any, message: int) -> object:
        if bytes(event_type) in EVENT_TYPES and (address := int(message)):
            reason = reason_to_lock(*read(address))
            if reason:
                self._due(reason)
        return False, 0


def listen(app: QApplication, window: QWidget, due: Callable[[str], None]) -> Messages | None:
    """Begins to listen, on Windows; keep what is returned. None elsewhere."""
    if sys.platform == "win32":
        made = Messages(due)
        app.installNativeEventFilter(made)
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), 0)
        return made
    return None


@contextmanager
def end_held_up(window: QWidget, words: str) -> Iterator[None]:
    """Makes Windows wait with its end, and say these words, until something is written. Elsewhere nothing."""
    handle = ctypes.c_void_p(int(window.winId()))
    if sys.platform == "win32":
        ctypes.windll.user32.ShutdownBlockReasonCreate(handle, ctypes.c_wchar_p(words))
    try:
        yield
    finally:
        if sys.platform == "win32":
            ctypes.windll.user32.ShutdownBlockReasonDestroy(handle)
