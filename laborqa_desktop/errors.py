"""Errors that the user's world makes: each carries one sentence for the user.

Our own mistakes stay plain exceptions.
"""

import errno

from laborqa_desktop.text import N_, Text


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


class DiskFailed(UserError):
    """The disk reports errors; nothing more may be written to it until it was looked at."""


class WrongPassword(UserError):
    """No key slot opens with what was typed."""


class UnreadableInput(UserError):
    """A file that is not what it should be: a spreadsheet, a PDF, a certificate, a library."""


class Refused(UserError):
    """A rule forbids the act; the text lists every unmet condition."""


REASONS = {
    errno.ENOSPC: N_("Export", "the disk is full"),
    errno.EDQUOT: N_("Export", "the disk is full"),
    errno.EFBIG: N_("Export", "the file is larger than the disk allows"),
    errno.EIO: N_("Export", "the disk reported an error"),
    errno.EBUSY: N_("Export", "another program holds it"),
    errno.EROFS: N_("Export", "the folder may not be written to"),
    errno.EACCES: N_("Export", "the folder may not be written to"),
    errno.EPERM: N_("Export", "the folder may not be written to"),
    errno.ENOENT: N_("Export", "there is no such folder"),
    errno.ENOTDIR: N_("Export", "there is no such folder"),
    errno.EISDIR: N_("Export", "a folder has this name"),
    errno.ENAMETOOLONG: N_("Export", "the name is too long"),
}


def reason_of(error: OSError) -> Text | str:
    """Why the system refused a file or folder; in its own words where ours have none."""
    return REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
