from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.models.procedure import encode
from motcua.kernel.refusals import Refusal


class CannotPublish(Refusal):
    """The new version would overlap one that is there."""


@transaction.atomic
def publish_version(
    *, definition: ProcedureDefinition, valid_from: date, by_id: int | None, at: datetime
) -> ProcedureVersion:
    """Publish a version of a procedure (công bố thủ tục); the one before ends the day before.

    Raises:
        CannotPublish: a version with the same or a later first day is already published.
    """
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


def _close(last: ProcedureVersion, *, before: date) -> None:
    if last.valid_from >= before or (last.valid_to is not None and last.valid_to >= before):
        raise CannotPublish(
            _("Thủ tục “%(name)s” đã có bản hiệu lực từ ngày %(day)s. Bản mới phải bắt đầu sau ngày đó.")
            % {"name": last.name, "day": f"{last.valid_from:%d/%m/%Y}"}
        )
    if last.valid_to is None:
        last.valid_to = before - timedelta(days=1)
        last.save(update_fields=["valid_to"])
