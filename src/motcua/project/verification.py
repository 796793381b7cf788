"""What ``motcua verify`` checks: the one list of questions that the records must answer with silence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from motcua.kernel import ledger, outbox
from motcua.kernel.faults import Fault
from motcua.kernel.models import Delivery, LedgerEntry


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


CHECKS = [
    Check("ledger", "dòng sổ cái", LedgerEntry.objects.count, ledger.verify_chains),
    Check("deliveries", "lượt báo tin", Delivery.objects.count, _given_up),
]


def verify() -> Iterator[Finding]:
    """Ask every question in turn."""
    for check in CHECKS:
        yield Finding(check, check.count(), list(check.find()))
