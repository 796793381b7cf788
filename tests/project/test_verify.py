import json

import pytest
from django.core.management import call_command

from motcua.kernel import ledger
from motcua.kernel.models import Delivery, Event, LedgerEntry
from tests.kernel.tampering import guard_lifted
from tests.kernel.test_outbox import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def history(db):
    ledger.append("lamp:1", verb="light", payload={"by": "hand"}, at=NOON, by_id=7)


def verify(capsys, *words: str) -> tuple[int, str]:
    try:
        call_command("verify", *words)
    except SystemExit as end:
        return int(end.code or 0), capsys.readouterr().out
    return 0, capsys.readouterr().out


def test_sound_books_are_called_sound_with_their_counts(capsys):
    code, said = verify(capsys)

    assert code == 0
    assert said.startswith("Sổ sách nguyên vẹn: 1 dòng sổ cái, ")


def test_a_row_changed_behind_the_back_is_named(capsys):
    with guard_lifted():
        LedgerEntry.objects.update(payload={"by": "moon"})

    code, said = verify(capsys)

    assert code == 1
    assert said.splitlines() == [
        "Chuỗi lamp:1: dòng số 1 đã bị sửa sau khi ghi.",
        "Sổ sách có 1 chỗ sai lệch.",
    ]


def test_a_delivery_that_was_given_up_is_named_for_programs_too(capsys):
    event = Event.objects.create(name="lamp.lit", key="lamp.lit:1", payload={}, at=NOON)
    Delivery.objects.create(
        event=event, listener="ear", run_at=NOON, attempts=10, given_up_at=NOON, last_failure="OSError()"
    )

    code, said = verify(capsys, "--json")

    answer = json.loads(said)
    assert (code, answer["intact"], answer["counts"]["deliveries"]) == (1, False, 1)
    assert [(fault["check"], fault["sentence"]) for fault in answer["faults"]] == [
        ("deliveries", "Tin lamp.lit:1 không tới được “ear” sau 10 lần thử: OSError()."),
    ]
