"""The developer's command, without setting anything up."""

import os
from pathlib import Path

import pytest

import dev


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collects the commands that would have been run; all succeed."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> object:
        commands.append(command)
        return dev.subprocess.CompletedProcess(command, 0, stdout="", stderr="")

    monkeypatch.setattr(dev.subprocess, "run", run)
    return commands


@pytest.mark.parametrize("words", [[], ["unknown"]])
def test_wrong_use_shows_the_commands(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(words) == 2
    assert "python3 dev.py run" in capsys.readouterr().err


def test_a_window_without_a_display_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda thorough: None)
    monkeypatch.setattr(dev.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.main(["run", "--sample"]) == 2
    error = capsys.readouterr().err
    assert "xvfb-run" in error
    assert error.count("\n") == 1
    assert ran == []


def test_a_sub_command_needs_no_display(monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]) -> None:
    monkeypatch.setattr(dev, "set_up", lambda thorough: None)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.main(["run", "kinds"]) == 0
    assert ran[0][-2:] == ["laborqa_desktop", "kinds"]


def test_another_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 4))
    assert dev.main(["setup"]) == 2
    assert "3.11" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="only Debian has these packages")
@pytest.mark.parametrize("user", [0, 1000])
def test_missing_system_packages_are_installed_or_named(
    user: int, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: user)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)
    monkeypatch.setattr(dev, "is_installed", lambda name: name != "qpdf")
    monkeypatch.setattr(dev, "can_import", lambda name: True)
    dev.install_packages()
    command = "apt-get install -y --no-install-recommends qpdf"
    if user == 0:
        assert command.split() in ran
    else:
        assert ran == []
        assert f"sudo {command}" in capsys.readouterr().err


def test_libraries_are_installed_only_when_the_lock_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ran: list[list[str]],
) -> None:
    lock, stamp = tmp_path / "dev.txt", tmp_path / "stamp"
    lock.write_text("one")
    installed: list[str] = []
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "STAMP", stamp)
    for name in ("install_packages", "make_translations"):
        monkeypatch.setattr(dev, name, lambda: None)
    monkeypatch.setattr(dev, "works", lambda python: True)
    monkeypatch.setattr(dev, "install_libraries", lambda: installed.append(lock.read_text()))
    dev.set_up(thorough=False)
    dev.set_up(thorough=True)
    assert installed == ["one"]
    lock.write_text("two")
    dev.set_up(thorough=False)
    assert installed == ["one", "two"]
