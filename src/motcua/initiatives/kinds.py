"""The words by which initiatives are sorted."""

from django.db import models


class Kind(models.TextChoices):
    """What a model of service does, as in ``data/initiatives.yaml``."""

    HOME_SERVICE = "home_service", "Phục vụ tại nhà"
    LINKED_HOME_SERVICE = "linked_home_service", "Liên thông và phục vụ tại nhà"
    MOBILE_REGISTRATION = "mobile_registration", "Đăng ký lưu động"
    ONLINE_SUPPORT = "online_support", "Hỗ trợ nộp trực tuyến"
    ONLINE_PROMOTION = "online_promotion", "Vận động nộp trực tuyến"
    POSTAL_ONLINE = "postal_online", "Bưu chính công ích"
    SCANNER_SUPPORT_TEAM = "scanner_support_team", "Máy quét và tổ hỗ trợ"
    VIDEO_GUIDANCE = "video_guidance", "Video hướng dẫn"
    COMMUNICATION = "communication", "Truyền thông"
    WRITING_HELP = "writing_help", "Viết giúp, viết hộ"
    VOLUNTEER_ROTA = "volunteer_rota", "Luân phiên hướng dẫn"
    LETTERS = "letters", "Thư chúc mừng, chia buồn"
    LETTERS_HOME_SERVICE = "letters_home_service", "Thư và phục vụ tại nhà"
    CALL_CENTRE_SMS = "call_centre_sms", "Tổng đài, tin nhắn"
    AFTER_HOURS = "after_hours", "Ngoài giờ hành chính"
    INTERNAL_MESSAGING = "internal_messaging", "Nhóm điều hành nội bộ"
    MESSAGING_SERVICE = "messaging_service", "Dịch vụ qua ứng dụng nhắn tin"
    HOTLINE = "hotline", "Tổng đài hướng dẫn"
    SURVEY = "survey", "Khảo sát trực tuyến"
    OTHER = "other", "Cách làm khác"


class Level(models.TextChoices):
    """The group of units that a model is made for."""

    COMMUNE = "commune", "Cấp xã"
    DISTRICT = "district", "Cấp huyện"
    DEPARTMENT = "department", "Cấp sở"


class ReformField(models.TextChoices):
    """The six contents of administrative reform. Source: Nghị quyết 76/NQ-CP (15/07/2021)."""

    INSTITUTIONS = "institutions", "Cải cách thể chế"
    PROCEDURES = "procedures", "Cải cách thủ tục hành chính"
    APPARATUS = "apparatus", "Cải cách tổ chức bộ máy"
    CIVIL_SERVICE = "civil_service", "Cải cách chế độ công vụ"
    PUBLIC_FINANCE = "public_finance", "Cải cách tài chính công"
    DIGITAL_GOVERNMENT = "digital_government", "Chính quyền điện tử, chính quyền số"
