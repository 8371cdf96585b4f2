"""Descriptions of courses, training sessions, training records and certificates."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func
from sqlalchemy.orm import aliased

from laborqa_desktop.models import checks, enums
from laborqa_desktop.models.enums import LABELS, CertificateState
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.training import Certificate, Course, TrainingRecord, TrainingSession
from laborqa_desktop.records.field import Column, Field, Kind, RecordType
from laborqa_desktop.text import N_

RESULT_TONES = {"pass": "plain", "fail": "warn", "exempt": "plain"}
STATE_TONES = {"valid": "ok", "due": "warn", "review_due": "warn", "expired": "error", "renewed": "plain",
               "revoked": "error"}

COURSE = RecordType(
    key="course", title=N_("Course", "Courses"), single=N_("Course", "course"), model=Course,
    fields=(
        Field("name", Kind.TEXT, N_("Course", "Name"), required=True, max_length=300, group=N_("Course", "Course")),
        Field("code", Kind.CODE, N_("Course", "Code"), required=True, max_length=40),
        Field("category", Kind.CHOICE, N_("Course", "Category"), required=True, labels=LABELS[enums.CourseCategory]),
        Field("phase", Kind.CHOICE, N_("Course", "Phase"), required=True, labels=LABELS[enums.CoursePhase]),
        Field("mode", Kind.CHOICE, N_("Course", "Way of teaching"), labels=LABELS[enums.CourseMode]),
        Field("hours_x10", Kind.DECIMAL, N_("Course", "Hours"), required=True, scale=1),
        Field("cycle_months", Kind.INT, N_("Course", "Repeat after (months)"),
              help=N_("Course", "Empty: once is enough.")),
        Field("pass_mark", Kind.PERCENT, N_("Course", "Pass mark (%)")),
        Field("documents", Kind.LONG_TEXT, N_("Course", "Documents taught"), max_length=2000),
        Field("remarks", Kind.LONG_TEXT, N_("Course", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("Course", "Name"), Course.name, width=220),
             Column("code", N_("Course", "Code"), Course.code, width=90, indexed=False),
             Column("category", N_("Course", "Category"), Course.category, kind=Kind.CHOICE,
                    labels=LABELS[enums.CourseCategory], indexed=False),
             Column("phase", N_("Course", "Phase"), Course.phase, width=90, kind=Kind.CHOICE,
                    labels=LABELS[enums.CoursePhase], indexed=False),
             Column("hours_x10", N_("Course", "Hours"), Course.hours_x10, width=70, kind=Kind.DECIMAL, scale=1,
                    indexed=False),
             Column("cycle_months", N_("Course", "Repeat after (months)"), Course.cycle_months, kind=Kind.INT,
                    shown=False, indexed=False)),
    name=Course.name, detail=("code",), order=(("name", False),), identity=("code",), area="people",
)

TRAINING_SESSION = RecordType(
    key="training_session", title=N_("Session", "Training sessions"), single=N_("Session", "training session"),
    model=TrainingSession,
    fields=(
        Field("code", Kind.CODE, N_("Session", "No."), read_only=True, max_length=40,
              group=N_("Session", "Training session")),
        Field("course_id", Kind.REF, N_("Session", "Course"), required=True, target="course"),
        Field("starts_on", Kind.DATE, N_("Session", "Starts on"), required=True),
        Field("ends_on", Kind.DATE, N_("Session", "Ends on")),
        Field("place", Kind.TEXT, N_("Session", "Place")),
        Field("trainer_id", Kind.REF, N_("Session", "Trainer"), target="person"),
        Field("trainer_qualification", Kind.TEXT, N_("Session", "Trainer's qualification")),
        Field("cost", Kind.MONEY, N_("Session", "Cost (yuan)")),
        Field("evaluation_x10", Kind.DECIMAL, N_("Session", "Evaluation (1-5)"), scale=1),
        Field("held", Kind.BOOL, N_("Session", "Held"),
              help=N_("Session", "Saving a held session writes the training records of those present.")),
        Field("attendees", Kind.ROWS, N_("Session", "Attendance"), group=N_("Session", "Attendance"), rows=(
            Field("person_id", Kind.REF, N_("Session", "Person"), required=True, target="staff"),
            Field("attendance", Kind.CHOICE, N_("Session", "Attendance"), labels=LABELS[enums.Attendance]),
            Field("score_x10", Kind.DECIMAL, N_("Session", "Score"), scale=1),
            Field("result", Kind.CHOICE, N_("Session", "Result"), labels=LABELS[enums.TrainingResult]),
            Field("minutes", Kind.INT, N_("Session", "Minutes")),
            Field("mandatory", Kind.BOOL, N_("Session", "Mandatory")))),
        Field("remarks", Kind.LONG_TEXT, N_("Session", "Remarks"), max_length=20000),
    ),
    columns=(Column("code", N_("Session", "No."), TrainingSession.code, width=120, indexed=False),
             Column("starts_on", N_("Session", "Starts on"), TrainingSession.starts_on, width=100, kind=Kind.DATE,
                    awaited=TrainingSession.held.is_(False)),
             Column("course", N_("Session", "Course"), Course.name, width=200, via=TrainingSession.course_id),
             Column("trainer", N_("Session", "Trainer"), Person.name, width=100, via=TrainingSession.trainer_id,
                    indexed=False),
             Column("held", N_("Session", "Held"), TrainingSession.held, width=70, kind=Kind.BOOL, indexed=False)),
    name=TrainingSession.code, detail=("starts_on", "course"), order=(("starts_on", True),),
    series="TR", identity=("course_id", "starts_on"),
    validate=checks.check_session, area="people",
)

TRAINING_RECORD = RecordType(
    key="training_record", title=N_("Training", "Training records"), single=N_("Training", "training record"),
    model=TrainingRecord,
    fields=(
        Field("person_id", Kind.REF, N_("Training", "Person"), required=True, target="staff",
              group=N_("Training", "Training record")),
        Field("course_id", Kind.REF, N_("Training", "Course"), required=True, target="course"),
        Field("completed_on", Kind.DATE, N_("Training", "Completed on"), required=True),
        Field("hours_x10", Kind.DECIMAL, N_("Training", "Hours"), required=True, scale=1),
        Field("score_x10", Kind.DECIMAL, N_("Training", "Score"), scale=1),
        Field("result", Kind.CHOICE, N_("Training", "Result"), required=True, labels=LABELS[enums.TrainingResult]),
        Field("valid_until", Kind.DATE, N_("Training", "Valid until"),
              help=N_("Training", "Proposed from the course's repeat cycle; empty: no limit.")),
        Field("session_id", Kind.REF, N_("Training", "Session"), target="training_session"),
        Field("proof", Kind.TEXT, N_("Training", "Proof")),
        Field("remarks", Kind.LONG_TEXT, N_("Training", "Remarks"), max_length=20000),
    ),
    columns=(Column("person", N_("Training", "Person"), Person.name, width=100, via=TrainingRecord.person_id),
             Column("course", N_("Training", "Course"), Course.name, width=200, via=TrainingRecord.course_id),
             Column("completed_on", N_("Training", "Completed on"), TrainingRecord.completed_on, width=100,
                    kind=Kind.DATE),
             Column("result", N_("Training", "Result"), TrainingRecord.result, width=90, kind=Kind.CHOICE,
                    labels=LABELS[enums.TrainingResult], tones=RESULT_TONES, indexed=False),
             Column("valid_until", N_("Training", "Valid until"), TrainingRecord.valid_until, width=100,
                    kind=Kind.DATE, awaited=TrainingRecord.valid_until.is_not(None))),
    name=TrainingRecord.completed_on, detail=("person", "course"), order=(("completed_on", True),),
    identity=("person_id", "course_id", "completed_on"), validate=checks.check_training_record, area="people",
)

_NEWER = aliased(Certificate)


def _renewed() -> ColumnElement[bool]:
    return exists().where(and_(_NEWER.renews_id == Certificate.id, _NEWER.archived.is_(False)))


def certificate_state(today: date) -> ColumnElement[Any]:
    """R13's computed state on a day: what is revoked, renewed, expired, due for review or soon to expire."""
    days = func.julianday(Certificate.valid_to) - func.julianday(today.isoformat())
    review = func.julianday(Certificate.review_due) - func.julianday(today.isoformat())
    return case(
        (Certificate.revoked.is_(True), CertificateState.REVOKED.value),
        (_renewed(), CertificateState.RENEWED.value),
        (Certificate.valid_to < today, CertificateState.EXPIRED.value),
        (days <= Certificate.reminder_days, CertificateState.DUE.value),
        (review <= Certificate.reminder_days, CertificateState.REVIEW_DUE.value),
        else_=CertificateState.VALID.value)


CERTIFICATE = RecordType(
    key="certificate", title=N_("Certificate", "Certificates"), single=N_("Certificate", "certificate"),
    model=Certificate,
    fields=(
        Field("person_id", Kind.REF, N_("Certificate", "Holder"), required=True, target="staff",
              group=N_("Certificate", "Certificate")),
        Field("type", Kind.CHOICE, N_("Certificate", "Type"), required=True, labels=LABELS[enums.CertificateType]),
        Field("number", Kind.TEXT, N_("Certificate", "Number"), max_length=80),
        Field("level", Kind.TEXT, N_("Certificate", "Level"), max_length=40),
        Field("issuer", Kind.TEXT, N_("Certificate", "Issued by")),
        Field("issued_on", Kind.DATE, N_("Certificate", "Issued on"), required=True),
        Field("valid_from", Kind.DATE, N_("Certificate", "Valid from"), group=N_("Certificate", "Validity")),
        Field("valid_to", Kind.DATE, N_("Certificate", "Valid to"), help=N_("Certificate", "Empty: without limit.")),
        Field("review_due", Kind.DATE, N_("Certificate", "Review due")),
        Field("reminder_days", Kind.INT, N_("Certificate", "Remind before (days)"), required=True),
        Field("verification", Kind.CHOICE, N_("Certificate", "Checked with issuer"), required=True,
              labels=LABELS[enums.Verification]),
        Field("verified_on", Kind.DATE, N_("Certificate", "Checked on")),
        Field("renews_id", Kind.REF, N_("Certificate", "Renews"), target="certificate"),
        Field("blocks_assignment", Kind.BOOL, N_("Certificate", "Blocks assignment when expired")),
        Field("revoked", Kind.BOOL, N_("Certificate", "Revoked")),
        Field("remarks", Kind.LONG_TEXT, N_("Certificate", "Remarks"), max_length=20000),
    ),
    columns=(Column("person", N_("Certificate", "Holder"), Person.name, width=100, via=Certificate.person_id),
             Column("type", N_("Certificate", "Type"), Certificate.type, kind=Kind.CHOICE,
                    labels=LABELS[enums.CertificateType]),
             Column("number", N_("Certificate", "Number"), Certificate.number, width=140),
             Column("valid_to", N_("Certificate", "Valid to"), Certificate.valid_to, width=100, kind=Kind.DATE,
                    awaited=and_(Certificate.revoked.is_(False), ~_renewed())),
             Column("state", N_("Certificate", "State"), certificate_state, width=110, kind=Kind.CHOICE,
                    labels=LABELS[enums.CertificateState], tones=STATE_TONES, indexed=False)),
    name=Certificate.number, detail=("person", "valid_to"), order=(("valid_to", False),),
    identity=("person_id", "type", "number"), validate=checks.check_certificate, fill=checks.fill_certificate,
    area="people",
)
