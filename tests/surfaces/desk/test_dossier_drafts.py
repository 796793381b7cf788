"""Drawing up the result: filled in with what is known, looked at before it is kept, signed by somebody else."""

from django.urls import reverse

from motcua.documents.models import Paper
from tests.clock import clock
from tests.documents.reading import text_of
from tests.factories import dossiers as made
from tests.surfaces.desk.dossier_client import address, counter

__all__ = ["clock", "counter"]

CERTIFICATE = {
    "full_name": "Trần Gia Bảo", "birth_on": "10/11/2026", "sex": "Nam", "ethnicity": "Kinh", "nationality": "Việt Nam",
    "birth_place": "xã An Thạnh", "home_town": "xã An Thạnh", "personal_id": "",
    "mother_full_name": "Nguyễn Thị Ngọc Hân", "mother_birth_year": "1985", "mother_nationality": "Việt Nam",
    "declarant_name": "Nguyễn Thị Ngọc Hân", "declarant_id_paper": "",
}  # fmt: skip


def typed(counter, dossier, **changes):
    return CERTIFICATE | {"revision": dossier.revision, "signer": counter.desk.leader.account_id} | changes


def test_a_birth_certificate_is_filled_in_from_the_e_form(counter):
    page = counter.client("justice").get(address(made.processing(counter.desk), "soan-ket-qua")).text

    for known in ("Trần Gia Bảo", "10/11/2026", "Kinh", "Việt Nam", "Nguyễn Thị Ngọc Hân", "1985"):
        assert f'value="{known}"' in page
    assert "Võ Thị Lan" in page


def test_a_draft_is_numbered_once_and_drawn_up_again_under_the_same_number(counter):
    dossier = made.processing(counter.desk)
    officer = counter.client("justice")
    officer.post(address(dossier, "soan-ket-qua"), typed(counter, dossier))
    dossier.refresh_from_db()
    first = dossier.result

    officer.post(address(dossier, "soan-ket-qua"), typed(counter, dossier, full_name="Trần Gia Bảo An"))

    dossier.refresh_from_db()
    assert (first.number, dossier.result.number) == ("01/2026", "01/2026")
    assert dossier.result.data["full_name"] == "Trần Gia Bảo An"


def test_a_draft_is_looked_at_without_being_kept(counter):
    dossier = made.processing(counter.desk)

    answer = counter.client("justice").post(
        reverse("desk:draft_preview", args=[dossier.pk]), typed(counter, dossier)
    )

    assert "TRẦN GIA BẢO" in text_of(answer.content)
    assert not Paper.objects.filter(kind="birth_certificate").exists()


def test_a_wrong_number_of_the_child_is_said_and_the_rest_stays(counter):
    dossier = made.processing(counter.desk)

    answer = counter.client("justice").post(
        address(dossier, "soan-ket-qua"),
        typed(counter, dossier, personal_id="09232600", home_town="xã Đại Ân"),
    )

    assert answer.status_code == 422
    assert "Thiếu 4 chữ số" in answer.text
    assert 'value="xã Đại Ân"' in answer.text


def test_a_certified_copy_takes_one_line_of_its_book(counter):
    dossier = made.processing(counter.desk, made.copies(counter.desk))
    officer, page = counter.client("justice"), address(dossier, "soan-ket-qua")
    said = {
        "statement": "Chứng thực bản sao đúng với bản chính.", "signer": counter.desk.leader.account_id,
        "name-0": "Bằng tốt nghiệp THPT", "pages-0": "2", "copies-0": "3",
        "name-1": "Sổ hộ khẩu", "pages-1": "16", "copies-1": "1",
    }  # fmt: skip

    for _attempt in range(2):
        dossier.refresh_from_db()
        officer.post(page, said | {"revision": dossier.revision})

    dossier.refresh_from_db()
    assert (dossier.result.number, dossier.result.data["book_no"]) == ("1", "01/2026-SCT/BS")
    assert [line["value"] for line in dossier.result.data["details"]] == [
        "Bằng tốt nghiệp THPT: 03 bản, mỗi bản 02 trang", "Sổ hộ khẩu: 01 bản, mỗi bản 16 trang",
    ]  # fmt: skip


def test_another_result_is_written_line_by_line(counter):
    dossier = made.processing(counter.desk, made.single(counter.desk))
    officer, page = counter.client("justice"), address(dossier, "soan-ket-qua")
    known = officer.get(page).text

    officer.post(page, {
        "revision": dossier.revision, "type_vi": "Giấy xác nhận", "symbol": "XNTTHN", "about": "tình trạng hôn nhân",
        "grounds": "", "lines": "Họ tên: Nguyễn Thị Ngọc Hân\nTình trạng: chưa kết hôn\nvới ai",
        "signer": counter.desk.leader.account_id,
    })  # fmt: skip

    dossier.refresh_from_db()
    assert 'value="Giấy xác nhận"' in known
    assert [(line["label"], line["value"]) for line in dossier.result.data["fields"]] == [
        ("Họ tên", "Nguyễn Thị Ngọc Hân"), ("Tình trạng", "chưa kết hôn với ai"),
    ]  # fmt: skip


def test_who_received_a_dossier_is_told_why_they_do_not_sign_it(counter):
    both = counter.desk.officer("one_stop_officer", "commune_leader", name="Hai Vai")
    counter.desk.le = both
    dossier = made.drafted(counter.desk)

    page = counter.client(both).get(address(dossier)).text

    assert "Người nhận và người ký phải khác nhau" in page
    assert address(dossier, "ky") not in page
