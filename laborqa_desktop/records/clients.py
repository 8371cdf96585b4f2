"""Descriptions of clients, contracts and sites."""

from laborqa_desktop.models import checks, enums
from laborqa_desktop.models.client import Client, Contract, Site
from laborqa_desktop.models.enums import LABELS
from laborqa_desktop.models.person import Person
from laborqa_desktop.records.field import Column, Field, Kind, RecordType
from laborqa_desktop.text import N_

CLIENT = RecordType(
    key="client", title=N_("Client", "Clients"), single=N_("Client", "client"), model=Client,
    fields=(
        Field("name", Kind.TEXT, N_("Client", "Name"), required=True, max_length=300, group=N_("Client", "Client")),
        Field("code", Kind.CODE, N_("Client", "Code"), required=True, max_length=40),
        Field("short_name", Kind.TEXT, N_("Client", "Short name"), max_length=80),
        Field("uscc", Kind.TEXT, N_("Client", "Unified social credit code"), max_length=40),
        Field("kind", Kind.CHOICE, N_("Client", "Kind"), labels=LABELS[enums.ClientKind]),
        Field("industry", Kind.TEXT, N_("Client", "Industry"), max_length=80),
        Field("grade", Kind.CHOICE, N_("Client", "Grade"), labels=LABELS[enums.ClientGrade]),
        Field("address", Kind.TEXT, N_("Client", "Address"), max_length=300),
        Field("owner_id", Kind.REF, N_("Client", "Account owner"), required=True, target="person",
              group=N_("Client", "Contact")),
        Field("backup_id", Kind.REF, N_("Client", "Backup"), target="person"),
        Field("hotline", Kind.TEXT, N_("Client", "Service hotline"), max_length=40),
        Field("contact_cycle_days", Kind.INT, N_("Client", "Contact every (days)")),
        Field("names_allowed", Kind.BOOL, N_("Client", "Agrees to names in reports")),
        Field("contacts", Kind.ROWS, N_("Client", "Contacts"), rows=(
            Field("name", Kind.TEXT, N_("Client", "Name"), required=True, max_length=80),
            Field("role", Kind.CHOICE, N_("Client", "Role"), labels=LABELS[enums.ContactRole]),
            Field("phone", Kind.TEXT, N_("Client", "Phone"), max_length=40),
            Field("wechat", Kind.TEXT, N_("Client", "WeChat"), max_length=80),
            Field("email", Kind.TEXT, N_("Client", "E-mail")),
            Field("birthday", Kind.DATE, N_("Client", "Birthday")))),
        Field("confidential", Kind.LONG_TEXT, N_("Client", "Confidential note"), max_length=20000,
              group=N_("Client", "Notes"), help=N_("Client", "Never printed in any report.")),
        Field("remarks", Kind.LONG_TEXT, N_("Client", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("Client", "Name"), Client.name, width=240),
             Column("code", N_("Client", "Code"), Client.code, width=90, indexed=False),
             Column("kind", N_("Client", "Kind"), Client.kind, width=100, kind=Kind.CHOICE,
                    labels=LABELS[enums.ClientKind], indexed=False),
             Column("grade", N_("Client", "Grade"), Client.grade, width=80, kind=Kind.CHOICE,
                    labels=LABELS[enums.ClientGrade], indexed=False),
             Column("owner", N_("Client", "Account owner"), Person.name, width=100, via=Client.owner_id,
                    indexed=False)),
    name=Client.name, detail=("code",), order=(("name", False),), identity=("code",),
    validate=checks.check_client, area="clients",
)

CONTRACT = RecordType(
    key="contract", title=N_("Contract", "Contracts"), single=N_("Contract", "contract"), model=Contract,
    fields=(
        Field("code", Kind.CODE, N_("Contract", "Contract no."), required=True, max_length=80,
              group=N_("Contract", "Contract")),
        Field("client_id", Kind.REF, N_("Contract", "Client"), required=True, target="client"),
        Field("type", Kind.CHOICE, N_("Contract", "Type"), labels=LABELS[enums.ContractType]),
        Field("starts_on", Kind.DATE, N_("Contract", "From"), required=True),
        Field("ends_on", Kind.DATE, N_("Contract", "To"), required=True),
        Field("renewal_notice_days", Kind.INT, N_("Contract", "Renewal notice (days)"), required=True),
        Field("amount_month", Kind.MONEY, N_("Contract", "Amount per month (yuan)")),
        Field("payment_basis", Kind.TEXT, N_("Contract", "Payment basis")),
        Field("client_headcount", Kind.INT, N_("Contract", "Client's own headcount"),
              help=N_("Contract", "For the 10 % reference value of labour dispatch.")),
        Field("sites", Kind.ROWS, N_("Contract", "Sites covered"), rows=(
            Field("site_id", Kind.REF, N_("Contract", "Site"), required=True, target="site"),)),
        Field("kpis", Kind.ROWS, N_("Contract", "Targets"), rows=(
            Field("kpi", Kind.CHOICE, N_("Contract", "Figure"), required=True, labels=LABELS[enums.Kpi]),
            Field("target", Kind.DECIMAL, N_("Contract", "Target (% or points)"), required=True, scale=1),
            Field("deduction", Kind.TEXT, N_("Contract", "Deduction rule")))),
        Field("remarks", Kind.LONG_TEXT, N_("Contract", "Remarks"), max_length=20000),
    ),
    columns=(Column("code", N_("Contract", "Contract no."), Contract.code, width=150, indexed=False),
             Column("client", N_("Contract", "Client"), Client.name, width=200, via=Contract.client_id),
             Column("type", N_("Contract", "Type"), Contract.type, kind=Kind.CHOICE,
                    labels=LABELS[enums.ContractType], indexed=False),
             Column("starts_on", N_("Contract", "From"), Contract.starts_on, width=100, kind=Kind.DATE,
                    indexed=False),
             Column("ends_on", N_("Contract", "To"), Contract.ends_on, width=100, kind=Kind.DATE,
                    awaited=Contract.ends_on.is_not(None))),
    name=Contract.code, detail=("client",), order=(("ends_on", False),), identity=("code",),
    validate=checks.check_contract,
    area="clients",
)

SITE = RecordType(
    key="site", title=N_("Site", "Sites"), single=N_("Site", "site"), model=Site,
    fields=(
        Field("name", Kind.TEXT, N_("Site", "Name"), required=True, max_length=300, group=N_("Site", "Site")),
        Field("code", Kind.CODE, N_("Site", "Code"), required=True, max_length=40),
        Field("client_id", Kind.REF, N_("Site", "Client"), target="client"),
        Field("service_type", Kind.CHOICE, N_("Site", "Service type"), required=True,
              labels=LABELS[enums.ServiceType]),
        Field("address", Kind.TEXT, N_("Site", "Address"), max_length=300),
        Field("phone", Kind.TEXT, N_("Site", "Phone"), max_length=40),
        Field("post_code", Kind.TEXT, N_("Site", "Post code"), max_length=20),
        Field("square_metres", Kind.INT, N_("Site", "Area (m²)")),
        Field("open_hours", Kind.TEXT, N_("Site", "Open hours")),
        Field("manager_id", Kind.REF, N_("Site", "Site manager"), target="person"),
        Field("visit_cycle_days", Kind.INT, N_("Site", "Inspect every (days)"),
              help=N_("Site", "Today lists the site when the last inspection is older.")),
        Field("opened_on", Kind.DATE, N_("Site", "Service since")),
        Field("closed_on", Kind.DATE, N_("Site", "Service ended")),
        Field("areas", Kind.ROWS, N_("Site", "Areas"), group=N_("Site", "Areas and posts"), rows=(
            Field("name", Kind.TEXT, N_("Site", "Name"), required=True),
            Field("code", Kind.TEXT, N_("Site", "Code"), max_length=40),
            Field("type", Kind.CHOICE, N_("Site", "Type"), labels=LABELS[enums.AreaType]),
            Field("square_metres", Kind.INT, N_("Site", "m²")),
            Field("risk", Kind.CHOICE, N_("Site", "Risk"), labels=LABELS[enums.Risk]),
            Field("photo_standard", Kind.TEXT, N_("Site", "Photo standard")))),
        Field("posts", Kind.ROWS, N_("Site", "Posts"), rows=(
            Field("post_id", Kind.REF, N_("Site", "Post"), required=True, target="post"),
            Field("shift", Kind.TEXT, N_("Site", "Shift"), max_length=40),
            Field("headcount", Kind.INT, N_("Site", "Headcount"), required=True))),
        Field("remarks", Kind.LONG_TEXT, N_("Site", "Remarks"), max_length=20000),
    ),
    columns=(Column("name", N_("Site", "Name"), Site.name, width=200),
             Column("code", N_("Site", "Code"), Site.code, width=90),
             Column("client", N_("Site", "Client"), Client.name, width=180, via=Site.client_id),
             Column("service_type", N_("Site", "Service type"), Site.service_type, width=100, kind=Kind.CHOICE,
                    labels=LABELS[enums.ServiceType]),
             Column("address", N_("Site", "Address"), Site.address, width=200, shown=False, indexed=False),
             Column("phone", N_("Site", "Phone"), Site.phone, shown=False, indexed=False),
             Column("closed_on", N_("Site", "Service ended"), Site.closed_on, width=100, kind=Kind.DATE,
                    shown=False, indexed=False)),
    name=Site.name, detail=("code", "client"), order=(("name", False),), identity=("code",), validate=checks.check_site,
    area="services",
)
