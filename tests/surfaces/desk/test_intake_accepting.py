"""From the card to the receipt, and every way in which it can go wrong; nothing typed is ever lost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from msgspec.structs import replace

from motcua.calendars.models import CalendarYear
from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers.models import Dossier, DossierFile, IntakeDraft
from tests.factories.catalogue import ProcedureVersionFactory, shipped_definition
from tests.factories.dossiers import Desk
from tests.surfaces.desk.intake_page import ADDRESS, CARD, PDF, IntakePage, birth_page, copy_page
from tests.surfaces.desk.office import client_of, submitted


@pytest.fixture
def desk(db) -> Desk:
    desk = Desk()
    for slug in (
        "birth_registration",
        "certified_copy",
        "martyr_worship_allowance",
        "construction_permit_house",
    ):
        desk.version(slug)
    return desk


@pytest.fixture
def counter(desk):
    return client_of(desk.le)


def test_a_birth_goes_from_the_card_to_the_receipt_without_scripts(counter):
    page = birth_page(counter).do("accept")

    dossier = page.dossier
    assert (dossier.state, dossier.applicant_name) == ("accepted", "Trần Lê Hoàng Minh Khang")
    assert dossier.subject_name == "Trần Lê Ngọc An Nhiên"
    assert dossier.answers["child_dob_words"].startswith("Ngày mùng mười tháng mười một")
    assert {row.component_id for row in dossier.components.all()} == {"application_form", "id_paper"}
    assert "In giấy hẹn" in counter.get(page.answer.url).text


def test_the_same_page_sent_twice_is_one_dossier(counter):
    page = birth_page(counter)
    fields = dict(page.fields)

    first = page.do("accept").dossier
    page.fields = fields
    second = page.do("accept").dossier

    assert first == second
    assert Dossier.objects.count() == 1


def test_all_faults_are_told_at_once_and_what_was_typed_stays(counter):
    page = birth_page(counter).fill(
        applicant__phone="091 234 567", child_full_name="", child_dob="31/02/2026"
    )
    page.do("accept")

    assert page.status == 422
    assert "Còn 3 chỗ cần sửa trước khi nhận" in page.text
    assert "Thiếu 1 chữ số. Ví dụ: 0912 345 678" in page.text
    assert page.value("applicant.phone") == "091 234 567"
    assert page.value("child_home_town") == "xã An Thạnh, thành phố Cần Thơ"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"applicant__personal_id": "09208800001"}, "Thiếu 1 chữ số"),
        ({"applicant__personal_id": "092190000017"}, "Số này của người sinh năm 1990"),
        ({"applicant__birth_on": "14/03/2188", "applicant__personal_id": ""}, "chưa tới"),
        ({"applicant__birth_on": "30/02/1988"}, "Ngày này không có trong lịch"),
        ({"child_dob": "01/01/2099"}, "Ngày này chưa tới"),
        ({"frame__sets": "0"}, "Số bộ hồ sơ phải từ 1 đến 99"),
        ({"frame__sets": "hai"}, "Số bộ hồ sơ phải từ 1 đến 99"),
        ({"frame__return_channel": "postal"}, "Ghi địa chỉ để gửi kết quả về tận nơi"),
        ({"count__id_paper": "0"}, "Số lượng giấy tờ phải từ 1 đến 999"),
    ],
)
def test_bad_input_gets_its_sentence_and_keeps_the_rest(counter, fields, sentence):
    page = birth_page(counter).fill(**fields)
    page.do("accept")

    assert page.status == 422
    assert sentence in page.text
    assert page.value("child_full_name") == "Trần Lê Ngọc An Nhiên"
    assert not Dossier.objects.exists()


def test_a_paper_outside_the_version_is_refused(counter):
    page = birth_page(counter).tick("so_ho_khau").do("accept")

    assert page.status == 422
    assert "Không thể thêm giấy khác." in page.text
    assert not Dossier.objects.exists()


def test_a_missing_paper_is_marked_and_form_02_offered(counter):
    page = copy_page(counter).fill(paper=[]).do("accept")

    assert page.status == 422
    assert "Còn thiếu giấy này." in page.text
    assert "Bản chính giấy tờ, văn bản" in page.text


def test_a_procedure_that_ended_between_opening_and_sending_asks_for_the_one_in_force(counter):
    page = birth_page(counter)
    old = ProcedureVersion.objects.get(procedure__slug="birth_registration")
    old.valid_to = date(2026, 11, 1)
    old.save(update_fields=["valid_to"])
    newer = replace(shipped_definition("birth_registration"), name_vi="Đăng ký khai sinh (mới)")
    new = ProcedureVersionFactory(definition=newer, number=2, valid_from=date(2026, 11, 2))

    page.do("accept")

    assert page.status == 422
    assert "không còn hiệu lực sau ngày 01/11/2026" in page.text
    assert page.choose("birth_registration").do("accept").dossier.version == new


def test_a_calendar_that_ends_promises_nothing(counter):
    page = birth_page(counter)
    CalendarYear.objects.filter(year__gte=2026).delete()

    page.do("accept")

    assert page.status == 422
    assert "lịch" in page.text[page.text.find('id="loi"') :][:600].lower()
    assert not Dossier.objects.exists()


def test_what_is_typed_is_kept_and_comes_back(counter, desk):
    page = birth_page(counter).do("save")
    key = page.value("intake.key")

    again = IntakePage(counter, f"?khoa={key}")

    assert again.value("child_full_name") == "Trần Lê Ngọc An Nhiên"
    assert "Mất điện cũng không mất." in again.text
    assert "Đang nhập dở" in IntakePage(counter).text
    counter.post(f"{ADDRESS}bo/{key}/")
    assert not IntakeDraft.objects.exists()


def test_autosave_keeps_quietly_and_never_brings_back_what_was_accepted(counter):
    page = birth_page(counter)
    fields = dict(page.fields)

    saved = counter.post(f"{ADDRESS}luu/", fields).json()
    page.do("accept")
    late = counter.post(f"{ADDRESS}luu/", fields)

    assert set(saved) == {"saved_at", "fields"}
    assert late.status_code == 200
    assert not IntakeDraft.objects.exists()


def test_an_empty_page_is_not_worth_a_draft(counter):
    IntakePage(counter).do("save")

    assert not IntakeDraft.objects.exists()


def test_the_draft_of_another_officer_is_neither_shown_nor_overwritten(counter, desk):
    key = birth_page(counter).do("save").value("intake.key")
    other = client_of(desk.tam)

    stolen = IntakePage(other, f"?khoa={key}")
    sent = IntakePage(other).fill(intake__key=key, applicant__full_name="Lê Văn Tám").do("save")

    assert stolen.status == 403
    assert "An Nhiên" not in stolen.text
    assert sent.status == 422
    assert sent.value("applicant.full_name") == "Lê Văn Tám"
    assert "An Nhiên" in str(IntakeDraft.objects.get(key=key).content)


def test_a_refused_file_says_why_at_its_paper_and_the_others_are_kept(counter):
    good = SimpleUploadedFile("chung-sinh.pdf", PDF)
    bad = SimpleUploadedFile("anh.pdf", b"MZ\x90")

    page = birth_page(counter).do("accept", {"file.birth_proof": good, "file.id_paper": bad})

    assert page.status == 422
    assert "chương trình máy tính, không nhận được" in page.text
    assert "chung-sinh.pdf" in page.text
    dossier = page.do("accept").dossier
    assert [(file.component_id, file.name) for file in dossier.files.all()] == [
        ("birth_proof", "chung-sinh.pdf")
    ]


def test_a_file_sent_at_once_comes_back_as_a_proof_and_a_forged_one_is_left_out(counter):
    page = birth_page(counter)
    sent = counter.post(
        f"{ADDRESS}tep/", {"intake.key": page.value("intake.key"), "file.": SimpleUploadedFile("a.pdf", PDF)}
    )
    token = sent.text.split('name="intake.file" value="')[1].split('"')[0]

    page.fill(intake__file=[token, token[:-1] + "x", "999"])

    assert page.do("accept").dossier.files.count() == 1
    assert DossierFile.objects.get().component_id == ""


def test_the_proof_of_one_intake_opens_nothing_in_another(counter):
    other = IntakePage(counter).value("intake.key")
    sent = counter.post(f"{ADDRESS}tep/", {"intake.key": other, "file.": SimpleUploadedFile("a.pdf", PDF)})
    token = sent.text.split('name="intake.file" value="')[1].split('"')[0]

    dossier = birth_page(counter).fill(intake__file=token).do("accept").dossier

    assert dossier.files.count() == 0


def test_form_02_asks_once_for_everything(counter):
    page = copy_page(counter).fill(paper=[]).do("supplement")
    assert "Phiếu yêu cầu bổ sung (mẫu 02)" in page.text

    page.fill(ask=["original"], **{"ask.original.reason": ""}).do("ask")
    assert page.status == 422
    assert "Ghi rõ thiếu gì" in page.text

    dossier = page.fill(**{"ask.original.reason": "Bản chính mờ số hiệu"}).do("ask").dossier
    assert dossier.state == "supplement_requested"
    assert "In phiếu yêu cầu bổ sung" in counter.get(page.answer.url).text


def test_form_03_needs_a_reason_and_its_ground(counter):
    page = copy_page(counter).do("refusal").fill(refuse__reason="Bản chính bị tẩy xóa").do("refuse")
    assert page.status == 422
    assert "Ghi căn cứ pháp luật" in page.text

    dossier = page.fill(refuse__legal_ground="Nghị định 23/2015/NĐ-CP, Điều 22").do("refuse").dossier
    assert dossier.state == "not_accepted"


def test_days_are_promised_with_a_reason_where_the_law_sets_none(counter):
    page = IntakePage(counter, "?thu-tuc=martyr_worship_allowance").scan(CARD)

    assert "Hẹn trong bao nhiêu ngày làm việc" in page.text
    page.fill(frame__limit_days="15", frame__limit_reason="Sở Nội vụ quyết định").do("save")
    assert "15 ngày làm việc" in page.text


def test_a_specialist_reads_on_opening_that_taking_in_is_not_the_own_work(desk):
    page = IntakePage(client_of(desk.leader), "?thu-tuc=birth_registration")

    assert "không phải việc của vị trí bạn đang giữ" in page.text


def test_the_fee_of_copies_is_told_page_by_page_and_taken_in_cash(counter):
    page = copy_page(counter).do("save")
    assert "28.000 đồng" in page.text
    assert "2 × 2.000 + 10 × 1.000 đồng" in page.text

    dossier = page.do("accept").dossier
    done = f"{ADDRESS}da-nhan/{dossier.pk}/"
    assert "Thu 28.000 đồng tiền mặt" in counter.get(done).text
    counter.post(f"{done}thu-phi/", {"amount_vnd": "28000", "method": "cash"})
    counter.post(f"{done}chuyen/")

    dossier.refresh_from_db()
    assert dossier.state == "processing"
    assert dossier.bill.is_settled
    assert "In biên lai 0000001" in counter.get(done).text


def test_a_wrong_sum_is_not_taken(counter):
    dossier = copy_page(counter).do("accept").dossier

    answer = counter.post(
        f"{ADDRESS}da-nhan/{dossier.pk}/thu-phi/", {"amount_vnd": "30000", "method": "cash"}, follow=True
    )

    assert "Phải thu đúng 28.000 đồng" in answer.text


def test_the_side_follows_the_answers_and_brings_what_they_change(counter):
    page = birth_page(counter)

    part = counter.post(
        f"{ADDRESS}ben-canh/", page.fields | {"parentage": ["abandoned"]}, headers={"HX-Request": "true"}
    )

    assert "Ngày mùng mười tháng mười một năm hai nghìn không trăm hai mươi sáu" in part.text
    assert "Biên bản về việc trẻ bị bỏ rơi" in part.text
    assert 'id="giay-to"' in part.text


def test_the_part_is_what_the_page_shows(counter):
    page = IntakePage(counter, "?thu-tuc=birth_registration")
    fields = page.fields | {"intake.find": [CARD], "intake.do": ["find"]}

    part = counter.post(ADDRESS, fields, headers={"HX-Request": "true"}).text

    assert part.lstrip().startswith('<div id="phieu"')
    assert part.strip().split("Người nộp")[0] in counter.post(ADDRESS, fields).text


def test_a_dossier_sent_online_is_looked_at_and_taken_in(desk, counter):
    waiting = submitted(desk, timezone.now())
    address = f"/ban-lam-viec/cho-tiep-nhan/{waiting.pk}/"

    page = IntakePage(counter, address=address, mark=address)
    assert "Danh Bích Liễu" in page.text

    assert page.do("accept").dossier.state == "accepted"


def test_a_dossier_sent_online_is_refused_with_form_03(desk, counter):
    waiting = submitted(desk, timezone.now())
    address = f"/ban-lam-viec/cho-tiep-nhan/{waiting.pk}/"
    page = IntakePage(counter, address=address, mark=address).do("refusal")

    assert page.do("refuse").status == 422
    page.fill(refuse__reason="Không thuộc thẩm quyền", refuse__legal_ground="Luật Hộ tịch, Điều 7")
    assert page.do("refuse").dossier.state == "not_accepted"
