"""Errors that the user's world makes: each carries one sentence for the user.

Our own mistakes stay plain exceptions.
"""

from laborqa_desktop.text import Text


class UserError(Exception):
    """Something the user can understand and act on.

    Attributes:
        text: what happened, what was kept, what to do. Never personal data.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class NotFound(UserError):
    """An unknown code, kind, month, record or library: wrong use rather than bad data."""


class Conflict(UserError):
    """The record was changed elsewhere since it was loaded."""


class LibraryInUse(UserError):
    """Another process holds the library for writing."""


class DiskFull(UserError):
    """There is no room on the disk."""


class WrongPassword(UserError):
    """No key slot opens with what was typed."""


class UnreadableInput(UserError):
    """A file that is not what it should be: a spreadsheet, a PDF, a certificate, a library."""


class Refused(UserError):
    """A rule forbids the act; the text lists every unmet condition."""
