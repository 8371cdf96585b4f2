"""One record as a PDF in the language of the screen, shown to be printed."""

from laborqa_desktop.usecases.inspection_sheet import Sheet
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import screen_language, translate


def print_record(desk: Desk, key: str, record_id: int) -> None:
    """Makes the PDF beside the window and shows it.

    Args:
        key: its record type.
    """
    files, language = desk.office.files, screen_language()
    desk.background.run(lambda step: files.print_record(key, record_id, translate, language),
                        lambda pdf: desk.signals.go.emit("print", pdf),
                        words=translate("RecordScreen", "Making the PDF…"))


def print_check_sheet(desk: Desk, sheet: Sheet) -> None:
    """The same with the check sheet of an inspection that is not submitted yet, answered as far as it is."""
    inspections, language = desk.office.inspections, screen_language()
    desk.background.run(lambda step: inspections.paper(sheet, translate, language),
                        lambda pdf: desk.signals.go.emit("print", pdf),
                        words=translate("RecordScreen", "Making the PDF…"))
