"""The one style sheet, from tokens. It looks at the properties type, tone, box, rule, kind, small, state, secret."""

from laborqa_desktop.views.tokens import Sizes, Tokens


def sheet(t: Tokens, other: Tokens, s: Sizes) -> str:
    """The style sheet of a theme.

    Args:
        other: the opposite theme, for the inverted undo bar.
    """
    return _words(t, s) + _boxes(t, s) + _inputs(t, s) + _buttons(t, other, s) + _views(t, s)


def _words(t: Tokens, s: Sizes) -> str:
    tones = "".join(f'QLabel[tone="{name}"] {{ color: {getattr(t, name)} }}\n'
                    for name in ("ink2", "ink3", "accent", "ok", "warn", "error"))
    sizes = "".join(f'QLabel[type="{name}"] {{ font-size: {getattr(s, name)}px; font-weight: {weight} }}\n'
                    for name, weight in (("small", 400), ("quiet", 400), ("strong", 700), ("title", 700), ("page", 700),
                                         ("figure", 700)) if hasattr(s, name))
    return tones + sizes + f"""
QLabel[type="strong"] {{ font-weight: 700 }}
QLabel:disabled {{ color: {t.ink3} }}
QToolTip {{ background: {t.ink}; color: {t.surface}; border: 0; padding: 4px 8px; font-size: {s.small}px }}
"""


def _boxes(t: Tokens, s: Sizes) -> str:
    return f"""
QFrame[box="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {s.radius_card}px }}
QFrame[box="plain"] {{ background: {t.surface}; border: 0 }}
QFrame[box="canvas"] {{ background: {t.canvas}; border: 0 }}
QFrame[box="sunken"] {{ background: {t.sunken}; border: 0 }}
QFrame[box="soft"] {{ background: {t.accent_soft}; border: 0; border-radius: {s.radius}px }}
QFrame[box="ok"] {{ background: {t.ok_soft}; border: 0; border-radius: {s.radius}px }}
QFrame[box="warn"] {{ background: {t.warn_soft}; border: 0; border-radius: {s.radius}px }}
QFrame[box="error"] {{ background: {t.error_soft}; border: 0; border-radius: {s.radius}px }}
QFrame[box="popup"] {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: {s.radius}px }}
QFrame[box="drop"] {{ background: {t.accent_soft}; border: 2px dashed {t.accent}; border-radius: {s.radius_card}px }}
#page {{ background: {t.canvas}; border: 1px solid {t.line}; border-right: 0;
  border-top-left-radius: {s.radius_card}px; border-bottom-left-radius: {s.radius_card}px }}
#undo {{ background: {t.ink}; border-radius: {s.radius}px }}
#undo QLabel {{ color: {t.surface} }}
QFrame[rule="h"] {{ background: {t.line}; border: 0; min-height: 1px; max-height: 1px }}
QFrame[rule="v"] {{ background: {t.line}; border: 0; min-width: 1px; max-width: 1px }}
QFrame[box="line"] {{ border: 2px solid transparent; border-radius: {s.radius}px }}
QFrame[box="line"]:focus {{ background: {t.accent_soft}; border-color: {t.accent} }}
QScrollArea[reads="true"]:focus {{ border: 2px solid {t.accent}; border-radius: {s.radius}px }}
QSplitter::handle {{ background: transparent }}
QProgressBar {{ background: {t.sunken}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px }}
QProgressBar::chunk {{ background: {t.bar}; border-radius: 3px }}
"""


def _inputs(t: Tokens, s: Sizes) -> str:
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{ background: {t.surface}; border: 1px solid {t.line};
  border-bottom-color: {t.edge}; border-radius: {s.radius}px; padding: 0 8px;
  selection-background-color: {t.accent_fill}; selection-color: {t.on_accent} }}
QLineEdit[secret="true"] {{ font-size: 10px }}
QLineEdit, QComboBox {{ min-height: {s.control - 2}px; max-height: {s.control - 2}px }}
QComboBox {{ padding: 0 10px }}
QPlainTextEdit {{ padding: 4px 4px }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 0 7px }}
QPlainTextEdit:focus {{ padding: 3px 3px }}
QLineEdit:focus, QComboBox:focus {{ min-height: {s.control - 4}px; max-height: {s.control - 4}px }}
QComboBox:focus {{ padding: 0 9px }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {t.sunken}; border-color: {t.sunken};
  color: {t.ink3} }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {t.sunken}; border-color: {t.sunken};
  color: {t.ink2} }}
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus {{ border: 2px solid {t.accent} }}
QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"] {{
  border: 1px solid {t.error}; border-bottom-width: 2px }}
QLineEdit[state="warn"], QComboBox[state="warn"], QPlainTextEdit[state="warn"] {{ border-bottom: 2px solid {t.warn} }}
QLineEdit[state="error"]:focus, QComboBox[state="error"]:focus {{ border: 2px solid {t.error} }}
QComboBox::drop-down {{ border: 0; width: {s.control_small}px }}
QComboBox::down-arrow {{ image: none }}
QComboBox QAbstractItemView, QListView[popup="true"] {{ background: {t.surface}; border: 1px solid {t.edge};
  outline: 0; padding: 2px; selection-background-color: {t.accent_soft}; selection-color: {t.ink} }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {s.control_small}px; border: 2px solid transparent;
  border-radius: {s.radius}px; padding: 0 2px }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent} }}
QLineEdit#cell {{ border: 2px solid {t.accent}; border-radius: 0; padding: 0 6px; min-height: 0; max-height: 99px }}
QComboBox#cell {{ border: 2px solid {t.accent}; border-radius: 0; padding: 0 7px; min-height: 0; max-height: 99px }}
"""


def _buttons(t: Tokens, other: Tokens, s: Sizes) -> str:
    return f"""
QPushButton {{ background: {t.surface}; border: 1px solid {t.line}; border-bottom-color: {t.edge};
  border-radius: {s.radius}px; padding: 0 12px; min-height: {s.control - 2}px; color: {t.ink} }}
QPushButton, QCheckBox, QRadioButton {{ outline: 0 }}
QPushButton:hover {{ background: {t.hover} }}
QPushButton:pressed {{ background: {t.accent_soft} }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: {s.control - 4}px }}
QPushButton:disabled {{ color: {t.ink3}; background: {t.sunken}; border-color: {t.line} }}
QPushButton::menu-indicator {{ image: none; width: 0 }}
QPushButton[kind="primary"] {{ background: {t.accent_fill}; color: {t.on_accent}; border: 1px solid {t.accent_fill};
  font-weight: 700 }}
QPushButton[kind="primary"]:hover {{ background: {t.accent} }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink} }}
QPushButton[kind="primary"]:disabled {{ background: {t.sunken}; color: {t.ink3}; border-color: {t.line} }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; padding: 0 8px }}
QPushButton[kind="quiet"]:hover {{ background: {t.hover} }}
QPushButton[kind="quiet"]:focus {{ border-color: {t.accent}; padding: 0 7px }}
QPushButton[kind="quiet"]:disabled {{ background: transparent; border-color: transparent }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; padding: 0 2px; color: {t.accent};
  min-height: {s.control_small - 4}px }}
QPushButton[kind="link"]:hover {{ text-decoration: underline }}
QPushButton[kind="link"]:focus {{ border-color: {t.accent}; padding: 0 2px; min-height: {s.control_small - 4}px }}
QPushButton[kind="link"]:disabled {{ background: transparent; border-color: transparent; color: {t.ink3} }}
QPushButton[small="true"] {{ min-height: {s.control_small - 2}px; font-size: {s.small}px; padding: 0 8px }}
QPushButton[small="true"]:focus {{ min-height: {s.control_small - 4}px; padding: 0 7px }}
QPushButton[small="true"][kind="link"] {{ min-height: {s.control_small - 4}px; padding: 0 2px }}
#undo QPushButton {{ background: transparent; border: 2px solid transparent; font-weight: 700; color: {other.accent};
  padding: 0 6px; min-height: {s.control_small - 4}px }}
#undo QPushButton:focus {{ border-color: {other.accent} }}
"""


def _views(t: Tokens, s: Sizes) -> str:
    return f"""
QTableView, QListView, QScrollArea {{ background: transparent; border: 0; outline: 0 }}
QTableView {{ selection-background-color: {t.accent_soft}; selection-color: {t.ink} }}
QHeaderView[plain="true"] {{ background: {t.sunken}; border: 0 }}
QHeaderView[plain="true"]::section {{ background: {t.sunken}; color: {t.ink2}; border: 0; font-size: {s.small}px;
  border-bottom: 1px solid {t.line}; padding: 0 8px }}
QTableCornerButton::section {{ background: {t.sunken}; border: 0 }}
QMenu {{ background: {t.surface}; border: 1px solid {t.edge}; padding: 4px }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; min-height: {s.control_small - 8}px }}
QMenu::icon {{ padding-left: 8px }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink} }}
QMenu::item:disabled {{ color: {t.ink3} }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px 1px }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 1px 2px }}
QScrollBar::handle {{ background: {t.bar2}; border-radius: 4px; min-height: 32px; min-width: 32px }}
QScrollBar::handle:hover {{ background: {t.bar} }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0 }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent }}
QTextBrowser, QTextEdit {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {s.radius}px }}
QCalendarWidget QWidget {{ alternate-background-color: {t.sunken} }}
QCalendarWidget QTableView {{ background: {t.surface}; color: {t.ink} }}
#qt_calendar_monthbutton::menu-indicator {{ image: none }}
QCalendarWidget QTableView:disabled {{ color: {t.ink3} }}
"""
