"""Which data are about a person, and how much they need protecting: the one place that says so.

Class 3, sensitive (PIPL article 28, and nearly all of what lawyers count in staff files): ID number, home address, pay
grade. Class 2, personal: phones, birth date, origin, family, photo, the numbers of certificates. Class 1 is business.
Whether somebody holds a health certificate and until when is class 1, because nobody may be put to work in a canteen
without looking at it; its number is class 2, its scan an attachment that goes with the person. A birth date alone is
class 2: it is sensitive only as a part of the ID number, or of somebody under 14, whom nobody employs.
"""

from enum import IntEnum

from sqlalchemy.orm import InstrumentedAttribute

from laborqa_desktop.records.field import Column, Field, RecordType


class DataClass(IntEnum):
    """How much a value needs protecting."""

    BUSINESS = 1
    PERSONAL = 2
    SENSITIVE = 3


_S, _P = DataClass.SENSITIVE, DataClass.PERSONAL

CLASSES: dict[tuple[str, str], DataClass] = {
    ("person", "id_no"): _S, ("person", "id_tail"): _P, ("person", "id_valid_to"): _P, ("person", "address"): _S,
    ("person", "pay_grade"): _S,
    ("person", "birth_date"): _P, ("person", "ethnicity"): _P, ("person", "native_place"): _P, ("person", "phone"): _P,
    ("person", "emergency_name"): _P, ("person", "emergency_relation"): _P, ("person", "emergency_phone"): _P,
    ("person", "photo"): _P, ("person", "social_insurance"): _P, ("person", "social_insurance_reason"): _P,
    ("person", "accident_insurance_to"): _P,
    ("certificate", "number"): _P,
    ("contact", "phone"): _P, ("contact", "wechat"): _P, ("contact", "email"): _P, ("contact", "birthday"): _P,
}
"""(table, column, or key of a computed column) -> class; all else is business."""


def class_of_field(kind: RecordType, field: Field) -> DataClass:
    """The class of a field of a form."""
    return CLASSES.get((kind.model.__tablename__, field.key), DataClass.BUSINESS)


def class_of_column(kind: RecordType, column: Column) -> DataClass:
    """The class of a column of a list, whatever table it shows."""
    if isinstance(column.expr, InstrumentedAttribute):
        owner = column.expr.class_.__tablename__
        return CLASSES.get((owner, column.expr.key), DataClass.BUSINESS)
    return CLASSES.get((kind.model.__tablename__, column.key), DataClass.BUSINESS)


def personal_columns(kind: RecordType, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Those columns that leave the house only when somebody asks for them by name."""
    return tuple(one for one in columns if class_of_column(kind, one) > DataClass.BUSINESS)
