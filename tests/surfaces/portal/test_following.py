"""Following a dossier: two things that the owner knows, nothing that a stranger may learn."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from motcua.dossiers import services
from motcua.dossiers.inputs import SupplementInput
from tests.factories.dossiers import MONDAY, Desk, accepted

FOLLOW = reverse("portal:follow")


@pytest.fixture(autouse=True)
def nobody_has_guessed():
    cache.clear()


@pytest.fixture
def desk(db):
    return Desk()


@pytest.fixture
def dossier(desk):
    return accepted(desk)


def ask(client, code, tail):
    return client.post(FOLLOW, {"ma": code, "duoi": tail})


def test_code_and_telephone_show_the_state_the_day_and_why(client, dossier):
    text = ask(client, dossier.code, "5678").text

    assert "Một cửa đã nhận đủ giấy tờ. Bà con chưa phải làm gì." in text
    assert "Thứ Hai" in text
    assert "23/11/2026" in text
    assert "Nhận lúc 09:12, trước 15:00, nên trả trong ngày." in text


def test_a_code_is_read_however_it_was_typed(client, dossier):
    assert ask(client, f"  {dossier.code.lower()} ", "5678").status_code == 200


@pytest.mark.parametrize(
    "marks", [{"-": "–"}, {"-": " ", ".": " "}, {"-": "", ".": ""}, {".": ""}, {"-": " - "}]
)
def test_a_code_is_read_with_other_marks_than_the_paper_has(client, dossier, marks):
    typed = dossier.code.translate(str.maketrans(marks))

    assert ask(client, typed, "5678").status_code == 200
    assert ask(client, typed, "0000").status_code == 422


@pytest.mark.parametrize("typed", ["", "261120", "H13", "mất giấy hẹn", "🎉", "0912345678 ", "-" * 500])
def test_what_is_no_code_finds_nothing(client, dossier, typed):
    assert ask(client, typed, "5678").status_code == 422


def test_only_the_masked_name_is_shown(client, dossier):
    text = ask(client, dossier.code, "5678").text

    assert "N. T. N. Hân" in text
    assert not {"Nguyễn Thị Ngọc Hân", "Trần Gia Bảo", "092185004417", "0912345678"} & {
        secret
        for secret in ("Nguyễn Thị Ngọc Hân", "Trần Gia Bảo", "092185004417", "0912345678")
        if secret in text
    }


def test_the_receipts_qr_needs_no_typing(client, dossier):
    address = reverse("portal:follow_by_token", args=[dossier.follow_token])

    assert dossier.code in client.get(address).text


def test_an_unknown_token_is_not_found(client, dossier):
    assert client.get(reverse("portal:follow_by_token", args=["x" * 20])).status_code == 404


def test_a_wrong_end_of_the_telephone_tells_nothing(client, dossier):
    answer = ask(client, dossier.code, "0000")

    assert answer.status_code == 422
    assert "Không thấy hồ sơ nào có mã và số điện thoại đó" in answer.text
    assert dossier.code in answer.text
    assert "Hân" not in answer.text


@pytest.mark.parametrize(("code", "tail"), [("", "5678"), ("H13.58.12-261123-0001", "56"), ("", "")])
def test_what_is_missing_is_said_at_its_field(client, db, code, tail):
    answer = ask(client, code, tail)

    assert answer.status_code == 422
    assert "chỗ cần sửa" in answer.text


def test_guessing_stops_after_a_few_tries(client, dossier):
    for tail in ("0000", "0001", "0002", "0003", "0004"):
        ask(client, dossier.code, tail)
    answer = ask(client, dossier.code, "5678")

    assert answer.status_code == 429
    assert "Đã thử sai nhiều lần" in answer.text


def test_a_supplement_names_the_papers_but_not_what_was_written_about_people(client, desk, dossier):
    services.transfer(dossier_id=dossier.pk, by=desk.le, at=MONDAY)
    services.ask_supplement(
        dossier_id=dossier.pk,
        items=(SupplementInput(component_id="birth_proof", reason="Giấy chứng sinh ghi sai tên mẹ"),),
        by=desk.justice,
        at=MONDAY,
    )
    text = ask(client, dossier.code, "5678").text

    assert "Còn thiếu giấy tờ." in text
    assert "Giấy chứng sinh; nếu không có" in text
    assert "Giấy chứng sinh ghi sai tên mẹ" not in text


def test_the_answer_is_kept_nowhere(client, dossier):
    headers = ask(client, dossier.code, "5678").headers

    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex"


def test_the_page_is_readable_for_everybody(open_page, dossier):
    from tests.browser import assert_accessible, shot

    for width, dark in (("phone", False), ("desktop", False), ("desktop", True)):
        page = open_page(width, dark=dark)
        page.goto(reverse("portal:follow_by_token", args=[dossier.follow_token]))
        shot(page, f"portal-follow-{width}{'-dark' if dark else ''}")
        assert_accessible(page)


def test_each_step_is_told_in_the_words_of_a_neighbour(client, dossier):
    text = ask(client, dossier.code, "5678").text

    assert "Đang ở bước này:" in text
    assert [
        words in text for words in ("Lãnh đạo ký", "Văn thư vào sổ, đóng dấu", "Trả kết quả cho bà con")
    ] == [True] * 3
    assert "cập nhật phần mềm" not in text
