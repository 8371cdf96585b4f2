"""Names inside certificates, where X.520 allows 64 characters and a company's legal name may have 300."""

import unicodedata

from cryptography import x509
from cryptography.x509.oid import NameOID

SHORT_NAME = 64
LONG_NAME = 1024
CUT = "…"
DESCRIPTION = x509.ObjectIdentifier("2.5.4.13")


def tidy(name: str) -> str:
    """The name in composed form, without control characters and with single spaces."""
    composed = unicodedata.normalize("NFC", name)
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in composed)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) != "Cs").split())


def shorten(name: str, limit: int = SHORT_NAME, *, limit_bytes: int | None = None) -> str:
    """The name, cut between characters with an ellipsis where it is longer than the limit.

    Args:
        limit: in characters.
        limit_bytes: of the UTF-8 form as well, where a library counts those; None for no such limit.
    """

    def fits(text: str) -> bool:
        return len(text) <= limit and (limit_bytes is None or len(text.encode()) <= limit_bytes)

    if fits(name):
        return name
    end = min(len(name), limit) - 1
    while end and (not fits(name[:end] + CUT) or unicodedata.combining(name[end])):
        end -= 1
    return name[:end].rstrip() + CUT


def company_name(company: str) -> x509.Name:
    """The distinguished name of a company.

    The common name holds 64 bytes, because the cryptography library counts X.520's 64 characters so; the organisation
    holds 64 characters, and a longer name stands in full as X.520 description (2.5.4.13).
    """
    name = tidy(company)
    parts = [
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, shorten(name)),
        x509.NameAttribute(NameOID.COMMON_NAME, shorten(name, limit_bytes=SHORT_NAME)),
    ]
    if len(name) > SHORT_NAME:
        parts.append(x509.NameAttribute(DESCRIPTION, shorten(name, LONG_NAME)))
    return x509.Name(parts)


def display_name(name: x509.Name) -> str:
    """The common name as it was before shortening, else the organisation, else the whole name as text."""
    short = _first(name, NameOID.COMMON_NAME)
    return _whole(short, name) or organisation(name) or name.rfc4514_string()


def organisation(name: x509.Name) -> str:
    """The organisation as it was before shortening, or an empty string."""
    return _whole(_first(name, NameOID.ORGANIZATION_NAME), name)


def _first(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    if not found:
        return ""
    value = found[0].value
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _whole(short: str, name: x509.Name) -> str:
    """The longest form of a cut name that stands elsewhere in the same distinguished name."""
    longer = [_first(name, oid) for oid in (DESCRIPTION, NameOID.ORGANIZATION_NAME)]
    fits = [text for text in longer if short.endswith(CUT) and len(text) > len(short) and text.startswith(short[:-1])]
    return max(fits, key=len, default=short)
