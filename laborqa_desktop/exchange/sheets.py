"""Reading a file that a person chose into sheets of cells: workbooks in a child process, csv here."""

import io
import multiprocessing
import pickle
import threading
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from laborqa_desktop.errors import NotFound, UnreadableInput, reason_of
from laborqa_desktop.exchange import csvfile, packing, workbook
from laborqa_desktop.exchange.cells import Book, Broken, Sheet
from laborqa_desktop.exchange.files import name_of
from laborqa_desktop.text import N_, Text

TIME_LIMIT_S = 60.0

LARGE = N_("Import", "The file is too large to be read safely (more than 200 MB unpacked, or too many parts). "
                     "Split it and import the parts.")
DAMAGED = N_("Import", "{file} is damaged or no spreadsheet. Open it in Excel or WPS, save it as xlsx and try again.")
REASONS: dict[str, Text] = {
    "large": LARGE,
    "bomb": N_("Import", "A part of the file is packed more than a hundredfold, as only harmful files are. "
                         "It was not opened."),
    "wide": N_("Import", "The sheet is larger than 200,000 rows by 200 columns. Split it and import the parts."),
    "sparse": N_("Import", "The sheet reaches over more than ten million cells and is nearly empty. Delete what stands "
                           "far outside the table and try again."),
    "password": N_("Import", "The workbook is protected by a password. Save it without one and import that."),
    "foreign": DAMAGED,
    "damaged": DAMAGED,
    "slow": N_("Import", "Reading {file} took too long and was stopped. Save it as a new xlsx file and try again."),
    "died": N_("Import", "Reading {file} needed more memory than is safe, or the file is made to do harm; it was "
                         "stopped, and nothing was imported. Open it in Excel or WPS, save it as a new xlsx file and "
                         "try again."),
}


def read_book(path: Path, encoding: str = "", delimiter: str = "") -> Book:
    """All visible sheets of an .xlsx, .xls or .csv file.

    Args:
        encoding: of a csv file; "" tries the usual ones on the whole file.
        delimiter: of a csv file; "" finds it.

    Raises:
        NotFound: there is no such file.
        UnreadableInput: with one sentence saying what is wrong and what to do.
    """
    if not path.is_file():
        raise NotFound(N_("Import", "There is no file {file}.").of(file=name_of(path)))
    ending = path.suffix.lower()
    if ending in {".et", ".ett"}:
        raise UnreadableInput(N_("Import", "WPS files (.et) are not read. Open it in WPS and save as xlsx."))
    try:
        with path.open("rb") as file:
            mark = file.read(4)
        if path.stat().st_size > packing.MAX_BYTES:
            raise UnreadableInput(LARGE)
        if mark in (workbook.ZIP_MARK, workbook.OLE_MARK):
            return _read_workbook(path)
        if ending in {".csv", ".txt", ".tsv"}:
            return csvfile.parse(name_of(path), path.read_bytes(), encoding, delimiter)
    except OSError as error:
        raise UnreadableInput(
            N_("Import", "{file} could not be read: {reason}. If it is open in another program, close it there.")
            .of(file=name_of(path), reason=reason_of(error))
        ) from error
    if ending in {".xlsx", ".xlsm", ".xls"}:
        raise UnreadableInput(DAMAGED.of(file=name_of(path)))
    raise UnreadableInput(
        N_("Import", "Files ending in {ending} are not read. Save it as xlsx, xls or csv.").of(ending=ending or "—")
    )


def _read_workbook(path: Path) -> Book:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=workbook.work, args=(sender, str(path)), daemon=True)
    child.start()
    sender.close()
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    limit = threading.Timer(TIME_LIMIT_S, stop)
    limit.start()
    try:
        reason, sheets = _Answer(io.BytesIO(receiver.recv_bytes())).load()
    except (OSError, EOFError, pickle.UnpicklingError):     # it was killed, by the limit or by the system
        reason, sheets = "slow" if late.is_set() else "died", []
    finally:
        limit.cancel()
        receiver.close()
        child.kill()
        child.join()
        child.close()
    if reason != "sheets":
        raise UnreadableInput(REASONS[reason].of(file=name_of(path)))
    return Book(name_of(path), tuple(
        Sheet(name, rows, range(1, len(rows) + 1), merged) for name, rows, merged in sheets
    ))


class _Answer(pickle.Unpickler):
    """What the child sent: cells and nothing that could act, whatever became of the child."""

    def find_class(self, module: str, name: str) -> Any:
        """The few types that a cell may have besides those that need no name."""
        if (module, name) in CELL_TYPES:
            return CELL_TYPES[module, name]
        raise pickle.UnpicklingError(f"{module}.{name} is no cell")


CELL_TYPES: dict[tuple[str, str], type] = {
    (one.__module__, one.__name__): one for one in (Broken, date, datetime, time, timedelta)}
