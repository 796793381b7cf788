"""An office with its people, and workflows small enough to read in a test."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
import msgspec

from motcua.calendars.national import national_calendar
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.process import services
from motcua.process.definitions import Guard, StepDefinition, StepKind, WorkflowDefinition
from motcua.process.models import Case, StepRun, Workflow, WorkflowVersion
from tests.factories.catalogue import ProcedureFactory
from tests.factories.identity import AccountFactory
from tests.factories.organisation import UnitFactory, officer_at

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = national_calendar()
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=HANOI)

BIRTH = WorkflowDefinition(
    (
        StepDefinition("s1", "Tiếp nhận", "one_stop_officer", StepKind.INTAKE, minutes=30),
        StepDefinition("s2", "Thẩm tra", "civil_status_officer", minutes=90, after=("s1",)),
        StepDefinition(
            "s3", "Ký kết quả", "commune_leader", StepKind.SIGN, minutes=60, after=("s2",),
            guards=(Guard.RESULT_DRAFTED, Guard.RESULT_SIGNED),
        ),
        StepDefinition("s4", "Đóng dấu", "records_clerk", minutes=30, after=("s3",), guards=(Guard.RESULT_SIGNED,)),
        StepDefinition(
            "s5", "Trả kết quả", "one_stop_officer", StepKind.RETURN, minutes=30, after=("s4",),
            guards=(Guard.FEE_SETTLED,),
        ),
    )
)  # fmt: skip

BUNDLE = WorkflowDefinition(
    (
        StepDefinition("s1", "Tiếp nhận", "one_stop_officer", StepKind.INTAKE, minutes=30),
        StepDefinition("s2", "Đăng ký khai sinh", "civil_status_officer", minutes=480, after=("s1",)),
        StepDefinition(
            "s3", "Đăng ký thường trú", "police_residence_officer", StepKind.EXTERNAL, "a1", 960, after=("s2",)
        ),
        StepDefinition(
            "s4", "Cấp thẻ BHYT", "social_insurance_officer", StepKind.EXTERNAL, "a2", 960, after=("s2",)
        ),
        StepDefinition(
            "s5", "Cấp thẻ căn cước", "police_identity_officer", StepKind.EXTERNAL, "b1", 2400,
            optional=True, after=("s2",),
        ),
        StepDefinition("s6", "Trả kết quả", "one_stop_officer", StepKind.RETURN, minutes=30, after=("s3", "s4")),
    )
)  # fmt: skip


class WorkflowFactory(factory.django.DjangoModelFactory):
    """A workflow that no unit has changed yet."""

    class Meta:
        model = Workflow

    procedure = factory.SubFactory(ProcedureFactory, slug=factory.Sequence(lambda n: f"procedure_{n}"))
    name = "Đăng ký khai sinh"


class WorkflowVersionFactory(factory.django.DjangoModelFactory):
    """The workflow of a birth registration, in force since the unit began."""

    class Meta:
        model = WorkflowVersion

    workflow = factory.SubFactory(WorkflowFactory)
    number = 1
    definition = factory.LazyAttribute(lambda _version: _plain(BIRTH))
    valid_from = date(2025, 7, 1)
    published_at = MONDAY
    published_by = factory.SubFactory(AccountFactory)


def _plain(workflow: WorkflowDefinition) -> dict:
    return msgspec.to_builtins(workflow)


def staff(unit: Unit, *roles: str, name: str = "") -> Officer:
    """Somebody who holds posts at a unit."""
    return officer_at(unit, *roles, account=AccountFactory(**({"display_name": name} if name else {})))


class Office:
    """A commune with one person in each role of a birth registration."""

    def __init__(self) -> None:
        self.unit = UnitFactory(name="Xã Thử Nghiệm", short_name="Thử Nghiệm")
        self.desk = staff(self.unit, "one_stop_officer", name="Trần Mỹ Lệ")
        self.other_desk = staff(self.unit, "one_stop_officer", name="Lê Văn Tám")
        self.head = staff(self.unit, "one_stop_head", name="Phan Thị Sáu")
        self.justice = staff(self.unit, "civil_status_officer", name="Ngô Thanh Tùng")
        self.leader = staff(self.unit, "commune_leader", name="Võ Thị Lan")
        self.clerk = staff(self.unit, "records_clerk", name="Đỗ Thị Hạnh")


def case_of(office: Office, workflow: WorkflowDefinition = BIRTH, at: datetime = MONDAY) -> Case:
    """A case just received at the counter."""
    version = WorkflowVersionFactory(definition=_plain(workflow))
    return services.open_case(
        version=version,
        unit_id=office.unit.pk,
        subject=f"test:{version.pk}",
        holder_id=office.desk.account_id,
        calendar=CALENDAR,
        at=at,
    )


def open_step(case: Case, key: str = "") -> StepRun:
    """The open step of a case, or the newest turn of the one with a key."""
    steps = case.steps.filter(key=key).order_by("-turn") if key else case.steps.filter(state="open")
    return steps.order_by("position", "-turn").first()
