"""A directive on its way out: what is typed wrong is said beside it, and nothing typed is lost."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from motcua.directives.models import Directive
from motcua.initiatives.models import Initiative, Replication
from motcua.initiatives.services import load_initiatives
from motcua.kernel.vietnamese import day
from tests.factories.directives import drafted, held, issue, planned, task, words
from tests.surfaces.board.directives.office import client_of

NEW = reverse("board:directive_draft")
TYPED = {"kind": "official_letter", "abstract": "đăng ký mô hình năm 2026", "body": "Các xã thực hiện:"}


def typed(district, **changes):
    return {**TYPED, "unit_id": district.unit.pk, **changes}


def test_one_tick_sends_it_to_all_communes(district):
    client_of(district.hanh).post(NEW, typed(district, all_of="communes"))

    directive = Directive.objects.get()
    assert set(directive.recipients.values_list("unit_id", flat=True)) == {
        unit.pk for unit in district.communes
    }


def test_a_unit_twice_is_refused_by_name_and_all_that_was_typed_stays(district):
    page = client_of(district.hanh).post(
        NEW, typed(district, recipients=district.an_hiep.pk, others="xã An Hiệp, huyện Châu Thành")
    )

    assert page.status_code == 422
    assert "Xã An Hiệp đã có trong nơi nhận, mỗi đơn vị chỉ gửi một lần." in page.text
    assert "Các xã thực hiện:" in page.text
    assert "xã An Hiệp, huyện Châu Thành</textarea>" in page.text
    assert not Directive.objects.exists()


def test_an_empty_draft_names_all_that_is_missing_at_once(district):
    page = client_of(district.hanh).post(NEW, typed(district, abstract=""))

    assert page.status_code == 422
    assert "Ghi trích yếu: văn bản về việc gì." in page.text
    assert "Chọn nơi nhận." in page.text


def test_a_box_ticked_twice_by_a_forged_form_is_refused_too(district):
    twice = [district.an_hiep.pk, district.an_hiep.pk]

    page = client_of(district.hanh).post(NEW, typed(district, recipients=twice))

    assert "mỗi đơn vị chỉ gửi một lần" in page.text


def test_a_unit_that_nobody_knows_is_asked_for_again(district):
    page = client_of(district.hanh).post(NEW, typed(district, others="xã Không Có"))

    assert "không có đơn vị nào tên “xã Không Có”" in page.text


def test_a_draft_keeps_the_recipients_that_stay_and_drops_those_unticked(district):
    directive = drafted(district, at=timezone.now())
    address = reverse("board:directive_edit", args=[directive.pk])

    client_of(district.hanh).post(
        address,
        typed(district, recipients=[district.town.pk, district.an_khanh.pk], revision=directive.revision),
    )

    directive.refresh_from_db()
    assert directive.abstract == TYPED["abstract"]
    assert set(directive.recipients.values_list("unit_id", flat=True)) == {
        district.town.pk,
        district.an_khanh.pk,
    }


def test_a_draft_changed_meanwhile_is_not_overwritten_and_can_be_saved_after_a_look(district):
    directive = drafted(district, at=timezone.now())
    address = reverse("board:directive_edit", args=[directive.pk])
    stale = directive.revision
    client_of(district.hanh).post(address, typed(district, recipients=district.town.pk, revision=stale))

    page = client_of(district.chair).post(
        address, typed(district, abstract="cách khác", recipients=district.town.pk, revision=stale)
    )

    directive.refresh_from_db()
    assert "Hãy xem lại rồi làm tiếp." in page.text
    assert f'name="revision" value="{directive.revision}"' in page.text
    assert directive.abstract == TYPED["abstract"]


def test_all_recipients_lead_a_task_but_the_one_that_follows(district):
    directive = drafted(district, at=timezone.now())
    address = reverse("board:directive_task_new", args=[directive.pk])

    client_of(district.hanh).post(
        address, {"content": "Báo cáo mô hình", "all_lead": "true", f"part-{district.town.pk}": "follow"}
    )

    assert set(directive.tasks.values_list("lead_unit_id", flat=True)) == {
        unit.pk for unit in district.communes if unit != district.town
    }


def test_who_is_above_can_only_be_asked_to_help(district):
    recipients = [district.province.pk, district.town.pk]
    directive = drafted(district, at=timezone.now(), recipient_ids=recipients)
    address, chair = reverse("board:directive_task_new", args=[directive.pk]), client_of(district.chair)

    shown = chair.get(address).text
    chair.post(
        address,
        {"content": "Báo cáo mô hình", "all_lead": "true", f"part-{district.province.pk}": "coordinate"},
    )

    assert shown.count("Đề nghị phối hợp</option>") == 1
    assert list(directive.tasks.values_list("lead_unit_id", flat=True)) == [district.town.pk]
    page = chair.get(reverse("board:directive", args=[directive.pk])).text
    assert "Đề nghị phối hợp: Tỉnh Đồng Tháp." in page


def test_a_deadline_before_today_is_refused_with_all_that_was_typed(district):
    directive = drafted(district, at=timezone.now())
    yesterday = day(timezone.localdate() - timedelta(days=1))

    page = client_of(district.hanh).post(
        reverse("board:directive_task_new", args=[directive.pk]),
        {"content": "Báo cáo mô hình", "all_lead": "true", "deadline_on": yesterday},
    )

    assert "Chọn hạn từ ngày ban hành trở đi." in page.text
    assert f'value="{yesterday}"' in page.text


def test_a_task_without_a_leader_asks_for_one(district):
    directive = drafted(district, at=timezone.now())

    page = client_of(district.hanh).post(
        reverse("board:directive_task_new", args=[directive.pk]), {"content": "Báo cáo mô hình"}
    )

    assert "Chọn ít nhất một đơn vị chủ trì." in page.text


def test_a_task_changed_or_dropped_meanwhile_is_not_overwritten_and_keeps_what_was_typed(district):
    directive = planned(district, task(district.an_hiep, deadline_on=None), timezone.now())
    address = reverse("board:directive_task_edit", args=[directive.pk, "1"])
    hanh, chair = client_of(district.hanh), client_of(district.chair)
    seen = chair.get(address).text.partition('name="revision" value="')[2].partition('"')[0]
    part = {f"part-{district.town.pk}": "lead"}
    hanh.post(address, {"content": "Việc của Hạnh", "revision": seen, **part})

    late = chair.post(address, {"content": "Việc của Chủ tịch", "revision": seen, **part})
    hanh.post(reverse("board:directive_task_drop", args=[directive.pk, "1"]))
    gone = chair.post(address, {"content": "Việc của Chủ tịch", "revision": seen, **part})

    assert "Nhiệm vụ 1 vừa được đổi: Sửa nhiệm vụ dự kiến (Lê Thị Hạnh, lúc " in late.text
    assert "Nhiệm vụ 1 vừa được đổi: Bỏ nhiệm vụ dự kiến (Lê Thị Hạnh, lúc " in gone.text
    assert all("Việc của Chủ tịch</textarea>" in page.text for page in (late, gone))
    assert {late.status_code, gone.status_code} == {422}


def test_a_draft_without_recipients_is_not_signed_and_says_why(district):
    directive = drafted(district, at=timezone.now(), recipient_ids=[])

    page = client_of(district.chair).post(
        reverse("board:directive_issue", args=[directive.pk]), {"revision": directive.revision}
    )

    assert page.status_code == 422
    assert "Chọn ít nhất một nơi nhận trước khi ban hành." in page.text


def test_a_clerk_of_the_office_may_not_sign(district):
    directive = planned(district, task(district.an_hiep, deadline_on=None), at=timezone.now())

    page = client_of(district.hanh).post(
        reverse("board:directive_issue", args=[directive.pk]), {"revision": directive.revision}
    )

    directive.refresh_from_db()
    assert "Việc này dành cho" in page.text
    assert directive.state == "draft"


def test_conclusions_begin_with_their_conference_and_its_units(district):
    conference = held(district, at=timezone.now(), held_on=timezone.localdate())

    page = client_of(district.hanh).get(f"{NEW}?hoi-nghi={conference.pk}")

    assert "kết luận tại Hội nghị chuyên đề cải cách hành chính" in page.text


def test_models_are_named_in_the_directive_and_in_its_text(district):
    load_initiatives(at=timezone.now())
    directive = drafted(district, at=timezone.now())
    model = Initiative.objects.order_by("-year", "pk")[0]

    client_of(district.hanh).post(
        reverse("board:directive_models", args=[directive.pk]),
        {"group": "commune", "write": "true", f"model-{model.pk}": "mandatory"},
    )

    directive.refresh_from_db()
    assert Replication.objects.get().initiative == model
    assert model.title in directive.body


def test_a_withdrawn_directive_tells_its_readers_why(district):
    directive = issue(district, planned(district, task(district.an_hiep, deadline_on=None), timezone.now()),
                      timezone.now())  # fmt: skip
    address = reverse("board:directive_withdraw", args=[directive.pk])
    chair = client_of(district.chair)

    nothing = chair.post(address, {"reason": " "})
    chair.post(address, {"reason": "thay bằng kế hoạch mới"})

    assert "Ghi lý do" in nothing.text
    assert (
        "thay bằng kế hoạch mới"
        in client_of(district.ba).get(reverse("board:directive", args=[directive.pk])).text
    )


def test_a_preview_shows_who_will_sign(district):
    directive = drafted(district, at=timezone.now(), text=words(body="Nội dung"))

    answer = client_of(district.hanh).get(reverse("board:directive_preview", args=[directive.pk]))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
