"""A commune that registers, tries out, judges and recognises in 2026; its officers and their words."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from motcua.initiatives import services
from motcua.initiatives.inputs import (
    AuthorInput,
    ConclusionInput,
    CouncilInput,
    InitiativeInput,
    MemberInput,
    PilotInput,
)
from motcua.initiatives.models import Council, Initiative, Recognition, Review
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from tests.factories.directives import officer
from tests.factories.organisation import UnitFactory

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
JANUARY = datetime(2026, 1, 12, 8, 0, tzinfo=HANOI)
POINTS = {"novelty": 25, "applicability": 26, "economic": 14, "social": 18}  # 83


class Commune:
    """Xã An Thạnh with its round of 2026 open: a chair, home affairs, two proposers and three more judges."""

    def __init__(self) -> None:
        services.load_initiatives(JANUARY)
        self.unit = UnitFactory(name="Xã An Thạnh", short_name="An Thạnh", level="commune")
        self.chair = officer(self.unit, "commune_leader", name="Nguyễn Văn Lâm", title="Chủ tịch")
        self.hanh = officer(self.unit, "home_affairs_officer", name="Lê Thị Hạnh")
        self.ba = officer(self.unit, "culture_social_officer", name="Trần Văn Ba")
        self.judges = [
            officer(self.unit, "council_member", name=name)
            for name in ("Phan Thị Kim Ngân", "Đỗ Văn Năm", "Võ Thị Sáu")
        ]
        self.round = services.open_round(
            year=2026, opens_on=date(2026, 1, 5), closes_on=date(2026, 2, 27), by=self.hanh, at=JANUARY
        )


def author(by: Officer, share: int = 100, **changes: Any) -> AuthorInput:
    return AuthorInput(
        **{"name": by.name, "title": by.title, "share_percent": share, "account_id": by.account_id, **changes}
    )


def facts(*authors: AuthorInput, **changes: Any) -> InitiativeInput:
    """A registration that lacks nothing."""
    return InitiativeInput(
        **{
            "title": "Trả kết quả tại nhà cho người cao tuổi trên địa bàn xã An Thạnh",
            "kind": "home_service",
            "problem": "Người cao tuổi phải đi lại nhiều lần.",
            "solution": "Công chức mang kết quả đến nhà theo lịch mỗi tuần.",
            "novelty": "Người dân không phải đi lại.",
            "scope": "toàn xã",
            "first_applied_on": date(2026, 3, 2),
            "benefit_social": "Người cao tuổi hài lòng.",
            "replicability": "Xã nào cũng làm được.",
            "steps": ("Lập danh sách người cao tuổi", "Mang kết quả đến nhà"),
            "authors": authors,
            **changes,
        }
    )


def registered(commune: Commune, *authors: AuthorInput, at: datetime = JANUARY, **changes: Any) -> Initiative:
    """A draft of Ba's, alone its author unless others are named."""
    words = facts(*(authors or (author(commune.ba),)), **changes)
    return services.register_initiative(facts=words, year=2026, by=commune.ba, at=at)


def sent(commune: Commune, *authors: AuthorInput, **changes: Any) -> Initiative:
    draft = registered(commune, *authors, **changes)
    return services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)


def piloting(commune: Commune) -> Initiative:
    pilot = PilotInput(
        begins_on=date(2026, 3, 2), area="ấp Vàm Hồ A", person="Trần Văn Ba", counters=("Lượt trả tại nhà",)
    )
    return services.start_pilot(
        initiative_id=sent(commune).pk, pilot=pilot, by=commune.hanh, at=days_later(40)
    )


def council(commune: Commune, *members: Officer, at: datetime = JANUARY) -> Council:
    """A council in which the first named sits in the chair; the commune's chair and judges unless others are."""
    chosen = members or (commune.chair, *commune.judges)
    positions = ["chair", "secretary"] + ["member"] * len(chosen)
    words = CouncilInput(
        name="Hội đồng sáng kiến xã An Thạnh năm 2026",
        year=2026,
        formed_on=at.date(),
        members=tuple(
            MemberInput(account_id=member.account_id, position=position)
            for member, position in zip(chosen, positions, strict=False)
        ),
    )
    return services.form_council(facts=words, by=commune.hanh, at=at)


def laid(commune: Commune, initiative: Initiative, before: Council | None = None) -> Review:
    before = before or council(commune)
    return services.start_evaluation(
        initiative_id=initiative.pk, council_id=before.pk, by=commune.hanh, at=JANUARY
    )


def scored(commune: Commune, review: Review, *by: Officer, **points: int) -> Review:
    """The review with the sheets of these officers, or of the whole council of the commune."""
    for judge in by or (commune.chair, *commune.judges):
        services.score(review_id=review.pk, points={**POINTS, **points}, by=judge, at=JANUARY)
    return review


def concluded(commune: Commune, review: Review, by: Officer | None = None, **changes: Any) -> Review:
    words = ConclusionInput(
        **{"held_on": JANUARY.date(), "place": "phòng họp xã", "minutes": "Thống nhất cao.", **changes}
    )
    return services.conclude(review_id=review.pk, facts=words, by=by or commune.chair, at=JANUARY)


def recognised(commune: Commune) -> Recognition:
    """One initiative from registration to its certificate."""
    review = concluded(commune, scored(commune, laid(commune, sent(commune))))
    (recognition,) = services.recognise(
        initiative_ids=[review.initiative_id], by=commune.chair, at=days_later(10)
    )
    return recognition


def elsewhere(by: Officer, unit: Unit) -> Officer:
    """The same person at work for another unit."""
    return replace(by, unit_id=unit.pk)


def days_later(days: int, at: datetime = JANUARY) -> datetime:
    return at + timedelta(days=days)
