"""A unit orders itself and those below; those above and beside it can only be asked."""

from datetime import date

import pytest

from motcua.directives import queries, services
from motcua.organisation.models import UnitPlacement
from tests.factories.directives import FRIDAY, assigned, drafted, issue, officer, task, words
from tests.factories.documents import stored


def order(directive, what, by):
    return services.assign_task(directive_id=directive.pk, task=what, by=by, at=FRIDAY)


def said(it):
    return [(parts.words, [unit.name for unit in parts.units]) for parts in queries.parts_of(it)]


def letter_of_an_hiep(district):
    """A letter of the commune to its district and to a neighbour."""
    head = officer(district.an_hiep, "commune_leader", name="Hồ Văn Sáu", title="Chủ tịch")
    return head, drafted(district, by=head, recipient_ids=[district.unit.pk, district.an_khanh.pk])


@pytest.mark.parametrize(
    ("lead", "name"),
    [("unit", "huyện Châu Thành"), ("an_khanh", "xã An Khánh"), ("province", "tỉnh Đồng Tháp")],
)
def test_a_commune_orders_nobody_above_or_beside_it(district, lead, name):
    head, directive = letter_of_an_hiep(district)

    with pytest.raises(services.OutOfLine) as refused:
        order(directive, task(getattr(district, lead)), head)

    assert str(refused.value) == (
        "Ủy ban nhân dân xã An Hiệp chỉ giao việc cho chính mình và đơn vị trực thuộc, "
        f"không giao {name} chủ trì được. Cần {name} cùng làm thì chọn phối hợp: đó là lời đề nghị."
    )
    assert not directive.tasks.exists()


def test_it_leads_itself_and_asks_the_others_to_help(district):
    head, directive = letter_of_an_hiep(district)
    what = task(district.an_hiep, coordinate_ids=(district.an_khanh.pk,), follow_ids=(district.unit.pk,))
    order(directive, what, head)

    directive = services.issue_directive(directive_id=directive.pk, by=head, at=FRIDAY)

    it = directive.tasks.get()
    assert said(it) == [
        ("Đề nghị phối hợp", ["Xã An Khánh"]),
        ("Theo dõi", ["Huyện Châu Thành"]),
    ]


def test_of_those_below_help_is_ordered(district):
    it = assigned(district, task(district.an_hiep, coordinate_ids=(district.town.pk,)))

    assert said(it) == [("Phối hợp", ["Thị trấn Cái Tàu Hạ"])]


def test_an_office_orders_no_commune_in_its_own_name(district):
    head = officer(district.unit, "division_head", name="Đỗ Văn Năm", division=district.home_affairs)
    directive = drafted(district, text=words(symbol="PNV-CCHC"), unit_id=district.home_affairs.pk, by=head)

    with pytest.raises(services.OutOfLine, match="Phòng Nội vụ chỉ giao việc cho chính mình"):
        order(directive, task(district.town), head)


def test_a_task_written_anew_is_judged_like_a_new_one(district):
    head, directive = letter_of_an_hiep(district)
    order(directive, task(district.an_hiep), head)

    with pytest.raises(services.OutOfLine):
        services.edit_task(
            directive_id=directive.pk, number="1", task=task(district.an_khanh), by=head, at=FRIDAY
        )


def test_a_unit_that_left_the_district_while_the_draft_lay_is_not_ordered(district):
    directive = drafted(district)
    order(directive, task(district.an_hiep), district.hanh)
    UnitPlacement.objects.filter(unit=district.an_hiep).update(valid_to=date(2021, 2, 4))

    with pytest.raises(services.OutOfLine, match="không giao xã An Hiệp chủ trì được"):
        issue(district, directive)


def test_what_a_superior_asks_for_the_keeper_takes_over_and_passes_on(district):
    conclusions = services.enter_directive(
        kind="official_letter", text=words(signer_name="Chủ tịch tỉnh"), number="15/UBND-NC",
        issued_on=date(2021, 2, 1), issuer_id=district.province.pk,
        recipient_ids=[district.unit.pk, district.an_hiep.pk], scan_id=stored().pk, by=district.hanh, at=FRIDAY,
    )  # fmt: skip

    leads = [
        order(conclusions, task(unit), district.hanh)[0].lead_unit
        for unit in (district.unit, district.an_hiep)
    ]

    assert leads == [district.unit, district.an_hiep]
