"""The register of issued reports: what was signed, for whom, and whether a newer version stands in its place."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from laborqa_desktop.models.base import Record, choice
from laborqa_desktop.models.enums import ReportLanguage, ReportState


class Report(Record):
    """An issued report. It is never edited or overwritten; a correction is the next version.

    Attributes:
        series_no: number within client (or site) and month; with version it makes the code.
        sha256: of the signed file; data_sha256: of the figures embedded in it.
        figures_digest: of the figures alone, to see later whether the data changed since.
        words: JSON of the free text typed for sections 1 and 12.
    """

    __tablename__ = "report"
    __table_args__ = (choice(ReportLanguage, "language"), choice(ReportState, "state"),
                      Index("ix_report_code", "code", unique=True), Index("ix_report_sha", "sha256"),
                      Index("ix_report_issued", "archived", "issued_at"))
    type_no = 17
    search_text = ("code", "client_name", "site_name", "remarks")

    code: Mapped[str] = mapped_column(String(200))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    month: Mapped[date]
    series_no: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    language: Mapped[str] = mapped_column(String(5))
    state: Mapped[str] = mapped_column(String(20), default=ReportState.CURRENT.value)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), index=True)
    changed: Mapped[str] = mapped_column(String(20000), default="")
    client_name: Mapped[str] = mapped_column(String(300), default="")
    site_name: Mapped[str] = mapped_column(String(300), default="")
    signer: Mapped[str] = mapped_column(String(300), default="")
    issued_at: Mapped[datetime]
    cut_off: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(String(64))
    data_sha256: Mapped[str] = mapped_column(String(64), default="")
    figures_digest: Mapped[str] = mapped_column(String(64), default="")
    words: Mapped[str] = mapped_column(String(200000), default="{}")
    pages: Mapped[int] = mapped_column(default=0)
    blob: Mapped[str] = mapped_column(String(80))
    anchor: Mapped[str] = mapped_column(String(100), default="")
