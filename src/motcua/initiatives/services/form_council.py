from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.models import Account
from motcua.initiatives import rules
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.events import CouncilFormed
from motcua.initiatives.inputs import CouncilInput
from motcua.initiatives.models import Council, CouncilMember
from motcua.initiatives.queries.councils import criteria_in_force
from motcua.kernel import ledger
from motcua.kernel.outbox import announce
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


@transaction.atomic
def form_council(*, facts: CouncilInput, by: Officer, at: datetime) -> Council:
    """Form a council (hội đồng sáng kiến) of the own unit; it judges by the criteria of the day it is formed.

    Raises:
        WrongCouncil: too few members, no chair, somebody twice, an account that is closed.
        Incomplete, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=by.unit_id)
    require_unit_of(by, "form_council", unit)
    criteria = criteria_in_force(unit.pk, on=facts.formed_on)
    rules.require_council(facts, fewest=criteria.fewest_members)
    accounts = {member.account_id for member in facts.members}
    if Account.objects.filter(pk__in=accounts, is_active=True).count() < len(accounts):
        raise rules.WrongCouncil(_("Có thành viên không còn tài khoản làm việc."), field="members")
    council = Council.objects.create(
        unit=unit,
        year=facts.year,
        name=clean(facts.name),
        decision=clean(facts.decision),
        formed_on=facts.formed_on,
        criteria=criteria,
        formed_at=at,
        formed_by_id=by.account_id,
    )
    CouncilMember.objects.bulk_create(
        CouncilMember(
            council=council,
            account_id=member.account_id,
            position=CouncilMember.Position(member.position),
            title=clean(member.title),
        )
        for member in facts.members
    )
    after = msgspec.to_builtins(facts) | council.snapshot()
    payload = {"after": after, "details": {"criteria": council.criteria_id}}
    ledger.append(council.stream, verb="form", payload=payload, at=at, by_id=by.account_id)
    announce(CouncilFormed(council_id=council.pk, unit_id=unit.pk, year=council.year))
    return council
