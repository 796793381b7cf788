from datetime import date, datetime, timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Option, ProcedureDefinition
from motcua.catalogue.eforms.options import lookup_names
from motcua.catalogue.fees import GROUPS
from motcua.catalogue.integrity import faults
from motcua.catalogue.models import Lookup, Procedure, ProcedureVersion, WorkField
from motcua.catalogue.models.procedure import encode
from motcua.catalogue.models.validity import holds_on
from motcua.catalogue.papers import DATA_SOURCES
from motcua.kernel.refusals import Refusal


class CannotPublish(Refusal):
    """The version does not hold together, or overlaps one that is there."""


@transaction.atomic
def publish_version(
    *, definition: ProcedureDefinition, valid_from: date, by_id: int | None, at: datetime
) -> ProcedureVersion:
    """Publish a version of a procedure (công bố thủ tục); the one before ends the day before.

    The lists of choices in force on ``valid_from`` are pinned with the version, except those it brings.

    Args:
        by_id: account that publishes, None for what comes with the software.
    Raises:
        CannotPublish: the definition has a fault, or a version with the same or a later first day exists.
    """
    definition = with_lookups(definition, on=valid_from)
    refuse_faults(definition)
    Procedure.objects.get_or_create(
        slug=definition.id, defaults={"code": definition.code, "field_id": definition.field}
    )
    procedure = Procedure.objects.select_for_update().get(slug=definition.id)
    last = procedure.versions.order_by("-valid_from").first()
    if last is not None:
        _close(last, before=valid_from)
    if (procedure.code, procedure.field_id) != (definition.code, definition.field):
        procedure.code, procedure.field_id = definition.code, definition.field
        procedure.save(update_fields=["code", "field"])
    content, content_hash = encode(definition)
    return ProcedureVersion.objects.create(
        procedure=procedure,
        number=1 if last is None else last.number + 1,
        name=definition.name_vi,
        valid_from=valid_from,
        content=content,
        content_hash=content_hash,
        published_at=at,
        publisher_id=by_id,
    )


def with_lookups(definition: ProcedureDefinition, *, on: date) -> ProcedureDefinition:
    """Return the definition with the lists of choices that it uses, as they are on a day."""
    names = lookup_names(definition)
    if definition.fee.exempt_groups:
        names.add(GROUPS)
    if any(document.replaced_by_data for document in definition.documents):
        names.add(DATA_SOURCES)
    wanted = names - definition.lookups.keys()
    found: dict[str, tuple[Option, ...]] = {
        lookup.name: lookup.options for lookup in Lookup.objects.filter(holds_on(on), name__in=wanted)
    }
    lookups = found | {name: rows for name, rows in definition.lookups.items() if name in names}
    return msgspec.structs.replace(definition, lookups={name: lookups[name] for name in sorted(lookups)})


def refuse_faults(definition: ProcedureDefinition) -> None:
    found = faults(definition)
    if not WorkField.objects.filter(pk=definition.field).exists():
        found.append(_("field: không có lĩnh vực “%(field)s”.") % {"field": definition.field})
    if found:
        raise CannotPublish(
            _("Thủ tục “%(name)s” chưa công bố được. %(faults)s")
            % {"name": definition.id, "faults": " ".join(found)}
        )


def _close(last: ProcedureVersion, *, before: date) -> None:
    if last.valid_from >= before or (last.valid_to is not None and last.valid_to >= before):
        raise CannotPublish(
            _("Thủ tục “%(name)s” đã có bản hiệu lực từ ngày %(day)s. Bản mới phải bắt đầu sau ngày đó.")
            % {"name": last.name, "day": f"{last.valid_from:%d/%m/%Y}"}
        )
    if last.valid_to is None:
        last.valid_to = before - timedelta(days=1)
        last.save(update_fields=["valid_to"])
