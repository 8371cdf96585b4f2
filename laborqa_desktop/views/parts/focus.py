"""The keyboard after something that took a while."""

from PySide6.QtWidgets import QWidget


def take_focus(widget: QWidget) -> None:
    """Gives the keyboard to a widget, unless the user has gone elsewhere meanwhile.

    Qt would give it to a widget that is out of sight too, and what is typed next would go where nobody sees it.
    """
    if widget.isVisible():
        widget.setFocus()
