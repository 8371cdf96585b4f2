"""How much memory this process had at most."""

import re
import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def most_mb() -> float:
    """In MB. Linux: of the program that runs, since getrusage also counts what the parent had before it was started."""
    if STATUS.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text(encoding="ascii", errors="replace"))
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
