"""Once only: an applicant who is the child's father is not asked for his own name a second time."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.dossiers.inputs import ApplicantInput

#: What the e-forms ask about somebody, and which fact of the applicant answers it.
_FACTS = {
    "full_name": "full_name", "name": "full_name", "dob": "birth_on", "id_number": "personal_id",
    "residence": "address", "address": "address", "phone": "phone", "sex": "sex",
}  # fmt: skip
#: The relation of the applicant, and how the e-forms begin the names of questions about that person.
_PREFIXES = {
    "father": "father_",
    "mother": "mother_",
    "husband": "husband_",
    "wife": "wife_",
    "self": "subject_",
}
RELATION = "applicant_relation"


def relation_of(answers: Mapping[str, Any]) -> str:
    """Return who the applicant is, when the e-form asks about that person again."""
    relation = answers.get(RELATION, "")
    return relation if relation in _PREFIXES else ""


def repeated(
    definition: ProcedureDefinition, answers: Mapping[str, Any], applicant: ApplicantInput
) -> dict[str, Any]:
    """Return answers to questions still open that the applicant's own record answers."""
    same = _same_person(definition, answers, applicant)
    return {name: value for name, value in same.items() if not answers.get(name)}


def told(
    definition: ProcedureDefinition, answers: Mapping[str, Any], applicant: ApplicantInput
) -> dict[str, str]:
    """Say at each of these questions where its answer came from, as long as it is still that answer."""
    same = _same_person(definition, answers, applicant)
    words = _("Lấy từ phần người nộp")
    return {name: words for name, value in same.items() if answers.get(name) == value}


def _same_person(
    definition: ProcedureDefinition, answers: Mapping[str, Any], applicant: ApplicantInput
) -> dict[str, str]:
    prefix = _PREFIXES.get(relation_of(answers))
    if prefix is None:
        return {}
    same = {}
    for field in definition.form.fields:
        fact = _FACTS.get(field.id.removeprefix(prefix)) if field.id.startswith(prefix) else None
        value = _value(applicant, fact) if fact else ""
        if value:
            same[field.id] = value
    return same


def _value(applicant: ApplicantInput, fact: str) -> str:
    if fact == "birth_on" and applicant.birth_on is None:
        return str(applicant.birth_year or "")
    value = getattr(applicant, fact)
    return value.isoformat() if fact == "birth_on" else str(value)
