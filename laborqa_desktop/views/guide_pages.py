"""The pages of the user guide: which there are, what each is called, which belongs to a screen. No widgets."""

from functools import cache

from laborqa_desktop import paths

CONTENTS, KEYS = "README.md", "16-keys.md"
PAGES = {
    "today": "02-today.md", "reminders": "02-today.md", "staff": "03-people.md", "certificate": "03-people.md",
    "outsider": "03-people.md", "post": "03-people.md", "org_unit": "03-people.md", "job_standard": "04-training.md",
    "course": "04-training.md", "training_session": "04-training.md", "training_record": "04-training.md",
    "client": "05-clients.md", "contract": "05-clients.md", "site": "05-clients.md", "plan": "06-plans.md",
    "checklist": "07-inspections.md", "inspection": "07-inspections.md", "problem": "08-problems.md",
    "import": "09-import.md", "imports": "09-import.md", "report": "10-report.md", "verify": "11-verify.md",
    "company": "14-settings.md", "backup": "15-backup.md", "privacy": "21-privacy.md", "health": "22-health.md",
    "bin": "23-bin.md", "audit": "19-history.md", "about": "24-about.md"}
"""Screen -> its page of the guide, which is written in Chinese."""


@cache
def titles() -> dict[str, str]:
    """File name -> heading of each page, in the order of the guide."""
    found = {}
    for file in sorted(paths.guide_folder().glob("[0-9]*.md")):
        with file.open(encoding="utf-8") as lines:
            found[file.name] = next(lines).lstrip("# ").strip()
    return found
