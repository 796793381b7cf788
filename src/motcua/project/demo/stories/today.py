"""Thành phố Cần Thơ today: eight communes take over three of the old models, report, and have the next report ahead.

Nothing of this is in the sources. Days are counted from now, so that the demonstration always has live work: last
quarter's reports are in, this quarter's are due on the 25th of its last month, two communes are behind.
"""

from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from motcua.calendars.wall_clock import LOCAL
from motcua.directives import services as directives
from motcua.directives.models import Directive
from motcua.directives.task_states import EvidenceKind
from motcua.dossiers.models import Dossier
from motcua.organisation.roles import Role
from motcua.project.demo.roster import HOME
from motcua.project.demo.stories.cast import CAN_THO, CAN_THO_COMMUNES, DESKS
from motcua.project.demo.stories.days import is_open, working_day, working_days
from motcua.project.demo.stories.models import enter_cases, take_up
from motcua.project.demo.stories.orders import issue, open_it
from motcua.project.demo.stories.reports import Quarter, oblige
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage
from motcua.project.demo.stories.visits import Visit
from motcua.reporting.periods import ReportingPeriod

ELDERLY, MOURNING, LETTERS = MODELS = (
    "tam_phuoc_phuoc_long_tho_elderly_home", "an_thanh_tay_death_home", "suoi_nghe_letters"
)  # fmt: skip
#: Answers nothing; has not published its rounds.
SILENT, BEHIND = CAN_THO_COMMUNES[-1], CAN_THO_COMMUNES[-2]
_OFFICER = Role.HOME_AFFAIRS_OFFICER


class Days:
    """The days of today's story, reckoned from now."""

    def __init__(self, until: datetime) -> None:
        on = until.astimezone(LOCAL).date()
        this = ReportingPeriod.quarter_of(on)
        self.running = this if on <= this.due_on() else this.after
        self.reported = self.running.before
        self.letter_on = working_day(self.reported.first + timedelta(days=13), 1)
        self.began_on = working_day(self.letter_on + timedelta(days=16), 1)
        self.first_due_on = working_day(self.letter_on + timedelta(days=45), 1)
        self.last_due_on = working_day(self.running.due_on() - timedelta(days=10), -1)


def visits(*, until: datetime) -> list[Visit]:
    """What neighbours with a desk settle at home between taking the models up and the day before yesterday.

    None where a larger demonstration has its own work at them.
    """
    days = Days(until)
    working = working_days(
        days.began_on + timedelta(days=3), until.astimezone(LOCAL).date() - timedelta(days=2)
    )
    busy = set(Dossier.objects.filter(unit__code__in=DESKS).values_list("unit__code", flat=True).distinct())
    chance = Random(f"{days.running.key}")  # noqa: S311 - chance, not secrecy
    return [
        Visit(code, procedure, chance.choice(working), youngest=youngest)
        for code in DESKS
        if code not in busy
        for procedure, youngest, most in (("certified_copy", 60, 9), ("death_registration", 18, 5))
        for _visit in range(chance.randint(3, most))
    ]


def spread(stage: Stage, script: Script, *, until: datetime) -> None:
    """Let the city order, the communes answer and report; nothing happens after now."""
    days = Days(until)
    script.at(_on(days.letter_on, 9), partial(_order, stage, script, days))
    for turn, code in enumerate(CAN_THO_COMMUNES):
        if code == SILENT:
            continue
        for place, slug in enumerate(MODELS[: 3 if turn < 5 else 2]):
            at = _on(days.began_on, 8) + timedelta(days=turn % 3, minutes=23 * turn + 6 * place)
            script.at(at, partial(_take_up, stage, slug, code))
        if turn < 5:
            count = 7 if code == HOME else 2 + turn % 3
            moments = _moments(days.began_on + timedelta(days=7), until.astimezone(LOCAL).date(), count, turn)
            enter_cases(
                stage, script, LETTERS, code, moments, "Trao thư số %02d cùng kết quả hộ tịch.", role=_OFFICER
            )
    senders = tuple(code for code in CAN_THO_COMMUNES if code != SILENT)
    Quarter(days.reported, CAN_THO, senders, role=_OFFICER).play(stage, script)


def _order(stage: Stage, script: Script, days: Days, at: datetime) -> None:
    due = {"first": days.first_due_on, "last": days.last_due_on}
    letter = issue(stage, "can_tho_letter", CAN_THO_COMMUNES, at=at, due=due)
    open_it(stage, letter, CAN_THO_COMMUNES[:-1], role=_OFFICER)
    oblige(stage, letter, CAN_THO, CAN_THO_COMMUNES, ends_on=None, at=at + timedelta(hours=6))
    _work(stage, script, letter, days)


def _work(stage: Stage, script: Script, letter: Directive, days: Days) -> None:
    """Most communes publish their rounds in time; all but the silent one are at work with the models."""
    for task in letter.tasks.select_related("lead_unit").order_by("pk"):
        code = task.lead_unit.code
        turn = CAN_THO_COMMUNES.index(code)
        if code in (SILENT, BEHIND) or task.number == "3":
            continue
        if task.number == "1":
            at = _on(working_day(days.began_on, 2 + turn), 10)
            script.at(at, partial(_publish, stage, task.pk, code))
        else:
            at = _on(working_day(days.reported.due_on(), 3 + turn), 14)
            script.at(at, partial(_report, stage, task.pk, code, 40 + 5 * turn))


def _publish(stage: Stage, task_id: int, code: str, at: datetime) -> None:
    by = stage.officer(code, _OFFICER)
    words = "Thông báo lịch phục vụ tại nhà, dán ở trụ sở và nhà văn hóa các ấp"
    directives.add_evidence(task_id=task_id, kind=EvidenceKind.DOCUMENT, text=words, by=by, at=at)
    directives.close_task(task_id=task_id, outcome=words, by=by, at=at)


def _report(stage: Stage, task_id: int, code: str, percent: int, at: datetime) -> None:
    words = "Đã đi hết các ấp một lượt, đang lập danh sách người cần phục vụ thường xuyên."
    directives.report_progress(
        task_id=task_id, text=words, percent=percent, by=stage.officer(code, _OFFICER), at=at
    )


def _take_up(stage: Stage, slug: str, code: str, at: datetime) -> None:
    take_up(stage, slug, code, at, from_on=at.date(), target=20 if code == HOME else 10, role=_OFFICER)


def _moments(first: date, last: date, count: int, turn: int) -> list[datetime]:
    """Instants in office hours, spread over the working days between two days."""
    days = [first + timedelta(days=n) for n in range((last - first).days)]
    working = [day for day in days if is_open(day)]
    return [
        _on(working[place * len(working) // count], 9) + timedelta(minutes=13 * turn)
        for place in range(count)
    ]


def _on(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LOCAL)
