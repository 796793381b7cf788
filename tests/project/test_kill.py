import json
import signal

import pytest

from tests.factories.dossiers import Desk
from tests.processes import motcua, results, share_database, start

CLERK = "tests.child", "tests.project.intakes"


@pytest.mark.django_db(transaction=True)
def test_a_clerk_killed_at_any_moment_loses_nothing_acknowledged_and_doubles_nothing(tmp_path):
    Desk()
    shared, acknowledged = share_database(tmp_path), []

    for enough in (3, 8):
        clerk = start(shared, *CLERK, "accept_for_ever")
        acknowledged += [clerk.stdout.readline().strip() for _dossier in range(enough)]
        clerk.kill()
        acknowledged += clerk.communicate()[0].split()
        assert clerk.returncode == -signal.SIGKILL

    (kept,) = results(start(shared, *CLERK, "codes"))
    verified = motcua(shared, "verify", "--json")
    assert set(acknowledged) <= set(kept)
    assert len(set(acknowledged)) == len(acknowledged) >= len(kept) - 2  # at each kill one was not yet said
    assert json.loads(verified.stdout)["faults"] == []
