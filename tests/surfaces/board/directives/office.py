"""Huyện Châu Thành with all its communes, as if it were still there today; and who works in it, signed in."""

from datetime import date

from django.test import Client

from motcua.identity.models import Account
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from tests.factories.directives import District, officer
from tests.factories.organisation import UnitFactory

FURTHER = ["An Nhơn", "An Phú Thuận", "Hòa Tân", "Phú Hựu", "Phú Long", "Tân Bình", "Tân Nhuận Đông", "Tân Phú",
           "Tân Phú Trung"]  # fmt: skip


class LiveDistrict(District):
    """The district and its twelve communes, without an end, so that its people hold posts today."""

    def __init__(self) -> None:
        super().__init__()
        self.communes += [
            self._unit(f"H-chau-thanh-{n}", f"Xã {name}", name, "commune", "xa", under=self.unit)
            for n, name in enumerate(FURTHER)
        ]

    @staticmethod
    def _unit(
        code: str, name: str, short_name: str, level: str, kind: str, under: Unit | None = None
    ) -> Unit:
        return UnitFactory(
            code=code, name=name, short_name=short_name, level=level, kind=kind, agency_code="",
            valid_from=date(2004, 1, 1), under=under,
        )  # fmt: skip

    def clerk_of(self, unit: Unit, name: str = "Nguyễn Văn Năm") -> Officer:
        """Somebody who looks after reform at a commune."""
        return officer(unit, "par_officer", name=name)


def client_of(who: Officer) -> Client:
    """A browser without scripts in which somebody is signed in."""
    client = Client()
    client.force_login(Account.objects.get(pk=who.account_id))
    return client
