"""Who stands at the counter: read from the card, found again, or written down for the first time."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.identity import id_card, personal_id
from motcua.identity.digits import digits_of
from motcua.identity.id_card import IdCard
from motcua.identity.models import Person
from motcua.identity.queries import find_people, near_duplicates, person_with_id
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, day, hour
from motcua.surfaces.desk.forms.intake import Typed, applicant_of, text

FACTS = ("full_name", "personal_id", "birth_on", "address", "phone", "sex", "id_issued_on", "email", "old_id")
_NOT_ON_CARDS = ("phone", "email")
SHORTEST = 3  # letters of a name before a list is shown
MOST = 8
_HAMLET = re.compile(r"^(ấp|khóm|thôn|khu|tổ|làng|bản|xóm|sóc)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person to choose: enough to tell two people of one name apart, not enough to copy."""

    pk: int
    name: str
    born: str
    personal_id: str
    phone: str
    hamlet: str


@dataclass(slots=True)
class Found:
    """What a scan or a search led to; the values are put into ``typed`` already.

    ``look_alikes``: people who may be the one whose facts stand in the fields; the officer says which.
    """

    typed: Typed
    candidates: list[Candidate] = field(default_factory=list)
    look_alikes: bool = False
    remark: str = ""
    error: str = ""


def look_up(typed: Typed, *, at: datetime) -> Found:
    """Answer what stands in the scan field: the text of a card, a number, or words of a name."""
    asked = clean(typed.get("intake.find") or "")
    if not asked:
        return Found(typed)
    if id_card.looks_like_card(asked):
        return _from_card(typed, asked, at=at)
    people = find_people(asked, limit=MOST)
    number = digits_of(asked)
    if len(people) == 1 and _is_number(number):
        return Found(with_person(typed, people[0]))
    if people:
        return Found(typed, candidates=candidates(people))
    return _nobody(typed, asked, number)


def suggest(asked: str) -> list[Candidate]:
    """Return people while a name or a number is being typed; a card's text is waited for to the end."""
    asked = clean(asked)
    if len(asked) < SHORTEST or "|" in asked or (_is_number(asked) and len(asked) < 9):
        return []
    return candidates(find_people(asked, limit=MOST))


def candidates(people: Iterable[Person]) -> list[Candidate]:
    return [
        Candidate(
            pk=person.pk,
            name=person.full_name,
            born=day(person.birth_on) if person.birth_on else str(person.birth_year or ""),
            personal_id=person.personal_id or person.old_id,
            phone=person.phone,
            hamlet=hamlet_of(person.address),
        )
        for person in people
    ]


def hamlet_of(address: str) -> str:
    """Return the part of an address that neighbours use: ``ấp Bình Du A``, otherwise its beginning."""
    parts = [part.strip() for part in address.split(",")]
    return next((part for part in parts if _HAMLET.match(part)), ", ".join(parts[:2]))


def _is_number(text: str) -> bool:
    """Whether a text is plain digits; ``²`` and Arabic digits are letters here."""
    return text.isascii() and text.isdigit()


def spaced(digits: str, *sizes: int) -> str:
    """Write a number in groups, as people read it out: the last size goes on to the end."""
    parts: list[str] = []
    rest = digits
    for size in sizes[:-1]:
        parts, rest = [*parts, rest[:size]], rest[size:]
    step = sizes[-1]
    return " ".join(
        filter(None, [*parts, *(rest[place : place + step] for place in range(0, len(rest), step))])
    )


def with_person(typed: Typed, person: Person) -> Typed:
    """Put a known person into the fields; what only this desk typed for somebody else goes."""
    facts = _facts_of(person)
    return _filled(typed, facts, dict.fromkeys(facts, "record"), pk=person.pk)


def without_person(typed: Typed) -> Typed:
    """Empty the fields for another person."""
    return Typed({name: texts for name, texts in typed.lists() if not name.startswith("applicant.")})


def twins(typed: Typed) -> list[Candidate]:
    """Return people who may be the one being written down, unless the officer has looked at them already."""
    applicant, _errors = applicant_of(typed)
    if applicant.person_id_pk or applicant.confirmed_new or not applicant.full_name:
        return []
    if not (applicant.birth_on or applicant.birth_year or applicant.personal_id or applicant.phone):
        return []
    return candidates(
        near_duplicates(
            full_name=applicant.full_name,
            birth_on=applicant.birth_on,
            birth_year=applicant.birth_year,
            personal_id=applicant.personal_id,
            old_id=applicant.old_id,
            phone=digits_of(applicant.phone),
            limit=MOST,
        )
    )


def notes(typed: Typed) -> dict[str, str]:
    """Say beside each value that the system put in where it came from; a value changed by hand says nothing."""
    try:
        known = json.loads(typed.get("applicant.known") or "{}")
    except ValueError:
        return {}
    if not isinstance(known, dict):
        return {}
    person = whole_pk(typed)
    record = (
        _record_words(person)
        if person and any(pair[0] == "record" for pair in known.values() if pair)
        else ""
    )
    words = {"card": _("Lấy từ thẻ căn cước"), "record": record, "number": _("Theo số định danh")}
    return {
        name: words.get(pair[0], "")
        for name, pair in known.items()
        if isinstance(pair, list) and len(pair) == 2 and text(typed, f"applicant.{name}") == pair[1]
    }


def whole_pk(typed: Typed) -> int | None:
    digits = text(typed, "applicant.pk")
    return int(digits) if re.fullmatch("[0-9]{1,15}", digits) else None


def _record_words(pk: int) -> str:
    last = Dossier.objects.filter(applicant=pk).order_by("-id").only("code").first()
    if last is None:
        return _("Đã có trong sổ người dân")
    return _("Đã có trong hồ sơ %(code)s") % {"code": last.short_code}


def _from_card(typed: Typed, asked: str, *, at: datetime) -> Found:
    try:
        card = id_card.parse(asked)
    except Refusal as refusal:
        return Found(typed, error=str(refusal))
    person = person_with_id(card.personal_id)
    read = _facts_on(card)
    if person is None:
        by_hand = (
            {}
            if text(typed, "applicant.pk")
            else {name: text(typed, f"applicant.{name}") for name in _NOT_ON_CARDS}
        )
        facts = {name: value for name, value in by_hand.items() if value} | read
        found = Found(_filled(typed, facts, dict.fromkeys(read, "card"), read_at=hour(at)))
        found.candidates = twins(found.typed)
        found.look_alikes = bool(found.candidates)
        return found
    facts = _facts_of(person) | read
    sources = {name: "card" if name in read else "record" for name in facts}
    found = Found(_filled(typed, facts, sources, pk=person.pk, read_at=hour(at)))
    if clean(person.full_name).casefold() != clean(card.full_name).casefold():
        found.remark = _("Trước đây ghi tên %(name)s. Nhận hồ sơ thì tên được sửa theo thẻ.") % {
            "name": person.full_name
        }
    return found


def _nobody(typed: Typed, asked: str, number: str) -> Found:
    """Nobody is known by it: what was typed becomes the first fact of a new record."""
    empty = without_person(typed)
    if not _is_number(number):
        filled = _filled(empty, {"full_name": asked}, {})
        return Found(filled, remark=_("Chưa có ai tên như vậy. Ghi người mới ở dưới."))
    if len(number) == 12:
        return Found(_from_number(empty, number), remark=_("Số này chưa có trong sổ. Ghi người mới ở dưới."))
    if len(number) in (10, 11):
        filled = _filled(empty, {"phone": asked}, {})
        return Found(filled, remark=_("Số điện thoại này chưa có trong sổ. Ghi người mới ở dưới."))
    if len(number) == 9:
        filled = _filled(empty, {"old_id": number}, {})
        return Found(filled, remark=_("Số chứng minh này chưa có trong sổ. Ghi người mới ở dưới."))
    difference = abs(12 - len(number))
    words = {"n": difference, "example": personal_id.EXAMPLE}
    if len(number) < 12:
        return Found(typed, error=_("Số định danh thiếu %(n)d chữ số. Ví dụ: %(example)s") % words)
    return Found(typed, error=_("Số định danh thừa %(n)d chữ số. Ví dụ: %(example)s") % words)


def _from_number(typed: Typed, number: str) -> Typed:
    told = {
        "personal_id": spaced(number, 3),
        "birth_on": str(personal_id.birth_year_of(number)),
        "sex": personal_id.sex_of(number),
    }
    return _filled(typed, told, {"birth_on": "number", "sex": "number"})


def _facts_of(person: Person) -> dict[str, str]:
    facts = {name: getattr(person, name) for name in FACTS}
    facts["birth_on"] = day(person.birth_on) if person.birth_on else str(person.birth_year or "")
    facts["id_issued_on"] = day(person.id_issued_on) if person.id_issued_on else ""
    facts["personal_id"], facts["phone"] = spaced(person.personal_id, 3), spaced(person.phone, 4, 3)
    return {name: str(value) for name, value in facts.items() if value}


def _facts_on(card: IdCard) -> dict[str, str]:
    facts = {
        "full_name": card.full_name,
        "personal_id": spaced(card.personal_id, 3),
        "birth_on": day(card.birth_on) if card.birth_on else str(card.birth_year or ""),
        "address": card.address,
        "sex": card.sex,
        "old_id": card.old_id,
        "id_issued_on": day(card.issued_on) if card.issued_on else "",
    }
    return {name: value for name, value in facts.items() if value}


def _filled(
    typed: Typed, facts: dict[str, str], sources: dict[str, str], *, pk: int | None = None, read_at: str = ""
) -> Typed:
    filled = without_person(typed)
    for name, value in facts.items():
        filled[f"applicant.{name}"] = value
    known = {name: [source, clean(facts[name])] for name, source in sources.items() if name in facts}
    filled["applicant.known"] = json.dumps(known, ensure_ascii=False)
    if pk is not None:
        filled["applicant.pk"] = str(pk)
    if read_at:
        filled["applicant.read_at"] = read_at
    filled.pop("intake.find", None)
    return filled
