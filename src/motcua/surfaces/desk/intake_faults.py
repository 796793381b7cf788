"""What must be mended, as the note on top says it: what is wrong with its sentence, what is empty by its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.catalogue.eforms import sentences

_ANCHORS = {"frame.version_id": "f-intake.procedure", "papers": "giay-to", "ask": "quyet-dinh"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One link of the note."""

    anchor: str
    words: str


@dataclass(slots=True)
class Faults:
    wrong: list[Fault] = field(default_factory=list)
    empty: list[Fault] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.wrong) + len(self.empty)

    def __bool__(self) -> bool:
        return self.count > 0


def faults(errors: Mapping[str, str], definition: ProcedureDefinition | None) -> Faults:
    """Sort the sentences of a page; a question of the e-form is called by its label."""
    questions = _questions(definition)
    found = Faults()
    for name, sentence in errors.items():
        anchor = _ANCHORS.get(name, f"f-{name}")
        question, label = _asked(name, questions)
        if question is not None and sentence == sentences.missing(question):
            found.empty.append(Fault(anchor, label))
        else:
            found.wrong.append(Fault(anchor, f"{label}: {sentence}" if label else sentence))
    return found


def _questions(definition: ProcedureDefinition | None) -> dict[str, Field]:
    return {one.id: one for one in definition.form.fields} if definition else {}


def _asked(name: str, questions: Mapping[str, Field]) -> tuple[Field | Column | None, str]:
    """The question that a name belongs to, and how to call it; facts of the applicant go by their own words."""
    if name.startswith("applicant."):
        fact = name.removeprefix("applicant.")
        question = next((one for one in questions.values() if one.fills_from == fact), None)
        return question, _person_labels().get(fact, "")
    field_id, _dash, rest = name.partition("-")
    question = questions.get(field_id)
    if question is None:
        return None, ""
    row, _dash, column_id = rest.partition("-")
    column = next((one for one in question.columns if one.id == column_id), None)
    if column is None:
        return question, question.label_vi
    return column, _("%(label)s, dòng %(row)d") % {"label": column.label_vi, "row": int(row) + 1}


def _person_labels() -> dict[str, str]:
    return {
        "full_name": _("Họ tên người nộp"),
        "personal_id": _("Số định danh"),
        "birth_on": _("Ngày sinh"),
        "address": _("Nơi cư trú"),
        "phone": _("Số điện thoại"),
        "sex": _("Giới tính"),
        "email": _("Thư điện tử"),
        "old_id": _("Số chứng minh cũ"),
        "id_issued_on": _("Ngày cấp thẻ"),
    }
