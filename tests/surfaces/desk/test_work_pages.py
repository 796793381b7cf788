import re

import pytest
from django.urls import reverse

from motcua.identity.models import Account
from motcua.organisation.roles import Role
from tests.factories import dossiers
from tests.factories.identity import AccountFactory
from tests.surfaces.desk.office import busy, client_of, somebody

PAGES = ["home", "waiting", "signing", "returning", "dossiers", "people", "procedures", "register"]
WITH_PEOPLE = ["waiting", "signing", "returning", "dossiers", "people", "register"]
NAME = "Thạch Thị Sa Rây"


@pytest.mark.parametrize("who", ["le", "head", "justice", "leader", "clerk"])
def test_every_page_opens_for_everybody_who_works_on_dossiers(office, who):
    client = client_of(getattr(busy(office), who))

    opened = {name: client.get(reverse(f"desk:{name}")).status_code for name in PAGES}

    assert opened == dict.fromkeys(PAGES, 200)


def test_an_officer_of_another_unit_sees_nothing_of_this_one(office):
    busy(office)
    stranger = dossiers.Desk().le

    shown = [client_of(stranger).get(reverse(f"desk:{name}")).text for name in PAGES if name != "people"]

    assert not [page for page in shown if NAME in page or re.search(r"26\d{4}-\d{4}", page)]


def test_a_youth_volunteer_gets_no_dossier_and_no_person(office):
    busy(office)
    volunteer = client_of(office.officer(Role.YOUTH_VOLUNTEER, name="Lâm Chí Hiếu"))

    refused = {name: volunteer.get(reverse(f"desk:{name}")).status_code for name in WITH_PEOPLE}

    assert refused == dict.fromkeys(WITH_PEOPLE, 403)
    assert NAME not in volunteer.get(reverse("desk:home"), {"chon": "tat-ca"}).text


def test_who_works_on_no_dossier_reads_why_the_page_stays_closed(office):
    page = (
        client_of(office.officer(Role.HOME_AFFAIRS_OFFICER, name="Võ Thị Hồng Nhung"))
        .get(reverse("desk:dossiers"))
        .text
    )

    assert "Trang này không mở cho vị trí đang giữ" in page
    assert "chỉ mở cho người giải quyết hồ sơ. Nếu công việc cần, nhờ người quản trị" in page


def test_who_holds_no_post_reads_what_to_do(client, db):
    client.force_login(AccountFactory())

    page = client.get(reverse("desk:home"))

    assert page.status_code == 403
    assert "<h1>Chưa có vị trí công tác</h1>" in page.text
    assert "giao vị trí." in page.text


def counts_on(page: str) -> list[tuple[str, int]]:
    """The five counts: where each leads, and its number."""
    strip = re.search(r'<nav class="m-counts".*?</nav>', page, re.DOTALL)[0]
    found = re.findall(r'href="([^"]+)"[^>]*><b class="m-num">([\d.]+)<', strip)
    return [(href.replace("&amp;", "&"), int(number)) for href, number in found]


def test_each_count_leads_to_exactly_the_dossiers_that_it_counts(office):
    client = client_of(busy(office).le)

    counted = counts_on(client.get(reverse("desk:home")).text)

    shown = [
        (href, client.get(href).text.count("data-row>") + client.get(href).text.count("data-row "))
        for href, _n in counted
    ]
    assert len(counted) == 5
    assert counted == shown


def test_the_specialist_sees_own_steps_the_leader_signatures_the_counter_everything(office):
    busy(office)

    def rows_of(officer):
        return client_of(officer).get(reverse("desk:home")).text.count("<tr data-row>")

    assert (rows_of(office.justice), rows_of(office.leader), rows_of(office.clerk)) == (2, 3, 1)
    assert rows_of(office.le) == 11


def test_the_days_without_work_are_told(office):
    page = client_of(office.le).get(reverse("desk:home")).text

    assert "đã xong mọi việc" in page


def test_an_officer_hands_over_from_the_row_and_comes_back_to_the_list(office):
    dossier = dossiers.accepted(office, dossiers.birth(office, applicant=somebody(NAME)), at=office.at)
    act = reverse("desk:quick", args=[dossier.pk, "transfer"])

    answer = client_of(office.le).post(
        act, {"revision": dossier.revision, "next": "/ban-lam-viec/?chon=toi"}, follow=True
    )

    dossier.refresh_from_db()
    assert dossier.state == "processing"
    assert answer.redirect_chain == [("/ban-lam-viec/?chon=toi", 302)]
    assert f"Đã chuyển hồ sơ {dossier.short_code}. Đang ở: Tư pháp – Hộ tịch: Ngô Thanh Tùng." in answer.text


def test_a_row_that_is_out_of_date_says_what_happened_since(office):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)
    act = reverse("desk:quick", args=[dossier.pk, "transfer"])
    first = client_of(office.le)
    first.post(act, {"revision": dossier.revision})

    answer = first.post(act, {"revision": dossier.revision}, follow=True)

    assert f"Hồ sơ {dossier.short_code} đã được Trần Mỹ Lệ chuyển giải quyết lúc" in answer.text


def test_a_reminder_is_written_into_the_diary_of_the_dossier(office):
    dossier = dossiers.processing(office, dossiers.single(office), at=office.days_ago(45))

    page = client_of(office.leader).get(reverse("desk:home"), {"chon": "tat-ca"}).text
    answer = client_of(office.leader).post(reverse("desk:quick", args=[dossier.pk, "remind"]), follow=True)

    assert reverse("desk:quick", args=[dossier.pk, "remind"]) in page
    assert f"Đã ghi lời nhắc vào nhật ký hồ sơ {dossier.short_code}." in answer.text


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "Ấp Hòa Long", "-5"])
def test_a_row_leads_nowhere_else_than_to_our_own_pages(office, elsewhere):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)
    act = reverse("desk:quick", args=[dossier.pk, "transfer"])

    answer = client_of(office.le).post(act, {"next": elsewhere})

    assert answer["Location"] == reverse("desk:home")


def test_an_act_that_no_row_has_is_no_page(office):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)

    assert client_of(office.le).post(reverse("desk:quick", args=[dossier.pk, "stop"])).status_code == 404


def test_the_part_is_what_a_reload_would_show(office):
    client = client_of(busy(office).le)
    for name, question in [
        ("home", {"chon": "toi"}),
        ("dossiers", {"nhom": "pending"}),
        ("procedures", {"q": "sinh con"}),
    ]:
        part = client.get(reverse(f"desk:{name}"), question, headers={"HX-Request": "true"}).text
        whole = client.get(reverse(f"desk:{name}"), question).text

        def without_tokens(text):
            return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)

        assert without_tokens(part.strip()) in without_tokens(whole)


def test_who_may_read_the_board_finds_it_on_the_rail(office):
    leader, counter = (client_of(who).get("/ban-lam-viec/").text for who in (office.leader, office.le))

    assert 'href="/dieu-hanh/"' in leader
    assert 'href="/dieu-hanh/"' not in counter


def test_an_act_sent_after_the_session_has_ended_leads_back_to_a_page(client, office):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)
    acts = {
        reverse("desk:quick", args=[dossier.pk, "transfer"]): reverse("desk:home"),
        reverse("desk:return_one", args=[dossier.pk]): reverse("desk:returning"),
        reverse("desk:dossier_number", args=[dossier.pk]): reverse("desk:dossier", args=[dossier.pk]),
        reverse("desk:draft_preview", args=[dossier.pk]): reverse("desk:dossier", args=[dossier.pk]),
        reverse("desk:person_merge", args=[dossier.applicant_id]): reverse(
            "desk:person", args=[dossier.applicant_id]
        ),
        reverse("desk:intake_collect", args=[dossier.pk]): reverse("desk:intake_done", args=[dossier.pk]),
        reverse("desk:view_save"): reverse("desk:dossiers"),
    }

    doors = [client.post(act)["Location"] for act in acts]
    client.force_login(Account.objects.get(pk=office.le.account_id))
    arrived = {act: client.get(act, follow=True) for act in acts}

    assert all(door.startswith("/dang-nhap/?next=") for door in doors)
    assert {act: page.request["PATH_INFO"] for act, page in arrived.items()} == acts
    assert {page.status_code for page in arrived.values()} == {200}
