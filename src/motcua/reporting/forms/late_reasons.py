"""Causes of overdue dossiers (biểu nguyên nhân quá hạn): by procedure, with what was written down."""

from collections import Counter, defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Outcome
from motcua.kernel.models import LedgerEntry
from motcua.reporting.forms.kind import FormKind
from motcua.reporting.forms.scope import Scope
from motcua.reporting.sheets import Column, Row, Sheet
from motcua.statistics.figures import finished_in, overdue_at
from motcua.statistics.periods import Period
from motcua.statistics.queries.late import REASONS

COLUMNS = [
    Column(id="count", name="Số hồ sơ quá hạn", sum_of=("settled", "pending"), fixed=True),
    Column(id="settled", name="Đã giải quyết quá hạn"),
    Column(id="pending", name="Đang giải quyết quá hạn"),
    Column(id="cause", name="Nguyên nhân đã ghi", is_text=True),
]
MOST_CAUSES = 3


def fill(scope: Scope) -> Sheet:
    """Count dossiers settled late in the period, and those pending past their promise at its end."""
    period = Period(scope.first, scope.last)
    settled = _late(scope, finished_in(period, Outcome.LATE))
    pending = _late(scope, overdue_at(period.cut(scope.at)))
    names: dict[str, str] = {}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    codes: dict[str, list[str]] = defaultdict(list)
    for kind, dossiers in (("settled", settled), ("pending", pending)):
        for dossier in dossiers:
            slug = dossier.procedure.slug
            names[slug] = dossier.version.name
            counts[slug][kind] += 1
            codes[slug].append(dossier.code)
    causes = _causes([code for many in codes.values() for code in many])
    rows = [
        Row(
            id=slug,
            name=names[slug],
            figures={"count": found.total(), "settled": found["settled"], "pending": found["pending"]},
            words={"cause": _told(causes, codes[slug])},
            records=sorted(codes[slug]),
        )
        for slug, found in counts.items()
    ]
    return Sheet(columns=COLUMNS, rows=sorted(rows, key=lambda row: (-row.figures["count"], row.name)))


def _late(scope: Scope, condition: Q) -> list[Dossier]:
    found = Dossier.objects.filter(condition, unit__in=scope.unit_ids)
    return list(found.select_related("procedure", "version").order_by("code"))


def _causes(codes: list[str]) -> dict[str, str]:
    """The newest reason written to each dossier."""
    streams = [f"dossier:{code}" for code in codes]
    entries = LedgerEntry.objects.filter(stream__in=streams, verb__in=REASONS).order_by("stream", "sequence")
    found = {}
    for entry in entries:
        details = entry.payload.get("details", {})
        text = str(details.get("reason") or details.get("text") or details.get("note") or "")
        if text:
            found[entry.stream.removeprefix("dossier:")] = text
    return found


def _told(causes: dict[str, str], codes: list[str]) -> str:
    told = Counter(causes[code] for code in codes if code in causes)
    if not told:
        return _("Chưa ghi nguyên nhân")
    return "; ".join(text for text, _count in told.most_common(MOST_CAUSES))


KIND = FormKind(
    columns=COLUMNS,
    fill=fill,
    about=gettext_lazy("Nguyên nhân hồ sơ quá hạn %(period)s"),
    row_title=gettext_lazy("Thủ tục"),
    nothing=gettext_lazy("Trong kỳ không có hồ sơ nào quá hạn."),
)
