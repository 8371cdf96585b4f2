"""What an examination of a library says: findings."""

from dataclasses import dataclass
from enum import StrEnum

from laborqa_desktop.text import Text


class Part(StrEnum):
    """What of a library something is wrong with, the weightiest first."""

    DATABASE = "database"
    ATTACHMENT = "attachment"
    BACKUP = "backup"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        part: what it is wrong with; whatever is neither an attached file nor a backup counts as the database.
        healable: repair() puts it right without loss.
        note: worth knowing, and no damage.
    """

    text: Text
    healable: bool = False
    note: bool = False
    part: Part = Part.DATABASE
