"""What the catalogue answers: which version holds on a day, which time rules, which procedure is meant."""

from datetime import date

from django.utils.translation import gettext as _

from motcua.catalogue.models import ClockPolicy, Procedure, ProcedureVersion
from motcua.catalogue.models.validity import holds_on
from motcua.kernel.refusals import Refusal


class NotInForce(Refusal):
    """No version of the procedure holds on that day."""


def in_force(procedure: Procedure | str, on: date) -> ProcedureVersion:
    """Return the version of a procedure (or of its slug) that holds on a local day.

    Raises:
        NotInForce: unknown procedure, not yet in force, or no longer.
    """
    slug = procedure if isinstance(procedure, str) else procedure.slug
    versions = (
        ProcedureVersion.objects.filter(procedure__slug=slug).select_related("procedure").defer("content")
    )
    version = versions.filter(holds_on(on)).order_by("-valid_from").first()
    if version is not None:
        return version
    last = versions.order_by("-valid_from").first()
    if last is None:
        raise NotInForce(_("Không có thủ tục này trong danh mục. Xin chọn lại thủ tục."))
    if last.valid_to is not None and last.valid_to < on:
        raise NotInForce(
            _("Thủ tục “%(name)s” hết hiệu lực sau ngày %(day)s. Xin chọn thủ tục đang có hiệu lực.")
            % {"name": last.name, "day": f"{last.valid_to:%d/%m/%Y}"}
        )
    first = versions.order_by("valid_from").first() or last
    raise NotInForce(
        _("Thủ tục “%(name)s” có hiệu lực từ ngày %(day)s, chưa nhận hồ sơ trước ngày đó.")
        % {"name": first.name, "day": f"{first.valid_from:%d/%m/%Y}"}
    )


def clock_policy(on: date) -> ClockPolicy:
    """Return the time rules of the legal period of a reception day."""
    policy = ClockPolicy.objects.filter(holds_on(on)).first()
    if policy is None:
        raise Refusal(_("Chưa có quy tắc tính hạn cho ngày %(day)s.") % {"day": f"{on:%d/%m/%Y}"})
    return policy
