"""Believable answers to any e-form of the catalogue, worked out from its own definition."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from motcua.catalogue.definitions import Column, Field, Option, ProcedureDefinition
from motcua.catalogue.eforms.answering import PersonLike
from motcua.identity.sexes import Sex
from motcua.project.demo.relatives import Relative, Relatives

_PAPERS = (
    ("Bằng tốt nghiệp trung học phổ thông", "Sở Giáo dục và Đào tạo", 1), ("Giấy khai sinh", "UBND xã", 1),
    ("Bằng đại học", "Trường Đại học Cần Thơ", 1), ("Bảng điểm", "Trường Đại học Cần Thơ", 3),
    ("Giấy chứng nhận quyền sử dụng đất", "UBND huyện Cù Lao Dung", 4), ("Căn cước", "Bộ Công an", 1),
    ("Giấy chứng nhận kết hôn", "UBND xã", 1), ("Hợp đồng lao động", "Công ty Thủy sản", 5),
    ("Giấy phép lái xe", "Sở Giao thông vận tải", 1), ("Sổ hưu trí", "Bảo hiểm xã hội", 2),
)  # fmt: skip
_TRADES = (
    ("5610", "Quán ăn, quán nước"), ("4711", "Tạp hóa"), ("9631", "Cắt tóc, gội đầu"), ("0149", "Chăn nuôi gia cầm"),
    ("4772", "Bán lẻ thuốc thú y, vật tư nông nghiệp"), ("9521", "Sửa chữa điện thoại"), ("1410", "May mặc"),
)  # fmt: skip
_PHRASES = (
    ("reason", "Bổ sung hồ sơ xin việc"), ("purpose", "Làm hồ sơ cá nhân"), ("cause", "Tuổi già"), ("job", "Làm nông"),
    ("facility", "Bệnh viện Đa khoa Cù Lao Dung"), ("issue_place", "Bộ Công an"), ("issuer", "Bộ Công an"),
    ("business", "Quán nước ven sông"), ("industry", "Quán ăn, quán nước"), ("structure", "Nhà cấp 4, mái tôn"),
)  # fmt: skip
_LONG_AGO = ("marriage", "prev", "event", "paper", "used_since", "issue")
_OLDEST_PARENT = 46
_ETHNICITIES, _ETHNIC_SHARES = ("01", "05", "04"), (86, 9, 5)  # Kinh, Khơ-me, Hoa
_DIGITS = {"bank_account", "child_social_code"}


class Answers:
    """Answers one e-form for one invented applicant; keep one instance for one dossier."""

    def __init__(
        self,
        random: Random,
        definition: ProcedureDefinition,
        applicant: PersonLike,
        *,
        on: date,
        serial: int,
        place: str,
    ) -> None:
        self._random, self._definition, self._applicant = random, definition, applicant
        self._on, self._place, self._row_of, self._relation = on, place, "", "self"
        self._relatives = Relatives(
            random, on=on, serial=serial, family=applicant.full_name.partition(" ")[0]
        )
        self._by_type: dict[str, Callable[[Field | Column], Any]] = {
            "person_name": lambda field: self._person(field).full_name,
            "person_id": lambda field: self._person(field).personal_id,
            "date": lambda field: self._day(field).isoformat(),
            "partial_date": lambda field: self._day(field).isoformat(),
            "datetime": lambda field: f"{self._day(field).isoformat()}T07:30",
            "time": lambda field: f"{random.randint(0, 23):02d}:{random.choice((0, 15, 30, 45)):02d}",
            "month": lambda field: f"{on:%Y-%m}",
            "integer": self._whole, "decimal": self._whole, "money": lambda field: random.randint(1, 50) * 1_000_000,
            "enum": self._enum, "multi_enum": lambda field: [self._choice(field).id],
            "boolean": lambda field: True if getattr(field, "must_be", False) else random.random() < 0.4,
            "consent": lambda field: True,
            "address": lambda field: applicant.address, "admin_area": lambda field: place,
            "facility": lambda field: "Bệnh viện Đa khoa Cù Lao Dung",
            "phone": lambda field: applicant.phone, "email": lambda field: "",
            "table": self._rows, "text": self._text, "textarea": self._text,
            "const": lambda field: getattr(field, "value", ""),
        }  # fmt: skip

    def all(self) -> dict[str, Any]:
        """Answer every question; the caller drops what the form then hides and works out what it derives."""
        answers: dict[str, Any] = {}
        self._relation = self._who_comes()
        for field in self._definition.form.fields:
            if field.derived or self._is_left_out(field):
                continue
            answers[field.id] = self._fact(field) if field.fills_from else self._default(field)
        return {key: value for key, value in answers.items() if value not in ("", None, [])}

    def _is_left_out(self, field: Field) -> bool:
        """Most people answer only what they must."""
        if field.required or field.type == "boolean":
            return False
        return self._random.random() < (0.95 if field.id == "priority_group" else 0.7)

    def _who_comes(self) -> str:
        """How the applicant stands to the one whom the dossier is about; a parent is also named as such."""
        asked = {field.id for field in self._definition.form.fields}
        person, is_woman = self._applicant, self._applicant.sex == Sex.FEMALE
        years = (self._on - person.birth_on).days / 365.25 if person.birth_on else 40
        if "child_dob" in asked:
            parent = "mother" if is_woman else "father"
            if years > _OLDEST_PARENT:
                return f"grand{parent}"
            birth_on = person.birth_on or self._on
            self._relatives.know(
                parent, Relative(person.full_name, Sex(person.sex), birth_on, person.personal_id)
            )
            return parent
        if any(name.startswith("deceased") for name in asked):
            return self._random.choice(("child", "child", "grandchild", "wife" if is_woman else "husband"))
        return "self"

    def _fact(self, field: Field) -> Any:
        value = getattr(self._applicant, str(field.fills_from), "")
        return value.isoformat() if isinstance(value, date) else str(value)

    def _default(self, field: Field) -> Any:
        if field.default is not None and self._random.random() < 0.9:
            return field.default
        return self._by_type[field.type](field)

    def _person(self, field: Field | Column) -> Relative:
        """Whom a question is about: in a table whoever the row is about, elsewhere its first word tells."""
        if field.id == "bank_holder":
            return Relative(self._applicant.full_name, Sex.UNKNOWN, self._on, self._applicant.personal_id)
        return self._relatives.of(self._row_of or field.id.partition("_")[0])

    def _day(self, field: Field | Column) -> date:
        name = field.id
        if name.endswith("dob"):
            return self._person(field).birth_on
        if name.endswith(("_to", "until")):
            return self._on + timedelta(days=180)
        if name.startswith(_LONG_AGO):
            return self._on - timedelta(days=self._random.randint(400, 4_000))
        return self._on - timedelta(days=self._random.randint(1, 12))

    def _enum(self, field: Field | Column) -> str:
        if field.id.endswith("sex"):
            return str(self._person(field).sex)
        if field.id == "applicant_relation":
            return self._relation
        if field.id.endswith("nationality"):
            return "VN"
        if field.id.endswith("ethnicity"):
            return self._random.choices(_ETHNICITIES, _ETHNIC_SHARES)[0]
        return self._choice(field).id

    def _whole(self, field: Field | Column) -> int:
        low = int(field.min or 1)
        high = int(field.max) if isinstance(field.max, int) else low + 4
        return self._random.randint(low, min(high, low + 4))

    def _choice(self, field: Field | Column) -> Option:
        options = field.options
        if isinstance(options, str):
            options = self._definition.lookups[options.removeprefix("lookup:")]
        return options[min(int(self._random.expovariate(0.9)), len(options) - 1)]

    def _text(self, field: Field | Column) -> str:
        phrase = next((words for part, words in _PHRASES if part in field.id), "")
        if phrase:
            return phrase
        if field.id in _DIGITS:
            return f"{self._random.randrange(10**10):010d}"
        if "place" in field.id:
            return self._place
        if "number" in field.id or field.id.endswith("_no") or field.id == "no":
            return f"{self._random.randint(1, 400):03d}/{self._on.year}"
        return self._random.choice(("Theo giấy tờ kèm theo", "Như đã ghi trong giấy tờ nộp cùng"))

    def _rows(self, field: Field | Column) -> list[dict[str, Any]]:
        columns = getattr(field, "columns", ())
        return [
            self._row(columns, f"{field.id} {number}")
            for number in range(min(3, 1 + int(self._random.expovariate(1.2))))
        ]

    def _row(self, columns: tuple[Column, ...], name: str) -> dict[str, Any]:
        self._row_of = name
        row = {column.id: self._by_type[column.type](column) for column in columns}
        self._row_of = ""
        if "document_name" in row:
            name, issuer, pages = self._random.choice(_PAPERS)
            row |= {
                "document_name": name,
                "issuer": issuer,
                "pages": pages,
                "copies": self._random.choice((1, 2, 2, 3, 5)),
            }
        if "vsic_code" in row:
            row["vsic_code"], row["industry_name"] = self._random.choice(_TRADES)
        return {key: value for key, value in row.items() if value not in ("", None)}
