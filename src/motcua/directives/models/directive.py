from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.directives.states import Kind, State
from motcua.kernel.constraints import all_or_none
from motcua.kernel.derived import DerivedCharField, YearField
from motcua.kernel.privacy import Privacy
from motcua.kernel.vietnamese import search_form
from motcua.organisation.kinds import Level
from motcua.organisation.models import UnitPlacement
from motcua.organisation.sight import with_subordinates, with_superiors


def of_own_line(prefix: str = "") -> Q:
    """Texts that their issuer keeps itself, or by one of its offices; not those entered as another agency's."""
    office = Q(
        **{
            f"{prefix}keeper__level": Level.DIVISION,
            f"{prefix}keeper__placements__parent": F(f"{prefix}issuer"),
        }
    )
    return Q(**{f"{prefix}issuer": F(f"{prefix}keeper")}) | office


class DirectiveQuerySet(models.QuerySet["Directive"]):
    def issued(self) -> Self:
        """Directives that hold (đang có hiệu lực chỉ đạo)."""
        return self.filter(state=State.ISSUED)

    def in_sight_of(self, unit_ids: Collection[int]) -> Self:
        """Those that one of the units keeps, and those ever issued that it signed, received or has a task in.

        A text entered as another agency's speaks only for its keeper: of those named in it, it is seen by units
        under the keeper alone, to which the keeper passed it on; neither by its issuer nor by other recipients.
        """
        named = (
            Q(recipients__unit__in=unit_ids)
            | Q(tasks__lead_unit__in=unit_ids)
            | Q(tasks__parts__unit__in=unit_ids)
        )
        passed_on = Q(keeper__in=with_superiors(frozenset(unit_ids))) & named
        reached = of_own_line() & (Q(issuer__in=unit_ids) | named) | passed_on
        return self.filter(Q(keeper__in=unit_ids) | (reached & Q(issued_at__isnull=False))).distinct()


class Directive(models.Model):
    """A text that orders (văn bản chỉ đạo), kept at one unit, with its recipients and its tasks.

    ``issuer`` is the unit in whose name it stands; ``keeper`` the one whose officers wrote or entered it and watch
    over its tasks: the same for a text issued here, a recipient for one that came on paper. ``number`` is the
    number and symbol as printed (07/UBND-NV); ``book_sequence`` its line in the issuer's book, None for a number
    given outside. A text on paper has its ``scan``, one issued here its ``paper``.
    Source: Nghị định 30/2020/NĐ-CP, arts. 8 and 15.
    """

    privacy: ClassVar = {
        "abstract": Privacy.OPEN, "body": Privacy.OPEN, "addressed_to": Privacy.OPEN, "copies_to": Privacy.OPEN,
        "search_text": Privacy.OPEN, "symbol": Privacy.OPEN, "number": Privacy.OPEN, "book_number": Privacy.OPEN,
        "issued_on": Privacy.OPEN, "issued_at": Privacy.OPEN, "drafted_at": Privacy.OPEN,
        "withdrawn_at": Privacy.OPEN, "withdrawn_reason": Privacy.OPEN, "signer_name": Privacy.PERSONAL,
        "signer_title": Privacy.OPEN, "signer_authority": Privacy.OPEN, "scan_name": Privacy.OPEN,
    }  # fmt: skip

    kind = models.CharField("loại văn bản", max_length=24, choices=Kind)
    state = models.CharField("trạng thái", max_length=10, choices=State)
    revision = models.PositiveIntegerField("lần ghi", default=0)
    issuer = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )
    keeper = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị quản lý văn bản"
    )
    abstract = models.CharField("trích yếu", max_length=500)
    search_text = DerivedCharField("trích yếu không dấu", max_length=500, source="abstract", form=search_form)
    body = models.TextField("nội dung", blank=True)
    addressed_to = models.CharField("kính gửi", max_length=300, blank=True)
    copies_to = models.TextField("nơi nhận khác", blank=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    book_number = models.CharField("quyển sổ", max_length=20, blank=True)
    book_sequence = models.PositiveIntegerField("số thứ tự trong sổ", null=True)
    year = YearField("năm", source="issued_on", null=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_authority = models.CharField("thẩm quyền ký", max_length=120, blank=True)
    scan = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="bản quét"
    )
    scan_name = models.CharField("tên tệp quét", max_length=200, blank=True)
    paper = models.OneToOneField(
        "documents.Paper", models.PROTECT, null=True, related_name="+", verbose_name="bản in"
    )
    drafted_at = models.DateTimeField("soạn lúc")
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người soạn"
    )
    issued_on = models.DateField("ngày ban hành", null=True)
    issued_at = models.DateTimeField("ban hành lúc", null=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ban hành"
    )
    withdrawn_at = models.DateTimeField("thu hồi lúc", null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thu hồi"
    )
    withdrawn_reason = models.CharField("lý do thu hồi", max_length=500, blank=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản chỉ đạo"
        constraints = [
            models.CheckConstraint(
                name="directive_issue_is_whole",
                condition=all_or_none("issued_on", "issued_at", "issued_by")
                & (Q(state=State.DRAFT, issued_at=None) | Q(state=State.ISSUED, issued_at__isnull=False)
                   | Q(state=State.WITHDRAWN)),
                violation_error_message="Đã ban hành thì phải có ngày, giờ và người ban hành; dự thảo thì chưa.",
            ),
            models.CheckConstraint(
                name="directive_issued_has_number_and_text",
                condition=Q(issued_at=None, number="", paper=None)
                | (Q(issued_at__isnull=False) & ~Q(number="")
                   & (Q(paper__isnull=False) | Q(scan__isnull=False))),
                violation_error_message="Đã ban hành thì phải có số, ký hiệu và bản in hoặc bản quét.",
            ),
            models.CheckConstraint(
                name="directive_withdrawal_is_whole",
                condition=all_or_none("withdrawn_at", "withdrawn_by")
                & (Q(state=State.WITHDRAWN, withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")
                   | ~Q(state=State.WITHDRAWN) & Q(withdrawn_at=None)),
                violation_error_message="Thu hồi văn bản thì phải có người, giờ và lý do.",
            ),
            models.UniqueConstraint(
                "issuer", "year", "book_sequence",
                name="directive_book_line_once",
                condition=Q(book_sequence__isnull=False),
                violation_error_message="Số thứ tự này trong sổ đã dùng.",
            ),
            models.UniqueConstraint(
                "keeper", "issuer", "year", "number",
                name="directive_number_once",
                condition=~Q(number=""),
                violation_error_message="Văn bản mang số, ký hiệu này đã có.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(F("keeper"), F("state"), F("id"), name="directive_by_keeper"),
            models.Index(F("number"), name="directive_by_number"),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [str(Kind(self.kind).label), self.number or self.abstract]))

    @property
    def stream(self) -> str:
        """The name of this directive's history in the ledger."""
        return f"directive:{self.pk}"

    @property
    def on_paper(self) -> bool:
        """It was signed outside and entered here with its scan."""
        return self.issued_at is not None and self.paper_id is None

    @property
    def of_another_agency(self) -> bool:
        """It was entered as the text of an agency that does not keep it here itself."""
        if self.issuer_id == self.keeper_id:
            return False
        offices = UnitPlacement.objects.filter(unit=self.keeper_id, unit__level=Level.DIVISION)
        return not offices.filter(parent=self.issuer_id).exists()

    def reached(self) -> frozenset[int]:
        """Keys of the recipients that the text reaches here: all, or those under the keeper of another's text."""
        named = frozenset(one.unit_id for one in self.recipients.all())
        return named & with_subordinates([self.keeper_id]) if self.of_another_agency else named

    def snapshot(self) -> dict[str, Any]:
        """The facts that the ledger keeps with each entry, as JSON has them."""
        return {
            "state": str(self.state),
            "number": self.number,
            "issued_on": self.issued_on.isoformat() if self.issued_on else None,
            "issuer_id": self.issuer_id,
            "keeper_id": self.keeper_id,
            "abstract": self.abstract,
        }


class RecipientQuerySet(models.QuerySet["Recipient"]):
    def waiting_for(self, unit_ids: Collection[int], *, above: Collection[int] | None = None) -> Self:
        """Those of the units that have not opened an issued text yet; texts that they may not see do not wait.

        Args:
            above: ``with_superiors`` of the units, where the caller has asked for them already.
        """
        keepers = with_superiors(frozenset(unit_ids)) if above is None else above
        reaches = of_own_line("directive__") | Q(directive__keeper__in=keepers)
        rows = self.filter(unit__in=unit_ids, received_at=None, directive__state=State.ISSUED)
        return rows.exclude(directive__keeper__in=unit_ids).filter(reaches).distinct()


class Recipient(models.Model):
    """A unit that the directive is addressed to (nơi nhận), and when it opened it."""

    privacy: ClassVar = {"received_at": Privacy.OPEN}

    directive = models.ForeignKey(
        Directive, models.CASCADE, related_name="recipients", verbose_name="văn bản"
    )
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị nhận"
    )
    received_at = models.DateTimeField("xem lúc", null=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người xem"
    )

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = "nơi nhận"
        constraints = [
            models.UniqueConstraint(
                "directive",
                "unit",
                name="recipient_once",
                violation_error_message="Đơn vị này đã có trong nơi nhận.",
            ),
            models.CheckConstraint(
                name="recipient_receipt_is_whole",
                condition=all_or_none("received_at", "received_by"),
                violation_error_message="Đã nhận văn bản thì phải có người xem và giờ xem.",
            ),
        ]
        indexes = [models.Index(F("unit"), F("directive"), name="recipient_by_unit")]

    def __str__(self) -> str:
        return f"{self.directive_id} → {self.unit_id}"
