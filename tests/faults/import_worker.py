"""A guarded process that reads one workbook after another, as the child of an import reads one."""

from multiprocessing.connection import Connection
from pathlib import Path

from laborqa_desktop.exchange import workbook
from laborqa_desktop.exchange.limits import set_limits


def loop(pipe: Connection) -> None:
    """Answers paths until it gets an empty one."""
    set_limits()
    while path := pipe.recv():
        pipe.send(workbook.answer(Path(path)))
