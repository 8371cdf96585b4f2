"""What all sub-commands share: exit codes, the password, the language, the library they work on."""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from laborqa_desktop.text import N_, Text, Translate

FINE, NO, WRONG = 0, 1, 2
PASSWORD, PERSON, LANGUAGE = "LABORQA_PASSWORD", "LABORQA_PERSON", "LABORQA_LANGUAGE"
NEW_PASSWORD = "LABORQA_NEW_PASSWORD"


class Stop(Exception):
    """Ends a command with an exit code and, unless it is 0, a sentence."""

    def __init__(self, code: int, text: Text) -> None:
        super().__init__(str(text))
        self.code, self.text = code, text


class Parser(argparse.ArgumentParser):
    """Ends with the code for wrong use."""

    def error(self, message: str) -> Any:
        """Says what is wrong with the words, and how they are meant."""
        self.print_usage(sys.stderr)
        self.exit(WRONG, f"{self.prog}: {message}\n")


def need_text(arguments: argparse.Namespace) -> None:
    """Refuses what the terminal passed in another encoding; only names of files may be so."""
    for value in vars(arguments).values():
        if isinstance(value, str):
            try:
                value.encode()
            except UnicodeEncodeError:
                raise Stop(WRONG, N_("Cli", '"{words}" is not in the encoding of this terminal (UTF-8 is needed).')
                           .of(words=value.encode(errors="replace").decode())) from None


def library_option(parser: argparse.ArgumentParser) -> None:
    """The option that names the library."""
    parser.add_argument("--library", required=True, type=Path, metavar="DIR")


def language() -> Translate:
    """The words of the language that the environment asks for."""
    from laborqa_desktop.catalogue import translator
    wanted = os.environ.get(LANGUAGE) or next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not wanted and sys.platform == "win32":
        import locale
        wanted = locale.getlocale()[0] or ""
    return translator("zh" if wanted.lower().startswith(("zh", "chinese")) else "en")


def ask_password(twice: bool = False) -> str:
    """The password, from the environment or typed.

    Raises:
        Stop: there is neither.
    """
    password = os.environ.get(PASSWORD)
    if password is not None:
        return password
    if not sys.stdin.isatty():
        raise Stop(WRONG, N_("Cli", "No password: set the variable {name}, or run this in a terminal to be asked.")
                    .of(name=PASSWORD))
    first = getpass.getpass("Password: ")
    if twice and getpass.getpass("Again: ") != first:
        raise Stop(WRONG, N_("Cli", "The two passwords differ. Nothing was made."))
    return first


def ask_new_password() -> str:
    """The password that is to come, from the environment or typed twice.

    Raises:
        Stop: there is neither, or the two differ.
    """
    password = os.environ.get(NEW_PASSWORD)
    if password is not None:
        return password
    if not sys.stdin.isatty():
        raise Stop(WRONG, N_("Cli", "No new password: set the variable {name}, or run this in a terminal to be asked."
                              ).of(name=NEW_PASSWORD))
    first = getpass.getpass("New password: ")
    if getpass.getpass("Again: ") != first:
        raise Stop(WRONG, N_("Cli", "The two passwords differ. Nothing was changed."))
    return first


def person() -> str:
    """Who is working."""
    return os.environ.get(PERSON) or "command line"


def open_library(folder: Path, *, writable: bool = False) -> Any:
    """The use cases of a library; the caller closes them."""
    from laborqa_desktop import bootstrap
    return bootstrap.open_library(folder, ask_password(), person(), writable=writable)
