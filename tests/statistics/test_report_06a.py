from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from motcua.dossiers.states import Channel
from motcua.kernel.refusals import Refusal
from motcua.organisation.kinds import Level
from motcua.statistics.models import FieldMonth
from motcua.statistics.queries import report_06a
from motcua.statistics.report_06a import FiguresDisagree
from motcua.statistics.report_06a_paper import as_pdf, notes
from motcua.statistics.report_06a_sheet import as_xlsx
from tests.factories.statistics import Desk, fold_all, make_unit
from tests.statistics.histories import day, life, refusal

pytestmark = pytest.mark.django_db

NOW = day("2027-01-10")


@pytest.fixture
def province(db):
    return make_unit("Cần Thơ", level=Level.PROVINCE)


@pytest.fixture
def desk(province):
    """A quarter at one desk: one of each sort."""
    desk = Desk(make_unit("An Thạnh", under=province))
    for one in [
        life(accepted="2026-09-25", due="2026-10-02", finished="2026-10-01"),
        life(accepted="2026-09-28", due="2026-10-05", withdrawn="2026-10-02"),
        life(accepted="2026-10-05", due="2026-10-08", finished="2026-10-08", channel=Channel.ONLINE),
        life(accepted="2026-10-05", due="2026-10-08", finished="2026-10-12"),
        life(accepted="2026-11-02", due="2026-11-05", stopped="2026-11-09", channel=Channel.ONLINE),
        life(accepted="2026-12-28", due="2027-01-05", finished="2027-01-04"),
        life(accepted="2026-12-01", due="2026-12-20", field="dat_dai"),
        refusal("2026-11-03"),
    ]:
        desk.live(one)
    fold_all()
    return desk


def quarter_4(desk: Desk, policy: str = "", **days: date):
    days = {"from_day": date(2026, 10, 1), "to_day": date(2026, 12, 31)} | days
    return report_06a(unit=desk.unit, now=NOW, policy=policy, **days)


def columns(report) -> list[int]:
    return [getattr(report.total, name) for name in report.total.__struct_fields__]


def test_by_default_those_closed_without_a_result_stand_in_a_block_apart(desk):
    report = quarter_4(desk)

    assert columns(report) == [7, 2, 3, 2, 3, 1, 1, 1, 2, 1, 1]
    assert (report.apart.withdrawn, report.apart.stopped, report.apart.not_accepted) == (1, 1, 1)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("excluded", [5, 1, 3, 1, 3, 1, 1, 1, 2, 1, 1]),
        ("closed_as_settled", [7, 2, 3, 2, 5, 2, 1, 2, 2, 1, 1]),
        ("closed_on_time", [7, 2, 3, 2, 4, 1, 2, 1, 3, 2, 1]),
        ("given_back_over_due", [7, 2, 3, 2, 4, 1, 1, 2, 2, 1, 1]),
    ],
)
def test_a_policy_places_those_closed_without_a_result(desk, policy, expected):
    assert columns(quarter_4(desk, policy)) == expected


def test_odd_days_count_from_midnight_to_midnight(desk):
    report = quarter_4(desk, from_day=date(2026, 10, 2), to_day=date(2026, 10, 8))

    assert (report.total.carried_over, report.total.received_other, report.total.settled_on_time) == (1, 1, 1)


def test_a_province_sums_the_communes_that_stood_below_it(desk, province):
    whole = report_06a(unit=province, from_day=date(2026, 10, 1), to_day=date(2026, 12, 31), now=NOW)

    assert columns(whole) == columns(quarter_4(desk))


def test_the_data_carry_every_key_that_a_program_reads(desk):
    data = quarter_4(desk).as_data()

    assert list(data) == [
        "unit", "unit_name", "from", "to", "counted_at", "policy", "policy_name", "policy_note", "fields", "total",
        "apart", "shares", "identities",
    ]  # fmt: skip
    assert (data["unit"], data["from"], data["to"], data["policy"]) == (
        "An Thạnh", "2026-10-01", "2026-12-31", "block_apart",
    )  # fmt: skip
    assert [(line["field"], line["name"], line["received_total"]) for line in data["fields"]] == [
        ("dat_dai", "Đất đai", 1), ("ho_tich", "Hộ tịch", 6),
    ]  # fmt: skip
    assert data["shares"][0] | {"name_vi": "", "base_vi": ""} == {
        "id": "settled_in_time", "name_vi": "", "part": 2, "base": "settled_total", "base_vi": "", "whole": 3,
        "percent": 66.7,
    }  # fmt: skip


def test_a_table_whose_identities_are_broken_is_never_printed(desk):
    FieldMonth.objects.filter(field="ho_tich", month="2026-10-01").update(received=9)

    with pytest.raises(FiguresDisagree, match=r"Hộ tịch.*\(3\) = \(7\) \+ \(11\) \+ khối riêng không khớp"):
        quarter_4(desk, to_day=date(2027, 1, 31))


def test_a_period_that_has_not_begun_or_ends_before_it_begins_is_refused(desk):
    with pytest.raises(Refusal, match="chưa bắt đầu"):
        quarter_4(desk, from_day=date(2027, 2, 1), to_day=date(2027, 2, 28))
    with pytest.raises(Refusal, match="Ngày cuối kỳ"):
        quarter_4(desk, from_day=date(2026, 12, 1), to_day=date(2026, 11, 30))


def test_an_unknown_policy_is_refused_with_the_known_ones(desk):
    with pytest.raises(Refusal, match="block_apart, excluded"):
        quarter_4(desk, "bịa")


def test_the_notes_name_the_policy_the_block_apart_and_each_base(desk):
    policy, apart, *shares = notes(quarter_4(desk))

    assert policy.startswith("Khối riêng. Hồ sơ rút và dừng xử lý")
    assert apart.startswith("Trong kỳ có 1 hồ sơ rút và 1 hồ sơ dừng xử lý")
    assert shares[0] == "Giải quyết trước hạn và đúng hạn: 66,7% trên số hồ sơ đã giải quyết (2/3)."


def test_the_workbook_has_the_lines_of_the_table_and_no_formula(desk):
    desk.unit.name = "=1+1"
    rows = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(quarter_4(desk)))).get_sheet_by_index(0).to_python()

    assert rows[3][0] == "Đơn vị báo cáo: =1+1"
    assert rows[7][:4] == [1, "Đất đai", 1, 0]
    assert rows[9] == ["", "Tổng số", 7, 2, 3, 2, 3, 1, 1, 1, 2, 1, 1]
    assert rows[11][0].startswith("Khối riêng.")


def test_the_paper_is_a_pdf(desk):
    assert as_pdf(quarter_4(desk)).startswith(b"%PDF-")
