"""A one-stop desk with its catalogue and calendar, and dossiers handed in at it."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from motcua.calendars.services import load_national
from motcua.catalogue import eforms, shipped
from motcua.catalogue.models import ClockPolicy, ProcedureVersion
from motcua.dossiers import services
from motcua.dossiers.inputs import ApplicantInput, ComponentInput, Intake
from motcua.dossiers.models import Dossier
from motcua.organisation.access import Officer
from motcua.process.models import StepRun
from tests.factories.catalogue import ProcedureVersionFactory, shipped_definition
from tests.factories.identity import AccountFactory
from tests.factories.organisation import UnitFactory, officer_at

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=HANOI)

HAN = ApplicantInput(
    full_name="Nguyễn Thị Ngọc Hân",
    personal_id="092185004417",
    birth_on=date(1985, 3, 14),
    sex="female",
    phone="0912345678",
    address="Số nhà 128/4, ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ",
)

CHILD = {
    "applicant_relation": "mother",
    "child_full_name": "Trần Gia Bảo",
    "child_dob": "2026-11-10",
    "child_sex": "male",
    "child_ethnicity": "01",
    "child_nationality": "VN",
    "child_birth_place_kind": "home",
    "child_birth_place": "xã An Thạnh, thành phố Cần Thơ",
    "child_home_town": "xã An Thạnh, thành phố Cần Thơ",
    "parentage": "mother_only",
    "mother_full_name": "Nguyễn Thị Ngọc Hân",
    "mother_dob": "1985-03-14",
    "mother_nationality": "VN",
    "mother_residence": "xã An Thạnh, thành phố Cần Thơ",
    "mother_id_number": "092185004417",
    "commitment": True,
    "result_channel": "office",
}
COPIES = {
    "items": [
        {"document_name": "Bằng tốt nghiệp THPT", "pages": 2, "copies": 3},
        {"document_name": "Sổ hộ khẩu", "pages": 16, "copies": 1},
    ],
    "result_channel": "office",
}
LAND = {
    "requests": ["register_land", "issue_certificate"],
    "parcel_address": "ấp Vàm Hồ A, xã An Thạnh",
    "area_m2": 312.5,
    "use_purpose": "Đất ở",
    "used_since": "1993",
    "origin": "Cha mẹ để lại",
    "attached": [{"paper_name": "Đơn đăng ký", "kind": "bản chính"}],
    "commitment": True,
}


class Desk:
    """A commune's desk, each role held by one person; procedures are published when asked for."""

    def __init__(self) -> None:
        load_national()
        for policy in shipped.clock_policies():
            ClockPolicy.objects.get_or_create(
                period=policy.rules.id,
                defaults={
                    "valid_from": policy.valid_from,
                    "valid_to": policy.valid_to,
                    "content": msgspec.to_builtins(policy.rules),
                },
            )
        self.unit = UnitFactory(name="Xã An Thạnh", short_name="An Thạnh", agency_code="H13.58.12")
        self.le = self.officer("one_stop_officer", name="Trần Mỹ Lệ")
        self.tam = self.officer("one_stop_officer", name="Lê Văn Tám")
        self.head = self.officer("one_stop_head", name="Phan Thị Sáu")
        self.justice = self.officer("civil_status_officer", "certification_officer", name="Ngô Thanh Tùng")
        self.land = self.officer("land_officer", name="Bùi Văn Đất")
        self.leader = self.officer("commune_leader", name="Võ Thị Lan")
        self.clerk = self.officer("records_clerk", name="Đỗ Thị Hạnh")

    def officer(self, *roles: str, name: str) -> Officer:
        return officer_at(self.unit, *roles, account=AccountFactory(display_name=name), title="Công chức")

    def version(self, slug: str) -> ProcedureVersion:
        """The shipped version of a procedure, published once."""
        known = ProcedureVersion.objects.filter(procedure__slug=slug).first()
        return known or ProcedureVersionFactory(definition=shipped_definition(slug))

    def holder(self, step: StepRun) -> Officer:
        """Who completes a step in this office; the counter writes down what bodies outside answer."""
        people = (self.le, self.justice, self.land, self.leader, self.clerk)
        return next((one for one in people if one.has(step.role)), self.tam)


def typed(slug: str, applicant: ApplicantInput, answers: dict[str, Any]) -> dict[str, Any]:
    """The e-form as the counter fills it: defaults, what is known of the applicant, and the rest."""
    definition = shipped_definition(slug)
    facts = {name: getattr(applicant, name) for name in ApplicantInput.__struct_fields__}
    return eforms.initial(definition) | eforms.prefill(definition, SimpleNamespace(**facts)) | answers


def intake(desk: Desk, slug: str, answers: dict[str, Any], papers: Iterable[str] = (), **more: Any) -> Intake:
    """A dossier on the counter, complete unless told otherwise."""
    applicant = more.pop("applicant", HAN)
    return Intake(
        **{
            "key": uuid.uuid4().hex,
            "version_id": desk.version(slug).pk,
            "applicant": applicant,
            "answers": typed(slug, applicant, answers),
            "components": tuple(ComponentInput(component_id=paper) for paper in papers),
            **more,
        }
    )


def birth(desk: Desk, **more: Any) -> Intake:
    """The registration of a birth on 10/11/2026."""
    answers = CHILD | more.pop("answers", {})
    return intake(desk, "birth_registration", answers, ("application_form", "id_paper"), **more)


def copies(desk: Desk, **more: Any) -> Intake:
    """Three copies of two pages and one of sixteen: 3 × 4.000 + 18.000 = 30.000 đồng."""
    return intake(desk, "certified_copy", COPIES | more.pop("answers", {}), ("original",), **more)


def land(desk: Desk, **more: Any) -> Intake:
    """A first land certificate: 20 working days, a public notice of 15 days, a financial duty."""
    answers = LAND | more.pop("answers", {})
    return intake(desk, "first_land_certificate", answers, ("application_form", "land_origin"), **more)


def accepted(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier just accepted by Trần Mỹ Lệ."""
    return services.accept(intake=what or birth(desk), by=desk.le, at=at)
