"""A consolidated report after it was signed or sent: what comes in goes into its next version, the frozen one stays."""

from datetime import date

import pytest

from motcua.reporting import queries, services
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Report
from motcua.reporting.states import Form, State
from tests.factories.directives import officer
from tests.factories.reporting import moment

CELL = {"row_id": "thu_chuc_mung", "column_id": "cases"}


def cases(report: Report) -> dict[str, int]:
    row = {one.id: one for one in report.latest.reported_rows}["thu_chuc_mung"]
    return {name: row.figures[name] for name in ("cases", "cumulative")}


class Upwards:
    """A district of three communes that owes the province their sum; two have sent when it is sent on."""

    def __init__(self, reporting):
        self.chair = reporting.chair
        self.province = officer(reporting.province, "provincial_home_affairs", name="Lâm Minh Nam")
        for unit, quantity in zip(reporting.communes, (1, 2, 4), strict=True):
            reporting.case(unit, date(2021, 9, 1), quantity=quantity)
        self.duties = reporting.oblige(collector_id=reporting.unit.pk)
        self.parts = [reporting.sent(duty) for duty in self.duties[:2]]
        duty = Duty((reporting.unit.pk,), reporting.province.pk, Form.MODELS, date(2021, 1, 1), due_day=28)
        (above,) = services.oblige(duty=duty, by=self.province, at=moment(2, 5))
        self.whole = services.open_report(
            obligation_id=above.pk, period="2021Q3", by=self.chair, at=moment(9, 26)
        )
        self.send(26)

    def send(self, day: int) -> None:
        services.sign(report_id=self.whole.pk, by=self.chair, at=moment(9, day))
        services.send(report_id=self.whole.pk, by=self.chair, at=moment(9, day))

    def again(self, day: int, reason: str = "Thêm báo cáo tới sau.") -> None:
        services.new_version(report_id=self.whole.pk, reason=reason, by=self.chair, at=moment(9, day))


@pytest.fixture
def upwards(reporting) -> Upwards:
    return Upwards(reporting)


def test_what_came_in_later_is_told_and_stands_in_the_next_version_only(reporting, upwards):
    before = cases(upwards.whole)
    reporting.sent(upwards.duties[2], at=moment(9, 27))
    (told,) = queries.findings(upwards.whole, at=moment(9, 27))

    upwards.again(28)

    first, second = upwards.whole.versions.order_by("number")
    assert told.sentence.endswith("chưa được gộp. Lập lần báo cáo mới để gộp.")
    assert (len(first.sheet.parts), len(second.sheet.parts)) == (2, 3)
    assert (before["cases"], cases(upwards.whole)["cases"]) == (first.sheet.rows[0].figures["cases"], 7)
    assert queries.findings(upwards.whole, at=moment(9, 28)) == []


def test_a_sum_may_be_corrected_with_a_reason_and_what_follows_from_it_follows(upwards):
    before = cases(upwards.whole)
    upwards.again(27, reason="Xã đã giải thể, không báo cáo lại được.")

    services.correct(
        report_id=upwards.whole.pk, **CELL, value=before["cases"] + 2, reason="Theo sổ của huyện.",
        by=upwards.chair, at=moment(9, 27),
    )  # fmt: skip
    upwards.send(27)

    first, second = upwards.whole.versions.order_by("number")
    assert (first.state, second.state) == (State.REPLACED, State.SENT)
    assert cases(upwards.whole) == {name: value + 2 for name, value in before.items()}
    assert [one.reason for one in second.corrections.all()] == ["Theo sổ của huyện."]
    assert not first.corrections.exists()


def test_nobody_signs_a_later_sum_that_a_report_has_overtaken(reporting, upwards):
    upwards.again(27)
    reporting.sent(upwards.duties[2], at=moment(9, 27))

    with pytest.raises(services.CountedOtherwise, match="Hãy tổng hợp lại rồi ký"):
        upwards.send(28)

    services.fill(report_id=upwards.whole.pk, by=upwards.chair, at=moment(9, 28))
    upwards.send(28)
    assert cases(upwards.whole)["cases"] == 7


@pytest.mark.parametrize(("late", "stands"), [(True, 7), (False, 9)])
def test_a_correction_of_a_sum_falls_away_when_the_sum_becomes_another_one(reporting, upwards, late, stands):
    upwards.again(27)
    services.correct(
        report_id=upwards.whole.pk, **CELL, value=9, reason="Theo sổ của huyện.", by=upwards.chair,
        at=moment(9, 27),
    )  # fmt: skip
    if late:
        reporting.sent(upwards.duties[2], at=moment(9, 27))

    services.fill(report_id=upwards.whole.pk, by=upwards.chair, at=moment(9, 28))

    newest = upwards.whole.latest.corrections.order_by("-pk")[0]
    assert cases(upwards.whole)["cases"] == stands
    assert newest.reason.startswith("Tổng hợp lại: số cộng đổi từ" if late else "Theo sổ")


def test_what_was_sent_is_not_added_up_anew_without_a_new_version(reporting, upwards):
    with pytest.raises(services.Frozen, match="Báo cáo tổng hợp đã ký"):
        services.consolidate(
            unit_id=reporting.unit.pk, form=Form.MODELS, period="2021Q3", by=upwards.chair, at=moment(9, 27)
        )


def test_a_signed_sum_that_is_owed_to_nobody_is_taken_back_and_added_up_in_one_act(reporting):
    duties = reporting.oblige()
    reporting.sent(duties[0])
    words = {
        "unit_id": reporting.home_affairs.pk,
        "form": Form.MODELS,
        "period": "2021Q3",
        "at": moment(9, 27),
    }
    whole = services.consolidate(**words, by=reporting.hanh)
    head = officer(
        reporting.unit, "division_head", name="Mai Thị Tám", title="Trưởng phòng", division=reporting.home_affairs
    )  # fmt: skip
    services.sign(report_id=whole.pk, by=head, at=moment(9, 27))
    reporting.sent(duties[1], at=moment(9, 28))

    version = services.add_up_again(report_id=whole.pk, by=reporting.hanh, at=moment(9, 28))

    assert (version.number, version.state, len(version.sheet.parts)) == (1, State.DRAFT, 2)
    assert [line.title for line in queries.history(whole)][-2:] == ["Rút về để sửa", "Đếm lại số liệu"]
