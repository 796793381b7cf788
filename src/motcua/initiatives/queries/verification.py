"""Are initiatives, scores, answers and entered cases what their history says they are?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from motcua.initiatives.models import Adoption, Initiative, ModelCase, Review
from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_kept
from motcua.kernel.models import LedgerEntry


def verify_rows() -> Iterator[Fault]:
    """Compare every initiative with its history, and every sheet of a council with the member's last act."""
    yield from verify_kept(Initiative.objects.all())
    for review in Review.objects.select_related("initiative").order_by("pk"):
        yield from _scores(review)


def _scores(review: Review) -> Iterator[Fault]:
    stream = review.initiative.stream
    entries = LedgerEntry.objects.filter(stream=stream, verb="score").order_by("sequence")
    given = {entry.payload["details"]["member"]: entry.payload["details"]["points"] for entry in entries}
    there = {score.member_id: score.points for score in review.scores.all()}
    members = {member.pk: member for member in review.council.members.select_related("account")}
    for pk in sorted(given.keys() | there.keys()):
        if given.get(pk) != there.get(pk):
            words = {"row": review.initiative, "name": members[pk].account if pk in members else pk}
            yield Fault(stream, _("%(row)s: phiếu chấm của %(name)s không như trong sổ cái.") % words)


def verify_cases() -> Iterator[Fault]:
    """Compare every answer to a model and every entered case with its history."""
    yield from verify_kept(Adoption.objects.all())
    yield from verify_kept(ModelCase.objects.all())
