"""One window for each library: a second start calls the first one."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class SingleInstance(QObject):
    """Holds the place of the first window.

    Signals:
        called: another start wants the window to come to the front.
    """

    called = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(folder.expanduser().resolve()).casefold().encode()).hexdigest()[:24]
        self._name = f"laborqa-{digest}"
        self._lock = QLockFile(QDir.tempPath() + f"/{self._name}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self.first = self._lock.tryLock(0)
        if self.first:
            QLocalServer.removeServer(self._name)
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._answer)
            self._server.listen(self._name)

    def raise_first(self) -> None:
        """Calls the window that holds the place."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT_MS):
            socket.write(b"raise")
            socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()

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
                self.called.emit()
