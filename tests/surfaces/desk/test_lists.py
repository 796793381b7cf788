import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.dossiers.models import AccessRecord, Dossier, SavedView
from tests.factories import dossiers
from tests.surfaces.desk.office import LONG_NAME, busy, client_of, multiplied, submitted

LIST = "/ban-lam-viec/ho-so/"


def codes(page: str) -> list[str]:
    return re.findall(r"(\d{6}-\d{4,})</td>", page)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", [LIST, f"{LIST}?nhom=pending", "/ban-lam-viec/?chon=tat-ca"])
def test_fifty_rows_cost_as_many_queries_as_one(office, address):
    one = dossiers.processing(office, dossiers.single(office), at=office.days_ago(1))
    client = client_of(office.le)
    client.get(address)
    for_one = queries(client, address)

    multiplied(one, 60)

    assert queries(client, address) == for_one


def test_pages_follow_each_other_without_a_gap_or_a_double_and_lead_back(office):
    multiplied(dossiers.processing(office, dossiers.single(office), at=office.days_ago(1)), 119)
    client = client_of(office.le)

    pages, address = [], f"{LIST}?nhom=pending"
    while address:
        page = client.get(address).text
        pages.append(codes(page))
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    back = re.search(r'rel="prev" href="([^"]+)"', page)[1].replace("&amp;", "&")

    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({code for page in pages for code in page}) == 120
    assert codes(client.get(back).text) == pages[1]


def test_a_long_list_says_how_many_are_shown_not_how_many_there_are(office):
    multiplied(dossiers.processing(office, dossiers.single(office), at=office.days_ago(1)), 70)

    page = client_of(office.le).get(LIST).text

    assert "50 hồ sơ đầu" in page
    assert "71 hồ sơ" not in page


@pytest.mark.parametrize("text", ["phuong uyen", "Phương Uyên", "uyen huynh"])
def test_a_name_is_found_with_and_without_marks(office, text):
    busy(office)

    page = client_of(office.le).get(LIST, {"tim": text}).text

    assert LONG_NAME in page
    assert page.count("<tr data-row>") == 1


def test_part_of_a_code_a_telephone_and_the_box_over_every_page_find_dossiers(office):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)
    client = client_of(office.le)

    asked = [
        {"tim": dossier.short_code[:9]},
        {"tim": dossier.code[-4:]},
        {"tim": "0912 345 678"},
        {"q": dossier.short_code},
    ]

    assert [codes(client.get(LIST, question).text) for question in asked] == [[dossier.short_code]] * 4


def test_a_list_opened_by_a_personal_number_is_written_down(office):
    dossiers.accepted(office, dossiers.birth(office), at=office.at)

    page = client_of(office.le).get(LIST, {"tim": "092185004417"}).text

    record = AccessRecord.objects.get()
    assert (record.account_id, record.what, record.count) == (
        office.le.account_id,
        "Danh sách hồ sơ tìm theo số",
        1,
    )
    assert "Lưu danh sách này" not in page


def test_a_list_of_a_sensitive_field_is_written_down_an_ordinary_one_is_not(office):
    dossiers.accepted(
        office, dossiers.martyr(office, limit_days=10, limit_reason="Chờ xác minh"), at=office.at
    )
    dossiers.accepted(office, dossiers.birth(office), at=office.at)
    client = client_of(office.le)

    client.get(LIST, {"linh-vuc": "ho_tich"})
    client.get(LIST, {"linh-vuc": "nguoi_co_cong"})

    assert [record.what for record in AccessRecord.objects.all()] == [
        "Danh sách hồ sơ lĩnh vực nguoi_co_cong"
    ]


def test_each_active_filter_stands_as_a_chip_whose_cross_takes_it_away(office):
    page = client_of(busy(office).le).get(LIST, {"han": "overdue", "linh-vuc": "ho_tich"}).text

    chips = re.findall(r'<a class="m-chip m-chip--on" href="([^"]+)">([^<]+)<svg', page)
    assert chips == [(f"{LIST}?linh-vuc=ho_tich", "Quá hạn"), (f"{LIST}?han=overdue", "Hộ tịch")]


def test_the_part_carries_the_clean_address_for_the_browser(office):
    answer = client_of(office.le).get(
        LIST, {"tim": "", "nhom": "", "han": "overdue"}, headers={"HX-Request": "true"}
    )

    assert answer["HX-Push-Url"] == f"{LIST}?han=overdue"


def test_an_empty_list_says_what_to_do_next(office):
    client = client_of(office.le)

    assert "Hồ sơ đầu tiên nhận ở quầy sẽ hiện ở đây." in client.get(LIST).text
    assert "Bỏ bớt một bộ lọc" in client.get(LIST, {"tim": "khong ai"}).text


def test_a_list_is_saved_found_again_and_forgotten(office):
    client = client_of(office.le)

    saved = client.post(
        reverse("desk:view_save"), {"name": "Đất quá hạn", "query": "han=overdue&linh-vuc=dat_dai"}
    )
    view = SavedView.objects.get()
    shown = client.get(LIST).text
    client.post(reverse("desk:view_delete", args=[view.pk]))

    assert saved["Location"] == f"{LIST}?linh-vuc=dat_dai&han=overdue"
    assert "?linh-vuc=dat_dai&amp;han=overdue" in shown
    assert "Đất quá hạn" in shown
    assert not SavedView.objects.exists()


def test_saved_lists_belong_to_who_saved_them(office):
    client_of(office.le).post(reverse("desk:view_save"), {"name": "Của tôi", "query": "han=overdue"})
    view = SavedView.objects.get()

    client_of(office.tam).post(reverse("desk:view_delete", args=[view.pk]))

    assert SavedView.objects.filter(pk=view.pk).exists()


def test_a_search_by_a_personal_number_is_never_saved(office):
    form = {"name": "Bà Hân", "query": "tim=092185004417"}

    answer = client_of(office.le).post(reverse("desk:view_save"), form, follow=True)

    assert "không lưu danh sách tìm theo số của một người" in answer.text
    assert not SavedView.objects.exists()


def test_a_list_without_a_name_is_not_saved(office):
    answer = client_of(office.le).post(
        reverse("desk:view_save"), {"name": " ", "query": "han=overdue"}, follow=True
    )

    assert "Đặt tên cho danh sách." in answer.text
    assert not SavedView.objects.exists()


def test_the_letter_box_shows_the_oldest_first_and_until_when_it_should_be_answered(office):
    submitted(office, office.days_ago(1), "Danh Bích Liễu")
    submitted(office, office.days_ago(9), "Kim Thị Hồng Đào")

    page = client_of(office.le).get(reverse("desk:waiting")).text

    assert page.index("Kim Thị Hồng Đào") < page.index("Danh Bích Liễu")
    assert re.search(r"Trễ \d ngày", page)


def test_a_result_is_handed_over_to_whoever_stands_there(office):
    newborn = dossiers.birth(office, answers={"child_dob": f"{office.days_ago(8).date()}"})
    dossier = dossiers.processed(office, newborn, at=office.days_ago(1))
    form = {"received_by_name": "Nguyễn Văn Sáu", "channel": "direct", "revision": dossier.revision}

    answer = client_of(office.le).post(reverse("desk:return_one", args=[dossier.pk]), form, follow=True)

    dossier.refresh_from_db()
    assert (dossier.state, dossier.returned_to) == ("returned", "Nguyễn Văn Sáu")
    assert f"Đã trả kết quả hồ sơ {dossier.short_code} cho Nguyễn Văn Sáu." in answer.text


def test_an_unpaid_result_stays_on_the_shelf_with_the_reason_and_what_was_typed(office):
    dossier = dossiers.processed(office, dossiers.copies(office), at=office.days_ago(9))
    form = {"received_by_name": "Nguyễn Văn Sáu", "channel": "postal"}

    page = client_of(office.le).get(reverse("desk:returning")).text
    answer = client_of(office.le).post(reverse("desk:return_one", args=[dossier.pk]), form)

    assert "Còn phải thu 30.000 đồng trước khi trả." in page
    assert "Hơn một tuần chưa ai đến lấy" in page
    assert answer.status_code == 422
    assert "Hãy thu phí trước." in answer.text
    assert 'value="Nguyễn Văn Sáu"' in answer.text


def test_a_result_whose_fee_nobody_knows_yet_says_so(office):
    dossiers.processed(office, dossiers.single(office), at=office.days_ago(1))

    page = client_of(office.le).get(reverse("desk:returning")).text

    assert "Chưa tính được phí, lệ phí. Tính và thu trước khi trả." in page


def test_a_result_of_another_unit_cannot_be_handed_over(office):
    elsewhere = dossiers.Desk()
    dossier = dossiers.processed(elsewhere, dossiers.single(elsewhere), at=office.days_ago(1))

    answer = client_of(office.le).post(
        reverse("desk:return_one", args=[dossier.pk]), {"received_by_name": "Ai đó"}
    )

    assert answer.status_code == 404
    assert Dossier.objects.get(pk=dossier.pk).state == "processed"


def test_the_shelf_goes_on_page_by_page(office):
    dossier = dossiers.processed(office, dossiers.single(office), at=office.days_ago(1))
    multiplied(dossier, 34)
    client = client_of(office.le)

    first = client.get(reverse("desk:returning")).text
    following = re.search(r'rel="next" href="([^"]+)"', first)[1]
    second = client.get(reverse("desk:returning") + following).text

    assert (first.count("data-row>"), second.count("data-row>")) == (30, 5)
