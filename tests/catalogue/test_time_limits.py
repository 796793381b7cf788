from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import msgspec
import pytest

from motcua.calendars.time_limits import TimeLimit
from motcua.catalogue import shipped, time_limits
from motcua.kernel.refusals import Refusal
from tests.factories.catalogue import shipped_definition

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
RULES = shipped.clock_policies()[-1].rules


def limit(procedure_id, channel="direct", case=None):
    return str(time_limits.limit_for(shipped_definition(procedure_id), channel=channel, case=case))


def test_a_first_land_certificate_taken_at_the_desk_has_twenty_working_days():
    assert limit("first_land_certificate") == "20wd"
    assert limit("first_land_certificate", channel="post") == "20wd"


def test_a_land_dossier_filed_online_has_seventeen_working_days():
    assert limit("first_land_certificate", channel="online") == "17wd"


def test_the_officer_may_choose_the_case_of_twenty_seven_days():
    assert limit("first_land_certificate", case="direct") == "27wd"
    assert [choice.case for choice in time_limits.choices(shipped_definition("first_land_certificate"))] == [
        "",
        "online",
        "postal",
        "direct",
    ]


def test_an_unknown_case_is_refused():
    with pytest.raises(Refusal, match="không có trường hợp đó"):
        limit("first_land_certificate", case="by_drone")


def test_same_day_procedures_carry_their_cutoff():
    copy = time_limits.limit_for(shipped_definition("certified_copy"), channel="direct", rules=RULES)

    assert copy == TimeLimit(0, "immediate", cutoff=time(15))
    assert limit("birth_registration") == "immediate"


def test_other_units_are_hours_and_calendar_days():
    assert limit("stay_notification") == "1h"
    assert limit("construction_permit_house") == "20cd"
    assert limit("construction_permit_house", case="individual_house") == "15cd"


def test_a_total_that_is_not_established_is_promised_by_the_officer():
    assert time_limits.limit_for(shipped_definition("veteran_funeral"), channel="direct") is None


def test_the_answers_suggest_the_case():
    change = shipped_definition("civil_status_change")

    suggested = time_limits.suggested_case(
        change, channel="direct", answers={"change_kind": "supplement"}, on=date(2026, 11, 22)
    )

    assert suggested == "supplement_information"
    assert limit("civil_status_change", case=suggested) == "immediate"
    assert time_limits.suggested_case(change, channel="direct", answers={}, on=date(2026, 11, 22)) == ""


def test_verification_lengthens_a_limit_to_its_greatest_total():
    marriage = shipped_definition("marriage_registration")
    change = shipped_definition("civil_status_change")
    stay = shipped_definition("stay_notification")

    assert str(time_limits.extended_limit(marriage, channel="direct")) == "5wd"
    assert (
        str(time_limits.extended_limit(change, channel="direct", case="change_or_correction_or_ethnicity"))
        == "6wd"
    )
    assert time_limits.extended_limit(stay, channel="direct") is None


class NextMorning:
    """A calendar whose offices open at half past seven every day."""

    def next_opening(self, instant):
        return instant.replace(hour=7, minute=30)


@pytest.mark.parametrize(("hour", "counted"), [((14, 59), (23, 14, 59)), ((15, 0), (24, 7, 30))])
def test_the_birth_bundle_received_after_three_counts_from_the_next_working_day(hour, counted):
    received = datetime(2026, 11, 23, *hour, tzinfo=HANOI)

    start = time_limits.counted_from(
        shipped_definition("linked_birth_bundle"), received=received, rules=RULES, calendar=NextMorning()
    )

    assert (start.day, start.hour, start.minute) == counted


def test_other_procedures_count_from_the_reception_whatever_the_hour():
    received = datetime(2026, 11, 23, 16, 0, tzinfo=HANOI)

    start = time_limits.counted_from(
        shipped_definition("certified_copy"), received=received, rules=RULES, calendar=NextMorning()
    )

    assert start == received


def test_every_shipped_case_gives_a_limit():
    for definition in shipped.procedures():
        for choice in time_limits.choices(definition):
            assert choice.limit is None or msgspec.to_builtins(choice.limit.value) >= 0
