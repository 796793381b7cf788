"""A directive names models; each unit answers from when, or why not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.directives import services as directives
from motcua.directives.models import Recipient
from motcua.initiatives import queries, services
from motcua.initiatives.models import Adoption, Initiative, Replication
from motcua.initiatives.services import Incomplete, ModelOver, UnitNotThere, WrongDay
from motcua.initiatives.states import State
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from tests.factories.directives import FRIDAY, drafted, issue, officer
from tests.factories.replication import (
    AUGUST,
    DEATH,
    HOME,
    MANDATORY,
    WRITING,
    Spread,
    adopted,
    model,
    ordered,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(db) -> Spread:
    return Spread()


def told(district, unit, on=date(2021, 9, 30)):
    return [order.replication.initiative.slug for order in queries.orders([unit.pk], on=on)]


def test_an_issued_directive_tells_every_commune_of_its_models(district):
    ordered(district)

    assert all(told(district, unit) == list(MANDATORY) for unit in district.communes)


def test_a_draft_or_a_withdrawn_directive_tells_nobody(district):
    draft = drafted(district)
    order = services.ReplicationOrder(initiative_id=model(HOME).pk)
    services.order_replication(directive_id=draft.pk, orders=[order], by=district.hanh, at=FRIDAY)
    withdrawn = ordered(district, [DEATH])
    directives.withdraw_directive(
        directive_id=withdrawn.pk, reason="Thay bằng văn bản khác", by=district.chair, at=AUGUST
    )

    assert told(district, district.town) == []


def test_before_its_day_a_directive_tells_nobody(district):
    ordered(district)

    assert told(district, district.town, on=FRIDAY.date() - timedelta(days=1)) == []


def test_models_for_departments_pass_the_communes_by(district):
    ordered(district, [HOME], group="department")

    assert told(district, district.town) == []


def test_a_model_that_is_ordered_begins_to_spread(district):
    ordered(district, [HOME])

    assert Initiative.objects.get(slug=HOME).state == State.REPLICATING


def test_the_same_model_twice_is_refused_and_none_of_the_list_is_kept(district):
    draft = drafted(district)
    twice = [services.ReplicationOrder(initiative_id=model(slug).pk) for slug in (DEATH, HOME, HOME)]

    with pytest.raises(services.ModelTwice, match="đã có trong văn bản này"):
        services.order_replication(directive_id=draft.pk, orders=twice, by=district.hanh, at=FRIDAY)
    assert not Replication.objects.exists()


def test_a_commune_names_no_models_in_a_letter_of_the_district(district):
    draft = drafted(district)

    with pytest.raises(NotAllowed, match="đơn vị quản lý văn bản"):
        services.order_replication(directive_id=draft.pk, orders=[], by=district.head_of_town, at=FRIDAY)


def test_a_model_leaves_a_draft_but_not_an_issued_letter(district):
    draft = drafted(district)
    order = services.ReplicationOrder(initiative_id=model(HOME).pk)
    services.order_replication(directive_id=draft.pk, orders=[order], by=district.hanh, at=FRIDAY)
    services.drop_replication(
        directive_id=draft.pk, initiative_id=order.initiative_id, by=district.hanh, at=FRIDAY
    )
    issued = ordered(district, [DEATH])

    with pytest.raises(NotAllowed, match="còn là dự thảo"):
        services.drop_replication(
            directive_id=issued.pk, initiative_id=model(DEATH).pk, by=district.hanh, at=FRIDAY
        )
    assert [row.initiative.slug for row in Replication.objects.all()] == [DEATH]


def test_a_unit_takes_a_model_up_by_order_and_another_by_its_own_choice(district):
    directive = ordered(district, [HOME])

    by_order = adopted(district, district.town, target=200, person="Trần Mỹ Lệ")
    by_choice = adopted(district, district.town, WRITING)

    assert by_order.replication.directive == directive
    assert (by_order.target, by_order.person, by_choice.replication) == (200, "Trần Mỹ Lệ", None)
    assert [entry.verb for entry in ledger.entries(by_order.stream)] == ["adopt"]
    assert Event.objects.filter(name="model.answered").count() == 2


def test_a_unit_that_says_why_not_may_take_the_model_up_later(district):
    ordered(district, [HOME])
    services.decline(
        initiative_id=model(HOME).pk, unit_id=district.town.pk, reason="Chưa có người đi nhà",
        by=district.head_of_town, at=FRIDAY,
    )  # fmt: skip

    row = adopted(district, district.town)

    assert Adoption.objects.get() == row
    assert (row.state, row.reason) == ("adopted", "")
    assert [entry.verb for entry in ledger.entries(row.stream)] == ["decline", "adopt"]


def test_a_refusal_without_a_reason_is_refused(district):
    with pytest.raises(Incomplete, match="Ghi lý do chưa làm"):
        services.decline(
            initiative_id=model(HOME).pk,
            unit_id=district.town.pk,
            reason="  ",
            by=district.head_of_town,
            at=FRIDAY,
        )


def test_a_unit_answers_for_itself_only(district):
    with pytest.raises(NotAllowed, match="không làm thay được"):
        services.adopt(
            initiative_id=model(HOME).pk,
            unit_id=district.town.pk,
            from_on=FRIDAY.date(),
            by=district.ba,
            at=FRIDAY,
        )


def test_an_officer_without_the_office_promises_nothing(district):
    clerk = officer(district.town, "land_officer", name="Lê Văn Đất")

    with pytest.raises(NotAllowed, match="Việc này dành cho"):
        services.adopt(
            initiative_id=model(HOME).pk, unit_id=district.town.pk, from_on=FRIDAY.date(), by=clerk, at=FRIDAY
        )


def test_a_unit_merged_in_mid_year_takes_nothing_up_after_its_end(district):
    district.town.valid_to = date(2021, 5, 31)
    district.town.save()

    with pytest.raises(UnitNotThere, match="không còn hoạt động vào ngày 01/06/2021"):
        adopted(district, district.town, from_on=date(2021, 6, 1))


def test_a_model_that_has_ended_is_taken_up_by_nobody(district):
    Initiative.objects.filter(pk=model(HOME).pk).update(state=State.ENDED)

    with pytest.raises(ModelOver, match="đã kết thúc"):
        adopted(district, district.town)


@pytest.mark.parametrize(
    ("said_on", "latest"), [(FRIDAY, "31/12/2021"), (AUGUST.replace(month=11), "31/03/2022")]
)
def test_a_first_day_far_ahead_is_refused(district, said_on, latest):
    sentence = f"còn quá xa. Ghi ngày bắt đầu từ {latest} trở về trước"

    with pytest.raises(WrongDay, match=sentence) as refused:
        adopted(district, district.town, from_on=date(2022, 4, 1), at=said_on)
    assert refused.value.field == "from_on"


def test_a_first_day_before_the_model_is_refused(district):
    with pytest.raises(WrongDay, match=r"mô hình này chưa có\. Ghi ngày bắt đầu từ 01/01/2021 trở đi"):
        adopted(district, district.town, from_on=date(2020, 12, 31))


@pytest.mark.parametrize("from_on", [date(2021, 1, 1), date(2021, 12, 31)])
def test_a_model_may_have_begun_before_its_order_or_begin_by_the_end_of_the_year(district, from_on):
    ordered(district, [HOME])

    assert adopted(district, district.town, from_on=from_on).from_on == from_on


def test_steps_are_ticked_one_by_one_and_unticked(district):
    adoption = adopted(district, district.town)
    by = {"by": district.head_of_town, "at": AUGUST}

    services.tick_step(adoption_id=adoption.pk, seq=1, done_on=AUGUST.date(), **by)
    services.tick_step(adoption_id=adoption.pk, seq=2, done_on=AUGUST.date(), note="Đã lập danh sách", **by)
    services.untick_step(adoption_id=adoption.pk, seq=1, **by)

    assert list(adoption.steps.values_list("seq", "note")) == [(2, "Đã lập danh sách")]


def test_a_step_that_the_model_does_not_have_is_refused(district):
    adoption = adopted(district, district.town)

    with pytest.raises(services.NoSuchStep, match="không có bước 99"):
        services.tick_step(
            adoption_id=adoption.pk, seq=99, done_on=AUGUST.date(), by=district.head_of_town, at=AUGUST
        )


def test_a_step_done_tomorrow_is_refused(district):
    adoption = adopted(district, district.town)

    with pytest.raises(WrongDay, match="chưa tới"):
        services.tick_step(
            adoption_id=adoption.pk,
            seq=1,
            done_on=AUGUST.date() + timedelta(days=1),
            by=district.head_of_town,
            at=AUGUST,
        )


def test_a_commune_finds_its_models_the_ordered_ones_first(district):
    adopted(district, district.town, WRITING)
    ordered(district, [HOME, DEATH])
    adopted(district, district.town, DEATH)

    found = queries.models_of([district.town.pk], on=AUGUST.date())

    assert [(one.initiative.slug, one.adoption is not None) for one in found] == [
        (HOME, False), (DEATH, True), (WRITING, True),
    ]  # fmt: skip


def test_an_officer_without_a_unit_of_the_answer_may_not_tick(district):
    adoption = adopted(district, district.town)

    with pytest.raises(NotAllowed):
        services.tick_step(
            adoption_id=adoption.pk, seq=1, done_on=AUGUST.date(),
            by=replace(district.ba, roles=frozenset({"citizen"})), at=AUGUST,
        )  # fmt: skip


def test_a_letter_to_a_district_reaches_its_communes(district):
    letter = drafted(district, recipient_ids=[district.home_affairs.pk])
    Recipient.objects.create(directive=letter, unit=district.unit)
    order = services.ReplicationOrder(initiative_id=model(HOME).pk, mandatory=False)
    services.order_replication(directive_id=letter.pk, orders=[order], by=district.hanh, at=FRIDAY)
    issue(district, letter)

    assert all(told(district, unit) == [HOME] for unit in district.communes)
    assert told(district, district.unit) == []
