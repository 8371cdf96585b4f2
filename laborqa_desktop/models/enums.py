"""Every enumeration with its labels.

Stored values are stable and lower case; labels may change at any time (domain.md).
"""

from enum import StrEnum

from laborqa_desktop.text import N_, Text


class PersonKind(StrEnum):
    """What a person is to the company."""

    STAFF = "staff"
    OUTSIDER = "outsider"


class UnitKind(StrEnum):
    """R1 kinds of organisation unit."""

    COMPANY = "company"
    DEPT = "dept"
    TEAM = "team"


class IdType(StrEnum):
    """R2 kinds of identity paper."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    OTHER = "other"


class Gender(StrEnum):
    """R2 gender as on the paper."""

    MALE = "male"
    FEMALE = "female"


class Education(StrEnum):
    """R2 education, lowest first: the order is the scale."""

    PRIMARY = "primary"
    JUNIOR_SECONDARY = "junior_secondary"
    SENIOR_SECONDARY = "senior_secondary"
    COLLEGE = "college"
    BACHELOR = "bachelor"
    POSTGRADUATE = "postgraduate"


class EmploymentType(StrEnum):
    """R2 forms of employment."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    DISPATCH = "dispatch"
    OUTSOURCED = "outsourced"
    REHIRED_RETIREE = "rehired_retiree"
    INTERN = "intern"


class StaffStatus(StrEnum):
    """R2 where a person stands."""

    CANDIDATE = "candidate"
    PRE_JOB = "pre_job"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEFT = "left"


class LeaveReason(StrEnum):
    """R2 why somebody left."""

    PAY = "pay"
    FAMILY = "family"
    DISTANCE = "distance"
    WORKLOAD = "workload"
    CONTRACT_END = "contract_end"
    UNFIT = "unfit"
    DISCIPLINE = "discipline"
    RETIREMENT = "retirement"
    SITE_CLOSED = "site_closed"
    OTHER = "other"


class SocialInsurance(StrEnum):
    """R2 state of social insurance."""

    PAID = "paid"
    EXEMPT_RETIRED = "exempt_retired"
    UNPAID = "unpaid"


class ServiceType(StrEnum):
    """R3 what a client buys."""

    CLEANING = "cleaning"
    GUARDING = "guarding"
    WAREHOUSE = "warehouse"
    LINE = "line"
    CARE = "care"
    HOUSEHOLD = "household"
    CANTEEN = "canteen"
    OTHER = "other"


class CourseCategory(StrEnum):
    """R6 subjects of training."""

    CULTURE = "culture"
    SERVICE_IDEA = "service_idea"
    RULES = "rules"
    WORK_PROCESS = "work_process"
    SAFETY = "safety"
    POST_SKILLS = "post_skills"
    QUALITY_STANDARDS = "quality_standards"
    SKILL_UPGRADE = "skill_upgrade"
    NEW_KNOWLEDGE = "new_knowledge"
    ETIQUETTE = "etiquette"
    DRILL = "drill"
    EXCHANGE = "exchange"
    OTHER = "other"


class CoursePhase(StrEnum):
    """R6 before or during the job."""

    PRE_JOB = "pre_job"
    ON_JOB = "on_job"


class CourseMode(StrEnum):
    """R6 how it is taught."""

    LECTURE = "lecture"
    PRACTICE = "practice"
    ON_SITE = "on_site"
    VIDEO = "video"
    SELF_STUDY = "self_study"
    DRILL = "drill"


class Attendance(StrEnum):
    """R8 attendance of one person."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    LEAVE = "leave"


class TrainingResult(StrEnum):
    """R9 outcome of a training."""

    PASS = "pass"
    FAIL = "fail"
    EXEMPT = "exempt"


class CertificateType(StrEnum):
    """R13 kinds of certificate."""

    HEALTH = "health"
    GUARD = "guard"
    SPECIAL_OPERATION = "special_operation"
    SPECIAL_EQUIPMENT = "special_equipment"
    FIRE_OPERATOR = "fire_operator"
    SKILL_LEVEL = "skill_level"
    ELDERLY_CARE = "elderly_care"
    DOMESTIC = "domestic"
    DRIVING = "driving"
    NO_CRIME = "no_crime"
    MEDICAL_EXAM = "medical_exam"
    ACCIDENT_INSURANCE = "accident_insurance"
    OTHER = "other"


class CertificateState(StrEnum):
    """R13 computed state on a day."""

    VALID = "valid"
    DUE = "due"
    REVIEW_DUE = "review_due"
    EXPIRED = "expired"
    RENEWED = "renewed"
    REVOKED = "revoked"


class Verification(StrEnum):
    """R13 whether the certificate was checked with its issuer."""

    UNCHECKED = "unchecked"
    VERIFIED = "verified"


class ClientKind(StrEnum):
    """R20 kinds of client."""

    ENTERPRISE = "enterprise"
    PUBLIC = "public"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    PARK = "park"
    FAMILY = "family"


class ClientGrade(StrEnum):
    """R20 importance."""

    A = "a"
    B = "b"
    C = "c"


class ContactRole(StrEnum):
    """R20 role of a contact."""

    DECIDES = "decides"
    LIAISON = "liaison"
    USER = "user"
    FINANCE = "finance"


class Kpi(StrEnum):
    """R21 figures a contract may set a target for (formulas.md C1, C4, C5)."""

    PASS_RATE = "pass_rate"
    ITEM_PASS_RATE = "item_pass_rate"
    FIRST_PASS_RATE = "first_pass_rate"
    MEAN_SCORE = "mean_score"
    CLOSURE_RATE = "closure_rate"
    ON_TIME_CLOSURE_RATE = "on_time_closure_rate"
    TRAINING_COVERAGE = "training_coverage"
    CERTIFICATE_VALIDITY = "certificate_validity"


class ContractType(StrEnum):
    """R21 kinds of contract."""

    OUTSOURCING = "outsourcing"
    DISPATCH = "dispatch"
    CLEANING = "cleaning"
    GUARDING = "guarding"
    DOMESTIC = "domestic"


class AreaType(StrEnum):
    """R21 kinds of area."""

    TOILET = "toilet"
    LOBBY = "lobby"
    OFFICE = "office"
    CORRIDOR = "corridor"
    LIFT = "lift"
    OUTDOOR = "outdoor"
    WORKSHOP = "workshop"
    WAREHOUSE = "warehouse"
    GATE = "gate"
    CONTROL_ROOM = "control_room"
    WARD = "ward"
    HOME = "home"
    KITCHEN = "kitchen"
    OTHER = "other"


class Risk(StrEnum):
    """R21 risk class of an area."""

    A = "a"
    B = "b"
    C = "c"


class PlanStatus(StrEnum):
    """R22 lifecycle of a plan edition."""

    DRAFT = "draft"
    INTERNAL_REVIEW = "internal_review"
    CLIENT_CONFIRM = "client_confirm"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    CLOSED = "closed"


class Frequency(StrEnum):
    """R22 how often a service item is done."""

    PER_SHIFT = "per_shift"
    DAILY = "daily"
    TWICE_DAILY = "twice_daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ON_CALL = "on_call"


class InspectionType(StrEnum):
    """R29 kinds of inspection."""

    DAILY = "daily"
    PATROL = "patrol"
    SPOT = "spot"
    MYSTERY = "mystery"
    SPECIAL = "special"
    AUDIT = "audit"
    HANDOVER = "handover"
    ENVIRONMENT = "environment"
    SKILL = "skill"


class ChecklistStatus(StrEnum):
    """R29 lifecycle of a checklist edition."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


class Method(StrEnum):
    """R27, R29 how an item is checked."""

    LOOK = "look"
    TOUCH = "touch"
    INSTRUMENT = "instrument"
    TIMING = "timing"
    ASK = "ask"
    RECORDS = "records"


class ResponseKind(StrEnum):
    """R29 how an item is answered."""

    GRADE = "grade"          # 优 良 中 差: 100, 85, 70, 0 %
    PASS_FAIL = "pass_fail"


class Scoring(StrEnum):
    """R29 scoring method; always printed with a score."""

    WEIGHTED = "weighted"            # formulas.md C1, N/A leaves both sums
    NA_FULL = "na_full"              # some contracts give N/A full points
    DEDUCT = "deduct"                # 100 less the weights of failed items
    DEFECTS = "defects"              # counts failed items only


class Answer(StrEnum):
    """R31 answer to one item."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    PASS = "pass"
    FAIL = "fail"
    NA = "na"


class InspectionState(StrEnum):
    """R31 lifecycle of an inspection."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    VOID = "void"


class InspectionResult(StrEnum):
    """R31 verdict."""

    PASS = "pass"
    FAIL = "fail"
    NOT_RATED = "not_rated"


class Origin(StrEnum):
    """R31, R32 how the record came in."""

    ENTERED = "entered"
    IMPORTED = "imported"
    PAPER = "paper"


class ProblemSource(StrEnum):
    """R32 where a problem came from."""

    INSPECTION = "inspection"
    COMPLAINT = "complaint"
    SURVEY = "survey"
    AUDIT = "audit"
    DRILL = "drill"
    SELF = "self"
    CLIENT_NOTICE = "client_notice"
    ACCIDENT = "accident"


class Severity(StrEnum):
    """R32 severity, gravest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class ProblemStage(StrEnum):
    """R32 stages; the short path uses found, implemented, closed (decisions.md)."""

    FOUND = "found"
    ANALYSED = "analysed"
    PLANNED = "planned"
    IMPLEMENTED = "implemented"
    VERIFIED = "verified"
    STANDARDISED = "standardised"
    CLOSED = "closed"
    VOID = "void"


class ReportState(StrEnum):
    """Whether an issued report still is the newest version."""

    CURRENT = "current"
    REPLACED = "replaced"


class ReportLanguage(StrEnum):
    """Language of a document."""

    ZH = "zh"
    EN = "en"


class LinkRole(StrEnum):
    """R45 what an attachment shows."""

    EVIDENCE = "evidence"
    BEFORE = "before"
    AFTER = "after"
    SIGN_SCAN = "sign_scan"
    CERTIFICATE = "certificate"
    PHOTO = "photo"
    OTHER = "other"


class ConsentCategory(StrEnum):
    """What a person has consented to; each needs a consent of its own (PIPL art. 13 and 29)."""

    GENERAL = "general"
    SENSITIVE = "sensitive"
    HEALTH = "health"
    BANK = "bank"
    PHOTO = "photo"


LABELS: dict[type[StrEnum], dict[str, Text]] = {
    PersonKind: {"staff": N_("Enum", "Staff"), "outsider": N_("Enum", "Outsider")},
    UnitKind: {"company": N_("Enum", "Company"), "dept": N_("Enum", "Department"), "team": N_("Enum", "Team")},
    IdType: {"id_card": N_("Enum", "Resident ID card"), "passport": N_("Enum", "Passport"),
             "other": N_("Enum", "Other paper")},
    Gender: {"male": N_("Enum", "Male"), "female": N_("Enum", "Female")},
    Education: {
        "primary": N_("Enum", "Primary school"), "junior_secondary": N_("Enum", "Junior secondary"),
        "senior_secondary": N_("Enum", "Senior secondary"), "college": N_("Enum", "College"),
        "bachelor": N_("Enum", "Bachelor"), "postgraduate": N_("Enum", "Postgraduate")},
    EmploymentType: {
        "full_time": N_("Enum", "Full time"), "part_time": N_("Enum", "Part time"),
        "dispatch": N_("Enum", "Labour dispatch"), "outsourced": N_("Enum", "Outsourced"),
        "rehired_retiree": N_("Enum", "Rehired retiree"), "intern": N_("Enum", "Intern")},
    StaffStatus: {
        "candidate": N_("Enum", "Candidate"), "pre_job": N_("Enum", "Pre-job"), "active": N_("Enum", "Active"),
        "suspended": N_("Enum", "Suspended"), "left": N_("Enum", "Left")},
    LeaveReason: {
        "pay": N_("Enum", "Own wish: pay"), "family": N_("Enum", "Own wish: family"),
        "distance": N_("Enum", "Own wish: distance"), "workload": N_("Enum", "Own wish: workload"),
        "contract_end": N_("Enum", "End of contract"), "unfit": N_("Enum", "Not fit for the job"),
        "discipline": N_("Enum", "Breach of discipline"), "retirement": N_("Enum", "Retirement"),
        "site_closed": N_("Enum", "Site closed"), "other": N_("Enum", "Other")},
    SocialInsurance: {
        "paid": N_("Enum", "Paid"), "exempt_retired": N_("Enum", "Exempt: retired"),
        "unpaid": N_("Enum", "Not paid")},
    ServiceType: {
        "cleaning": N_("Enum", "Cleaning"), "guarding": N_("Enum", "Guarding"),
        "warehouse": N_("Enum", "Warehouse handling"), "line": N_("Enum", "Line outsourcing"),
        "care": N_("Enum", "Care"), "household": N_("Enum", "Household service"),
        "canteen": N_("Enum", "Canteen"), "other": N_("Enum", "Other")},
    CourseCategory: {
        "culture": N_("Enum", "Company culture"), "service_idea": N_("Enum", "Service idea"),
        "rules": N_("Enum", "Rules and regulations"), "work_process": N_("Enum", "Work process"),
        "safety": N_("Enum", "Safety rules"), "post_skills": N_("Enum", "Post skills"),
        "quality_standards": N_("Enum", "Quality standards"), "skill_upgrade": N_("Enum", "Skill upgrade"),
        "new_knowledge": N_("Enum", "New knowledge and law"), "etiquette": N_("Enum", "Service etiquette"),
        "drill": N_("Enum", "Emergency drill"), "exchange": N_("Enum", "Industry exchange"),
        "other": N_("Enum", "Other")},
    CoursePhase: {"pre_job": N_("Enum", "Before the job"), "on_job": N_("Enum", "On the job")},
    CourseMode: {
        "lecture": N_("Enum", "Lecture"), "practice": N_("Enum", "Practice"),
        "on_site": N_("Enum", "On-site coaching"), "video": N_("Enum", "Video"),
        "self_study": N_("Enum", "Self-study"), "drill": N_("Enum", "Drill")},
    Attendance: {
        "present": N_("Enum", "Present"), "late": N_("Enum", "Late"), "absent": N_("Enum", "Absent"),
        "leave": N_("Enum", "On leave")},
    TrainingResult: {"pass": N_("Enum", "Passed"), "fail": N_("Enum", "Failed"), "exempt": N_("Enum", "Exempt")},
    CertificateType: {
        "health": N_("Enum", "Health certificate"), "guard": N_("Enum", "Guard certificate"),
        "special_operation": N_("Enum", "Special operation permit"),
        "special_equipment": N_("Enum", "Special equipment operator"),
        "fire_operator": N_("Enum", "Fire facility operator"), "skill_level": N_("Enum", "Vocational skill level"),
        "elderly_care": N_("Enum", "Elderly care worker"), "domestic": N_("Enum", "Domestic or maternity care"),
        "driving": N_("Enum", "Driving licence"), "no_crime": N_("Enum", "No-crime certificate"),
        "medical_exam": N_("Enum", "Medical examination"), "accident_insurance": N_("Enum", "Accident insurance"),
        "other": N_("Enum", "Other")},
    CertificateState: {
        "valid": N_("Enum", "Valid"), "due": N_("Enum", "Expires soon"), "review_due": N_("Enum", "Review due"),
        "expired": N_("Enum", "Expired"), "renewed": N_("Enum", "Renewed"), "revoked": N_("Enum", "Revoked")},
    Verification: {"unchecked": N_("Enum", "Not checked"), "verified": N_("Enum", "Checked, genuine")},
    ClientKind: {
        "enterprise": N_("Enum", "Enterprise"), "public": N_("Enum", "Public body"),
        "hospital": N_("Enum", "Hospital"), "school": N_("Enum", "School"),
        "park": N_("Enum", "Park or property"), "family": N_("Enum", "Family")},
    ClientGrade: {"a": N_("Enum", "Grade A"), "b": N_("Enum", "Grade B"), "c": N_("Enum", "Grade C")},
    ContactRole: {
        "decides": N_("Enum", "Decides"), "liaison": N_("Enum", "Liaison"), "user": N_("Enum", "User"),
        "finance": N_("Enum", "Finance")},
    Kpi: {
        "pass_rate": N_("Enum", "Service pass rate"), "item_pass_rate": N_("Enum", "Item pass rate"),
        "first_pass_rate": N_("Enum", "First-time pass rate"), "mean_score": N_("Enum", "Mean inspection score"),
        "closure_rate": N_("Enum", "Problem closure rate"),
        "on_time_closure_rate": N_("Enum", "On-time closure rate"),
        "training_coverage": N_("Enum", "Training coverage"),
        "certificate_validity": N_("Enum", "Certificate validity rate")},
    ContractType: {
        "outsourcing": N_("Enum", "Labour outsourcing"), "dispatch": N_("Enum", "Labour dispatch"),
        "cleaning": N_("Enum", "Property or cleaning contract"), "guarding": N_("Enum", "Guarding service"),
        "domestic": N_("Enum", "Household service")},
    AreaType: {
        "toilet": N_("Enum", "Toilet"), "lobby": N_("Enum", "Lobby"), "office": N_("Enum", "Office"),
        "corridor": N_("Enum", "Corridor"), "lift": N_("Enum", "Lift"), "outdoor": N_("Enum", "Outdoor"),
        "workshop": N_("Enum", "Workshop"), "warehouse": N_("Enum", "Warehouse"), "gate": N_("Enum", "Gate"),
        "control_room": N_("Enum", "Control room"), "ward": N_("Enum", "Ward"), "home": N_("Enum", "Home"),
        "kitchen": N_("Enum", "Kitchen"), "other": N_("Enum", "Other")},
    Risk: {"a": N_("Enum", "A high"), "b": N_("Enum", "B medium"), "c": N_("Enum", "C low")},
    PlanStatus: {
        "draft": N_("Enum", "Draft"), "internal_review": N_("Enum", "Internal review"),
        "client_confirm": N_("Enum", "Awaiting client"), "active": N_("Enum", "In force"),
        "superseded": N_("Enum", "Superseded"), "closed": N_("Enum", "Closed")},
    Frequency: {
        "per_shift": N_("Enum", "Per shift"), "daily": N_("Enum", "Daily"), "twice_daily": N_("Enum", "Twice daily"),
        "weekly": N_("Enum", "Weekly"), "monthly": N_("Enum", "Monthly"), "quarterly": N_("Enum", "Quarterly"),
        "on_call": N_("Enum", "On call")},
    InspectionType: {
        "daily": N_("Enum", "Daily inspection"), "patrol": N_("Enum", "Patrol"), "spot": N_("Enum", "Spot check"),
        "mystery": N_("Enum", "Mystery visit"), "special": N_("Enum", "Special inspection"),
        "audit": N_("Enum", "Audit"), "handover": N_("Enum", "Handover"),
        "environment": N_("Enum", "Environment"), "skill": N_("Enum", "Skill")},
    ChecklistStatus: {
        "draft": N_("Enum", "Draft"), "active": N_("Enum", "In force"), "retired": N_("Enum", "Retired")},
    Method: {
        "look": N_("Enum", "By eye"), "touch": N_("Enum", "By hand"), "instrument": N_("Enum", "Instrument"),
        "timing": N_("Enum", "Timing"), "ask": N_("Enum", "Asking"), "records": N_("Enum", "Records")},
    ResponseKind: {"grade": N_("Enum", "Four grades"), "pass_fail": N_("Enum", "Pass or fail")},
    Scoring: {
        "weighted": N_("Enum", "Weighted, N/A left out"), "na_full": N_("Enum", "Weighted, N/A = full marks"),
        "deduct": N_("Enum", "Deduct from 100"), "defects": N_("Enum", "Count of defects")},
    Answer: {
        "excellent": N_("Enum", "Excellent"), "good": N_("Enum", "Good"), "fair": N_("Enum", "Fair"),
        "poor": N_("Enum", "Poor"), "pass": N_("Enum", "Pass"), "fail": N_("Enum", "Fail"),
        "na": N_("Enum", "N/A")},
    InspectionState: {
        "draft": N_("Enum", "Draft"), "submitted": N_("Enum", "Submitted"), "reviewed": N_("Enum", "Reviewed"),
        "void": N_("Enum", "Void")},
    InspectionResult: {
        "pass": N_("Enum", "Pass"), "fail": N_("Enum", "Fail"), "not_rated": N_("Enum", "Not rated")},
    Origin: {"entered": N_("Enum", "Entered"), "imported": N_("Enum", "Imported"), "paper": N_("Enum", "From paper")},
    ProblemSource: {
        "inspection": N_("Enum", "Inspection"), "complaint": N_("Enum", "Complaint"), "survey": N_("Enum", "Survey"),
        "audit": N_("Enum", "Internal audit"), "drill": N_("Enum", "Drill"), "self": N_("Enum", "Self-check"),
        "client_notice": N_("Enum", "Client's notice"), "accident": N_("Enum", "Accident")},
    Severity: {
        "critical": N_("Enum", "Critical"), "major": N_("Enum", "Major"), "minor": N_("Enum", "Minor"),
        "observation": N_("Enum", "Observation")},
    ProblemStage: {
        "found": N_("Enum", "Found"), "analysed": N_("Enum", "Cause analysed"),
        "planned": N_("Enum", "Measures planned"),
        "implemented": N_("Enum", "Corrected"), "verified": N_("Enum", "Effect verified"),
        "standardised": N_("Enum", "Standardised"), "closed": N_("Enum", "Closed"), "void": N_("Enum", "Void")},
    ReportState: {"current": N_("Enum", "Current"), "replaced": N_("Enum", "Replaced")},
    ReportLanguage: {"zh": N_("Enum", "Chinese"), "en": N_("Enum", "English")},
    LinkRole: {
        "evidence": N_("Enum", "Evidence"), "before": N_("Enum", "Before correction"),
        "after": N_("Enum", "After correction"), "sign_scan": N_("Enum", "Signed scan"),
        "certificate": N_("Enum", "Certificate"), "photo": N_("Enum", "Photo"), "other": N_("Enum", "Other")},
    ConsentCategory: {
        "general": N_("Enum", "Personal data in general"),
        "sensitive": N_("Enum", "ID number and other sensitive data"),
        "health": N_("Enum", "Health data"), "bank": N_("Enum", "Bank account"),
        "photo": N_("Enum", "Photo and likeness")},
}
