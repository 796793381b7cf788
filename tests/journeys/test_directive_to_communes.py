"""A directive to every commune of Châu Thành: drafted, signed, opened, carried out, proven."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from motcua.directives.models import Directive, Task
from motcua.documents.services import render
from motcua.initiatives.services import load_initiatives
from motcua.kernel.vietnamese import day
from tests.browser import assert_accessible, assert_no_sideways_scroll, shot
from tests.factories.directives import assigned, held, planned, proven, task
from tests.surfaces.board.directives.office import LiveDistrict

pytestmark = pytest.mark.journey

HOME = "/dieu-hanh/cai-cach"
ABSTRACT = "nhân rộng mô hình sáng kiến trong cải cách hành chính ở cấp xã"


@pytest.fixture
def district(transactional_db) -> LiveDistrict:
    return LiveDistrict()


def draft(page: Page) -> None:
    """Home affairs writes the letter and sends it to all communes with one tick."""
    page.goto(f"{HOME}/van-ban/")
    page.get_by_role("link", name="Soạn văn bản").click()
    page.get_by_label("Trích yếu").fill(ABSTRACT)
    page.get_by_label("Nội dung").fill("Chủ tịch Ủy ban nhân dân huyện chỉ đạo các xã, thị trấn như sau:")
    page.get_by_label("Tất cả 12 đơn vị cấp xã").check()
    shot(page, "directive-draft")
    assert_accessible(page)
    page.get_by_role("button", name="Lưu dự thảo").click()
    expect(page.get_by_text("Đã lưu dự thảo.")).to_be_visible()


def order_what(page: Page) -> None:
    """One numbered task for every commune, and three models to take up."""
    page.get_by_role("link", name="Thêm nhiệm vụ").click()
    page.get_by_label("Nội dung nhiệm vụ").fill(
        "Chọn ít nhất một mô hình, thực hiện và báo cáo kết quả hằng quý"
    )
    page.get_by_label("Hạn hoàn thành").fill(day(timezone.localdate() + timedelta(days=30)))
    page.get_by_label("Mọi đơn vị nhận cùng chủ trì").check()
    shot(page, "directive-task")
    assert_accessible(page)
    page.get_by_role("button", name="Lưu nhiệm vụ").click()
    page.get_by_role("link", name="Chọn mô hình").click()
    for row in range(3):
        page.locator("tbody select").nth(row).select_option("mandatory")
    shot(page, "directive-models")
    assert_accessible(page)
    page.get_by_role("button", name="Ghi vào văn bản").click()
    expect(page.get_by_text("Đã ghi 3 mô hình vào văn bản.")).to_be_visible()
    shot(page, "directive-drafted")
    assert_accessible(page)


def sign(page: Page) -> None:
    """The chair finds the draft among what waits, and signs it."""
    page.goto(f"{HOME}/viec/")
    page.get_by_role("link", name=ABSTRACT).click()
    page.get_by_role("link", name="Ký, ban hành").click()
    expect(page.get_by_role("button", name="Ký, ban hành")).to_be_visible()
    shot(page, "directive-issue")
    assert_accessible(page)
    page.get_by_role("button", name="Ký, ban hành").click()
    expect(page.get_by_text("gửi 12 đơn vị")).to_be_visible()
    expect(page.get_by_text("0 trên 12 đơn vị đã xem")).to_be_visible()
    shot(page, "directive-issued")
    assert_accessible(page)


def carry_out(page: Page) -> None:
    """A commune opens it on a phone, may not call the task done with nothing to show, then proves it."""
    page.goto(f"{HOME}/viec/")
    shot(page, "directive-commune-inbox")
    assert_accessible(page)
    page.get_by_role("link", name=ABSTRACT).click()
    expect(page.get_by_role("link", name="Xã An Hiệp nhiệm vụ 1")).to_be_visible()
    shot(page, "directive-commune")
    assert_accessible(page)
    page.get_by_role("link", name="Xã An Hiệp nhiệm vụ 1").click()
    page.get_by_role("link", name="Báo hoàn thành").click()
    page.get_by_label("Kết quả").fill("đã chọn hai mô hình")
    page.get_by_role("button", name="Báo hoàn thành").click()
    expect(page.get_by_text("chưa có minh chứng. Thêm báo cáo")).to_be_visible()
    expect(page.get_by_label("Kết quả")).to_have_value("đã chọn hai mô hình")
    shot(page, "task-close-refused")
    page.get_by_role("link", name="Thêm minh chứng trước").click()
    page.get_by_label("Loại minh chứng").select_option("report")
    page.get_by_label("Minh chứng là gì").fill("Báo cáo 21/BC-UBND, hai mô hình đã chạy")
    page.locator("input[type=file]").set_input_files(
        {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": paper()}
    )
    shot(page, "task-evidence")
    assert_accessible(page)
    page.get_by_role("button", name="Thêm minh chứng").click()
    expect(page.get_by_text("Đã thêm minh chứng.")).to_be_visible()
    page.get_by_role("link", name="Báo hoàn thành").click()
    page.get_by_role("button", name="Báo hoàn thành").click()
    expect(page.get_by_text("Đã ghi nhiệm vụ hoàn thành.")).to_be_visible()
    shot(page, "task-done")
    assert_accessible(page)


def paper() -> bytes:
    """Any PDF: the letter itself."""
    directive = Directive.objects.get()
    assert directive.paper is not None
    return render(directive.paper)


def test_a_directive_to_every_commune_of_chau_thanh(district, signed_in):
    load_initiatives(at=timezone.now())
    office = signed_in(district.hanh)
    draft(office)
    order_what(office)

    sign(signed_in(district.chair))
    carry_out(signed_in(district.ba, "phone"))

    directive = Directive.objects.get()
    office.goto(f"{HOME}/van-ban/{directive.pk}/")
    expect(office.get_by_text("1 trên 12 đơn vị đã xem")).to_be_visible()
    expect(office.get_by_text("Xong 1 trên 12 đơn vị chủ trì.")).to_be_visible()
    shot(office, "directive-followed")
    assert set(Task.objects.values_list("state", flat=True)) == {"assigned", "done"}
    assert directive.recipients.count() == directive.tasks.count() == 12


def test_keys_open_a_task_from_the_list(district, signed_in):
    assigned(district, task(district.an_hiep, deadline_on=None), at=timezone.now())
    page = signed_in(district.ba)
    page.goto(f"{HOME}/viec/")

    page.locator("body").press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Xử lý dứt điểm tài liệu")).to_be_visible()


def test_what_is_said_shows_who_has_read_it_without_scripts(district, signed_in):
    it = assigned(district, task(district.an_hiep, deadline_on=None), at=timezone.now())
    office = signed_in(district.hanh, scripts=False)
    office.goto(f"{HOME}/viec/{it.pk}/")
    office.get_by_label("Viết cho các đơn vị").fill("Xã cần thêm kệ sắt không?")
    office.get_by_role("button", name="Gửi").click()
    expect(office.get_by_text("Chưa ai xem")).to_be_visible()

    signed_in(district.ba).goto(f"{HOME}/viec/{it.pk}/")

    office.reload()
    expect(office.get_by_text("Trần Văn Ba (")).to_be_visible()
    assert_no_sideways_scroll(office)


PAGES = ["van-ban/", "van-ban/soan/", "van-ban/vao-so/", "viec/", "viec/tre-han/", "hoi-nghi/", "hoi-nghi/ghi/",
         "lich/"]  # fmt: skip


@pytest.mark.parametrize(("width", "dark"), [("phone", False), ("desktop", False), ("desktop", True)])
def test_every_page_is_accessible(district, signed_in, width, dark):
    now = timezone.now()
    it = proven(district, assigned(district, task(district.an_hiep, deadline_on=None), at=now), at=now)
    waiting = planned(district, task(*district.communes, deadline_on=None), at=now)
    conference = held(district, at=now)
    late = assigned(
        district, task(district.an_hiep, deadline_on=timezone.localdate() + timedelta(days=2)), at=now
    )
    Task.objects.filter(pk=late.pk).update(deadline_on=timezone.localdate() - timedelta(days=3))
    page = signed_in(district.hanh, width, dark=dark)
    further = [
        f"viec/{it.pk}/", f"van-ban/{waiting.pk}/", f"van-ban/{waiting.pk}/sua/", f"van-ban/{waiting.pk}/nhiem-vu/",
        f"hoi-nghi/{conference.pk}/", f"hoi-nghi/{conference.pk}/sua/", f"viec/{it.pk}/gia-han/",
    ]  # fmt: skip
    for number, address in enumerate([*PAGES, *further]):
        page.goto(f"{HOME}/{address}")

        shot(page, f"directives-{number:02}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)


def test_every_page_fits_a_phone_of_320_pixels(district, signed_in):
    it = assigned(district, task(*district.communes, deadline_on=None), at=timezone.now())
    page = signed_in(district.hanh, 320)
    for address in [*PAGES, f"viec/{it.pk}/", f"van-ban/{it.directive_id}/", f"viec/{it.pk}/thoi-giao/"]:
        page.goto(f"{HOME}/{address}")

        assert_no_sideways_scroll(page)
