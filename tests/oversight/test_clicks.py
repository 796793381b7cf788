"""Several clicks at the same moment: one row comes of them, and the others get a sentence."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from motcua.kernel.refusals import Refusal
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection
from motcua.oversight.services import NamedTwice
from tests.factories.directives import District
from tests.factories.oversight import inspection_planned, opened, registered

CLICKS = 3


def at_once(act: Callable[[], object]) -> list[type[Refusal]]:
    """Do the same several times at once; return how those that came too late were refused."""
    gate, refused = Barrier(CLICKS), []

    def click() -> None:
        gate.wait()
        try:
            act()
        except Refusal as refusal:
            refused.append(type(refusal))
        finally:
            connection.close()

    clicks = [Thread(target=click) for _ in range(CLICKS)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    return refused


@pytest.mark.django_db(transaction=True)
def test_of_clicks_at_once_one_counts():
    district = District()

    for act, model in ((opened, AwardRound), (inspection_planned, Inspection), (registered, BacklogBlock)):
        assert at_once(lambda act=act: act(district)) == [NamedTwice] * (CLICKS - 1)
        assert model.objects.count() == 1
