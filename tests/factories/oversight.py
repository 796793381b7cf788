"""Commendations, inspections and a backlog in huyện Châu Thành of 2021."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from motcua.organisation.access import Officer
from motcua.oversight import services
from motcua.oversight.inputs import EvidenceInput, MemberInput, ProposalInput
from motcua.oversight.models import AwardDecision, AwardRound
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
