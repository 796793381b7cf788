"""Commendations, inspections and a backlog in huyện Châu Thành of 2021."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from motcua.organisation.access import Officer
from motcua.oversight import services
from motcua.oversight.inputs import (
    AttendanceInput,
    BlockInput,
    CheckInput,
    EvidenceInput,
    MemberInput,
    MinutesInput,
    ProposalInput,
    SampleInput,
    TargetInput,
    ViolationInput,
)
from motcua.oversight.models import AwardDecision, AwardRound, BacklogBlock, Inspection
from tests.factories.directives import District

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2021, 2, 3, 8, 0, tzinfo=HANOI)


def figure(**changes: Any) -> EvidenceInput:
    """26 births registered in the hamlets, as the quarterly report counts them."""
    return EvidenceInput(
        **{"label": "Khai sinh lưu động", "value": 26, "source": "Báo cáo mô hình quý IV/2020", **changes}
    )


def office(name: str = "Ủy ban nhân dân thị trấn Cái Tàu Hạ", **changes: Any) -> ProposalInput:
    """A collective that is proposed."""
    return ProposalInput(
        **{
            "kind": "collective",
            "name": name,
            "achievement": "xuất sắc trong công tác cải cách hành chính năm 2020",
            "evidence": (figure(),),
            **changes,
        }
    )


def person(name: str = "Nguyễn Thị Tư", **changes: Any) -> ProposalInput:
    """A person who is proposed."""
    return office(
        name, **{"kind": "individual", "title": "Công chức Tư pháp – Hộ tịch xã An Khánh", **changes}
    )


def opened(district: District, at: datetime = MORNING, **changes: Any) -> AwardRound:
    return services.open_round(
        **{
            "title": "công tác cải cách hành chính năm 2020",
            "period": "năm 2020",
            "by": district.hanh,
            "at": at,
            **changes,
        }
    )


def proposed(district: District, *rows: ProposalInput, at: datetime = MORNING) -> AwardRound:
    """A round with the town and one person, or with other rows."""
    award_round = opened(district, at)
    services.propose(round_id=award_round.pk, rows=rows or (office(), person()), by=district.hanh, at=at)
    return award_round


def council(district: District) -> tuple[MemberInput, ...]:
    """The chair, the home-affairs officer and the head of the town."""
    return (
        MemberInput(account_id=district.chair.account_id, seat="head", title="Chủ tịch"),
        MemberInput(account_id=district.hanh.account_id, seat="secretary"),
        MemberInput(account_id=district.head_of_town.account_id),
    )


def reviewing(district: District, *rows: ProposalInput, at: datetime = MORNING) -> AwardRound:
    """The same round in the hands of its council."""
    award_round = proposed(district, *rows, at=at)
    services.form_award_council(round_id=award_round.pk, members=council(district), by=district.hanh, at=at)
    award_round.refresh_from_db()
    return award_round


def voters(district: District) -> Sequence[Officer]:
    return district.chair, district.hanh, district.head_of_town


def agreed(district: District, *rows: ProposalInput, at: datetime = MORNING) -> AwardRound:
    """Everybody on the council has agreed to everybody proposed."""
    award_round = reviewing(district, *rows, at=at)
    ballots = dict.fromkeys(award_round.proposals.values_list("pk", flat=True), True)
    for voter in voters(district):
        services.vote(round_id=award_round.pk, ballots=ballots, by=voter, at=at)
    return award_round


def decided(district: District, *rows: ProposalInput, at: datetime = MORNING) -> AwardDecision:
    award_round = agreed(district, *rows, at=at)
    return services.decide(round_id=award_round.pk, by=district.chair, at=at)


def team(district: District) -> tuple[MemberInput, ...]:
    """The home-affairs officer at the head, the chair with her."""
    return (
        MemberInput(account_id=district.hanh.account_id, seat="head", title="Phó Trưởng phòng Nội vụ"),
        MemberInput(account_id=district.chair.account_id),
    )


def inspection_planned(district: District, at: datetime = MORNING, **changes: Any) -> Inspection:
    """A surprise at An Hiệp and at an agency that the software does not know."""
    return services.plan_inspection(
        **{
            "kind": "surprise",
            "title": "Kiểm tra đột xuất công vụ quý I năm 2021",
            "contents": "Đạo đức công vụ, thời gian làm việc, chất lượng phục vụ",
            "decision_number": "12/QĐ-UBND",
            "decided_on": at.date(),
            "targets": (
                TargetInput(unit_id=district.an_hiep.pk),
                TargetInput(agency_text="Đài Truyền thanh huyện"),
            ),
            "team": team(district),
            "by": district.hanh,
            "at": at,
            **changes,
        }
    )


def inspection_started(district: District, at: datetime = MORNING, **changes: Any) -> Inspection:
    row = inspection_planned(district, at, **changes)
    return services.start_inspection(inspection_id=row.pk, by=district.hanh, at=at)


def visit(at: datetime = MORNING, **changes: Any) -> MinutesInput:
    """Half an hour in the morning: one present, one late, one away; a notice board without prices."""
    return MinutesInput(
        **{
            "started_at": at,
            "ended_at": at + timedelta(minutes=30),
            "unit_signer": "Trần Văn Ba",
            "unit_signer_title": "Công chức Văn phòng – Thống kê",
            "attendance": (
                AttendanceInput(full_name="Trần Văn Ba", title="Văn phòng – Thống kê"),
                AttendanceInput(
                    full_name="Đỗ Văn Sáu", title="Tư pháp – Hộ tịch", seen_at=at + timedelta(minutes=7)
                ),
                AttendanceInput(full_name="Huỳnh Thị Bảy", present=False, reason="Nghỉ phép"),
            ),
            "checks": (CheckInput(check="Niêm yết thủ tục hành chính", result="Thiếu mức phí chứng thực"),),
            "samples": (SampleInput(dossier_code="H20.15-210201-0003", finding="Đúng hạn"),),
            "violations": (
                ViolationInput(
                    text="Niêm yết thiếu mức phí chứng thực",
                    person="Đỗ Văn Sáu",
                    basis="Nghị định 61/2018/NĐ-CP",
                    remedy="Niêm yết đủ mức phí",
                    deadline_on=at.date() + timedelta(days=7),
                ),
            ),
            **changes,
        }
    )


def minuted(district: District, at: datetime = MORNING, **changes: Any) -> Inspection:
    """The surprise with the minutes of both visits."""
    row = inspection_started(district, at)
    for target in row.targets.order_by("pk"):
        services.record_minutes(
            target_id=target.pk,
            minutes=visit(at, **changes),
            by=district.hanh,
            at=at + timedelta(hours=2),
        )
    row.refresh_from_db()
    return row


def block(**changes: Any) -> BlockInput:
    """42 metres of papers of 2015 and before, to be cleared before 10/2021."""
    return BlockInput(
        **{
            "fonds": "Phông Ủy ban nhân dân xã An Hiệp",
            "year_from": 1998,
            "year_to": 2015,
            "volume_dm": 420,
            "deadline_on": date(2021, 9, 30),
            **changes,
        }
    )


def registered(district: District, at: datetime = MORNING, **changes: Any) -> BacklogBlock:
    return services.register_block(block=block(**changes), by=district.ba, at=at)
