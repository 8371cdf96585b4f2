"""Reads the lock of what the program ships."""

import re
from dataclasses import dataclass

from packaging.markers import Marker

from product import ROOT

SHIPPED = ROOT / "requirements" / "run.txt"
NOT_SHIPPED = {"lxml", "oscrypto"}
"""Named by a library as its need, used by nothing here, left out of the executable."""
PYTHON = {"win32": "3.13.2", "linux": "3.11.7"}


@dataclass(frozen=True)
class Locked:
    """A library of the lock.

    Attributes:
        condition: on which systems it is installed, as the lock says it; empty for all.
        because_of: the libraries that need it.
    """

    name: str
    version: str
    condition: str
    because_of: tuple[str, ...]

    def holds_on(self, platform: str) -> bool:
        """Whether it is installed on a system: win32 or linux."""
        return not self.condition or Marker(self.condition).evaluate(environment(platform))


def environment(platform: str) -> dict[str, str]:
    """What the conditions of a lock ask of a system."""
    full = PYTHON[platform]
    return {
        "sys_platform": platform, "os_name": "nt" if platform == "win32" else "posix",
        "platform_system": "Windows" if platform == "win32" else "Linux", "platform_machine": "x86_64",
        "platform_python_implementation": "CPython", "implementation_name": "cpython",
        "python_version": full.rpartition(".")[0], "python_full_version": full,
    }


def shipped() -> list[Locked]:
    """All libraries that the program ships on some system, by name."""
    return read(SHIPPED.read_text(encoding="utf-8"))


def needed_on(platform: str) -> set[str]:
    """Names of the libraries that are inside the executable of a system: win32 or linux."""
    return {each.name for each in shipped() if each.holds_on(platform)}


def read(text: str) -> list[Locked]:
    """The libraries of a lock that are shipped."""
    found = []
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE):
        head = re.match(r"([a-z0-9._-]+)==([^ ]+)(?: ; ([^\\\n]*))?", block)
        if head and head[1] not in NOT_SHIPPED:
            via = re.findall(r"^    #(?: via|  )\s+([a-z0-9._-]+)$", block, re.MULTILINE)
            found.append(Locked(head[1], head[2], (head[3] or "").strip(), tuple(via)))
    return found
