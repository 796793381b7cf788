"""The register of initiatives of a year (sổ đăng ký sáng kiến), as a report that is sent."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from motcua.initiatives.models import Initiative
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.initiatives.states import State
from motcua.kernel.vietnamese import day
from motcua.reporting.forms.kind import FormKind
from motcua.reporting.forms.models_report import key_of
from motcua.reporting.forms.scope import Scope
from motcua.reporting.sheets import Column, Row, Sheet

COLUMNS = [
    Column(id="code", name="Mã", is_text=True),
    Column(id="authors", name="Tác giả", is_text=True),
    Column(id="unit", name="Đơn vị", is_text=True),
    Column(id="registered_on", name="Ngày đăng ký", is_text=True),
    Column(id="score", name="Điểm", is_text=True),
    Column(id="level", name="Cấp công nhận", is_text=True),
    Column(id="decision", name="Quyết định số, ngày", is_text=True),
    Column(id="status", name="Trạng thái", is_text=True),
    Column(id="replicated_units", name="Đơn vị nhân rộng", fixed=True, by_row=True),
]


def fill(scope: Scope) -> Sheet:
    """List what the unit registered in the year; drafts are nobody else's yet."""
    adopted = Count("adoptions", filter=Q(adoptions__state=AdoptionState.ADOPTED), distinct=True)
    rows = (
        Initiative.objects.filter(unit__in=scope.unit_ids, year=scope.period.year)
        .exclude(state=State.DRAFT)
        .select_related("unit", "review", "recognition")
        .prefetch_related("authors")
        .annotate(adopted=adopted)
        .order_by("code")
    )
    return Sheet(columns=COLUMNS, rows=[_row(one) for one in rows])


def _row(one: Initiative) -> Row:
    review, recognition = getattr(one, "review", None), getattr(one, "recognition", None)
    tenths = review.average_tenths if review else None
    return Row(
        id=key_of(one),
        name=one.title,
        figures={"replicated_units": one.adopted},  # type: ignore[attr-defined]
        words={
            "code": one.code,
            "authors": ", ".join(f"{author.name} ({author.share_percent}%)" for author in one.authors.all()),
            "unit": one.unit.name if one.unit else one.unit_text,
            "registered_on": day(timezone.localdate(one.submitted_at)) if one.submitted_at else "",
            "score": f"{tenths // 10},{tenths % 10}" if tenths is not None else "",
            "level": str(recognition.get_level_display()) if recognition else "",
            "decision": f"{recognition.number}, {day(recognition.decided_on)}" if recognition else "",
            "status": str(State(one.state).label),
        },
    )


KIND = FormKind(
    columns=COLUMNS,
    fill=fill,
    about=gettext_lazy("Đăng ký sáng kiến, mô hình cải cách hành chính %(period)s"),
    row_title=gettext_lazy("Tên sáng kiến, mô hình"),
    nothing=gettext_lazy("Trong năm đơn vị chưa đăng ký sáng kiến nào."),
)
