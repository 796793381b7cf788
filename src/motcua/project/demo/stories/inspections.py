"""Cù Lao Dung 2022: the district's team comes unannounced to two agencies and to two communes.

The source does not say to which, and names nobody: who was there and the one who came late are invented.
"""

from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from motcua.identity.sexes import Sex
from motcua.organisation.roles import Role
from motcua.oversight import services
from motcua.oversight.award_states import Seat
from motcua.oversight.inputs import (
    AttendanceInput,
    CheckInput,
    MemberInput,
    MinutesInput,
    TargetInput,
    ViolationInput,
)
from motcua.oversight.inspection_states import Kind
from motcua.oversight.models import InspectionTarget
from motcua.project.demo.names import full_name
from motcua.project.demo.roster import EAST, FIRST
from motcua.project.demo.stories.cast import CU_LAO_DUNG
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage, moment

_TEAM = (
    (Role.DIVISION_HEAD, Seat.HEAD),
    (Role.HOME_AFFAIRS_OFFICER, Seat.SECRETARY),
    (Role.RECORDS_CLERK, Seat.MEMBER),
)
_AGENCIES = ("Phòng Tài nguyên và Môi trường huyện Cù Lao Dung", "Phòng Kinh tế và Hạ tầng huyện Cù Lao Dung")
_VISITS = (
    moment(2022, 9, 20, 7, 45),
    moment(2022, 9, 20, 14),
    moment(2022, 10, 13, 7, 40),
    moment(2022, 10, 13, 13, 10),
)
_LOOKED_AT = (
    ("Đạo đức công vụ", "Trang phục, thẻ công chức đúng quy định"),
    ("Chất lượng phục vụ nhân dân", "Niêm yết thủ tục, mức thu đầy đủ"),
)
#: Who should be at work: at a commune with an account, at an office of the district by their titles.
_COMMUNE = (
    Role.COMMUNE_LEADER, Role.RECORDS_CLERK, Role.ONE_STOP_OFFICER, Role.CIVIL_STATUS_OFFICER,
    Role.CULTURE_SOCIAL_OFFICER, Role.LAND_OFFICER,
)  # fmt: skip
_OFFICE = ("Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Chuyên viên", "Kế toán, văn thư")
#: The civil-status officer of the last commune came at 13:26.
_LATE_ROLE, _LATE_BY = Role.CIVIL_STATUS_OFFICER, 26


def inspect(stage: Stage, script: Script) -> None:
    """Plan it in secret, have it signed, come four times, conclude."""
    script.at(moment(2022, 9, 15, 9), partial(_plan, stage, script))


def _plan(stage: Stage, script: Script, at: datetime) -> None:
    secretary = stage.officer(CU_LAO_DUNG, Role.HOME_AFFAIRS_OFFICER)
    members = [(stage.officer(CU_LAO_DUNG, role), seat) for role, seat in _TEAM]
    units = [stage.unit(FIRST).pk, stage.unit(EAST).pk]
    inspection = services.plan_inspection(
        kind=Kind.SURPRISE,
        title="Kiểm tra công vụ đột xuất năm 2022",
        contents="Đạo đức công vụ, giờ giấc hành chính, chất lượng phục vụ nhân dân",
        signer_id=stage.officer(CU_LAO_DUNG, Role.COMMUNE_LEADER).account_id,
        targets=[
            *(
                TargetInput(agency_text=name, visit_on=at.date())
                for name, at in zip(_AGENCIES, _VISITS, strict=False)
            ),
            *(TargetInput(unit_id=pk, visit_on=at.date()) for pk, at in zip(units, _VISITS[2:], strict=True)),
        ],
        team=[MemberInput(account_id=one.account_id, seat=seat, title=one.title) for one, seat in members],
        by=secretary,
        at=at,
    )
    script.at(moment(2022, 9, 16, 14), partial(_sign, stage, inspection.pk))
    script.at(_VISITS[0] - timedelta(minutes=5), partial(_start, stage, inspection.pk))
    for target, visited_at in zip(
        InspectionTarget.objects.filter(inspection=inspection).order_by("pk"), _VISITS, strict=True
    ):
        script.at(visited_at + timedelta(hours=2), partial(_write_minutes, stage, target.pk, visited_at))
    script.at(moment(2022, 10, 20, 9), partial(_conclude, stage, inspection.pk))


def _sign(stage: Stage, inspection_id: int, at: datetime) -> None:
    services.decide_inspection(
        inspection_id=inspection_id, by=stage.officer(CU_LAO_DUNG, Role.COMMUNE_LEADER), at=at
    )


def _start(stage: Stage, inspection_id: int, at: datetime) -> None:
    services.start_inspection(
        inspection_id=inspection_id, by=stage.officer(CU_LAO_DUNG, Role.DIVISION_HEAD), at=at
    )


def _write_minutes(stage: Stage, target_id: int, visited_at: datetime, at: datetime) -> None:
    """What the team saw: all in order, but for one who came late."""
    target = InspectionTarget.objects.select_related("unit").get(pk=target_id)
    staff = _commune(stage, target.unit.code, visited_at) if target.unit else _office(target.agency_text)
    late = [one for one in staff if one.seen_at]
    order = (
        "Có mặt đủ theo bảng phân công" if not late else f"{len(late):02} người đến muộn, còn lại có mặt đủ"
    )
    minutes = MinutesInput(
        started_at=visited_at,
        ended_at=visited_at + timedelta(minutes=90),
        unit_signer=staff[0].full_name,
        unit_signer_title=staff[0].title,
        attendance=tuple(staff),
        checks=(
            CheckInput(check="Giờ giấc hành chính", result=order),
            *(CheckInput(check=check, result=result) for check, result in _LOOKED_AT),
        ),
        violations=tuple(
            ViolationInput(
                text=f"Đến muộn {_LATE_BY} phút, chưa báo cáo lý do",
                person=one.full_name,
                remedy="Chấn chỉnh giờ giấc, phân công người thay khi vắng mặt",
                deadline_on=date(2022, 10, 28),
            )
            for one in late
        ),
        opinion="Thống nhất với biên bản.",
    )
    by = stage.officer(CU_LAO_DUNG, Role.HOME_AFFAIRS_OFFICER)
    services.record_minutes(target_id=target_id, minutes=minutes, by=by, at=at)


def _commune(stage: Stage, code: str, visited_at: datetime) -> list[AttendanceInput]:
    """The people of a commune; all were at their place but for the one who came late."""
    came_at = visited_at.replace(minute=_LATE_BY)
    staff = [(role, stage.officer(code, role)) for role in _COMMUNE]
    return [
        AttendanceInput(
            full_name=one.name,
            title=one.title,
            seen_at=came_at if code == EAST and role == _LATE_ROLE else None,
        )
        for role, one in staff
    ]


def _office(name: str) -> list[AttendanceInput]:
    chance = Random(name)  # noqa: S311 - chance, not secrecy
    return [
        AttendanceInput(full_name=full_name(chance, chance.choice((Sex.MALE, Sex.FEMALE))), title=title)
        for title in _OFFICE
    ]


def _conclude(stage: Stage, inspection_id: int, at: datetime) -> None:
    services.conclude_inspection(
        inspection_id=inspection_id,
        conclusion="Hai cơ quan và một xã chấp hành tốt quy định. Một xã để một công chức đến muộn, phải chấn chỉnh "
        "giờ giấc và phân công người thay khi vắng mặt.",
        by=stage.officer(CU_LAO_DUNG, Role.COMMUNE_LEADER),
        at=at,
    )
