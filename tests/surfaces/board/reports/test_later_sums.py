"""The sum of the district after it was sent: one button takes up what came in, a wrong figure is corrected."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from motcua.reporting import services
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Obligation, Report
from motcua.reporting.states import Form, State
from tests.browser import assert_accessible, shot
from tests.factories.organisation import officer_at
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.reports.test_pages import at, send


@pytest.fixture
def chair(district):
    return client_of(district.chair)


@pytest.fixture
def whole(district) -> Report:
    return sent_upwards(district)


def sent_upwards(district: ChauThanh) -> Report:
    """The sum of what the communes sent to the district, which owes it to the province; sent on with one part."""
    Obligation.objects.update(collector=district.unit)
    nam = officer_at(district.province, "provincial_home_affairs")
    duty = Duty((district.unit.pk,), district.province.pk, Form.MODELS, district.period.first)
    (above,) = services.oblige(duty=duty, by=nam, at=timezone.now())
    part(district, district.an_hiep)
    made = services.open_report(
        obligation_id=above.pk, period=district.period.key, by=district.chair, at=timezone.now()
    )
    send(client_of(district.chair), made)
    return made


def part(district, unit) -> Report:
    """The report of a commune, signed and sent."""
    duty = Obligation.objects.get(unit=unit)
    head = district.heads[unit.pk]
    made = services.open_report(obligation_id=duty.pk, period=district.period.key, by=head, at=timezone.now())
    send(client_of(head), made)
    return made


def test_one_button_makes_the_next_version_from_what_came_in(district, chair, whole):
    district.serve(district.an_khanh, 5)
    part(district, district.an_khanh)
    page = chair.get(at(whole)).text
    reason = "Gộp báo cáo tới sau của: Xã An Khánh."

    again = chair.post(at(whole, "viec/lan-moi/"), {"lan-moi-reason": reason}, follow=True).text
    sent = send(chair, whole).text

    first, second = whole.versions.order_by("number")
    assert "Lập lần mới từ báo cáo vừa tới" in page
    assert f"{reason}</textarea>" in page
    assert "Tổng hợp lại</button>" in again.replace("</span>", "")
    assert reason in sent
    assert [sum(row.figures["cases"] for row in one.sheet.rows) for one in (first, second)] == [12, 17]


def test_a_figure_of_a_later_sum_is_corrected_with_its_reason_beside_it(district, chair, whole):
    chair.post(at(whole, "viec/lan-moi/"), {"lan-moi-reason": "Một xã báo nhầm"})
    cell = at(whole, "dieu-chinh/?dong=thu_chuc_mung&cot=cases")

    linked, asked = chair.get(at(whole)).text, chair.get(cell).text
    chair.post(cell, {"value": "14", "reason": "Theo sổ của huyện", "revision": whole.latest.revision})
    page = send(chair, whole).text

    assert "dieu-chinh/?dong=thu_chuc_mung&amp;cot=cases" in linked
    assert "Cộng từ báo cáo các đơn vị được 12." in asked
    assert "cộng được 12. Theo sổ của huyện" in page
    assert "Cộng được 12, báo cáo 14." in page
    assert "cộng được" not in chair.get(at(whole, "?lan=1")).text


def test_what_came_in_between_signing_and_sending_is_taken_up_by_one_button(district, chair, whole):
    chair.post(at(whole, "viec/lan-moi/"), {"lan-moi-reason": "Một xã báo nhầm"})
    chair.post(at(whole, "viec/ky/"))
    part(district, district.an_khanh)

    page = chair.get(at(whole)).text
    again = chair.post(at(whole, "viec/tong-hop-lai/"), follow=True).text

    assert "Rút về và tổng hợp lại" in page
    assert "Đã rút về và tổng hợp lại. Xem số liệu rồi ký lại." in again
    assert {one.unit_name for one in whole.latest.sheet.parts} == {"Xã An Hiệp", "Xã An Khánh"}


def test_the_chair_takes_up_corrects_signs_and_sends_it_in_the_browser(transactional_db, signed_in):
    made = ChauThanh()
    made.duties()
    made.serve(made.an_hiep, 12)
    made.serve(made.an_khanh, 5)
    whole = sent_upwards(made)
    part(made, made.an_khanh)
    page = signed_in(made.chair, "phone")

    page.goto(at(whole))
    expect(page.get_by_label("Vì sao báo cáo lại")).to_have_value("Gộp báo cáo tới sau của: Xã An Khánh.")
    shot(page, "sum-came-in")
    assert_accessible(page)
    page.get_by_role("button", name="Lập lần mới từ báo cáo vừa tới").dblclick()
    expect(page.get_by_role("button", name="Ký và gửi báo cáo")).to_be_visible()
    shot(page, "sum-draft")
    assert_accessible(page)
    page.get_by_role("link", name=re.compile("điều chỉnh Lượt phục vụ trong kỳ, Thư")).click()
    page.get_by_label("Số báo cáo").fill("18")
    page.get_by_label("Lý do điều chỉnh").fill("Theo sổ của huyện")
    shot(page, "sum-correct")
    assert_accessible(page)
    page.get_by_role("button", name="Lưu điều chỉnh").click()
    expect(page.get_by_text("cộng được 17. Theo sổ của huyện")).to_be_visible()
    page.get_by_role("button", name="Ký và gửi báo cáo").click()
    expect(page.get_by_text("Số liệu đã khóa.")).to_be_visible()
    shot(page, "sum-sent")

    assert [one.state for one in whole.versions.order_by("number")] == [State.REPLACED, State.SENT]
