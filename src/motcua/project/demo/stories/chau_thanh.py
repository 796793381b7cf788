"""Châu Thành 2021: a conference and its four conclusions, and the letter that spreads three models to all communes.

Sources: Văn phòng HĐND và UBND huyện, “Tổ chức Hội nghị chuyên đề công tác cải cách hành chính …” and “Nhân rộng mô
hình sáng kiến trong cải cách hành chính ở cấp xã …”. The days are invented: the sources name none.
"""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from motcua.directives import services
from motcua.directives.inputs import AttendanceInput, ConferenceInput
from motcua.directives.models import Directive
from motcua.organisation.roles import Role
from motcua.project.demo.stories.cast import CHAU_THANH, CHAU_THANH_COMMUNES
from motcua.project.demo.stories.models import decline, take_up
from motcua.project.demo.stories.orders import issue, open_it
from motcua.project.demo.stories.reports import Quarter, oblige
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage, moment
from motcua.reporting.periods import ReportingPeriod

GUESTS = tuple(f"{CHAU_THANH}.{suffix}" for suffix in ("CA", "BD", "DD", "NV", "VP"))
CONFERENCE_ON = date(2021, 1, 26)
MODELS = ("cai_tau_ha_certified_copies_home", "cai_tau_ha_death_linked", "an_phu_thuan_mobile")
#: When communes began, and the two that did not answer the letter like the others.
BEGAN = date(2021, 3, 1)
SILENT, SILENT_UNTIL = "H-phu-long", date(2021, 4, 12)
RELUCTANT, RELUCTANT_UNTIL = "H-tan-binh", date(2021, 10, 4)

_TITLE = (
    "Hội nghị chuyên đề cải cách hành chính về kết quả thực hiện năm 2020 và giải pháp thực hiện năm 2021"
)
_AGENDA = """\
Kết quả năm 2020: huyện vươn lên đồng hạng nhất về chỉ số CCHC của các địa phương trên địa bàn tỉnh.
Thảo luận các vấn đề còn khó khăn và giải pháp nhằm giữ vững thứ hạng trong năm 2021.
Trao giấy khen cho các tập thể và cá nhân có thành tích xuất sắc.
Kết luận của Chủ tịch Ủy ban nhân dân huyện."""
_MINUTES = """\
Tăng cường công tác chỉ đạo, điều hành trong thực hiện CCHC tại các ngành và các địa phương.
Nâng cao chỉ số hài lòng của các tổ chức, cá nhân đối với sự phục vụ và giải quyết thủ tục hành chính.
Xây dựng, nâng cao chất lượng đội ngũ công chức, viên chức tham gia thực hiện công tác CCHC.
Hiện đại hóa hành chính, thực hiện tốt giải quyết thủ tục hành chính trực tuyến mức độ 3 và mức độ 4."""


def hold_conference(stage: Stage, at: datetime) -> Directive:
    """The conference of early 2021, and three days later the notice of its four conclusions, each a task."""
    conference = services.hold_conference(
        facts=ConferenceInput(
            title=_TITLE,
            held_on=CONFERENCE_ON,
            place="Hội trường Ủy ban nhân dân huyện Châu Thành",
            chair_name="Phạm Tấn Xiếu",
            chair_title="Chủ tịch Ủy ban nhân dân huyện",
            agenda=_AGENDA,
            minutes=_MINUTES,
            attendance=tuple(
                AttendanceInput(unit_id=unit_id) for unit_id in stage.ids(*GUESTS, *CHAU_THANH_COMMUNES)
            ),
        ),
        by=stage.officer(CHAU_THANH, Role.HOME_AFFAIRS_OFFICER),
        at=at,
    )
    notice = issue(
        stage,
        "chau_thanh_conclusions",
        CHAU_THANH_COMMUNES,
        at=moment(2021, 1, 29, 8),
        conference_id=conference.pk,
    )
    open_it(stage, notice, CHAU_THANH_COMMUNES)
    return notice


def spread_models(stage: Stage, at: datetime) -> Directive:
    """The letter on three models: communes put them to work and report on the 25th of each quarter's last month."""
    letter = issue(stage, "chau_thanh_letter", CHAU_THANH_COMMUNES, at=at)
    open_it(stage, letter, CHAU_THANH_COMMUNES)
    oblige(
        stage, letter, CHAU_THANH, CHAU_THANH_COMMUNES, ends_on=date(2021, 12, 31), at=at + timedelta(hours=7)
    )
    return letter


def answer_letter(stage: Stage, script: Script) -> None:
    """Twelve communes and three models: most take them up in February, one is silent, one has a reason not to."""
    for turn, code in enumerate(CHAU_THANH_COMMUNES):
        for place, slug in enumerate(MODELS):
            at = moment(2021, 2, 25, 8) + timedelta(minutes=26 * turn + 7 * place)
            if code == SILENT:
                at = moment(2021, 4, 12, 9) + timedelta(minutes=7 * place)
            if code == RELUCTANT and slug == MODELS[-1]:
                reason = (
                    "Xã mới có một công chức tư pháp – hộ tịch, chưa đi lưu động được. Có thêm người sẽ làm."
                )
                script.at(at, partial(decline, stage, slug, code, reason))
                at = moment(2021, 10, 4, 10)
            script.at(at, partial(_take_up, stage, slug, code))


def _take_up(stage: Stage, slug: str, code: str, at: datetime) -> None:
    take_up(stage, slug, code, at, from_on=max(BEGAN, at.date()), target=12)


def report_four_quarters(stage: Stage, script: Script) -> None:
    """Forty-eight reports: one is late in June, one comes back in September."""
    told: dict[int, dict[str, Any]] = {
        2: {"late": "H-an-khanh", "late_on": date(2021, 6, 28)},
        3: {
            "difficulty": "Giãn cách xã hội, xã tạm dừng đi lưu động và đến nhà; chỉ phục vụ khi người dân gọi.",
            "returned": "H-phu-huu",
            "reason": "Chưa nhận xét vì sao quý III ít lượt phục vụ. Đề nghị bổ sung, gửi lại.",
            "answer": "Ba ấp phong tỏa từ tháng 7 đến giữa tháng 9, tổ lưu động không đi được.",
        },
    }  # fmt: skip
    for number in (1, 2, 3, 4):
        period = ReportingPeriod(2021, number)
        Quarter(period, CHAU_THANH, CHAU_THANH_COMMUNES, **told.get(number, {})).play(stage, script)
