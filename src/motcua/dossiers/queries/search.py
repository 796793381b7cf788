"""What somebody types to find a dossier: a code or a part of one, a number, a phone, words of a name."""

import re
from collections.abc import Sequence

from django.db import connection
from django.db.models import Q

from motcua.dossiers.models import Dossier
from motcua.kernel.vietnamese import clean, search_form
from motcua.organisation.models import Unit

_LAST = "\uffff"  # after every letter that a code may hold
_SHORT_CODE = re.compile(r"[0-9]{6}(-[0-9]*)?")


def matches(text: str, *, unit_ids: Sequence[int]) -> Q:
    """Return the condition that a typed text means, by the index that fits it.

    Args:
        unit_ids: the units whose dossiers are searched.
    """
    typed = clean(text)
    digits = typed.replace(" ", "").replace(".", "")
    if not typed:
        return Q()
    if digits.isdigit() and len(digits) == 12:
        return Q(applicant__personal_id=digits)
    if digits.isdigit() and digits.startswith("0") and len(digits) in {10, 11}:
        return Q(contact_phone=digits)
    if any(letter.isdigit() for letter in typed):
        return _by_code(typed.upper().replace(" ", ""), unit_ids)
    return _by_name(typed, unit_ids)


def _by_code(typed: str, unit_ids: Sequence[int]) -> Q:
    """A short code (``261123-0008``) stands after the agency of each unit; a long one stands for itself."""
    beginnings = [typed]
    if _SHORT_CODE.fullmatch(typed) and len(unit_ids) == 1:
        agencies = Unit.objects.filter(pk__in=unit_ids).values_list("agency_code", "code")
        beginnings = [f"{agency or code}-{typed}" for agency, code in agencies]
    elif "-" not in typed or _SHORT_CODE.fullmatch(typed):
        return Q(code__contains=typed)
    begin_so = Q()
    for beginning in beginnings:
        begin_so |= _begins(beginning)
    return Q(pk__in=Dossier.objects.filter(begin_so).values("pk"))


def _begins(beginning: str) -> Q:
    """Codes with this beginning: a range on SQLite, whose LIKE passes the index by, a pattern on PostgreSQL."""
    if connection.vendor == "postgresql":
        return Q(code__startswith=beginning)
    return Q(code__gte=beginning, code__lt=f"{beginning}{_LAST}")


def _by_name(typed: str, unit_ids: Sequence[int]) -> Q:
    """Words of the applicant's or the subject's name, in any order, with or without marks; read from one index."""
    words = Q()
    for word in search_form(typed).split():
        words &= Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
    named = Dossier.objects.filter(words, unit__in=unit_ids)
    return Q(pk__in=named.values("pk"))
