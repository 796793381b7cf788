"""Quarterly report on models (báo cáo kết quả thực hiện mô hình, sáng kiến quý)."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.initiatives.models import Adoption, Initiative, ModelCase
from motcua.initiatives.queries import OpenModel, count_cases, count_models, models_of
from motcua.initiatives.replication_kinds import AdoptionState, CellState
from motcua.kernel.vietnamese import day
from motcua.reporting.forms.kind import FormKind
from motcua.reporting.forms.scope import Scope
from motcua.reporting.models import Report, ReportVersion
from motcua.reporting.periods import ONE_DAY
from motcua.reporting.sheets import Column, Row, Sheet
from motcua.reporting.states import Form

COLUMNS = [
    Column(id="state", name="Trạng thái", is_text=True),
    Column(id="deployed", name="Triển khai", is_text=True),
    Column(id="counted", name="Máy đếm từ hồ sơ", fixed=True),
    Column(id="entered", name="Đơn vị ghi", fixed=True),
    Column(id="cases", name="Lượt phục vụ trong kỳ", sum_of=("counted", "entered")),
    Column(id="before", name="Lũy kế kỳ trước", fixed=True),
    Column(id="cumulative", name="Lũy kế năm", sum_of=("before", "cases"), fixed=True),
    Column(id="groups", name="Theo nhóm đối tượng", is_text=True),
    Column(id="units", name="Đơn vị đang làm", fixed=True, by_row=True),
]
_BUSY = frozenset({CellState.RUNNING, CellState.NEW})


def fill(scope: Scope) -> Sheet:
    """Count every model that the unit was told of, has answered, or has served."""
    carried = cumulative_before(scope)
    models = models_in(scope)
    shared = _shared(scope, [model.initiative for model in models])
    told = _("Số liệu từ ngày %(first)s đến hết ngày %(last)s. “Máy đếm” là hồ sơ trong phần mềm; “Đơn vị ghi” là "
             "lượt phục vụ đơn vị ghi từng lượt, có ngày và ghi chú.")  # fmt: skip
    return Sheet(
        columns=COLUMNS,
        rows=[_row(scope, model, carried) for model in models],
        notes=[told % {"first": day(scope.first), "last": day(scope.last)}, *footnotes(shared)],
        shared=shared,
    )


def footnotes(shared: Mapping[str, int]) -> list[str]:
    """Why a total is less than its rows together, where it is."""
    if not any(shared.values()):
        return []
    return [
        _("Một hồ sơ thuộc nhiều mô hình thì mỗi mô hình đều tính, dòng tổng chỉ tính một lần: lượt phục vụ trong kỳ ở "
          "dòng tổng ít hơn cộng các dòng %(cases)d lượt, lũy kế năm ít hơn %(cumulative)d lượt.")
        % {"cases": shared.get("cases", 0), "cumulative": shared.get("cumulative", 0)}
    ]  # fmt: skip


def _shared(scope: Scope, models: list[Initiative]) -> dict[str, int]:
    """How many cases more than one model counts, in the period and before it in the year."""
    now = _twice(scope, models, scope.first, scope.last)
    before = _shared_before(scope, models)
    found = {"counted": now, "cases": now, "before": before, "cumulative": before + now}
    return {column: count for column, count in found.items() if count}


def _shared_before(scope: Scope, models: list[Initiative]) -> int:
    """As the last report of the year has it, else as the records do: see ``cumulative_before``."""
    if scope.period == scope.period.first_of_year or scope.year_first >= scope.first:
        return 0
    version = _last_version(scope)
    if version is None:
        return _twice(scope, models, scope.year_first, scope.first - ONE_DAY)
    return version.sheet.shared.get("cumulative", 0)


def _twice(scope: Scope, models: list[Initiative], first: date, last: date) -> int:
    total = count_models(models, scope.unit_ids, first, last).total
    return total.plain_sum - total.total


def models_in(scope: Scope) -> list[OpenModel]:
    """Models in force by the end of the period, each once: ordered, begun or served by then.

    A model that was only ordered or taken up afterwards, or is to begin later, is of a later period; what earlier
    reports of the year counted of a model stays in its cumulative figure.
    """
    kept = _begun(scope)
    told = [_as_begun(model, kept) for model in models_of(list(scope.unit_ids), on=scope.last)]
    spoken = _served(scope) | {key for key, count in (cumulative_before(scope) or {}).items() if count}
    return [
        model
        for model in told
        if model.order or model.initiative.pk in kept or key_of(model.initiative) in spoken
    ]


def _begun(scope: Scope) -> dict[int, Adoption]:
    """Who does a model on the last day, by model: of several units the one that answered last."""
    rows = Adoption.objects.filter(unit__in=scope.unit_ids, from_on__lte=scope.last)
    found = rows.select_related("initiative", "unit").order_by("answered_at", "pk")
    return {row.initiative_id: row for row in found}


def _as_begun(model: OpenModel, begun: Mapping[int, Adoption]) -> OpenModel:
    """The answer of a unit that does the model stands before that of one that is to begin later."""
    other = begun.get(model.initiative.pk)
    if other is None or model.adoption is None or model.adoption.from_on is None:
        return model
    return msgspec.structs.replace(model, adoption=other)


def _served(scope: Scope) -> set[str]:
    """Models of which cases of the year were entered by the end of the period."""
    rows = ModelCase.objects.valid().filter(
        unit__in=scope.unit_ids,
        happened_on__gte=min(scope.year_first, scope.first),
        happened_on__lte=scope.last,
    )
    return {slug or code for slug, code in rows.values_list("initiative__slug", "initiative__code")}


def key_of(initiative: Initiative) -> str:
    """How rows and commands name a model: its slug, or its code when it was registered here."""
    return initiative.slug or initiative.code


def _row(scope: Scope, model: OpenModel, carried: dict[str, int] | None) -> Row:
    initiative = model.initiative
    found = count_cases(initiative, scope.unit_ids, scope.first, scope.last)
    total = found.counted + found.entered
    before = carried.get(key_of(initiative), 0) if carried is not None else _counted_before(scope, initiative)
    state = _state(model, scope, total)
    return Row(
        id=key_of(initiative),
        name=initiative.title,
        figures={
            "counted": found.counted, "entered": found.entered, "cases": total, "before": before,
            "cumulative": before + total, "units": int(state in _BUSY and not _is_to_come(model, scope, total)),
        },
        words={"state": str(state), "deployed": _deployed(model), "groups": _groups(scope, initiative)},
        records=list(found.records),
    )  # fmt: skip


def _state(model: OpenModel, scope: Scope, cases: int) -> CellState:
    """What the unit does with the model: an answer, or cases that speak for it, else silence."""
    answer = model.adoption
    if cases:
        return CellState.RUNNING
    if answer is None:
        return CellState.SILENT
    if answer.state == AdoptionState.DECLINED or answer.from_on is None:
        return CellState.DECLINED
    return CellState.NEW if answer.from_on >= scope.first else CellState.RUNNING


def _is_to_come(model: OpenModel, scope: Scope, cases: int) -> bool:
    """Taken up, but from a day after the period; cases speak for a model that is done already."""
    answer = model.adoption
    begins = answer.from_on if answer is not None else None
    return not cases and begins is not None and begins > scope.last


def _deployed(model: OpenModel) -> str:
    answer = model.adoption
    if answer is None:
        return _("Chưa trả lời")
    if answer.state == AdoptionState.DECLINED or answer.from_on is None:
        return _("Chưa làm: %(reason)s") % {"reason": answer.reason}
    return _("Từ ngày %(day)s") % {"day": day(answer.from_on)}


def _groups(scope: Scope, initiative: Initiative) -> str:
    """Which groups of people the entered cases served: ``hộ nghèo 3, người cao tuổi 2``; blank if nobody said."""
    groups: Counter[str] = Counter()
    rows = ModelCase.objects.valid().filter(
        initiative=initiative,
        unit__in=scope.unit_ids,
        happened_on__gte=scope.first,
        happened_on__lte=scope.last,
    )
    for group, quantity in rows.exclude(target_group="").values_list("target_group", "quantity"):
        groups[group] += quantity
    return ", ".join(f"{group} {quantity}" for group, quantity in groups.most_common())


def cumulative_before(scope: Scope) -> dict[str, int] | None:
    """What the last report of the same year said by model; None where there is none, then records are counted."""
    if scope.period == scope.period.first_of_year:
        return {}
    version = _last_version(scope)
    if version is None:
        return None
    return {row.id: row.figures.get("cumulative", 0) for row in version.reported_rows}


def _last_version(scope: Scope) -> ReportVersion | None:
    report = Report.objects.of(Form.MODELS, scope.period.before).filter(unit=scope.unit).first()
    return report.standing if report else None


def _counted_before(scope: Scope, initiative: Initiative) -> int:
    if scope.year_first >= scope.first:
        return 0
    found = count_cases(initiative, scope.unit_ids, scope.year_first, scope.first - ONE_DAY)
    return found.counted + found.entered


KIND = FormKind(
    columns=COLUMNS,
    fill=fill,
    about=gettext_lazy("Kết quả thực hiện mô hình, sáng kiến cải cách hành chính %(period)s"),
    row_title=gettext_lazy("Mô hình, sáng kiến"),
    nothing=gettext_lazy("Chưa có mô hình nào được giao, nhận làm hay có lượt phục vụ."),
    carried=("before", "cumulative"),
    recounted=("counted", "entered"),
)
