"""What is doubtful about phone numbers. Never an error: numbers abroad, of landlines and with extensions differ."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from laborqa_desktop.models.base import Flaw
from laborqa_desktop.text import N_, Text

_BETWEEN = re.compile(r"[/、，,；;\n]|或|(?<=\d{7})\s+(?=\+?\d{7})")
_REMARK = re.compile(r"\([^()\d]*\)")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x|#)\s*\d{1,6}$", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:\+86|0086|86(?=1[3-9]))")
_MOBILE = re.compile(r"0?(1[3-9]\d{4,})")
_NUMBER = re.compile(r"\+?\d{3,20}")
MOBILE_DIGITS = 11


def check_phone(values: Mapping[str, Any], field: str, key: str = "", row: int | None = None) -> list[Flaw]:
    """What is doubtful about one phone field.

    It may hold several numbers and remarks, such as 010-12345678转802 / 13800138000（微信同号）.

    Args:
        field: the flaw's; key: the value's, where it is another, as in a child row.
    """
    for number in _BETWEEN.split(unicodedata.normalize("NFKC", values.get(key or field) or "")):
        doubt = _doubt(number.strip())
        if doubt is not None:
            return [Flaw(field, doubt, row=row, warning=True)]
    return []


def _doubt(written: str) -> Text | None:
    digits = re.sub(r"[\s().·\-–—]", "", _EXTENSION.sub("", _REMARK.sub("", written).strip()))
    if not digits:
        return None
    if not _NUMBER.fullmatch(digits):
        return N_("Check", "This does not look like a phone number.")
    mobile = _MOBILE.fullmatch(_COUNTRY.sub("", digits))
    if mobile is None or len(mobile[1]) == MOBILE_DIGITS:
        return None
    return N_("Check", "A mobile number has 11 digits, this one has {count}.").of(count=len(mobile[1]))
