from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.initiatives import rules
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.inputs import CriterionInput
from motcua.initiatives.models import CriteriaSet
from motcua.initiatives.queries.councils import criteria_in_force
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


@transaction.atomic
def set_criteria(
    *,
    items: Sequence[CriterionInput],
    pass_mark: int,
    valid_from: date,
    by: Officer,
    at: datetime,
    basis: str = "",
) -> CriteriaSet:
    """Set by what the councils of the own unit judge from a day on; councils formed before keep their set.

    The least number of members and the quorum stay those in force until then.

    Raises:
        Incomplete, WrongPoints, WrongDay, NoCriteria, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=by.unit_id)
    require_unit_of(by, "form_council", unit)
    rules.require_criteria(items, pass_mark=pass_mark)
    if CriteriaSet.objects.filter(unit=unit, valid_from=valid_from).exists():
        raise rules.WrongDay(
            _("Đã có bộ tiêu chí áp dụng từ ngày %(day)s. Chọn ngày khác.") % {"day": day(valid_from)},
            field="valid_from",
        )
    before = criteria_in_force(unit.pk, on=valid_from)
    criteria = CriteriaSet.objects.create(
        unit=unit,
        valid_from=valid_from,
        items=[
            {"id": f"c{place}", "label_vi": clean(item.label), "max": item.most}
            for place, item in enumerate(items, 1)
        ],
        pass_mark=pass_mark,
        fewest_members=before.fewest_members,
        quorum_votes=before.quorum_votes,
        quorum_of=before.quorum_of,
        basis=clean(basis),
        entered_at=at,
        entered_by_id=by.account_id,
    )
    record(criteria, "set", by=by, at=at)
    return criteria
