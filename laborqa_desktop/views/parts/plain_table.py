"""The looks of small tables inside dialogs and steps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from laborqa_desktop.views import theme


def make_plain(table: QTableView, name: str) -> None:
    """No grid, rows of one height, quiet headings at the left, Tab leaves it; the rows have no numbers.

    Args:
        name: for those who hear the screen.
    """
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    rows, header = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(theme.sizes().row)
    header.setProperty("plain", True)
    header.setHighlightSections(False)
    header.setMinimumHeight(theme.sizes().heading)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
