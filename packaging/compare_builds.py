"""Whether two builds hold the same: every file and every module inside, one by one.

    python packaging/compare_builds.py ONE/LaborQA.exe OTHER/LaborQA.exe

Exit code 0 when nothing differs, 1 otherwise; the differences are named.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from contents import digests


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """What only one has, and what differs, by name."""
    only = [f"only in the first: {name}" for name in one.keys() - other.keys()]
    only += [f"only in the second: {name}" for name in other.keys() - one.keys()]
    changed = [f"differs: {name}" for name in one.keys() & other.keys() if one[name] != other[name]]
    return sorted(only + changed)


def main() -> int:
    """Compares two executables and says what it found."""
    parser = argparse.ArgumentParser(description="Compare two builds.")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    args = parser.parse_args()
    one, other = digests(args.one), digests(args.other)
    found = differences(one, other)
    print("\n".join([*found, f"{len(one)} and {len(other)} parts compared, {len(found)} differences"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
