"""Where a dossier lies: the office of whoever holds it."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.organisation.models import Staff
from motcua.organisation.roles import Role

WITH_THE_APPLICANT = State.SUPPLEMENT_REQUESTED, State.FINANCIAL_DUTY
PREFIX = "Phòng "


class Places:
    """The offices where some dossiers lie, asked once for all of them."""

    def __init__(self, dossiers: Collection[Dossier], *, on: date) -> None:
        cases = [dossier.case for dossier in dossiers if dossier.case is not None]
        holders, roles = {case.holder_id for case in cases}, {case.holder_role for case in cases}
        posts = Staff.objects.valid(on=on).filter(unit__in={case.unit_id for case in cases})
        posts = posts.filter(Q(account__in=holders - {None}) | Q(role__in=roles)).exclude(division=None)
        self._by_account: dict[tuple[int, int], str] = {}
        self._by_role: dict[tuple[int, str], str] = {}
        for post in posts.select_related("division").order_by("pk"):
            assert post.division is not None
            name = post.division.short_name.removeprefix(PREFIX)
            self._by_account.setdefault((post.unit_id, post.account_id), name)
            self._by_role.setdefault((post.unit_id, post.role), name)

    def of(self, dossier: Dossier) -> str:
        """Name the holder's division, else that of the waiting role, else the role itself."""
        case = dossier.case
        if dossier.state in WITH_THE_APPLICANT:
            return _("người nộp")
        if case is None:
            return ""
        named = self._by_account.get((case.unit_id, case.holder_id)) if case.holder_id else None
        named = named or self._by_role.get((case.unit_id, case.holder_role))
        return named or (str(Role(case.holder_role).label) if case.holder_role in Role.values else "")
