import sys
from pathlib import Path

import pytest

from laborqa_desktop import __main__, console


def test_words_go_nowhere_where_there_is_no_console(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert __main__.main(["kinds"]) == 0
    assert sys.stdin is not None
    assert sys.stdin.read() == ""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        assert stream is not None
        stream.close()


def test_a_console_that_is_lent_is_used_and_a_file_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    device = tmp_path / "console"
    monkeypatch.setattr(console, "_attach", lambda: True)
    monkeypatch.setattr(console, "_STREAMS", (("stdout", str(device), "w"), ("stderr", str(device), "w")))
    kept = sys.stderr
    monkeypatch.setattr(sys, "stdout", None)
    console.borrow()
    assert sys.stdout is not None
    sys.stdout.write("资料库")
    sys.stdout.close()
    assert device.read_text(encoding="utf-8") == "资料库"
    assert sys.stderr is kept
