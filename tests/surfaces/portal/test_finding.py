"""A neighbour's words lead to a procedure; the sheet says the four answers."""

from django.urls import reverse

from motcua.catalogue.models import Procedure


def page(client, name, *args, **query):
    answer = client.get(reverse(f"portal:{name}", args=args), query)
    return answer.status_code, answer.content.decode()


def test_the_door_says_whether_it_is_open_and_where_it_stands(client, office):
    status, text = page(client, "home")

    assert status == 200
    assert "Hôm nay bà con cần làm việc gì?" in text
    assert "mở cửa" in text
    assert "xã An Thạnh, thành phố Cần Thơ" in text
    assert "Thứ Hai đến Thứ Sáu" in text
    assert "07:30 – 11:30 và 13:00 – 17:00" in text


def test_the_door_answers_before_any_unit_is_chosen(client, db, settings):
    settings.HOME_UNIT = ""

    assert page(client, "home")[0] == 200


def test_a_need_in_everyday_words_finds_its_procedure(client, office):
    _status, text = page(client, "search", q="mới sinh con")

    assert reverse("portal:procedure", args=["birth_registration"]) in text


def test_nothing_found_shows_other_ways(client, office):
    _status, text = page(client, "search", q="zzzz qqqq")

    assert "Chưa tìm thấy việc này" in text


def test_the_part_is_what_a_reload_would_show(client, office):
    part = client.get(reverse("portal:search"), {"q": "khai tử"}, headers={"HX-Request": "true"})

    assert part.text.strip() in client.get(reverse("portal:search"), {"q": "khai tử"}).text


def test_all_procedures_stand_under_their_fields(client, office):
    _status, text = page(client, "procedures")

    assert "Tất cả 44 thủ tục" in text
    assert "<h2>Hộ tịch</h2>" in text


def test_a_turn_in_life_gathers_its_procedures(client, office):
    _status, text = page(client, "procedures", viec="death")

    assert reverse("portal:procedure", args=["death_registration"]) in text
    assert reverse("portal:procedure", args=["marriage_registration"]) not in text


def test_every_sheet_says_that_no_other_paper_may_be_asked_for(client, office):
    slugs = list(Procedure.objects.values_list("slug", flat=True))

    silent = [
        slug for slug in slugs if "không ai được đòi thêm giấy khác" not in page(client, "procedure", slug)[1]
    ]

    assert len(slugs) == 44
    assert silent == []


def test_a_chosen_case_counts_its_own_day(client, office):
    usual = page(client, "procedure", "civil_status_change")[1]
    status, other = page(client, "procedure", "civil_status_change", **{"truong-hop": "supplement_info"})

    assert "Trường hợp của tôi" in usual
    assert status == 200
    assert "checked" in other


def test_an_unknown_procedure_is_not_found_in_vietnamese(client, office):
    status, text = page(client, "procedure", "khong_co")

    assert status == 404
    assert "Không có trang này" in text
