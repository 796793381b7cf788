from datetime import date

from motcua.documents.papers.directives import Order
from motcua.documents.papers.render import render
from tests.documents import directive_samples as samples
from tests.documents.reading import reader, text_of


def test_a_letter_says_what_it_is_about_under_its_number():
    text = text_of(render("official_letter", samples.official_letter()))

    assert "Số: 07/UBND-NV" in text
    assert "V/v nhân rộng mô hình sáng kiến" in text
    assert "Châu Thành, ngày 05 tháng 02 năm 2021" in text


def test_a_letter_to_several_lists_them_and_ends_the_list():
    text = text_of(render("official_letter", samples.official_letter()))

    assert "Kính gửi: - Ủy ban nhân dân thị trấn Cái Tàu Hạ;" in text
    assert "- Ủy ban nhân dân xã Tân Phú Trung." in text


def test_a_letter_to_one_names_it_in_the_same_line():
    text = text_of(render("official_letter", samples.official_letter(to=["Sở Nội vụ"])))

    assert "Kính gửi: Sở Nội vụ." in text


def test_a_conclusion_is_numbered_in_brackets_and_says_who_by_when_and_how_measured():
    text = text_of(render("conference_conclusion", samples.conclusion_notice()))

    assert "THÔNG BÁO Kết luận Hội nghị" in text
    assert "(2) Xử lý dứt điểm tài liệu tồn đọng" in text
    assert "Văn phòng HĐND và UBND chủ trì, phối hợp với Phòng Nội vụ và Ủy ban nhân dân xã An Hiệp" in text
    assert "Chỉ tiêu: Không còn mét giá tồn đọng. Hoàn thành chậm nhất ngày 30/09/2021." in text


def test_a_plan_puts_its_tasks_into_a_table_that_repeats_its_heading():
    orders = [Order(number=str(n), content="Rà soát thủ tục " * 9, leads=["Phòng Nội vụ"]) for n in range(40)]

    pages = reader(render("plan", samples.plan(orders=orders))).pages

    assert len(pages) > 1
    assert all("Nhiệm vụ" in page.extract_text() for page in pages[:-1])


def test_a_task_without_helpers_deadline_or_measure_promises_none():
    bare = Order(number="1", content="Báo cáo hằng quý", leads=["Phòng Nội vụ"])

    text = text_of(render("conference_conclusion", samples.conclusion_notice(orders=[bare])))

    assert "(1) Báo cáo hằng quý. Phòng Nội vụ chủ trì thực hiện." in text
    assert "Chỉ tiêu" not in text
    assert "chậm nhất" not in text


def test_what_officials_write_is_never_read_as_markup():
    wild = Order(number="1", content='*x* #read("a") $y$', leads=["Phòng _A_"], deadline_on=date(2021, 9, 30))

    for kind in samples.SAMPLES:
        text = text_of(render(kind, getattr(samples, DRAWN[kind])(orders=[wild])))
        assert '*x* #read("a") $y$' in text


DRAWN = {
    "official_letter": "official_letter",
    "plan": "plan",
    "conference_conclusion": "conclusion_notice",
}
