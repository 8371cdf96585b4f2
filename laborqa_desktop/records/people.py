"""Descriptions of the company profile, organisation units, staff files, outsiders, posts and job standards."""

from sqlalchemy import func

from laborqa_desktop.models import checks, enums
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.company import Company, OrgUnit
from laborqa_desktop.models.enums import LABELS
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.post import JobStandard, Post
from laborqa_desktop.records.field import Column, Field, Kind, Mask, RecordType
from laborqa_desktop.text import N_

ID_TAIL = func.substr(Person.id_no, -4)
STATUS_TONES = {"active": "plain", "pre_job": "accent", "candidate": "plain", "suspended": "warn", "left": "plain"}

COMPANY = RecordType(
    key="company", title=N_("Company", "Company profile"), single=N_("Company", "company profile"), model=Company,
    fields=(
        Field("legal_name", Kind.TEXT, N_("Company", "Legal name"), required=True, max_length=300,
              group=N_("Company", "Company")),
        Field("short_name", Kind.TEXT, N_("Company", "Short name"), max_length=80),
        Field("uscc", Kind.TEXT, N_("Company", "Unified social credit code"), max_length=40),
        Field("address", Kind.TEXT, N_("Company", "Address"), max_length=300),
        Field("phone", Kind.TEXT, N_("Company", "Phone"), max_length=80),
        Field("email", Kind.TEXT, N_("Company", "E-mail"), max_length=200),
        Field("hotline", Kind.TEXT, N_("Company", "Service hotline"), max_length=80),
        Field("prepared_by", Kind.TEXT, N_("Company", "Reports prepared by"), max_length=80,
              group=N_("Company", "Reports")),
        Field("reviewed_by", Kind.TEXT, N_("Company", "Reports reviewed by"), max_length=80),
        Field("approved_by", Kind.TEXT, N_("Company", "Reports approved by"), max_length=80),
        Field("objection_days", Kind.INT, N_("Company", "Objection period (days)"), required=True),
        Field("min_sample", Kind.INT, N_("Company", "Smallest sample for a rate"), required=True,
              help=N_("Company", "Below it a rate is marked as a small sample.")),
        Field("logo", Kind.IMAGE, N_("Company", "Logo"), group=N_("Company", "Pictures")),
        Field("seal", Kind.IMAGE, N_("Company", "Seal image"),
              help=N_("Company", "The company's own seal; the program draws none.")),
        Field("signature", Kind.IMAGE, N_("Company", "Signature image")),
    ),
    columns=(Column("legal_name", N_("Company", "Legal name"), Company.legal_name, width=300, indexed=False),
             Column("uscc", N_("Company", "Unified social credit code"), Company.uscc, width=200, indexed=False)),
    name=Company.legal_name, validate=checks.check_company,
)

ORG_UNIT = RecordType(
    key="org_unit", title=N_("OrgUnit", "Departments and teams"), single=N_("OrgUnit", "department or team"),
    model=OrgUnit,
    fields=(
        Field("name", Kind.TEXT, N_("OrgUnit", "Name"), required=True, max_length=300,
              group=N_("OrgUnit", "Department or team")),
        Field("kind", Kind.CHOICE, N_("OrgUnit", "Kind"), required=True, labels=LABELS[enums.UnitKind]),
        Field("parent_id", Kind.REF, N_("OrgUnit", "Part of"), target="org_unit"),
        Field("manager_id", Kind.REF, N_("OrgUnit", "Manager"), target="person"),
        Field("remarks", Kind.LONG_TEXT, N_("OrgUnit", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("OrgUnit", "Name"), OrgUnit.name, width=240),
             Column("kind", N_("OrgUnit", "Kind"), OrgUnit.kind, kind=Kind.CHOICE, labels=LABELS[enums.UnitKind],
                    indexed=False),
             Column("manager", N_("OrgUnit", "Manager"), Person.name, via=OrgUnit.manager_id, indexed=False)),
    name=OrgUnit.name, order=(("name", False),), identity=("name",), area="people",
)

OUTSIDER = RecordType(
    key="outsider", title=N_("Outsider", "Outsiders"), single=N_("Outsider", "outsider"), model=Person,
    fields=(
        Field("name", Kind.TEXT, N_("Outsider", "Full name"), required=True, max_length=300,
              group=N_("Outsider", "Outsider")),
        Field("code", Kind.CODE, N_("Outsider", "Code"), max_length=40),
        Field("organisation", Kind.TEXT, N_("Outsider", "Organisation")),
        Field("phone", Kind.TEXT, N_("Outsider", "Phone"), max_length=40, mask=Mask.PHONE),
        Field("remarks", Kind.LONG_TEXT, N_("Outsider", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("Outsider", "Full name"), Person.name, width=160),
             Column("organisation", N_("Outsider", "Organisation"), Person.organisation, width=240, indexed=False),
             Column("phone", N_("Outsider", "Phone"), Person.phone, mask=Mask.PHONE, indexed=False)),
    name=Person.name, detail=("organisation",), order=(("name", False),),
    where=Person.kind == enums.PersonKind.OUTSIDER.value, identity=("name", "organisation"),
    validate=checks.check_outsider, area="people",
)

STAFF = RecordType(
    key="staff", title=N_("Staff", "Staff files"), single=N_("Staff", "staff file"), model=Person,
    fields=(
        Field("name", Kind.TEXT, N_("Staff", "Full name"), required=True, max_length=300,
              group=N_("Staff", "Identity")),
        Field("code", Kind.CODE, N_("Staff", "Employee no."), required=True, max_length=40),
        Field("photo", Kind.IMAGE, N_("Staff", "Photo")),
        Field("id_type", Kind.CHOICE, N_("Staff", "Kind of paper"), labels=LABELS[enums.IdType]),
        Field("id_no", Kind.TEXT, N_("Staff", "ID number"), max_length=40, mask=Mask.ID),
        Field("id_valid_to", Kind.DATE, N_("Staff", "ID valid to")),
        Field("birth_date", Kind.DATE, N_("Staff", "Birth date"), required=True,
              help=N_("Staff", "Filled from the ID number.")),
        Field("gender", Kind.CHOICE, N_("Staff", "Gender"), labels=LABELS[enums.Gender]),
        Field("ethnicity", Kind.TEXT, N_("Staff", "Ethnicity"), max_length=40),
        Field("native_place", Kind.TEXT, N_("Staff", "Native place")),
        Field("education", Kind.CHOICE, N_("Staff", "Education"), labels=LABELS[enums.Education]),
        Field("school", Kind.TEXT, N_("Staff", "School")),
        Field("major", Kind.TEXT, N_("Staff", "Major"), max_length=80),
        Field("status", Kind.CHOICE, N_("Staff", "Status"), required=True, labels=LABELS[enums.StaffStatus],
              group=N_("Staff", "Work")),
        Field("employment_type", Kind.CHOICE, N_("Staff", "Employment"), labels=LABELS[enums.EmploymentType]),
        Field("post_id", Kind.REF, N_("Staff", "Post"), required=True, target="post"),
        Field("site_id", Kind.REF, N_("Staff", "Site"), target="site"),
        Field("unit_id", Kind.REF, N_("Staff", "Department"), target="org_unit"),
        Field("team", Kind.TEXT, N_("Staff", "Team"), max_length=80),
        Field("level", Kind.TEXT, N_("Staff", "Level"), max_length=40),
        Field("reports_to_id", Kind.REF, N_("Staff", "Reports to"), target="person"),
        Field("hired_on", Kind.DATE, N_("Staff", "Hired on"), required=True),
        Field("probation_end", Kind.DATE, N_("Staff", "End of probation")),
        Field("contract_start", Kind.DATE, N_("Staff", "Contract from")),
        Field("contract_end", Kind.DATE, N_("Staff", "Contract to")),
        Field("left_on", Kind.DATE, N_("Staff", "Left on")),
        Field("leave_reason", Kind.CHOICE, N_("Staff", "Reason for leaving"), labels=LABELS[enums.LeaveReason]),
        Field("eligible_rehire", Kind.BOOL, N_("Staff", "May be hired again")),
        Field("pay_grade", Kind.TEXT, N_("Staff", "Pay grade"), max_length=40, mask=Mask.ALL),
        Field("social_insurance", Kind.CHOICE, N_("Staff", "Social insurance"), labels=LABELS[enums.SocialInsurance]),
        Field("social_insurance_reason", Kind.TEXT, N_("Staff", "Reason if not paid")),
        Field("accident_insurance_to", Kind.DATE, N_("Staff", "Accident insurance to")),
        Field("phone", Kind.TEXT, N_("Staff", "Mobile phone"), required=True, max_length=40, mask=Mask.PHONE,
              group=N_("Staff", "Contact")),
        Field("address", Kind.TEXT, N_("Staff", "Home address"), max_length=300, mask=Mask.ALL),
        Field("emergency_name", Kind.TEXT, N_("Staff", "Emergency contact"), max_length=80),
        Field("emergency_relation", Kind.TEXT, N_("Staff", "Relation"), max_length=40),
        Field("emergency_phone", Kind.TEXT, N_("Staff", "Contact's phone"), max_length=40, mask=Mask.PHONE),
        Field("consent_on", Kind.DATE, N_("Staff", "Personal data consent on")),
        Field("consents", Kind.ROWS, N_("Staff", "Consents"), rows=(
            Field("category", Kind.CHOICE, N_("Staff", "Consent to"), required=True,
                  labels=LABELS[enums.ConsentCategory]),
            Field("given_on", Kind.DATE, N_("Staff", "Given on"), required=True),
            Field("withdrawn_on", Kind.DATE, N_("Staff", "Withdrawn on")),
            Field("note", Kind.TEXT, N_("Staff", "Note"), max_length=400))),
        Field("employment", Kind.ROWS, N_("Staff", "Employment spells"), group=N_("Staff", "History"), rows=(
            Field("hired_on", Kind.DATE, N_("Staff", "Hired on"), required=True),
            Field("left_on", Kind.DATE, N_("Staff", "Left on")),
            Field("reason", Kind.CHOICE, N_("Staff", "Reason for leaving"), labels=LABELS[enums.LeaveReason]),
            Field("post_id", Kind.REF, N_("Staff", "Post"), target="post"))),
        Field("work_history", Kind.ROWS, N_("Staff", "Work elsewhere"), rows=(
            Field("company", Kind.TEXT, N_("Staff", "Company"), required=True),
            Field("post", Kind.TEXT, N_("Staff", "Post"), max_length=80),
            Field("from_on", Kind.DATE, N_("Staff", "From")),
            Field("to_on", Kind.DATE, N_("Staff", "To")),
            Field("contact", Kind.TEXT, N_("Staff", "Contact")))),
        Field("moves", Kind.ROWS, N_("Staff", "Moves inside the company"), rows=(
            Field("from_on", Kind.DATE, N_("Staff", "From"), required=True),
            Field("to_on", Kind.DATE, N_("Staff", "To")),
            Field("site_id", Kind.REF, N_("Staff", "Site"), target="site"),
            Field("post_id", Kind.REF, N_("Staff", "Post"), target="post"),
            Field("level", Kind.TEXT, N_("Staff", "Level"), max_length=40))),
        Field("skills", Kind.ROWS, N_("Staff", "Skills"), rows=(
            Field("skill", Kind.TEXT, N_("Staff", "Skill"), required=True, max_length=80),
            Field("level", Kind.INT, N_("Staff", "Level 0-4"), required=True),
            Field("assessed_on", Kind.DATE, N_("Staff", "Assessed on")),
            Field("assessor_id", Kind.REF, N_("Staff", "Assessor"), target="person"),
            Field("evidence", Kind.TEXT, N_("Staff", "Evidence")),
            Field("recheck_due", Kind.DATE, N_("Staff", "Next check")))),
        Field("remarks", Kind.LONG_TEXT, N_("Staff", "Remarks"), max_length=20000, group=N_("Staff", "Remarks")),
    ),
    columns=(
        Column("name", N_("Staff", "Full name"), Person.name, width=100),
        Column("code", N_("Staff", "Employee no."), Person.code, width=90),
        Column("status", N_("Staff", "Status"), Person.status, width=90, kind=Kind.CHOICE,
               labels=LABELS[enums.StaffStatus], tones=STATUS_TONES),
        Column("post", N_("Staff", "Post"), Post.name, via=Person.post_id),
        Column("site", N_("Staff", "Site"), Site.name, width=160, via=Person.site_id),
        Column("employment_type", N_("Staff", "Employment"), Person.employment_type, kind=Kind.CHOICE,
               labels=LABELS[enums.EmploymentType], shown=False, indexed=False),
        Column("phone", N_("Staff", "Mobile phone"), Person.phone, mask=Mask.PHONE, shown=False, indexed=False),
        Column("team", N_("Staff", "Team"), Person.team, shown=False, indexed=False),
        Column("hired_on", N_("Staff", "Hired on"), Person.hired_on, width=100, kind=Kind.DATE, shown=False),
        Column("contract_end", N_("Staff", "Contract to"), Person.contract_end, width=100, kind=Kind.DATE,
               shown=False, indexed=False, awaited=Person.left_on.is_(None)),
        Column("id_tail", N_("Staff", "Last four of the ID"), ID_TAIL, width=90, shown=False, indexed=False),
    ),
    name=Person.name, detail=("code", "post", "site", "id_tail"), order=(("name", False),),
    where=Person.kind == enums.PersonKind.STAFF.value, identity=("code",), validate=checks.check_staff,
    fill=checks.fill_staff, area="people",
)

PERSON = RecordType(
    key="person", title=N_("Person", "People"), single=N_("Person", "person"), model=Person,
    fields=(Field("name", Kind.TEXT, N_("Staff", "Full name"), required=True, max_length=300),),
    columns=(Column("name", N_("Staff", "Full name"), Person.name),
             Column("code", N_("Staff", "Employee no."), Person.code, indexed=False),
             Column("post", N_("Staff", "Post"), Post.name, via=Person.post_id, indexed=False),
             Column("site", N_("Staff", "Site"), Site.name, via=Person.site_id, indexed=False),
             Column("organisation", N_("Outsider", "Organisation"), Person.organisation, indexed=False),
             Column("id_tail", N_("Staff", "Last four of the ID"), ID_TAIL, indexed=False)),
    name=Person.name, detail=("code", "post", "site", "organisation", "id_tail"), order=(("name", False),),
)
"""Staff or outsider: what a picker of people offers. Not a list of its own."""

POST = RecordType(
    key="post", title=N_("Post", "Posts"), single=N_("Post", "post"), model=Post,
    fields=(
        Field("name", Kind.TEXT, N_("Post", "Name"), required=True, max_length=300, group=N_("Post", "Post")),
        Field("code", Kind.CODE, N_("Post", "Code"), required=True, max_length=40),
        Field("service_type", Kind.CHOICE, N_("Post", "Service type"), labels=LABELS[enums.ServiceType]),
        Field("headcount", Kind.INT, N_("Post", "Headcount")),
        Field("career_next_id", Kind.REF, N_("Post", "Next post in career"), target="post"),
        Field("remarks", Kind.LONG_TEXT, N_("Post", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("Post", "Name"), Post.name, width=200),
             Column("code", N_("Post", "Code"), Post.code, width=100, indexed=False),
             Column("service_type", N_("Post", "Service type"), Post.service_type, kind=Kind.CHOICE,
                    labels=LABELS[enums.ServiceType], indexed=False),
             Column("headcount", N_("Post", "Headcount"), Post.headcount, width=80, kind=Kind.INT, indexed=False)),
    name=Post.name, detail=("code",), order=(("name", False),), identity=("code",), area="people",
)

JOB_STANDARD = RecordType(
    key="job_standard", title=N_("JobStandard", "Job standards"), single=N_("JobStandard", "job standard"),
    model=JobStandard,
    fields=(
        Field("post_id", Kind.REF, N_("JobStandard", "Post"), required=True, target="post",
              group=N_("JobStandard", "Job standard")),
        Field("edition", Kind.INT, N_("JobStandard", "Edition"), required=True),
        Field("effective_from", Kind.DATE, N_("JobStandard", "In force from"), required=True),
        Field("technical", Kind.BOOL, N_("JobStandard", "Technical post")),
        Field("duties", Kind.LONG_TEXT, N_("JobStandard", "Duties"), max_length=20000),
        Field("courses", Kind.ROWS, N_("JobStandard", "Required courses"), group=N_("JobStandard", "Demands"), rows=(
            Field("course_id", Kind.REF, N_("JobStandard", "Course"), required=True, target="course"),)),
        Field("certificates", Kind.ROWS, N_("JobStandard", "Required certificates"), rows=(
            Field("type", Kind.CHOICE, N_("JobStandard", "Certificate"), required=True,
                  labels=LABELS[enums.CertificateType]),)),
        Field("remarks", Kind.LONG_TEXT, N_("JobStandard", "Remarks"), max_length=20000),
    ),
    columns=(Column("post", N_("JobStandard", "Post"), Post.name, width=200, via=JobStandard.post_id),
             Column("edition", N_("JobStandard", "Edition"), JobStandard.edition, width=80, kind=Kind.INT,
                    indexed=False),
             Column("effective_from", N_("JobStandard", "In force from"), JobStandard.effective_from, kind=Kind.DATE,
                    indexed=False),
             Column("technical", N_("JobStandard", "Technical post"), JobStandard.technical, kind=Kind.BOOL,
                    indexed=False)),
    name=JobStandard.effective_from, detail=("post", "edition"), order=(("post", False), ("edition", True)),
    identity=("post_id", "edition"),
    area="people",
)
