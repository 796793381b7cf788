"""The invented office: who works in xã An Thạnh and in the four units it came from, in which posts, since when."""

from dataclasses import dataclass

from motcua.organisation.roles import Role

HOME = "31615"
TOWN, FIRST, WEST, EAST = "H-tt-cu-lao-dung", "H-an-thanh-1", "H-an-thanh-tay", "H-an-thanh-dong"


@dataclass(frozen=True, slots=True)
class Seat:
    """What the demonstration writes on a unit: identifier, telephone, address, hamlets.

    ``share`` is its part of what comes in; ``heir`` the unit that took over from one that ended.
    """

    code: str
    agency_code: str
    phone: str
    address: str
    hamlets: tuple[str, ...]
    share: int = 100
    heir: str = ""
    hamlet_kind: str = "ấp"


_DISTRICT = "huyện Cù Lao Dung, tỉnh Sóc Trăng"
SEATS = (
    Seat(HOME, "H13.58.12", "0292 000 0118", "Ấp Chợ, xã An Thạnh, thành phố Cần Thơ", (
        "Bình Du A", "Bình Du B", "An Phú", "An Phú A", "An Trung", "An Trung A", "An Lạc", "An Quới", "Phước Hòa A",
        "Phước Hòa B", "Chợ", "Sơn Ton", "Vàm Hồ A", "Vàm Hồ B")),
    Seat(TOWN, "H51.12.01", "0299 000 0118", f"Ấp Chợ, thị trấn Cù Lao Dung, {_DISTRICT}",
         ("Phước Hòa A", "Phước Hòa B", "Chợ", "Sơn Ton"), share=36, heir=HOME),
    Seat(FIRST, "H51.12.02", "0299 000 0128", f"Ấp An Trung, xã An Thạnh 1, {_DISTRICT}",
         ("An Trung", "An Trung A", "Bình Du A", "Bình Du B"), share=22, heir=HOME),
    Seat(WEST, "H51.12.03", "0299 000 0138", f"Ấp An Lạc, xã An Thạnh Tây, {_DISTRICT}",
         ("An Phú", "An Phú A", "An Lạc"), share=20, heir=HOME),
    Seat(EAST, "H51.12.04", "0299 000 0148", f"Ấp An Quới, xã An Thạnh Đông, {_DISTRICT}",
         ("An Quới", "Vàm Hồ A", "Vàm Hồ B"), share=22, heir=HOME),
)  # fmt: skip
PREDECESSORS = tuple(seat.code for seat in SEATS if seat.heir)


@dataclass(frozen=True, slots=True)
class Post:
    """A post: unit, role, title, office of the new commune by the suffix of its code."""

    unit: str
    role: Role
    title: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody invented who works there: what they sign in with, their name, their posts."""

    username: str
    name: str
    posts: tuple[Post, ...]
    is_superuser: bool = False


def _now(role: Role, title: str, office: str = "") -> Post:
    return Post(HOME, role, title, office)


def _then(unit: str, role: Role, title: str) -> Post:
    return Post(unit, role, title)


R = Role
_DESK, _OFFICE, _SOCIAL, _ECONOMY, _POLICE = "PVHCC", "VP", "VHXH", "KT", "CA"
COLLEAGUES = (
    Colleague("motcua", "Lê Thị Kim Ngân", (
        _now(R.ONE_STOP_OFFICER, "Công chức, quầy 2", _DESK),
        _then(TOWN, R.ONE_STOP_OFFICER, "Công chức một cửa"))),
    Colleague("motcua2", "Lâm Hoàng Sơn", (
        _now(R.ONE_STOP_OFFICER, "Công chức, quầy 1", _DESK),
        _then(FIRST, R.ONE_STOP_OFFICER, "Công chức một cửa"))),
    Colleague("truongmotcua", "Huỳnh Thị Thu Hà", (
        _now(R.ONE_STOP_HEAD, "Phó Giám đốc Trung tâm Phục vụ hành chính công", _DESK),
        _then(WEST, R.ONE_STOP_OFFICER, "Công chức một cửa"))),
    Colleague("tuphap", "Trần Mỹ Lệ", (
        _now(R.CIVIL_STATUS_OFFICER, "Công chức tư pháp – hộ tịch", _OFFICE),
        _now(R.CERTIFICATION_OFFICER, "Công chức tư pháp – hộ tịch", _OFFICE),
        _then(TOWN, R.CIVIL_STATUS_OFFICER, "Công chức tư pháp – hộ tịch"),
        _then(TOWN, R.CERTIFICATION_OFFICER, "Công chức tư pháp – hộ tịch"))),
    Colleague("tuphap2", "Nguyễn Hữu Đức", (
        _now(R.CIVIL_STATUS_OFFICER, "Công chức tư pháp – hộ tịch", _OFFICE),
        _now(R.CERTIFICATION_OFFICER, "Công chức tư pháp – hộ tịch", _OFFICE),
        _then(FIRST, R.CIVIL_STATUS_OFFICER, "Công chức tư pháp – hộ tịch"),
        _then(FIRST, R.CERTIFICATION_OFFICER, "Công chức tư pháp – hộ tịch"))),
    Colleague("vanthu", "Phạm Thị Bích Trâm", (
        _now(R.RECORDS_CLERK, "Văn thư", _OFFICE),
        _then(TOWN, R.RECORDS_CLERK, "Văn phòng – thống kê"),
        _then(TOWN, R.DIVISION_HEAD, "Văn phòng – thống kê"))),
    Colleague("lanhdao", "Phan Thanh Tùng", (
        _now(R.COMMUNE_LEADER, "Phó Chủ tịch Ủy ban nhân dân"), _then(TOWN, R.COMMUNE_LEADER, "Phó Chủ tịch UBND"))),
    Colleague("chutich", "Dương Minh Hoàng", (
        _now(R.COMMUNE_LEADER, "Chủ tịch Ủy ban nhân dân"), _then(FIRST, R.COMMUNE_LEADER, "Chủ tịch UBND"))),
    Colleague("noivu", "Võ Thị Hồng Nhung", (
        _now(R.HOME_AFFAIRS_OFFICER, "Công chức nội vụ", _SOCIAL),
        _now(R.PAR_OFFICER, "Công chức phụ trách cải cách hành chính", _SOCIAL))),
    Colleague("vanhoa", "Đặng Hữu Nghĩa", (
        _now(R.CULTURE_SOCIAL_OFFICER, "Công chức văn hóa – xã hội", _SOCIAL),
        _then(TOWN, R.CULTURE_SOCIAL_OFFICER, "Công chức văn hóa – xã hội"))),
    Colleague("vanhoa2", "Thạch Thị Sa Rinh", (
        _now(R.CULTURE_SOCIAL_OFFICER, "Công chức văn hóa – xã hội", _SOCIAL),
        _then(EAST, R.CULTURE_SOCIAL_OFFICER, "Công chức văn hóa – xã hội"))),
    Colleague("truongvanhoa", "Quách Văn Lộc", (
        _now(R.DIVISION_HEAD, "Trưởng phòng Văn hóa – Xã hội", _SOCIAL),
        _now(R.DISABILITY_COUNCIL, "Thư ký Hội đồng xác định mức độ khuyết tật", _SOCIAL))),
    Colleague("truongkinhte", "Bùi Quang Khải", (_now(R.DIVISION_HEAD, "Trưởng phòng Kinh tế", _ECONOMY),)),
    Colleague("diachinh", "Lý Tấn Phát", (
        _now(R.LAND_OFFICER, "Công chức địa chính – môi trường", _ECONOMY),
        _now(R.CONSTRUCTION_OFFICER, "Công chức xây dựng", _ECONOMY),
        _then(TOWN, R.LAND_OFFICER, "Công chức địa chính – xây dựng"),
        _then(TOWN, R.CONSTRUCTION_OFFICER, "Công chức địa chính – xây dựng"))),
    Colleague("kinhte", "Ngô Thị Diễm My", (_now(R.ECONOMY_OFFICER, "Công chức kinh tế", _ECONOMY),)),
    Colleague("congan", "Trần Quốc Việt", (
        _now(R.POLICE_DUTY_OFFICER, "Cán bộ tiếp nhận cư trú", _POLICE),
        _now(R.POLICE_RESIDENCE_OFFICER, "Cán bộ quản lý cư trú", _POLICE),
        _then(TOWN, R.POLICE_DUTY_OFFICER, "Cán bộ tiếp nhận cư trú"),
        _then(TOWN, R.POLICE_RESIDENCE_OFFICER, "Cán bộ quản lý cư trú"))),
    Colleague("truongcongan", "Hồ Chí Cường", (
        _now(R.COMMUNE_POLICE_CHIEF, "Trưởng Công an xã", _POLICE),
        _then(TOWN, R.COMMUNE_POLICE_CHIEF, "Trưởng Công an thị trấn"))),
    Colleague("bhxh", "Mai Thị Cẩm Tú", (
        _now(R.SOCIAL_INSURANCE_OFFICER, "Cán bộ bảo hiểm xã hội cơ sở", "BHXH"),)),
    Colleague("dangkydat", "Châu Vĩnh Khang", (
        _now(R.LAND_REGISTRY_OFFICER, "Chi nhánh Văn phòng đăng ký đất đai", "DD"),)),
    Colleague("thue", "Đoàn Thanh Nhã", (_now(R.TAX_OFFICER, "Cán bộ thuế cơ sở", "THUE"),)),
    Colleague("buudien", "Tăng Ngọc Lan", (_now(R.POST_OFFICER, "Nhân viên bưu điện", "BD"),)),
    Colleague("doanvien", "Lâm Chí Hải", (_now(R.YOUTH_VOLUNTEER, "Đoàn viên thanh niên tình nguyện"),)),
    Colleague("quantri", "Đỗ Minh Nhựt", (_now(R.ADMINISTRATOR, "Quản trị hệ thống", _OFFICE),), is_superuser=True),
)  # fmt: skip

# Who did the work of the smaller units until 30/06/2025, beside those above: (unit, names in the order of _SMALL).
_SMALL = (
    (R.ONE_STOP_OFFICER, "Công chức một cửa"), (R.CIVIL_STATUS_OFFICER, "Công chức tư pháp – hộ tịch"),
    (R.RECORDS_CLERK, "Văn phòng – thống kê"), (R.COMMUNE_LEADER, "Phó Chủ tịch UBND"),
    (R.CULTURE_SOCIAL_OFFICER, "Công chức văn hóa – xã hội"), (R.LAND_OFFICER, "Công chức địa chính – xây dựng"),
    (R.POLICE_DUTY_OFFICER, "Cán bộ công an xã"), (R.COMMUNE_POLICE_CHIEF, "Trưởng Công an xã"),
)  # fmt: skip
_BESIDE = {
    R.CIVIL_STATUS_OFFICER: R.CERTIFICATION_OFFICER,
    R.RECORDS_CLERK: R.DIVISION_HEAD,  # who looked a draft over where there was no division
    R.LAND_OFFICER: R.CONSTRUCTION_OFFICER,
    R.POLICE_DUTY_OFFICER: R.POLICE_RESIDENCE_OFFICER,
}
_FORMER_NAMES = {
    FIRST: ("", "", "Trương Thị Ngọc Yến", "", "Sơn Thị Thu Thảo", "Võ Hoàng Em", "Lê Quốc Toản", "Kim Sô Phát"),
    WEST: (
        "", "Cao Thị Mỹ Duyên", "Trịnh Văn Hòa", "Nguyễn Thanh Liêm", "Liêu Thị Bé Hai", "Phan Tấn Đạt",
        "Danh Hoàng Nam", "Triệu Minh Quân",
    ),
    EAST: (
        "Ngô Thị Kim Loan", "Hồ Trung Kiên", "Đặng Thị Thùy Dương", "Huỳnh Văn Bảy", "", "Mai Công Thành",
        "Lý Chí Thiện", "Trần Bá Phúc",
    ),
}  # fmt: skip


def former_colleagues() -> tuple[Colleague, ...]:
    """Those of the smaller units whose work ended with them."""
    found = []
    for unit, names in _FORMER_NAMES.items():
        short = unit.removeprefix("H-").replace("-", "")
        for (role, title), name in zip(_SMALL, names, strict=True):
            if name:
                roles = [role, *([_BESIDE[role]] if role in _BESIDE else [])]
                posts = tuple(_then(unit, each, title) for each in roles)
                found.append(Colleague(f"{short}-{role}", name, posts))
    return tuple(found)
