import sys
from types import SimpleNamespace

import pytest

from laborqa_desktop import __main__, obstacles, splash
from laborqa_desktop.self_test import start


def shown(monkeypatch: pytest.MonkeyPatch, closed: list[str]) -> None:
    monkeypatch.setenv("_PYI_SPLASH_IPC", "4711")
    monkeypatch.setitem(sys.modules, "pyi_splash", SimpleNamespace(close=lambda: closed.append("closed")))


def test_the_picture_goes_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    splash.close()
    shown(monkeypatch, closed)
    splash.close()
    assert closed == ["closed"]
    monkeypatch.setitem(sys.modules, "pyi_splash", SimpleNamespace())
    splash.close()      # whatever is wrong with it


def test_a_sentence_about_the_system_is_not_hidden_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[str] = []
    shown(monkeypatch, acts)
    monkeypatch.setattr(obstacles, "too_old", lambda platform, build: "too old")
    monkeypatch.setattr(obstacles, "tell", acts.append)
    assert __main__.main([]) == 2
    assert acts == ["closed", "too old"]


def test_a_run_without_a_window_takes_it_away_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    shown(monkeypatch, closed)
    monkeypatch.setattr(start, "main", lambda words: 0)
    assert __main__.main(["--self-test"]) == 0
    assert __main__.main(["kinds"]) == 0
    assert closed == ["closed", "closed"]
