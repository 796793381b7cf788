"""Levels and kinds of units."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """A level (cấp); the district level ended on 30/06/2025 (Luật 72/2025/QH15)."""

    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")
    DIVISION = "division", _("Cơ quan, phòng, bộ phận")


class Kind(models.TextChoices):
    """What a unit is called by law, or which sort of office a division is."""

    TINH = "tinh", _("Tỉnh")
    THANH_PHO = "thanh_pho", _("Thành phố")
    HUYEN = "huyen", _("Huyện")
    QUAN = "quan", _("Quận")
    THI_XA = "thi_xa", _("Thị xã")
    XA = "xa", _("Xã")
    PHUONG = "phuong", _("Phường")
    THI_TRAN = "thi_tran", _("Thị trấn")
    DAC_KHU = "dac_khu", _("Đặc khu")
    SO = "so", _("Sở")
    PHONG = "phong", _("Phòng")
    VAN_PHONG = "van_phong", _("Văn phòng")
    TRUNG_TAM = "trung_tam", _("Trung tâm Phục vụ hành chính công, bộ phận một cửa")
    CONG_AN = "cong_an", _("Công an")
    BHXH = "bhxh", _("Bảo hiểm xã hội")
    THUE = "thue", _("Thuế")
    DAT_DAI = "dat_dai", _("Văn phòng đăng ký đất đai")
    BUU_DIEN = "buu_dien", _("Bưu điện")
