"""Which steps there are, and what each needs."""

from laborqa_desktop.self_test import library, report, screens, words
from laborqa_desktop.self_test.runner import Step

LIBRARY, IMPORT, CHINESE, ENGLISH = ("encrypted library", "import of a workbook", "signed report, Chinese",
                                     "signed report, English")
STEPS = (
    Step("translations", words.catalogues),
    Step(LIBRARY, library.open_encrypted),
    Step("migration", library.migrate),
    Step(IMPORT, library.take_workbook, (LIBRARY,)),
    Step("search", library.search, (IMPORT,)),
    Step(CHINESE, lambda bench: report.issue(bench, "zh"), (IMPORT,)),
    Step(ENGLISH, lambda bench: report.issue(bench, "en"), (IMPORT,)),
    Step("first pages", report.draw_first_pages, (CHINESE, ENGLISH)),
    Step("backup and restore", library.back_up_and_restore, (LIBRARY,)),
    Step("screens", screens.open_all, (LIBRARY,)),
)
