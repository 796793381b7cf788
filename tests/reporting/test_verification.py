"""What is changed behind the services is found."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

from motcua.reporting.models import Correction, Report, ReportVersion
from motcua.reporting.queries import verify_rows
from tests.factories.reporting import OPENED

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


def test_a_report_that_is_gone_is_missed(reporting):
    report = reporting.open(reporting.oblige()[0])
    Report.objects.all().delete()

    (fault,) = verify_rows()

    assert fault.subject == f"report:{report.pk}"
