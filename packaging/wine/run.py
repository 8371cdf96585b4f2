"""Runs Windows programs under Wine."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "laborqa-build"
OVERRIDES = "mscoree=;mshtml=;mscms=n;winedbg.exe=d"
"""Nothing is asked or downloaded, our stand-in of mscms is taken, and no debugger hangs on a crash."""


@dataclass(frozen=True)
class Wine:
    """One prefix, that is one Windows.

    Attributes:
        prefix: its folder.
        display: the X display its windows appear on.
    """

    prefix: Path
    display: str

    @property
    def drive(self) -> Path:
        """Where its drive C lies here."""
        return self.prefix / "drive_c"

    def windows_path(self, path: Path) -> str:
        """What a file on its drive C is called inside."""
        return str(PureWindowsPath("C:/", *path.relative_to(self.drive).parts))

    def environment(self, variables: Mapping[str, str]) -> dict[str, str]:
        """Of ours only what matters, so that a build does not depend on who makes it."""
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "USER", "TMPDIR") if key in os.environ}
        return {**kept, "WINEPREFIX": str(self.prefix), "WINEARCH": "win64", "WINEDLLOVERRIDES": OVERRIDES,
                "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"), "DISPLAY": self.display, "LC_ALL": "C.UTF-8",
                "PYTHONUTF8": "1", **variables}

    def start(self, program: str, *words: str, **variables: str) -> subprocess.Popen[str]:
        """Starts a Windows program; its streams are pipes, because Python under Wine 8 dies on plain files."""
        return subprocess.Popen(
            ["wine", program, *words], env=self.environment(variables), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )

    def run(self, program: str, *words: str, limit_s: float = 1800, **variables: str) -> tuple[int, str]:
        """Runs a Windows program to its end.

        Returns:
            its exit code and what it printed; after the limit the code is 124 and all of this prefix has ended.
        """
        process = self.start(program, *words, **variables)
        try:
            printed, _ = process.communicate(timeout=limit_s)
        except subprocess.TimeoutExpired:
            self.end()
            printed, _ = process.communicate(timeout=60)
            return 124, printed
        return process.returncode, printed

    def end(self) -> None:
        """Ends every program of this prefix, and of no other."""
        subprocess.run(["wineserver", "-k"], env=self.environment({}), check=False)
        subprocess.run(["wineserver", "-w"], env=self.environment({}), check=False, timeout=60)
