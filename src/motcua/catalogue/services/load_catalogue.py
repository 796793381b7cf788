from datetime import datetime

import msgspec
from django.db import transaction
from django.utils import timezone

from motcua.catalogue import shipped
from motcua.catalogue.models import ClockPolicy, Lookup, ProcedureVersion, WorkField
from motcua.catalogue.models.procedure import encode
from motcua.catalogue.services.publish_lookup import publish_lookup
from motcua.catalogue.services.publish_version import publish_version, with_lookups


@transaction.atomic
def load_catalogue(at: datetime) -> int:
    """Load the catalogue that comes with the software; return how many versions were published.

    Safe to run again: what is there stays. When new software brings a changed text, it is published from
    today on, unless the office has published its own version of that procedure.
    """
    for order, field in enumerate(shipped.fields()):
        WorkField.objects.update_or_create(
            id=field.id,
            defaults={"name_vi": field.name_vi, "managing_code": field.managing_code, "order": order},
        )
    for policy in shipped.clock_policies():
        ClockPolicy.objects.get_or_create(
            period=policy.rules.id,
            defaults={
                "valid_from": policy.valid_from,
                "valid_to": policy.valid_to,
                "content": msgspec.to_builtins(policy.rules),
            },
        )
    known = set(Lookup.objects.values_list("name", flat=True))
    for name, options in shipped.lookups().items():
        if name not in known:
            publish_lookup(name=name, options=options, valid_from=shipped.validity().default)
    return _publish(at)


def _publish(at: datetime) -> int:
    latest = {
        version.procedure.slug: version
        for version in ProcedureVersion.objects.select_related("procedure")
        .defer("content")
        .order_by("valid_from")
    }
    today = timezone.localdate(at)
    published = 0
    for definition in shipped.procedures():
        last = latest.get(definition.id)
        first_day = shipped.validity().of(definition.id) if last is None else today
        if last is not None:
            pinned = with_lookups(definition, on=today)
            settled = last.publisher_id or last.valid_to or last.valid_from >= today
            if settled or encode(pinned)[1] == last.content_hash:
                continue
        publish_version(definition=definition, valid_from=first_day, by_id=None, at=at)
        published += 1
    return published
