"""The real program in a process of its own, its keys pressed by a script, ready to be killed.

A fork server imports everything once, so that a start costs a second rather than four. What happens is written to a
file as lines of JSON, which outlive the process.
"""

import importlib
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

PASSWORD = "滨江 horse 7"
WARM = ("laborqa_desktop.app", "laborqa_desktop.opening", "laborqa_desktop.views.main_window",
        "laborqa_desktop.views.hand_made", "sqlalchemy.dialects.sqlite", "tests.faults.window_scripts")
PATIENCE_S = 60.0

Event = dict[str, Any]


class Window:
    """A running program.

    Args:
        script: a generator function of tests.faults.window_scripts, or module.function of tests.faults.
        home: where its preferences and logs lie; what it prints goes into console.txt beside it.
        variables: of its environment.
    """

    def __init__(self, script: str, home: Path, variables: Mapping[str, str] | None = None, **given: Any) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.file = home / f"events-{time.monotonic_ns()}.jsonl"
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(WARM))
        self._process: BaseProcess = context.Process(     # type: ignore[attr-defined]
            target=play, args=(script, str(home), str(self.file), given, dict(variables or {})))
        self._process.start()

    def events(self) -> list[Event]:
        """What it told so far; a last line that a kill cut off is left out."""
        if not self.file.exists():
            return []
        lines = self.file.read_bytes().split(b"\n")
        return [json.loads(line) for line in lines[:-1]]

    def wait_for(self, what: str, seconds: float = PATIENCE_S) -> Event:
        """The first event of that kind, as soon as it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for one in self.events():
                if one["what"] == "failed":
                    raise AssertionError(one["why"])
                if one["what"] == what:
                    return one
            if not self._process.is_alive() and not any(one["what"] == what for one in self.events()):
                raise AssertionError(f"ended with {self._process.exitcode} before {what}: {self.events()[-3:]}")
            time.sleep(0.01)
        raise AssertionError(f"no {what} within {seconds} s: {self.events()[-3:]}")

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return bool(self._process.is_alive())

    @property
    def code(self) -> int | None:
        """Its exit code; minus the signal's number when one ended it."""
        return self._process.exitcode

    def kill(self) -> float:
        """Kills it at once; when that was, by the monotonic clock."""
        moment = time.monotonic()
        self._process.kill()
        self._process.join()
        return moment

    def join(self) -> None:
        """Waits for it to end in whatever way."""
        self._process.join(PATIENCE_S)

    def end(self, seconds: float = PATIENCE_S) -> int:
        """Waits for it to end by itself; its exit code."""
        self._process.join(seconds)
        if self._process.is_alive():
            self.kill()
            raise AssertionError("it did not end")
        return int(self._process.exitcode or 0)


def play(script: str, home: str, file: str, given: dict[str, Any], variables: dict[str, str]) -> None:
    """In the new process: starts the program and lets a script press its keys."""
    os.environ.update(LABORQA_HOME=home, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", **variables)
    tempfile.tempdir = None     # the fork server may have asked for it already
    sink = os.open(Path(home).parent / "console.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    sys.stdout = sys.stderr = os.fdopen(sink, "w", encoding="utf-8", buffering=1)   # what a desktop keeps in a journal
    out = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(what: str, **facts: Any) -> None:
        words = json.dumps({"what": what, "at": time.monotonic(), **facts}, ensure_ascii=False)
        os.write(out, words.encode() + b"\n")

    from tests.faults import window_scripts
    try:
        module, _, name = script.rpartition(".")
        place = importlib.import_module(f"tests.faults.{module}") if module else window_scripts
        act: Callable[..., Iterator[int] | None] = getattr(place, name)
        window_scripts.perform(act, tell, given)
    except BaseException as error:
        import traceback
        tell("failed", why="".join(traceback.format_exception(error)))
        raise
