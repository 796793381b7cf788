from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from motcua.documents.papers.desk_forms import ReceivedPaper
from motcua.documents.papers.kinds import KINDS
from motcua.documents.papers.render import render
from tests.documents import award_samples, directive_samples, initiative_samples, report_samples, samples
from tests.documents.reading import reader, size_mm, text_of

A5, A4, A4_WIDE = (148, 210), (210, 297), (297, 210)
SIZES = {
    "form_01": A5, "form_02": A5, "form_03": A5, "form_06": A5, "form_07": A4_WIDE, "report_06a": A4_WIDE,
    "birth_certificate": A4, "certification": A4, "result": A4, "fee_receipt": A5,
    "official_letter": A4, "plan": A4, "conference_conclusion": A4, "model_report": A4,
    "initiative_minutes": A4, "initiative_decision": A4, "initiative_certificate": A4_WIDE,
    "award_submission": A4, "award_decision": A4, "commendation": A4_WIDE, "inspection_minutes": A4,
    "inspection_decision": A4, "inspection_conclusion": A4,
}  # fmt: skip
SAMPLES = samples.SAMPLES | directive_samples.SAMPLES | initiative_samples.SAMPLES | report_samples.SAMPLES
SAMPLES |= award_samples.SAMPLES
ALL_LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
)


def test_every_kind_has_a_sample_to_print():
    assert set(SAMPLES) == set(KINDS) == set(SIZES)


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_has_the_size_that_its_circular_asks_for(kind):
    assert size_mm(render(kind, SAMPLES[kind])) == SIZES[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_is_tagged_titled_and_vietnamese(kind):
    pdf = reader(render(kind, SAMPLES[kind]))

    assert pdf.root_object["/MarkInfo"]["/Marked"].value is True
    assert pdf.root_object["/Lang"].lower().startswith("vi")
    assert pdf.metadata.title.startswith(KINDS[kind].name_vi)


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_uses_no_face_but_tinos(kind):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in reader(render(kind, SAMPLES[kind])).pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts <= {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"report_06a"}))
def test_each_paper_opens_with_the_national_name_and_motto(kind):
    text = text_of(render(kind, SAMPLES[kind]))

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text


def test_all_vietnamese_letters_can_be_copied_from_a_paper():
    text = text_of(render("form_03", samples.refusal_slip(reason=ALL_LETTERS)))

    assert set(ALL_LETTERS) <= set(text)


def test_the_same_content_gives_the_same_bytes():
    assert render("form_01", samples.reception_slip()) == render("form_01", samples.reception_slip())


def test_papers_can_be_drawn_by_several_threads_at_once():
    with ThreadPoolExecutor(max_workers=4) as threads:
        pdfs = threads.map(lambda _: render("form_02", samples.supplement_request()), range(12))

    assert len(set(pdfs)) == 1


def test_the_receipt_says_what_the_person_needs_to_know():
    text = text_of(render("form_01", samples.reception_slip()))

    for part in (
        "Số: 1208/TNHS",
        "Mã hồ sơ: H13.58.12-261123-0008",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Ngọc Hân",
        "Thời gian nhận hồ sơ: 08 giờ 40 phút, ngày 23/11/2026",
        "Thời gian trả kết quả: 08 giờ 40 phút, ngày 27/11/2026",
        "quyển số: 01/2026 Số thứ tự: 1208",
    ):
        assert part in text


def test_instants_are_printed_in_the_time_of_hanoi():
    due_at = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)

    text = text_of(render("form_01", samples.reception_slip(due_at=due_at)))

    assert "Thời gian trả kết quả: 01 giờ 30 phút, ngày 27/11/2026" in text


def test_what_people_write_is_never_read_as_markup():
    name = '#read("/etc/passwd") *x* _y_ $z$ <b> \\ `q`'

    assert name in text_of(render("form_01", samples.reception_slip(applicant_name=name)))


def test_a_long_list_of_papers_runs_over_and_repeats_its_heading():
    long = [ReceivedPaper(paper_name="Văn bản thỏa thuận " * 6, kind="bản chính") for _ in range(20)]

    pages = reader(render("form_01", samples.reception_slip(components=long))).pages

    assert len(pages) > 1
    assert all("Tên giấy tờ" in page.extract_text() for page in pages[:-1])


def test_the_register_repeats_its_heading_on_every_page():
    pages = reader(render("form_07", samples.dossier_register(lines=60))).pages

    assert len(pages) > 2
    assert all("Mã hồ sơ" in page.extract_text() for page in pages)


def test_a_birth_certificate_gives_the_date_in_words_and_names_in_capitals():
    text = text_of(render("birth_certificate", samples.birth_certificate()))

    assert "TRẦN NGUYỄN HOÀNG PHƯƠNG UYÊN" in text
    assert "Ngày mười lăm tháng mười năm hai nghìn không trăm hai mươi sáu" in text


def test_a_birth_certificate_without_a_father_leaves_him_out():
    text = text_of(render("birth_certificate", samples.birth_certificate(father=None)))

    assert "người cha" not in text


def test_a_decision_cites_its_grounds_and_its_signer():
    text = text_of(render("result", samples.decision()))

    assert "An Thạnh, ngày 23 tháng 11 năm 2026" in text
    assert "Căn cứ Luật Tổ chức chính quyền địa phương" in text
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text


def test_days_and_the_first_two_months_are_written_with_two_digits():
    text = text_of(render("result", samples.death_extract()))

    assert "ngày 05 tháng 02 năm 2026" in text


def test_a_receipt_writes_the_amount_in_figures_and_words():
    text = text_of(render("fee_receipt", samples.fee_receipt()))

    assert "85.000 đồng" in text
    assert "Viết bằng chữ: Tám mươi lăm nghìn đồng" in text


def test_table_06a_prints_the_policy_under_the_figures():
    text = text_of(render("report_06a", samples.settlement_report()))

    assert "17.784" in text
    assert "Cách tính hồ sơ rút, dừng, trả lại: Khối riêng." in text


def test_a_certificate_with_twelve_authors_and_the_longest_name_stays_one_page():
    authors = [f"Nguyễn Thị Hoàng Oanh Số {n}, Phó Chủ tịch Ủy ban nhân dân xã (8 %)" for n in range(12)]
    crowded = replace(
        initiative_samples.CERTIFICATE, title=f"{initiative_samples.TITLE}, " * 4, authors=authors
    )

    assert len(reader(render("initiative_certificate", crowded)).pages) == 1
