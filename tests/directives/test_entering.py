"""Texts that were signed on paper."""

from datetime import date, datetime

import pytest

from motcua.directives import services
from motcua.directives.models import Directive, Task
from motcua.organisation.access import NotAllowed
from motcua.organisation.models import Unit
from motcua.organisation.services import load_units
from motcua.project.numbering import verify_numbers
from tests.factories.directives import FRIDAY, HANOI, days_later, drafted, issue, officer, task, words
from tests.factories.documents import stored

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)


def enter(district, **changes):
    facts = {
        "kind": "official_letter", "text": words(signer_name="Phạm Tấn Xiếu"), "number": "07/UBND-NV",
        "issued_on": date(2021, 2, 1), "issuer_id": district.unit.pk,
        "recipient_ids": [unit.pk for unit in district.communes], "scan_id": stored().pk,
        "by": district.hanh, "at": FRIDAY, **changes,
    }  # fmt: skip
    return services.enter_directive(**facts)


def test_a_text_on_paper_keeps_its_number_and_day_and_has_its_scan(district):
    directive = enter(district)

    assert (directive.number, directive.symbol, directive.year) == ("07/UBND-NV", "UBND-NV", 2021)
    assert directive.on_paper
    assert directive.scan is not None


def test_its_tasks_are_assigned_as_they_are_read_from_it(district):
    directive = enter(district)

    (it,) = services.assign_task(
        directive_id=directive.pk, task=task(district.an_hiep), by=district.hanh, at=FRIDAY
    )

    assert (it.state, it.number) == ("assigned", "1")


def test_it_orders_only_those_whom_it_names(district):
    directive = enter(district, recipient_ids=[district.town.pk])

    with pytest.raises(services.Incomplete, match="Xã An Hiệp không có trong nơi nhận"):
        services.assign_task(
            directive_id=directive.pk, task=task(district.an_hiep), by=district.hanh, at=FRIDAY
        )
    assert not Task.objects.exists()


def test_a_letter_of_the_province_is_entered_by_the_district_that_received_it(district):
    directive = enter(
        district, number="3632/UBND-KSTT", issuer_id=district.province.pk, recipient_ids=[district.unit.pk]
    )

    assert (directive.issuer, directive.keeper) == (district.province, district.unit)


def test_a_letter_to_others_is_not_ones_own_to_enter(district):
    with pytest.raises(services.Incomplete, match="huyện Châu Thành phải có trong nơi nhận"):
        enter(district, issuer_id=district.province.pk, recipient_ids=[district.town.pk])


def test_the_same_text_is_entered_once(district):
    enter(district)

    with pytest.raises(services.AlreadyEntered, match="07/UBND-NV ngày 01/02/2021 đã có trong sổ"):
        enter(district)


def test_a_text_of_tomorrow_cannot_be_entered(district):
    with pytest.raises(services.WrongDay, match="còn ở phía trước"):
        enter(district, issued_on=date(2021, 2, 6))


def test_a_volunteer_enters_nothing(district):
    helper = officer(district.unit, "youth_volunteer", name="Phan Văn Trẻ")

    with pytest.raises(NotAllowed):
        enter(district, by=helper)


def test_when_the_book_comes_to_a_number_given_on_paper_that_text_gets_the_line(district):
    paper = enter(district, number="02/UBND-NV")

    numbers = [issue(district, drafted(district)).number for _turn in range(2)]

    paper.refresh_from_db()
    assert numbers == ["01/UBND-NV", "03/UBND-NV"]
    assert paper.book_sequence == 2
    assert list(verify_numbers()) == []


def test_a_number_that_vanished_from_the_book_is_found(district):
    for _turn in range(2):
        directive = issue(district, drafted(district))
    Directive.objects.filter(pk=directive.pk).update(book_sequence=None, book_number="")

    (fault,) = verify_numbers()

    assert "không thấy số 2" in fault.sentence


def test_the_province_of_2019_orders_its_communes_from_an_archive_of_today(db):
    load_units()
    province, town, ward = (
        Unit.objects.get(code=code) for code in ("H-ba-ria-vung-tau", "H-tt-dat-do", "H-phuong-5")
    )
    archivist = officer(province, "records_clerk", name="Lan Đức")
    directive = services.enter_directive(
        kind="official_letter", text=words(signer_name="Chủ tịch tỉnh"), number="4711/UBND-SNV",
        issued_on=date(2019, 5, 21), issuer_id=province.pk, recipient_ids=[town.pk, ward.pk],
        scan_id=stored().pk, by=archivist, at=NOW,
    )  # fmt: skip

    tasks = services.assign_task(
        directive_id=directive.pk, task=task(town, ward, deadline_on=date(2019, 12, 25)), by=archivist, at=NOW
    )

    assert [it.lead_unit.name for it in tasks] == ["Thị trấn Đất Đỏ", "Phường 5"]


def test_a_unit_of_today_cannot_have_been_ordered_in_2019(db):
    load_units()
    province, today = Unit.objects.get(code="H-ba-ria-vung-tau"), Unit.objects.get(code="26506")
    archivist = officer(province, "records_clerk", name="Lan Đức")

    with pytest.raises(services.UnitNotThere, match="chưa thành lập vào ngày 21/05/2019"):
        services.enter_directive(
            kind="official_letter", text=words(signer_name="Chủ tịch tỉnh"), number="4711/UBND-SNV",
            issued_on=date(2019, 5, 21), issuer_id=province.pk, recipient_ids=[today.pk],
            scan_id=stored().pk, by=archivist, at=NOW,
        )  # fmt: skip
    assert not Directive.objects.exists()


def test_a_deadline_is_judged_by_the_day_that_the_text_bears(district):
    directive = enter(district, issued_on=date(2021, 2, 1), at=days_later(300))

    with pytest.raises(services.WrongDay, match="31/01/2021 trước ngày ban hành 01/02/2021"):
        services.assign_task(
            directive_id=directive.pk, task=task(district.an_hiep, deadline_on=date(2021, 1, 31)),
            by=district.hanh, at=days_later(300),
        )  # fmt: skip
