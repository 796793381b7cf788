"""The page of one dossier: what it says in each state, and to whom."""

import pytest
from django.urls import reverse

from motcua.kernel.models import LedgerEntry
from tests.clock import clock
from tests.factories import dossiers as made
from tests.factories.organisation import UnitFactory, officer_at
from tests.kernel.tampering import guard_lifted
from tests.surfaces.desk.dossier_client import address, counter

__all__ = ["clock", "counter"]


@pytest.mark.parametrize("state", ["accepted", "processing", "drafted", "signed", "processed", "returned"])
@pytest.mark.parametrize("who", ["le", "justice", "leader", "clerk", "head", "land"])
def test_every_officer_reads_the_page_in_every_state(counter, state, who):
    dossier = getattr(made, state)(counter.desk)

    page = counter.client(who).get(address(dossier))

    assert page.status_code == 200
    assert "Nguyễn Thị Ngọc Hân, cho con Trần Gia Bảo" in page.text


def test_an_officer_of_another_unit_finds_nothing(counter):
    stranger = officer_at(UnitFactory(), "one_stop_officer")
    dossier = made.accepted(counter.desk)

    assert counter.client(stranger).get(address(dossier)).status_code == 404
    assert counter.client(stranger).post(address(dossier, "chuyen")).status_code == 404


def test_whoever_may_not_act_sees_the_page_without_the_button(counter):
    page = counter.client("land").get(address(made.accepted(counter.desk))).text

    assert "Đang chờ Một cửa: Trần Mỹ Lệ" in page
    assert "Chuyển giải quyết" not in page


def test_the_number_stays_masked_until_somebody_asks(counter):
    dossier = made.accepted(counter.desk)
    officer = counter.client("le")

    page = officer.get(address(dossier)).text
    asked = officer.post(reverse("desk:dossier_number", args=[dossier.pk])).text

    assert "092185004417" not in page
    assert "092 ••• ••• 417" in page
    assert "092 185 004 417" in asked


def test_no_personal_fact_stands_in_the_title(counter):
    page = counter.client("le").get(address(made.accepted(counter.desk))).text

    assert "Hân" not in page.partition("</title>")[0]


def test_the_diary_tells_newest_first_and_vouches_for_its_chain(counter):
    page = counter.client("le").get(address(made.processing(counter.desk))).text

    assert "Chuỗi nguyên vẹn" in page
    assert page.index("Chuyển giải quyết, Trần Mỹ Lệ") < page.index("Tiếp nhận, Trần Mỹ Lệ")


def test_a_diary_that_was_changed_behind_its_back_says_so(counter):
    dossier = made.accepted(counter.desk)
    with guard_lifted():
        LedgerEntry.objects.filter(stream=dossier.ledger_stream).update(verb="note")

    assert "Nhật ký đã bị sửa sau khi ghi" in counter.client("le").get(address(dossier)).text


def test_a_dossier_that_waits_for_its_applicant_says_what_is_missing(counter):
    page = counter.client("le").get(address(counter.asked())).text

    assert "Thiếu sơ đồ thửa đất" in page
    assert "chờ bổ sung giấy tờ, từ" in page
    assert "Nhận giấy tờ bổ sung" in page


def test_a_dossier_handed_in_from_afar_waits_for_the_counter(counter):
    page = counter.client("le").get(address(counter.registered())).text

    assert "Tiếp nhận, hẹn ngày trả" in page
    assert "Chưa tiếp nhận nên chưa có bước nào" in page


def test_a_page_asks_a_fixed_number_of_questions(counter, django_assert_max_num_queries):
    dossier, officer = made.returned(counter.desk), counter.client("le")
    officer.get(address(dossier))

    with django_assert_max_num_queries(40):
        officer.get(address(dossier))
