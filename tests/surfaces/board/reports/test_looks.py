"""The pages of reports in a real browser: readable by everybody, on paper-wide and narrow screens, without scripts."""

import pytest
from django.utils import timezone
from playwright.sync_api import Route, expect

from motcua.kernel.vietnamese import day
from motcua.reporting import services
from motcua.reporting.models import Obligation, Report
from motcua.reporting.states import Form
from tests.browser import assert_accessible, assert_no_sideways_scroll, shot
from tests.factories.reform import ChauThanh
from tests.surfaces.board.reports.test_pages import HOME, LIST

LONG = "Chứng thực bản sao từ bản chính, trả kết quả tại nhà cho người cao tuổi, người khuyết tật và hộ nghèo ở ấp xa"


@pytest.fixture
def quarter(transactional_db) -> ChauThanh:
    """One report sent, one draft with a model of a long name, the others silent."""
    made = ChauThanh()
    made.model("ten_rat_dai", LONG)
    made.duties()
    made.serve(made.an_hiep, 12)
    made.serve(made.an_khanh, 7)
    made.adopt(made.town, made.letters, made.period.first)
    made.sent(Obligation.objects.get(unit=made.an_hiep), made.period.key, timezone.now())
    services.consolidate(
        unit_id=made.home_affairs.pk,
        form=Form.MODELS,
        period=made.period.key,
        by=made.hanh,
        at=timezone.now(),
    )
    made.open(Obligation.objects.get(unit=made.an_khanh), made.period.key, timezone.now())
    return made


@pytest.mark.parametrize(("width", "dark"), [("phone", False), ("desktop", False), ("desktop", True)])
def test_every_page_is_accessible(quarter, signed_in, width, dark):
    draft = Report.objects.get(unit=quarter.an_khanh)
    whole = Report.objects.get(consolidated=True)
    page = signed_in(quarter.chair, width, dark=dark)
    page.goto(f"{HOME}?ky={quarter.period.key}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 mô hình")
    shot(page, f"reports-chair-{width}{'-dark' if dark else ''}")
    assert_accessible(page)
    for who, address, name in (
        (quarter.hanh, f"{LIST}?ky={quarter.period.key}", "inbox"),
        (quarter.hanh, f"{LIST}{whole.pk}/", "consolidated"),
        (quarter.hanh, f"{LIST}giao/", "give-out"),
        (quarter.hanh, f"{LIST}che-do/", "duties"),
        (quarter.head_of_an_khanh, LIST, "due"),
        (quarter.head_of_an_khanh, f"{LIST}{draft.pk}/", "draft"),
        (quarter.head_of_an_khanh, f"{LIST}{draft.pk}/dieu-chinh/?dong=thu_chuc_mung&cot=cases", "correct"),
    ):
        page = signed_in(who, width, dark=dark)
        page.goto(address)
        shot(page, f"reports-{name}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)


def test_a_commune_sends_its_quarter_without_scripts_on_320_pixels(quarter, signed_in):
    page = signed_in(quarter.head_of_an_khanh, 320, scripts=False)
    page.goto(LIST)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="Làm tiếp").first.click()
    send = page.get_by_role("button", name="Ký và gửi báo cáo")
    expect(send).to_be_visible()
    assert_no_sideways_scroll(page)
    send.click()

    expect(page.get_by_text("Đã ký và gửi báo cáo")).to_be_visible()
    assert_no_sideways_scroll(page)


def test_what_was_chosen_before_the_scripts_came_is_counted_once_they_are_there(quarter, signed_in):
    page = signed_in(quarter.hanh)

    def chosen_before(script: Route) -> None:
        page.get_by_label("Từ quý").select_option(str(quarter.period.quarter))
        page.get_by_label("Của năm").first.fill(str(quarter.period.year))
        script.continue_()

    page.route("**/htmx.min*.js", chosen_before)
    page.goto(f"{LIST}giao/")

    expect(page.locator("#xem-truoc")).to_contain_text(day(quarter.period.due_on()))
