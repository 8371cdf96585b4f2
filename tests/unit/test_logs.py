"""The log says what happened and never about whom, and never stands in the way."""

import logging
import sys
from pathlib import Path

import pytest

from laborqa_desktop import logs

SECRET = "330106197805121234"


def written(folder: Path) -> str:
    return (folder / logs.WINDOW).read_text(encoding="utf-8")


@pytest.mark.logs_warnings
def test_an_error_is_written_as_kinds_and_places_only(tmp_path: Path) -> None:
    with logs.kept(tmp_path):
        try:
            try:
                raise ValueError(f"no such person: 张伟 {SECRET}")
            except ValueError as error:
                raise RuntimeError(SECRET) from error
        except RuntimeError:
            logging.getLogger("laborqa_desktop.views.x").exception("a save failed")
    text = written(tmp_path)
    assert "a save failed" in text
    assert "builtins.RuntimeError" in text
    assert "test_logs.py:" in text
    assert "builtins.ValueError" in text
    assert SECRET not in text
    assert "张伟" not in text


@pytest.mark.logs_warnings
def test_of_a_library_only_the_place_is_written(tmp_path: Path) -> None:
    with logs.kept(tmp_path):
        logging.getLogger("alembic.x").warning("Maria Smith has no wage")
        logging.getLogger("alembic.x").info("silent")
    assert "alembic.x test_logs.py:" in written(tmp_path)
    assert "Maria" not in written(tmp_path)
    assert "silent" not in written(tmp_path)


@pytest.mark.parametrize(("words", "left"), [
    ("QObject::connect: No such signal", "QObject::connect: No such signal"),
    ('QFile::open: "/home/maria/x" missing', "QFile::open: ..."),
    ("cannot read /home/maria/x", "cannot read ..."), (r"cannot read C:\Users\Maria", "cannot read C: ..."),
    ("of 张伟", "of ..."), ("of 13800006021", "of ..."), ("two\nlines", "two ..."),
    ("to maria@example.com", "to maria ..."),
])
def test_words_end_where_something_personal_could_begin(words: str, left: str) -> None:
    assert logs.discreet(words) == left


def test_start_and_end_are_said_and_the_handler_goes(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    with logs.kept(tmp_path):
        logging.getLogger("laborqa_desktop.x").info("library %s opened", logs.short("12345678abcd"))
    assert "start of LaborQA Desktop" in written(tmp_path)
    assert "library 1234-5678 opened" in written(tmp_path)
    assert written(tmp_path).rstrip().endswith("INFO laborqa_desktop.logs end")
    assert logging.getLogger().handlers == before


def test_it_rotates_and_keeps_five(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 300)
    with logs.kept(tmp_path):
        for number in range(100):
            logging.getLogger("laborqa_desktop.x").info("line %d", number)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        logs.WINDOW, *(f"{logs.WINDOW}.{number}" for number in range(1, 6))]
    assert all(file.stat().st_size <= 300 for file in tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_to_harms_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    with logs.kept(tmp_path / "logs"):
        logging.getLogger("laborqa_desktop.x").info("one line")
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_harms_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / logs.WINDOW).symlink_to("/dev/full")
    with logs.kept(tmp_path):
        logging.getLogger("laborqa_desktop.x").info("one line")
    assert capfd.readouterr().err == ""


def test_where_renaming_fails_it_goes_on_in_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 200)

    def refuse(self: Path, *words: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with logs.kept(tmp_path):
        for number in range(20):
            logging.getLogger("laborqa_desktop.x").info("line %d", number)
    assert "line 19" in written(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of POSIX")
def test_no_memory_image_is_left() -> None:
    import subprocess
    script = ("import resource; from laborqa_desktop.crashes import forbid_dumps; forbid_dumps();"
              "import ctypes; print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["(0,", "0)", "0"]
