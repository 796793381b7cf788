"""Gò Công Tây 2020: the yearly registration of initiatives, from the round to the recognition.

Source: “Gò Công Tây: Tập trung nâng cao Chỉ số cải cách hành chính”, 06/08/2020: agencies, branches and communes
register new initiatives every year.
"""

from datetime import date, datetime, timedelta
from functools import cache, partial
from importlib.resources import files
from random import Random

import msgspec

from motcua.dossiers.states import Channel
from motcua.initiatives import services
from motcua.initiatives.inputs import AuthorInput, ConclusionInput, CouncilInput, InitiativeInput, MemberInput
from motcua.initiatives.models import Council, Initiative
from motcua.organisation.roles import Role
from motcua.project.demo.stories.cast import GO_CONG_TAY, GO_CONG_TAY_COMMUNES
from motcua.project.demo.stories.days import working_days
from motcua.project.demo.stories.script import Script
from motcua.project.demo.stories.stage import Stage, moment
from motcua.project.demo.stories.visits import Visit

YEAR = 2020
_COUNCIL = ((Role.COMMUNE_LEADER, "chair"), (Role.DIVISION_HEAD, "member"), (Role.RECORDS_CLERK, "secretary"))
_AUTHORS = (Role.PAR_OFFICER, Role.ONE_STOP_OFFICER)
#: Points of the three members for each criterion, by the place of the initiative; the third one does not pass.
_POINTS = ((26, 25, 15, 18), (27, 26, 16, 17), (18, 20, 11, 13))


#: What was handed in over the web in four fields of work, and land dossiers by post, in the months before August.
_ONLINE = ("birth_registration", "monthly_social_allowance", "merit_family_confirmation")
_LAND = "first_land_certificate"


class Registration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of ``registrations.yaml``."""

    unit: str
    title: str
    kind: str
    problem: str
    solution: str
    novelty: str
    scope: str
    first_applied_on: date
    benefit_social: str
    replicability: str
    shares: tuple[int, ...]


@cache
def registrations() -> list[Registration]:
    content = files("motcua.project.demo.stories").joinpath("registrations.yaml").read_bytes()
    return msgspec.yaml.decode(content, type=list[Registration])


def visits() -> list[Visit]:
    """Online dossiers and land dossiers by post; the source gives no number of either."""
    working = working_days(date(YEAR, 2, 3), date(YEAR, 7, 24))
    chance = Random(YEAR)  # noqa: S311 - chance, not secrecy
    online = [
        Visit(code, procedure, chance.choice(working), channel=Channel.ONLINE, back=Channel.DIRECT)
        for code in GO_CONG_TAY_COMMUNES
        for procedure in _ONLINE
        for _dossier in range(chance.randint(1, 3))
    ]
    by_post = [
        Visit(code, _LAND, chance.choice(working), channel=Channel.POSTAL, back=Channel.POSTAL)
        for code in GO_CONG_TAY_COMMUNES
        for _dossier in range(2)
    ]
    return online + by_post


def register_year(stage: Stage, script: Script) -> None:
    """The round opens in February, communes register until May, the council meets in November."""
    script.at(moment(YEAR, 2, 3), partial(_open, stage))
    for place, registration in enumerate(registrations()):
        script.at(moment(YEAR, 4, 13 + 6 * place, 9), partial(_register, stage, registration))
    script.at(moment(YEAR, 11, 12), partial(_judge, stage))
    script.at(moment(YEAR, 12, 8, 15), partial(_recognise, stage))


def _open(stage: Stage, at: datetime) -> None:
    services.open_round(
        year=YEAR,
        opens_on=date(YEAR, 2, 3),
        closes_on=date(YEAR, 5, 29),
        note="Các cơ quan, ngành, địa phương đăng ký sáng kiến, giải pháp mới trong công tác cải cách hành chính.",
        by=stage.officer(GO_CONG_TAY, Role.HOME_AFFAIRS_OFFICER),
        at=at,
    )


def _register(stage: Stage, it: Registration, at: datetime) -> None:
    writer, unit = stage.officer(it.unit, Role.PAR_OFFICER), stage.unit(it.unit)
    people = [stage.officer(it.unit, role) for role in _AUTHORS]
    facts = InitiativeInput(
        **{name: getattr(it, name) for name in InitiativeInput.__struct_fields__ if hasattr(it, name)},
        steps=tuple(it.solution.split("; ")),
        authors=tuple(
            AuthorInput(
                name=person.name, title=person.title, unit_text=unit.agency_name, share_percent=share,
                account_id=person.account_id,
            )
            for person, share in zip(people, it.shares, strict=False)
        ),
    )  # fmt: skip
    row = services.register_initiative(facts=facts, year=YEAR, by=writer, at=at)
    services.submit_initiative(initiative_id=row.pk, by=writer, at=at + timedelta(hours=5))


def _judge(stage: Stage, at: datetime) -> None:
    """Each member scores alone; the secretary writes the conclusion down."""
    officer = stage.officer(GO_CONG_TAY, Role.HOME_AFFAIRS_OFFICER)
    members = [stage.officer(GO_CONG_TAY, role) for role, _position in _COUNCIL]
    council = services.form_council(
        facts=CouncilInput(
            name="Hội đồng sáng kiến huyện Gò Công Tây",
            year=YEAR,
            formed_on=at.date(),
            members=tuple(
                MemberInput(account_id=member.account_id, position=position, title=member.title)
                for member, (_role, position) in zip(members, _COUNCIL, strict=True)
            ),
        ),
        by=officer,
        at=at,
    )
    for place, row in enumerate(_registered()):
        _review(stage, council, row, _POINTS[place], at=at + timedelta(hours=1, minutes=20 * place))


def _review(
    stage: Stage, council: Council, row: Initiative, points: tuple[int, ...], *, at: datetime
) -> None:
    officer = stage.officer(GO_CONG_TAY, Role.HOME_AFFAIRS_OFFICER)
    review = services.start_evaluation(initiative_id=row.pk, council_id=council.pk, by=officer, at=at)
    names = [str(item["id"]) for item in council.criteria.items]
    for minutes, (role, _position) in enumerate(_COUNCIL):
        given = {name: most - minutes for name, most in zip(names, points, strict=True)}
        member = stage.officer(GO_CONG_TAY, role)
        services.score(review_id=review.pk, points=given, by=member, at=at + timedelta(minutes=5 + minutes))
    services.conclude(
        review_id=review.pk,
        facts=ConclusionInput(
            held_on=at.date(),
            place="Phòng họp Ủy ban nhân dân huyện",
            minutes="Hội đồng nghe báo cáo, thảo luận về tính mới và khả năng nhân rộng, chấm điểm kín.",
        ),
        by=stage.officer(GO_CONG_TAY, Role.RECORDS_CLERK),
        at=at + timedelta(minutes=15),
    )


def _recognise(stage: Stage, at: datetime) -> None:
    passed = [row.pk for row in _registered() if row.review.passed]
    services.recognise(initiative_ids=passed, by=stage.officer(GO_CONG_TAY, Role.COMMUNE_LEADER), at=at)


def _registered() -> list[Initiative]:
    return list(Initiative.objects.filter(year=YEAR, round__unit__code=GO_CONG_TAY).order_by("pk"))
