"""Definitions and published versions for tests; the shipped procedures are the usual material."""

from datetime import UTC, date, datetime
from functools import cache

import factory
import msgspec
from msgspec.structs import replace

from motcua.catalogue import services, shipped
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.models import FeeSchedule, Procedure, ProcedureVersion, WorkField
from motcua.catalogue.models.procedure import encode

LOADED_AT = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)


@cache
def shipped_definition(procedure_id: str) -> ProcedureDefinition:
    """A shipped procedure with every list of choices, without a database."""
    found = next(definition for definition in shipped.procedures() if definition.id == procedure_id)
    return replace(found, lookups=shipped.lookups())


def load_catalogue() -> None:
    """The whole shipped catalogue, published."""
    services.load_catalogue(at=LOADED_AT)


class WorkFieldFactory(factory.django.DjangoModelFactory):
    """A field of work; the shipped ids are used so that definitions fit."""

    class Meta:
        model = WorkField
        django_get_or_create = ("id",)

    id = "ho_tich"
    name_vi = "Hộ tịch"
    managing_code = "G15"


class ProcedureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Procedure
        django_get_or_create = ("slug",)

    slug = "birth_registration"
    code = "1.001193"
    field = factory.SubFactory(WorkFieldFactory)


class ProcedureVersionFactory(factory.django.DjangoModelFactory):
    """A published version of a shipped procedure, written without the service; give ``definition`` another."""

    class Meta:
        model = ProcedureVersion

    class Params:
        definition = factory.LazyAttribute(lambda made: shipped_definition("birth_registration"))

    procedure = factory.LazyAttribute(
        lambda made: ProcedureFactory(
            slug=made.definition.id,
            code=made.definition.code,
            field=WorkFieldFactory(id=made.definition.field, name_vi=made.definition.field),
        )
    )
    number = 1
    name = factory.LazyAttribute(lambda made: made.definition.name_vi)
    valid_from = date(2018, 6, 21)
    content = factory.LazyAttribute(lambda made: msgspec.to_builtins(made.definition))
    content_hash = factory.LazyAttribute(lambda made: encode(made.definition)[1])
    published_at = LOADED_AT


class FeeScheduleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FeeSchedule

    province_code = "92"
    procedure = factory.SubFactory(ProcedureFactory)
    item = "late"
    amount_vnd = 8000
    valid_from = date(2025, 7, 1)
    basis = "Nghị quyết HĐND thành phố"
