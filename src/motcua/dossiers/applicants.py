"""Who hands a dossier in: found again if known, corrected if changed, written down once if new."""

from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _

from motcua.dossiers.inputs import Intake
from motcua.dossiers.judging import InvalidIntake, details_of
from motcua.identity import services
from motcua.identity.actors import Actor
from motcua.identity.details import Details
from motcua.identity.known import AlreadyKnown, MayBeKnown
from motcua.identity.models import Person
from motcua.identity.queries import person_with_id
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import search_form


class PossiblyKnown(Refusal):
    """People who may be the applicant are there already; ``candidates`` are to be shown before a second record.

    Choosing one sends ``person_id_pk``; saying that it is somebody else sends ``confirmed_new``.
    """

    def __init__(self, sentence: str, candidates: list[Person]) -> None:
        super().__init__(sentence, field="applicant.full_name")
        self.candidates = candidates


def applicant_of(intake: Intake, *, by: Actor, at: datetime) -> Person:
    """Return the record of the applicant, kept up to date by what was typed.

    A personal number that is known, with the same name, is that person: nobody is written down twice.

    Raises:
        PossiblyKnown: somebody looks alike, or the number belongs to another name.
        InvalidIntake: a fact about the person cannot be true.
    """
    details = details_of(intake)
    try:
        person = _known(intake)
        if person is not None:
            return _kept_up_to_date(person, details, by=by, at=at)
        return _registered(details, confirmed_new=intake.applicant.confirmed_new, by=by, at=at)
    except MayBeKnown as refusal:
        raise PossiblyKnown(str(refusal), list(refusal.people)) from refusal
    except AlreadyKnown as refusal:
        raise PossiblyKnown(str(refusal), [refusal.person]) from refusal
    except Refusal as refusal:
        raise InvalidIntake({f"applicant.{refusal.field or 'full_name'}": str(refusal)}) from refusal


def _registered(details: Details, *, confirmed_new: bool, by: Actor, at: datetime) -> Person:
    """Write the person down; if another counter did so a moment ago, that record is the person."""
    try:
        return services.register_person(by=by, at=at, is_another=confirmed_new, **details)
    except AlreadyKnown as refusal:
        if search_form(details["full_name"]) != refusal.person.search_name:
            raise
        return refusal.person


def _known(intake: Intake) -> Person | None:
    typed = intake.applicant
    if typed.person_id_pk is not None:
        person = Person.objects.select_related("merged_into").filter(pk=typed.person_id_pk).first()
        if person is None:
            raise Refusal(_("Không tìm thấy người vừa chọn. Xin tìm lại."), field="full_name")
        return person.merged_into or person
    same_number = person_with_id(typed.personal_id)
    if same_number is not None and search_form(typed.full_name) != same_number.search_name:
        raise AlreadyKnown(same_number)
    return same_number


def _kept_up_to_date(person: Person, details: Details, *, by: Actor, at: datetime) -> Person:
    """Correct the record where something was typed that differs; blanks change nothing."""
    changes = {
        name: value
        for name, value in details.items()
        if value not in ("", None) and getattr(person, name) != value
    }
    if person.birth_on is not None and "birth_on" not in changes:
        changes.pop("birth_year", None)
    if not changes:
        return person
    return services.correct_person(
        person_id=person.pk, by=by, at=at, reason=_("Cập nhật khi nhận hồ sơ"), **cast(Details, changes)
    )
