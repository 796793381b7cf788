"""Units stand in the order of the Vietnamese alphabet: on the screen of the collector and in its files."""

from io import BytesIO

from django.utils import timezone
from openpyxl import load_workbook

from motcua.organisation.models import Unit
from motcua.reporting import queries
from motcua.reporting.exports import file_of
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.services import consolidate
from tests.factories.reporting import moment

IN_ORDER = ["Dương Hòa", "Đông Hòa", "Ô Môn"]


def named(reporting) -> list[Unit]:
    """The three communes under names that Unicode puts last."""
    for unit, name in zip(reporting.communes, ["Ô Môn", "Đông Hòa", "Dương Hòa"], strict=True):
        Unit.objects.filter(pk=unit.pk).update(name=f"Xã {name}", short_name=name)
    return list(Unit.objects.filter(pk__in=[unit.pk for unit in reporting.communes]))


def test_the_inbox_follows_the_alphabet(reporting):
    named(reporting)
    reporting.oblige()

    lines = queries.inbox(reporting.hanh, ReportingPeriod(2021, 3), on=timezone.localdate(moment(9, 20)))

    assert [line.unit.short_name for line in lines] == IN_ORDER


def test_the_consolidated_report_and_its_file_follow_the_alphabet(reporting):
    named(reporting)
    for duty in reporting.oblige()[1:]:
        reporting.sent(duty)

    whole = consolidate(
        unit_id=reporting.home_affairs.pk, form="quarterly_model_report", period="2021Q3", by=reporting.hanh,
        at=moment(9, 25),
    )  # fmt: skip
    book = load_workbook(BytesIO(file_of(whole.latest, "xlsx", at=moment(9, 25))))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    sent = [part.unit_name for part in whole.latest.sheet.parts]

    assert sent == [name for name in (f"Xã {one}" for one in IN_ORDER) if name in sent]
    assert len(sent) == 2
    assert cells.index(sent[0]) < cells.index(sent[1])
