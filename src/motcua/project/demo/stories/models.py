"""Units take models up, tick their steps, and enter the cases that no record of the machine shows."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from motcua.initiatives import services
from motcua.initiatives.models import Adoption, Initiative
from motcua.organisation.roles import Role
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage


def model(slug: str) -> Initiative:
    return Initiative.objects.get(slug=slug)


def take_up(
    stage: Stage,
    slug: str,
    code: str,
    at: datetime,
    *,
    from_on: date,
    target: int | None = None,
    role: str = Role.PAR_OFFICER,
) -> Adoption:
    """A unit takes a model up and does its first steps the same week."""
    by = stage.officer(code, role)
    initiative = model(slug)
    adoption = services.adopt(
        initiative_id=initiative.pk,
        unit_id=by.unit_id,
        from_on=from_on,
        target=target,
        person=by.name,
        by=by,
        at=at,
    )
    for step in initiative.steps[:2]:
        services.tick_step(
            adoption_id=adoption.pk, seq=step["seq"], done_on=at.date(), by=by, at=at + timedelta(minutes=9)
        )
    return adoption


def decline(
    stage: Stage, slug: str, code: str, reason: str, at: datetime, *, role: str = Role.PAR_OFFICER
) -> None:
    by = stage.officer(code, role)
    services.decline(initiative_id=model(slug).pk, unit_id=by.unit_id, reason=reason, by=by, at=at)


def enter_cases(
    stage: Stage, script: Script, slug: str, code: str, moments: Sequence[datetime], note: str,
    *, role: str = Role.PAR_OFFICER,
) -> None:  # fmt: skip
    """Cases entered one by one on their days; ``note`` takes the number of the case in the year."""
    for number, at in enumerate(moments, 1):
        script.at(at, partial(_enter, stage, slug, code, note % number, role))


def _enter(stage: Stage, slug: str, code: str, note: str, role: str, at: datetime) -> None:
    by = stage.officer(code, role)
    services.enter_case(
        initiative_id=model(slug).pk, unit_id=by.unit_id, on=at.date(), note=note, by=by, at=at
    )
