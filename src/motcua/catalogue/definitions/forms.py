from typing import Literal

from motcua.catalogue.definitions.base import Confidence, Definition

FieldType = Literal[
    "text", "textarea", "person_name", "person_id", "date", "partial_date", "datetime", "time", "month", "integer",
    "decimal", "money", "enum", "multi_enum", "boolean", "consent", "address", "admin_area", "facility", "table",
    "phone", "email", "const",
]  # fmt: skip
PersonFact = Literal[
    "full_name", "birth_on", "sex", "personal_id", "id_issued_on", "phone", "email", "address"
]


class Option(Definition, frozen=True):
    """One choice: the code that is stored and the Vietnamese words that are shown.

    ``min_age`` and ``under_age`` (full years) are set where a birth date alone proves that somebody belongs
    to the group.
    """

    id: str
    vi: str
    note: str = ""
    min_age: int | None = None
    under_age: int | None = None


class Column(Definition, frozen=True):
    """One column of a table field."""

    id: str
    label_vi: str
    type: FieldType = "text"
    required: bool = False
    options: str | tuple[Option, ...] = ()
    min: int | None = None
    max: int | str | None = None


class Field(Definition, frozen=True):
    """One question of an e-form (biểu mẫu điện tử).

    ``when`` is a condition over other fields; a field whose condition is false is hidden, not required and
    not kept. ``options`` is ``lookup:<name>`` or a list. ``max`` may be ``today`` or ``now``; ``rule`` holds
    what a schema cannot say (``<= today``, ``age < 6 years``, ``<= stay_from + 2 years``). ``fills_from``
    names the fact of the applicant that answers the question.
    """

    id: str
    label_vi: str
    type: FieldType
    required: bool
    source: Confidence
    autofill: str = ""
    fills_from: PersonFact | None = None
    pattern: str = ""
    options: str | tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    when: str = ""
    min: int | None = None
    max: int | str | None = None
    rule: str = ""
    default: bool | str | None = None
    derived: str = ""
    must_be: bool = False
    value: str = ""
    help_vi: str = ""


class Section(Definition, frozen=True):
    id: str
    title_vi: str
    fields: tuple[Field, ...]


class Form(Definition, frozen=True):
    """The e-form of a procedure (tờ khai)."""

    id: str
    name_vi: str
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for section in self.sections for field in section.fields)
