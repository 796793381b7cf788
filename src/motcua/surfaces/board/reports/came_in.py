"""What came in after a sum was made, in the words with which its next version gives the reason."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from motcua.reporting.queries import Finding

MOST = 450  # letters; the reason of a version has room for 500


def came_in(findings: Iterable[Finding]) -> list[Finding]:
    """Reports of units that the sum does not hold as they stand now."""
    return [one for one in findings if one.kind == "newer_version"]


def as_reason(found: list[Finding]) -> str:
    """``Gộp báo cáo tới sau của: Xã An Hiệp, Xã An Khánh (lần 2).``; empty where nothing came in."""
    if not found:
        return ""
    told = _("Gộp báo cáo tới sau của: %(units)s.") % {"units": ", ".join(_named(one) for one in found)}
    if len(told) <= MOST:
        return told
    return _("Gộp báo cáo tới sau của %(count)d đơn vị.") % {"count": len(found)}


def _named(one: Finding) -> str:
    words = {"unit": one.row_name, "now": one.expected, "before": one.found}
    if not one.expected:
        return _("%(unit)s (bỏ lần %(before)d)") % words
    return _("%(unit)s (lần %(now)d)") % words if one.expected > 1 else one.row_name
