"""What an order of a report would mean, said before it is given; and the duties that stand, gathered as given."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.kernel.vietnamese import day, weekday
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import stands_for
from motcua.reporting import queries
from motcua.reporting.models import Obligation
from motcua.reporting.order import by_unit
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.reminder_days import reminder_days
from motcua.reporting.states import COLLECTORS, Form
from motcua.surfaces.board.reports.duty_form import DutyForm, form_words


@dataclass(frozen=True)
class DutyPreview:
    """The first report that an order would make due, and for whom; ``form`` was checked."""

    form: DutyForm
    first: ReportingPeriod
    today: date

    @property
    def due_on(self) -> date:
        return self.first.due_on()

    @property
    def due_words(self) -> str:
        return f"{weekday(self.due_on)} {day(self.due_on)}"

    @property
    def is_past(self) -> bool:
        """Whoever is asked now would be late from the start."""
        return self.due_on < self.today

    @property
    def late_words(self) -> str:
        """``Hạn 25/09/2026 đã qua: 3 đơn vị sẽ trễ ngay khi giao.``"""
        words = {"day": day(self.due_on), "count": len(self.asked)}
        if not self.asked:
            return _("Hạn %(day)s đã qua: giao bây giờ thì đơn vị trễ ngay khi giao.") % words
        return _("Hạn %(day)s đã qua: %(count)d đơn vị sẽ trễ ngay khi giao.") % words

    @property
    def is_confirmed(self) -> bool:
        """Whoever orders a report that is late from the start has said that this is meant."""
        return bool(self.form["late_ok"].value() == self.first.key)

    @property
    def overruled_words(self) -> str:
        """Why a tick for all does not count, where it stands beside single ticks."""
        names = "; ".join(f"“{group.all_words}”" for group in self.form.overruled)
        if not names:
            return ""
        return _(
            "Đã chọn từng đơn vị nên không tính %(all)s. Muốn giao cho tất cả thì bỏ chọn từng đơn vị."
        ) % {"all": names}

    @property
    def data_from(self) -> date:
        return self.first.data_from()

    @property
    def data_to(self) -> date:
        return self.first.data_to()

    @cached_property
    def reminders(self) -> list[str]:
        """The days on which the program reminds by itself."""
        return [day(self.due_on - timedelta(days=before)) for before in reminder_days(self.due_on)]

    @cached_property
    def owing(self) -> dict[int, Obligation]:
        """Units among those chosen that owe the same form in this time already."""
        return queries.owing(
            self.form.unit_ids,
            str(self.form["report_form"].value() or ""),
            starts_on=self.first.first,
            ends_on=self.form.last.last if self.form.last else None,
        )

    @property
    def asked(self) -> list[Unit]:
        """Who would owe it from now on."""
        return [unit for unit in self.form.units_wanted if unit.pk not in self.owing]

    @property
    def kept(self) -> list[str]:
        """``xã An Hiệp (từ Quý I năm 2026)``."""
        return [owed_words(duty) for duty in self.owing.values()]


def owed_words(duty: Obligation) -> str:
    words = {"unit": duty.unit.name_in_sentence, "since": since_words(duty)}
    return _("%(unit)s (từ %(since)s)") % words


def since_words(duty: Obligation) -> str:
    """The first period that is owed: ``quý III năm 2021``."""
    first = ReportingPeriod.containing(duty.starts_on, yearly=duty.is_yearly)
    name = (first if first.due_on(duty.due_day) >= duty.starts_on else first.after).name
    return f"{name[0].lower()}{name[1:]}"


@dataclass(frozen=True)
class DutyGroup:
    """Duties given alike: one form, one place, one text, the same days."""

    duties: list[Obligation]
    today: date
    may_end: bool

    @property
    def first(self) -> Obligation:
        return self.duties[0]

    @property
    def key(self) -> str:
        return str(self.first.pk)

    @property
    def title(self) -> str:
        return form_words(Form(self.first.form))

    @property
    def since(self) -> str:
        return since_words(self.first)

    @property
    def directive(self) -> Directive | None:
        return self.first.directive

    @property
    def is_over(self) -> bool:
        return self.first.ends_on is not None and self.first.ends_on < self.today

    @property
    def until(self) -> str:
        """The last period that is owed, blank while no end is set."""
        if self.first.ends_on is None:
            return ""
        last = ReportingPeriod.containing(self.first.ends_on, yearly=self.first.is_yearly)
        name = (last if last.due_on(self.first.due_day) <= self.first.ends_on else last.before).name
        return f"{name[0].lower()}{name[1:]}"

    @property
    def periods(self) -> list[ReportingPeriod]:
        """After which an end can be set: the one before the present, the present, the next."""
        now = ReportingPeriod.containing(self.today, yearly=self.first.is_yearly)
        return [now.before, now, now.after]

    @property
    def open_duties(self) -> list[Obligation]:
        """Those that can still be ended."""
        return [] if self.is_over or not self.may_end else self.duties


def duty_groups(officer: Officer, *, on: date) -> list[DutyGroup]:
    """All duties in sight, gathered as they were given: those that stand, then those that are over."""
    mine = stands_for(officer) if officer.has(*COLLECTORS) else frozenset()
    rows = sorted(queries.duties_in_sight(officer), key=_alike)
    found = [
        DutyGroup(members, on, members[0].collector_id in mine)
        for _key, group in groupby(rows, key=_alike)
        if (members := by_unit(group))
    ]
    return sorted(found, key=lambda group: group.is_over)


def _alike(duty: Obligation) -> tuple[object, ...]:
    order = list(Form).index(Form(duty.form))
    end = duty.ends_on or date.max
    return order, -duty.starts_on.toordinal(), duty.collector_id, duty.directive_id or 0, end
