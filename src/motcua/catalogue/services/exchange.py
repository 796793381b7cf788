"""The catalogue as one YAML text, out and in; what goes out comes in equal."""

from datetime import date, datetime
from typing import Any

import msgspec
import yaml
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue import yaml_text
from motcua.catalogue.definitions import Option, ProcedureDefinition
from motcua.catalogue.models import Lookup, ProcedureVersion
from motcua.catalogue.models.procedure import encode
from motcua.catalogue.models.validity import holds_on
from motcua.catalogue.reading import Unreadable, read
from motcua.catalogue.services.publish_version import publish_version, with_lookups

_LAST = ("legal_basis", "reference_models", "notes", "form", "lookups")


class ImportReport(msgspec.Struct, frozen=True):
    """The procedure ids that were published anew, and those that were already so."""

    published: tuple[str, ...]
    unchanged: tuple[str, ...]


def export_yaml(on: date) -> str:
    """Return every procedure in force on a local day, with the lists of choices, as YAML."""
    shared = {lookup.name: lookup.options for lookup in Lookup.objects.filter(holds_on(on)).order_by("name")}
    versions = ProcedureVersion.objects.filter(holds_on(on)).select_related("procedure")
    return yaml_text.dump(
        {
            "lookups": msgspec.to_builtins(shared),
            "procedures": [
                {"valid_from": version.valid_from.isoformat(), **_written(version.definition, shared)}
                for version in versions.order_by("procedure__slug")
            ],
        }
    )


@transaction.atomic
def import_yaml(text: str, by_id: int | None, at: datetime) -> ImportReport:
    """Publish every procedure of an exported text that differs from what is in force; all or nothing.

    Raises:
        Unreadable: the text is no YAML or has a wrong value; the sentence names the procedure and the place.
        CannotPublish: a definition has a fault or would overlap a version that is there.
    """
    document = _document(text)
    shared = read(document.get("lookups", {}), dict[str, tuple[Option, ...]], _("Danh mục dùng chung"))
    published, unchanged = [], []
    for raw in document["procedures"]:
        definition, valid_from = _read(raw)
        brought = {**shared, **definition.lookups}
        definition = with_lookups(msgspec.structs.replace(definition, lookups=brought), on=valid_from)
        if _is_there(definition, valid_from):
            unchanged.append(definition.id)
            continue
        publish_version(definition=definition, valid_from=valid_from, by_id=by_id, at=at)
        published.append(definition.id)
    return ImportReport(tuple(published), tuple(unchanged))


def _written(definition: ProcedureDefinition, shared: dict[str, tuple[Option, ...]]) -> dict[str, Any]:
    own = {name: rows for name, rows in definition.lookups.items() if shared.get(name) != rows}
    content = msgspec.to_builtins(msgspec.structs.replace(definition, lookups=own))
    return {
        key: content[key] for key in sorted(content, key=lambda key: key in _LAST and _LAST.index(key) + 1)
    }


def _document(text: str) -> dict[str, Any]:
    try:
        document = yaml_text.load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(
            _("Tệp không đọc được từ dòng %(line)d. Xin xem lại cách thụt dòng và dấu hai chấm.")
            % {"line": mark.line + 1 if mark else 1}
        ) from None
    if not isinstance(document, dict) or not isinstance(document.get("procedures"), list):
        raise Unreadable(_("Tệp không phải danh mục thủ tục: thiếu mục “procedures”."))
    return document


def _read(raw: Any) -> tuple[ProcedureDefinition, date]:
    if not isinstance(raw, dict):
        raise Unreadable(_("Mục “procedures” có dòng không phải là một thủ tục."))
    place = _("Thủ tục “%(name)s”") % {"name": raw.get("id", "?")}
    content = {key: value for key, value in raw.items() if key != "valid_from"}
    valid_from = read(raw.get("valid_from"), date, f"{place}, valid_from")
    return read(content, ProcedureDefinition, place), valid_from


def _is_there(definition: ProcedureDefinition, valid_from: date) -> bool:
    version = (
        ProcedureVersion.objects.filter(holds_on(valid_from), procedure__slug=definition.id)
        .defer("content")
        .first()
    )
    return version is not None and version.content_hash == encode(definition)[1]
