"""Reports given out on screen: what that means is told first, all units or none, taken back with a reason."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from motcua.kernel.models import LedgerEntry
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Unit, UnitPlacement
from motcua.reporting.models import Obligation
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import Form
from tests.clock import clock
from tests.factories.organisation import officer_at
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.reports.test_pages import HOME, LIST

__all__ = ["clock"]
GIVE, DUTIES = f"{LIST}giao/", f"{LIST}che-do/"


@pytest.fixture
def district(db) -> ChauThanh:
    """Nobody owes a report yet."""
    return ChauThanh()


@pytest.fixture
def office(district):
    return client_of(district.hanh)


@pytest.fixture
def period() -> ReportingPeriod:
    """The period whose due day comes next."""
    today = timezone.localdate()
    now = ReportingPeriod.quarter_of(today)
    return now if today <= now.due_on() else now.after


def asked(district, period, *units: Unit, **changes):
    """What the officer's browser sends."""
    return {
        "report_form": "quarterly_model_report",
        "collector": district.home_affairs.pk,
        "directive": "",
        "from_quarter": period.quarter,
        "from_year": period.year,
        "units": [unit.pk for unit in units],
        **changes,
    }


def test_the_first_due_day_is_told_before_anybody_owes_anything(district, office, period):
    page = office.get(GIVE).text

    assert "Tất cả 12 đơn vị cấp xã" in page
    assert "Giao cho 12 đơn vị" in page
    assert day(period.due_on()) in page
    assert f"{period.name}, số liệu từ {day(period.data_from())} đến hết {day(period.data_to())}." in page
    assert "Máy nhắc trước 7, 3, 1 ngày và ngày làm việc trước ngày 25." in page
    assert all(form.label in page for form in Form)


def test_all_communes_owe_the_report_at_once(district, office, period, clock):
    told = office.post(GIVE, asked(district, period, all_of=["communes"]), follow=True).text

    duties = list(Obligation.objects.all())
    assert f"Đã giao báo cáo cho 12 đơn vị, hạn đầu tiên ngày {day(period.due_on())}." in told
    assert {duty.unit_id for duty in duties} == {unit.pk for unit in district.communes}
    assert {(duty.collector_id, duty.starts_on, duty.ends_on, duty.due_day) for duty in duties} == {
        (district.home_affairs.pk, period.first, None, 25)
    }
    begins = datetime.combine(period.first, time(8), timezone.get_current_timezone())
    clock.set(max(timezone.now(), begins))  # after its 25th a quarter is over, and the next not yet begun
    assert "Mở báo cáo đã điền sẵn" in client_of(district.head_of_an_hiep).get(LIST).text


def test_a_look_ahead_gives_nothing_out(district, office):
    past = ReportingPeriod.quarter_of(timezone.localdate()).before

    page = office.post(GIVE, asked(district, past, district.an_hiep, xem="1"))

    assert page.status_code == 200
    assert day(past.due_on()) in page.text
    assert "Hạn này đã qua" in page.text
    assert "Giao cho 1 đơn vị" in page.text
    assert not Obligation.objects.exists()


def test_a_yearly_form_is_due_in_december_and_may_have_an_end(district, office, period):
    words = asked(
        district,
        period,
        district.an_hiep,
        report_form="initiative_register",
        to_year=period.year + 1,
        to_quarter="",
    )

    office.post(GIVE, words)

    (duty,) = Obligation.objects.all()
    assert (duty.form, duty.starts_on.isoformat(), duty.ends_on.isoformat()) == (
        "initiative_register", f"{period.year}-01-01", f"{period.year + 1}-12-31",
    )  # fmt: skip


def test_who_owes_the_same_already_is_told_and_not_asked_twice(district, office, period):
    district.duties(district.an_hiep)
    since = district.period.name

    page = office.post(GIVE, asked(district, period, all_of=["communes"]), follow=True).text
    again = office.post(GIVE, asked(district, period, all_of=["communes"]))

    assert "Đã giao báo cáo cho 11 đơn vị" in page
    assert f"Giữ nguyên vì đã giao từ trước: xã An Hiệp (từ {since[0].lower()}{since[1:]})." in page
    assert Obligation.objects.count() == 12
    assert again.status_code == 422
    assert "Không còn ai để giao: thị trấn Cái Tàu Hạ (từ" in again.text
    assert Obligation.objects.count() == 12


def test_a_merged_recipient_is_refused_by_name_and_nobody_is_asked(district, office, period):
    yesterday = timezone.localdate() - timedelta(days=120)
    Unit.objects.filter(pk=district.an_khanh.pk).update(valid_to=yesterday)
    UnitPlacement.objects.filter(unit=district.an_khanh).update(valid_to=yesterday)

    page = office.get(f"{GIVE}?van-ban={district.letter.pk}").text
    words = asked(district, period, district.an_hiep, district.an_khanh, directive=district.letter.pk)
    answer = office.post(f"{GIVE}?van-ban={district.letter.pk}", words)

    assert "Nơi nhận đã sáp nhập, thôi hoạt động" in page
    assert answer.status_code == 422
    assert "Xã An Khánh không còn hoạt động" in answer.text
    assert "hãy giao cho đơn vị kế tục" in answer.text
    assert not Obligation.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"units": []}, "Chọn ít nhất một đơn vị."),
        ({"from_year": ""}, "Ghi năm bắt đầu."),
        ({"from_quarter": ""}, "Chọn quý bắt đầu."),
        ({"to_quarter": "1", "to_year": "2000"}, "Kỳ cuối phải từ kỳ đầu trở đi."),
        ({"to_quarter": "1"}, "ghi cả quý và năm"),
        ({"units": ["999999"]}, "Đơn vị đã chọn không còn trong danh sách."),
        ({"collector": "999999"}, "Dòng đã chọn không còn trong danh sách."),
        ({"report_form": "x"}, "Dòng đã chọn không còn trong danh sách."),
        ({"from_year": "99999"}, "Ghi một số từ 1.990 đến 2.099"),
    ],
)
def test_what_is_missing_or_wrong_is_said(district, office, period, changes, sentence):
    answer = office.post(GIVE, asked(district, period, district.an_hiep, **changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Obligation.objects.exists()


def test_a_directive_with_mandatory_models_leads_to_its_report(district, office, period):
    letter = f"{HOME}van-ban/{district.letter.pk}/"
    district.duties(district.an_hiep)

    before = office.get(letter).text
    page = office.get(f"{GIVE}?van-ban={district.letter.pk}").text
    recipients = [
        pk for pk in district.letter.recipients.values_list("unit_id", flat=True) if pk != district.an_hiep.pk
    ]
    office.post(GIVE, asked(district, period, directive=district.letter.pk) | {"units": recipients})

    assert f"Giao báo cáo quý cho {len(recipients)} đơn vị" in before
    assert re.search(rf'name="directive" value="{district.letter.pk}"[^>]* checked', page)
    assert f"Giao cho {len(recipients)} đơn vị" in page
    assert "Giao báo cáo quý cho" not in office.get(letter).text
    assert set(Obligation.objects.values_list("directive_id", flat=True)) == {district.letter.pk}
    assert "Giao báo cáo quý cho" not in client_of(district.ba).get(letter).text


def test_the_duties_are_shown_as_they_were_given(district, office):
    district.duties()

    page = office.get(DUTIES).text

    assert page.count("<h2") >= 1
    assert "12 đơn vị gửi phòng Nội vụ, từ " in page
    assert f'href="{HOME}van-ban/{district.letter.pk}/"' in page
    assert "Lê Thị Hạnh giao lúc" in page
    assert "Thôi giao cho một số hoặc tất cả đơn vị" in page
    assert "Thôi giao cho" not in client_of(district.chair).get(DUTIES).text  # it is the office that collects


def test_a_duty_is_taken_back_with_a_reason_for_those_that_were_chosen(district, office):
    first, second, *_rest = district.duties()
    key = re.search(r'name="nhom" value="(\d+)"', office.get(DUTIES).text)[1]
    last = ReportingPeriod.quarter_of(timezone.localdate())
    words = {"nhom": key, f"n{key}-duties": [first.pk, second.pk], f"n{key}-last": last.key}

    refused = office.post(DUTIES, words)
    assert refused.status_code == 422
    assert "Ghi lý do thôi giao." in refused.text
    assert not Obligation.objects.filter(ended_at__isnull=False).exists()

    told = office.post(DUTIES, words | {f"n{key}-reason": "Đợt nhân rộng đã tổng kết"}, follow=True).text
    assert "Đã thôi giao báo cáo cho: " in told
    assert "Đợt nhân rộng đã tổng kết" in told
    ended = Obligation.objects.filter(ended_at__isnull=False)
    assert {duty.pk for duty in ended} == {first.pk, second.pk}
    assert {duty.ends_on for duty in ended} == {last.last}


def test_only_who_collects_reports_gives_them_out(district, period):
    words = asked(district, period, district.an_hiep)
    before = LedgerEntry.objects.count()

    for who in (district.ba, officer_at(district.unit, "specialist")):
        assert {client_of(who).get(page).status_code for page in (GIVE, DUTIES)} == {403}
        assert client_of(who).post(GIVE, words).status_code == 403
    sibling = client_of(district.head_of_an_khanh)
    assert "Dưới đơn vị bạn không có đơn vị nào để giao báo cáo" in sibling.get(GIVE).text
    assert sibling.post(GIVE, words).status_code == 422
    assert LedgerEntry.objects.count() == before


def test_an_empty_inbox_leads_to_the_first_duty(district, office):
    page = office.get(LIST).text

    assert "Chưa giao báo cáo cho đơn vị nào" in page
    assert f'href="{GIVE}"' in page
    assert f'href="{DUTIES}"' in page
    assert GIVE not in client_of(district.head_of_an_hiep).get(LIST).text


def test_units_ticked_one_by_one_stand_before_the_tick_for_all(district, office, period):
    words = asked(district, period, district.an_hiep, district.an_khanh, all_of=["communes"])

    looked = office.post(GIVE, words | {"xem": "1"}).text
    told = office.post(GIVE, words, follow=True).text

    assert "Giao cho 2 đơn vị" in looked
    assert "không tính “Tất cả 12 đơn vị cấp xã”" in looked
    assert not re.search(r'name="all_of" value="communes" checked', looked)
    assert "Đã giao báo cáo cho 2 đơn vị" in told
    assert {duty.unit_id for duty in Obligation.objects.all()} == {district.an_hiep.pk, district.an_khanh.pk}


def test_a_quarter_past_its_day_is_given_out_only_when_that_is_meant(district, office):
    past = ReportingPeriod.quarter_of(timezone.localdate()).before
    words = asked(district, past, district.an_hiep, district.an_khanh)
    warning = f"Hạn {day(past.due_on())} đã qua: 2 đơn vị sẽ trễ ngay khi giao."

    refused = office.post(GIVE, words)
    other = office.post(GIVE, words | {"late_ok": past.before.key})
    assert {refused.status_code, other.status_code} == {422}
    assert warning in refused.text
    assert 'href="#f-late_ok"' in refused.text
    assert not Obligation.objects.exists()

    told = office.post(GIVE, words | {"late_ok": past.key}, follow=True).text
    assert f"Đã giao báo cáo cho 2 đơn vị, hạn đầu tiên ngày {day(past.due_on())}." in told


def test_the_page_opens_with_a_quarter_whose_day_is_ahead(district, office):
    page = office.get(GIVE).text

    assert "đã qua" not in page
    assert 'name="late_ok"' not in page
