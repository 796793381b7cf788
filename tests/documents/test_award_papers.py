"""What stands on the papers of commendations and inspections."""

import msgspec

from motcua.documents.papers.awards import Certificate
from motcua.documents.papers.render import render
from tests.documents import award_samples
from tests.documents.reading import reader, size_mm, text_of


def test_each_certificate_has_its_own_page_across():
    pdf = render("commendation", award_samples.CERTIFICATES)

    assert size_mm(pdf) == (297, 210)
    assert len(reader(pdf).pages) == 2


def test_a_certificate_cites_its_decision_and_its_line_in_the_book():
    text = text_of(render("commendation", award_samples.CERTIFICATES))

    for part in (
        "GIẤY KHEN",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH",
        "Quyết định số: 07/QĐ-UBND",
        "Ngày 03 tháng 02 năm 2021",
        "Vào sổ khen thưởng số: 02/2021",
        "Công chức Tư pháp – Hộ tịch xã An Phú Thuận",
    ):
        assert part in text


def test_the_longest_names_and_achievements_stay_on_one_page():
    longest = Certificate(
        kind="individual",
        recipient="Bộ phận Tiếp nhận và Trả kết quả thuộc Văn phòng " + "Hội đồng nhân dân " * 8,
        title="Công chức Tư pháp – Hộ tịch " * 10,
        achievement="xuất sắc trong đăng ký khai sinh lưu động " * 11,
        book="100/2026",
    )

    pdf = render("commendation", msgspec.structs.replace(award_samples.CERTIFICATES, certificates=[longest]))

    assert len(reader(pdf).pages) == 1


def test_a_decision_carries_its_list_with_both_groups():
    text = text_of(render("award_decision", award_samples.DECISION))

    for part in ("QUYẾT ĐỊNH:", "DANH SÁCH", "Tập thể (01)", "Cá nhân (01)", "2.000.000",
                 "Kèm theo Quyết định số 07/QĐ-UBND"):  # fmt: skip
        assert part in text


def test_a_submission_shows_the_figures_behind_a_name():
    text = text_of(render("award_submission", award_samples.SUBMISSION))

    assert "Trả kết quả tại nhà: 126" in text
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân huyện Châu Thành." in text


def test_minutes_are_exact_to_the_minute():
    text = text_of(render("inspection_minutes", award_samples.MINUTES))

    assert "Bắt đầu lúc 07 giờ 30 phút, ngày 03/02/2021" in text
    assert "Tổng số 03 người; có mặt 02; vắng 01; đến muộn 01." in text
    assert "Muộn 12 phút" in text


def test_minutes_without_a_violation_say_so():
    text = text_of(
        render("inspection_minutes", msgspec.structs.replace(award_samples.MINUTES, violations=[]))
    )

    assert "Không phát hiện vi phạm, tồn tại." in text


def test_a_decision_to_inspect_names_its_team_and_where_it_goes():
    text = text_of(render("inspection_decision", award_samples.TEAM_DECISION))

    for part in ("Số: 12/QĐ-UBND", "QUYẾT ĐỊNH:", "Điều 1. Thành lập Đoàn kiểm tra", "Lê Thị Hạnh", "Trưởng đoàn",
                 "Ủy ban nhân dân xã An Hiệp 03/02/2021", "Đoàn tự bố trí", "Nội dung kiểm tra: Đạo đức công vụ",
                 "Nơi nhận:"):  # fmt: skip
        assert part in text


def test_a_conclusion_counts_each_visit_and_says_what_is_to_be_mended_by_when():
    text = text_of(render("inspection_conclusion", award_samples.CONCLUSION))

    for part in ("Số: 31/TB-UBND", "THÔNG BÁO", "03/02/2021, 07:30–08:15 03 1 1 1",
                 "Niêm yết đủ mức phí Ủy ban nhân dân xã An Hiệp 10/02/2021 Chưa giao việc"):  # fmt: skip
        assert part in " ".join(text.split())


def test_a_conclusion_with_nothing_to_mend_says_so():
    text = text_of(
        render("inspection_conclusion", msgspec.structs.replace(award_samples.CONCLUSION, tasks=[]))
    )

    assert "Không có kiến nghị phải khắc phục." in text
