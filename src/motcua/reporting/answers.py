"""What ``motcua report`` answers to a program: the JSON of models, replication and stories."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.directives.models import Directive
from motcua.initiatives.models import Initiative
from motcua.initiatives.queries import orders
from motcua.initiatives.replication_kinds import CellState
from motcua.organisation.models import Unit
from motcua.reporting.forms.models_report import key_of
from motcua.reporting.models import Obligation, Report
from motcua.reporting.periods import ReportingPeriod, periods_from
from motcua.reporting.queries import Counts
from motcua.reporting.sheets import Row
from motcua.reporting.shown import Shown, shown_of
from motcua.reporting.states import Form

#: A directive whose reports have no end is told for this many quarters at most.
MOST_QUARTERS = 12


def models_answer(what: Shown) -> dict[str, Any]:
    """The quarterly report on models of one unit: ``cases`` as reported, ``counted`` and ``entered`` as found."""
    return {
        "unit": what.unit.code,
        "quarter": what.period.key,
        "due": what.due_on.isoformat(),
        "models": [_model(what, row) for row in what.rows],
        "sent_at": _instant(what.sent_at),
        "on_time": what.on_time,
    }


def _model(what: Shown, row: Row) -> dict[str, Any]:
    counted = what.sheet.row(row.id) or row
    return {
        "id": row.id,
        "name": row.name,
        "state": state_of(what, row),
        "cases": row.figures.get("cases", 0),
        "counted": counted.figures.get("counted", 0),
        "entered": counted.figures.get("entered", 0),
    }


def state_of(what: Shown, row: Row) -> str:
    """Where the unit is with a model: without a case and without a report it is silent, whatever it promised."""
    state = row.words.get("state", "")
    if not state:
        return CellState.RUNNING if row.figures.get("units") or row.figures.get("cases") else CellState.SILENT
    if state == CellState.RUNNING and not row.figures.get("cases") and what.sent_at is None:
        return CellState.SILENT
    return state


def replication_answer(
    directive: Directive, *, quarter: ReportingPeriod | None, at: datetime
) -> dict[str, Any]:
    """What came of a directive that spreads models: reports expected, sent, on time; units, models, cases.

    Args:
        quarter: one quarter only; None adds up all quarters in which its units owe a report, up to now.
    """
    told: dict[int, dict[int, Initiative]] = {}
    for order in orders(_recipients(directive), on=timezone.localdate(at), directive_id=directive.pk):
        told.setdefault(order.unit_id, {})[order.replication.initiative_id] = order.replication.initiative
    units = list(Unit.objects.filter(pk__in=told).order_by("code"))
    duties = _duties(directive, list(told))
    quarters = [quarter] if quarter else _quarters(directive, duties, at=at)
    lines = [_unit(unit, told[unit.pk], duties.get(unit.pk, []), quarters, at=at) for unit in units]
    counts = _added([line["_counts"] for line in lines])
    return {
        "directive": directive.number,
        "issued_on": directive.issued_on.isoformat() if directive.issued_on else None,
        "quarters": [one.key for one in quarters],
        **_counted(counts),
        "models": _models(told, lines),
        "units": [{key: value for key, value in line.items() if key != "_counts"} for line in lines],
    }


def _recipients(directive: Directive) -> list[int]:
    return list(directive.recipients.order_by("pk").values_list("unit_id", flat=True))


def _duties(directive: Directive, unit_ids: list[int]) -> dict[int, list[Obligation]]:
    """The duties that the directive gave, or where it names none, those of its units to report on models."""
    rows = Obligation.objects.filter(unit__in=unit_ids, form=Form.MODELS).select_related("unit")
    own = rows.filter(directive=directive)
    found: dict[int, list[Obligation]] = {}
    for duty in own if own.exists() else rows:
        found.setdefault(duty.unit_id, []).append(duty)
    return found


def _quarters(
    directive: Directive, duties: dict[int, list[Obligation]], *, at: datetime
) -> list[ReportingPeriod]:
    now = ReportingPeriod.quarter_of(timezone.localdate(at))
    first = ReportingPeriod.quarter_of(directive.issued_on or timezone.localdate(at))
    every = periods_from(first, now)
    owed = [one for one in every if any(duty.holds_for(one) for many in duties.values() for duty in many)]
    return (owed or every[-1:])[:MOST_QUARTERS]


def _unit(
    unit: Unit,
    models: dict[int, Initiative],
    duties: list[Obligation],
    quarters: list[ReportingPeriod],
    *,
    at: datetime,
) -> dict[str, Any]:
    counts = _added([_punctuality(unit, duties, quarter) for quarter in quarters])
    shown = [shown_of(unit, Form.MODELS, quarter, at=at) for quarter in quarters]
    return {
        "unit": unit.code,
        "name": unit.name,
        **_counted(counts),
        "models": [
            _over_quarters(key_of(model), model.title, shown) for _pk, model in sorted(models.items())
        ],
        "_counts": counts,
    }


def _punctuality(unit: Unit, duties: list[Obligation], quarter: ReportingPeriod) -> Counts:
    if not any(duty.holds_for(quarter) for duty in duties):
        return Counts()
    report = Report.objects.of(Form.MODELS, quarter).filter(unit=unit).first()
    sent = report is not None and report.first_sent_at is not None
    return Counts(expected=1, sent=int(sent), on_time=int(report is not None and report.on_time is True))


def _over_quarters(key: str, title: str, shown: list[Shown]) -> dict[str, Any]:
    """One model at one unit: its last state, its cases of all quarters."""
    figures = {"cases": 0, "counted": 0, "entered": 0}
    state = str(CellState.NONE)
    for what in shown:
        row = next((one for one in what.rows if one.id == key), None)
        if row is None:
            continue
        told = _model(what, row)
        state = told["state"]
        figures = {name: value + told[name] for name, value in figures.items()}
    return {"id": key, "name": title, "state": state, **figures}


def _models(told: dict[int, dict[int, Initiative]], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    models = {pk: model for many in told.values() for pk, model in many.items()}
    found = []
    for _pk, model in sorted(models.items()):
        key = key_of(model)
        at_units = [one for line in lines for one in line["models"] if one["id"] == key]
        found.append(
            {
                "id": key,
                "name": model.title,
                "units": len(at_units),
                "running": sum(one["state"] in (CellState.RUNNING, CellState.NEW) for one in at_units),
                "silent": sum(one["state"] == CellState.SILENT for one in at_units),
                **{name: sum(one[name] for one in at_units) for name in ("cases", "counted", "entered")},
            }
        )
    return found


def _added(counts: list[Counts]) -> Counts:
    return sum(counts, Counts())


def _counted(counts: Counts) -> dict[str, int]:
    return {"expected": counts.expected, "sent": counts.sent, "on_time": counts.on_time}


def _instant(at: datetime | None) -> str | None:
    return timezone.localtime(at).isoformat() if at else None
