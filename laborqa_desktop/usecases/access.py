"""Who may open the library: another password or recovery code, the printed sheet, a computer that remembers."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Literal
from zoneinfo import ZoneInfo

from laborqa_desktop.errors import Refused, UserError
from laborqa_desktop.store import keys, settings, slots
from laborqa_desktop.store.keys import PASSWORD, RECOVERY, STRONG, Costs
from laborqa_desktop.store.remembered import KeyStore
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.company import Company

CHANGED = "library.access_changed"


class Access:
    """The secrets of a library, on behalf of a working person. Nothing is encrypted anew; the data key stays."""

    def __init__(self, store: Store, person: str = "", costs: Costs = STRONG,
                 key_store: Callable[[], KeyStore] = KeyStore) -> None:
        self._store, self._person, self._costs, self._key_store = store, person, costs, key_store

    @property
    def by_code(self) -> bool:
        """Whether the library was opened with the recovery code, so that another password is due."""
        return self._store.opened_by == RECOVERY and not self._store.read_only

    def change_password(self, known: str, new: str) -> None:
        """Puts another password in the place of the old one, which opens nothing from then on; every computer that
        remembers the library forgets it. Backups made before still open with the password of their day.

        Args:
            known: the password or the recovery code.

        Raises:
            WrongPassword: known opens nothing.
            Refused: the new password is none, or the library is open for reading only.
            UnreadableInput: it could not be stored safely; the old one is still valid.
        """
        keys.check_password(new)
        self._change(PASSWORD, known, new, N_("FinalAct", "Changed the password"))

    def new_code(self, known: str) -> str:
        """Another recovery code, told only now; the old one opens nothing from then on.

        Args:
            known: the password or the old code.

        Raises:
            WrongPassword, Refused, UnreadableInput: as change_password does.
        """
        code = keys.new_code()
        self._change(RECOVERY, known, code.replace("-", ""), N_("FinalAct", "Made a new recovery code"))
        return code

    def can_remember(self) -> bool:
        """Whether this computer has a key store of its own. Takes a moment: not for the GUI thread."""
        return not self._store.read_only and self._key_store().works

    def is_remembered(self) -> bool:
        """Whether this computer can open the library without the password. Not for the GUI thread."""
        with suppress(UserError):
            secret = self._key_store().get(self._store.library_id)
            if secret is not None:
                return keys.opens(keys.load(self._store.layout), secret)
        return False

    def remember(self, known: str) -> None:
        """Lets this computer open the library without the password, when the program starts.

        Args:
            known: the password or the recovery code.

        Raises:
            WrongPassword: known opens nothing.
            Refused: the library is open for reading only.
            UserError: the system's key store does not answer, or the slot could not be stored; nothing is remembered.
        """
        self._need_writable()
        keys.unseal(keys.load(self._store.layout), known)
        kept = self._key_store()
        secret = kept.get(self._store.library_id) or kept.put_new(self._store.library_id)
        try:
            slots.add_computer(self._store.layout, known, secret)
        except UserError:
            with suppress(UserError):
                kept.forget(self._store.library_id)
            raise
        self._note("computer", N_("FinalAct", "Let a computer open the library without the password"))

    def forget(self) -> None:
        """This computer asks for the password again. The slot goes first, so that what is left opens nothing.

        Raises:
            Refused: the library is open for reading only.
            UserError: the key file could not be written.
        """
        self._need_writable()
        kept = self._key_store()
        secret = None
        with suppress(UserError):
            secret = kept.get(self._store.library_id)
        slots.drop_computers(self._store.layout, secret)
        with suppress(UserError):       # without its slot the secret opens nothing
            kept.forget(self._store.library_id)
        self._note("computer", N_("FinalAct", "A computer asks for the password again"))

    def _change(self, kind: Literal["password", "recovery"], known: str, new: str, act: Text) -> None:
        self._need_writable()
        slots.change_slot(self._store.layout, kind, known, new, self._costs)
        self._note(kind, act)

    def _need_writable(self) -> None:
        if self._store.read_only:
            raise Refused(self._store.notice or N_("Access", "The library is open for reading only; nothing was "
                                                             "changed."))

    def _note(self, kind: str, act: Text) -> None:
        """Puts into the history what has been done already; a full disk must not make it look undone."""
        try:
            with self._store.write(act, person=self._person) as work:
                settings.put(work.session, CHANGED, [kind, work.now.isoformat()])
        except UserError as error:
            raise UserError(N_("Access", "The change is made and valid, but it could not be noted in the history: "
                                         "{reason}").of(reason=error.text)) from error

    def sheet(self, code: str, translate: Translate, language: Literal["zh", "en"]) -> bytes:
        """The recovery sheet as a PDF of one page."""
        from laborqa_desktop.reports.recovery_sheet import RecoverySheet, render_recovery_sheet
        company = Company(self._store).legal_name()
        out = BytesIO()
        made = self._store.clock().astimezone(ZoneInfo(self._store.zone))
        render_recovery_sheet(RecoverySheet(company, self._store.folder.name, code, made), translate, language, out)
        return out.getvalue()
