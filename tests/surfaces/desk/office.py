"""A commune's desk at work: dossiers in every place that a list may show, and people signed in."""

from datetime import datetime, timedelta
from itertools import count

from django.conf import settings
from django.test import Client
from msgspec.structs import replace

from motcua.catalogue import shipped
from motcua.catalogue.models import WorkField
from motcua.dossiers import services
from motcua.dossiers.inputs import ApplicantInput, SupplementInput
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation.access import Officer
from motcua.process.models import StepRun
from tests.factories import dossiers
from tests.factories.dossiers import HAN, Desk
from tests.factories.identity import AccountFactory

LONG_NAME = "Huỳnh Nguyễn Ngọc Phương Uyên Trâm Anh"


class OfficeAtWork(Desk):
    """The desk of the unit that the software serves; ``at`` is now, so that the pages show live days."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        for field in shipped.fields():
            facts = {"name_vi": field.name_vi, "managing_code": field.managing_code}
            WorkField.objects.update_or_create(pk=field.id, defaults=facts)
        self.at = at
        self.unit.code = settings.HOME_UNIT
        self.unit.save()

    def days_ago(self, days: int) -> datetime:
        """The morning of a day before now."""
        return (self.at - timedelta(days=days)).replace(hour=9, minute=12, second=0, microsecond=0)


_numbers = count(5000)


def somebody(name: str, **facts: object) -> ApplicantInput:
    """An applicant like Nguyễn Thị Ngọc Hân, with another name and number."""
    return replace(HAN, full_name=name, personal_id=f"09218500{next(_numbers)}", confirmed_new=True, **facts)


def client_of(officer: Officer) -> Client:
    """A browser without scripts in which the officer is signed in."""
    client = Client()
    client.force_login(Account.objects.get(pk=officer.account_id))
    return client


def submitted(office: Desk, at: datetime, name: str = "Danh Bích Liễu") -> Dossier:
    """A dossier handed in online that nobody has accepted yet."""
    what = dossiers.birth(office, applicant=somebody(name), channel="online", unit_id=office.unit.pk)
    return services.submit(intake=what, by_id=AccountFactory().pk, at=at)


def busy(office: OfficeAtWork) -> OfficeAtWork:
    """Something of everything: late, today, later, paused, to sign, to number, on the shelf, in the letter box."""
    yesterday, long_ago = office.days_ago(1), office.days_ago(45)
    land = dossiers.land(office, applicant=somebody("Võ Văn Bé Tư"))
    dossiers.processing(office, land, at=long_ago)
    dossiers.processing(office, dossiers.single(office, applicant=somebody(LONG_NAME)), at=long_ago)
    for name in ("Kim Thị Hồng Đào", "Trần Lê Hoàng Minh Khang"):
        dossiers.accepted(office, dossiers.birth(office, applicant=somebody(name)), at=office.at)
    home = dossiers.single(office, applicant=somebody("Lê Thị Chín"), channel="home")
    dossiers.accepted(office, home, at=office.at)
    for name in ("Thạch Thị Sa Rây", "Lý Thị Cẩm Giang", "Nguyễn Hoàng Bảo Châu"):
        dossiers.drafted(office, dossiers.single(office, applicant=somebody(name)), at=yesterday)
    dossiers.signed(office, dossiers.single(office, applicant=somebody("Sơn Ngọc Ánh")), at=yesterday)
    dossiers.processing(
        office, dossiers.single(office, applicant=somebody("Phạm Ngọc Thùy Dương")), at=yesterday
    )
    asked = dossiers.processing(
        office, dossiers.single(office, applicant=somebody("Huỳnh Văn Út")), at=yesterday
    )
    ask_supplement(office, asked)
    for days, name in ((12, "Danh Thị Sa Vươn"), (1, "Quách Thị Lan")):
        what = dossiers.copies(office, applicant=somebody(name))
        dossiers.processed(office, what, at=office.days_ago(days))
    for days in (3, 0):
        submitted(office, office.days_ago(days) if days else office.at - timedelta(minutes=30))
    return office


def ask_supplement(office: Desk, dossier: Dossier) -> Dossier:
    """The specialist sends for a better paper; the clock stands."""
    item = SupplementInput(component_id="id_paper", reason="Bản chụp mờ, không đọc được số")
    return services.ask_supplement(
        dossier_id=dossier.pk, items=(item,), respond_by=None, by=office.justice, at=dossier.accepted_at
    )


def multiplied(dossier: Dossier, times: int) -> None:
    """More dossiers like this one, each with a case and open steps of its own; rows alone, without history."""
    case, bill = dossier.case, dossier.bill
    assert case is not None
    steps = list(StepRun.objects.filter(case=case))
    for n in range(1, times + 1):
        case.pk, case.subject = None, f"{dossier.code}:{n}"
        case.save(force_insert=True)
        for step in steps:
            step.pk, step.case = None, case
        StepRun.objects.bulk_create(steps)
        prefix, _dash, number = dossier.code.rpartition("-")
        dossier.pk, dossier.case, dossier.bill = None, case, None
        dossier.code = f"{prefix}-{int(number) + n:04}"
        dossier.intake_key = dossier.follow_token = f"copy{dossier.code}"[-32:]
        dossier.book_sequence = (dossier.book_sequence or 0) + 1
        dossier.save(force_insert=True)
        dossier.code = f"{prefix}-{number}"
    dossier.bill = bill
