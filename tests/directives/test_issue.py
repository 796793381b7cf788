"""A directive from draft to signed paper."""

from datetime import date

import pytest
from django.db import IntegrityError

from motcua.directives import services
from motcua.directives.models import Directive, Recipient
from motcua.documents.models import Paper
from motcua.documents.services import render
from motcua.kernel import ledger
from motcua.kernel.models import Event, NumberSeries
from motcua.organisation.access import NotAllowed
from tests.documents.reading import text_of
from tests.factories.directives import FRIDAY, days_later, drafted, held, issue, officer, planned, task, words


def test_an_issued_directive_has_number_day_signer_and_paper(district):
    directive = issue(district, planned(district))

    assert (directive.state, directive.number, directive.issued_on) == (
        "issued", "01/UBND-NV", date(2021, 2, 5),
    )  # fmt: skip
    assert (directive.signer_name, directive.signer_title) == ("Phạm Tấn Xiếu", "Chủ tịch")
    assert directive.paper.signed_at == FRIDAY


def test_the_paper_says_to_whom_what_by_whom_and_by_when(district):
    text = text_of(render(issue(district, planned(district)).paper))

    for part in (
        "ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH",
        "Số: 01/UBND-NV",
        "Châu Thành, ngày 05 tháng 02 năm 2021",
        "- Ủy ban nhân dân thị trấn Cái Tàu Hạ;",
        "Ủy ban nhân dân xã An Hiệp chủ trì thực hiện.",
        "Chỉ tiêu: Tài liệu đã xử lý: 42 mét giá. Hoàn thành chậm nhất ngày 30/09/2021.",
        "Phạm Tấn Xiếu",
    ):
        assert part in text


def test_a_task_for_all_recipients_is_printed_once(district):
    directive = issue(district, planned(district, task(*district.communes)))

    text = text_of(render(directive.paper))

    assert directive.tasks.count() == 3
    assert text.count("Xử lý dứt điểm") == 1
    assert "Các đơn vị có tên ở nơi nhận chủ trì thực hiện." in text


def test_all_kinds_share_the_book_of_the_unit_and_each_year_begins_anew(district):
    numbers = [
        issue(district, drafted(district, at=at, kind=kind), at).number
        for kind, at in (("official_letter", FRIDAY), ("plan", FRIDAY), ("official_letter", days_later(365)))
    ]

    assert numbers == ["01/UBND-NV", "02/KH-UBND", "01/UBND-NV"]


def test_an_office_issues_under_its_own_symbol_signed_by_its_head(district):
    head = officer(district.unit, "division_head", name="Đỗ Văn Năm", division=district.home_affairs)
    own = {"unit_id": district.home_affairs.pk, "recipient_ids": [district.town.pk], "by": head}
    directive = drafted(district, text=words(symbol="PNV-CCHC"), **own)

    directive = services.issue_directive(directive_id=directive.pk, by=head, at=FRIDAY)

    assert directive.number == "01/PNV-CCHC"
    assert text_of(render(directive.paper)).startswith("ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH PHÒNG NỘI VỤ")
    with pytest.raises(services.Incomplete, match="Ghi ký hiệu văn bản"):
        drafted(district, **own)


def test_every_act_is_in_the_ledger_and_announced(district):
    directive = issue(district, planned(district))
    (first,) = directive.tasks.all()

    assert [entry.verb for entry in ledger.entries(directive.stream)] == ["draft", "plan", "issue"]
    assert [entry.verb for entry in ledger.entries(first.stream)] == ["assign"]
    names = Event.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["directive.drafted", "directive.drafted", "directive.issued", "task.assigned"]


def test_a_unit_cannot_receive_a_directive_twice(district):
    directive = drafted(district)

    with pytest.raises(services.UnitTwice) as refused:
        services.add_recipients(
            directive_id=directive.pk, unit_ids=[district.home_affairs.pk, district.an_hiep.pk],
            by=district.hanh, at=FRIDAY,
        )  # fmt: skip

    assert str(refused.value) == "Xã An Hiệp đã có trong nơi nhận."
    assert directive.recipients.count() == 3


def test_the_database_refuses_a_recipient_twice(district):
    directive = drafted(district)

    with pytest.raises(IntegrityError):
        Recipient.objects.create(directive=directive, unit=district.an_hiep)


def test_a_unit_that_no_longer_exists_receives_nothing(district):
    with pytest.raises(services.UnitNotThere) as refused:
        drafted(district, at=days_later(365 * 5))

    assert "Huyện Châu Thành không còn hoạt động vào ngày 04/02/2026." in str(refused.value)
    assert not Directive.objects.exists()


def test_a_unit_that_does_not_exist_yet_receives_nothing(district):
    type(district.an_hiep).objects.filter(pk=district.an_hiep.pk).update(valid_from="2021-03-01")

    with pytest.raises(services.UnitNotThere, match="Xã An Hiệp chưa thành lập vào ngày 05/02/2021"):
        drafted(district)


def test_a_unit_that_ended_while_the_draft_lay_on_the_desk_stops_the_issue(district):
    directive = drafted(district)
    type(district.an_hiep).objects.filter(pk=district.an_hiep.pk).update(valid_to="2021-02-28")

    with pytest.raises(services.UnitNotThere, match="Xã An Hiệp không còn hoạt động vào ngày 07/03/2021"):
        issue(district, directive, days_later(30))


def test_a_refused_issue_leaves_nothing_half_done(district):
    directive = drafted(district)
    Recipient.objects.filter(directive=directive).delete()

    with pytest.raises(services.Incomplete, match="Chọn ít nhất một nơi nhận"):
        issue(district, directive)

    assert not Paper.objects.exists()
    assert not NumberSeries.objects.filter(series__startswith="book:").exists()


def test_an_empty_draft_is_told_all_that_it_lacks_at_once(district):
    directive = drafted(district, text=words(body=""), recipient_ids=())

    with pytest.raises(
        services.Incomplete, match=r"Chọn ít nhất một nơi nhận.*chưa có nội dung hay nhiệm vụ"
    ):
        issue(district, directive)


def test_what_is_issued_is_not_edited(district):
    directive = issue(district, drafted(district))

    for change in (
        lambda: services.edit_directive(directive_id=directive.pk, text=words(), by=district.hanh, at=FRIDAY),
        lambda: services.add_recipients(
            directive_id=directive.pk, unit_ids=[district.home_affairs.pk], by=district.hanh, at=FRIDAY
        ),
        lambda: services.assign_task(
            directive_id=directive.pk, task=task(district.an_hiep), by=district.hanh, at=FRIDAY
        ),
        lambda: issue(district, directive),
    ):
        with pytest.raises(services.AlreadyIssued) as refused:
            change()
        assert "Công văn 01/UBND-NV đã ban hành ngày 05/02/2021, không sửa được nữa." in str(refused.value)


def test_nobody_signs_a_draft_that_changed_after_they_read_it(district):
    directive = drafted(district)
    read = directive.revision
    services.edit_directive(
        directive_id=directive.pk, text=words(abstract="việc khác"), by=district.hanh, at=FRIDAY
    )

    with pytest.raises(services.ChangedMeanwhile, match=r"Sửa dự thảo \(Lê Thị Hạnh, lúc 08:00 ngày"):
        services.issue_directive(directive_id=directive.pk, revision=read, by=district.chair, at=FRIDAY)


def test_saving_a_draft_unchanged_writes_nothing(district):
    directive = drafted(district)
    services.edit_directive(directive_id=directive.pk, text=words(), by=district.hanh, at=FRIDAY)

    assert ledger.entries(directive.stream).count() == 1


def test_only_the_chair_signs_for_the_committee(district):
    with pytest.raises(NotAllowed, match="Chủ tịch/Phó Chủ tịch UBND"):
        services.issue_directive(directive_id=drafted(district).pk, by=district.hanh, at=FRIDAY)


def test_another_unit_cannot_touch_a_draft(district):
    with pytest.raises(NotAllowed, match="do huyện Châu Thành quản lý"):
        services.edit_directive(directive_id=drafted(district).pk, text=words(), by=district.ba, at=FRIDAY)


def test_a_notice_of_conclusions_needs_its_conference(district):
    directive = drafted(district, kind="conference_conclusion")

    with pytest.raises(services.Incomplete, match="Thông báo kết luận cần có hội nghị"):
        issue(district, directive)


def test_conclusions_tell_of_their_conference(district):
    meeting = held(district)
    directive = issue(district, drafted(district, kind="conference_conclusion", conference_id=meeting.pk))

    text = text_of(render(directive.paper))

    assert directive.number == "01/TB-UBND"
    assert "Ngày 03 tháng 02 năm 2021, tại hội trường Ủy ban nhân dân huyện" in text
    assert "Dự họp có 2 đại biểu." in text
