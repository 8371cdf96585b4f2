"""Somebody who presses anything, anywhere, seeded: keys, words, clicks, menus, dialogs, files, themes, locks."""

import struct
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage, QInputMethodEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget

from laborqa_desktop.app import Program
from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.ask import AskUser
from laborqa_desktop.views.screens import SCREENS
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.theme import Choice

RARE = "䶮㛃𬱖"
WORDS = ("李䶮", "㛃", "𬱖", "东湖", "dhkjy", "%", "_", '"', "'; DROP", "OR", "*", "\\", "1978-05-12", "2026.13.45",
         "99999999999999999999", "-1", "0", "１２３", "  ", "\t", "<b>x</b>", "&", "=1+1", "{name}", "%1", "a" * 300,
         "‮x",
         "330106197805121234", "13800006021", "，。", "😀")
KEYS = tuple(Qt.Key(key) for key in (
    *range(Qt.Key.Key_A, Qt.Key.Key_Z + 1), *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1),
    *range(Qt.Key.Key_F1, Qt.Key.Key_F9),
    *([Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down] * 6),
    *([Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
       Qt.Key.Key_Space, Qt.Key.Key_Insert, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
       Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Backtab] * 2)))
NONE, CONTROL, ALT, SHIFT = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
                             Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)
PAUSE_MS = 8
IGNORED = ("This plugin does not support",)
REMEMBERED = 14
AGAIN_S = 1.0


class Askable(AskUser):
    """The program's own questions as dialogs; files and folders are whatever the monkey has."""

    def __init__(self, monkey: "Monkey") -> None:
        super().__init__()
        self._monkey = monkey

    def open_files(self, parent: QWidget, title: str, patterns: str) -> list[Path]:
        return self._monkey.some_files()

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        return self._monkey.some_target(name)

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        return self._monkey.some_folder()


class Monkey(QObject):
    """Acts on a program until its time is over.

    Attributes:
        faults: what went wrong, each with what was done before.
        acts: how often it acted.
    """

    def __init__(self, seed: int, folder: Path, passwords: dict[str, str]) -> None:
        super().__init__()
        self.chance, self.folder, self.passwords = Random(seed), folder, passwords
        self.faults: dict[str, str] = {}
        self.acts = 0
        self._done: deque[str] = deque(maxlen=REMEMBERED)
        self._numbers = iter(range(10**9))
        self.files = list(_files(folder))
        self._trail = (folder / "trail.txt").open("w", encoding="utf-8", buffering=1)
        self.program: Program | None = None
        self.finished: Callable[[], None] = lambda: None
        self._end = 0.0
        self.seen: set[str] = set()
        self._choices: list[tuple[int, Callable[[], object]]] = [
            (40, self._key), (18, self._type), (25, self._click), (6, self._menu_key), (5, self._go), (3, self._wheel),
            (2, self._drop), (2, self._paste), (2, self._resize), (1, self._look), (1, self._lock)]

    def begin(self, program: Program, seconds: float, finished: Callable[[], None]) -> None:
        """Acts on a program for so long."""
        self.program, self._end, self.finished = program, monotonic() + seconds, finished
        qInstallMessageHandler(self._heard)
        QDesktopServices.setUrlHandler("file", self, "swallow")
        self._tick()

    @Slot(QUrl)
    def swallow(self, url: QUrl) -> None:
        """No other program is started."""

    def fault(self, kind: str, words: str) -> None:
        """Remembers what went wrong, once for each kind."""
        self.faults.setdefault(kind, f"{words}\n  after: " + " | ".join(self._done))

    def _heard(self, kind: Any, context: Any, message: str) -> None:
        printing = any(isinstance(one, QPrintDialog) for one in QApplication.topLevelWidgets())
        if printing and message.startswith("QFont::setPointSizeF"):     # Qt's own preview of a page, drawn small
            return
        if kind.name not in ("QtDebugMsg", "QtInfoMsg") and not message.startswith(IGNORED):
            self.fault(f"Qt {message[:60]}", f"{kind.name}: {message}")

    def _tick(self) -> None:
        if monotonic() > self._end:
            for _ in range(20):
                if (dialog := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is None:
                    break
                dialog.close()
            QTimer.singleShot(50, self.finished)
            return
        QTimer.singleShot(PAUSE_MS, self._tick)     # armed before the act, which may open a dialog and stay in it
        act, = self.chance.choices([one for _, one in self._choices], [weight for weight, _ in self._choices])
        self.acts += 1
        self.seen.add(self._place())
        assert self.program is not None
        if not self.program.window.isVisible():
            self.program.window.show()
        if self._unlock():
            return
        act()

    def _place(self) -> str:
        """Where it is: the dialog in front, or the screen shown."""
        assert self.program is not None
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        session = self.program.session
        if front is not None or session is None or session.main is None:
            return type(front or self.program.page.cards.currentWidget()).__name__
        return session.main._page(session.main.area).current

    def _note(self, words: str) -> None:
        self._done.append(words)
        self._trail.write(f"{words}\n")

    @property
    def _front(self) -> QWidget:
        assert self.program is not None
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.program.window

    @property
    def _focus(self) -> QWidget:
        """What gets the keys: nothing in a window that a dialog blocks."""
        front, focus = self._front, QApplication.focusWidget()
        inside = focus is not None and (focus is front or front.isAncestorOf(focus))
        return focus if focus is not None and inside else front

    # ---- acts

    def _key(self) -> None:
        key = self.chance.choice(KEYS)
        modifiers = self.chance.choices((NONE, CONTROL, ALT, SHIFT, CONTROL | SHIFT), (60, 18, 12, 8, 2))[0]
        if modifiers == ALT and key == Qt.Key.Key_F4:
            return
        self._note(f"{modifiers.name or ''}{key.name} in {_name(self._focus)}")
        QTest.keyClick(self._focus, key, modifiers)

    def _type(self) -> None:
        words, target = self.chance.choice(WORDS), self._focus
        if isinstance(target, QMenu):
            words = words[:1]       # the rest would go to a menu that is closed
        self._note(f"type {words[:12]!r} in {_name(target)}")
        if words.isascii() and self.chance.random() < 0.5:
            QTest.keyClicks(target, words[:40])
            return
        if not target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return
        QApplication.sendEvent(target, QInputMethodEvent("pin yin", []))
        if self.chance.random() < 0.3:
            QApplication.sendEvent(target, QInputMethodEvent())      # given up
            return
        committed = QInputMethodEvent()
        committed.setCommitString(words)
        QApplication.sendEvent(target, committed)

    def _click(self) -> None:
        front = self._front
        if isinstance(front, QMenu):
            acts = [one for one in front.actions() if one.isEnabled() and not one.isSeparator()]
            if acts and self.chance.random() < 0.7:
                chosen = self.chance.choice(acts)
                self._note(f"menu {chosen.text()}")
                front.setActiveAction(chosen)
                QTest.keyClick(front, Qt.Key.Key_Return)
            else:
                front.close()
            return
        seen = [one for one in front.findChildren(QWidget) if one.isVisible() and one.isEnabled() and one.width() > 3]
        if not seen:
            return
        liked = [one for one in seen if isinstance(one, QAbstractButton | QAbstractItemView)]
        target = self.chance.choice(liked if liked and self.chance.random() < 0.6 else seen)
        if isinstance(target, QAbstractItemView):
            target = target.viewport()
        spot = QPoint(self.chance.randrange(target.width()), self.chance.randrange(max(1, target.height())))
        kind = self.chance.choices(("click", "double", "right"), (7, 2, 1))[0]
        self._note(f"{kind} {_name(target)}")
        if kind == "click":
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, spot)
        elif kind == "double":
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, NONE, spot)
        else:
            QTest.mouseClick(target, Qt.MouseButton.RightButton, NONE, spot)

    def _menu_key(self) -> None:
        keys = self.chance.choice((Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_Return,
                                   Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_F))
        self._note(f"Ctrl+{keys.name} in {_name(self._focus)}")
        QTest.keyClick(self._focus, keys, self.chance.choice((CONTROL, CONTROL | SHIFT)))

    def _go(self) -> None:
        assert self.program is not None
        session = self.program.session
        if session is None or session.main is None or QApplication.activeModalWidget() is not None:
            return
        key = self.chance.choice([one.key for places in SCREENS.values() for one in places])
        where: Any = None
        if key in TYPES and session.office is not None:
            rows = session.office.records.page(key, Query(), 0, 30)
            where = self.chance.choice([None, NEW, Query(search=self.chance.choice(WORDS)),
                                        *([self.chance.choice(rows).id] * 4 if rows else ())])
        self._note(f"go {key} {where}")
        session.main.go(key, where)

    def _wheel(self) -> None:
        target = self._focus
        self._note(f"wheel on {_name(target)}")
        spot, turned = QPoint(5, 5), QPoint(0, self.chance.choice((-240, 240)))
        QApplication.sendEvent(target, QWheelEvent(
            QPointF(spot), QPointF(target.mapToGlobal(spot)), QPoint(), turned,
            Qt.MouseButton.NoButton, self.chance.choice((NONE, NONE, CONTROL)), Qt.ScrollPhase.NoScrollPhase, False))

    def _drop(self) -> None:
        front = self._front
        targets = [one for one in (front, *front.findChildren(QWidget)) if one.acceptDrops() and one.isVisible()]
        if not targets:
            return
        target, data = self.chance.choice(targets), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in self.some_files()])
        self._note(f"drop on {_name(target)}")
        place = QPointF(target.width() / 2, target.height() / 2)
        event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE, QEvent.Type.Drop)
        QApplication.sendEvent(target, event)

    def _paste(self) -> None:
        board, data = QApplication.clipboard(), QMimeData()
        kind = self.chance.choice(("table", "words", "picture", "file"))
        if kind == "table":
            data.setText("\r\n".join("\t".join(self.chance.choice(WORDS) for _ in range(4)) for _ in range(3)))
        elif kind == "words":
            data.setText(self.chance.choice(WORDS))
        elif kind == "picture":
            picture = QImage(16, 16, QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.red)
            data.setImageData(picture)
        else:
            data.setUrls([QUrl.fromLocalFile(str(file)) for file in self.some_files()])
        board.setMimeData(data)
        self._note(f"paste {kind} in {_name(self._focus)}")
        QTest.keyClick(self._focus, Qt.Key.Key_V, CONTROL)

    def _resize(self) -> None:
        assert self.program is not None
        self._note("resize")
        self.program.window.resize(self.chance.randrange(960, 1900), self.chance.randrange(600, 1000))

    def _look(self) -> None:
        assert self.program is not None
        kind = self.chance.choice(("language", "theme", "text"))
        self._note(kind)
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return
        if kind == "language":
            self.program.set_language(self.chance.choice(("en", "zh_CN")))
        elif kind == "theme":
            self.program.set_theme(self.chance.choice(tuple(Choice)))
        else:
            self.program.set_text(self.chance.choice((-1, 0, 1)))

    def _lock(self) -> None:
        assert self.program is not None
        self._note("lock")
        self.program.lock()

    def _unlock(self) -> bool:
        """Opens a library now and then while none is open."""
        assert self.program is not None
        session = self.program.session
        if (session is not None and session.is_open) or QApplication.activeModalWidget() is not None \
                or self.chance.random() > 0.05:
            return False
        folder, password = self.chance.choice(list(self.passwords.items()))
        self._note("unlock")
        self.program.open_library(folder, password, "李䶮")
        return True

    # ---- files

    def some_files(self) -> list[Path]:
        """None, one or some of the files it has."""
        return self.chance.sample(self.files, self.chance.choice((0, 1, 1, 1, 2)))

    def some_target(self, name: str) -> Path | None:
        """A new place, one that is taken, one that cannot be written, or none."""
        return self.chance.choice((None, self.folder / f"{next(self._numbers)} {Path(name).name or 'x'}",
                                   self.folder / f"{next(self._numbers)} {Path(name).name or 'x'}", self.files[0],
                                   self.folder / "missing" / "x.pdf"))

    def some_folder(self) -> Path | None:
        """A new folder, one that is there, or none."""
        made = self.folder / f"folder {next(self._numbers)}"
        if self.chance.random() < 0.5:
            made.mkdir()
        return self.chance.choice((None, made, made, self.folder))


def _files(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    contents: Sequence[tuple[str, bytes]] = (
        ("员工.csv", "工号,姓名,手机,入职日期\nZ1,李䶮,13800006021,2026-11-01\nZ2,㛃,x,2026.13\n".encode("utf-8-sig")),
        ("图.png", _png()), ("坏.png", b"\x89PNG\r\n\x1a\nbroken"), ("坏.pdf", b"%PDF-1.4\nbroken"),
        ("坏.xlsx", b"PK\x03\x04broken"), ("空.csv", b""), ("字.txt", "㛃䶮".encode()), ("大.bin", bytes(200_000)))
    for name, data in contents:
        file = folder / name
        file.write_bytes(data)
        yield file


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([200, 30, 30] * 8) for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__}:{widget.objectName() or widget.accessibleName()[:16]}" + (
        f"<{type(parent).__name__}" if parent is not None else "")
