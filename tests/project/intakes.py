"""A clerk who takes dossier after dossier and says each code once it is safe; ``tests.child`` runs it."""

from datetime import timedelta

from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation.access import officer
from tests.factories.dossiers import MONDAY, Desk, accepted, copies


class OpenDesk(Desk):
    """The desk that the test has already furnished."""

    def __init__(self) -> None:
        self.le = officer(Account.objects.get(display_name="Trần Mỹ Lệ"), on=MONDAY.date())


def accept_for_ever() -> None:
    desk, at = OpenDesk(), MONDAY
    while True:
        at += timedelta(seconds=1)
        print(accepted(desk, copies(desk), at=at).code, flush=True)


def codes() -> list[str]:
    return list(Dossier.objects.order_by("code").values_list("code", flat=True))
