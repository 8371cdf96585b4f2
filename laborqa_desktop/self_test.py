"""Proves that an installation works: a fresh library, a record, a signed report, the Chinese catalogue.

No display, no password.
"""

import secrets
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from laborqa_desktop.errors import UserError

SAMPLE_NAMES = "䶮㛃𬱖㼆"


def run() -> int:
    """Runs every step and says how it went; 0 when all worked, 1 otherwise."""
    steps = (("catalogue", _catalogue), ("library, report, signature", _library))
    failed = 0
    for name, step in steps:
        try:
            step()
        except (UserError, AssertionError, OSError, ImportError) as error:
            failed += 1
            print(f"{name}: {error}", file=sys.stderr)
        else:
            print(f"{name}: ok")
    if failed:
        print("This installation does not work. Install the program again.", file=sys.stderr)
    return 1 if failed else 0


def _catalogue() -> None:
    from laborqa_desktop.catalogue import translator
    if translator("zh")("Enum", "Cleaning") == "Cleaning":
        raise AssertionError("the Chinese catalogue is missing")


def _library() -> None:
    from laborqa_desktop import bootstrap
    from laborqa_desktop.catalogue import translator
    from laborqa_desktop.usecases.reporting import Request
    with tempfile.TemporaryDirectory() as folder:
        office, _ = bootstrap.new_library(Path(folder) / "library", secrets.token_urlsafe(12), SAMPLE_NAMES)
        try:
            person = office.records.save("outsider", None, {"name": SAMPLE_NAMES})
            client = office.records.save("client", None, {"code": "C1", "name": SAMPLE_NAMES, "owner_id": person.id})
            if office.records.options("client", SAMPLE_NAMES[:2])[0].id != client.id:
                raise AssertionError("the search index does not answer")
            today = datetime.now(UTC).date()
            request = Request(client_id=client.id, site_id=None, month=today.replace(day=1), language="zh")
            target = Path(folder) / "report.pdf"
            office.issuing.issue(request, translator("zh"), target)
            if not office.verifying.verify(target.read_bytes()).is_good:
                raise AssertionError("the signed report does not verify")
        finally:
            office.close()
