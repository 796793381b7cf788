"""The decision and the conclusion of an inspection: signed, numbered in the unit's book, printed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.documents.services import render
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.oversight import queries, services
from motcua.oversight.access import inspection_verbs
from motcua.oversight.grounds import inspection_grounds_on
from motcua.oversight.inputs import TargetInput
from motcua.oversight.models import Inspection
from motcua.project.numbering import verify_numbers
from tests.documents.reading import text_of
from tests.factories.directives import officer
from tests.factories.oversight import MORNING, decided, inspection_planned, minuted, team, visit

LATER = MORNING + timedelta(hours=2)


def unsigned(district, **changes):
    """A plan that waits for the chair's signature; the chair is not in its team."""
    return inspection_planned(
        district,
        **{
            "decision_number": None,
            "decided_on": None,
            "signer_id": district.chair.account_id,
            "team": team(district)[:1],
            **changes,
        },
    )


def sign(row, by, at=MORNING, **changes):
    return services.decide_inspection(inspection_id=row.pk, by=by, at=at, **changes)


def test_a_decision_takes_the_next_line_of_the_book_and_names_team_and_places(district):
    decided(district)

    row = sign(unsigned(district), district.chair)

    assert (row.decision_number, row.decided_on) == ("02/QĐ-UBND", MORNING.date())
    text = " ".join(text_of(render(row.decision_paper)).split())
    for part in ("Số: 02/QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH", "Đoàn kiểm tra công vụ đột xuất",
                 "Lê Thị Hạnh Phó Trưởng phòng Nội vụ Trưởng đoàn", "Ủy ban nhân dân xã An Hiệp",
                 "Đài Truyền thanh huyện", "Nội dung kiểm tra: Đạo đức công vụ", "Phạm Tấn Xiếu"):  # fmt: skip
        assert part in text
    assert list(verify_numbers()) == []


def test_a_surprise_to_be_signed_is_known_to_its_team_and_its_signer_alone(district):
    other_chair = officer(district.unit, "commune_leader", name="Đỗ Văn Tám")
    row = unsigned(district)

    knowing = [one for one in (district.hanh, district.chair, other_chair, district.ba)
               if queries.inspections(one).filter(pk=row.pk).exists()]  # fmt: skip

    assert knowing == [district.hanh, district.chair]
    with pytest.raises(Inspection.DoesNotExist):
        sign(row, other_chair)
    sign(row, district.chair)
    news = Event.objects.filter(name="inspection.moved").order_by("pk")
    assert [one.payload["target_unit_ids"] for one in news] == [[], []]


def test_a_surprise_without_a_number_says_who_signs(district):
    with pytest.raises(services.Incomplete, match="Chọn lãnh đạo ký quyết định"):
        unsigned(district, signer_id=None)
    with pytest.raises(services.Incomplete, match="Chọn lãnh đạo ký quyết định"):
        unsigned(district, signer_id=district.ba.account_id)
    assert not Inspection.objects.exists()


def test_a_number_from_paper_needs_its_day(district):
    with pytest.raises(services.Incomplete, match="Ghi ngày quyết định"):
        inspection_planned(district, decided_on=None)


def test_only_the_chair_signs_and_once(district):
    row = unsigned(district, kind="planned", signer_id=None)

    with pytest.raises(NotAllowed, match="dành cho: Chủ tịch"):
        sign(row, district.hanh)
    sign(row, district.chair)
    with pytest.raises(services.WrongState, match="đã có Quyết định số 01/QĐ-UBND"):
        sign(row, district.chair)


def test_a_decision_that_waits_for_one_leader_is_not_signed_by_another(district):
    other_chair = officer(district.unit, "commune_leader", name="Đỗ Văn Tám")

    with pytest.raises(NotAllowed, match="chờ Phạm Tấn Xiếu ký"):
        sign(unsigned(district, kind="planned"), other_chair)


def test_no_visit_lies_before_the_day_of_signing(district):
    row = unsigned(district, targets=(TargetInput(unit_id=district.an_hiep.pk, visit_on=MORNING.date()),))

    with pytest.raises(services.WrongDay, match=r"03/02/2021\) trước ngày quyết định \(04/02/2021\)"):
        sign(row, district.chair, MORNING + timedelta(days=1))


def test_nothing_starts_before_its_decision_is_signed(district):
    row = unsigned(district)
    before = inspection_verbs(district.hanh, row)

    with pytest.raises(services.Incomplete, match="Chưa có quyết định"):
        services.start_inspection(inspection_id=row.pk, by=district.hanh, at=MORNING)
    row = sign(row, district.chair)

    assert ("start" in before, "start" in inspection_verbs(district.hanh, row)) == (False, True)
    assert services.start_inspection(inspection_id=row.pk, by=district.hanh, at=LATER).state == "started"


def test_the_database_refuses_a_start_without_a_decision(district):
    row = unsigned(district, kind="planned")

    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=row.pk).update(
            state="started", started_at=MORNING, started_by=district.hanh.account_id
        )


def conclude(district, row, **changes):
    words = {"conclusion": "Chấp hành tốt.\nXã An Hiệp niêm yết thiếu.", **changes}
    return services.conclude_inspection(inspection_id=row.pk, by=district.chair, at=LATER, **words)


def test_a_conclusion_takes_its_number_and_prints_visits_and_remedies(district):
    row = conclude(district, minuted(district))

    assert row.conclusion_number == "01/TB-UBND"
    text = " ".join(text_of(render(row.conclusion_paper)).split())
    for part in ("Kết luận kiểm tra đột xuất công vụ quý I năm 2021", "02 cơ quan, đơn vị",
                 "Ủy ban nhân dân xã An Hiệp 03/02/2021, 08:00–08:30 03 1 0 1", "Xã An Hiệp niêm yết thiếu.",
                 "Niêm yết đủ mức phí Ủy ban nhân dân xã An Hiệp 10/02/2021 Chưa giao việc"):  # fmt: skip
        assert part in text
    assert "Đỗ Văn Sáu" not in text
    assert list(verify_numbers()) == []


def test_a_conclusion_signed_on_paper_keeps_its_number_and_takes_none(district):
    row = conclude(district, minuted(district), conclusion_number="31/TB-UBND")

    assert (row.conclusion_number, row.conclusion_paper) == ("31/TB-UBND", None)


def test_a_conclusion_without_remedies_says_so(district):
    attendance = visit().attendance[:1]
    row = conclude(district, minuted(district, violations=(), attendance=attendance))

    assert "Không có kiến nghị phải khắc phục." in text_of(render(row.conclusion_paper))


def test_the_laws_cited_are_those_of_the_day():
    assert "13 tháng 11 năm 2008" in " ".join(inspection_grounds_on(date(2021, 2, 3)))
    assert "24 tháng 6 năm 2025" in " ".join(inspection_grounds_on(date(2026, 11, 22)))
    assert "2008" not in " ".join(inspection_grounds_on(date(2026, 11, 22)))
