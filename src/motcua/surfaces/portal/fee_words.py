"""What a procedure costs, in a few words; sums come only from the pinned version."""

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import FeeItem, ProcedureDefinition
from motcua.kernel.vietnamese import vnd

PER = {
    "dossier": lambda: _("một hồ sơ"),
    "copy": lambda: _("một bản"),
    "page_of_original": lambda: _("một trang"),
    "case": lambda: _("một trường hợp"),
    "transaction": lambda: _("một giao dịch"),
    "document": lambda: _("một văn bản"),
    "will": lambda: _("một di chúc"),
    "registration": lambda: _("một lần đăng ký"),
    "person": lambda: _("một người"),
}


def fee_words(definition: ProcedureDefinition, *, case_id: str | None = None) -> tuple[str, str]:
    """Return the price that a person at the counter meets first, and the rest of the tariff in small print."""
    items = [item for item in definition.fee.items if _at_the_counter(item, case_id)]
    if not items:
        return _("Không mất tiền"), ""
    if definition.fee.kind == "free":
        return _("Không mất tiền"), "; ".join(_labelled(item) for item in items)
    first, *others = items
    small = [first.label_vi, *(_labelled(item) for item in others)]
    if definition.fee.exempt_groups:
        small.append(_("có nhóm được miễn, xin hỏi tại quầy"))
    return _item(first), "; ".join(small)


def _at_the_counter(item: FeeItem, case_id: str | None) -> bool:
    return item.when.online is not True and (
        item.when.case is None or case_id is None or item.when.case == case_id
    )


def _labelled(item: FeeItem) -> str:
    return _("%(what)s: %(sum)s") % {"what": item.label_vi, "sum": _item(item)[0].lower() + _item(item)[1:]}


def _item(item: FeeItem) -> str:
    per = str(PER[item.unit]())
    if item.tiers:
        parts = [_tier(item, index, per) for index in range(len(item.tiers))]
        cap = _(", cao nhất %(sum)s một bản") % {"sum": vnd(item.cap_vnd)} if item.cap_vnd else ""
        return ", ".join(parts) + cap
    if item.amount_vnd is None:
        return _("Theo mức của Hội đồng nhân dân thành phố, tỉnh")
    if item.amount_vnd == 0:
        return _("Không mất tiền")
    return _("%(sum)s %(per)s") % {"sum": vnd(item.amount_vnd), "per": per}


def _tier(item: FeeItem, index: int, per: str) -> str:
    tier = item.tiers[index]
    if index == 0:
        return _("%(sum)s %(per)s") % {"sum": vnd(tier.amount_vnd), "per": per}
    return _("từ thứ %(start)d: %(sum)s") % {"start": tier.start, "sum": vnd(tier.amount_vnd)}
