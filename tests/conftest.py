"""What every test stands on: a clean environment, one moment, one font, and no warning that nobody sees."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from catalogue import chinese as chinese_catalogue
from laborqa_desktop import collector
from laborqa_desktop.store import reserve
from laborqa_desktop.text import Translate

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run: a red run is about the change at hand. HYPOTHESIS_PROFILE=wide looks further.
settings.register_profile("steady", derandomize=True)
settings.register_profile("wide", max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

reserve.SIZE = 4096     # libraries of tests keep a few bytes in reserve, not 16 MB each

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
FONTS = ROOT / "resources" / "fonts"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the variables or the preferences of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("LABORQA_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LABORQA_HOME", str(tmp_path / "home"))
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "C.UTF-8")


@pytest.fixture(autouse=True)
def what_nobody_holds_goes() -> Iterator[None]:
    """Once a window was made, Python looks for such objects only in the window's thread: here, after each test."""
    yield
    if collector.is_by_hand():
        collector.look(collector.OLD)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unseen_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test; pytest-qt does the same with Qt's. Mark expected ones with logs_warnings."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if heard.records and request.node.get_closest_marker("logs_warnings") is None:
        pytest.fail("logged: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in heard.records))


@pytest.fixture
def now() -> datetime:
    """The moment at which tests take place: a Monday morning in Shanghai."""
    return NOW


@pytest.fixture
def today() -> date:
    """The same day, in the library's zone."""
    return NOW.date()


@pytest.fixture(scope="session")
def chinese() -> Translate:
    """The Chinese catalogue, without Qt; a text that it lacks is an error."""
    return chinese_catalogue()


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Iterator[Any]:
    """Qt's application, set in the bundled font, so that every machine measures the same widths. Afterwards the
    clipboard is emptied: what Python has put there must not outlive it.
    """
    from PySide6.QtGui import QFont, QFontDatabase

    from laborqa_desktop.views.collecting import Collecting

    for file in sorted(FONTS.glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0
    font = QFont("Noto Sans SC")
    font.setPixelSize(14)
    qapp.setFont(font)
    Collecting(qapp)
    yield qapp
    qapp.clipboard().clear()
