"""The order of Tab, read without harm.

PySide takes what nextInFocusChain() gives for a child of the widget that was asked. When that one goes, it counts its
neighbours as gone too, and what Qt made inside them (the arrow in an entry, the lines of a menu) fails at its next use
or is destroyed a second time. So the order is asked for here alone, and each answer gets its true parent back.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget


def following(one: QWidget) -> Iterator[QWidget]:
    """All other widgets of its window, in the order of Tab, the next one first."""
    other = _with_its_parent(one.nextInFocusChain())
    while other is not None and other is not one:
        yield other
        other = _with_its_parent(other.nextInFocusChain())


def preceding(one: QWidget) -> QWidget | None:
    """The widget before it."""
    return _with_its_parent(one.previousInFocusChain())


def _with_its_parent(one: QWidget | None) -> QWidget | None:
    if one is not None:
        one.setParent(one.parentWidget())       # to Qt it is there already, so that only PySide learns of it
    return one
