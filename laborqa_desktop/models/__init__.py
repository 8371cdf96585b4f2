"""The records of a library. Importing this package maps every table."""

from laborqa_desktop.models import (
    client,
    company,
    history,
    inspection,
    person,
    plan,
    post,
    problem,
    report,
    training,
)

__all__ = ["client", "company", "history", "inspection", "person", "plan", "post", "problem", "report", "training"]
