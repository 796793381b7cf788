"""Are rounds, certificates, inspections and blocks what their history says they are?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_kept
from motcua.kernel.models import LedgerEntry
from motcua.oversight.certificates import certificate_of
from motcua.oversight.models import AwardDecision, AwardRound, BacklogBlock, Inspection

_CHUNK = 500


def verify_rows() -> Iterator[Fault]:
    """Compare every row with its history, and every certificate with the entry of its decision."""
    yield from verify_kept(AwardRound.objects.all())
    yield from verify_kept(Inspection.objects.all())
    yield from verify_kept(BacklogBlock.objects.all())
    for decision in AwardDecision.objects.select_related("round", "unit").order_by("pk").iterator(_CHUNK):
        yield from _certificates(decision)


def _certificates(decision: AwardDecision) -> Iterator[Fault]:
    """Each certificate that the decision gave must still be there, for the same recipient."""
    entry = LedgerEntry.objects.filter(stream=decision.round.stream, verb="decide").first()
    given = dict(entry.payload["details"]["certificates"]) if entry else {}
    there = {row.code: row.recipient for row in decision.commendations.all()}
    for code in sorted(given.keys() | there.keys()):
        if given.get(code) != there.get(code):
            words = {
                "certificate": certificate_of(decision.unit), "code": code, "number": decision.number,
            }  # fmt: skip
            yield Fault(
                decision.round.stream,
                _("%(certificate)s số %(code)s của Quyết định %(number)s không như trong sổ cái.") % words,
            )
