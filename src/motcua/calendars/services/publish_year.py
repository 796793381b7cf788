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
    year = store(plan, source=source)
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


def store(plan: YearPlan, *, source: str) -> CalendarYear:
    """Write a year in place of what was stored for it."""
    status = CalendarYear.Status.PROVISIONAL if plan.provisional else CalendarYear.Status.PUBLISHED
    year, _created = CalendarYear.objects.update_or_create(
        year=plan.year, defaults={"status": status, "source": source}
    )
    year.days_off.all().delete()
    year.worked_days.all().delete()
    DayOff.objects.bulk_create(
        DayOff(year=year, day=day, kind=NoteKind(note.kind), name_vi=note.name_vi)
        for day, note in sorted(plan.days_off.items())
    )
    WorkedDay.objects.bulk_create(
        WorkedDay(year=year, day=day, instead_of=instead) for day, instead in sorted(plan.worked_days.items())
    )
    return year


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
