"""What became of Châu Thành's tasks of 2021, and the dossiers that its communes settled at home or on rounds."""

from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from motcua.directives import services
from motcua.directives.models import Directive, Task
from motcua.directives.task_states import EvidenceKind
from motcua.dossiers.states import Channel
from motcua.organisation.roles import Role
from motcua.project.demo.stories import archives
from motcua.project.demo.stories.cast import AN_PHU_THUAN, CAI_TAU_HA, CHAU_THANH, CHAU_THANH_COMMUNES
from motcua.project.demo.stories.chau_thanh import BEGAN, RELUCTANT, RELUCTANT_UNTIL, SILENT, SILENT_UNTIL
from motcua.project.demo.stories.days import working_days
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage, moment
from motcua.project.demo.stories.visits import Visit

LATE_WITH_ARCHIVES = "H-hoa-tan"
#: First and last day for visits in each quarter, and how many a commune makes at least and at most for one model;
#: from July to September nobody went from house to house.
_SEASONS = (
    (date(2021, 3, 1), date(2021, 3, 19), 0, 1), (date(2021, 4, 1), date(2021, 6, 18), 1, 2),
    (date(2021, 6, 28), date(2021, 9, 17), 0, 1), (date(2021, 10, 4), date(2021, 12, 17), 1, 3),
)  # fmt: skip
#: What one visit for each model is: procedures, how it comes in.
_KINDS = (
    (("certified_copy",), Channel.HOME), (("death_registration", "funeral_support_social"), Channel.HOME),
    (("birth_mobile",), Channel.MOBILE),
)  # fmt: skip


def visits() -> list[Visit]:
    """Dossiers that count as cases of the three models, at every commune in most quarters."""
    found = []
    for code in CHAU_THANH_COMMUNES:
        chance = Random(code)  # noqa: S311 - chance, not secrecy
        more = 2 if code in (CAI_TAU_HA, AN_PHU_THUAN) else 0  # where the models were born
        for first, last, least, most in _SEASONS:
            days = working_days(first, last)
            for procedures, channel in _KINDS:
                count = chance.randint(least, most) + more
                if not _works_with(code, procedures, last):
                    continue
                found += [
                    Visit(code, chance.choice(procedures), chance.choice(days), channel=channel)
                    for _visit in range(count)
                ]
    return found


def _works_with(code: str, procedures: tuple[str, ...], on: date) -> bool:
    """Whether a commune does what a model needs yet: two answered the letter late."""
    late = {SILENT: SILENT_UNTIL, RELUCTANT: RELUCTANT_UNTIL if procedures == ("birth_mobile",) else BEGAN}
    return on > late.get(code, BEGAN)


def work_on_conclusions(stage: Stage, script: Script, notice: Directive) -> None:
    """The four conclusions: begun, reported on, proven and closed; one commune is late with its archives."""
    remind = partial(lambda at: services.remind_due(at=at))
    for reminded_at in (moment(2021, 9, 23, 7), moment(2021, 9, 27, 7), moment(2021, 9, 29, 7)):
        script.at(reminded_at, remind)
    for task in notice.tasks.select_related("lead_unit").order_by("pk"):
        code = task.lead_unit.code
        if task.number == "1":
            _work(stage, script, task, CHAU_THANH, Role.HOME_AFFAIRS_OFFICER, _PLANS)
        elif task.number in "23":
            turn = CHAU_THANH_COMMUNES.index(code)
            _work(
                stage,
                script,
                task,
                code,
                Role.PAR_OFFICER,
                _mended(turn) if task.number == "2" else _punctual(turn),
            )
        else:
            lines = _archives(code)
            measured, half, done = (at for at, _percent, _words in lines)
            archives.clear(stage, script, code, measured=measured, half=half, done=done)
            _work(stage, script, task, code, Role.PAR_OFFICER, lines)
    script.at(moment(2021, 10, 4, 9), partial(_ask_about_archives, stage, notice))


Line = tuple[datetime, int, str]
"""When, how many per cent, what was said; the last one is proof and end."""

_PLANS: tuple[Line, ...] = (
    (moment(2021, 3, 15, 9), 40, "Đã ban hành 5 kế hoạch, giao các phòng và các xã, thị trấn thực hiện."),
    (moment(2021, 7, 5, 14), 60, "Sơ kết sáu tháng: 3 kế hoạch đạt tiến độ, 2 kế hoạch chậm do dịch bệnh."),
    (moment(2021, 12, 20, 10), 100, "Báo cáo 5 kế hoạch đã hoàn thành trong năm 2021"),
)


def _mended(turn: int) -> tuple[Line, ...]:
    at = moment(2021, 3, 8, 8) + timedelta(minutes=43 * turn)
    return (
        (at, 50, "Đã họp kiểm điểm những hạn chế năm 2020, phân công người khắc phục."),
        (at + timedelta(days=77), 100, "Biên bản họp khắc phục hạn chế, thiếu sót trong cải cách hành chính"),
    )


def _punctual(turn: int) -> tuple[Line, ...]:
    at = moment(2021, 6, 21, 8) + timedelta(minutes=31 * turn)
    return (
        (at, 50, "Niêm yết thủ tục, mức thu; kiểm tra hồ sơ sắp đến hạn mỗi ngày."),
        (
            moment(2021, 12, 22, 8) + timedelta(minutes=29 * turn),
            100,
            "Số liệu hồ sơ trễ hạn cả năm",
        ),
    )


def _archives(code: str) -> tuple[Line, ...]:
    turn = CHAU_THANH_COMMUNES.index(code)
    metres = archives.metres(code)
    done_at = moment(2021, 9, 6, 8) + timedelta(days=turn % 5, weeks=turn % 3, minutes=41 * turn)
    if code == LATE_WITH_ARCHIVES:
        done_at = moment(2021, 10, 14, 15)
    return (
        (
            moment(2021, 5, 17, 8) + timedelta(minutes=37 * turn),
            10,
            f"Thống kê còn {metres} mét giá chưa chỉnh lý.",
        ),
        (
            moment(2021, 7, 26, 8) + timedelta(minutes=33 * turn),
            55,
            "Đang phân loại theo năm, lập hồ sơ, đánh số.",
        ),
        (
            done_at,
            100,
            f"Biên bản bàn giao {metres} mét giá tài liệu từ năm 2015 trở về trước vào kho lưu trữ",
        ),
    )


def _work(stage: Stage, script: Script, task: Task, code: str, role: str, lines: tuple[Line, ...]) -> None:
    """Report on a task step by step; with the last line prove it and close it."""
    for at, percent, words in lines[:-1]:
        script.at(at, partial(_report, stage, task.pk, code, role, percent, words))
    at, _percent, words = lines[-1]
    script.at(at, partial(_close, stage, task.pk, code, role, words))


def _report(stage: Stage, task_id: int, code: str, role: str, percent: int, words: str, at: datetime) -> None:
    by = stage.officer(code, role)
    services.report_progress(task_id=task_id, text=words, percent=percent, by=by, at=at)


def _close(stage: Stage, task_id: int, code: str, role: str, words: str, at: datetime) -> None:
    by = stage.officer(code, role)
    kind = EvidenceKind.MINUTES if words.startswith("Biên bản") else EvidenceKind.REPORT
    services.add_evidence(task_id=task_id, kind=kind, text=words, by=by, at=at)
    services.close_task(task_id=task_id, outcome=words, by=by, at=at)


def _ask_about_archives(stage: Stage, notice: Directive, at: datetime) -> None:
    """Home affairs asks the commune that is late; it reads and answers the same day."""
    task = notice.tasks.get(number="4", lead_unit=stage.unit(LATE_WITH_ARCHIVES))
    asking = stage.officer(CHAU_THANH, Role.HOME_AFFAIRS_OFFICER)
    services.send_message(
        task_id=task.pk,
        text="Đã quá hạn 30/9. Xã còn vướng gì, ngày nào bàn giao tài liệu?",
        by=asking,
        at=at,
    )
    later = at + timedelta(hours=5)
    answering = stage.officer(LATE_WITH_ARCHIVES, Role.PAR_OFFICER)
    services.read_messages(task_id=task.pk, by=answering, at=later)
    text = "Cán bộ lưu trữ phải cách ly trong tháng 9. Xã hẹn bàn giao trước ngày 15/10."
    services.send_message(task_id=task.pk, text=text, by=answering, at=later + timedelta(minutes=4))
    services.read_messages(task_id=task.pk, by=asking, at=later + timedelta(minutes=40))


def work_on_letter(stage: Stage, script: Script, letter: Directive) -> None:
    """The letter's tasks: models at work, staff told, the year's checking reported."""
    for task in letter.tasks.select_related("lead_unit").order_by("pk"):
        code = task.lead_unit.code
        if task.number == "3":
            lines: tuple[Line, ...] = (
                (moment(2021, 3, 12, 9), 100, "Thông báo đã gửi các phòng, cơ quan của huyện"),
            )
            _work(stage, script, task, CHAU_THANH, Role.RECORDS_CLERK, lines)
        elif task.number == "4":
            lines = (
                (
                    moment(2021, 6, 29, 15),
                    50,
                    "Đã kiểm tra 6 xã, báo cáo Ủy ban nhân dân huyện kết quả sáu tháng.",
                ),
                (moment(2021, 12, 29, 15), 100, "Báo cáo theo dõi việc nhân rộng ba mô hình năm 2021"),
            )
            _work(stage, script, task, CHAU_THANH, Role.HOME_AFFAIRS_OFFICER, lines)
        else:
            turn = CHAU_THANH_COMMUNES.index(code)
            _work(stage, script, task, code, Role.PAR_OFFICER, _models_at_work(task.number, turn))


def _models_at_work(number: str, turn: int) -> tuple[Line, ...]:
    minutes = timedelta(minutes=27 * turn)
    if number == "1":
        return (
            (
                moment(2021, 3, 3, 8) + minutes,
                30,
                "Đã phân công người phụ trách, tuyên truyền qua loa ấp và họp dân.",
            ),
            (moment(2021, 12, 23, 8) + minutes, 100, "Báo cáo kết quả ba mô hình năm 2021"),
        )
    return ((moment(2021, 12, 27, 8) + minutes, 100, "Báo cáo đủ bốn quý năm 2021"),)
