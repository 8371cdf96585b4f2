"""What offices call our pages and records, beside the names that stand on the screen; for the search of commands."""

from laborqa_desktop.text import N_, Text

OTHER_WORDS: dict[str, Text] = {
    "plan": N_("OtherWords", "plan, service programme, arrangement"),
    "staff": N_("OtherWords", "employee, worker, roster, personnel"),
    "certificate": N_("OtherWords", "licence, health card, work permit"),
    "client": N_("OtherWords", "customer, company, party A"),
    "site": N_("OtherWords", "project, place, location, building"),
    "checklist": N_("OtherWords", "SOP, standard, inspection form, items"),
    "inspection": N_("OtherWords", "round, quality check, spot check"),
    "problem": N_("OtherWords", "complaint, correction, failure, accident, finding"),
    "verify": N_("OtherWords", "validate, true or false, signed"),
    "report": N_("OtherWords", "monthly, quality report, issued"),
    "backup": N_("OtherWords", "second place, copy"),
    "company": N_("OtherWords", "settings, seal, certificate to sign with"),
}
"""By key of a screen or record type; words with commas between."""
