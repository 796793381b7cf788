"""Châu Thành 2021: a conference and its four conclusions, and the letter that spreads three models to all communes.

Sources: Văn phòng HĐND và UBND huyện, “Tổ chức Hội nghị chuyên đề công tác cải cách hành chính …” and “Nhân rộng mô
hình sáng kiến trong cải cách hành chính ở cấp xã …”. The days are invented: the sources name none.
"""

from datetime import date, datetime

from motcua.directives import services
from motcua.directives.inputs import AttendanceInput, ConferenceInput
from motcua.directives.models import Directive
from motcua.organisation.roles import Role
from motcua.project.demo.stories.cast import CHAU_THANH, CHAU_THANH_COMMUNES
from motcua.project.demo.stories.orders import issue, open_it
from motcua.project.demo.stories.stage import Stage, moment

GUESTS = tuple(f"{CHAU_THANH}.{suffix}" for suffix in ("CA", "BD", "DD", "NV", "VP"))
CONFERENCE_ON = date(2021, 1, 26)
MODELS = ("cai_tau_ha_certified_copies_home", "cai_tau_ha_death_linked", "an_phu_thuan_mobile")

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
        by=stage.officer(CHAU_THANH, Role.HOME_AFFAIRS_OFFICER, at),
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
    return letter
