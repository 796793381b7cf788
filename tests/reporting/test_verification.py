"""What is changed behind the services is found."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import connection

from motcua.kernel import ledger
from motcua.reporting import services
from motcua.reporting.models import Correction, Obligation, Report, ReportVersion
from motcua.reporting.queries import verify_rows
from tests.factories.reporting import OPENED, SENT, moment
from tests.kernel.tampering import as_once_written

frozen = import_module("motcua.reporting.migrations.0002_frozen")


@contextmanager
def frozen_lifted() -> Iterator[None]:
    """With the rights of the database's owner."""
    editor = connection.schema_editor()
    frozen.thaw(None, editor)
    yield
    frozen.freeze(None, editor)


def test_what_the_services_did_is_without_fault(reporting):
    reporting.sent(reporting.oblige()[0])

    assert list(verify_rows()) == []


def test_a_state_changed_behind_the_services_is_found(reporting):
    report = reporting.open(reporting.oblige()[0])
    ReportVersion.objects.filter(report=report).update(number_text="12/BC-UBND")

    (fault,) = verify_rows()

    assert fault.subject == report.stream
    assert "đã bị sửa ngoài sổ cái" in fault.sentence


def test_a_figure_that_the_owner_of_the_database_changed_is_found(reporting):
    report = reporting.sent(reporting.oblige()[0])
    figures = report.latest.figures
    figures["rows"][0]["figures"]["entered"] = 99
    with frozen_lifted():
        ReportVersion.objects.filter(report=report).update(figures=figures)

    (fault,) = verify_rows()

    assert fault.sentence.endswith("lần 1 đã bị sửa ngoài sổ cái.")


def test_a_correction_slipped_in_behind_the_services_is_found(reporting):
    report = reporting.open(reporting.oblige()[0])
    Correction.objects.create(
        version=report.latest, row_id="thu_chuc_mung", column_id="entered", counted=0, value=5, reason="Sót.",
        corrected_at=OPENED, corrected_by_id=reporting.hanh.account_id,
    )  # fmt: skip

    (fault,) = verify_rows()

    assert fault.subject == report.stream


def test_a_sending_that_the_owner_of_the_database_backdated_is_found(reporting):
    report = reporting.sent(reporting.oblige()[0])
    with frozen_lifted():
        Report.objects.update(first_sent_at=SENT - timedelta(days=9))

    (fault,) = verify_rows()

    assert fault.subject == report.stream


def test_a_version_that_is_gone_is_missed(reporting):
    report = reporting.sent(reporting.oblige(reporting.an_hiep)[0])
    services.new_version(report_id=report.pk, reason="Sót.", by=reporting.ba, at=SENT)
    report.latest.delete()

    (fault,) = verify_rows()

    assert fault.sentence.endswith("lần 2 còn trong sổ cái nhưng không thấy nữa.")


def slipped_in(duty: Obligation) -> None:
    duty.pk, duty.starts_on, duty.ends_on = None, date(2019, 1, 1), date(2019, 12, 31)
    duty.save(force_insert=True)


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda duty: Obligation.objects.filter(pk=duty.pk).update(due_day=28), "sổ cái: ngày phải gửi."),
        (lambda duty: duty.delete(), "không thấy nữa."),
        (slipped_in, "không có trong sổ cái."),
    ],
)
def test_a_duty_changed_taken_away_or_slipped_in_behind_the_services_is_found(reporting, tamper, said):
    tamper(reporting.oblige(reporting.an_hiep)[0])

    (fault,) = verify_rows()

    assert fault.sentence.endswith(said)


def test_duties_and_reports_of_which_the_ledger_once_kept_less_are_no_fault(reporting):
    reporting.sent(reporting.oblige()[0])
    as_once_written("due_day", "cut_off_day", "directive_id", "ended_reason", "content", "report")

    assert list(verify_rows()) == []


@pytest.mark.parametrize("written", [True, False])
def test_a_duty_that_ended_with_its_unit_is_no_fault_whether_its_end_was_written_down_or_not(
    reporting, written
):
    (duty,) = reporting.oblige(reporting.an_hiep, starts_on=date(2025, 1, 1))
    if written:
        services.pass_on(at=moment(7, 2, year=2025))
    else:
        Obligation.objects.update(ends_on=date(2025, 6, 30))

    assert list(verify_rows()) == []
    assert [entry.verb for entry in ledger.entries(duty.stream)] == ["oblige", *["pass_on"] * written]


def test_a_report_that_is_gone_is_missed(reporting):
    report = reporting.open(reporting.oblige()[0])
    Report.objects.all().delete()

    (fault,) = verify_rows()

    assert fault.subject == f"report:{report.pk}"
