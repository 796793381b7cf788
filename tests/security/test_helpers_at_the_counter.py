"""Helpers of the office hold a post and see nobody's facts, by whatever page they come."""

import re
from html import unescape

import pytest
from django.urls import reverse

from motcua.organisation.roles import Role
from tests.factories.dossiers import accepted
from tests.factories.identity import PersonFactory
from tests.surfaces.desk.office import client_of

HELPERS = [Role.YOUTH_VOLUNTEER, Role.POST_OFFICER, Role.HAMLET_HEAD, Role.FRONT_MEMBER, Role.CITIZEN]
NUMBER = "092080123457"


@pytest.fixture(params=HELPERS)
def helper(request, desk):
    return client_of(desk.officer(request.param, name="Lâm Chí Hiếu"))


def test_a_helper_does_not_read_people_from_the_intake_page(helper):
    known = PersonFactory(full_name="Nguyễn Thị Hoa", personal_id=NUMBER, phone="0912345678")
    page = reverse("desk:intake")

    answers = [
        helper.get(page, {"nguoi": known.pk}),
        helper.post(page, {"intake.pick_person": known.pk}),
        helper.post(page, {"intake.do": "find", "intake.find": NUMBER}),
        helper.post(reverse("desk:intake_people"), {"intake.find": "nguyen thi hoa"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert not [answer for answer in answers if known.full_name in answer.text]


def test_a_helper_stores_no_file_and_keeps_no_draft(helper):
    for name in ("intake_files", "intake_draft", "intake_live", "intake_procedures"):
        assert helper.post(reverse(f"desk:{name}"), {"intake.key": "a" * 32}).status_code == 403


def test_a_helper_does_not_read_a_dossier_from_the_end_of_its_intake(desk, helper):
    dossier = accepted(desk)

    for name in ("intake_done", "accept_registered"):
        assert helper.get(reverse(f"desk:{name}", args=[dossier.pk])).status_code == 403


@pytest.mark.parametrize("page", ["home", "procedures"])
def test_every_link_that_a_helper_sees_opens(helper, page):
    shown = helper.get(reverse(f"desk:{page}")).text
    linked = set(re.findall(r'href="(/(?:ban-lam-viec|dieu-hanh)/[^"#]*)"', shown))

    closed = {address for address in linked if helper.get(unescape(address)).status_code >= 400}

    assert linked
    assert not closed


def test_who_reads_dossiers_is_led_to_the_intake(desk):
    shown = client_of(desk.le).get(reverse("desk:home")).text

    assert f'href="{reverse("desk:intake")}"' in shown


def test_who_takes_part_in_reform_is_led_to_its_pages_and_every_link_opens(desk):
    officer = client_of(desk.officer(Role.PAR_OFFICER, name="Võ Thị Nhung"))
    shown = officer.get(reverse("desk:home")).text
    linked = set(re.findall(r'href="(/(?:ban-lam-viec|dieu-hanh)/[^"#]*)"', shown))

    assert {
        reverse(f"board:{page}") for page in ("task_list", "directive_list", "matrix", "periodic_list")
    } <= linked
    assert not {address for address in linked if officer.get(unescape(address)).status_code >= 400}
