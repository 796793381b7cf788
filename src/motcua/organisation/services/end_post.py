from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import require_administrator
from motcua.organisation.models import Staff


@transaction.atomic
def end_post(*, post_id: int, last_day: date, by: Actor, at: datetime) -> Staff:
    """Let a post end after ``last_day``; what its holder delegated ends with it."""
    require_administrator(by)
    post = Staff.objects.select_for_update().get(pk=post_id)
    if last_day < post.valid_from:
        raise Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="last_day")
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    payload = {"post_id": post.pk, "account_id": post.account_id, "role": post.role, "to": last_day}
    ledger.append(post.unit.stream, verb="end_post", payload=payload, at=at, by_id=by.account_id)
    return post
