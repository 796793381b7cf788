from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from msgspec.structs import replace

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import NotInForce
from motcua.documents.models import Paper
from motcua.dossiers import services
from motcua.dossiers.inputs import ComponentInput
from motcua.dossiers.models import Dossier, IntakeDraft
from motcua.identity.models import Entitlement, Person
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from tests.factories.dossiers import HAN, HANOI, MONDAY, accepted, birth, copies, land, martyr


def test_a_birth_handed_in_before_three_is_due_at_the_close_of_the_day(desk):
    dossier = accepted(desk)

    assert dossier.code == "H13.58.12-261123-0001"
    assert dossier.state == "accepted"
    assert dossier.due_at == dossier.first_due_at == datetime(2026, 11, 23, 17, 0, tzinfo=HANOI)
    assert (dossier.applicant_name, dossier.subject_name) == ("Nguyễn Thị Ngọc Hân", "Trần Gia Bảo")
    assert (dossier.book_number, dossier.book_sequence) == ("01/2026", 1)


def test_a_birth_handed_in_at_three_is_due_on_the_next_working_day_after_the_holiday(desk):
    dossier = accepted(desk, at=datetime(2026, 11, 23, 15, 0, tzinfo=HANOI))

    assert dossier.due_at == datetime(2026, 11, 25, 17, 0, tzinfo=HANOI)  # 24/11 is a holiday


def test_land_taken_in_at_the_desk_is_promised_in_twenty_working_days(desk):
    dossier = accepted(desk, land(desk))

    assert dossier.due_at == datetime(2026, 12, 22, 9, 12, tzinfo=HANOI)
    assert (dossier.limit_value, dossier.limit_unit) == (20, "working_day")


@pytest.mark.parametrize(("channel", "days"), [("online", 17), ("postal", 20), ("home", 20)])
def test_the_limit_follows_the_channel_and_a_visit_at_home_counts_as_direct(desk, channel, days):
    more = {"return_channel": "home", "return_address": "ấp Vàm Hồ A"} if channel == "home" else {}

    assert accepted(desk, land(desk, channel=channel, **more)).limit_value == days


def test_certified_copies_cost_what_their_pages_cost(desk):
    dossier = accepted(desk, copies(desk))

    assert dossier.bill.total_vnd == 3 * 4_000 + 18_000


def test_a_procedure_that_costs_nothing_has_no_bill(desk):
    dossier = accepted(desk, martyr(desk, limit_days=15, limit_reason="Sở Nội vụ quyết định"))

    assert dossier.bill is None


def test_a_poor_household_pays_nothing_and_the_ground_is_kept(desk):
    person = accepted(desk, land(desk)).applicant
    Entitlement.objects.create(person=person, group="poor_household", valid_from=date(2026, 1, 1), year=2026)

    bill = accepted(desk, land(desk)).bill

    assert (bill.total_vnd, bill.exempt_ground) == (0, "Hộ nghèo")


def test_the_receipt_is_numbered_and_says_when_and_where(desk):
    dossier = accepted(desk)

    receipt = Paper.objects.get()
    assert dossier.receipt == receipt
    assert (receipt.number, receipt.data["book_seq"]) == ("01/TNHS", 1)
    assert receipt.data["follow_url"].endswith(f"/theo-doi/{dossier.follow_token}/")


def test_the_history_begins_with_the_acceptance_and_the_news_tells_it(desk):
    dossier = accepted(desk)

    entry = ledger.entries(dossier.ledger_stream).get()
    event = Event.objects.get(name="dossier.moved")
    assert (entry.verb, entry.sequence, entry.payload["before"]) == ("accept", 1, None)
    assert entry.payload["after"] == event.payload["after"]
    assert (event.payload["dossier_id"], event.payload["sequence"]) == (dossier.pk, 1)


def test_the_same_intake_twice_is_one_dossier(desk):
    what = birth(desk)

    assert accepted(desk, what) == accepted(desk, what, at=MONDAY + timedelta(minutes=1))
    assert (Dossier.objects.count(), Paper.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_the_draft_is_gone_once_it_is_a_dossier(desk):
    what = birth(desk)
    services.save_draft(key=what.key, content={"child_full_name": "Bảo"}, title="Bảo", by=desk.le, at=MONDAY)

    accepted(desk, what)

    assert not IntakeDraft.objects.exists()
    with pytest.raises(services.WrongState, match="đã lưu rồi, mã H13"):
        services.save_draft(key=what.key, content={}, title="", by=desk.le, at=MONDAY)


def test_all_faults_are_told_at_once_each_at_its_field(desk):
    what = birth(
        desk,
        answers={"child_dob": "2026-12-01", "child_full_name": None},
        applicant=replace(HAN, personal_id="12345"),
        return_channel="postal",
        channel="postal",
    )

    with pytest.raises(services.InvalidIntake) as refused:
        accepted(desk, what)

    assert {"child_dob", "applicant.personal_id", "return_address"} <= set(refused.value.errors)
    assert not Person.objects.exists()
    assert not Dossier.objects.exists()


def test_a_missing_paper_is_named_and_form_02_suggested(desk):
    what = replace(copies(desk), components=())

    with pytest.raises(
        services.MissingPapers, match="Hồ sơ còn thiếu: Bản chính giấy tờ, văn bản"
    ) as refused:
        accepted(desk, what)

    assert [component.id for component in refused.value.missing] == ["original"]


def test_a_paper_outside_the_version_is_refused(desk):
    what = replace(birth(desk), components=(ComponentInput(component_id="household_book"),))

    with pytest.raises(services.InvalidIntake, match="Chỉ các giấy trong danh mục") as refused:
        accepted(desk, what)

    assert set(refused.value.errors) == {"components"}


def test_a_version_no_longer_in_force_is_refused_with_its_day(desk):
    what = birth(desk)
    ProcedureVersion.objects.filter(pk=what.version_id).update(valid_to=date(2026, 10, 31))

    with pytest.raises(NotInForce, match="không còn hiệu lực sau ngày 31/10/2026"):
        accepted(desk, what)


def test_without_a_legal_total_the_officer_promises_days_with_a_reason(desk):
    with pytest.raises(services.InvalidIntake) as refused:
        accepted(desk, martyr(desk))

    assert set(refused.value.errors) == {"limit_days", "limit_reason"}


def test_days_promised_with_a_reason_are_the_limit(desk):
    dossier = accepted(desk, martyr(desk, limit_days=15, limit_reason="Sở Nội vụ quyết định"))

    assert dossier.due_at == datetime(2026, 12, 15, 9, 12, tzinfo=HANOI)
    assert dossier.receipt.data["statutory_time"] == "15 ngày làm việc (Sở Nội vụ quyết định)"


def test_somebody_already_known_by_number_is_not_written_down_again(desk):
    first = accepted(desk).applicant

    again = accepted(desk, copies(desk, applicant=replace(HAN, phone="0987654321"))).applicant

    assert again == first
    assert Person.objects.get().phone == "0987654321"


def test_somebody_who_looks_alike_is_shown_before_a_second_record_is_made(desk):
    accepted(desk)
    alike = replace(HAN, personal_id="", old_id="")
    what = birth(desk, applicant=alike, answers={"applicant_id_number": "092185004417"})

    with pytest.raises(services.PossiblyKnown) as refused:
        accepted(desk, what)

    assert refused.value.candidates == [Person.objects.get()]
    accepted(desk, replace(what, applicant=replace(alike, confirmed_new=True)))
    assert Person.objects.count() == 2


def test_a_number_that_belongs_to_another_name_is_not_taken_over(desk):
    accepted(desk)

    with pytest.raises(services.PossiblyKnown, match="Số định danh này đã có"):
        accepted(desk, birth(desk, applicant=replace(HAN, full_name="Phạm Thị Khác")))


def test_a_specialist_accepts_nothing(desk):
    with pytest.raises(NotAllowed, match="Công chức tại bộ phận một cửa"):
        services.accept(intake=birth(desk), by=desk.justice, at=MONDAY)

    assert not Dossier.objects.exists()


def test_an_acceptance_takes_a_bounded_number_of_statements(desk):
    accepted(desk)
    what = birth(desk)

    with CaptureQueriesContext(connection) as captured:
        accepted(desk, what)

    assert len(captured) <= 30
