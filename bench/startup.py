"""Start-up: the unlock page beside an empty window of PySide6, and from Enter to the first list.

Each start is a process of its own. A window counts when it is painted and has answered a key.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from time import perf_counter

from bench.result import Result

RUNS = 7
ROOT = Path(__file__).resolve().parent.parent

EMPTY = dedent("""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    class Window(QWidget):
        def paintEvent(self, event):
            super().paintEvent(event)
            ready()

    app = QApplication([])
    window = Window()
    entry = QLineEdit(window)
    window.resize(1366, 768)
    window.show()
    entry.setFocus()
""")
OURS = dedent("""
    from laborqa_desktop import collector
    collector.by_hand()
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication
    from laborqa_desktop.app import Program

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                ready()
            return False

    app = QApplication(["laborqa"])
    program = Program(app, Path(sys.argv[1]))
    watch = Watch()
    program.page.card.installEventFilter(watch)
    program.start()
    entry = program.page.card.password
""")
ASK = dedent("""
    import sys, time
    from pathlib import Path
    painted = False

    def ready():
        global painted
        if not painted:
            painted = True
            from PySide6.QtCore import QTimer
            QTimer.singleShot(0, type_a_key)

    def type_a_key():
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(entry, QKeyEvent(kind, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x"))
        assert entry.text() == "x", entry.text()
        print("READY", flush=True)
        import os
        os._exit(0)
""")
FIRST_LIST = dedent("""
    import sys, time
    from pathlib import Path
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QAbstractItemView, QApplication
    from laborqa_desktop.app import Program

    app = QApplication(["laborqa"])
    program = Program(app, Path(sys.argv[1]))
    program.start()

    def enter():
        if not program.ready:
            QTimer.singleShot(20, enter)
            return
        QTimer.singleShot(300, press)

    def press():
        global begin
        program.page.card.password.setText("sample")
        begin = time.perf_counter()
        program.page.card.password.returnPressed.emit()

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and isinstance(watched.parent(), QAbstractItemView):
                view = watched.parent()
                if view.model() is not None and view.model().rowCount() > 0 and view.isVisible():
                    QTimer.singleShot(0, done)
            return False

    def done():
        print("TOOK", time.perf_counter() - begin, flush=True)
        import os
        os._exit(0)

    watch = Watch()
    app.installEventFilter(watch)
    QTimer.singleShot(0, enter)
    app.exec()
""")


def run() -> list[Result]:
    """The two figures of start-up."""
    with TemporaryDirectory(prefix="laborqa-bench-") as folder:
        library = Path(folder) / "library"
        _make_sample(library)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "LABORQA_HOME": folder}
        ours, empty = [], []
        for _ in range(RUNS):       # one after the other, so that a busy moment meets both
            empty.append(_window(ASK + EMPTY, library, environment))
            ours.append(_window(ASK + OURS, library, environment))
        lists = [_first_list(library, environment) for _ in range(RUNS)]
    return [
        Result("unlock page painted and taking keys, beside an empty window", min(ours), min(empty), at_most=2.0),
        Result("the same, median", statistics.median(ours), statistics.median(empty)),
        Result("from Enter to the first list painted", statistics.median(lists), within=0.7),
    ]


def _make_sample(library: Path) -> None:
    from laborqa_desktop import bootstrap
    office, _ = bootstrap.demo_library(library, "sample")
    office.close()


def _window(script: str, library: Path, environment: dict[str, str]) -> float:
    """Seconds from the start of the process until its window is painted and has taken a key."""
    begin = perf_counter()
    process = subprocess.Popen([sys.executable, "-P", "-c", f"{script}\napp.exec()", str(library)], env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    said = process.stdout.readline()
    took = perf_counter() - begin
    process.wait()
    if said.strip() != "READY":
        raise RuntimeError("the window did not take a key")
    return took


def _first_list(library: Path, environment: dict[str, str]) -> float:
    """Seconds from Enter in the password until the first list is painted with rows."""
    done = subprocess.run([sys.executable, "-P", "-c", FIRST_LIST, str(library)], env=environment, capture_output=True,
                          text=True, check=True, timeout=60)
    return float(done.stdout.split()[-1])
