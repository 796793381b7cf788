"""Cù Lao Dung 2022: what four communes of the district did for people who cannot come to the desk.

Source: Phòng Nội vụ huyện, “Một số mô hình, giải pháp cải cách hành chính mới … năm 2022”: 26 births registered on
rounds at An Thạnh 2, 20 dossiers at home at An Thạnh 3, 4 deaths at home with a letter of condolence at An Thạnh
Tây, 82 and 32 letters at the town, two agencies and two communes inspected unannounced.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from motcua.calendars.wall_clock import LOCAL
from motcua.dossiers.states import Channel
from motcua.project.demo.roster import TOWN, WEST
from motcua.project.demo.stories.cast import AN_THANH_2, AN_THANH_3
from motcua.project.demo.stories.days import working_days
from motcua.project.demo.stories.models import enter_cases
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage
from motcua.project.demo.stories.visits import Visit

#: Rounds of An Thạnh 2: on each day the team goes from house to house in one hamlet.
_ROUNDS = (
    (date(2022, 3, 24), 6), (date(2022, 5, 19), 5), (date(2022, 6, 23), 4), (date(2022, 9, 15), 6),
    (date(2022, 11, 17), 5),
)  # fmt: skip
#: What An Thạnh 3 settled at home: procedure and days.
_AT_HOME = {
    "certified_copy": (
        date(2022, 2, 22), date(2022, 3, 15), date(2022, 4, 12), date(2022, 5, 10), date(2022, 6, 7),
        date(2022, 7, 12), date(2022, 8, 9), date(2022, 9, 13), date(2022, 10, 11), date(2022, 11, 8),
    ),
    "certified_signature": (date(2022, 3, 17), date(2022, 6, 9), date(2022, 8, 18), date(2022, 10, 20)),
    "monthly_social_allowance": (date(2022, 3, 8), date(2022, 5, 5), date(2022, 8, 4), date(2022, 10, 6)),
    "funeral_support_social": (date(2022, 7, 21), date(2022, 9, 22)),
}  # fmt: skip
#: Deaths at An Thạnh Tây; the Party committee agreed to the model on 20/07/2022.
_MOURNING = (date(2022, 8, 16), date(2022, 9, 27), date(2022, 11, 3), date(2022, 12, 6))
#: Letters that the town handed out with a certificate, and how it wrote each down.
_LETTERS = (
    (
        "cu_lao_dung_town_new_member_letter",
        82,
        "Trao thư chúc mừng số %02d cùng giấy khai sinh, thẻ bảo hiểm y tế của bé.",
    ),
    ("cu_lao_dung_town_hundred_years_letter", 32, "Trao thư chúc mừng số %02d cùng giấy chứng nhận kết hôn."),
)


def visits() -> list[Visit]:
    """All dossiers of the year that count as cases of the three models."""
    return [
        *(
            Visit(AN_THANH_2, "birth_mobile", on, channel=Channel.MOBILE, youngest=60)
            for on, count in _ROUNDS
            for _house in range(count)
        ),
        *(
            Visit(AN_THANH_3, procedure, on, youngest=60)
            for procedure, days in _AT_HOME.items()
            for on in days
        ),
        *(Visit(WEST, "death_registration", on) for on in _MOURNING),
    ]


def hand_out_letters(stage: Stage, script: Script) -> None:
    """The town enters each letter on the day on which it was handed over."""
    for slug, count, note in _LETTERS:
        enter_cases(stage, script, slug, TOWN, _over_the_year(2022, count), note)


def _over_the_year(year: int, count: int) -> Sequence[datetime]:
    """Instants inside office hours, spread evenly over the working days of a year."""
    working = working_days(date(year, 1, 4), date(year, 12, 21))
    return [
        datetime.combine(working[turn * len(working) // count], time(8 + turn % 3, 11 * turn % 60), LOCAL)
        for turn in range(count)
    ]
