"""Events of life (việc trong đời): doors behind which the procedures of one need stand together."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.surfaces.portal.offer import slugs_in_force


@dataclass(frozen=True, slots=True)
class Door:
    """One event: an icon in an arch, a few words, and the procedures that people need then."""

    slug: str
    icon: str
    tone: str
    title: str | Promise
    small: str | Promise
    procedures: tuple[str, ...]


DOORS = (
    Door(
        "co-con", "baby", "lotus", _("Có con"), _("khai sinh, thường trú, thẻ BHYT"),
        ("linked_birth_bundle", "birth_registration", "birth_with_parent_recognition", "parent_child_recognition",
         "birth_mobile", "health_insurance_card_u6", "permanent_residence", "birth_reregistration"),
    ),
    Door(
        "ket-hon", "heart-handshake", "lotus", _("Kết hôn"), _("đăng ký, giấy độc thân"),
        ("marriage_registration", "marital_status_certificate", "civil_status_extract", "permanent_residence"),
    ),
    Door(
        "nguoi-than-mat", "flower-2", "river", _("Người thân mất"), _("khai tử, mai táng phí"),
        ("linked_death_bundle", "death_registration", "death_mobile", "funeral_support_social",
         "funeral_support_pension", "veteran_funeral", "merit_death_allowance", "delete_permanent_residence",
         "certified_inheritance_refusal"),
    ),
    Door(
        "sao-y", "stamp", "light", _("Sao y, chứng thực"), _("bản sao, chữ ký"),
        ("certified_copy", "certified_signature", "certified_transaction", "certified_will",
         "copy_from_master_register", "civil_status_extract"),
    ),
    Door(
        "chuyen-cho-o", "house", "", _("Chuyển chỗ ở"), _("thường trú, tạm trú"),
        ("permanent_residence", "temporary_residence", "extend_temporary_residence", "stay_notification",
         "household_split", "delete_permanent_residence"),
    ),
    Door(
        "dat-va-nha", "map", "", _("Đất và nhà"), _("cấp sổ, xây nhà"),
        ("first_land_certificate", "land_use_change_permission", "construction_permit_house"),
    ),
    Door(
        "mo-quan", "store", "light", _("Mở quán, buôn bán"), _("hộ kinh doanh"), ("household_business_registration",)
    ),
    Door(
        "tro-cap", "hand-heart", "lotus", _("Trợ cấp, bảo trợ"), _("người già, khuyết tật"),
        ("social_pension", "monthly_social_allowance", "disability_level", "disability_certificate_reissue",
         "poor_household_regular", "average_living_standard_household", "merit_family_confirmation",
         "martyr_worship_allowance", "funeral_support_social"),
    ),
)  # fmt: skip


def doors(today: date) -> list[Door]:
    """The doors behind which something is in force today."""
    known = slugs_in_force(today)
    return [door for door in DOORS if known.intersection(door.procedures)]


def door(slug: str) -> Door | None:
    return next((door for door in DOORS if door.slug == slug), None)
