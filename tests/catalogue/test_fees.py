from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue import fee_sheet, fees, shipped
from motcua.catalogue.fees import ScheduledFee
from tests.factories.catalogue import shipped_definition

ON = date(2026, 11, 22)
CAP = 200_000
rows = st.lists(
    st.fixed_dictionaries(
        {"document_name": st.just("Bằng"), "pages": st.integers(1, 500), "copies": st.integers(1, 50)}
    ),
    max_size=5,
)


def assess(procedure_id, answers=None, *, channel="direct", entitlements=(), **more):
    return fees.assess(
        shipped_definition(procedure_id),
        channel=channel,
        answers=answers or {},
        entitlements=entitlements,
        on=ON,
        **more,
    )


def copies(*pages_and_copies):
    items = [{"document_name": "Bằng", "pages": pages, "copies": n} for pages, n in pages_and_copies]
    return assess("certified_copy", {"items": items})


@pytest.mark.parametrize(
    ("pages", "price"), [(1, 2000), (2, 4000), (3, 5000), (5, 7000), (198, 200_000), (500, CAP)]
)
def test_a_certified_copy_costs_by_the_page_up_to_the_cap(pages, price):
    assert copies((pages, 1)).total_vnd == price


def test_each_paper_is_one_line_that_explains_its_price():
    assessment = copies((5, 3), (300, 2))

    assert [(line.quantity, line.unit_price_vnd, line.amount_vnd) for line in assessment.lines] == [
        (3, 7000, 21_000),
        (2, CAP, 400_000),
    ]
    assert assessment.lines[0].label_vi == "Phí chứng thực bản sao từ bản chính: Bằng"
    assert assessment.lines[0].note_vi == "5 trang: 2 × 2.000 + 3 × 1.000 đồng."
    assert assessment.lines[1].note_vi == "300 trang, mức tối đa 200.000 đồng một bản."
    assert assessment.lines[0].basis == "Thông tư 226/2016/TT-BTC"


def test_a_line_names_the_paper_in_whatever_order_the_database_gives_the_answers_back():
    row = {"pages": 1, "issuer": "Trường Đại học", "copies": 1, "document_name": "Bằng đại học"}

    assessment = assess("certified_copy", {"items": [row]})

    assert assessment.lines[0].label_vi.endswith(": Bằng đại học")


@given(rows)
def test_the_total_is_the_sum_of_the_lines_and_never_negative(items):
    assessment = assess("certified_copy", {"items": items})

    assert assessment.total_vnd == sum(line.amount_vnd for line in assessment.lines) >= 0
    assert all(line.quantity * line.unit_price_vnd == line.amount_vnd for line in assessment.lines)


@given(rows)
def test_no_copy_costs_more_than_the_cap(items):
    assessment = assess("certified_copy", {"items": items})

    assert assessment.total_vnd <= CAP * sum(item["copies"] for item in items)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 20))
def test_more_pages_never_cost_less(pages, more, n):
    assert copies((pages, n)).total_vnd <= copies((pages + more, n)).total_vnd


@given(rows, st.sampled_from([definition.id for definition in shipped.procedures()]))
def test_whoever_is_exempt_pays_nothing_and_the_ground_is_told(items, procedure_id):
    groups = shipped_definition(procedure_id).fee.exempt_groups
    answers = {"items": items, "copies_count": 2, "child_dob": "2020-01-01"}

    assessment = assess(procedure_id, answers, entitlements=groups[:1])

    if groups:
        assert (assessment.total_vnd, assessment.unknown) == (0, False)
        assert assessment.exempt_group == groups[0]
        assert assessment.exempt_ground
        assert all(line.amount_vnd == 0 for line in assessment.lines)


def test_an_extract_costs_by_the_copy_and_nothing_for_a_poor_household():
    assert assess("civil_status_extract", {"copies_count": 3}).total_vnd == 24_000
    exempt = assess("civil_status_extract", {"copies_count": 3}, entitlements={"poor_household", "child"})
    assert (exempt.total_vnd, exempt.exempt_ground, exempt.lines[0].full_vnd) == (0, "Hộ nghèo", 24_000)


def test_residence_costs_less_online_and_by_list_for_each_person():
    two = {"members": [{"full_name": "A"}, {"full_name": "B"}]}

    assert assess("permanent_residence").total_vnd == 20_000
    assert assess("permanent_residence", channel="online").total_vnd == 10_000
    assert assess("permanent_residence", channel="home").total_vnd == 20_000
    assert assess("temporary_residence", two).total_vnd == 15_000
    assert assess("temporary_residence", two, case="by_list").total_vnd == 20_000
    assert assess("temporary_residence", two, case="by_list", channel="online").total_vnd == 10_000


@pytest.mark.parametrize(("born", "items"), [("2026-09-23", ["on_time"]), ("2026-09-22", ["late"])])
def test_a_birth_is_free_for_sixty_days(born, items):
    assessment = assess("birth_registration", {"child_dob": born})

    assert [line.item for line in assessment.lines] == items
    assert assessment.unknown is (items == ["late"])


def test_a_late_death_is_judged_by_the_day_in_the_declaration():
    on_time = assess("death_registration", {"death_datetime": "2026-11-07T23:00"})
    late = assess("death_registration", {"death_datetime": "2026-11-06T23:00"})

    assert ([line.item for line in on_time.lines], on_time.unknown) == (["on_time"], False)
    assert ([line.item for line in late.lines], late.unknown) == (["late"], True)


def test_a_provincial_price_is_unknown_until_the_province_sets_it():
    unset = assess("first_land_certificate")
    schedule = {"appraisal": ScheduledFee(300_000, "Nghị quyết HĐND", "sure")}
    half_set = assess("first_land_certificate", schedule=schedule)

    assert (unset.total_vnd, unset.unknown) == (0, True)
    assert unset.lines[0].note_vi == "Theo nghị quyết của Hội đồng nhân dân tỉnh."
    assert (half_set.total_vnd, half_set.unknown, half_set.lines[0].basis) == (
        300_000,
        True,
        "Nghị quyết HĐND",
    )


def test_free_procedures_have_no_lines():
    assert assess("social_pension") == fees.FeeAssessment((), "", "", 0, False)


def test_copies_of_a_marriage_extract_are_paid_only_when_wanted():
    assert assess("marriage_registration", {"want_copies": False}).total_vnd == 0
    assert assess("marriage_registration", {"want_copies": True, "copies_count": 2}).total_vnd == 16_000


def test_the_sheet_tells_the_tariff_in_words():
    copy = fee_sheet.tariff(shipped_definition("certified_copy"))
    land = fee_sheet.tariff(shipped_definition("first_land_certificate"))
    birth = fee_sheet.tariff(shipped_definition("birth_registration"))

    assert [line.price_vi for line in copy] == [
        "2.000 đồng một trang bản chính; từ trang bản chính thứ 3: 1.000 đồng; không quá 200.000 đồng một bản"
    ]
    assert {line.price_vi for line in land} == {"theo nghị quyết Hội đồng nhân dân tỉnh"}
    assert birth[0].price_vi == "không mất tiền"
