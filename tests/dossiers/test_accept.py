from datetime import datetime

from motcua.dossiers.models import Dossier
from tests.factories.dossiers import HANOI, MONDAY, accepted, birth, copies, land


def test_a_birth_handed_in_before_three_is_due_at_the_close_of_the_day(desk):
    dossier = accepted(desk)

    assert dossier.code == "H13.58.12-261123-0001"
    assert dossier.state == "accepted"
    assert dossier.due_at == dossier.first_due_at == datetime(2026, 11, 23, 17, 0, tzinfo=HANOI)
    assert (dossier.applicant_name, dossier.subject_name) == ("Nguyễn Thị Ngọc Hân", "Trần Gia Bảo")
    assert (dossier.book_number, dossier.book_sequence) == ("01/2026", 1)


def test_certified_copies_cost_what_their_pages_cost(desk):
    dossier = accepted(desk, copies(desk))

    assert dossier.bill.total_vnd == 3 * 4_000 + 18_000


def test_land(desk):
    dossier = accepted(desk, land(desk))
    assert dossier.due_at == datetime(2026, 12, 22, 9, 12, tzinfo=HANOI)
    assert Dossier.objects.get() == dossier
