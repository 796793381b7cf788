from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.access import require_keeper
from motcua.calendars.assembly import YearPlan
from motcua.calendars.hours import NoteKind
from motcua.calendars.models import CalendarYear, DayOff, WorkedDay
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class CannotPublish(Refusal):
    """The plan of a year contradicts itself."""


@transaction.atomic
def publish_year(*, plan: YearPlan, source: str, by: Officer, at: datetime) -> CalendarYear:
    """Publish the calendar of a year (công bố lịch nghỉ), or replace what was known of it before.

    Promised due instants stay as they are; only later counts see the new calendar.

    Args:
        plan: days off and worked days of one year; provisional while no authority has announced it.
        source: the announcement, for example "Thông báo số … của Bộ Nội vụ".
    Raises:
        NotAllowed: the officer is no administrator.
        CannotPublish: a day lies in another year, is off and worked at once, or has no name.
    """
    require_keeper(by, unit_id=None)
    check(plan)
    [year] = store((plan, source))
    ledger.append(
        f"calendar:{plan.year}",
        verb="publish_year",
        payload={
            "status": year.status,
            "source": source,
            "days_off": {day.isoformat(): [note.kind, note.name_vi] for day, note in plan.days_off.items()},
            "worked_days": {
                day.isoformat(): off.isoformat() if off else "" for day, off in plan.worked_days.items()
            },
        },
        at=at,
        by_id=by.account_id,
    )
    return year


def check(plan: YearPlan) -> None:
    """Refuse a plan that contradicts itself."""
    for day in [*plan.days_off, *plan.worked_days]:
        if day.year != plan.year:
            raise CannotPublish(
                _("Ngày %(day)s không thuộc năm %(year)d.") % {"day": _written(day), "year": plan.year},
                field="days_off",
            )
    for day in sorted(plan.days_off.keys() & plan.worked_days.keys()):
        raise CannotPublish(
            _("Ngày %(day)s không thể vừa nghỉ vừa làm bù.") % {"day": _written(day)}, field="worked_days"
        )
    for day, note in plan.days_off.items():
        if not note.name_vi.strip() or note.kind not in DayOff.Kind.values:
            raise CannotPublish(
                _("Ngày nghỉ %(day)s phải có tên và loại: nghỉ lễ, nghỉ bù hoặc nghỉ hoán đổi.")
                % {"day": _written(day)},
                field="days_off",
            )


def store(*plans: tuple[YearPlan, str]) -> list[CalendarYear]:
    """Write years, each with its source, in place of what was stored for them."""
    rows = [CalendarYear(year=plan.year, status=_status(plan), source=source) for plan, source in plans]
    years = CalendarYear.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["year"], update_fields=["status", "source"]
    )
    DayOff.objects.filter(year__in=years).delete()
    WorkedDay.objects.filter(year__in=years).delete()
    DayOff.objects.bulk_create(
        DayOff(year=year, day=day, kind=NoteKind(note.kind), name_vi=note.name_vi)
        for year, (plan, _source) in zip(years, plans, strict=True)
        for day, note in sorted(plan.days_off.items())
    )
    WorkedDay.objects.bulk_create(
        WorkedDay(year=year, day=day, instead_of=instead)
        for year, (plan, _source) in zip(years, plans, strict=True)
        for day, instead in sorted(plan.worked_days.items())
    )
    return years


def _status(plan: YearPlan) -> CalendarYear.Status:
    return CalendarYear.Status.PROVISIONAL if plan.provisional else CalendarYear.Status.PUBLISHED


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
