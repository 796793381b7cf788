"""Power is cut while a clerk takes dossiers: what was acknowledged is there, once."""

import json
import os
import signal
import threading
from types import SimpleNamespace

import pytest
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from tests.processes import motcua, results, share_database, start
from tests.project.http_clerk import Clerk
from tests.project.test_serve import Server, command_of, eventually
from tests.surfaces.desk.office import OfficeAtWork

pytestmark = [pytest.mark.one_database, pytest.mark.django_db(transaction=True)]


def cut_the_power(server: Server) -> None:
    for pid in [server.process.pid, *server.children()]:
        if command_of(pid):
            os.kill(pid, signal.SIGKILL)
    server.process.wait()


def test_kill_9_of_serve_during_a_loop_of_intakes_loses_nothing_and_doubles_nothing(tmp_path):
    office = OfficeAtWork(timezone.localtime())
    office.version("certified_copy")
    account = Account.objects.get(pk=office.le.account_id)
    shared = share_database(tmp_path)
    running = SimpleNamespace(server=Server(shared, tmp_path / "log"), enough=False)
    assert eventually(running.server.is_well), running.server.log.read_text()
    clerk = Clerk(lambda: f"http://127.0.0.1:{running.server.port}", account.username, "motcua-demo")

    def work() -> None:
        while not running.enough:
            clerk.take_one()

    at_work = threading.Thread(target=work)
    at_work.start()
    for taken in (2, 5):
        assert eventually(lambda taken=taken: len(clerk.acknowledged) >= taken)
        cut_the_power(running.server)
        running.server = Server(shared, tmp_path / "log")
        assert eventually(running.server.is_well), running.server.log.read_text()
    assert eventually(lambda: len(clerk.acknowledged) >= 8)
    running.enough = True
    at_work.join(60)
    cut_the_power(running.server)

    (kept,) = results(start(shared, "tests.child", "tests.project.intakes", "codes"))
    assert Dossier.objects.count() == 0
    assert len(set(clerk.acknowledged)) == len(clerk.acknowledged) == clerk.pressed
    assert sorted(clerk.acknowledged) == kept
    assert json.loads(motcua(shared, "verify", "--json").stdout)["faults"] == []
