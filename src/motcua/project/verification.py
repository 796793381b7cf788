"""What ``motcua verify`` checks: the one list of questions that the records must answer with silence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Sum

from motcua.directives.models import Task
from motcua.directives.queries import verify_rows as verify_directives
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import verify_rows
from motcua.initiatives.models import Initiative, ModelCase
from motcua.initiatives.queries import verify_cases
from motcua.initiatives.queries import verify_rows as verify_initiatives
from motcua.kernel import ledger, outbox
from motcua.kernel.faults import Fault
from motcua.kernel.models import Delivery, LedgerEntry, LedgerSeal, NumberSeries
from motcua.oversight.models import Commendation
from motcua.oversight.queries import verify_rows as verify_oversight
from motcua.project.numbering import verify_numbers
from motcua.reporting.models import Report
from motcua.reporting.queries import verify_rows as verify_reports
from motcua.statistics.queries import verify_facts
from motcua.statistics.tallies import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """One question.

    Args:
        name: as a program knows it.
        title_vi: what is counted, as a person reads it after the number.
        count: how many things are looked at.
        find: yields each fault; none when all is well.
    """

    name: str
    title_vi: str
    count: Callable[[], int]
    find: Callable[[], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question."""

    check: Check
    count: int
    faults: list[Fault]


def _given_up() -> Iterator[Fault]:
    for delivery in outbox.given_up().select_related("event").order_by("pk"):
        yield Fault(
            f"delivery:{delivery.pk}",
            f"Tin {delivery.event.key} không tới được “{delivery.listener}” sau {delivery.attempts} lần thử: "
            f"{delivery.last_failure}.",
        )


def _numbers_given() -> int:
    given: int = NumberSeries.objects.aggregate(given=Sum("last", default=0))["given"]
    return given


def _facts() -> int:
    return sum(table._default_manager.count() for table in TABLES)


CHECKS = [
    Check("ledger", "dòng sổ cái", LedgerEntry.objects.count, ledger.verify_streams),
    Check("seals", "niêm phong ngày", LedgerSeal.objects.count, ledger.verify_seals),
    Check("numbers", "số đã cấp", _numbers_given, verify_numbers),
    Check("dossiers", "hồ sơ", Dossier.objects.count, verify_rows),
    Check("directives", "nhiệm vụ được giao", Task.objects.count, verify_directives),
    Check("initiatives", "mô hình, sáng kiến", Initiative.objects.count, verify_initiatives),
    Check("cases", "lượt phục vụ ghi tay", ModelCase.objects.count, verify_cases),
    Check("oversight", "bằng khen, giấy khen", Commendation.objects.count, verify_oversight),
    Check("reports", "báo cáo định kỳ", Report.objects.count, verify_reports),
    Check("facts", "dòng thống kê", _facts, verify_facts),
    Check("deliveries", "lượt báo tin", Delivery.objects.count, _given_up),
]


def verify() -> Iterator[Finding]:
    """Ask every question in turn."""
    for check in CHECKS:
        yield Finding(check, check.count(), list(check.find()))
