"""The picture that a one-file build shows while it unpacks (packaging/splash.py); it goes when the window is there."""

import importlib
import os
from contextlib import suppress

_SHOWN = "_PYI_SPLASH_IPC"
"""Set by the starter of the build; its module takes it away."""


def close() -> None:
    """Takes the picture away. Does nothing where there is none: from source, in the folder build, without a display."""
    if _SHOWN in os.environ:
        with suppress(Exception):       # a picture that stays must not keep the program from starting
            importlib.import_module("pyi_splash").close()
