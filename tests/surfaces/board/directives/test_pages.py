"""Every page opens, for those whom it concerns."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.surfaces.board.directives.views import lists
from tests.factories.directives import assigned, drafted, held, planned, proven, task
from tests.surfaces.board.directives.office import client_of

OF_A_DRAFT = ["directive", "directive_edit", "directive_task_new", "directive_models", "directive_issue",
              "directive_withdraw", "directive_preview"]  # fmt: skip
PLAIN = ["directive_list", "directive_draft", "directive_enter", "task_list", "task_late", "conference_list",
         "conference_new", "feed_help"]  # fmt: skip


@pytest.mark.parametrize("name", PLAIN)
def test_pages_without_a_thing_open(district, name):
    page = client_of(district.hanh).get(reverse(f"board:{name}"))

    assert page.status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "directive",
        "directive_edit",
        "directive_task_new",
        "directive_models",
        "directive_issue",
        "directive_withdraw",
    ],
)
def test_pages_of_a_draft_open(district, name):
    directive = planned(district, task(*district.communes, deadline_on=None), at=timezone.now())

    assert client_of(district.chair).get(reverse(f"board:{name}", args=[directive.pk])).status_code == 200


def test_pages_of_a_task_open(district):
    it = proven(district, assigned(district, task(district.an_hiep, deadline_on=None), at=timezone.now()))

    for slug in ("", "tien-do/", "minh-chung/", "hoan-thanh/", "gia-han/", "thoi-giao/"):
        assert client_of(district.ba).get(reverse("board:task", args=[it.pk]) + slug).status_code == 200


def test_pages_of_a_conference_open(district):
    conference = held(district, at=timezone.now())

    for name in ("conference", "conference_edit"):
        assert client_of(district.hanh).get(reverse(f"board:{name}", args=[conference.pk])).status_code == 200


def test_a_draft_is_nobody_elses_business(district):
    directive = drafted(district, at=timezone.now())

    page = client_of(district.ba).get(reverse("board:directive", args=[directive.pk]))

    assert page.status_code == 403
    assert "không gửi tới đơn vị của bạn" in page.text


def test_a_commune_reads_its_own_part_of_a_text_and_its_giver_the_whole(district):
    it = assigned(district, task(*district.communes, deadline_on=timezone.localdate()), at=timezone.now())
    late = timezone.localdate() - timedelta(days=3)
    it.directive.tasks.exclude(lead_unit=district.an_hiep).update(deadline_on=late)
    address = reverse("board:directive_list")

    giver, own, other = (
        client_of(who).get(address).text for who in (district.hanh, district.ba, district.tu)
    )

    assert "0/12" in giver
    assert "11 trễ" in giver
    assert "của đơn vị mình" in own
    assert "trễ" not in own.partition("data-row")[2].partition("</tr>")[0]
    assert "1 trễ" in other
    assert not re.search(r"\d/12(?!/)", own + other)  # a day in December is no share of twelve units


def test_a_task_of_many_units_stands_once_among_those_given(district):
    it = assigned(district, task(*district.communes, deadline_on=timezone.localdate()), at=timezone.now())
    late = timezone.localdate() - timedelta(days=3)
    it.directive.tasks.filter(lead_unit__in=district.communes[:2]).update(deadline_on=late)

    page = client_of(district.hanh).get(reverse("board:task_list")).text

    assert page.count(it.content) == 1
    assert "2 đơn vị trễ: Thị trấn Cái Tàu Hạ, Xã An Hiệp; 10 đơn vị khác chưa xong" in page
    assert "Trễ 3 ngày" in page


def test_a_long_list_of_tasks_given_is_cut_between_tasks_and_never_within_one(district, monkeypatch):
    monkeypatch.setattr(lists, "MOST_GIVEN", 1)
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (3, 9))
    first = assigned(district, task(*district.communes, deadline_on=soon), at=timezone.now())
    other = assigned(
        district, task(district.an_hiep, content="Báo cáo vướng mắc", deadline_on=later), at=timezone.now()
    )

    page = client_of(district.hanh).get(reverse("board:task_list")).text

    assert first.content in page
    assert "12 đơn vị chưa xong" in page
    assert other.content not in page


def test_a_commune_does_not_read_who_opened_a_text_elsewhere(district):
    it = assigned(district, task(*district.communes, deadline_on=None), at=timezone.now())
    address = reverse("board:directive", args=[it.directive_id])
    client_of(district.head_of_town).get(address)

    own, giver = client_of(district.ba).get(address).text, client_of(district.hanh).get(address).text

    assert "Võ Văn Hai, " not in own
    assert "Trần Văn Ba, " in own
    assert "2 trên 12 đơn vị đã xem" in giver
    assert "Võ Văn Hai, " in giver
