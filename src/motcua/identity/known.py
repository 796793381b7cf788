"""Refusals that show the records already there."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day


class AlreadyKnown(Refusal):
    """Another record has this personal number; ``person`` is that record."""

    def __init__(self, person: Person) -> None:
        sentence = _("Số định danh này đã có: %(name)s. Chọn người đó, không ghi thêm lần nữa.")
        super().__init__(sentence % {"name": _introduce(person)}, field="personal_id")
        self.person = person


class MayBeKnown(Refusal):
    """Records that may be the same person; ``people`` are to be shown before a second record is made."""

    def __init__(self, people: Sequence[Person]) -> None:
        sentence = _(
            "Có thể người này đã có: %(name)s. Chọn đúng người trong danh sách, "
            "hoặc xác nhận đây là một người khác."
        )
        super().__init__(sentence % {"name": _introduce(people[0])}, field="full_name")
        self.people = list(people)


def _introduce(person: Person) -> str:
    if person.birth_on:
        return _("%(name)s, sinh ngày %(day)s") % {"name": person.full_name, "day": day(person.birth_on)}
    if person.birth_year:
        return _("%(name)s, sinh năm %(year)d") % {"name": person.full_name, "year": person.birth_year}
    return person.full_name
