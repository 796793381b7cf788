"""Invented people of a commune in the Mekong Delta: Kinh, Khmer and Hoa names, dates, numbers, addresses."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from motcua.identity.details import Details
from motcua.identity.sexes import Sex

_FAMILIES = (
    ("Nguyễn", 310), ("Trần", 120), ("Lê", 95), ("Phạm", 70), ("Huỳnh", 65), ("Võ", 48), ("Phan", 45), ("Trương", 30),
    ("Bùi", 24), ("Đặng", 26), ("Đỗ", 18), ("Ngô", 20), ("Hồ", 20), ("Dương", 22), ("Lý", 20), ("Đoàn", 12),
    ("Lâm", 28), ("Mai", 10), ("Cao", 9), ("Châu", 8), ("Quách", 7), ("Trịnh", 8), ("Tạ", 5), ("Văn", 4),
    ("Thạch", 22), ("Sơn", 14), ("Kim", 14), ("Danh", 12), ("Kiên", 5), ("Triệu", 5), ("Liêu", 5), ("Tăng", 6),
)  # fmt: skip
_KHMER = frozenset({"Thạch", "Sơn", "Kim", "Danh", "Kiên"})
_KHMER_GIVEN = {
    Sex.MALE: ("Sa Rây", "Sô Phol", "Sa Vuông", "Chanh Đa", "Sết", "Phi Rum", "Sà Khone", "Út", "Đa Ra", "Vi Sal"),
    Sex.FEMALE: ("Sa Ry", "Sô Phi", "Xa Rang", "Chanh Thi", "Sà Mon", "Linh Da", "Hồng Sa", "Srây Nich", "Thia"),
}  # fmt: skip
_MIDDLE = {
    Sex.MALE: (
        "Văn", "Văn", "Hữu", "Minh", "Hoàng", "Thanh", "Quốc", "Đức", "Công", "Tấn", "Gia", "Anh", "Phước", "Trung",
    ),
    Sex.FEMALE: (
        "Thị", "Thị", "Thị", "Ngọc", "Thị Mỹ", "Thị Hồng", "Thị Kim", "Thị Ngọc", "Thúy", "Bích", "Thị Cẩm", "Phương",
    ),
}  # fmt: skip
_GIVEN = {
    Sex.MALE: (
        "An", "Bảo", "Bình", "Cường", "Chí", "Danh", "Dũng", "Duy", "Đạt", "Định", "Giang", "Hải", "Hậu", "Hiếu", "Hòa",
        "Hùng", "Huy", "Khang", "Khánh", "Khoa", "Kiệt", "Lâm", "Lộc", "Long", "Luân", "Mẫn", "Nam", "Nghĩa", "Nhân",
        "Nhựt", "Phát", "Phong", "Phú", "Phúc", "Quân", "Quang", "Sang", "Sơn", "Tài", "Tâm", "Tân", "Thành", "Thiện",
        "Thịnh", "Tiến", "Toàn", "Trí", "Trọng", "Tuấn", "Tùng", "Út", "Vinh", "Vũ", "Bé Tư", "Bé Năm", "Bé Ba",
    ),
    Sex.FEMALE: (
        "An", "Anh", "Bích", "Châu", "Chi", "Diễm", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hân", "Hạnh", "Hiền", "Hoa",
        "Hồng", "Huệ", "Hương", "Kiều", "Lan", "Lành", "Liễu", "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Ngọc",
        "Nguyệt", "Nhi", "Nhung", "Như", "Oanh", "Phượng", "Phương", "Quyên", "Sương", "Tâm", "Thảo", "Thắm", "Thơ",
        "Thúy", "Tiên", "Trâm", "Trang", "Trinh", "Tú", "Tuyền", "Tuyết", "Uyên", "Vân", "Vy", "Xuân", "Yến", "Ý",
    ),
}  # fmt: skip
_PROVINCES = ("092", "094", "093", "095", "084", "086", "079", "091")
_STREETS = ("Nguyễn Trung Trực", "Đoàn Thế Trung", "Đường tỉnh 933B", "Rạch Tráng", "Hùng Vương", "3 Tháng 2")
_FAMILY_WORDS = tuple(name for name, _weight in _FAMILIES)
_FAMILY_WEIGHTS = tuple(weight for _name, weight in _FAMILIES)


@dataclass(frozen=True, slots=True)
class Invented:
    """A person who does not exist."""

    full_name: str
    sex: Sex
    birth_on: date
    personal_id: str
    phone: str
    address: str
    id_issued_on: date | None
    email: str = ""

    def facts(self) -> Details:
        """What the register of people takes down."""
        return Details(
            full_name=self.full_name,
            birth_on=self.birth_on,
            sex=self.sex.value,
            personal_id=self.personal_id,
            id_issued_on=self.id_issued_on,
            phone=self.phone,
            address=self.address,
        )


def full_name(random: Random, sex: Sex, family: str = "") -> str:
    family = family or random.choices(_FAMILY_WORDS, _FAMILY_WEIGHTS)[0]
    if family in _KHMER and random.random() < 0.6:
        middle = "Thị " if sex is Sex.FEMALE and random.random() < 0.6 else ""
        return f"{family} {middle}{random.choice(_KHMER_GIVEN[sex])}"
    middle = random.choice(_MIDDLE[sex])
    first, second = random.choice(_GIVEN[sex]), random.choice(_GIVEN[sex])
    given = (
        f"{first} {second}"
        if random.random() < 0.25 and first != second and " " not in first + second
        else first
    )
    return f"{family} {middle} {given}"


def personal_id(random: Random, sex: Sex, birth_on: date, serial: int) -> str:
    """A 12-digit number of the right structure; the last six digits come from a serial, so none repeats."""
    century = (birth_on.year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    return f"{random.choice(_PROVINCES)}{century}{birth_on.year % 100:02d}{serial:06d}"


def person(random: Random, *, serial: int, today: date, place: str, hamlets: list[str]) -> Invented:
    """Invent an adult or a child who lives at ``place`` (commune and province)."""
    sex = random.choice((Sex.MALE, Sex.FEMALE))
    age_days = int(random.triangular(18, 88, 36) * 365.25)
    birth_on = today - timedelta(days=age_days)
    street = f"đường {random.choice(_STREETS)}, " if random.random() < 0.3 else ""
    address = f"Số {random.randint(1, 420)}, {street}{random.choice(hamlets)}, {place}"
    return Invented(
        full_name=full_name(random, sex),
        sex=sex,
        birth_on=birth_on,
        personal_id=personal_id(random, sex, birth_on, serial),
        phone=f"0900{serial % 1_000_000:06d}",
        address=address,
        id_issued_on=min(
            date(2021, 3, 1) + timedelta(days=random.randint(0, 1600)), today - timedelta(days=20)
        ),
    )
