"""Inspections on the screen: a surprise is not to be found, by list or by address, before it starts."""

from django.urls import reverse
from django.utils import timezone

from motcua.oversight.models import Inspection, InspectionMinutes
from tests.factories.directives import drafted, officer
from tests.factories.oversight import inspection_planned, inspection_started, minuted
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.oversight.test_award_pages import page


def test_a_surprise_is_found_by_nobody_outside_its_team_until_it_starts(district):
    row = inspection_planned(district, timezone.now())
    target = row.targets.order_by("pk")[0]
    before = [
        page(district.ba, "inspection", row.pk).status_code,
        page(district.ba, "inspection_start", row.pk).status_code,
        page(district.ba, "inspection_minutes", target.pk).status_code,
        row.title in page(district.ba, "inspection_list").text,
        row.title in page(district.hanh, "inspection_list").text,
    ]

    client_of(district.hanh).post(reverse("board:inspection_start", args=[row.pk]), {"x": "1"})

    assert before == [404, 404, 404, False, True]
    assert row.title in page(district.ba, "inspection_list").text
    assert page(district.ba, "inspection", row.pk).status_code == 200


def test_a_plan_is_made_on_the_page(district):
    page(
        district.hanh, "inspection_new", kind="surprise", title="Kiểm tra đột xuất", contents="Giờ giấc",
        decision_number="9/QĐ-UBND", decided_on=f"{timezone.localdate():%d/%m/%Y}",
        unit_ids=[str(district.an_hiep.pk)], agencies="Đài Truyền thanh huyện",
        **{f"seat-{district.hanh.account_id}": "head", f"seat-{district.chair.account_id}": "member"},
    )  # fmt: skip

    row = Inspection.objects.get()
    names = {target.name for target in row.targets.all()}
    assert names == {"Ủy ban nhân dân xã An Hiệp", "Đài Truyền thanh huyện"}


def minutes(district, target, **changes):
    now = timezone.localtime()
    facts = {
        "day": f"{now:%d/%m/%Y}", "from_clock": f"{now:%H:%M}", "to_clock": f"{now:%H:%M}",
        "unit_signer": "Trần Văn Ba",
        "attendance": f"Trần Văn Ba; Văn phòng; {now:%H:%M}\nHuỳnh Thị Bảy; Địa chính; vắng; nghỉ phép",
        "violations": "Niêm yết thiếu mức phí; Đỗ Văn Sáu; ; Niêm yết đủ; 31/12/2099", **changes,
    }  # fmt: skip
    return page(district.hanh, "inspection_minutes", target.pk, **facts)


def test_minutes_are_typed_line_by_line_and_printed(district):
    row = inspection_started(district, timezone.now())
    target = row.targets.order_by("pk")[0]

    minutes(district, target)

    kept = InspectionMinutes.objects.get()
    assert [(one["full_name"], one["present"]) for one in kept.attendance] == [
        ("Trần Văn Ba", True), ("Huỳnh Thị Bảy", False),
    ]  # fmt: skip
    assert page(district.hanh, "inspection_paper", target.pk).content.startswith(b"%PDF")
    assert "vắng 1" in page(district.hanh, "inspection", row.pk).text


def test_a_clock_that_nobody_can_read_is_named_with_its_line(district):
    target = inspection_started(district, timezone.now()).targets.order_by("pk")[0]

    answer = minutes(district, target, attendance="Ba; ; 7 rưỡi")

    assert answer.status_code == 422
    assert "Dòng 1: không đọc được giờ “7 rưỡi”" in answer.text
    answer = minutes(district, target, violations="Trễ; ; ; Sửa; mai")
    assert "Dòng 1: không đọc được hạn “mai”" in answer.text


def test_what_must_be_mended_goes_into_a_draft(district):
    row = minuted(district)
    directive = drafted(district, at=timezone.now())

    answer = page(district.hanh, "inspection_tasks", row.pk, directive_id=str(directive.pk))

    assert answer.status_code == 422  # the deadline of 2021 lies before any issue of today
    assert "Hạn hoàn thành 10/02/2021" in answer.text


def plan(district, **changes):
    """A surprise planned on the page; the chair will sign, and is not in the team."""
    facts = {
        "kind": "surprise", "title": "Kiểm tra đột xuất", "contents": "Giờ giấc",
        "signer_id": str(district.chair.account_id), "unit_ids": [str(district.an_hiep.pk)],
        f"seat-{district.hanh.account_id}": "head", **changes,
    }  # fmt: skip
    return page(district.hanh, "inspection_new", **facts)


def test_the_chair_signs_a_surprise_that_nobody_else_sees_and_it_is_printed(district):
    other_chair = officer(district.unit, "commune_leader", name="Đỗ Văn Tám")
    plan(district)
    row = Inspection.objects.get()
    paper = ("inspection_print", row.pk, "quyet-dinh")
    before = page(district.hanh, "inspection", row.pk).text

    page(district.chair, "inspection_decide", row.pk, signer_authority="")

    assert "Chờ Phạm Tấn Xiếu ký quyết định" in before
    assert "Bắt đầu kiểm tra" not in before
    assert "Quyết định số 01/QĐ-UBND" in page(district.hanh, "inspection", row.pk).text
    answers = [page(one, *paper) for one in (district.hanh, district.chair, other_chair, district.ba)]
    assert [answer.status_code for answer in answers] == [200, 200, 404, 404]
    assert answers[0].content.startswith(b"%PDF")
    client_of(district.hanh).post(reverse("board:inspection_start", args=[row.pk]), {"x": "1"})
    assert page(district.ba, *paper).status_code == 200


def test_a_plan_that_nobody_will_sign_is_refused_and_loses_nothing(district):
    answer = plan(district, signer_id="", agencies="Đài Truyền thanh huyện")

    assert answer.status_code == 422
    assert "Chọn lãnh đạo ký quyết định, hoặc ghi số quyết định đã ký trên giấy." in answer.text
    assert "Đài Truyền thanh huyện" in answer.text
    assert not Inspection.objects.exists()


def test_a_conclusion_is_numbered_and_printed(district):
    row = minuted(district)
    live = Inspection.objects.filter(pk=row.pk)

    page(district.chair, "inspection_conclude", row.pk, conclusion="Chấp hành tốt.")

    shown = page(district.hanh, "inspection", row.pk).text
    assert live.get().conclusion_number in shown
    assert "Xem thông báo kết luận" in shown
    assert page(district.hanh, "inspection_print", row.pk, "ket-luan").content.startswith(b"%PDF")
    assert page(district.hanh, "inspection_print", row.pk, "quyet-dinh").status_code == 404


def test_a_leader_finds_what_waits_for_the_own_signature_on_top_and_nobody_else_does(district):
    other_chair = officer(district.unit, "commune_leader", name="Đỗ Văn Tám")
    plan(district)
    words = "Chờ bạn ký quyết định."

    before = [
        words in page(one, "inspection_list").text for one in (district.chair, district.hanh, other_chair)
    ]
    page(district.chair, "inspection_decide", Inspection.objects.get().pk, signer_authority="")

    assert before == [True, False, False]
    assert words not in page(district.chair, "inspection_list").text


def test_the_page_says_who_acts_next(district):
    plan(district)
    row = Inspection.objects.get()

    page(district.chair, "inspection_decide", row.pk, signer_authority="")
    signed = page(district.chair, "inspection", row.pk).text
    client_of(district.hanh).post(reverse("board:inspection_start", args=[row.pk]), {"x": "1"})

    assert "Chờ đoàn kiểm tra bắt đầu." in signed
    assert "Chờ đoàn kiểm tra lập biên bản." in page(district.chair, "inspection", row.pk).text
