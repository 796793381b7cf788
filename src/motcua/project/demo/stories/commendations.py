"""Châu Thành's 26 commendations for 2020, handed over at the conference of January 2021.

They are proposed from what the records show: dossiers that each commune received online and settled in time. A 27th
was proposed and the council did not agree to it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel
from motcua.identity.sexes import Sex
from motcua.organisation.roles import Role
from motcua.oversight import services
from motcua.oversight.award_states import RecipientKind, Seat
from motcua.oversight.inputs import EvidenceInput, MemberInput, ProposalInput
from motcua.oversight.models import AwardRound, Proposal
from motcua.project.demo.names import full_name
from motcua.project.demo.stories.cast import CHAU_THANH, CHAU_THANH_COMMUNES
from motcua.project.demo.stories.days import working_days
from motcua.project.demo.stories.stage import Stage, moment
from motcua.project.demo.stories.visits import Visit

YEAR = 2020
_ONLINE = ("civil_status_extract", "marital_status_certificate", "birth_registration")
_OFFICES = (f"{CHAU_THANH}.NV", f"{CHAU_THANH}.VP", f"{CHAU_THANH}.DD", f"{CHAU_THANH}.BD")
_COMMENDED = CHAU_THANH_COMMUNES[:8]
_DUTY = "xuất sắc trong công tác thực hiện nhiệm vụ cải cách hành chính năm 2020"
_ONLINE_WORK = "thực hiện tốt công tác giải quyết hồ sơ trực tuyến mức độ 3 và mức độ 4 năm 2020"
_COUNCIL = (
    (Role.COMMUNE_LEADER, Seat.HEAD), (Role.DIVISION_HEAD, Seat.MEMBER), (Role.RECORDS_CLERK, Seat.SECRETARY)
)  # fmt: skip


def visits() -> list[Visit]:
    """Dossiers that people sent online to the twelve communes in 2020."""
    working = working_days(date(YEAR, 2, 3), date(YEAR, 12, 8))
    chance = Random(YEAR)  # noqa: S311 - chance, not secrecy
    return [
        Visit(
            code, chance.choice(_ONLINE), chance.choice(working), channel=Channel.ONLINE, back=Channel.DIRECT
        )
        for code in CHAU_THANH_COMMUNES
        for _dossier in range(chance.randint(2, 5))
    ]


def commend(stage: Stage, at: datetime) -> AwardRound:
    """Propose, let the council vote, submit, decide: all in the weeks before the conference."""
    officer, chair = (
        stage.officer(CHAU_THANH, role) for role in (Role.HOME_AFFAIRS_OFFICER, Role.COMMUNE_LEADER)
    )
    opened = services.open_round(
        title="công tác cải cách hành chính năm 2020", period="năm 2020", by=officer, at=at
    )
    rows = [*_collectives(stage), *_individuals(stage)]
    services.propose(round_id=opened.pk, rows=rows, by=officer, at=at + timedelta(days=2))
    voted_at = moment(2021, 1, 19, 14)
    members = [stage.officer(CHAU_THANH, role) for role, _seat in _COUNCIL]
    services.form_award_council(
        round_id=opened.pk,
        members=[
            MemberInput(account_id=member.account_id, seat=seat, title=member.title)
            for member, (_role, seat) in zip(members, _COUNCIL, strict=True)
        ],
        by=officer,
        at=voted_at,
    )
    proposals = Proposal.objects.filter(round=opened).order_by("pk")
    refused = proposals.filter(kind=RecipientKind.INDIVIDUAL).last()
    for minutes, member in enumerate(members, start=30):
        ballots = {proposal.pk: proposal != refused for proposal in proposals}
        services.vote(
            round_id=opened.pk, ballots=ballots, by=member, at=voted_at + timedelta(minutes=minutes)
        )
    head = stage.officer(CHAU_THANH, Role.DIVISION_HEAD)
    services.submit_awards(
        round_id=opened.pk,
        symbol="TTr-PNV",
        by=head,
        at=moment(2021, 1, 20, 9),
        unit_id=stage.unit(_OFFICES[0]).pk,
    )
    services.decide(round_id=opened.pk, by=chair, at=moment(2021, 1, 22, 15), signer_title="Chủ tịch")
    return opened


def _collectives(stage: Stage) -> list[ProposalInput]:
    communes = [
        ProposalInput(
            kind=RecipientKind.COLLECTIVE,
            name=unit.agency_name,
            unit_id=unit.pk,
            achievement=_ONLINE_WORK,
            evidence=_measured(unit.pk),
        )
        for unit in map(stage.unit, _COMMENDED)
    ]
    offices = [
        ProposalInput(
            kind=RecipientKind.COLLECTIVE,
            name=f"{unit.name.removesuffix(' huyện')} huyện Châu Thành",
            unit_id=unit.pk,
            achievement=_DUTY,
        )
        for unit in map(stage.unit, _OFFICES)
    ]
    return communes + offices


def _individuals(stage: Stage) -> list[ProposalInput]:
    """Who works at the desks of the twelve communes, and three of the district's offices."""
    found = []
    for code in CHAU_THANH_COMMUNES:
        unit, clerk = stage.unit(code), stage.officer(code, Role.ONE_STOP_OFFICER)
        found.append(
            ProposalInput(
                kind=RecipientKind.INDIVIDUAL,
                name=clerk.name,
                title=f"{clerk.title}, {unit.agency_name}",
                unit_id=unit.pk,
                account_id=clerk.account_id,
                achievement=_ONLINE_WORK,
                evidence=_measured(unit.pk),
            )
        )
    officer = stage.officer(CHAU_THANH, Role.HOME_AFFAIRS_OFFICER)
    others: list[tuple[str, str, int | None]] = [
        (officer.name, f"{officer.title}, Phòng Nội vụ huyện", officer.account_id)
    ]
    others += [(name, f"Nhân viên, {office}", None) for name, office in _outsiders(stage)]
    return found + [
        ProposalInput(
            kind=RecipientKind.INDIVIDUAL, name=name, title=title, account_id=account_id, achievement=_DUTY
        )
        for name, title, account_id in others
    ]


def _outsiders(stage: Stage) -> Sequence[tuple[str, str]]:
    """Two people of bodies that have no account here."""
    return [
        (full_name(Random(code), sex), stage.unit(code).name)  # noqa: S311 - chance, not secrecy
        for code, sex in zip(_OFFICES[2:], (Sex.MALE, Sex.FEMALE), strict=True)
    ]


def _measured(unit_id: int) -> tuple[EvidenceInput, ...]:
    """What the records of 2020 show of a unit."""
    online = Dossier.objects.filter(unit=unit_id, channel=Channel.ONLINE, accepted_at__year=YEAR)
    in_time = sum(
        dossier.finished_at <= dossier.due_at for dossier in online if dossier.finished_at and dossier.due_at
    )
    source = "Sổ theo dõi hồ sơ năm 2020"
    return (
        EvidenceInput(label="Hồ sơ nộp trực tuyến đã giải quyết", value=online.count(), source=source),
        EvidenceInput(label="Trong đó đúng hạn, trước hạn", value=in_time, source=source),
    )
