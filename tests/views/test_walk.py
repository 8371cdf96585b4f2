"""A walk through every screen of the sample library: models keep Qt's rules, controls have names and keys of their own,
PySide knows each part's true parent.

No Qt warning may appear on the way; pytest-qt and the root conftest see to that.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.theme import Choice
from tests.e2e.hands import Flashes
from tests.shots.clipping import clipped
from tests.shots.scenes import SETS, scenes
from tests.shots.stage import Stage
from tests.views.support import held_items, misowned, unnamed

KEYS = re.compile(r"\b(Ctrl|Alt|Shift|Enter|Esc|Del|Insert|Space|PgUp|PgDn|F\d+|P|N|C)\b|[↑↓←→]")
BY_TAB_ALONE = frozenset({
    "PictureBox",       # a field of the form, as every editor reached by Tab
    "Chip", "AddChip",  # the filter in use; Alt+Down on a heading opens the same
    "Tile", "Thumb",    # one of many files; Tab, then Enter or Delete
    "FigureCard",       # one of many figures; Tab, then Enter opens its list
})
"""Controls without a key of their own, and why. Links, which lead to one record, and ticks in forms have none."""


def _is_ours(model: QAbstractItemModel) -> bool:
    """Qt's own models need no test, and the tester asks them while they are being destroyed, which ends the process."""
    return not type(model).__module__.startswith("PySide6")


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qapp, tmp_path, QSize(1280, 640), still_ms=60)
    yield made
    made.close()
    made.languages.set_language(SOURCE)


@pytest.mark.parametrize(("language", "sets"), [(CHINESE, ("screens", "people")), (SOURCE, tuple(SETS))])
def test_every_screen_keeps_the_rules(stage: Stage, language: str, sets: tuple[str, ...]) -> None:
    flashes, testers = Flashes(), list[QAbstractItemModelTester]()
    known, faults = set[int](), defaultdict[str, set[str]](set)
    stage.show(language, Choice.LIGHT)
    for name in scenes(stage, sets):
        for window in (stage.window, *stage.dialogs()):
            for view in window.findChildren(QAbstractItemView):
                model = view.model()
                if isinstance(model, QAbstractItemModel) and _is_ours(model) and id(model) not in known:
                    known.add(id(model))
                    testers.append(QAbstractItemModelTester(
                        model, QAbstractItemModelTester.FailureReportingMode.Warning, stage.window))
            for fault in unnamed(window):
                faults["no accessible name: " + fault].add(name)
        front = next((one for one in reversed(stage.dialogs()) if one.isModal()), stage.window)
        for fault in (*clashing(front), *bound_twice(front), *clipped(front)):
            faults[fault].add(name)
        for fault in keyless(front):
            faults[fault].add(name)
    assert {fault: sorted(where)[:3] for fault, where in faults.items()} == {}
    assert [one for one in flashes.found if not one.startswith("QStackedWidget")] == []      # that is the stage's
    assert len(testers) > 30


def test_pyside_takes_nothing_for_another_s_child(stage: Stage) -> None:
    stage.show(SOURCE, Choice.LIGHT)
    assert len(list(scenes(stage, ("screens",)))) > 30
    assert misowned(stage.window) == []
    assert held_items() == []


def clashing(window: QWidget) -> Iterator[str]:
    """Mnemonics that two visible buttons want."""
    wanted = defaultdict[str, list[str]](list)
    for one in window.findChildren(QAbstractButton):
        if one.isVisible() and one.isEnabled() and not one.shortcut().isEmpty():
            wanted[one.shortcut().toString()].append(one.accessibleName() or one.text())
    for keys, names in wanted.items():
        if len(names) > 1:
            yield f"{keys} means {', '.join(names)}"


def bound_twice(window: QWidget) -> Iterator[str]:
    """Keys that one widget binds to two acts: Qt then does neither."""
    found = Counter((one.parent(), one.key().toString()) for one in window.findChildren(QShortcut) if one.isEnabled())
    for (owner, keys), count in found.items():
        if count > 1:
            yield f"{keys} is bound {count} times by {type(owner).__name__}"


def keyless(window: QWidget) -> Iterator[str]:
    """Visible buttons that no key reaches but Tab."""
    for one in window.findChildren(QAbstractButton):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.shortcut().isEmpty() \
                and not KEYS.search(f"{one.toolTip()} {one.text()}") and type(one).__name__ not in BY_TAB_ALONE \
                and one.property("kind") != "link" and not one.objectName():
            yield f"no key: {type(one).__name__} {one.accessibleName() or one.text()}"
