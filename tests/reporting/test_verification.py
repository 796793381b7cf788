"""What is changed behind the services is found."""

from motcua.reporting.models import Report, ReportVersion
from motcua.reporting.queries import verify_rows


def test_what_the_services_did_is_without_fault(reporting):
    reporting.sent(reporting.oblige()[0])

    assert list(verify_rows()) == []


def test_a_state_changed_behind_the_services_is_found(reporting):
    report = reporting.open(reporting.oblige()[0])
    ReportVersion.objects.filter(report=report).update(number_text="12/BC-UBND")

    (fault,) = verify_rows()

    assert fault.subject == report.stream
    assert "đã bị sửa ngoài sổ cái" in fault.sentence


def test_a_report_that_is_gone_is_missed(reporting):
    report = reporting.open(reporting.oblige()[0])
    Report.objects.all().delete()

    (fault,) = verify_rows()

    assert fault.subject == f"report:{report.pk}"
