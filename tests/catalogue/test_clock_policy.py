from datetime import date, time

import pytest

from motcua.catalogue import queries
from motcua.kernel.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_each_reception_day_follows_its_legal_period(catalogue):
    assert queries.clock_policy(date(2025, 6, 30)).period == "decree_61"
    assert queries.clock_policy(date(2025, 7, 1)).period == "decree_118"


def test_after_a_supplement_the_limit_starts_again_in_both_periods(catalogue):
    policies = [queries.clock_policy(date(2020, 1, 1)), queries.clock_policy(date(2026, 11, 22))]

    assert [policy.supplement_mode for policy in policies] == ["restart", "restart"]
    assert [policy.rules.supplement.source for policy in policies] == ["sure", "unsure"]


def test_the_letter_of_apology_is_sent_a_day_before_and_names_one_new_day(catalogue):
    apology = queries.clock_policy(date(2026, 11, 22)).apology

    assert (apology.lead.value, apology.lead.unit, apology.new_dates_max) == (1, "day", 1)


def test_lateness_is_judged_by_the_hour(catalogue):
    assert queries.clock_policy(date(2026, 11, 22)).classification == "by_instant"


def test_the_cutoff_rules_are_at_three_in_the_afternoon_and_differ_in_effect(catalogue):
    policy = queries.clock_policy(date(2026, 11, 22))

    effects = {rule.id: (rule.time, rule.effect, rule.moves_due) for rule in policy.rules.cutoff_rules}

    assert effects == {
        "transfer_15h": (time(15), "transfer_at_next_opening", False),
        "civil_status_15h": (time(15), "due_next_working_day", True),
        "certification_15h": (time(15), "due_next_working_day", True),
        "linked_bundle_15h": (time(15), "count_from_next_working_day", True),
    }


def test_a_day_before_all_periods_is_refused(catalogue):
    with pytest.raises(Refusal, match="Chưa có quy tắc tính hạn cho ngày 20/06/2018"):
        queries.clock_policy(date(2018, 6, 20))
