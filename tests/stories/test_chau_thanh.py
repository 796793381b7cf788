"""Châu Thành 2021: four conclusions, three models at twelve communes, four quarters, 26 commendations."""

from datetime import date
from itertools import pairwise

from motcua.directives.models import Conference, Directive, Task
from motcua.initiatives.models import Adoption, Replication
from motcua.oversight.models import BacklogBlock, Commendation, Proposal
from motcua.project.demo.stories.cast import CHAU_THANH, CHAU_THANH_COMMUNES
from motcua.reporting.models import Report

#: As the list of models has them; the source writes “xoá”, “-” and “cho người dân” in the second.
NAMES = set(
    """\
Cấp bản sao chứng thực giấy chứng nhận hộ nghèo, hộ cận nghèo, giấy chứng nhận khuyết tật và trả kết quả tại nhà \
cho người dân trên địa bàn thị trấn Cái Tàu Hạ
Tiếp nhận và trả kết quả tại nhà thủ tục hành chính liên thông về đăng ký khai tử, kết hợp trao thư chia buồn – \
xóa đăng ký thường trú – mai táng phí (nếu có) trên địa bàn thị trấn Cái Tàu Hạ
Đăng ký hộ tịch lưu động, trả kết quả tại nhà và tuyên truyền nộp hồ sơ trực tuyến mức độ 3, 4 trên địa bàn xã \
An Phú Thuận""".splitlines()
)
QUARTERS = ("2021Q1", "2021Q2", "2021Q3", "2021Q4")


def letter():
    return Directive.objects.get(issuer__code=CHAU_THANH, kind="official_letter")


def reports(period):
    return Report.objects.filter(period=period, unit__code__in=CHAU_THANH_COMMUNES)


def test_the_letter_names_three_models_letter_by_letter():
    titles = Replication.objects.filter(directive=letter()).values_list("initiative__title", flat=True)

    assert set(titles) == NAMES


def test_every_commune_got_the_letter_and_works_with_three_models_at_the_end_of_the_year():
    communes = letter().recipients.filter(unit__level="commune").values_list("unit__code", flat=True)
    adopted = Adoption.objects.filter(replication__directive=letter(), state="adopted")

    assert set(communes) == set(CHAU_THANH_COMMUNES)
    assert {code: adopted.filter(unit__code=code).count() for code in communes} == dict.fromkeys(communes, 3)


def test_twelve_communes_report_in_each_quarter_and_one_is_late():
    late = [report for period in QUARTERS for report in reports(period) if not report.on_time]

    assert [reports(period).count() for period in QUARTERS] == [12, 12, 12, 12]
    assert [(report.unit.code, report.period) for report in late] == [("H-an-khanh", "2021Q2")]
    assert {report.latest.state for period in QUARTERS for report in reports(period)} == {"accepted"}


def test_the_due_day_stays_the_25th_also_on_a_saturday():
    assert {report.due_on for report in reports("2021Q3")} == {date(2021, 9, 25)}


def test_one_report_came_back_and_was_on_time_by_its_first_sending():
    (report,) = {report for period in QUARTERS for report in reports(period) if report.versions.count() > 1}

    first, second = report.versions.order_by("number")
    assert (report.unit.code, report.period, report.on_time) == ("H-phu-huu", "2021Q3", True)
    assert (first.state, second.state) == ("returned", "accepted")
    assert first.returned_reason
    assert first.figures == second.figures


def test_the_district_is_the_sum_of_its_communes_in_every_quarter():
    for period in QUARTERS:
        whole = Report.objects.get(period=period, unit__code=CHAU_THANH).latest
        for row in whole.sheet.rows:
            parts = [report.latest.sheet.row(row.id) for report in reports(period)]
            assert row.figures["cases"] == sum(part.figures["cases"] for part in parts), (period, row.id)


def test_what_a_quarter_carries_over_is_what_the_quarter_before_came_to():
    for before, after in pairwise(QUARTERS):
        for report in reports(after):
            earlier = reports(before).get(unit=report.unit).latest.sheet
            for row in report.latest.sheet.rows:
                carried = earlier.row(row.id)
                assert row.figures["before"] == (carried.figures["cumulative"] if carried else 0)


def test_the_conference_has_four_numbered_conclusions_as_tasks():
    conference = Conference.objects.get(unit__code=CHAU_THANH)
    contents = dict(conference.directive.tasks.values_list("number", "content"))

    assert conference.chair_name == "Phạm Tấn Xiếu"
    assert sorted(contents) == ["1", "2", "3", "4"]
    assert "không tự đặt thêm các loại thủ tục, giấy tờ, thu phí không đúng quy định" in contents["3"]
    assert "từ năm 2015 trở về trước và phải hoàn thành trước tháng 10 năm 2021" in contents["4"]


def test_each_task_is_done_by_evidence_and_one_was_late_with_its_archives():
    tasks = Task.objects.filter(directive__issuer__code=CHAU_THANH)

    assert {task.state for task in tasks} == {"done"}
    assert not tasks.filter(evidence=None).exists()
    assert [task.lead_unit.code for task in tasks if task.on_time is False] == ["H-hoa-tan"]


def test_archives_are_measured_in_shelf_metres_and_cleared_to_the_last():
    blocks = BacklogBlock.objects.filter(unit__code__in=CHAU_THANH_COMMUNES)

    assert {block.unit.code for block in blocks} == set(CHAU_THANH_COMMUNES)
    assert {(block.year_to, block.deadline_on) for block in blocks} == {(2015, date(2021, 9, 30))}
    assert {block.remaining() for block in blocks} == {0}
    for block in blocks:
        (task,) = Task.objects.filter(directive__conference__isnull=False, number="4", lead_unit=block.unit)
        assert f"{block.volume_dm // 10},{block.volume_dm % 10} mét giá" in task.outcome


def test_26_are_commended_of_27_proposed():
    certificates = Commendation.objects.order_by("book_sequence")

    assert [row.book_sequence for row in certificates] == list(range(1, 27))
    assert Proposal.objects.count() == 27
    assert {row.kind for row in certificates} == {"collective", "individual"}
