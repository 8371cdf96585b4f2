"""All keys of the program as data: the sheet on the screen, the printed one and the guide's page are made of it.

The keys of the window come from the commands; those that belong to a place stand here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.views import shortcuts as s
from laborqa_desktop.views.commands import DO, GO, LOOK, commands
from laborqa_desktop.views.parts.button import plain_words
from laborqa_desktop.views.screens import AREAS

_CAPS = {"Return": "Enter", "Escape": "Esc", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "PgDown": "PgDn",
         "Del": "Delete", "Ins": "Insert"}
_SPACE = N_("Keys", "Space")


@dataclass(frozen=True)
class Line:
    """One line of the sheet.

    Attributes:
        keys: any one of them does it; "…" between two stands for those in between.
    """

    keys: tuple[str, ...]
    does: Text


@dataclass(frozen=True)
class Group:
    """The keys of one place."""

    title: Text
    lines: tuple[Line, ...]


def caps(keys: str, translate: Translate) -> str:
    """Keys as they are printed on a keyboard: Ctrl+Return gives Ctrl+Enter."""
    if keys.endswith("++"):
        return keys
    return "+".join(_SPACE.say(translate) if one == "Space" else _CAPS.get(one, one) for one in keys.split("+"))


def caps_of(line: Line, translate: Translate) -> list[str]:
    """The keys of a line as they are printed on a keyboard, each once: it may have two Enter keys."""
    return list(dict.fromkeys(caps(one, translate) for one in line.keys))


def written(line: Line, translate: Translate) -> str:
    """All keys of a line."""
    return "  ".join(caps_of(line, translate))


def sheet() -> tuple[Group, ...]:
    """Everything, the keys that count everywhere first."""
    return (Group(N_("Keys", "Everywhere"), tuple(_everywhere())), *_PLACES)


def _everywhere() -> Iterator[Line]:
    yield Line((s.area(1), "…", s.area(len(AREAS))), N_("Keys", "The areas at the left, from Today to Settings"))
    for one in commands().values():
        if one.keys and not one.anywhere and one.group in (GO, DO, LOOK):
            yield Line(one.keys, Text(one.title.context, one.title.source))
    yield Line(("Alt",), N_("Keys", "With the letter that a tip names: presses that button"))
    yield Line((s.STOP_WORK,), N_("Keys", "Cancel the work whose bar is in sight"))
    yield Line(("Tab", "Shift+Tab"), N_("Keys", "Next field, previous field"))
    yield Line(("↑", "↓"), N_("Keys", "In the results of the search: choose; Enter opens, Esc closes"))


_PLACES = (
    Group(N_("Keys", "Lists"), (
        Line((s.NEW,), N_("Keys", "New record")),
        Line((s.FIND,), N_("Keys", "Search this list; ↓ goes into it")),
        Line(("↑", "↓", "Home", "End"), N_("Keys", "Another row; the first, the last")),
        Line(("Return", "F2"), N_("Keys", "Into the form")),
        Line((s.NEXT_PANE,), N_("Keys", "Between list and form, from pane to pane")),
        Line(("←", "→"), N_("Keys", "Another column")),
        Line(("Alt+Down",), N_("Keys", "Filter by the column")),
        Line(("Ctrl+Up", "Ctrl+Down"), N_("Keys", "In a filter: sort ascending, descending")),
        Line(("Ctrl+Del",), N_("Keys", "In a filter: take it away")),
        Line(("Ctrl+C",), N_("Keys", "Copy for Excel")),
        Line(("Ctrl+V",), N_("Keys", "Paste a block from Excel or WPS, from the current row on")),
        Line((s.PASTE_NEW,), N_("Keys", "Paste it as new records")),
        Line(("Ctrl+A",), N_("Keys", "Choose all rows; in a filter: tick all")),
        Line(("Del",), N_("Keys", "Archive; on a filter above the list: take it away")),
        Line((s.BULK,), N_("Keys", "Change one field of the chosen records")),
        Line((s.MENU,), N_("Keys", "More: export, print, import, columns")))),
    Group(N_("Keys", "Pasting from Excel"), (
        Line(("F2", "Return"), N_("Keys", "Mend the cell")),
        Line(("Delete",), N_("Keys", "Empty the cell")),
        Line(("F8",), N_("Keys", "Next error")),
        Line(("Ctrl+-",), N_("Keys", "Leave the row out, or take it again")),
        Line(("Alt+Down",), N_("Keys", "Choose the field of the column")),
        Line(("F5",), N_("Keys", "Try again")),
        Line(s.GO_ON, N_("Keys", "Paste")))),
    Group(N_("Keys", "Records"), (
        Line((s.SAVE,), N_("Keys", "Save")),
        Line((s.PREVIOUS_RECORD, s.NEXT_RECORD), N_("Keys", "Previous record, next record")),
        Line((s.NEXT_TAB, s.PREVIOUS_TAB), N_("Keys", "Next tab, previous tab")),
        Line((s.NEXT_ERROR,), N_("Keys", "Next error")),
        Line((s.RECORD_MENU,), N_("Keys", "More: what else can be done with the record")),
        Line(("Ctrl+V",), N_("Keys", "Among attachments: paste a picture or files")),
        Line(("Delete",), N_("Keys", "On an attachment: remove it")),
        Line(("Escape",), N_("Keys", "Back to the list")))),
    Group(N_("Keys", "Filling in"), (
        Line(("F2",), N_("Keys", "Show a masked number while it is held")),
        Line(("Ctrl+;",), N_("Keys", "In a date: today")),
        Line(("Ctrl+Down",), N_("Keys", "In a date: the calendar")),
        Line(("↓", "Return", "Escape"), N_("Keys", "Where a record is chosen: offer, take, close")))),
    Group(N_("Keys", "Tables in a form"), (
        Line(("Return",), N_("Keys", "Next row; in the last one a new row")),
        Line(("Insert",), N_("Keys", "Add a row")),
        Line(("Ctrl+-",), N_("Keys", "Remove the row")),
        Line(("Ctrl+D",), N_("Keys", "As in the row above")),
        Line(("Space",), N_("Keys", "Tick")),
        Line(("Ctrl+V",), N_("Keys", "In a checklist: paste rows from Excel")),
        Line(("Ctrl+Shift+D",), N_("Keys", "In a checklist: double the row")),
        Line(("Alt+Up", "Alt+Down"), N_("Keys", "In a checklist: move the row")))),
    Group(N_("Keys", "Inspection"), (
        Line(("1", "2", "3", "4"), N_("Keys", "Grade, then the next item")),
        Line(("0",), N_("Keys", "Not applicable")),
        Line(("N",), N_("Keys", "Note")),
        Line(("P", "Ctrl+V"), N_("Keys", "Photo: choose one, paste one")),
        Line(("C",), N_("Keys", "Corrected on the spot")),
        Line(("Delete",), N_("Keys", "Take the answer away")),
        Line(("Ctrl+Z",), N_("Keys", "Take the last answer back")),
        Line(("F8",), N_("Keys", "Next item without an answer")),
        Line(("F2",), N_("Keys", "Details of the inspection")),
        Line(("Ctrl+P",), N_("Keys", "Print the check sheet")),
        Line(("F6",), N_("Keys", "To the note and back")),
        Line(s.GO_ON, N_("Keys", "Start; submit")),
        Line(("Escape",), N_("Keys", "Back to the list; entries are kept")))),
    Group(N_("Keys", "Problem"), (
        Line(("Alt+1", "…", "Alt+3"), N_("Keys", "Look at a stage")),
        Line(("Insert", "Ctrl+V"), N_("Keys", "Photo: choose one, paste one")),
        Line(("F2",), N_("Keys", "Edit all fields")),
        Line(s.GO_ON, N_("Keys", "To the next stage, or to the first thing missing")),
        Line(("F6",), N_("Keys", "From pane to pane")))),
    Group(N_("Keys", "Today"), (
        Line(("↑", "↓"), N_("Keys", "Another thing to do")),
        Line(("Return",), N_("Keys", "Open it")),
        Line(("Space",), N_("Keys", "Do what stands at its right")),
        Line(("Ctrl+↑", "Ctrl+↓"), N_("Keys", "Previous group, next group")),
        Line(("←", "→"), N_("Keys", "Fold, unfold; in a chart: from point to point")))),
    Group(N_("Keys", "Import"), (
        Line(s.GO_ON, N_("Keys", "Next step; import")),
        Line(("Alt+Left",), N_("Keys", "Step back")),
        Line(("F8",), N_("Keys", "Next problem")),
        Line(("F2",), N_("Keys", "Mend in place")),
        Line(("F5",), N_("Keys", "Try again")),
        Line(("Escape",), N_("Keys", "Stop reading the file")))),
    Group(N_("Keys", "Report, preview and plan"), (
        Line(("PgUp", "PgDn", "Home", "End"), N_("Keys", "Another page; the first, the last")),
        Line((s.LARGER, s.SMALLER), N_("Keys", "Larger, smaller")),
        Line(("Ctrl+P",), N_("Keys", "Print")),
        Line(s.GO_ON, N_("Keys", "Sign and export; the next step of a plan; the answer that is "
                                                       "highlighted in a dialog")),
        Line(("Escape",), N_("Keys", "Close")))),
    Group(N_("Keys", "Opening a library, and the guide"), (
        Line(("Ctrl+O",), N_("Keys", "Open another library")),
        Line(("Ctrl+N",), N_("Keys", "New library")),
        Line(("Ctrl+F",), N_("Keys", "Search the guide; Enter goes on")),
        Line(("Alt+Left",), N_("Keys", "The page of the guide before this one")))),
)


def title_of(line: Line, translate: Translate) -> str:
    """What the keys of a line do, without a mnemonic."""
    return plain_words(line.does.say(translate))
