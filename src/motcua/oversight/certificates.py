"""Which certificate a unit gives: Bằng khen for a province, Giấy khen for everybody below and for offices."""

from django.utils.translation import gettext as _

from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit


def certificate_of(unit: Unit) -> str:
    """Return what a unit's certificate is called, as a sentence begins: ``Bằng khen`` or ``Giấy khen``.

    The chair of a provincial People's Committee gives bằng khen; chairs of communes (of districts while there were
    any) and heads of offices give giấy khen.
    Source: Luật Thi đua, khen thưởng 06/2022/QH15, art. 74 (bằng khen), art. 75 (giấy khen).
    """
    return _("Bằng khen") if unit.level == Level.PROVINCE else _("Giấy khen")


def certificate_in_sentence(unit: Unit) -> str:
    """The same within a sentence: ``bằng khen``, ``giấy khen``."""
    name = certificate_of(unit)
    return f"{name[0].lower()}{name[1:]}"
