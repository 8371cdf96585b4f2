"""Puts the hand-made screens into the rail, in place of described ones or before them."""

from laborqa_desktop.text import N_
from laborqa_desktop.views.about.page import make_about_page
from laborqa_desktop.views.audit_page import make_audit_page
from laborqa_desktop.views.backup.page import make_backup_page
from laborqa_desktop.views.bin.page import make_bin_page
from laborqa_desktop.views.checklist.screen import make_screen as make_checklist_screen
from laborqa_desktop.views.company.page import make_company_page
from laborqa_desktop.views.health.page import make_health_page
from laborqa_desktop.views.importing.history import make_import_history
from laborqa_desktop.views.importing.page import make_import_page
from laborqa_desktop.views.inspection.screen import make_screen as make_inspection_screen
from laborqa_desktop.views.plan.screen import make_screen as make_plan_screen
from laborqa_desktop.views.privacy.page import make_privacy_page
from laborqa_desktop.views.problem.screen import make_screen as make_problem_screen
from laborqa_desktop.views.reminders.page import make_reminders_page
from laborqa_desktop.views.report.screen import make_reports_screen
from laborqa_desktop.views.screens import SCREENS, Screen, put_screen
from laborqa_desktop.views.today.page import make_today_page
from laborqa_desktop.views.verify.page import make_verify_page

PLACES = (
    ("today", Screen("today", N_("Screens", "Today"), make_today_page)),
    ("today", Screen("reminders", N_("Screens", "Reminders"), make_reminders_page)),
    ("quality", Screen("inspection", N_("Screens", "Inspections"), make_inspection_screen)),
    ("quality", Screen("checklist", N_("Screens", "Checklists"), make_checklist_screen)),
    ("services", Screen("plan", N_("Screens", "Service plans"), make_plan_screen)),
    ("quality", Screen("problem", N_("Screens", "Problems"), make_problem_screen)),
    ("reports", Screen("report", N_("Screens", "Issued reports"), make_reports_screen)),
    ("reports", Screen("verify", N_("Screens", "Verify a PDF"), make_verify_page)),
    ("settings", Screen("company", N_("Screens", "Company and settings"), make_company_page)),
    ("settings", Screen("backup", N_("Screens", "Backups"), make_backup_page)),
    ("settings", Screen("health", N_("Screens", "Health"), make_health_page)),
    ("settings", Screen("privacy", N_("Screens", "Personal data"), make_privacy_page)),
    ("settings", Screen("audit", N_("Screens", "Change history"), make_audit_page)),
    ("settings", Screen("bin", N_("Screens", "Recycle bin"), make_bin_page)),
    ("settings", Screen("import", N_("Screens", "Import"), make_import_page)),
    ("settings", Screen("imports", N_("Screens", "Past imports"), make_import_history)),
    ("settings", Screen("about", N_("Screens", "About LaborQA"), make_about_page)),
)


def register() -> None:
    """Registers them; doing it twice does no harm."""
    for area, screen in PLACES:
        put_screen(area, screen)


register()
__all__ = ["PLACES", "SCREENS", "register"]
