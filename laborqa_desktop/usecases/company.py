"""Who we are: the company profile, and the identity its reports are signed with."""

from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.errors import Refused
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.models.company import Company as CompanyRow
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.enums import UnitKind
from laborqa_desktop.records import TYPES
from laborqa_desktop.signing import identity as identities
from laborqa_desktop.signing import pfx
from laborqa_desktop.signing.identity import Identity, IdentityFacts
from laborqa_desktop.store import settings
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.forms import Invalid, check_values

IDENTITY = "company.signing_identity"


class Company:
    """The company profile of a library."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person

    def found(self, legal_name: str) -> Changes:
        """Starts a new library: the profile, the company as responsible unit, and a signing identity for 10 years.

        Raises:
            Refused, Invalid: the name is none.
        """
        name = legal_name.strip()
        if not name:
            raise Refused(N_("Company", "The company needs a name."))
        flaws = list(check_values([TYPES["company"].field("legal_name")], {"legal_name": name}))
        if flaws:
            raise Invalid(flaws)
        with self._store.write(N_("FinalAct", "Founded the library of {company}").of(company=name),
                               person=self._person) as work:
            work.session.add(CompanyRow(legal_name=name))
            work.session.add(OrgUnit(name=name, kind=UnitKind.COMPANY.value))
            identity = identities.create(name, now=self._store.clock())
            settings.put_secret(work.session, IDENTITY, identity.to_bytes(), _told(identity, self._store))
        return work.changes

    def profile_id(self) -> int | None:
        """The id of the profile record, or None in a library without one."""
        with self._store.read() as session:
            return session.scalar(select(CompanyRow.id).order_by(CompanyRow.id).limit(1))

    def legal_name(self) -> str:
        """The company's legal name; "" when there is no profile."""
        with self._store.read() as session:
            return session.scalar(select(CompanyRow.legal_name).order_by(CompanyRow.id).limit(1)) or ""

    def identity(self) -> Identity | None:
        """The signing identity, or None."""
        with self._store.read() as session:
            kept = settings.get_secret(session, IDENTITY)
        return Identity.from_bytes(kept) if kept else None

    def identity_facts(self) -> IdentityFacts | None:
        """What may be shown of the signing identity, or None when there is none."""
        identity = self.identity()
        return identities.facts(identity, now=self._store.clock()) if identity else None

    def create_identity(self) -> Changes:
        """A new self-signed identity for 10 years; reports signed before stay verifiable.

        Raises:
            Refused: the profile has no legal name yet.
        """
        name = self.legal_name()
        if not name:
            raise Refused(N_("Company", "Fill in the legal name first: the certificate carries it."))
        return self._keep(identities.create(name, now=self._store.clock()))

    def import_identity(self, data: bytes, password: str) -> Changes:
        """The identity of a .pfx or .p12 file; its password is used once and not kept.

        Raises:
            WrongPassword, UnreadableInput, Refused: see signing.pfx.import_pfx.
        """
        return self._keep(pfx.import_pfx(data, password, now=self._store.clock()))

    def export_certificate(self, target: Path) -> None:
        """Writes the certificate (.cer, DER) for clients; the private key stays here.

        Raises:
            Refused: there is no identity.
            UserError: see exchange.files.replace_file.
        """
        identity = self.identity()
        if identity is None:
            raise Refused(N_("Company", "There is no signing identity yet. Create or import one first."))
        replace_file(target, identities.export_cer(identity))

    def _keep(self, identity: Identity) -> Changes:
        with self._store.write(N_("FinalAct", "Changed the signing identity"), person=self._person) as work:
            settings.put_secret(work.session, IDENTITY, identity.to_bytes(), _told(identity, self._store))
        return work.changes


def _told(identity: Identity, store: Store) -> dict[str, str]:
    facts = identities.facts(identity, now=store.clock())
    return {"subject": facts.subject, "valid_to": facts.valid_to.isoformat(), "fingerprint": facts.fingerprint}
