"""Groups that the law or the locality serves first, at home or free of charge (đối tượng ưu tiên)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EligibleGroup(models.TextChoices):
    """A group; fees and home service name it by these ids."""

    POOR_HOUSEHOLD = "poor_household", _("Hộ nghèo")
    NEAR_POOR_HOUSEHOLD = "near_poor_household", _("Hộ cận nghèo")
    HARDSHIP = "hardship", _("Hộ/người có hoàn cảnh khó khăn")
    SPECIAL_HARDSHIP = "special_hardship", _("Người có hoàn cảnh đặc biệt khó khăn trong việc đi lại")
    LONELY_ELDERLY = "lonely_elderly", _("Người già yếu, neo đơn")
    ELDERLY_PERSON = "elderly_person", _("Người cao tuổi (từ đủ 60 tuổi)")
    DISABLED_PERSON = "disabled_person", _("Người khuyết tật")
    MERIT_PERSON_FAMILY = "merit_person_family", _("Người có công và thân nhân")
    POLICY_BENEFICIARY = "policy_beneficiary", _("Gia đình chính sách")
    POOR_SIGHT = "poor_sight", _("Người mắt kém")
    WRITING_DIFFICULTY = "writing_difficulty", _("Người gặp khó khăn khi viết")
    ETHNIC_MINORITY_SPECIAL_AREA = "ethnic_minority_special_area", _("Đồng bào DTTS vùng đặc biệt khó khăn")
    CHILD = "child", _("Trẻ em")
    CHILD_U6 = "child_u6", _("Trẻ em dưới 6 tuổi")
    ORPHAN_16_18 = "orphan_16_18", _("Người 16–<18 tuổi mồ côi cả cha và mẹ")
    BORDER_ISLAND_RESIDENT = (
        "border_island_resident",
        _("Người thường trú xã biên giới, đặc khu/huyện đảo"),
    )
    OFFICIALS_WORKERS = "officials_workers", _("Cán bộ, công chức, người lao động bận giờ hành chính")
    PREGNANT_OR_NURSING = "pregnant_or_nursing", _("Phụ nữ mang thai, nuôi con dưới 36 tháng")
    FARM_CREDIT_MORTGAGE = "farm_credit_mortgage", _("Vay vốn nông nghiệp, nông thôn (thế chấp)")
