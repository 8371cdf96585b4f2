"""Records that people look for by name: the name, and the reading it sorts by."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, validates

from laborqa_desktop.models.pinyin import sort_key


class Named:
    """A name with its stored sort key (the pinyin reading: GB18030 order puts 闫 and 岑 last)."""

    name: Mapped[str] = mapped_column(String(300))
    name_key: Mapped[str] = mapped_column(String(1000), default="", index=True)

    @validates("name")
    def _keep_key(self, _: str, name: str) -> str:
        self.name_key = sort_key(name or "")
        return name


def with_name_key(values: dict[str, Any]) -> dict[str, Any]:
    """The same values with name_key added, for bulk inserts that go past the mapped class."""
    return {**values, "name_key": sort_key(values.get("name") or "")}
