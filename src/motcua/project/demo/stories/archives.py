"""Châu Thành 2021: what each commune still had of 2015 and before, and how it was put in order shelf by shelf."""

from datetime import date, datetime
from functools import partial

from motcua.organisation.roles import Role
from motcua.oversight import services
from motcua.oversight.inputs import BlockInput
from motcua.oversight.models import BacklogBlock
from motcua.oversight.models.backlog import Stage as Step
from motcua.project.demo.stories.cast import CHAU_THANH_COMMUNES
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage

#: Decimetres of shelf as they were measured in May.
VOLUMES = {code: 35 + 13 * turn % 58 for turn, code in enumerate(CHAU_THANH_COMMUNES)}
DEADLINE = date(2021, 9, 30)  # “trước tháng 10 năm 2021”


def metres(code: str) -> str:
    """The volume as papers say it: ``4,8``."""
    return f"{VOLUMES[code] // 10},{VOLUMES[code] % 10}"


def clear(
    stage: Stage, script: Script, code: str, *, measured: datetime, half: datetime, done: datetime
) -> None:
    """Measure the block, put more than half of it in order in summer, hand the rest over in the end."""
    more_than_half = VOLUMES[code] * 55 // 100
    script.at(measured, partial(_register, stage, code))
    script.at(half, partial(_progress, stage, code, more_than_half, Step.FILE))
    script.at(done, partial(_progress, stage, code, VOLUMES[code] - more_than_half, Step.HAND_OVER))


def _register(stage: Stage, code: str, at: datetime) -> None:
    unit = stage.unit(code)
    block = BlockInput(
        fonds=f"Phông {unit.agency_name}",
        year_from=1986,
        year_to=2015,
        volume_dm=VOLUMES[code],
        condition="Tích đống, chưa phân loại",
        deadline_on=DEADLINE,
    )
    services.register_block(block=block, by=stage.officer(code, Role.PAR_OFFICER), at=at)


def _progress(stage: Stage, code: str, processed_dm: int, step: Step, at: datetime) -> None:
    block = BacklogBlock.objects.get(unit=stage.unit(code))
    services.report_progress(
        block_id=block.pk,
        processed_dm=processed_dm,
        handed_over_dm=VOLUMES[code] if step == Step.HAND_OVER else 0,
        stage=step,
        by=stage.officer(code, Role.PAR_OFFICER),
        at=at,
    )
