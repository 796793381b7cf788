"""Which procedure: found in everyday words, or one that this officer takes in day after day."""

from collections import Counter
from datetime import date, datetime, timedelta

from django.db.models import Q

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.models.validity import holds_on
from motcua.catalogue.queries import Hit, in_force, search
from motcua.dossiers.models import Dossier
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer

MOST_HITS = 7
RECENT = 3
CHIPS = 6
_DAYS = 60
_LOOKED_AT = 600  # of the unit's latest dossiers: enough to see habits, few enough to be read at once
#: What a commune's desk takes in most, for an officer who has not taken in anything yet.
_USUAL = (
    "certified_copy", "birth_registration", "marital_status_certificate", "certified_signature",
    "death_registration", "civil_status_extract",
)  # fmt: skip


def hits(asked: str, on: date) -> list[Hit]:
    return search(asked.strip()[:200], on, limit=MOST_HITS) if asked.strip() else []


def habits(officer: Officer, now: datetime) -> list[ProcedureVersion]:
    """Return the procedures in force that this officer took in last and most, those of the unit after them."""
    rows = (
        Dossier.objects.filter(
            Q(unit=officer.unit_id), accepted_at__gte=now - timedelta(days=_DAYS), accepted_at__lte=now
        )
        .order_by("-accepted_at", "-id")
        .values_list("procedure__slug", "accepted_by")[:_LOOKED_AT]
    )
    mine = [slug for slug, account in rows if account == officer.account_id]
    recent = list(dict.fromkeys(mine))[:RECENT]
    often = [slug for slug, _count in Counter(mine).most_common()]
    all_often = [slug for slug, _count in Counter(slug for slug, _account in rows).most_common()]
    order = list(dict.fromkeys([*recent, *often, *all_often, *_USUAL]))
    versions = (
        ProcedureVersion.objects.filter(holds_on(now.date()), procedure__slug__in=order[: 2 * CHIPS])
        .select_related("procedure")
        .defer("content")
    )
    held = {version.procedure.slug: version for version in versions}
    return [held[slug] for slug in order if slug in held][:CHIPS]


def version_of(version_id: int | None) -> ProcedureVersion | None:
    """Return the version that the page holds, whether in force or not: the service judges that."""
    if version_id is None:
        return None
    versions = ProcedureVersion.objects.select_related("procedure__field").defer("content")
    return versions.filter(pk=version_id).first()


def present_version(slug: str, on: date) -> ProcedureVersion | None:
    """Return the version in force today, None when there is none."""
    try:
        return in_force(slug, on)
    except Refusal:
        return None
