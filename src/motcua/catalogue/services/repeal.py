from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.models import ProcedureVersion
from motcua.kernel.refusals import Refusal


class CannotRepeal(Refusal):
    """The procedure is not in force, or began after the last day."""


@transaction.atomic
def repeal(*, slug: str, last_day: date) -> ProcedureVersion:
    """Repeal a procedure (bãi bỏ thủ tục): it is in force up to and including ``last_day``.

    Dossiers that were received before keep their version.
    """
    version = ProcedureVersion.objects.select_for_update().filter(procedure__slug=slug, valid_to=None).first()
    if version is None:
        raise CannotRepeal(_("Thủ tục này không còn bản nào đang có hiệu lực."))
    if last_day < version.valid_from:
        raise CannotRepeal(
            _("Thủ tục “%(name)s” có hiệu lực từ ngày %(day)s, không thể bãi bỏ trước ngày đó.")
            % {"name": version.name, "day": f"{version.valid_from:%d/%m/%Y}"}
        )
    version.valid_to = last_day
    version.save(update_fields=["valid_to"])
    return version
