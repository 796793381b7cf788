"""Table 06a, causes of delay and the register of initiatives, as reports that are sent and added up."""

from datetime import date

import pytest

from motcua.organisation.models import UnitPlacement
from motcua.reporting import services
from motcua.reporting.exports import file_of
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Report
from motcua.reporting.sheets import totals
from motcua.reporting.states import Form
from tests.factories.directives import officer
from tests.factories.initiatives import Commune, recognised
from tests.factories.organisation import UnitFactory
from tests.factories.reporting import moment
from tests.factories.statistics import Desk, fold_all, make_unit, note
from tests.statistics.histories import life

SENT_AT = moment(9, 23, year=2026)


class Province:
    """A province that collects from two communes with dossiers of their own."""

    def __init__(self) -> None:
        self.unit = UnitFactory(name="Tỉnh Đồng Tháp", code="82", level="province", kind="tinh")
        self.hanh = officer(self.unit, "provincial_home_affairs", name="Lê Thị Hạnh")
        self.desks = [Desk(make_unit(code, under=self.unit)) for code in ("31687", "31690")]
        self.heads = [
            officer(desk.unit, "commune_leader", name="Võ Văn Hai", title="Chủ tịch") for desk in self.desks
        ]

    def sent(self, form: str, desk: int = 0, period: str = "2026Q3") -> Report:
        unit, head = self.desks[desk].unit, self.heads[desk]
        duty = Duty((unit.pk,), self.unit.pk, form, date(2026, 1, 1))
        (owed,) = services.oblige(duty=duty, by=self.hanh, at=moment(1, 5, year=2026))
        report = services.open_report(obligation_id=owed.pk, period=period, by=head, at=SENT_AT)
        services.sign(report_id=report.pk, by=head, at=SENT_AT)
        services.send(report_id=report.pk, by=head, at=SENT_AT)
        return Report.objects.get(pk=report.pk)


@pytest.fixture
def province(db):
    return Province()


def test_table_06a_counts_from_cut_off_to_cut_off_and_adds_up(province):
    first, second = province.desks
    first.live(life(accepted="2026-06-24", due="2026-06-30", finished="2026-06-27"))
    first.live(life(accepted="2026-07-02", due="2026-07-06", finished="2026-07-03"))
    second.live(life(accepted="2026-08-03", due="2026-08-05", finished="2026-08-07"))
    fold_all()

    reports = [province.sent(Form.REPORT_06A, desk) for desk in (0, 1)]
    whole = services.consolidate(
        unit_id=province.unit.pk, form=Form.REPORT_06A, period="2026Q3", by=province.hanh, at=SENT_AT
    )

    figures = [totals(one.latest.sheet.columns, one.latest.reported_rows) for one in [*reports, whole]]
    keys = ("received_total", "carried_over", "settled_total", "settled_late", "pending_total")
    assert [tuple(one[key] for key in keys) for one in figures] == [
        (2, 1, 2, 0, 0), (1, 0, 1, 1, 0), (3, 1, 3, 1, 0),
    ]  # fmt: skip


def test_a_corrected_part_moves_its_total_and_a_total_is_not_corrected_by_itself(province):
    desk, head = province.desks[0], province.heads[0]
    desk.live(life(accepted="2026-07-02", due="2026-07-06", finished="2026-07-03"))
    fold_all()
    (owed,) = services.oblige(
        duty=Duty((desk.unit.pk,), province.unit.pk, Form.REPORT_06A, date(2026, 1, 1)), by=province.hanh,
        at=SENT_AT,
    )  # fmt: skip
    report = services.open_report(obligation_id=owed.pk, period="2026Q3", by=head, at=SENT_AT)
    figure = {"report_id": report.pk, "row_id": "ho_tich", "value": 5, "reason": "Hồ sơ giấy.", "by": head}

    services.correct(**figure, column_id="settled_early", at=SENT_AT)
    with pytest.raises(services.WrongFigure, match="tính từ các cột khác"):
        services.correct(**figure, column_id="settled_total", at=SENT_AT)

    (row,) = report.latest.reported_rows
    assert (row.figures["settled_early"], row.figures["settled_total"]) == (5, 5)


def test_causes_of_delay_are_told_by_procedure_with_what_was_written_down(province):
    desk = province.desks[0]
    late = desk.live(life(accepted="2026-07-01", due="2026-07-03", finished="2026-07-08"))
    desk.live(life(accepted="2026-08-03", due="2026-08-05"))
    desk.live(life(accepted="2026-08-03", due="2026-08-05", finished="2026-08-04"))
    note(late, "Chờ Công an trả lời xác minh.")

    report = province.sent(Form.LATE_REASONS)

    (row,) = report.latest.sheet.rows
    assert row.figures == {"count": 2, "settled": 1, "pending": 1}
    assert row.words["cause"] == "Chờ Công an trả lời xác minh."
    assert len(row.records) == 2


def test_the_register_of_a_year_lists_what_was_registered_and_recognised(db):
    commune = Commune()
    province = UnitFactory(name="Thành phố Cần Thơ", code="92", level="province", kind="thanh_pho")
    UnitPlacement.objects.create(unit=commune.unit, parent=province, valid_from=commune.unit.valid_from)
    hanh = officer(province, "provincial_home_affairs", name="Lê Thị Hạnh")
    made = recognised(commune).initiative
    (owed,) = services.oblige(
        duty=Duty((commune.unit.pk,), province.pk, Form.INITIATIVES, date(2026, 1, 1)), by=hanh, at=SENT_AT
    )

    report = services.open_report(
        obligation_id=owed.pk, period="2026", by=commune.chair, at=moment(12, 20, year=2026)
    )

    (row,) = report.latest.sheet.rows
    assert (row.name, row.words["code"], row.words["status"]) == (made.title, made.code, "Được công nhận")
    assert row.words["score"]
    assert row.words["decision"].startswith(made.recognition.number)


@pytest.mark.parametrize("form", [Form.REPORT_06A, Form.LATE_REASONS])
def test_every_form_comes_as_three_kinds_of_file(province, form):
    province.desks[0].live(life(accepted="2026-07-01", due="2026-07-03", finished="2026-07-08"))
    fold_all()
    version = province.sent(form).latest

    begins = {kind: file_of(version, kind, at=SENT_AT)[:4] for kind in ("docx", "xlsx", "pdf")}

    assert begins == {"docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "pdf": b"%PDF"}
