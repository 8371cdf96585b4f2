"""Who may open the library: another password, another recovery code, and the sheet that code is printed on."""

from io import BytesIO
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import select

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.company import Company
from laborqa_desktop.store import keys, settings
from laborqa_desktop.store.keys import STRONG, Costs
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate

CHANGED = "library.access_changed"


class Access:
    """The secrets of a library, on behalf of a working person. Nothing is encrypted anew; the data key stays."""

    def __init__(self, store: Store, person: str = "", costs: Costs = STRONG) -> None:
        self._store, self._person, self._costs = store, person, costs

    def change_password(self, known: str, new: str) -> None:
        """Puts another password in the place of the old one, which opens nothing from then on.

        Args:
            known: the password or the recovery code.

        Raises:
            WrongPassword: known opens nothing.
            Refused: the new password is none, or the library is open for reading only.
            UnreadableInput: it could not be stored safely; the old one is still valid.
        """
        keys.check_password(new)
        self._change("password", known, new, N_("FinalAct", "Changed the password"))

    def new_code(self, known: str) -> str:
        """Another recovery code, told only now; the old one opens nothing from then on.

        Args:
            known: the password or the old code.

        Raises:
            WrongPassword, Refused, UnreadableInput: as change_password does.
        """
        code = keys.new_code()
        self._change("recovery", known, code.replace("-", ""), N_("FinalAct", "Made a new recovery code"))
        return code

    def _change(self, kind: Literal["password", "recovery"], known: str, new: str, act: Text) -> None:
        if self._store.read_only:
            raise Refused(self._store.notice or N_("Access", "The library is open for reading only; nothing was "
                                                             "changed."))
        keys.change_slot(self._store.layout, kind, known, new, self._costs)
        with self._store.write(act, person=self._person) as work:
            settings.put(work.session, CHANGED, [kind, work.now.isoformat()])

    def sheet(self, code: str, translate: Translate, language: Literal["zh", "en"]) -> bytes:
        """The recovery sheet as a PDF of one page."""
        from laborqa_desktop.reports.recovery_sheet import RecoverySheet, render_recovery_sheet
        with self._store.read() as session:
            company = session.scalar(select(Company.legal_name).order_by(Company.id).limit(1)) or ""
        out = BytesIO()
        made = self._store.clock().astimezone(ZoneInfo(self._store.zone))
        render_recovery_sheet(RecoverySheet(company, self._store.folder.name, code, made), translate, language, out)
        return out.getvalue()
