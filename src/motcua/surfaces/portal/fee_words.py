"""What a procedure costs, in a few words; sums come only from the version in force."""

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.fee_sheet import exempt_groups, tariff


def fee_words(definition: ProcedureDefinition) -> tuple[str, str]:
    """Return the first price of the tariff, and the rest with who is exempt in small print."""
    lines = tariff(definition)
    if not lines or definition.fee.kind == "free":
        return _("Không mất tiền"), "; ".join(_line(line.label_vi, line.price_vi) for line in lines)
    first, *others = lines
    small = [first.label_vi, *(_line(line.label_vi, line.price_vi) for line in others)]
    groups = exempt_groups(definition)
    if groups:
        small.append(_("miễn cho: %(groups)s") % {"groups": ", ".join(group.lower() for group in groups)})
    return _capital(first.price_vi), "; ".join(small)


def _line(label: str, price: str) -> str:
    return _("%(what)s: %(price)s") % {"what": label, "price": price}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
