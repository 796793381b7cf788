"""Châu Thành in 2021 obliged to report: three models ordered to its communes, cases entered one by one."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from motcua.directives.models import Directive
from motcua.initiatives.models import Adoption, Initiative, ModelCase, Replication
from motcua.initiatives.replication_kinds import AdoptionState, Group
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.reporting import services
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Obligation, Report
from motcua.reporting.states import Form
from tests.factories.directives import FRIDAY, District, drafted, issue, officer

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
YEAR = date(2021, 1, 1)


def moment(month: int, day: int, hour: int = 9, year: int = 2021) -> datetime:
    return datetime(year, month, day, hour, 0, tzinfo=HANOI)


OPENED, SENT = moment(9, 20), moment(9, 24)


class Reporting(District):
    """The district with a letter on two models, and every commune obliged to report on them each quarter."""

    def __init__(self) -> None:
        super().__init__()
        self.head_of_an_hiep = officer(self.an_hiep, "commune_leader", name="Lê Văn Sáu", title="Chủ tịch")
        self.head_of_an_khanh = officer(
            self.an_khanh, "commune_leader", name="Đỗ Thị Bảy", title="Phó Chủ tịch"
        )
        self.letter: Directive = issue(self, drafted(self))
        self.letters = self.model("thu_chuc_mung", "Thư chúc mừng đăng ký kết hôn")
        self.home = self.model("tra_tai_nha", "Trả kết quả tại nhà")
        self.heads = {
            self.town.pk: self.head_of_town,
            self.an_hiep.pk: self.head_of_an_hiep,
            self.an_khanh.pk: self.head_of_an_khanh,
        }

    def model(self, slug: str, title: str) -> Initiative:
        """A model that the letter orders to all communes; its cases are entered by hand."""
        model = Initiative.objects.create(
            code=f"SK-{slug}"[:20], slug=slug, state="replicating", year=2021, title=title, unit=self.town,
            unit_text=self.town.name, level="commune", kind="other", registered_at=FRIDAY,
        )  # fmt: skip
        Replication.objects.create(
            directive=self.letter, initiative=model, group=Group.COMMUNE, mandatory=True, ordered_at=FRIDAY,
            ordered_by_id=self.chair.account_id,
        )  # fmt: skip
        return model

    def oblige(self, *units: Unit, **changes: Any) -> list[Obligation]:
        duty = Duty(
            **{
                "unit_ids": tuple(unit.pk for unit in units or self.communes),
                "collector_id": self.home_affairs.pk,
                "form": Form.MODELS,
                "starts_on": YEAR,
                "directive_id": self.letter.pk,
                **changes,
            }
        )
        return services.oblige(duty=duty, by=self.hanh, at=FRIDAY)

    def case(self, unit: Unit, on: date, model: Initiative | None = None, quantity: int = 1) -> ModelCase:
        return ModelCase.objects.create(
            initiative=model or self.letters, unit=unit, happened_on=on, note="Thư trao tận nhà",
            quantity=quantity, entered_at=datetime(on.year, on.month, on.day, 16, tzinfo=HANOI),
            entered_by_id=self.heads[unit.pk].account_id,
        )  # fmt: skip

    def adopt(self, unit: Unit, model: Initiative, from_on: date) -> Adoption:
        return Adoption.objects.create(
            initiative=model, unit=unit, state=AdoptionState.ADOPTED, from_on=from_on, answered_at=FRIDAY,
            answered_by_id=self.heads[unit.pk].account_id,
        )  # fmt: skip

    def open(self, obligation: Obligation, period: str = "2021Q3", at: datetime = OPENED) -> Report:
        by = self.heads.get(obligation.unit_id) or self.chair
        return services.open_report(obligation_id=obligation.pk, period=period, by=by, at=at)

    def sent(self, obligation: Obligation, period: str = "2021Q3", at: datetime = SENT) -> Report:
        """The report of a commune, signed and sent by its head."""
        report = self.open(obligation, period, at)
        self.sign_and_send(report, at)
        return Report.objects.get(pk=report.pk)

    def sign_and_send(self, report: Report, at: datetime = SENT) -> None:
        by: Officer = self.heads[report.unit_id]
        services.sign(report_id=report.pk, by=by, at=at)
        services.send(report_id=report.pk, by=by, at=at)
