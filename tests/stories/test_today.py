"""Cần Thơ today: last quarter is reported, this quarter is ahead, somebody is behind."""

from datetime import date

from motcua.directives.models import Task
from motcua.identity.models import Account
from motcua.initiatives.models import Adoption
from motcua.kernel.models import Delivery
from motcua.organisation.access import officer
from motcua.organisation.sight import sees
from motcua.project.demo.roster import HOME
from motcua.project.demo.stories.cast import (
    BA_RIA_VUNG_TAU,
    CHAU_THANH,
    CHAU_THANH_COMMUNES,
    CU_LAO_DUNG,
    GO_CONG_TAY,
    PRESENT,
)
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import moment
from motcua.project.demo.stories.today import BEHIND, SILENT, Days
from motcua.project.verification import verify
from motcua.reporting.models import Obligation, Report
from motcua.reporting.periods import ReportingPeriod
from tests.factories.demo import UNTIL

TODAY = UNTIL.date()


def test_the_records_verify():
    assert [fault for finding in verify() for fault in finding.faults] == []


def test_all_news_has_been_delivered():
    assert not Delivery.objects.filter(done_at=None).exists()


def test_the_commune_reported_last_quarter_and_owes_the_next_one_by_christmas():
    duty = Obligation.objects.get(unit__code=HOME)

    assert Report.objects.get(unit__code=HOME).period == "2026Q3"
    assert duty.holds_for(ReportingPeriod(2026, 4))
    assert ReportingPeriod(2026, 4).due_on(duty.due_day) == date(2026, 12, 25)


def test_one_commune_is_silent_and_another_is_behind():
    late = Task.objects.filter(directive__issuer__code="92", state="assigned", deadline_on__lt=TODAY)

    assert not Adoption.objects.filter(unit__code=SILENT).exists()
    assert not Report.objects.filter(unit__code=SILENT).exists()
    assert {task.lead_unit.code for task in late} == {SILENT, BEHIND}


def test_heirs_look_at_what_their_predecessors_did(stage):
    seen = {
        part.account: sees(officer(Account.objects.get(username=part.account), on=TODAY)) for part in PRESENT
    }

    for account, codes in {
        "noivu82": (CHAU_THANH, GO_CONG_TAY, *CHAU_THANH_COMMUNES),
        "noivu92": (CU_LAO_DUNG,),
        "lanhdao79": (BA_RIA_VUNG_TAU,),
    }.items():
        assert set(stage.ids(*codes)) <= seen[account]


def test_nobody_of_the_past_signs_in():
    past = Account.objects.filter(posts__unit__code=CHAU_THANH)

    assert past
    assert not any(account.has_usable_password() for account in past)


def test_on_the_26th_the_next_quarter_is_ahead():
    assert Days(moment(2026, 12, 25)).running == ReportingPeriod(2026, 4)
    assert Days(moment(2026, 12, 26)).running == ReportingPeriod(2027, 1)


def test_acts_happen_in_the_order_of_time_until_now():
    told, script = [], Script()
    script.at(moment(2026, 1, 3), told.append)
    script.at(moment(2026, 1, 1), lambda at: script.at(moment(2026, 1, 2), told.append))
    script.at(moment(2026, 1, 5), told.append)

    script.play(until=moment(2026, 1, 4))

    assert told == [moment(2026, 1, 2), moment(2026, 1, 3)]
