"""One field of a form: label above, editor, one line below with an error, a warning or quiet help."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from laborqa_desktop.views.parts.label import Icon, label, restyle, set_tone
from laborqa_desktop.views.parts.layout import column, row

_ICONS = {"error": "alert-circle", "warn": "alert-triangle", "ok": "circle-check"}


class FieldFrame(QWidget):
    """Label, editor, message; the label is the editor's buddy and its accessible name."""

    def __init__(self, name: str, editor: QWidget, required: bool = False, help_words: str = "",
                 required_words: str = "") -> None:
        super().__init__()
        self.editor, self._help = editor, help_words
        self.name = name
        self._label: QLabel = label(name, "small", "ink2")
        self._label.setTextFormat(Qt.TextFormat.AutoText)
        self._label.setBuddy(editor)
        star = label("*", "small", "accent")
        if not required:
            star.hide()     # only hidden ones: a widget that has no parent yet would be shown as a window
        star.setToolTip(required_words)
        self._icon = Icon("alert-circle", "error", 14)
        self._message: QLabel = label("", "small", "ink2", wrap=True)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        below = row(self._icon, self._message, gap=5)
        below.setStretch(1, 1)
        below.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        below.setContentsMargins(0, 1, 0, 0)
        self.setLayout(column(row(self._label, star, None, gap=3), editor, below, gap=3))
        editor.setAccessibleName(name)
        self.show_message("", "")

    def hide_name(self) -> None:
        """Where the heading above says the same."""
        self._label.hide()

    def show_message(self, state: str, text: str) -> None:
        """Says something under the editor.

        Args:
            state: "error" (blocks saving), "warn", "ok", or "" for quiet words, the help when there are none.
        """
        words = text or self._help
        restyle(self.editor, "state", state)
        self._icon.setVisible(bool(state))
        if state:
            self._icon.show_icon(_ICONS[state], state)
        set_tone(self._message, state or "ink2")
        self._message.setText(words)
        self._message.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
