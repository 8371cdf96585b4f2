"""Settings that belong to the library: company-wide choices as JSON, and secrets that stay out of the history."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Setting


def get(session: Session, key: str, default: Any = None) -> Any:
    """The value of a setting, or the default when it was never set."""
    row = session.execute(select(Setting.value).where(Setting.key == key)).first()
    return default if row is None else row[0]


def put(session: Session, key: str, value: Any) -> None:
    """Sets a setting inside a write unit."""
    row = session.scalar(select(Setting).where(Setting.key == key))
    if row is None:
        session.add(Setting(key=key, value=value))
    else:
        row.value = value


def get_secret(session: Session, key: str) -> bytes | None:
    """The bytes of a secret (a private key), or None."""
    return session.scalar(select(Setting.secret).where(Setting.key == key))


def put_secret(session: Session, key: str, secret: bytes | None, value: Any = None) -> None:
    """Stores a secret; the history tells only value, which may say what it is for."""
    row = session.scalar(select(Setting).where(Setting.key == key))
    if row is None:
        session.add(Setting(key=key, value=value, secret=secret))
    else:
        row.secret, row.value = secret, value
