"""Ids the builders hand on to one another."""

from dataclasses import dataclass, field


@dataclass
class Ids:
    """Codes, or numbers in the tables of this package, and the ids they got."""

    units: dict[str, int] = field(default_factory=dict)
    posts: dict[str, int] = field(default_factory=dict)
    people: list[int] = field(default_factory=list)
    clients: dict[str, int] = field(default_factory=dict)
    sites: list[int] = field(default_factory=list)
    courses: dict[str, int] = field(default_factory=dict)
    checklists: dict[str, int] = field(default_factory=dict)
