"""Châu Thành spreads three models to its communes; what they answered, and the records behind their figures."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from motcua.catalogue.models import Procedure, ProcedureVersion, WorkField
from motcua.directives.models import Directive
from motcua.dossiers.models import Dossier
from motcua.initiatives import services
from motcua.initiatives.models import Adoption, Initiative, ModelCase
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from tests.factories.directives import FRIDAY, HANOI, District, drafted, issue, officer
from tests.factories.identity import AccountFactory, PersonFactory

HOME, DEATH, MOBILE = MANDATORY = (
    "cai_tau_ha_certified_copies_home",
    "cai_tau_ha_death_linked",
    "an_phu_thuan_mobile",
)
WRITING = "dat_do_writing_help"
ELDERLY = "tam_phuoc_phuoc_long_tho_elderly_home"
AUGUST = datetime(2021, 8, 16, 9, 0, tzinfo=HANOI)
MONDAY = date(2021, 8, 16)


class Spread(District):
    """The district with a chair in each of its communes."""

    def __init__(self) -> None:
        super().__init__()
        self.heads = {
            unit.pk: officer(unit, "commune_leader", name=f"Chủ tịch {unit.short_name}", title="Chủ tịch")
            for unit in self.communes
        }

    def head(self, unit: Unit) -> Officer:
        return self.heads[unit.pk]


def model(slug: str) -> Initiative:
    """One of the models that came with Motcua; all of them are loaded on the way."""
    services.load_initiatives(FRIDAY)
    return Initiative.objects.get(slug=slug)


def ordered(
    district: Spread, slugs: Sequence[str] = MANDATORY, *, at: datetime = FRIDAY, **more: Any
) -> Directive:
    """A letter of the chair, issued to all communes, that orders models."""
    directive = drafted(district, at)
    orders = [services.ReplicationOrder(initiative_id=model(slug).pk, **more) for slug in slugs]
    services.order_replication(directive_id=directive.pk, orders=orders, by=district.hanh, at=at)
    return issue(district, directive, at)


def adopted(
    district: Spread, unit: Unit, slug: str = HOME, *, from_on: date = date(2021, 3, 1), at: datetime = FRIDAY,
    **more: Any,
) -> Adoption:  # fmt: skip
    """The answer of a commune: yes, from a day on."""
    return services.adopt(
        initiative_id=model(slug).pk, unit_id=unit.pk, from_on=from_on, by=district.head(unit), at=at, **more
    )


def entered(
    district: Spread, unit: Unit, slug: str = WRITING, *, at: datetime = AUGUST, **more: Any
) -> ModelCase:
    """A case that the commune wrote down."""
    facts = {"on": at.date(), "note": "Viết giúp tờ khai cho bà Sáu", **more}
    return services.enter_case(
        initiative_id=model(slug).pk, unit_id=unit.pk, by=district.head(unit), at=at, **facts
    )


def dossier(
    unit: Unit, slug: str = "certified_copy", *, on: date = MONDAY, channel: str = "direct",
    return_channel: str = "home", finished: bool = True, born: int | None = 1950,
) -> Dossier:  # fmt: skip
    """The bare row of a dossier accepted on a day, and settled on the same day unless told otherwise."""
    WorkField.objects.get_or_create(pk="ho_tich", defaults={"name_vi": "Hộ tịch"})
    procedure, _new = Procedure.objects.get_or_create(
        slug=slug, defaults={"code": f"1.{len(slug):06}", "field_id": "ho_tich"}
    )
    facts = {"valid_from": date(2020, 1, 1), "content": {}, "content_hash": slug, "published_at": FRIDAY}
    version, _new = ProcedureVersion.objects.get_or_create(
        procedure=procedure, number=1, defaults={**facts, "name": "Chứng thực bản sao"}
    )
    person, account = PersonFactory(birth_on=None, birth_year=born), AccountFactory()
    at = datetime.combine(on, time(9), tzinfo=HANOI)
    code = f"H13.58-{unit.pk}-{Dossier.objects.count() + 1:04}"
    over = (
        {"finished_at": at, "finished_by": account, "closed_at": at, "outcome": "early"} if finished else {}
    )
    return Dossier.objects.create(
        code=code, intake_key=code, follow_token=code, unit=unit, received_unit=unit, procedure=procedure,
        version=version, field="ho_tich", channel=channel, return_channel=return_channel, applicant=person,
        applicant_name=person.full_name, search_name="", answers={},
        state="processed" if finished else "processing", recorded_at=at, submitted_at=at, accepted_at=at,
        accepted_by=account, first_due_at=at + timedelta(days=1), due_at=at + timedelta(days=1),
        book_sequence=Dossier.objects.count() + 1, **over,
    )  # fmt: skip
