"""From where the matrix is looked at: at which unit, in which quarter, by which directive."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Max
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.initiatives import queries
from motcua.initiatives.models import ModelCase, Replication
from motcua.initiatives.queries import Matrix
from motcua.initiatives.states import KEEPERS
from motcua.kernel.quarters import Quarter
from motcua.organisation import queries as organisation
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees, with_predecessors, with_subordinates
from motcua.reporting.models import Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries import reported_pairs
from motcua.reporting.states import Form


@dataclass(frozen=True)
class Scope:
    """What the address asks for; ``unit`` is the one whose communes are shown.

    ``empty``: the present quarter, where the address named none and it has nothing to show; an earlier one is shown.
    """

    officer: Officer
    unit: Unit
    quarter: Quarter
    directive: Directive | None
    today: date
    empty: Quarter | None = None

    @property
    def after(self) -> Quarter | None:
        """The next quarter, if its first day has come."""
        return self.quarter.after if self.quarter.after.counts_from <= self.today else None

    @cached_property
    def unit_ids(self) -> list[int]:
        return queries.matrix_units(self.unit, self.quarter)

    @cached_property
    def reported(self) -> set[tuple[int, int]]:
        """Of which models the units have sent a report of the quarter."""
        return reported_pairs(self.unit_ids, ReportingPeriod(self.quarter.year, self.quarter.number))

    @cached_property
    def matrix(self) -> Matrix:
        return queries.matrix(self.directive, self.unit_ids, self.quarter, reported=self.reported)

    @property
    def place(self) -> str:
        """From where the officer looks: ``Phòng Nội vụ huyện Châu Thành``, or the unit that is looked at."""
        rooms = Unit.objects.filter(pk__in=self.officer.division_ids).order_by("pk")
        if self.unit.pk != self.officer.unit_id or not rooms:
            return self.unit.name
        return f"{rooms[0].name} {self.unit.name_in_sentence}"

    @property
    def may_remind(self) -> bool:
        """Somebody watches over others here, and they are still there to be reminded."""
        alive = self.unit.valid_to is None or self.unit.valid_to >= self.today
        others = set(self.unit_ids) - {self.officer.unit_id}
        return alive and bool(others) and self.officer.has(*KEEPERS)

    def address(self, name: str, *args: object, **changes: object) -> str:
        """The address of a page in this scope, with some of it changed."""
        asked = {
            "don-vi": self.unit.code,
            "ky": str(self.quarter),
            "van-ban": self.directive.pk if self.directive else "",
            **{key.replace("_", "-"): value for key, value in changes.items()},
        }
        words = urlencode({key: value for key, value in asked.items() if value not in ("", None)})
        return f"{reverse(f'board:{name}', args=args)}?{words}"


def scope_of(request: HttpRequest, officer: Officer) -> Scope:
    """Read ``don-vi`` (a code), ``ky`` (2021Q3) and ``van-ban`` (a key) from the address or the form.

    Raises:
        NotAllowed: the unit is not the officer's own, not one it took over and not below these.
        Refusal: there is no such unit, quarter or directive.
    """
    asked = request.POST if request.method == "POST" else request.GET
    today = timezone.localdate()
    directive = _directive(asked, officer)
    unit = _unit(asked, officer, directive)
    named = asked.get("ky", "")
    quarter = Quarter.parse(named) if named else _begin(unit, today)
    scope = Scope(officer, unit, quarter, directive, today)
    if named or scope.matrix.columns:
        return scope
    earlier = _last_told(unit)
    if earlier is None or earlier >= quarter:
        return scope
    return replace(scope, quarter=earlier, empty=quarter)


def visible_unit(officer: Officer, unit: Unit) -> Unit:
    """
    Raises:
        NotAllowed: the officer does not look into this unit.
    """
    if unit.pk not in sees(officer):
        if unit.pk == officer.unit_id:
            raise NotAllowed(
                _("Trang này dành cho công chức của đơn vị. Nếu công việc cần, nhờ giao thêm vị trí.")
            )
        raise NotAllowed(
            _("%(unit)s không thuộc đơn vị của bạn. Chỉ xem được đơn vị mình và cấp dưới.")
            % {"unit": unit.name}
        )
    return unit


def _unit(asked: QueryDict, officer: Officer, directive: Directive | None) -> Unit:
    """The unit named; else the one that watches over the directive, if the officer looks into it; else the own."""
    code = asked.get("don-vi", "")
    if code:
        return visible_unit(officer, organisation.unit(code))
    if directive is not None and directive.keeper_id in sees(officer):
        return directive.keeper
    return visible_unit(officer, Unit.objects.get(pk=officer.unit_id))


def _begin(unit: Unit, today: date) -> Quarter:
    """Today's quarter; for a unit that has ended, the last one that was reported or served."""
    if unit.valid_to is not None and unit.valid_to < today:
        below = with_subordinates([unit.pk])
        sent = Report.objects.filter(unit__in=below, form=Form.MODELS, first_sent_at__isnull=False)
        period = sent.order_by("-period").values_list("period", flat=True).first()
        if period:
            return Quarter.parse(period)
    return queries.last_quarter(unit, on=today)


def _last_told(unit: Unit) -> Quarter | None:
    """The last quarter with a report, a case or an order at the unit or below it, whatever became of them since."""
    below = with_subordinates(with_predecessors([unit.pk]))
    sent = Report.objects.filter(unit__in=below, form=Form.MODELS, first_sent_at__isnull=False)
    period = sent.order_by("-period").values_list("period", flat=True).first()
    served = ModelCase.objects.valid().filter(unit__in=below).aggregate(last=Max("happened_on"))["last"]
    ordered = Replication.objects.filter(directive__issuer__in=below)
    issued = ordered.aggregate(last=Max("directive__issued_on"))["last"]
    found = [Quarter.parse(period)] if period else []
    return max([*found, *(Quarter.counted_on(on) for on in (served, issued) if on)], default=None)


def _directive(asked: QueryDict, officer: Officer) -> Directive | None:
    key = asked.get("van-ban", "")
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    seen = Directive.objects.in_sight_of(sees(officer)).issued()
    return seen.select_related("keeper").filter(pk=int(key)).first()
