import re
from collections.abc import Collection
from datetime import UTC
from operator import attrgetter
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.kernel.constraints import all_or_none
from motcua.kernel.ledger import content_hash
from motcua.kernel.privacy import Privacy
from motcua.kernel.vietnamese import search_form
from motcua.organisation.quorum import Quorum
from motcua.oversight.award_states import RecipientKind, Seat, State


class AwardRoundQuerySet(models.QuerySet["AwardRound"]):
    def of_units(self, unit_ids: Collection[int]) -> Self:
        return self.filter(unit__in=unit_ids)


class AwardRound(models.Model):
    """One round of commendations (đợt khen thưởng) of a unit: its proposals, council and decision.

    ``title`` says what for and is the subject of the decision; ``period`` is the year or time that it looks at.
    Source: Luật Thi đua, khen thưởng 06/2022/QH15, art. 74 (bằng khen), art. 75 (giấy khen); Nghị định 98/2023/NĐ-CP.
    """

    privacy: ClassVar = {
        "title": Privacy.OPEN, "period": Privacy.OPEN, "opened_at": Privacy.OPEN, "cancelled_at": Privacy.OPEN,
        "cancelled_reason": Privacy.OPEN,
    }  # fmt: skip

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    title = models.CharField("khen về việc", max_length=300)
    period = models.CharField("năm, giai đoạn", max_length=60)
    state = models.CharField("trạng thái", max_length=12, choices=State, default=State.PROPOSING)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người mở"
    )
    submission = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="tờ trình"
    )
    cancelled_at = models.DateTimeField("dừng lúc", null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người dừng"
    )
    cancelled_reason = models.CharField("lý do dừng", max_length=500, blank=True)

    objects = AwardRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "đợt khen thưởng"
        constraints = [
            models.CheckConstraint(
                name="award_round_cancelled_with_reason",
                condition=all_or_none("cancelled_at", "cancelled_by")
                & (
                    Q(state=State.CANCELLED, cancelled_at__isnull=False) & ~Q(cancelled_reason="")
                    | ~Q(state=State.CANCELLED) & Q(cancelled_at=None)
                ),
                violation_error_message="Dừng đợt khen thưởng thì phải có người, giờ và lý do.",
            )
        ]
        indexes = [models.Index(F("unit"), F("id"), name="award_round_by_unit")]

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        """What for, as a title begins."""
        return f"{self.title[0].upper()}{self.title[1:]}"

    @property
    def stream(self) -> str:
        """The name of this round's history in the ledger."""
        return f"award_round:{self.pk}"

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "state": str(self.state),
            "unit_id": self.unit_id,
            "title": self.title,
            "period": self.period,
        }


class Proposal(models.Model):
    """Somebody proposed for a commendation, with the measured figures that speak for it.

    ``evidence`` is a list of ``{label, value, source}``: figures counted by the software, never written from memory.
    """

    privacy: ClassVar = {
        "name": Privacy.PERSONAL, "title": Privacy.PERSONAL, "unit_text": Privacy.OPEN, "achievement": Privacy.OPEN,
        "evidence": Privacy.OPEN, "proposed_at": Privacy.OPEN, "withdrawn_at": Privacy.OPEN,
        "withdrawn_reason": Privacy.PERSONAL,
    }  # fmt: skip

    round = models.ForeignKey(AwardRound, models.CASCADE, related_name="proposals", verbose_name="đợt")
    kind = models.CharField("loại", max_length=12, choices=RecipientKind)
    name = models.CharField("tập thể, cá nhân", max_length=200)
    title = models.CharField("chức vụ, đơn vị", max_length=300, blank=True)
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    unit_text = models.CharField("tên đơn vị", max_length=200, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="tài khoản"
    )
    achievement = models.CharField("thành tích", max_length=500)
    evidence = models.JSONField("số liệu đo được", default=list)
    bonus_vnd = models.PositiveBigIntegerField("tiền thưởng (đồng)", null=True)
    proposed_at = models.DateTimeField("đề nghị lúc")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đề nghị"
    )
    withdrawn_at = models.DateTimeField("rút lúc", null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người rút"
    )
    withdrawn_reason = models.CharField("lý do rút", max_length=500, blank=True)

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        constraints = [
            models.CheckConstraint(
                name="proposal_withdrawal_is_whole",
                condition=all_or_none("withdrawn_at", "withdrawn_by")
                & (Q(withdrawn_at=None) | ~Q(withdrawn_reason="")),
                violation_error_message="Rút đề nghị thì phải có người, giờ và lý do.",
            ),
            models.UniqueConstraint(
                "round", "kind", "name", "title",
                name="proposal_once",
                condition=Q(withdrawn_at=None),
                violation_error_message="Tập thể, cá nhân này đã có trong danh sách đề nghị.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def concerns(self, member: "AwardMember") -> bool:
        """Whether a member of the council is the person proposed, and so does not vote on it.

        The account tells it; without one, the same name at the same unit. Where the unit stands in words only,
        the first place named must be the member's; words that name no place, and no words, leave the name to decide.
        A collective is nobody in person: who works in a proposed office votes on it like the others.
        """
        if self.account_id is not None:
            return self.account_id == member.account_id
        if self.kind != RecipientKind.INDIVIDUAL or _bare(self.name) != _bare(member.account.display_name):
            return False
        if self.unit_id is not None:
            return self.unit_id in member.unit_ids
        place = _place_in(f"{self.title}, {self.unit_text}")
        return not place or any(place.startswith(own) for own in member.places)


def _bare(name: str) -> str:
    """A name as it is compared: without marks, capitals and the form of address."""
    return re.sub(r"^(ong|ba|dong chi) ", "", search_form(name))


_PLACE = re.compile(r"\b(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố) (\S)")


def _place_in(words: str) -> str:
    """What a text says from the first place that it names on, as it is compared; “xã hội” is no place."""
    found = (place.start() for place in _PLACE.finditer(words) if place[1].isupper() or place[1].isdigit())
    first = next(found, None)
    return "" if first is None else search_form(words[first:])


class AwardCouncil(models.Model):
    """The council for emulation and commendation that votes on the proposals of one round.

    It keeps the quorum of the day it was formed (``council_rules``), whatever is decided later.
    """

    privacy: ClassVar = {"formed_at": Privacy.OPEN}

    round = models.OneToOneField(
        AwardRound, models.CASCADE, related_name="council", verbose_name="đợt khen thưởng"
    )
    quorum_votes = models.PositiveSmallIntegerField("số phiếu cần có")
    quorum_of = models.PositiveSmallIntegerField("trên mỗi số người được bỏ phiếu")
    formed_at = models.DateTimeField("lập lúc")
    formed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập"
    )

    class Meta:
        verbose_name = "hội đồng thi đua, khen thưởng"
        constraints = [
            models.CheckConstraint(
                name="award_council_quorum_is_a_share",
                condition=Q(quorum_votes__gte=1, quorum_votes__lte=F("quorum_of")),
                violation_error_message="Số phiếu cần có từ 1 đến toàn bộ số người được bỏ phiếu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.round_id}"

    @property
    def quorum(self) -> Quorum:
        """The share of those entitled that must have voted on a proposal before it is judged."""
        return Quorum(self.quorum_votes, self.quorum_of)

    @property
    def content_hash(self) -> str:
        """What the ledger keeps of the council: who sits in it and as what."""
        seats = sorted(self.members.all(), key=attrgetter("pk"))
        return content_hash([[one.account_id, str(one.seat), one.title] for one in seats])


class AwardMemberQuerySet(models.QuerySet["AwardMember"]):
    def with_posts(self) -> Self:
        """With all that tells where each one works, in few queries."""
        return self.select_related("account").prefetch_related("account__posts__unit")


class AwardMember(models.Model):
    """A member of the council."""

    privacy: ClassVar = {"title": Privacy.OPEN}

    council = models.ForeignKey(AwardCouncil, models.CASCADE, related_name="members", verbose_name="hội đồng")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="thành viên"
    )
    seat = models.CharField("vai trò", max_length=12, choices=Seat, default=Seat.MEMBER)
    title = models.CharField("chức vụ", max_length=200, blank=True)

    objects = AwardMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "thành viên hội đồng khen thưởng"
        constraints = [
            models.UniqueConstraint(
                "council", "account",
                name="award_member_once",
                violation_error_message="Người này đã có trong hội đồng.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.account)

    @property
    def unit_ids(self) -> set[int | None]:
        """Every unit and office where the member holds or held a post: a merit may be of years before."""
        return {pk for post in self.account.posts.all() for pk in (post.unit_id, post.division_id)} - {None}

    @property
    def places(self) -> list[str]:
        """The units where the member holds or held a post, as their names are compared."""
        return [search_form(post.unit.name) for post in self.account.posts.all()]


class AwardVote(models.Model):
    """One member's vote on one proposal; given once."""

    privacy: ClassVar = {"voted_at": Privacy.OPEN, "remark": Privacy.PERSONAL}

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="votes", verbose_name="đề nghị")
    member = models.ForeignKey(AwardMember, models.CASCADE, related_name="votes", verbose_name="thành viên")
    agrees = models.BooleanField("đồng ý")
    remark = models.CharField("ý kiến", max_length=500, blank=True)
    voted_at = models.DateTimeField("bỏ phiếu lúc")

    class Meta:
        verbose_name = "phiếu xét khen thưởng"
        constraints = [
            models.UniqueConstraint(
                "proposal", "member",
                name="award_vote_once",
                violation_error_message="Thành viên đã bỏ phiếu cho đề nghị này.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.member_id}"

    @property
    def content_hash(self) -> str:
        """What the ledger keeps of the vote: it vouches for it without saying it."""
        return content_hash([self.agrees, self.remark, self.voted_at.astimezone(UTC)])
