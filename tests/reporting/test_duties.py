"""Who is obliged to report, by whom; all units or none."""

from datetime import date

import pytest

from motcua.directives import services as directives
from motcua.initiatives.models import Replication
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.reporting import queries, services
from motcua.reporting.models import Obligation
from motcua.reporting.states import Form
from tests.factories.organisation import UnitFactory
from tests.factories.reporting import YEAR, moment

NEXT = date(2022, 1, 1)


def test_only_units_below_are_obliged_and_none_when_one_is_refused(reporting):
    stranger = UnitFactory(name="Xã Lạ", code="H-la", level="commune", kind="xa", valid_from=date(2004, 1, 1))

    for unit, whose in ((stranger, "Xã Lạ"), (reporting.home_affairs, "Phòng Nội vụ")):
        with pytest.raises(services.NotBelow, match=f"{whose} không phải đơn vị dưới quyền"):
            reporting.oblige(reporting.an_hiep, unit)

    assert not Obligation.objects.exists()


def test_a_merged_unit_among_others_is_named_and_nobody_is_obliged(reporting):
    Unit.objects.filter(pk=reporting.an_khanh.pk).update(valid_to=date(2021, 6, 30))
    reporting.an_khanh.refresh_from_db()

    with pytest.raises(services.UnitNotThere, match=r"Xã An Khánh không còn hoạt động.*đơn vị kế tục"):
        reporting.oblige(reporting.an_hiep, reporting.an_khanh, starts_on=NEXT)

    assert not Obligation.objects.exists()


def test_a_letter_that_was_withdrawn_obliges_nobody(reporting):
    directives.withdraw_directive(
        directive_id=reporting.letter.pk, reason="Ban hành nhầm.", by=reporting.chair, at=moment(2, 8)
    )

    with pytest.raises(Refusal, match="chưa ban hành hoặc đã thu hồi"):
        reporting.oblige(reporting.an_hiep)


def test_an_end_is_never_put_off_by_ending_once_more(reporting):
    (duty,) = reporting.oblige(reporting.an_hiep)

    def end(day):
        return services.end_obligation(
            obligation_id=duty.pk, ends_on=day, reason="Đủ số liệu.", by=reporting.hanh, at=moment(9, 1)
        )

    end(date(2021, 9, 30))
    with pytest.raises(Refusal, match="chỉ phải báo cáo đến hết ngày 30/09/2021"):
        end(date(2021, 12, 31))
    assert end(date(2021, 6, 30)).ends_on == date(2021, 6, 30)


def test_who_owes_a_form_on_some_of_the_days(reporting):
    (open_duty,) = reporting.oblige(reporting.an_hiep, starts_on=NEXT)
    (past,) = reporting.oblige(reporting.an_khanh, ends_on=date(2021, 12, 31))
    ids = [unit.pk for unit in reporting.communes]

    def owed(first, last=None, form=Form.MODELS):
        return set(queries.owing(ids, form, starts_on=first, ends_on=last).values())

    assert owed(YEAR) == {open_duty, past}
    assert owed(NEXT) == {open_duty}
    assert owed(YEAR, date(2021, 12, 31)) == {past}
    assert owed(YEAR, form=Form.REPORT_06A) == set()


def test_recipients_of_mandatory_models_without_a_duty(reporting):
    day = moment(3, 1).date()

    def asked(officer=reporting.hanh):
        return [unit.name for unit in queries.without_duty(officer, reporting.letter, on=day)]

    reporting.oblige(reporting.an_hiep)
    assert asked() == ["Thị trấn Cái Tàu Hạ", "Xã An Khánh"]
    assert asked(reporting.ba) == asked(reporting.head_of_an_hiep) == []

    Replication.objects.update(mandatory=False)
    assert asked() == []


def test_the_duties_that_a_collector_looks_at(reporting):
    duties = reporting.oblige()

    assert set(queries.duties_in_sight(reporting.hanh)) == set(duties)
    assert set(queries.duties_in_sight(reporting.chair)) == set(duties)
    assert queries.duties_in_sight(reporting.ba) == []
