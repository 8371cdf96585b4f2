"""The editor of child rows: a grid in a form."""

from typing import Any

from laborqa_desktop.records.field import Field
from laborqa_desktop.views.editors import Editor, Setting
from laborqa_desktop.views.row_grid import RowGrid


class RowsEditor(Editor):
    """ROWS."""

    made_of: type[RowGrid] = RowGrid

    def __init__(self, field: Field, setting: Setting) -> None:
        self.grid = self.made_of(field, setting)
        super().__init__(field, self.grid)
        self.grid.changed.connect(self.changed)

    def get(self) -> list[dict[str, Any]]:
        """See Editor."""
        return self.grid.model.rows()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.grid.model.set_rows(value or [])

    def set_read_only(self, on: bool) -> None:
        """See Editor."""
        self.grid.set_read_only(on)
