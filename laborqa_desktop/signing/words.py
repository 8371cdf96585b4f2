"""A verdict and what the register knows, in sentences for a client's manager."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Literal

from laborqa_desktop.signing import findings
from laborqa_desktop.signing.verdict import Integrity, Signature, Verdict
from laborqa_desktop.text import N_, Text

Level = Literal["ok", "warn", "error"]

HEADLINES: dict[Integrity, tuple[Level, Text]] = {
    Integrity.INTACT: ("ok", N_("Verify", "Signed, complete and unchanged.")),
    Integrity.ALTERED: ("error", N_("Verify", "Changed after signing. Do not rely on this file.")),
    Integrity.INCOMPLETE: ("error", N_("Verify", "Incomplete. Do not rely on this file.")),
    Integrity.UNSIGNED: ("error", N_("Verify", "Not signed. Nothing proves where this file comes from.")),
    Integrity.UNREADABLE: ("error", N_("Verify", "This file cannot be checked.")),
}
SIGNED_AT = N_("Verify", "Signed by {name} on {moment} (time as stated by the signer).")
SIGNED_UNDATED = N_("Verify", "Signed by {name}; no time is stated.")
NAMES_ONLY = N_("Verify", "The file names {name} as signer, but what it shows is not what was signed.")
FINGERPRINT = N_("Verify", "Fingerprint of the certificate: {fingerprint}")
OURS = N_("Verify", "This is our report {number}, version {version}, exactly as it was issued.")
OURS_COUNTER_SIGNED = N_("Verify", "This is our report {number}, version {version}; {name} has signed it since.")
OURS_CHANGED = N_(
    "Verify", "It bears the number of our report {number}, version {version}, but is not the file we issued."
)
NOT_OURS = N_("Verify", "This report is not in this library's register of issued reports.")
REPLACED = N_("Verify", "It has been replaced by {replacement}. Use that one.")
CURRENT = N_("Verify", "It has not been replaced by a newer version.")
DATA_CHANGED = N_("Verify", "Records it was made from were changed on {date}; the report itself is unchanged.")
WARNINGS = {findings.NOT_VALID_THEN.source, findings.NO_TIME.source}


@dataclass(frozen=True)
class RegisterFacts:
    """What the library's register of issued reports knows of a file.

    Attributes:
        is_ours: its number or its SHA-256 is in the register.
        number: without the version; empty when not ours.
        replaced_by: number and version of the newer report; empty when there is none.
        sha_matches: the whole file is the registered one, or its first signature covers exactly the registered file
            (Signature.covered_sha256).
        data_changed_since: when a record it was made from was first changed after issue; None when none was.
    """

    is_ours: bool
    number: str = ""
    version: int = 0
    replaced_by: str = ""
    sha_matches: bool = False
    data_changed_since: datetime | None = None


def verdict_lines(
    verdict: Verdict, register: RegisterFacts | None = None, *, zone: tzinfo = UTC
) -> list[tuple[Level, Text]]:
    """The answer line by line, the headline first.

    Args:
        register: None when no library is open; then nothing is said about whose report it is.
        zone: in which moments are told.
    """
    lines = [HEADLINES[verdict.integrity]]
    if verdict.is_good:
        for signature in verdict.signatures:
            lines += _who(signature, zone)
        lines += [(_level(text), text) for text in verdict.findings]
        lines += [("ok", FINGERPRINT.of(fingerprint=one.fingerprint)) for one in verdict.signatures]
    else:
        lines += [("error", text) for text in verdict.findings]
        lines += [("warn", NAMES_ONLY.of(name=one.signer)) for one in verdict.signatures if not one.intact]
    if register is not None:
        lines += _register(verdict, register, zone)
    return lines


def _who(signature: Signature, zone: tzinfo) -> list[tuple[Level, Text]]:
    if signature.signed_at is None:
        return [("warn", SIGNED_UNDATED.of(name=signature.signer))]
    return [("ok", SIGNED_AT.of(name=signature.signer, moment=_moment(signature.signed_at, zone)))]


def _level(text: Text) -> Level:
    return "warn" if text.source in WARNINGS else "ok"


def _register(verdict: Verdict, register: RegisterFacts, zone: tzinfo) -> list[tuple[Level, Text]]:
    if not register.is_ours:
        return [("warn", NOT_OURS)]
    place = {"number": register.number, "version": register.version}
    if not (register.sha_matches and verdict.is_good):
        return [("error", OURS_CHANGED.of(**place))]
    later = "; ".join(one.signer for one in verdict.signatures[1:])
    ours = OURS_COUNTER_SIGNED.of(name=later, **place) if later else OURS.of(**place)
    lines: list[tuple[Level, Text]] = [("ok", ours)]
    replaced = REPLACED.of(replacement=register.replaced_by)
    lines.append(("warn", replaced) if register.replaced_by else ("ok", CURRENT))
    if register.data_changed_since is not None:
        date = register.data_changed_since.astimezone(zone).date().isoformat()
        lines.append(("warn", DATA_CHANGED.of(date=date)))
    return lines


def _moment(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
