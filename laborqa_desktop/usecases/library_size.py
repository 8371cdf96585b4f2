"""How much room a library takes on the disk."""

import os
from contextlib import suppress
from pathlib import Path


def folder_bytes(folder: Path) -> int:
    """The bytes of all files in a folder and below; what cannot be read counts as nothing."""
    total = 0
    waiting = [str(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for one in entries:
                with suppress(OSError):
                    if one.is_dir(follow_symlinks=False):
                        waiting.append(one.path)
                    else:
                        total += one.stat(follow_symlinks=False).st_size
    return total
