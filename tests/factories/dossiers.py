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

MARTYR = {
    "home_town": "xã An Thạnh, thành phố Cần Thơ",
    "permanent_address": "xã An Thạnh, thành phố Cần Thơ",
    "relation_to_martyr": "child",
    "martyr_name": "Nguyễn Văn Hùng",
    "martyr_home_town": "xã An Thạnh, thành phố Cần Thơ",
    "tqgc_number": "SA 118",
    "pay_method": "cash_post",
    "commitment": True,
}
SINGLE = {
    "applicant_relation": "self",
    "subject_full_name": "Nguyễn Thị Ngọc Hân",
    "subject_dob": "1985-03-14",
    "subject_sex": "female",
    "subject_nationality": "VN",
    "subject_residence": "xã An Thạnh, thành phố Cần Thơ",
    "subject_id_number": "092185004417",
    "marital_status": "never",
    "purpose": "other",
    "result_channel": "office",
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


def martyr(desk: Desk, **more: Any) -> Intake:
    """The yearly allowance for worshipping a martyr; the law's total is not established."""
    papers = ("application_form", "tqgc_copy")
    return intake(desk, "martyr_worship_allowance", MARTYR | more.pop("answers", {}), papers, **more)


def single(desk: Desk, **more: Any) -> Intake:
    """A certificate of marital status: 3 working days, up to 23 days when something must be verified."""
    answers = SINGLE | more.pop("answers", {})
    return intake(desk, "marital_status_certificate", answers, ("application_form", "id_paper"), **more)


def accepted(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier just accepted by Trần Mỹ Lệ."""
    return services.accept(intake=what or birth(desk), by=desk.le, at=at)


RESULT = {
    "agency": "Ủy ban nhân dân xã An Thạnh",
    "type_vi": "Quyết định",
    "symbol": "QĐ-UBND",
    "signer": {"name": "Võ Thị Lan", "title": "Chủ tịch"},
}


def open_step(dossier: Dossier, key: str = "") -> StepRun:
    """The first open step of a dossier, or the newest turn of the one with a key."""
    steps = StepRun.objects.filter(case=dossier.case_id).select_related("case", "assignee")
    found = (
        steps.filter(key=key).order_by("-turn") if key else steps.filter(state="open").order_by("position")
    )
    return found.first()


def do(desk: Desk, dossier: Dossier, at: datetime, key: str = "") -> Dossier:
    """Complete the open step by whoever holds it in this office."""
    step = open_step(dossier, key)
    return services.complete_step(dossier_id=dossier.pk, step_id=step.pk, by=desk.holder(step), at=at)


def processing(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier handed over to those who settle it."""
    return services.transfer(dossier_id=accepted(desk, what, at).pk, by=desk.le, at=at)


def drafted(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier that waits for the leader's signature."""
    dossier = processing(desk, what, at)
    services.draft_result(dossier_id=dossier.pk, kind="result", data=RESULT, by=desk.justice, at=at)
    return do(desk, dossier, at)


def signed(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier whose result is signed and waits for its seal."""
    return services.sign_result(dossier_id=drafted(desk, what, at).pk, by=desk.leader, at=at)


def processed(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier whose result waits at the desk."""
    return do(desk, signed(desk, what, at), at)


def returned(desk: Desk, what: Intake | None = None, at: datetime = MONDAY) -> Dossier:
    """A dossier whose result was handed over."""
    dossier = processed(desk, what, at)
    return services.return_result(
        dossier_id=dossier.pk, received_by_name="Nguyễn Thị Ngọc Hân", by=desk.le, at=at
    )
