"""Folders that Windows Defender guards (Controlled folder access): programs it does not know may only read there.

Windows gives only "access denied" for it; the sentence here says what it is and the two ways out.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from laborqa_desktop.text import N_

WORDS = N_("Guarded", "Windows Defender guards the folder {folder} and lets only programs it knows write there, so "
                      "nothing was written. Choose another folder, or allow LaborQA in Windows Security: Ransomware "
                      "protection, Allow an app through Controlled folder access.")
_DEFENDER = r"Microsoft\Windows Defender\Windows Defender Exploit Guard\Controlled Folder Access"
_BLOCKS = 1     # 2 only writes it down
_OF_USER = ("Documents", "Pictures", "Videos", "Music", "Favorites", "Desktop")
_SHELL = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_SHELL_NAMES = ("Personal", "My Pictures", "My Video", "My Music", "Favorites", "Desktop")


def _blocks() -> bool:
    """Whether Defender blocks, as the company's rules or else this computer's say."""
    if sys.platform == "win32":
        import winreg
        for root in (r"SOFTWARE\Policies", "SOFTWARE"):
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, rf"{root}\{_DEFENDER}") as key:
                return bool(winreg.QueryValueEx(key, "EnableControlledFolderAccess")[0] == _BLOCKS)
    return False


def _added() -> Sequence[str]:
    """Folders that are guarded beside those of Windows, and where the user's own have been moved to."""
    found: list[str] = []
    if sys.platform == "win32":
        import winreg
        for root in (r"SOFTWARE\Policies", "SOFTWARE"):
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE,
                                                   rf"{root}\{_DEFENDER}\ProtectedFolders") as key:
                found += [winreg.EnumValue(key, place)[0] for place in range(winreg.QueryInfoKey(key)[1])]
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SHELL) as key:
            for name in _SHELL_NAMES:
                with suppress(OSError):
                    found.append(os.path.expandvars(str(winreg.QueryValueEx(key, name)[0])))
    return found


@dataclass(frozen=True)
class Defender:
    """What is asked of Windows; tests give other answers.

    Attributes:
        blocks: Controlled folder access is on.
        added: guarded folders beside those of every user.
        variables: the environment.
    """

    blocks: Callable[[], bool] = _blocks
    added: Callable[[], Sequence[str]] = _added
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)


def is_guarded(folder: Path, defender: Defender | None = None) -> bool:
    """Whether Windows Defender keeps programs it does not know from writing in a folder."""
    defender = defender or Defender()
    if not defender.blocks():
        return False
    homes = [defender.variables.get(name, "") for name in ("USERPROFILE", "PUBLIC")]
    roots = [str(PureWindowsPath(home, name)) for home in homes if home for name in _OF_USER]
    place = PureWindowsPath(folder)
    return any(place.is_relative_to(PureWindowsPath(root)) for root in (*roots, *defender.added()) if root)
