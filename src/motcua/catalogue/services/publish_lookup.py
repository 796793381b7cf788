from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Option
from motcua.catalogue.models import Lookup
from motcua.kernel.refusals import Refusal


@transaction.atomic
def publish_lookup(*, name: str, options: Sequence[Option], valid_from: date) -> Lookup:
    """Publish a list of choices (danh mục dùng chung); versions published from then on pin it."""
    last = Lookup.objects.select_for_update().filter(name=name).order_by("-valid_from").first()
    if last is not None and last.valid_from >= valid_from:
        raise Refusal(
            _("Danh mục “%(name)s” đã có bản từ ngày %(day)s. Bản mới phải bắt đầu sau ngày đó.")
            % {"name": name, "day": f"{last.valid_from:%d/%m/%Y}"}
        )
    if last is not None and last.valid_to is None:
        last.valid_to = valid_from - timedelta(days=1)
        last.save(update_fields=["valid_to"])
    return Lookup.objects.create(name=name, valid_from=valid_from, content=msgspec.to_builtins(list(options)))
