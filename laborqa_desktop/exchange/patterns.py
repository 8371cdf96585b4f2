"""Whether a regular expression of a mapping could keep the program busy for ever."""

import re

PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[:=!>]|<[=!]))?|[)*+|]|\{\d*,?\d*\}|.", re.DOTALL)
"""An escaped character, a class, an opening or closing bracket, a repetition, or anything else."""


def may_run_away(pattern: str) -> bool:
    """Whether a group that repeats or chooses something is itself repeated: (a+)+ tries every way to share out a text.

    Stricter than it must be, for a mapping can nearly always say it with one repetition.
    """
    inside = [False]        # for each open group: whether it repeats or chooses
    closed = False          # what the last group that was closed held
    for piece in PIECE.findall(pattern):
        if piece.startswith("("):
            inside.append(False)
            closed = False
        elif piece == ")" and len(inside) > 1:
            closed = inside.pop()
            inside[-1] = inside[-1] or closed
        elif piece in ("*", "+") or (piece.startswith("{") and len(piece) > 2):
            if closed:
                return True
            inside[-1] = True
        else:
            inside[-1] = inside[-1] or piece == "|"
            closed = False
    return False
