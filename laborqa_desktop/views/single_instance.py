"""Who came first: one program for each user, one window for each library. A second start calls the first one and hands
over what it was to open.
"""

import hashlib
import json
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDir, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:       # loading it takes 10 ms, for which the first window does not wait
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_AGAIN_MS = 50
_LONGEST = 64 * 1024


class SingleInstance(QObject):
    """Holds the place of the first one.

    Args:
        key: a path that stands for what there may be one of.
        later: it listens for calls only once listen() is called.

    Attributes:
        first: the place was free.

    Signals:
        called: another start wants the window to come to the front; the path it was given, or "".
    """

    called = Signal(str)

    def __init__(self, key: Path, *, later: bool = False) -> None:
        super().__init__()
        digest = hashlib.sha256(str(key.expanduser().resolve()).casefold().encode()).hexdigest()[:24]
        self._name = f"laborqa-{digest}"
        self._lock = QLockFile(QDir.tempPath() + f"/{self._name}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self.first = self._lock.tryLock(0)
        if not later:
            self.listen()

    def listen(self) -> None:
        """Hears calls from now on, when it is the first."""
        if not self.first or self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def raise_first(self, what: str = "", patience_s: float = 0.5) -> bool:
        """Calls the one that holds the place; False: nobody answers.

        Args:
            what: a path to hand over.
            patience_s: so long it may take to answer.
        """
        from PySide6.QtNetwork import QLocalSocket
        end, socket = monotonic() + patience_s, QLocalSocket()
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(round(patience_s * 1000)):
                break
            if monotonic() > end:
                return False
            QThread.msleep(_AGAIN_MS)
        let_others_come_forward()
        socket.write(json.dumps({"open": what}).encode() + b"\n")
        heard = socket.waitForReadyRead(max(1, round((end - monotonic()) * 1000)))
        socket.disconnectFromServer()
        return heard

    def gave_way(self, what: str = "", patience_s: float = 0.5) -> bool:
        """Gives way to another that holds the place, which comes to the front, and says so. Else takes the place, even
        where a lock was left: one behind which nobody answers is nobody's. Its number may be another program's by now,
        or our own.

        Args:
            what: a path to hand over.
            patience_s: so long the other may take to answer.
        """
        if not self.first and self.raise_first(what, patience_s):
            return True
        self.first = True
        return False

    def release(self) -> None:
        """Gives the place free."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self.first:
            self._lock.unlock()
            self.first = False

    def _answer(self) -> None:
        if self._server is not None:
            while (socket := self._server.nextPendingConnection()) is not None:
                socket.disconnected.connect(socket.deleteLater)
                socket.readyRead.connect(self._heard)
                self._read(socket)

    def _heard(self) -> None:
        if (socket := self.sender()) is not None:
            self._read(cast("QLocalSocket", socket))

    def _read(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        what = asked(bytes(socket.readLine(_LONGEST).data()))
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit(what)


def asked(line: bytes) -> str:
    """The path in a call; "" when there is none, or when it is no call of ours."""
    try:
        what = json.loads(line)["open"]
    except (ValueError, KeyError, TypeError):
        return ""
    return what if isinstance(what, str) else ""


def let_others_come_forward() -> None:
    """Passes on the right to come to the front, which Windows gives only to the program just started."""
    if sys.platform == "win32":
        import ctypes
        ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_ulong(0xFFFFFFFF))      # ASFW_ANY
