"""Where things lie: on Windows local and never roaming, on a stick all beside the executable."""

import json
import sys
from pathlib import Path

import pytest

from laborqa_desktop import paths, settings
from laborqa_desktop.settings import Preferences, RecentLibrary


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portable program on a stick."""
    folder = tmp_path / "U 盘"
    folder.mkdir()
    (folder / "portable.txt").touch()
    monkeypatch.delenv("LABORQA_HOME")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "LaborQA.exe"))
    return folder


def test_windows_keeps_it_in_the_local_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local, roaming = tmp_path / "王 芳" / "AppData" / "Local", tmp_path / "王 芳" / "AppData" / "Roaming"
    monkeypatch.delenv("LABORQA_HOME")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(local))
    monkeypatch.setenv("APPDATA", str(roaming))
    for place in (paths.settings_folder(), paths.log_folder(), paths.sample_folder(), paths.outside_folder()):
        assert place.is_relative_to(local / "LaborQA")
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "li")
    assert paths.settings_folder() == tmp_path / "li" / "AppData" / "Local" / "LaborQA"


def test_a_portable_program_keeps_everything_beside_it(stick: Path) -> None:
    for place in (paths.settings_folder(), paths.log_folder(), paths.sample_folder(), paths.outside_folder()):
        assert place.is_relative_to(stick / "LaborQA")
    assert paths.documents_folder() == stick
    (stick / "portable.txt").unlink()
    assert not paths.settings_folder().is_relative_to(stick)


def test_from_source_the_mark_means_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", False)
    assert paths.portable_folder() is None


def test_a_stick_with_another_letter_still_knows_its_libraries(stick: Path, tmp_path: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    inside, outside = str(stick / "资料" / "2026"), str(tmp_path / "elsewhere")
    kept = Preferences(recent=(RecentLibrary(inside, "Ours"), RecentLibrary(outside, "Other")), running=inside)
    file = paths.settings_folder() / "preferences.json"
    settings.save(file, kept)
    assert settings.load(file) == kept
    assert json.loads(file.read_text(encoding="utf-8"))["running"] == "./资料/2026"
    other = stick.rename(tmp_path / "F")
    monkeypatch.setattr(sys, "executable", str(other / "LaborQA.exe"))
    found = settings.load(other / "LaborQA" / "preferences.json")
    assert [one.folder for one in found.recent] == [str(other / "资料" / "2026"), outside]
    assert found.running == str(other / "资料" / "2026")
