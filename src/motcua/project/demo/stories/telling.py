"""Tell all stories: set the stage, let the dossiers live, play what was ordered, done and reported."""

from datetime import datetime
from functools import partial
from itertools import chain

from django.utils import timezone

from motcua.initiatives.services import load_initiatives
from motcua.kernel import outbox
from motcua.project.demo.stories import (
    ba_ria_vung_tau,
    chau_thanh,
    chau_thanh_work,
    commendations,
    cu_lao_dung,
    go_cong_tay,
    inspections,
    today,
)
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage, moment, set_the_stage
from motcua.project.demo.stories.visits import Visits

NEWS_AT_ONCE = 500


def tell_stories(*, until: datetime, password: str, seed: int) -> Stage:
    """Tell the four stories of the source documents and what goes on today; the office must be set up.

    Args:
        until: now; today's story ends there.
    """
    stage = set_the_stage(at=until, password=password)
    told = (commendations.visits(), go_cong_tay.visits(), chau_thanh_work.visits(), cu_lao_dung.visits())
    Visits(stage, seed=seed).live([*chain(*told), *today.visits(until=until)])
    script = Script()
    for year in (2019, 2020, 2021, 2022):
        script.at(moment(year, 1, 3), partial(load_initiatives, until_year=year))
    script.at(moment(2019, 5, 22, 9), partial(ba_ria_vung_tau.recommend_models, stage))
    script.at(moment(2021, 1, 11), partial(commendations.commend, stage))
    script.at(moment(2021, 1, 27), partial(_conference, stage, script))
    script.at(moment(2021, 2, 23, 9), partial(_letter, stage, script))
    chau_thanh.answer_letter(stage, script)
    chau_thanh.report_four_quarters(stage, script)
    cu_lao_dung.hand_out_letters(stage, script)
    inspections.inspect(stage, script)
    go_cong_tay.register_year(stage, script)
    today.spread(stage, script, until=until)
    script.play(until=until)
    while outbox.deliver_due(now=timezone.now(), limit=NEWS_AT_ONCE):
        pass
    return stage


def _conference(stage: Stage, script: Script, at: datetime) -> None:
    chau_thanh_work.work_on_conclusions(stage, script, chau_thanh.hold_conference(stage, at))


def _letter(stage: Stage, script: Script, at: datetime) -> None:
    chau_thanh_work.work_on_letter(stage, script, chau_thanh.spread_models(stage, at))
