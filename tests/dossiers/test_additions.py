"""What is added to a dossier later: scans, and money given back."""

import pytest

from motcua.dossiers import services
from motcua.dossiers.inputs import FileInput, SupplementInput
from motcua.dossiers.queries import history
from motcua.kernel import ledger
from motcua.organisation.access import NotAllowed
from motcua.payments.models import Receipt
from tests.factories.documents import stored
from tests.factories.dossiers import MONDAY, accepted, copies, land, open_step, processing, returned


def scan(**changes) -> FileInput:
    return FileInput(**{"stored_file_id": stored().pk, "name": "giấy chứng sinh.pdf", **changes})


def test_a_scan_is_added_to_a_paper_of_the_dossier(desk):
    dossier = accepted(desk)

    services.add_files(
        dossier_id=dossier.pk, files=(scan(component_id="birth_proof"),), by=desk.tam, at=MONDAY
    )

    assert [(file.name, file.component_id) for file in dossier.files.all()] == [
        ("giấy chứng sinh.pdf", "birth_proof")
    ]
    assert ledger.entries(dossier.ledger_stream).last().verb == "add_files"


@pytest.mark.parametrize("files", [(), ({"component_id": "house_plan"},), ({"stored_file_id": 987_654},)])
def test_nothing_and_strange_papers_are_not_added(desk, files):
    dossier = accepted(desk)

    with pytest.raises(services.FilesNeeded):
        services.add_files(
            dossier_id=dossier.pk, files=tuple(scan(**facts) for facts in files), by=desk.le, at=MONDAY
        )

    assert not dossier.files.exists()


def test_nothing_is_added_to_a_dossier_that_is_over(desk):
    dossier = returned(desk)

    with pytest.raises(services.WrongState):
        services.add_files(dossier_id=dossier.pk, files=(scan(),), by=desk.le, at=MONDAY)


def paid(desk):
    dossier = accepted(desk, copies(desk))
    return services.collect_fee(
        dossier_id=dossier.pk, amount_vnd=30_000, method="cash", by=desk.le, at=MONDAY
    )


def test_money_given_back_is_owed_again_and_both_entries_stay(desk):
    dossier = paid(desk)
    taken = Receipt.objects.get()

    services.cancel_fee(
        dossier_id=dossier.pk, receipt_id=taken.pk, reason="Thu nhầm hồ sơ", by=desk.le, at=MONDAY
    )

    assert dossier.bill.owed_vnd == 30_000
    assert [receipt.amount_vnd for receipt in Receipt.objects.order_by("pk")] == [30_000, -30_000]
    assert ledger.entries(dossier.ledger_stream).last().payload["details"]["reason"] == "Thu nhầm hồ sơ"


def test_only_the_counter_gives_money_back(desk):
    dossier = paid(desk)

    with pytest.raises(NotAllowed):
        services.cancel_fee(
            dossier_id=dossier.pk,
            receipt_id=Receipt.objects.get().pk,
            reason="Thu nhầm",
            by=desk.justice,
            at=MONDAY,
        )


def test_the_diary_names_what_was_added_asked_and_to_whom_work_was_given(desk):
    dossier = processing(desk, land(desk))
    other = desk.officer("land_officer", name="Lý Thị Đo")
    step = open_step(dossier)
    services.assign(
        dossier_id=dossier.pk, step_id=step.pk, account_id=other.account_id, by=desk.leader, at=MONDAY
    )
    services.add_files(dossier_id=dossier.pk, files=(scan(),), by=desk.le, at=MONDAY)
    asked = SupplementInput(component_id="land_origin", reason="Thiếu sơ đồ")
    services.ask_supplement(dossier_id=dossier.pk, items=(asked,), by=desk.le, at=MONDAY)

    told = [entry.remarks for entry in history(dossier)][-3:]

    assert told == [["Lý Thị Đo (thực hiện)"], ["giấy chứng sinh.pdf"], ["Thiếu sơ đồ"]]
