"""Who handed the dossier in, and how they hear of it; numbers stay masked until somebody asks to see them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.dossiers.states import Channel
from motcua.kernel.privacy import mask_number
from motcua.kernel.vietnamese import day
from motcua.surfaces.desk.dossier_answers import said
from motcua.surfaces.desk.dossier_scene import Scene


@dataclass(frozen=True, slots=True)
class PersonPanel:
    """``number`` is masked unless ``revealed``."""

    pk: int
    name: str
    relation: str
    born: str
    number: str
    revealed: bool
    phone: str
    phone_words: str
    address: str
    told_by: str
    returned_by: str


def person(scene: Scene, *, reveal: bool = False) -> PersonPanel:
    """Return the panel of the applicant."""
    dossier = scene.dossier
    who = dossier.applicant
    number = who.personal_id or who.old_id
    return PersonPanel(
        pk=who.pk,
        name=dossier.applicant_name,
        relation=said(scene, "applicant_relation"),
        born=day(who.birth_on) if who.birth_on else str(who.birth_year or ""),
        number=(_grouped(number) if reveal else mask_number(number)) if number else "",
        revealed=reveal,
        phone=dossier.contact_phone,
        phone_words=_phone(dossier.contact_phone),
        address=dossier.contact_address,
        told_by=_told_by(scene),
        returned_by=str(Channel(dossier.return_channel).label),
    )


def _grouped(number: str) -> str:
    return " ".join(number[place : place + 3] for place in range(0, len(number), 3))


def _phone(number: str) -> str:
    """``0912 345 678``."""
    return f"{number[:4]} {number[4:7]} {number[7:]}".strip() if len(number) == 10 else number


def _told_by(scene: Scene) -> str:
    """How the applicant follows: the receipt's QR always, the telephone where there is one."""
    if scene.dossier.contact_phone:
        return _("Mã QR trên giấy hẹn, hoặc mã hồ sơ và điện thoại")
    return _("Mã QR trên giấy hẹn")
