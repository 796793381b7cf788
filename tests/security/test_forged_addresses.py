"""Addresses and posts that no page of ours makes: an answer in words, never a crash."""

import pytest
from django.urls import reverse

from motcua.dossiers.models import Dossier
from tests.factories import dossiers
from tests.factories.dossiers import Desk
from tests.surfaces.desk.intake_page import birth_page
from tests.surfaces.desk.office import client_of

LISTS = [
    {"tinh-den": "9999-12-31"}, {"nhan-den": "9999-12-31"}, {"nhan-tu": "0001-01-01"}, {"xong-tu": "0001-01-01"},
    {"tim": "a " * 2_000}, {"tiep": "1" * 40}, {"tiep": "5~1e300"}, {"linh-vuc": "' OR 1=1 --"},
]  # fmt: skip
REGISTERS = [{"thang": "12/9999"}, {"ngay": "31/12/9999"}, {"ngay": "01/01/0001"}]
BOARDS = [{"ky": "9999"}, {"ky": "9999-W52"}, {"ky": "0001"}, {"tu": "0001-01-01", "den": "9999-12-31"}]


@pytest.mark.parametrize("query", LISTS)
def test_a_list_leaves_out_what_no_list_can_mean(desk, query):
    assert client_of(desk.le).get(reverse("desk:dossiers"), query).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/tim/?q=%00",
        "/theo-doi/%00abc/",
        "/thu-tuc/?linh-vuc=a%00",
        "/%00",
        "/quan-tri/?%00=1",
        "/suc-khoe?a=%2500%00",
    ],
)
def test_an_address_with_a_nul_character_is_a_bad_one_for_anybody(client, db, address):
    answer = client.get(address)

    assert answer.status_code == 400
    assert "Máy chưa đọc được điều vừa gửi" in answer.text


@pytest.mark.parametrize("name", ["dossiers", "people", "procedures", "register", "home"])
def test_a_list_with_a_nul_character_is_a_bad_address(desk, name):
    assert client_of(desk.le).get(reverse(f"desk:{name}") + "?q=%00&tim=%00").status_code == 400


def test_a_nul_character_in_what_was_typed_is_left_out(desk):
    found = client_of(desk.le).post(reverse("desk:intake_people"), {"intake.find": "nguyễn\x00 an"})

    assert found.status_code == 200


def test_a_session_that_is_no_text_is_nobody(client, db, settings):
    client.cookies.load({settings.SESSION_COOKIE_NAME: "\x00" * 12})

    assert client.get("/ban-lam-viec/").status_code == 302


@pytest.mark.parametrize("query", REGISTERS)
def test_the_register_opens_today_for_a_day_beyond(desk, query):
    assert client_of(desk.le).get(reverse("desk:register"), query).status_code == 200


@pytest.mark.parametrize("query", BOARDS)
@pytest.mark.parametrize("page", ["board", "units", "report", "dossiers"])
def test_the_board_refuses_a_period_beyond(desk, page, query):
    assert client_of(desk.leader).get(reverse(f"board:{page}"), query).status_code == 400


def test_a_person_who_is_no_number_is_nobody(desk):
    page, counter = reverse("desk:intake"), client_of(desk.le)

    assert counter.get(page, {"nguoi": "²"}).status_code == 200
    assert counter.post(page, {"intake.pick_person": "²"}).status_code == 422


def test_a_person_who_was_never_written_down_hands_nothing_in(desk):
    page = birth_page(client_of(desk.le)).fill(applicant__pk="999999").do("accept")

    assert page.status == 422
    assert "Không tìm thấy người vừa chọn" in page.text
    assert not Dossier.objects.exists()


def test_a_step_of_another_dossier_is_not_found(desk):
    own, other = (dossiers.processing(desk, dossiers.birth(desk)) for _ in range(2))
    step = other.case.steps.filter(state="open").first()

    sent = {"step": step.pk, "revision": own.revision}
    assert (
        client_of(desk.justice).post(reverse("desk:quick", args=[own.pk, "complete"]), sent).status_code
        == 404
    )


def test_a_desk_elsewhere_sees_neither_the_dossier_nor_its_parts(desk):
    dossier, stranger = dossiers.accepted(desk), client_of(Desk().le)
    names = "dossier", "dossier_answers", "dossier_zip", "dossier_control_slip", "intake_done"

    assert {stranger.get(reverse(f"desk:{name}", args=[dossier.pk])).status_code for name in names} == {404}
