from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import require_administrator
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models import Unit, UnitPlacement


class Office(NamedTuple):
    """One office that a commune has: the suffix of its code, its name in each kind of commune."""

    suffix: str
    kind: Kind
    name: str
    ward_name: str = ""


OFFICES = (
    Office("VP", Kind.VAN_PHONG, "Văn phòng HĐND và UBND"),
    Office("VHXH", Kind.PHONG, "Phòng Văn hóa – Xã hội"),
    Office("KT", Kind.PHONG, "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    Office("PVHCC", Kind.TRUNG_TAM, "Trung tâm Phục vụ hành chính công"),
    Office("CA", Kind.CONG_AN, "Công an %(kind)s"),
    Office("BHXH", Kind.BHXH, "Bảo hiểm xã hội cơ sở"),
    Office("THUE", Kind.THUE, "Thuế cơ sở"),
    Office("DD", Kind.DAT_DAI, "Chi nhánh Văn phòng đăng ký đất đai"),
    Office("BD", Kind.BUU_DIEN, "Bưu điện %(kind)s"),
)


@transaction.atomic
def open_divisions(*, unit_id: int, on: date, by: Actor, at: datetime) -> list[Unit]:
    """Open the usual offices of a commune of two-level government, and the partners that work beside it.

    Offices already open stay as they are. Police, insurance, tax, land registry and post are not under the
    People's Committee, but dossiers go to them.
    Source: Nghị định 150/2025/NĐ-CP (divisions of communes).
    """
    require_administrator(by)
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    if unit.level != Level.COMMUNE or not Unit.objects.valid(on=on).filter(pk=unit.pk).exists():
        raise Refusal(_("Chỉ mở phòng, bộ phận cho xã, phường, đặc khu đang hoạt động."))
    known = set(Unit.objects.filter(code__startswith=f"{unit.code}.").values_list("code", flat=True))
    new = [_office(unit, office, on) for office in OFFICES if f"{unit.code}.{office.suffix}" not in known]
    Unit.objects.bulk_create(new)
    offices = list(Unit.objects.filter(code__startswith=f"{unit.code}.", level=Level.DIVISION).order_by("pk"))
    UnitPlacement.objects.bulk_create(
        UnitPlacement(unit=office, parent=unit, valid_from=on)
        for office in offices
        if office.code not in known
    )
    if new:
        payload = {"codes": [office.code for office in new], "on": on}
        ledger.append(unit.stream, verb="open_divisions", payload=payload, at=at, by_id=by.account_id)
    return offices


def _office(unit: Unit, office: Office, on: date) -> Unit:
    name = office.ward_name if office.ward_name and unit.kind == Kind.PHUONG else office.name
    name = name % {"kind": Kind(unit.kind).label.lower()}
    return Unit(
        code=f"{unit.code}.{office.suffix}",
        name=name,
        short_name=name,
        level=Level.DIVISION,
        kind=office.kind,
        valid_from=on,
    )
