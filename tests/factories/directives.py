"""Huyện Châu Thành in 2021: a district with its offices and three of its communes, and what it ordered."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from motcua.directives import services
from motcua.directives.inputs import AttendanceInput, ConferenceInput, TaskInput, TextInput
from motcua.directives.models import Conference, Directive, Task
from motcua.organisation.access import Officer
from motcua.organisation.models import Staff, Unit
from tests.factories.identity import AccountFactory
from tests.factories.organisation import UnitFactory

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FRIDAY = datetime(2021, 2, 5, 8, 0, tzinfo=HANOI)
LAST_DAY = date(2025, 6, 30)
DEADLINE = date(2021, 9, 30)


class District:
    """The district office with a chair, a home-affairs officer, a clerk; a head and a clerk in each commune."""

    def __init__(self) -> None:
        self.province = self._unit("H-dong-thap", "Tỉnh Đồng Tháp", "Đồng Tháp", "province", "tinh")
        self.unit = self._unit("H-chau-thanh", "Huyện Châu Thành", "Châu Thành", "district", "huyen",
                               under=self.province)  # fmt: skip
        self.home_affairs = self._unit("H-chau-thanh.NV", "Phòng Nội vụ", "Phòng Nội vụ", "division", "phong",
                                       under=self.unit)  # fmt: skip
        self.town, self.an_hiep, self.an_khanh = self.communes = [
            self._unit("H-cai-tau-ha", "Thị trấn Cái Tàu Hạ", "Cái Tàu Hạ", "commune", "thi_tran", under=self.unit),
            self._unit("H-an-hiep", "Xã An Hiệp", "An Hiệp", "commune", "xa", under=self.unit),
            self._unit("H-an-khanh", "Xã An Khánh", "An Khánh", "commune", "xa", under=self.unit),
        ]  # fmt: skip
        self.chair = officer(self.unit, "commune_leader", name="Phạm Tấn Xiếu", title="Chủ tịch")
        self.hanh = officer(self.unit, "home_affairs_officer", name="Lê Thị Hạnh", division=self.home_affairs)
        self.head_of_town = officer(self.town, "commune_leader", name="Võ Văn Hai", title="Chủ tịch")
        self.ba = officer(self.an_hiep, "par_officer", name="Trần Văn Ba")
        self.tu = officer(self.an_khanh, "one_stop_officer", name="Nguyễn Thị Tư")

    @staticmethod
    def _unit(
        code: str, name: str, short_name: str, level: str, kind: str, under: Unit | None = None
    ) -> Unit:
        return UnitFactory(
            code=code, name=name, short_name=short_name, level=level, kind=kind, agency_code="",
            valid_from=date(2004, 1, 1), valid_to=LAST_DAY, under=under,
        )  # fmt: skip


def officer(
    unit: Unit, role: str, *, name: str, title: str = "Công chức", division: Unit | None = None
) -> Officer:
    """Somebody with a post at a unit for as long as the unit exists."""
    account = AccountFactory(display_name=name)
    Staff.objects.create(
        account=account, unit=unit, division=division, role=role, title_vi=title,
        valid_from=unit.valid_from, valid_to=unit.valid_to,
    )  # fmt: skip
    divisions = frozenset({division.pk} if division else ())
    return Officer(account.pk, name, unit.pk, frozenset({role}), divisions, title)


def words(**changes: Any) -> TextInput:
    """The letter that spreads three models to all communes."""
    return TextInput(
        **{
            "abstract": "nhân rộng mô hình sáng kiến trong cải cách hành chính ở cấp xã năm 2021",
            "body": "Chủ tịch Ủy ban nhân dân huyện chỉ đạo như sau:",
            **changes,
        }
    )


def task(*leads: Unit, **changes: Any) -> TaskInput:
    """Conclusion (4): clear the archives of 2015 and before, before October 2021."""
    return TaskInput(
        **{
            "content": "Xử lý dứt điểm tài liệu tồn đọng, tích đống từ năm 2015 trở về trước",
            "lead_unit_ids": tuple(unit.pk for unit in leads),
            "deadline_on": DEADLINE,
            "measure": "Tài liệu đã xử lý",
            "target": "42 mét giá",
            **changes,
        }
    )


def conference(**changes: Any) -> ConferenceInput:
    return ConferenceInput(
        **{
            "title": "Hội nghị chuyên đề cải cách hành chính",
            "held_on": date(2021, 2, 3),
            "place": "hội trường Ủy ban nhân dân huyện",
            "chair_name": "Phạm Tấn Xiếu",
            "chair_title": "Chủ tịch Ủy ban nhân dân huyện",
            "agenda": "Kết quả năm 2020. Giải pháp năm 2021.",
            "attendance": (AttendanceInput(name="Lê Thị Hạnh"), AttendanceInput(name="Võ Văn Hai")),
            **changes,
        }
    )


def held(district: District, at: datetime = FRIDAY, **changes: Any) -> Conference:
    return services.hold_conference(facts=conference(**changes), by=district.hanh, at=at)


def drafted(district: District, at: datetime = FRIDAY, **changes: Any) -> Directive:
    """A letter to all communes that waits for the chair."""
    return services.draft_directive(
        **{
            "kind": "official_letter",
            "text": words(),
            "recipient_ids": [unit.pk for unit in district.communes],
            "by": district.hanh,
            "at": at,
            **changes,
        }
    )


def planned(district: District, what: TaskInput | None = None, at: datetime = FRIDAY) -> Directive:
    """A draft with one task for An Hiệp, or with another."""
    directive = drafted(district, at)
    services.assign_task(
        directive_id=directive.pk, task=what or task(district.an_hiep), by=district.hanh, at=at
    )
    return directive


def issue(district: District, directive: Directive, at: datetime = FRIDAY) -> Directive:
    return services.issue_directive(directive_id=directive.pk, by=district.chair, at=at)


def assigned(district: District, what: TaskInput | None = None, at: datetime = FRIDAY) -> Task:
    """The first task of a directive just issued: An Hiệp has it until 30/09/2021."""
    directive = issue(district, planned(district, what, at), at)
    return directive.tasks.order_by("pk")[0]


def proven(district: District, it: Task, at: datetime = FRIDAY) -> Task:
    """The same task with a piece of evidence from An Hiệp."""
    services.add_evidence(
        task_id=it.pk, kind="minutes", text="Biên bản bàn giao 12/BB-UBND", by=district.ba, at=at
    )
    return it


def days_later(days: int, at: datetime = FRIDAY) -> datetime:
    return at + timedelta(days=days)
