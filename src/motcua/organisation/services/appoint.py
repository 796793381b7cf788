from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation import queries
from motcua.organisation.access import require_administrator
from motcua.organisation.models import Staff, Unit
from motcua.organisation.roles import Role


@transaction.atomic
def appoint(
    *,
    account_id: int,
    unit_id: int,
    role: str,
    first_day: date,
    by: Actor,
    at: datetime,
    division_id: int | None = None,
    title_vi: str = "",
    last_day: date | None = None,
) -> Staff:
    """Give an account a post (giao vị trí công tác) from ``first_day``, for an open or a given time."""
    require_administrator(by)
    account = Account.objects.get(pk=account_id)
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    if role not in Role.values:
        raise Refusal(_("Không có vai trò này. Chọn một vai trò trong danh sách."), field="role")
    if last_day and last_day < first_day:
        raise Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="last_day")
    if not account.is_active:
        raise Refusal(_("Tài khoản này đã khóa. Mở khóa trước khi giao vị trí."), field="account")
    if not Unit.objects.valid(on=first_day).filter(pk=unit_id).exists():
        words = {"unit": unit.name, "day": day(first_day)}
        raise Refusal(_("%(unit)s không hoạt động vào ngày %(day)s.") % words, field="first_day")
    if division_id and not any(
        office.pk == division_id for office in queries.descendants(unit, on=first_day)
    ):
        raise Refusal(
            _("Phòng này không thuộc %(unit)s.") % {"unit": unit.name_in_sentence}, field="division"
        )
    if _overlaps(account_id, unit_id, role, first_day, last_day):
        words = {"name": account.display_name}
        raise Refusal(_("%(name)s đang giữ vị trí đó trong thời gian này.") % words, field="role")

    post = Staff.objects.create(
        account=account,
        unit=unit,
        division_id=division_id,
        role=role,
        title_vi=title_vi,
        valid_from=first_day,
        valid_to=last_day,
    )
    payload = {"post_id": post.pk, "account_id": account_id, "role": role, "from": first_day, "to": last_day}
    ledger.append(unit.stream, verb="appoint", payload=payload, at=at, by_id=by.account_id)
    return post


def _overlaps(account_id: int, unit_id: int, role: str, first_day: date, last_day: date | None) -> bool:
    posts = Staff.objects.filter(account_id=account_id, unit_id=unit_id, role=role)
    if last_day:
        posts = posts.filter(valid_from__lte=last_day)
    return posts.exclude(valid_to__lt=first_day).exists()
