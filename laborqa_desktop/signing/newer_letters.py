"""Lets asn1crypto compare names with characters newer than Unicode 3.2, such as 𬱖: company names hold them."""

import unicodedata
from collections.abc import Callable

from asn1crypto import x509

_strictly: Callable[[x509.NameTypeAndValue, str], str] = x509.NameTypeAndValue._ldap_string_prep


def _prepared(part: x509.NameTypeAndValue, text: str) -> str:
    try:
        return _strictly(part, text)
    except ValueError:      # RFC 4518 refuses what its own edition of Unicode did not know
        return f" {' '.join(unicodedata.normalize('NFKC', text).casefold().split())} "


def allow() -> None:
    """To be called before names are compared."""
    x509.NameTypeAndValue._ldap_string_prep = _prepared
