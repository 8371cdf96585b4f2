"""The program that T29 measures: attaches one file as the panel does, off the GUI thread, beside a window's timer.

Run as: python -m tests.faults.huge_attachment LIBRARY PASSWORD FILE [grow | shrink]. Prints JSON: the answer, the
memory at its highest, and the longest time for which a timer of the GUI thread had to wait.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from laborqa_desktop.errors import UserError
from laborqa_desktop.store.library import open_store
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.views.background import Background
from tests.faults.memory import most_mb

_TICK_MS = 5


def main(library: str, password: str, file: str, change: str = "") -> None:
    """Attaches the file and tells how it went."""
    app = QCoreApplication([])
    with open_store(Path(library), password) as store:
        files, background, waits, last = Attachments(store), Background(), list[float](), [time.monotonic()]
        answer: dict[str, object] = {"refused": ""}
        before = most_mb()

        def tick() -> None:
            waits.append(time.monotonic() - last[0])
            last[0] = time.monotonic()

        def meddle(done: int, total: int) -> None:
            if change == "grow":
                with Path(file).open("ab") as out:
                    out.write(b"more")
            elif change == "shrink":
                os.truncate(file, total // 2)

        def refused(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            answer["refused"] = str(error)
            app.quit()

        timer = QTimer(interval=_TICK_MS)
        timer.timeout.connect(tick)
        timer.start()
        QTimer.singleShot(500, app.quit)
        app.exec()
        idle, waits[:] = max(waits), []     # what a busy machine makes a window wait that has nothing to do
        background.run(lambda step: files.add_file("org_unit", 1, Path(file), step=meddle), lambda _: app.quit(),
                       refused)
        app.exec()
        background.close()
        answer |= {"bytes": [one.size for one in files.of("org_unit", 1)], "memory_mb": round(before),
                   "highest_mb": round(most_mb()),
                   "longest_wait_ms": round(max(waits, default=0) * 1000), "idle_wait_ms": round(idle * 1000)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
