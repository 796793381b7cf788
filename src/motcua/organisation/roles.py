"""What somebody may be in the life of a dossier. The ids are those of the procedures' steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A role (vai trò); a post gives one for a time."""

    CITIZEN = "citizen", _("Người dân")
    APPLICANT_ORG = "applicant_org", _("Tổ chức, doanh nghiệp")
    ONE_STOP_OFFICER = "one_stop_officer", _("Công chức tại bộ phận một cửa")
    ONE_STOP_HEAD = "one_stop_head", _("Trưởng bộ phận một cửa / Giám đốc Trung tâm PVHCC")
    CIVIL_STATUS_OFFICER = "civil_status_officer", _("Công chức tư pháp – hộ tịch")
    CERTIFICATION_OFFICER = "certification_officer", _("Công chức tư pháp thực hiện chứng thực")
    CULTURE_SOCIAL_OFFICER = "culture_social_officer", _("Công chức văn hóa – xã hội")
    LAND_OFFICER = "land_officer", _("Công chức địa chính – môi trường")
    CONSTRUCTION_OFFICER = "construction_officer", _("Công chức xây dựng")
    ECONOMY_OFFICER = "economy_officer", _("Công chức kinh tế")
    DIVISION_HEAD = "division_head", _("Trưởng phòng chuyên môn")
    RECORDS_CLERK = "records_clerk", _("Văn thư")
    COMMUNE_LEADER = "commune_leader", _("Chủ tịch/Phó Chủ tịch UBND")
    POLICE_DUTY_OFFICER = "police_duty_officer", _("Cán bộ công an tiếp nhận cư trú")
    POLICE_RESIDENCE_OFFICER = "police_residence_officer", _("Cán bộ công an quản lý cư trú")
    POLICE_IDENTITY_OFFICER = "police_identity_officer", _("Cơ quan quản lý căn cước")
    COMMUNE_POLICE_CHIEF = "commune_police_chief", _("Trưởng Công an xã")
    SOCIAL_INSURANCE_OFFICER = "social_insurance_officer", _("Cán bộ BHXH")
    LAND_REGISTRY_OFFICER = "land_registry_officer", _("Chi nhánh Văn phòng đăng ký đất đai")
    TAX_OFFICER = "tax_officer", _("Cơ quan thuế")
    PROVINCIAL_HOME_AFFAIRS = "provincial_home_affairs", _("Sở Nội vụ")
    DISABILITY_COUNCIL = "disability_council", _("Hội đồng xác định mức độ khuyết tật")
    POST_OFFICER = "post_officer", _("Nhân viên bưu điện")
    HAMLET_HEAD = "hamlet_head", _("Trưởng ấp/khóm/thôn, tổ trưởng tổ dân phố")
    YOUTH_VOLUNTEER = "youth_volunteer", _("Đoàn viên thanh niên tình nguyện")
    FRONT_MEMBER = "front_member", _("Cán bộ MTTQ, hội đoàn thể")
    SPECIALIST = "specialist", _("Công chức chuyên môn được giao xử lý")
    ARCHIVIST = "archivist", _("Công chức lưu trữ")
    PAR_OFFICER = "par_officer", _("Công chức phụ trách CCHC")
    INSPECTOR = "inspector", _("Thành viên đoàn kiểm tra công vụ")
    COUNCIL_MEMBER = "council_member", _("Thành viên hội đồng sáng kiến")
    HOME_AFFAIRS_OFFICER = "home_affairs_officer", _("Công chức nội vụ")
    ADMINISTRATOR = "administrator", _("Người quản trị phần mềm")
    SYSTEM = "system", _("Máy tự làm")


#: Who signs for a People's Committee; an office of it is signed for by its head too.
LEADERS: frozenset[str] = frozenset({Role.COMMUNE_LEADER})
HEADS: frozenset[str] = LEADERS | {Role.DIVISION_HEAD}
