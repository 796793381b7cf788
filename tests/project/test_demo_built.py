"""A small demonstration, built once: everything in it is right, and work goes on in it."""

from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.dossiers import access, queries, services
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import FINAL, State
from motcua.identity.models import Account, Entitlement
from motcua.kernel.models import LedgerEntry
from motcua.organisation.access import officer
from motcua.organisation.models import Unit
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun
from motcua.project.demo.building import build
from motcua.project.demo.office import PORTAL
from motcua.project.demo.progress import Progress
from motcua.project.demo.roster import HOME, PREDECESSORS
from motcua.project.verification import verify
from tests.factories.demo import HANOI, UNTIL

TODAY = UNTIL.date()
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("commune")]


@pytest.fixture(scope="module")
def commune(django_db_setup, django_db_blocker):
    """One hundred and fifty dossiers of three years; whatever a test adds is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        build(dossiers=150, seed=3, until=UNTIL, password="motcua-demo", progress=Progress())
        yield Unit.objects.get(code=HOME)
        transaction.set_rollback(True)


def who(username):
    return officer(Account.objects.get(username=username), on=TODAY)


def open_step(**conditions):
    """A dossier of the commune that stands at such a step, and the step."""
    step = StepRun.objects.filter(state="open", case__paused_at=None, **conditions).order_by("pk").first()
    return Dossier.objects.get(case=step.case_id), step


def test_the_records_verify():
    assert [fault for finding in verify() for fault in finding.faults] == []


def test_all_numbers_go_on_where_the_demonstration_stopped(commune):
    clerk = who("motcua")

    dossier = Dossier.objects.filter(unit=commune, state=State.REGISTERED, channel="online").first()
    services.accept_registered(dossier_id=dossier.pk, by=clerk, at=UNTIL)

    assert [
        fault for finding in verify() if finding.check.name == "numbers" for fault in finding.faults
    ] == []


def test_everything_of_the_former_units_was_over_when_they_ended():
    former = Dossier.objects.filter(unit__code__in=PREDECESSORS)

    assert former.count() > 40
    assert set(former.values_list("state", flat=True)) <= FINAL
    assert former.order_by("-closed_at").first().closed_at < datetime(2025, 7, 1, tzinfo=HANOI)
    assert former.filter(returned_at__gte=datetime(2025, 7, 1, tzinfo=HANOI)).count() == 0


def test_officers_work_in_working_time_and_citizens_when_they_like(commune):
    portal = Account.objects.get(username=PORTAL).pk
    calendar = calendar_for(commune.pk, TODAY)

    acts = LedgerEntry.objects.filter(stream__startswith="dossier:").exclude(by_id=portal)

    assert [entry for entry in acts if not calendar.is_open(timezone.localtime(entry.at))] == []


def test_nobody_signs_what_they_received(commune):
    signed = Dossier.objects.filter(result__signed_at__isnull=False)

    assert signed.count() > 50
    assert [
        one for one in signed.select_related("result") if one.result.signed_by_id == one.accepted_by_id
    ] == []


def test_every_list_of_the_desk_has_something_in_it(commune):
    desk, leader = queries.counts(who("motcua"), UNTIL), queries.counts(who("lanhdao"), UNTIL)

    waiting = (desk.overdue, desk.waiting_acceptance, desk.waiting_supplement, desk.waiting_return)
    assert min(*waiting, leader.waiting_signature) >= 1
    for kind in (StepKind.POSTING, StepKind.FINANCIAL, StepKind.WORK):
        assert StepRun.objects.filter(state="open", kind=kind).exists(), kind


def test_the_lists_of_entitled_people_go_from_year_to_year():
    years = Entitlement.objects.exclude(year=None).values_list("year", flat=True)

    assert set(years) == {2023, 2024, 2025, 2026}


def test_an_officer_goes_on_with_a_dossier_of_the_demonstration(commune):
    dossier, step = open_step(kind=StepKind.SIGN, case__unit=commune)

    outcomes = services.sign_results(dossier_ids=[dossier.pk], by=who("lanhdao"), at=UNTIL)
    while (
        step := StepRun.objects.filter(case=dossier.case_id, state="open").order_by("position").first()
    ).kind != StepKind.RETURN:
        services.complete_step(
            dossier_id=dossier.pk, step_id=step.pk, by=_doer(step), at=UNTIL + timedelta(minutes=5)
        )
    bill = Dossier.objects.get(pk=dossier.pk).bill
    if bill is not None and bill.owed_vnd:
        services.collect_fee(
            dossier_id=dossier.pk, amount_vnd=bill.owed_vnd, method="cash", by=who("motcua"), at=UNTIL
        )
    returned = services.return_result(
        dossier_id=dossier.pk, received_by_name="Người nộp", by=who("motcua"), at=UNTIL + timedelta(hours=1)
    )

    assert [outcome.signed for outcome in outcomes] == [True]
    assert returned.state == State.RETURNED


def _doer(step):
    if step.assignee_id:
        return officer(step.assignee, on=TODAY)
    post = {"records_clerk": "vanthu", "division_head": "truongvanhoa"}.get(step.role, "tuphap")
    return who(post)


def test_officers_look_up_what_the_former_units_did(commune):
    old = Dossier.objects.filter(unit__code__in=PREDECESSORS).first()

    found = queries.page(who("motcua"), queries.Filters(text=old.code), None, at=UNTIL)

    assert access.visible_to(who("motcua")).filter(pk=old.pk).exists()
    assert [row.pk for row in found.rows] == [old.pk]


def test_keys_given_out_by_the_database_follow_those_of_the_demonstration():
    last = LedgerEntry.objects.order_by("-pk").first()

    services.note(
        dossier_id=Dossier.objects.filter(state=State.PROCESSING).first().pk,
        text="Đã gọi",
        by=who("motcua"),
        at=UNTIL,
    )

    assert LedgerEntry.objects.order_by("-pk").first().pk > last.pk
    assert connection.in_atomic_block
