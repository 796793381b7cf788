"""From where a chair and an inbox begin: the last quarter with something to show, and what one commune reads."""

from datetime import date

import pytest
from django.utils import timezone

from motcua.kernel.quarters import Quarter
from motcua.organisation.models import Succession
from motcua.reporting.models import Obligation
from motcua.reporting.states import Form
from tests.factories.directives import officer
from tests.factories.organisation import UnitFactory
from tests.factories.reporting import Reporting
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.reports.test_pages import HOME, LIST


@pytest.fixture
def heir(db):
    """The province that took over the district of 2021, in which one commune had reported."""
    told = Reporting()
    told.case(told.an_hiep, date(2021, 8, 16), quantity=4)
    told.sent(told.oblige(told.an_hiep)[0])
    today = UnitFactory(
        code="82", name="Tỉnh Đồng Tháp", level="province", kind="tinh", valid_from=date(2025, 7, 1)
    )
    Succession.objects.create(predecessor=told.province, successor=today, on_date=date(2025, 7, 1))
    return client_of(officer(today, "home_affairs_officer", name="Lâm Minh Nam"))


def present() -> Quarter:
    return Quarter.counted_on(timezone.localdate())


def test_an_heir_begins_with_the_last_quarter_that_has_something_to_show(heir):
    page = heir.get(HOME).text

    assert "Quý III năm 2021: 2 mô hình chạy ở 1 trên 3 đơn vị, 4 lượt phục vụ" in page
    assert f"{present().name} chưa có mô hình nào được nhân rộng, nên đang xem quý III năm 2021" in page
    assert f"ky={present()}" in page
    assert "Quý II năm 2021</a>" in page
    assert "Quý IV năm 2021" in page


def test_the_quarter_that_is_named_is_shown_even_when_it_is_empty(heir):
    page = heir.get(f"{HOME}?ky={present()}").text

    assert f"{present().name}: chưa có mô hình nào được nhân rộng" in page
    assert "nên đang xem" not in page


def test_the_inbox_says_why_an_earlier_period_is_shown(heir):
    page = heir.get(LIST).text

    assert "Báo cáo các đơn vị gửi về, Quý III năm 2021" in page
    assert "không có đơn vị nào phải gửi biểu này, nên đang xem kỳ gần nhất có báo cáo" in page


def test_no_link_leads_to_a_quarter_that_has_not_begun(district):
    now = Quarter.of(timezone.localdate())
    following = (now if timezone.localdate() <= now.due_on else now.after).after
    office = client_of(district.hanh)

    for page in (HOME, LIST, f"{HOME}nhan-rong/"):
        text = office.get(f"{page}?ky={following.before}").text
        assert f"ky={following.before.before}" in text
        assert f"ky={following}" not in text


def test_a_commune_reads_of_its_models_and_of_no_other_unit(district):
    page = client_of(district.head_of_an_hiep).get(f"{HOME}?ky={district.period.key}").text

    told = "làm 1 trên 2 mô hình, 12 lượt phục vụ, 1 mô hình đang im, trong đó 1 chưa trả lời."
    assert f"{district.period.name}: {told}" in page
    assert "đơn vị" not in page.partition("<h1")[2].partition("Việc trễ hạn")[0]
    assert "để nhắc" not in page


def test_where_nobody_owes_a_report_the_chair_page_leads_to_giving_one_out(district):
    Obligation.objects.all().delete()

    page = client_of(district.hanh).get(HOME).text

    assert "báo cáo, chưa giao cho ai" in page
    assert f'href="{LIST}giao/"' in page


def test_a_commune_finds_what_it_has_sent(district):
    duty = Obligation.objects.get(unit=district.an_hiep, form=Form.MODELS)
    report = district.sent(duty, district.period.key, timezone.now())

    page = client_of(district.head_of_an_hiep).get(LIST).text

    assert "Đơn vị mình đã gửi" in page
    assert f'href="{LIST}{report.pk}/"' in page


def test_a_second_press_of_the_same_day_is_refused_in_a_sentence(district):
    office = client_of(district.hanh)
    words = {"ky": district.period.key, "bieu": Form.MODELS}

    first = office.post(f"{LIST}nhac/", words | {"don-vi": district.an_hiep.pk}, follow=True).text
    again = office.post(f"{LIST}nhac/", words | {"don-vi": district.an_hiep.pk}, follow=True).text
    rest = office.post(f"{LIST}nhac/", words, follow=True).text
    none = office.post(f"{LIST}nhac/", words, follow=True).text

    assert "Đã nhắc 1 đơn vị: xã An Hiệp." in first
    assert "Đã nhắc hôm nay" in first
    assert "Hôm nay đã nhắc Xã An Hiệp rồi (Lê Thị Hạnh, lúc" in again
    assert "Đã nhắc 11 đơn vị" in rest
    assert "1 đơn vị khác đã nhắc hôm nay, không nhắc lại." in rest
    assert "Hôm nay đã nhắc mọi đơn vị còn thiếu." in none


def test_the_forms_that_come_in_stand_above_the_inbox_with_what_waits(district):
    duty = Obligation.objects.get(unit=district.an_hiep, form=Form.MODELS)
    office = client_of(district.hanh)
    alone = office.get(LIST).text
    district.oblige(district.an_hiep, form=Form.REPORT_06A, starts_on=district.period.first)
    district.sent(duty, district.period.key, timezone.now())

    page = office.get(f"{LIST}?bieu=report_06a").text

    assert 'aria-label="Biểu báo cáo"' not in alone
    assert "Báo cáo kết quả thực hiện mô hình, sáng kiến, 1 chờ xem" in page
    assert page.count('href="?bieu=') == 2


def test_who_collects_one_form_only_begins_with_it(district):
    Obligation.objects.all().delete()
    district.oblige(district.an_hiep, form=Form.LATE_REASONS, starts_on=district.period.first)

    page = client_of(district.hanh).get(LIST).text

    assert "Biểu nguyên nhân quá hạn" in page.partition('id="da-nhan"')[2]
