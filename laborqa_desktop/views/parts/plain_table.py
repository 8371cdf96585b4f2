"""The looks of small tables inside dialogs and steps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from laborqa_desktop.views import theme


def make_plain(table: QTableView, name: str, *, numbered: bool = False) -> None:
    """No grid, rows of one height, quiet headings at the left, Tab leaves it.

    Args:
        name: for those who hear the screen.
        numbered: the rows show their numbers.
    """
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    rows, header = table.verticalHeader(), table.horizontalHeader()
    rows.setVisible(numbered)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(theme.sizes().row)
    rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for one in (rows, header):
        one.setProperty("plain", True)
        one.setHighlightSections(False)
    header.setMinimumHeight(theme.sizes().heading)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
